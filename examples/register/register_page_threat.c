/* SPDX-License-Identifier: MIT */
/* Part of register: the threats on the page. */
#include <string.h>

#include "register_output.h"

/* --- Bars ------------------------------------------------------------------*/

/* A level without a score gets a hatched bar, up to the middle of its fifth. */
static void put_bar(FILE *to, const struct list *list, const char *name,
                    const struct rating *r, secrisk_level level,
                    secrisk_tenths tenths) {
  char score[SCORE_SIZE];
  uint16_t full = system_high(r->risk.system);
  bool scored = tenths != SECRISK_NO_SCORE && full > 0;
  int width = scored ? 100 * tenths / full : level == 0 ? 0 : 20 * level - 10;
  fprintf(to,
          "<div><dt>%s</dt><dd class=\"l%d\"><span class=\"track\" "
          "aria-hidden=\"true\"><i%s style=\"width:%d%%\"></i></span>"
          "<span class=\"word\">",
          name, level, scored ? "" : " class=\"guess\"", width);
  put_html(to, level == 0 ? "not rated" : level_name(list, level));
  fprintf(to, " %s</span></dd></div>\n",
          level == 0 ? "" : score_text(r, tenths, " of ", score));
}

/* What the controls that count make of it, even if others are still to come:
 * the library counts a residual risk only when all of them do. */
static void put_after(FILE *to, const struct list *list, const char *name,
                      const struct row *row, const secrisk_evaluation *e,
                      const struct rating *by_limits) {
  if (row->by_limits) {
    put_bar(to, list, name, by_limits, level_of(list, &by_limits->risk),
            by_limits->risk.tenths);
  } else {
    put_bar(to, list, name, rating_after(row, e), e->residual_level,
            e->residual_tenths);
  }
}

static void put_bars(FILE *to, const struct list *list, const struct row *row,
                     const secrisk_evaluation *e) {
  fputs("<dl class=\"bars\">\n", to);
  put_bar(to, list, "Before", &row->initial, e->initial_level,
          e->initial_tenths);
  if (row->control_count > 0) {
    put_after(to, list, "Verified", row, e, &row->residual);
    put_after(to, list, "Once all is", row, &row->all, &row->all_residual);
  } else {
    put_bar(to, list, "After", &row->initial, e->residual_level,
            e->residual_tenths);
  }
  fputs("</dl>\n", to);
}

/* --- Title and decision ----------------------------------------------------*/

static const char *const tags[DECISIONS] = {"Not read",
                                            "Open",
                                            "Accepted",
                                            "Accepted with a rationale",
                                            "Accepted on benefit and risk",
                                            "Recorded"};
static void put_title(FILE *to, const struct row *row,
                      const secrisk_evaluation *e) {
  fputs("<div>\n<div class=\"head\"><h3><bdi>", to);
  put_html(to, row->text[ID][0] != '\0' ? row->text[ID] : "(no id)");
  fprintf(to, "</bdi></h3><span class=\"tag%s\">%s</span>",
          settled(e) ? "" : " open", tags[e->decision]);
  if (row->all.decision != e->decision && row->control_count > 0 &&
      e->decision != 0) {
    fprintf(to, "<span class=\"soft\">once all is verified: %s</span>",
            decision_names[row->all.decision]);
  }
  fputs("</div>\n", to);
  if (row->text[DESCRIPTION][0] != '\0') {
    fputs("<p class=\"about\"><bdi>", to);
    put_html(to, row->text[DESCRIPTION]);
    fputs("</bdi></p>\n", to);
  }
  fputs("</div>\n", to);
}

static void put_problems(FILE *to, const struct row *row) {
  for (const struct problem *p = row->problems; p != NULL; p = p->next) {
    fprintf(to, "<li>Line %lu, column %lu%s%s: ", p->line, p->column,
            *p->where != '\0' ? ", " : "", p->where);
    put_html(to, p->what);
    fputs("</li>\n", to);
  }
}

static void put_missing(FILE *to, const struct row *row,
                        const secrisk_evaluation *e) {
  fputs("<div class=\"miss wide\"><b>", to);
  fputs(row->problems != NULL ? "What is wrong" : "What is missing", to);
  fputs("</b>\n<ul>\n", to);
  put_problems(to, row);
  for (unsigned bit = 0; bit < LACKS; bit++) {
    if ((row->lacks >> bit & 1u) != 0) {
      fprintf(to, "<li>%s</li>\n", lack_texts[bit]);
    }
  }
  for (unsigned bit = 0; bit < MISSING; bit++) {
    if ((e->missing >> bit & 1u) != 0) {
      fputs("<li><bdi>", to);
      put_html(to, missing_sentence(row, 1u << bit));
      fputs("</bdi></li>\n", to);
    }
  }
  fputs("</ul></div>\n", to);
}

/* --- The rest --------------------------------------------------------------*/

static void put_remarks(FILE *to, const struct row *row,
                        const secrisk_evaluation *e) {
  for (unsigned bit = 0; bit < REMARKS; bit++) {
    if ((e->remarks >> bit & 1u) != 0) {
      put_field(to, "Remark", secrisk_remark_text((uint16_t)(1u << bit)));
    }
  }
  for (unsigned bit = 0; bit < NOTES; bit++) {
    if ((row->notes >> bit & 1u) != 0) {
      put_field(to, "Remark", note_texts[bit]);
    }
  }
}

static void put_rating(FILE *to, const char *name, const struct rating *r) {
  if (r->risk.system == 0) {
    return;
  }
  fprintf(to, "<p><b>%s</b> <code><bdi>", name);
  put_html(to, r->text);
  fputs("</bdi></code>", to);
  if (r->risk.system != SECRISK_SYSTEM_LEVEL) {
    fputs(" <span class=\"nowrap\">(", to);
    put_scheme(to, r);
    if (r->own != SECRISK_NO_SCORE) {
      fprintf(to, "; its own score is %d.%d", r->own / 10, r->own % 10);
    }
    fputs(")</span>", to);
  }
  fputs("</p>\n", to);
}

static void put_class(FILE *to, const struct row *row) {
  char needed = (char)('@' + row->class_needed); /* A is 1 */
  if (row->class_needed == 0) {
    return;
  }
  fprintf(to, "<p><b>Safety class</b> needed here: %c (%s)", needed,
          secrisk_reason_text(row->class_reason));
  if (row->class_has == 0) {
    fputs(".</p>\n", to);
  } else if (row->class_has >= row->class_needed) {
    fprintf(to, "; the library has class %c, which is enough.</p>\n",
            '@' + row->class_has);
  } else {
    fprintf(to,
            "; the library has class %c, which is not enough. A library "
            "developed to class %c is rarely available: what remains is a "
            "control outside of the software, or to segregate the part that "
            "contains the library.</p>\n",
            '@' + row->class_has, needed);
  }
}

/* Other columns of the input, as they are. */
static bool is_other(const struct list *list, const struct row *row, size_t i) {
  bool extra = i >= list->columns.count;
  uint8_t what = extra ? FOREIGN : list->columns.all[i].what;
  return (what == FOREIGN || what == NAMELESS) &&
         !all_blank(row->cells[i].text);
}

static void put_other_cells(FILE *to, const struct list *list,
                            const struct row *row) {
  bool any = false;
  for (size_t i = 0; i < row->cell_count; i++) {
    if (is_other(list, row, i)) {
      bool named =
          i < list->columns.count && !all_blank(list->columns.all[i].name);
      fputs(any ? "<p><b><bdi>" : "<div class=\"other\">\n<p><b><bdi>", to);
      put_html(to, named ? list->columns.all[i].name : "(no column)");
      fputs("</bdi></b> <bdi>", to);
      put_html(to, row->cells[i].text);
      fputs("</bdi></p>\n", to);
      any = true;
    }
  }
  fputs(any ? "</div>\n" : "", to);
}

/* A row that was not read shows its cells instead of what they mean. */
static void put_raw_cells(FILE *to, const struct list *list,
                          const struct row *row) {
  static const enum column shown[] = {SCHEME,   INITIAL, CONTROLS,
                                      RESIDUAL, RERATED, IMPAIRS};
  for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
    put_field(to, column_name(list, shown[i]), row->text[shown[i]]);
  }
}

static void put_controls(FILE *to, const struct row *row) {
  if (row->control_count == 0) {
    return;
  }
  fputs("<b>Controls</b>\n<ul>\n", to);
  for (size_t i = 0; i < row->control_count; i++) {
    put_control(to, row, i);
  }
  fputs("</ul>\n", to);
}

static void put_more(FILE *to, const struct list *list, const struct row *row,
                     const secrisk_evaluation *e) {
  fputs("<div class=\"more wide\">\n", to);
  if (e->decision == 0) {
    put_raw_cells(to, list, row);
  } else {
    put_controls(to, row);
  }
  if (row->impairs) {
    put_field(to, "Impairs",
              "Controls would impair the device's critical performance.");
  }
  put_field(to, "Rationale", row->text[RATIONALE]);
  put_field(to, "Benefit and risk", row->text[BENEFIT_RISK]);
  put_field(to, "Note", row->text[NOTE]);
  put_class(to, row);
  put_remarks(to, row, e);
  if (e->decision != 0) {
    put_rating(to, "Rated", &row->initial);
    put_rating(to, "Rated after controls", &row->all_residual);
    put_page_near(to, list, row);
  }
  put_other_cells(to, list, row);
  fputs("</div>\n", to);
}

static void put_threat(FILE *to, const struct list *list, uint32_t place) {
  uint32_t i = list->order[place];
  const struct row *row = &list->rows[i];
  const secrisk_evaluation *e = &list->evaluations[i];
  fprintf(to, "<li class=\"threat l%d\" value=\"%lu\" id=\"", e->residual_level,
          number(place + 1));
  put_threat_anchor(to, list, i);
  fputs("\">\n", to);
  put_title(to, row, e);
  if (e->decision != 0 && !row->initial.open) {
    put_bars(to, list, row, e);
  }
  if (!settled(e)) {
    put_missing(to, row, e);
  }
  put_more(to, list, row, e);
  fputs("</li>\n", to);
}

static void put_section(FILE *to, const struct list *list, const char *id,
                        const char *heading, bool want_settled) {
  bool any = false;
  for (uint32_t i = 0; i < list->count; i++) {
    if (settled(&list->evaluations[list->order[i]]) == want_settled) {
      if (!any) {
        fprintf(to, "<section id=\"%s\">\n<h2>%s</h2>\n<ol>\n", id, heading);
      }
      any = true;
      put_threat(to, list, i);
    }
  }
  fputs(any ? "</ol>\n</section>\n" : "", to);
}

void put_page_threats(FILE *to, const struct list *list) {
  put_section(to, list, "open", "Open, the most urgent first", false);
  put_section(to, list, "decided", "Decided, the most urgent first", true);
}
