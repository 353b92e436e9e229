/* SPDX-License-Identifier: MIT */
/* Part of register: JSON, for other programs. */
#include "register_output.h"

static void json_name(FILE *to, const char *name) {
  fputs(",\"", to);
  fputs(name, to);
  fputs("\":", to);
}

void json_text(FILE *to, const char *name, const char *text) {
  json_name(to, name);
  put_json(to, text);
}

static const char *more_words(FILE *to, const char *comma, unsigned set,
                              const char *const *words, unsigned count) {
  for (unsigned bit = 0; bit < count; bit++) {
    if ((set >> bit & 1u) != 0) {
      fputs(comma, to);
      put_json(to, words[bit]);
      comma = ",";
    }
  }
  return comma;
}

void json_words(FILE *to, const char *name, unsigned set,
                const char *const *words, unsigned count) {
  json_name(to, name);
  putc('[', to);
  (void)more_words(to, "", set, words, count);
  putc(']', to);
}

static void json_flag(FILE *to, const char *name, bool flag) {
  json_name(to, name);
  fputs(flag ? "true" : "false", to);
}

/* A score in the scale of its scheme, and that scale where it is not 10. */
void json_score(FILE *to, const struct rating *r, secrisk_tenths tenths) {
  char text[SCORE_SIZE];
  json_name(to, "score");
  fputs(tenths == SECRISK_NO_SCORE ? "null"
                                   : score_text(r, tenths, ",\"of\":", text),
        to);
}

static void json_level(FILE *to, const char *name, const struct rating *r,
                       secrisk_level level, secrisk_tenths tenths) {
  json_name(to, name);
  fputs("{\"level\":", to);
  put_json(to, secrisk_level_text(level));
  json_score(to, r, tenths);
  putc('}', to);
}

static void json_rating(FILE *to, const char *name, const struct rating *r) {
  json_name(to, name);
  if (r->risk.system == 0) {
    fputs("null", to);
    return;
  }
  fputs("{\"rating\":", to);
  put_json(to, r->text);
  fputs(",\"system\":\"", to);
  put_system(to, r->risk.system);
  putc('"', to);
  if (r->cvss.version != 0) {
    json_text(to, "nomenclature", secrisk_cvss_nomenclature(&r->cvss));
  }
  json_score(to, r, r->risk.tenths);
  if (r->own != SECRISK_NO_SCORE) {
    fprintf(to, ",\"own_score\":%d.%d", r->own / 10, r->own % 10);
  }
  putc('}', to);
}

/* --- A threat --------------------------------------------------------------*/

static void json_control(FILE *to, const secrisk_control *c,
                         const struct control *text) {
  fputs("{\"name\":", to);
  put_json(to, text->name);
  json_text(to, "kind", kind_words[c->kind]);
  json_text(to, "state", state_words[c->state]);
  json_words(to, "domains", c->domains, domain_words, 3);
  json_flag(to, "cryptographic", c->cryptographic != 0);
  json_text(to, "reference", c->reference != NULL ? c->reference : "");
  fputs(",\"caps\":[", to);
  for (size_t i = 0; i < c->limit_count; i++) {
    fputs(i > 0 ? ",\"" : "\"", to);
    put_limit(to, &c->limits[i]);
    putc('"', to);
  }
  putc(']', to);
  if (*text->id != '\0') {
    json_text(to, "id", text->id);
  }
  if (*text->library != '\0') {
    json_text(to, "library", text->library);
  }
  putc('}', to);
}

static void json_controls(FILE *to, const struct row *row) {
  fputs(",\"controls\":[", to);
  for (size_t i = 0; i < row->control_count; i++) {
    fputs(i > 0 ? "," : "", to);
    json_control(to, &row->controls[i], &row->control_texts[i]);
  }
  putc(']', to);
}

static void json_problems(FILE *to, const struct row *row) {
  fputs(",\"problems\":[", to);
  for (const struct problem *p = row->problems; p != NULL; p = p->next) {
    fprintf(to, "{\"line\":%lu,\"column\":%lu", p->line, p->column);
    json_text(to, "name", p->where);
    json_text(to, "text", p->what);
    fputs(p->next != NULL ? "}," : "}", to);
  }
  putc(']', to);
}

static bool is_other(const struct list *list, size_t i) {
  const struct column_of *c = &list->columns.all[i];
  return c->what == FOREIGN || (c->what == NAMELESS && c->used);
}

/* The cells of other columns, and those behind the last column; all that there
 * are in a row that was not read. */
static void json_cells(FILE *to, const char *name, const struct list *list,
                       const struct row *row, bool all) {
  const char *comma = "";
  json_name(to, name);
  putc('[', to);
  for (size_t i = 0; i < row->cell_count; i++) {
    bool extra = i >= list->columns.count;
    bool result = !extra && list->columns.all[i].what == RESULT;
    if (extra || (all && !result) || is_other(list, i)) {
      fprintf(to, "%s{\"name\":", comma);
      put_json(to, extra ? "" : list->columns.all[i].name);
      json_text(to, "text", row->cells[i].text);
      putc('}', to);
      comma = ",";
    }
  }
  putc(']', to);
}

static void json_class(FILE *to, const struct row *row) {
  if (row->class_needed == 0) {
    return;
  }
  fprintf(to, ",\"class\":{\"needed\":\"%c\"",
          '@' + row->class_needed); /* A is 1 */
  json_text(to, "reason", secrisk_reason_text(row->class_reason));
  if (row->class_has != 0) {
    fprintf(to, ",\"has\":\"%c\"", '@' + row->class_has);
    json_flag(to, "enough", row->class_has >= row->class_needed);
  }
  putc('}', to);
}

static void json_decision(FILE *to, const struct list *list,
                          const struct row *row, const secrisk_evaluation *e) {
  json_text(to, "decision", decision_words[e->decision]);
  fputs(",\"missing\":[", to);
  const char *comma = more_words(to, "", e->missing, missing_words, MISSING);
  (void)more_words(to, comma, row->lacks, lack_words, LACKS);
  fputs("],\"remarks\":[", to);
  comma = more_words(to, "", e->remarks, remark_words, REMARKS);
  (void)more_words(to, comma, row->notes, note_words, NOTES);
  putc(']', to);
  if (e->decision == 0 || row->initial.open) {
    return;
  }
  json_level(to, "before", &row->initial, e->initial_level, e->initial_tenths);
  json_level(to, "after", rating_after(row, e), e->residual_level,
             e->residual_tenths);
  json_text(to, "once_verified", decision_words[row->all.decision]);
  json_level(to, "after_once_verified", &row->all_residual,
             row->all.residual_level, row->all.residual_tenths);
  json_near(to, list, row);
}

static void json_threat(FILE *to, const struct list *list, uint32_t place) {
  const struct row *row = &list->rows[list->order[place]];
  const secrisk_evaluation *e = &list->evaluations[list->order[place]];
  fprintf(to, "{\"priority\":%lu,\"line\":%lu", number(place + 1), row->line);
  json_text(to, "id", row->text[ID]);
  json_text(to, "description", row->text[DESCRIPTION]);
  json_decision(to, list, row, e);
  json_rating(to, "initial", &row->initial);
  json_rating(to, "residual", &row->residual);
  json_controls(to, row);
  json_flag(to, "impairs", row->impairs);
  json_flag(to, "rerated", row->rerated);
  json_text(to, "rationale", row->text[RATIONALE]);
  json_text(to, "benefit_risk", row->text[BENEFIT_RISK]);
  json_text(to, "note", row->text[NOTE]);
  json_class(to, row);
  json_cells(to, "other", list, row, false);
  if (e->decision == 0) {
    json_cells(to, "cells", list, row, true);
  }
  json_problems(to, row);
  putc('}', to);
}

/* --- The whole -------------------------------------------------------------*/

static void json_levels(FILE *to, const char *name, const uint32_t *n) {
  fprintf(to, "\"%s\":{", name);
  for (uint8_t level = LEVELS; level > 0; level--) {
    put_json(to, secrisk_level_text(level));
    fprintf(to, ":%lu%s", number(n[level]), level > 1 ? "," : "},");
  }
}

static void json_counts(FILE *to, const char *name, const uint32_t *n,
                        const char *const *words, size_t count) {
  fprintf(to, "\"%s\":{", name);
  for (size_t i = 0; i < count; i++) {
    fprintf(to, "\"%s\":%lu%s", words[i], number(n[i]),
            i + 1 < count ? "," : "}");
  }
}

void put_list_json(FILE *to, const struct list *list) {
  const secrisk_counts *n = &list->counts;
  json_document(to, list);
  fprintf(to, ",\n\"count\":%lu,", number(list->count));
  json_levels(to, "before", n->initial);
  json_levels(to, "after", n->residual);
  json_counts(to, "decisions", n->decision, decision_words, DECISIONS);
  putc(',', to);
  json_counts(to, "missing", n->missing, missing_words, MISSING);
  json_policy(to, list);
  json_control_list(to, list);
  json_changes(to, list);
  fputs(",\n\"threats\":[", to);
  for (uint32_t i = 0; i < list->count; i++) {
    fputs(i > 0 ? ",\n" : "\n", to);
    json_threat(to, list, i);
  }
  fputs("\n]}\n", to);
}
