/* SPDX-License-Identifier: MIT */
/* Part of register: controls on the page, and the nearest mitigation. */
#include <stdlib.h>
#include <string.h>

#include "register_output.h"

/* --- One control -----------------------------------------------------------*/

static void put_control_anchor(FILE *to, const struct control *c) {
  bool has_id = *c->id != '\0';
  const char *name = has_id ? c->id : c->name;
  put_anchor(to, has_id ? "c" : "n", name, strlen(name));
}

static void put_control_name(FILE *to, const struct control *c) {
  if (*c->id != '\0') {
    fputs("<bdi>", to);
    put_html(to, c->id);
    fputs("</bdi> ", to);
  }
  fputs("<bdi>", to);
  put_html(to, *c->name != '\0'      ? c->name
               : *c->library != '\0' ? c->library
               : *c->id != '\0'      ? ""
                                     : "(no name)");
  fputs("</bdi>", to);
}

static void put_nature(FILE *to, const secrisk_control *c) {
  fprintf(to, "%s, %s", kind_words[c->kind], state_words[c->state]);
  for (unsigned bit = 0; bit < 3; bit++) {
    if (c->domains != SECRISK_DOMAIN_SECURITY &&
        (c->domains >> bit & 1u) != 0) {
      fprintf(to, ", %s", domain_words[bit]);
    }
  }
}

static void put_facts(FILE *to, const secrisk_control *c,
                      const struct control *text) {
  if (c->cryptographic != 0) {
    fputs(", cryptographic", to);
    if (c->reference != NULL && *c->reference != '\0') {
      fputs(" (<bdi>", to);
      put_html(to, c->reference);
      fputs("</bdi>)", to);
    }
  }
  if (*text->library != '\0') {
    fputs(", library <bdi>", to);
    put_html(to, text->library);
    fputs("</bdi>", to);
  }
}

void put_control(FILE *to, const struct row *row, size_t i) {
  const secrisk_control *c = &row->controls[i];
  const struct control *text = &row->control_texts[i];
  bool linked = *text->id != '\0' || *text->name != '\0';
  fputs(linked ? "<li><a href=\"#" : "<li>", to);
  if (linked) {
    put_control_anchor(to, text);
    fputs("\">", to);
  }
  put_control_name(to, text);
  fputs(linked ? "</a>: " : ": ", to);
  put_nature(to, c);
  put_facts(to, c, text);
  for (size_t k = 0; k < c->limit_count; k++) {
    fputs(k > 0 ? " " : ", limits ", to);
    put_limit(to, &c->limits[k]);
  }
  fputs("</li>\n", to);
}

/* --- All controls ----------------------------------------------------------*/

static void put_use(FILE *to, const struct list *list, const struct use *use) {
  fputs("<a href=\"#", to);
  put_threat_anchor(to, list, use->row);
  fputs("\"><bdi>", to);
  put_html(to, list->rows[use->row].text[ID]);
  fputs("</bdi></a>", to);
}

static bool is_nameless(const struct use *use) {
  return *use->key == '\0';
}

static void put_control_row(FILE *to, const struct list *list,
                            const struct use *uses, size_t count) {
  const struct row *row = &list->rows[uses[0].row];
  const secrisk_control *c = &row->controls[uses[0].control];
  const struct control *text = &row->control_texts[uses[0].control];
  fputs("<tr><th scope=\"row\"", to);
  if (!is_nameless(uses)) {
    fputs(" id=\"", to);
    put_control_anchor(to, text);
    putc('"', to);
  }
  putc('>', to);
  put_control_name(to, text);
  fputs("</th><td>", to);
  put_nature(to, c);
  put_facts(to, c, text);
  fputs("</td><td>", to);
  for (size_t i = 0; i < count; i++) {
    fputs(i > 0 ? ", " : "", to);
    put_use(to, list, &uses[i]);
  }
  fputs("</td></tr>\n", to);
}

void put_page_controls(FILE *to, const struct list *list) {
  size_t count, n;
  struct use *uses = collect_uses(list, &count);
  if (count > 0) {
    fputs("<section id=\"controls\">\n<h2>Controls and the threats they serve"
          "</h2>\n<div class=\"card scroll\" tabindex=\"0\" role=\"region\" "
          "aria-label=\"Controls\">\n<table class=\"plain\">\n<thead><tr><th "
          "scope=\"col\">Control</th><th scope=\"col\">Kind and state</th><th "
          "scope=\"col\">Threats</th></tr></thead>\n<tbody>\n",
          to);
    for (size_t i = 0; i < count; i += n) {
      n = 1;
      while (i + n < count && same_use(&uses[i], &uses[i + n])) {
        n++;
      }
      put_control_row(to, list, uses + i, n);
    }
    fputs("</tbody>\n</table>\n</div>\n</section>\n", to);
  }
  free(uses);
}

/* --- The nearest mitigation ------------------------------------------------*/

static void put_items(FILE *to, const struct row *row,
                      const struct near *near) {
  for (size_t i = 0; i < near->count; i++) {
    fputs(i == 0 ? "" : i + 1 < near->count ? ", " : " and ", to);
    fputs("\xe2\x80\x9c<bdi>", to);
    put_html(to, near->planned
                     ? control_name(&row->control_texts[near->item[i]])
                     : secrisk_suggestion_text((uint8_t)near->item[i]));
    fputs("</bdi>\xe2\x80\x9d", to);
  }
}

static bool lacks_reference(const struct row *row, const struct near *near) {
  bool any = false;
  for (size_t i = 0; i < near->count; i++) {
    const secrisk_control *c = &row->controls[near->item[i]];
    any = any || (c->cryptographic != 0 &&
                  (c->reference == NULL || all_blank(c->reference)));
  }
  return any;
}

static void put_steps(FILE *to, const struct list *list,
                      const struct steps *steps) {
  if (steps->count == 0) {
    return;
  }
  fputs("<p><b>One step decides</b> ", to);
  for (size_t i = 0; i < steps->count; i++) {
    fputs(i > 0 ? ", " : "", to);
    put_step(to, steps, i);
    fputs(" (", to);
    put_html(to, level_name(list, steps->all[i].level));
    putc(')', to);
  }
  fputs("</p>\n", to);
}

/* Only where there is something to reduce. */
void put_page_near(FILE *to, const struct list *list, const struct row *row) {
  struct near near;
  struct steps steps;
  char score[SCORE_SIZE];
  const secrisk_evaluation *e = &list->evaluations[row - list->rows];
  if (row->initial.open ||
      (settled(e) && e->residual_level < SECRISK_LEVEL_HIGH)) {
    return;
  }
  find_near(list, row, &near, &steps);
  if (near.count > 0) {
    fprintf(to, "<p><b>Nearest mitigation</b> %s ",
            near.planned ? "with what is planned:" : "to consider:");
    put_items(to, row, &near);
    fputs(!near.planned                 ? ""
          : lacks_reference(row, &near) ? " verified, with the reference"
                                        : " verified",
          to);
    fputs(", then ", to);
    put_html(to, level_name(list, near.level));
    fprintf(to, " %s</p>\n",
            score_text(near.scale, near.tenths, " of ", score));
  }
  put_steps(to, list, &steps);
}
