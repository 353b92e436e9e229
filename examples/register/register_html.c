/* SPDX-License-Identifier: MIT */
/* Part of register: one HTML page that needs nothing else, not even a script.
 * Whatever comes from the register is written by put_html. */
#include "register.h"
#include "register_style.h"

enum { LEVELS = SECRISK_LEVEL_CRITICAL };

static bool settled(const secrisk_evaluation *e) {
  return e->decision > SECRISK_DECISION_OPEN;
}

static unsigned long number(uint32_t n) {
  return n;
}

/* --- The top ---------------------------------------------------------------*/

static void put_head(FILE *to, const struct list *list) {
  fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
        "\n<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>",
        to);
  put_html(to, list->title);
  fputs("</title>\n<style>\n", to);
  for (size_t i = 0; style[i] != NULL; i++) {
    fputs(style[i], to);
  }
  fputs("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>", to);
  put_html(to, list->title);
  fputs("</h1>\n<p class=\"soft\">", to);
  put_html(to, list->source);
  fprintf(to, " \xc2\xb7 %s policy", list->policy_name);
  if (list->date != NULL) {
    fputs(" \xc2\xb7 ", to);
    put_html(to, list->date);
  }
  fputs("</p>\n", to);
}

static void put_verdict(FILE *to, const struct list *list) {
  uint32_t unread = list->counts.decision[0];
  uint32_t open = list->counts.decision[SECRISK_DECISION_OPEN];
  bool good = open == 0 && unread == 0 && list->count > 0;
  fprintf(to, "<p class=\"verdict%s\">", good ? "" : " not");
  if (list->count == unread) {
    fputs("There is no threat to decide on", to);
  } else if (open == 0) {
    fprintf(to, "No threat of %lu is open", number(list->count - unread));
  } else {
    fprintf(to, "%lu of %lu threat%s %s open", number(open),
            number(list->count - unread), list->count - unread == 1 ? "" : "s",
            open == 1 ? "is" : "are");
  }
  if (unread > 0) {
    fprintf(to, "; %lu row%s could not be read", number(unread),
            unread == 1 ? "" : "s");
  }
  fputs("</p>\n<p class=\"soft\">", to);
  const char *between = "";
  for (uint8_t d = SECRISK_DECISION_ACCEPTED; d <= SECRISK_DECISION_RECORDED;
       d++) {
    static const char *const words[] = {"",
                                        "",
                                        "accepted",
                                        "accepted with a rationale",
                                        "accepted on benefit and risk",
                                        "recorded"};
    if (list->counts.decision[d] > 0) {
      fprintf(to, "%s%lu %s", between, number(list->counts.decision[d]),
              words[d]);
      between = " \xc2\xb7 ";
    }
  }
  fputs("</p>\n</header>\n", to);
}

/* --- Counts ----------------------------------------------------------------*/

static uint32_t most(const uint32_t *n) {
  uint32_t top = 1;
  for (uint8_t i = 1; i <= LEVELS; i++) {
    top = n[i] > top ? n[i] : top;
  }
  return top;
}

static uint32_t sum(const uint32_t *n) {
  uint32_t all = 0;
  for (uint8_t i = 1; i <= LEVELS; i++) {
    all += n[i];
  }
  return all;
}

static void put_count(FILE *to, uint32_t n, uint32_t top) {
  double part = 75.0 * n / top; /* of the cell: the number needs room */
  fputs("<td><div class=\"n\">", to);
  if (n > 0) {
    fprintf(to, "<i style=\"width:%d%%\"></i>", part < 1 ? 1 : (int)part);
  }
  fprintf(to, "%lu</div></td>", number(n));
}

static void put_counts(FILE *to, const secrisk_counts *n) {
  uint32_t before = most(n->initial), after = most(n->residual);
  uint32_t top = before > after ? before : after;
  fputs("<div class=\"card\">\n<table class=\"counts\">\n<caption>Threats by "
        "level</caption>\n"
        "<colgroup><col><col span=\"2\"></colgroup>\n<thead><tr><th "
        "scope=\"col\">Level</th><th scope=\"col\">Before "
        "controls</th><th scope=\"col\">After</th></tr></thead>\n<tbody>\n",
        to);
  for (uint8_t level = LEVELS; level > 0; level--) {
    fprintf(to, "<tr class=\"l%d\"><th scope=\"row\">%s</th>", level,
            secrisk_level_text(level));
    put_count(to, n->initial[level], top);
    put_count(to, n->residual[level], top);
    fputs("</tr>\n", to);
  }
  fprintf(to,
          "<tr class=\"sum\"><th scope=\"row\">All</th><td>%lu</td><td>%lu</td>"
          "</tr>\n</tbody>\n</table>\n</div>\n",
          number(sum(n->initial)), number(sum(n->residual)));
}

static void put_matrix_row(FILE *to, uint8_t level, const uint32_t *n) {
  fprintf(to, "<tr><th scope=\"row\">%s</th>", secrisk_level_text(level));
  for (uint8_t after = LEVELS; after > 0; after--) {
    if (after > level) { /* the library refuses it */
      fputs("<td class=\"never\"></td>", to);
    } else if (n[after] == 0) {
      fputs("<td class=\"zero\">0</td>", to);
    } else {
      fprintf(to, "<td class=\"hit l%d\">%lu</td>", after, number(n[after]));
    }
  }
  fputs("</tr>\n", to);
}

static void put_matrix(FILE *to, const struct list *list) {
  uint32_t n[LEVELS + 1][LEVELS + 1] = {{0}};
  for (uint32_t i = 0; i < list->count; i++) {
    const secrisk_evaluation *e = &list->evaluations[i];
    n[e->initial_level][e->residual_level]++;
  }
  fputs("<div class=\"card\">\n<table class=\"matrix\">\n<caption>From before "
        "to after<span "
        "class=\"soft\">a row for the level before controls, a column for the "
        "one after</span></caption>\n<colgroup><col><col span=\"5\"></colgroup>"
        "\n<thead><tr><th scope=\"col\">Before</th>",
        to);
  for (uint8_t level = LEVELS; level > 0; level--) {
    fprintf(to, "<th scope=\"col\">%s</th>", secrisk_level_text(level));
  }
  fputs("</tr></thead>\n<tbody>\n", to);
  for (uint8_t level = LEVELS; level > 0; level--) {
    put_matrix_row(to, level, n[level]);
  }
  fputs("</tbody>\n</table>\n</div>\n", to);
}

/* --- A threat --------------------------------------------------------------*/

/* A level without a score gets a hatched bar, up to the middle of its fifth. */
static void put_bar(FILE *to, const char *name, secrisk_level level,
                    secrisk_tenths tenths, uint16_t full) {
  bool scored = tenths != SECRISK_NO_SCORE && full > 0;
  int width = scored ? 100 * tenths / full : 20 * level - 10;
  fprintf(to,
          "<dt>%s</dt><dd class=\"l%d\"><div class=\"track l%d\" "
          "aria-hidden=\"true\"><i%s style=\"width:%d%%\"></i></div>"
          "<span class=\"word l%d\">%s",
          name, level, level, scored ? "" : " class=\"guess\"", width, level,
          secrisk_level_text(level));
  if (scored) {
    putc(' ', to);
    put_score(to, tenths);
    if (full != 100) {
      fprintf(to, "<span class=\"soft\"> of %d</span>", full / 10);
    }
  }
  fputs("</span></dd>\n", to);
}

static void put_bars(FILE *to, const struct row *row,
                     const secrisk_evaluation *e) {
  bool counts = e->residual_level != e->initial_level ||
                e->residual_tenths != e->initial_tenths;
  uint16_t full = counts ? row->residual.full : row->initial.full;
  fputs("<dl class=\"bars\">\n", to);
  put_bar(to, "Before", e->initial_level, e->initial_tenths, row->initial.full);
  put_bar(to, "After", e->residual_level, e->residual_tenths, full);
  fputs("</dl>\n", to);
}

static void put_title(FILE *to, const struct row *row,
                      const secrisk_evaluation *e) {
  static const char *const tags[] = {"Not read",
                                     "Open",
                                     "Accepted",
                                     "Accepted with a rationale",
                                     "Accepted on benefit and risk",
                                     "Recorded"};
  fputs("<div>\n<div class=\"head\"><h3><bdi>", to);
  put_html(to, row->text[ID][0] != '\0' ? row->text[ID] : "(no id)");
  fprintf(to, "</bdi></h3><span class=\"tag%s\">%s</span></div>\n",
          settled(e) ? "" : " open", tags[e->decision]);
  if (row->text[DESCRIPTION][0] != '\0') {
    fputs("<p class=\"about\"><bdi>", to);
    put_html(to, row->text[DESCRIPTION]);
    fputs("</bdi></p>\n", to);
  }
  fputs("</div>\n", to);
}

static void put_missing(FILE *to, const struct row *row,
                        const secrisk_evaluation *e) {
  fputs("<div class=\"miss wide\"><b>", to);
  fputs(row->problems != NULL ? "What is wrong" : "What is missing", to);
  fputs("</b>\n<ul>\n", to);
  for (const struct problem *p = row->problems; p != NULL; p = p->next) {
    fprintf(to, "<li>Line %lu, column %lu%s%s: ", p->line, p->column,
            *p->where != '\0' ? ", " : "", p->where);
    put_html(to, p->what);
    fputs("</li>\n", to);
  }
  for (unsigned bit = 0; bit < 6; bit++) {
    if ((e->missing >> bit & 1u) != 0) {
      fprintf(to, "<li>%s</li>\n", secrisk_missing_text((uint16_t)(1u << bit)));
    }
  }
  fputs("</ul></div>\n", to);
}

static void put_control(FILE *to, const secrisk_control *c, const char *name) {
  fputs("<li>", to);
  if (*name != '\0') {
    fputs("<bdi>", to);
    put_html(to, name);
    fputs("</bdi>: ", to);
  }
  fprintf(to, "%s, %s", kind_words[c->kind], state_words[c->state]);
  for (unsigned bit = 0; bit < 3; bit++) {
    if (c->domains != SECRISK_DOMAIN_SECURITY &&
        (c->domains >> bit & 1u) != 0) {
      fprintf(to, ", %s", domain_words[bit]);
    }
  }
  if (c->cryptographic) {
    fputs(", cryptographic", to);
    if (c->reference != NULL) {
      fputs(" (<bdi>", to);
      put_html(to, c->reference);
      fputs("</bdi>)", to);
    }
  }
  for (size_t i = 0; i < c->limit_count; i++) {
    const secrisk_limit *cap = &c->limits[i];
    fprintf(to, ", %s:%s", secrisk_cvss_metric_abbr(cap->version, cap->metric),
            secrisk_cvss_value_abbr(cap->version, cap->metric, cap->value));
  }
  fputs("</li>\n", to);
}

static void put_field(FILE *to, const char *name, const char *text) {
  if (*text != '\0') {
    fprintf(to, "<p><b>%s</b> <bdi>", name);
    put_html(to, text);
    fputs("</bdi></p>\n", to);
  }
}

static void put_more(FILE *to, const struct row *row,
                     const secrisk_evaluation *e) {
  fputs("<div class=\"more wide\">\n", to);
  if (row->control_count > 0) {
    fputs("<b>Controls</b>\n<ul>\n", to);
    for (size_t i = 0; i < row->control_count; i++) {
      put_control(to, &row->controls[i], row->control_names[i]);
    }
    fputs("</ul>\n", to);
  }
  put_field(to, "Rationale", row->text[RATIONALE]);
  put_field(to, "Benefit and risk", row->text[BENEFIT_RISK]);
  put_field(to, "Note", row->text[NOTE]);
  for (unsigned bit = 0; bit < REMARKS; bit++) {
    if ((e->remarks >> bit & 1u) != 0) {
      put_field(to, "Remark", secrisk_remark_text((uint8_t)(1u << bit)));
    }
  }
  put_field(to, "Rated", row->initial.text);
  put_field(to, "Rated after controls", row->residual.text);
  fputs("</div>\n", to);
}

static void put_threat(FILE *to, const struct list *list, uint32_t place) {
  const struct row *row = &list->rows[list->order[place]];
  const secrisk_evaluation *e = &list->evaluations[list->order[place]];
  fprintf(to, "<li class=\"threat l%d\" value=\"%lu\">\n", e->residual_level,
          number(place + 1));
  put_title(to, row, e);
  if (e->decision != 0) {
    put_bars(to, row, e);
  }
  if (!settled(e)) {
    put_missing(to, row, e);
  }
  put_more(to, row, e);
  fputs("</li>\n", to);
}

static void put_section(FILE *to, const struct list *list, const char *heading,
                        bool want_settled) {
  bool any = false;
  for (uint32_t i = 0; i < list->count; i++) {
    if (settled(&list->evaluations[list->order[i]]) == want_settled) {
      if (!any) {
        fprintf(to, "<section>\n<h2>%s</h2>\n<ol>\n", heading);
      }
      any = true;
      put_threat(to, list, i);
    }
  }
  fputs(any ? "</ol>\n</section>\n" : "", to);
}

void put_list_html(FILE *to, const struct list *list) {
  put_head(to, list);
  put_verdict(to, list);
  fputs("<div class=\"pair\">\n", to);
  put_counts(to, &list->counts);
  put_matrix(to, list);
  fputs("</div>\n", to);
  put_section(to, list, "Open, the most urgent first", false);
  put_section(to, list, "Decided, the most urgent first", true);
  fputs("</main>\n</body>\n</html>\n", to);
}
