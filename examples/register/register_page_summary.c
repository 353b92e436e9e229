/* SPDX-License-Identifier: MIT */
/* Part of register: the page's counts, its matrix, and what remains. */
#include <stdlib.h>

#include "register_output.h"

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
  for (uint8_t i = 0; i <= LEVELS; i++) {
    all += n[i];
  }
  return all;
}

static void put_count(FILE *to, uint32_t n, uint32_t top) {
  unsigned long part = 75ul * n / top; /* of the cell: the number needs room */
  fputs("<td><div class=\"n\">", to);
  if (n > 0) {
    fprintf(to, "<i style=\"width:%lu%%\"></i>", part < 1 ? 1 : part);
  }
  fprintf(to, "%lu</div></td>", number(n));
}

static void put_count_row(FILE *to, const struct list *list,
                          secrisk_level level, uint32_t top) {
  const secrisk_counts *n = &list->counts;
  fprintf(to, "<tr class=\"l%d\"><th scope=\"row\">", level);
  put_html(to, level == 0 ? "Not rated" : level_name(list, level));
  fputs("</th>", to);
  put_count(to, n->initial[level], top);
  put_count(to, n->residual[level], top);
  fputs("</tr>\n", to);
}

void put_page_counts(FILE *to, const struct list *list) {
  const secrisk_counts *n = &list->counts;
  uint32_t before = most(n->initial), after = most(n->residual);
  uint32_t top = before > after ? before : after;
  top = n->initial[0] > top ? n->initial[0] : top;
  fputs("<div class=\"card\">\n<table class=\"counts\">\n<caption>Threats by "
        "level</caption>\n"
        "<colgroup><col><col span=\"2\"></colgroup>\n<thead><tr><th "
        "scope=\"col\">Level</th><th scope=\"col\">Before "
        "controls</th><th scope=\"col\">After</th></tr></thead>\n<tbody>\n",
        to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    put_count_row(to, list, level, top);
  }
  if (n->initial[0] > 0) {
    put_count_row(to, list, 0, top);
  }
  fprintf(to,
          "<tr class=\"sum\"><th scope=\"row\">All</th><td>%lu</td><td>%lu</td>"
          "</tr>\n</tbody>\n</table>\n</div>\n",
          number(sum(n->initial)), number(sum(n->residual)));
}

/* --- From before to after --------------------------------------------------*/

static void put_level_name(FILE *to, const struct list *list,
                           secrisk_level level) {
  put_html(to, level_name(list, level));
}

static void put_matrix_row(FILE *to, const struct list *list,
                           secrisk_level level, const uint32_t *n) {
  fputs("<tr><th scope=\"row\">", to);
  put_level_name(to, list, level);
  fputs("</th>", to);
  for (secrisk_level after = LEVELS; after > 0; after--) {
    if (after > level) { /* the library refuses it */
      fputs("<td class=\"never\"></td>", to);
    } else if (n[after] == 0) {
      fputs("<td class=\"zero\">0</td>", to);
    } else {
      fprintf(to, "<td class=\"hit l%d\"><a href=\"#cell-%d-%d\">%lu</a></td>",
              after, level, after, number(n[after]));
    }
  }
  fputs("</tr>\n", to);
}

static void put_threat_link(FILE *to, const struct list *list, uint32_t i) {
  fputs("<a href=\"#", to);
  put_threat_anchor(to, list, i);
  fputs("\"><bdi>", to);
  put_html(to, *list->rows[i].text[ID] != '\0' ? list->rows[i].text[ID]
                                               : "(no id)");
  fputs("</bdi></a>", to);
}

static bool in_cell(const struct list *list, uint32_t i, secrisk_level before,
                    secrisk_level after) {
  const secrisk_evaluation *e = &list->evaluations[i];
  return e->decision != 0 && e->initial_level == before &&
         e->residual_level == after;
}

static void put_cell_threats(FILE *to, const struct list *list,
                             secrisk_level before, secrisk_level after) {
  const char *between = "";
  fprintf(to, "<div id=\"cell-%d-%d\"><dt>", before, after);
  put_level_name(to, list, before);
  fputs(before == after ? ", not lower" : " to ", to);
  if (before != after) {
    put_level_name(to, list, after);
  }
  fputs("</dt><dd>", to);
  for (uint32_t k = 0; k < list->count; k++) {
    if (in_cell(list, list->order[k], before, after)) {
      fputs(between, to);
      put_threat_link(to, list, list->order[k]);
      between = ", ";
    }
  }
  fputs("</dd></div>\n", to);
}

static void put_cells(FILE *to, const struct list *list,
                      uint32_t n[LEVELS + 1][LEVELS + 1]) {
  fputs("<dl class=\"cells\">\n", to);
  for (secrisk_level before = LEVELS; before > 0; before--) {
    for (secrisk_level after = before; after > 0; after--) {
      if (n[before][after] > 0) {
        put_cell_threats(to, list, before, after);
      }
    }
  }
  fputs("</dl>\n", to);
}

void put_page_matrix(FILE *to, const struct list *list) {
  uint32_t n[LEVELS + 1][LEVELS + 1] = {{0}};
  for (uint32_t i = 0; i < list->count; i++) {
    const secrisk_evaluation *e = &list->evaluations[i];
    n[e->initial_level][e->residual_level] += e->decision != 0;
  }
  fputs("<div class=\"card\">\n<table class=\"matrix\">\n<caption>From before "
        "to after<span "
        "class=\"soft\">a row for the level before controls, a column for the "
        "one after</span></caption>\n<colgroup><col><col span=\"5\"></colgroup>"
        "\n<thead><tr><th scope=\"col\">Before</th>",
        to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    fputs("<th scope=\"col\">", to);
    put_level_name(to, list, level);
    fputs("</th>", to);
  }
  fputs("</tr></thead>\n<tbody>\n", to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    put_matrix_row(to, list, level, n[level]);
  }
  fputs("</tbody>\n</table>\n</div>\n</div>\n<div class=\"card wide-card\">\n"
        "<h3>Threats by level, before and after</h3>\n",
        to);
  put_cells(to, list, n);
}

/* --- What remains ----------------------------------------------------------*/

static void put_high(FILE *to, const struct list *list, uint32_t i) {
  const struct row *row = &list->rows[i];
  const secrisk_evaluation *e = &list->evaluations[i];
  char score[SCORE_SIZE];
  fputs("<tr><th scope=\"row\">", to);
  put_threat_link(to, list, i);
  fprintf(to, "</th><td class=\"l%d\"><span class=\"word l%d\">",
          e->residual_level, e->residual_level);
  put_level_name(to, list, e->residual_level);
  fprintf(to, " %s</span></td><td>",
          score_text(rating_after(row, e), e->residual_tenths, " of ", score));
  fputs(decision_names[e->decision], to);
  fputs("</td><td><bdi>", to);
  put_html(to, row->text[DESCRIPTION]);
  fputs("</bdi></td></tr>\n", to);
}

static void put_overall(FILE *to, const struct list *list) {
  const uint32_t *n = list->counts.residual;
  fputs("<p class=\"overall\"><b>Overall residual risk.</b> As the register "
        "stands, ",
        to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    fprintf(to, "%lu ", number(n[level]));
    put_level_name(to, list, level);
    fputs(level > 1 ? ", " : "", to);
  }
  fputs(n[0] > 0 ? " and " : "", to);
  if (n[0] > 0) {
    fprintf(to, "%lu not rated", number(n[0]));
  }
  fputs(". Whether all of it together is acceptable is for the manufacturer to "
        "judge, by the criteria of the risk management plan (ISO 14971, clause "
        "8); no sum of levels says it.</p>\n"
        "<p class=\"judge\">Judgement: <span class=\"blank\"></span></p>\n",
        to);
}

/* By what is left of a threat, as the library orders by what it was. */
static uint32_t *order_by_residual(const struct list *list) {
  uint32_t *order = grow(NULL, (list->count + 1) * sizeof order[0]);
  secrisk_evaluation *by = grow(NULL, (list->count + 1) * sizeof by[0]);
  for (uint32_t i = 0; i < list->count; i++) {
    by[i] = list->evaluations[i];
    by[i].initial_level = by[i].residual_level;
    by[i].initial_tenths = by[i].residual_tenths;
  }
  secrisk_register_order(by, list->count, order);
  free(by);
  return order;
}

static void put_high_table(FILE *to, const struct list *list) {
  bool any = false;
  uint32_t *order = order_by_residual(list);
  for (uint32_t k = 0; k < list->count; k++) {
    if (list->evaluations[order[k]].residual_level < SECRISK_LEVEL_HIGH) {
      continue;
    }
    if (!any) {
      fputs("<div class=\"card\">\n<table class=\"plain high\">\n<caption>"
            "Residual risks that stay high<span class=\"soft\">after the "
            "controls that count today</span></caption>\n<thead><tr><th "
            "scope=\"col\">Threat</th><th scope=\"col\">After</th><th "
            "scope=\"col\">Decision</th><th scope=\"col\">Description</th>"
            "</tr></thead>\n<tbody>\n",
            to);
    }
    any = true;
    put_high(to, list, order[k]);
  }
  fputs(any ? "</tbody>\n</table>\n</div>\n"
            : "<p>No residual risk stays High or Critical.</p>\n",
        to);
  free(order);
}

void put_page_residual(FILE *to, const struct list *list) {
  fputs("<section id=\"residual\">\n<h2>Residual risk</h2>\n", to);
  put_high_table(to, list);
  put_overall(to, list);
  fputs("</section>\n", to);
}

void put_page_changes(FILE *to, const struct list *list) {
  static const char *const kinds[] = {"New", "Gone", "Changed"};
  if (list->since.name == NULL) {
    return;
  }
  fputs("<section id=\"changes\">\n<h2>Changes since the last review</h2>\n",
        to);
  fputs(list->change_count == 0 ? "<p>Nothing has changed.</p>\n" : "<ul>\n",
        to);
  for (size_t i = 0; i < list->change_count; i++) {
    const struct change *c = &list->changes[i];
    fprintf(to, "<li>%s: <b><bdi>", kinds[c->kind]);
    put_html(to, c->id);
    fputs("</bdi></b> <bdi>", to);
    put_html(to, c->text);
    fputs("</bdi></li>\n", to);
  }
  fputs(list->change_count == 0 ? "</section>\n" : "</ul>\n</section>\n", to);
}
