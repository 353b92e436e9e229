/* SPDX-License-Identifier: MIT */
/* Part of register: JSON and CSV, for other programs. */
#include <string.h>

#include "register.h"

const char *system_name(uint8_t system) {
  switch (system) {
  case SECRISK_CVSS20:
    return "CVSS 2.0";
  case SECRISK_CVSS30:
    return "CVSS 3.0";
  case SECRISK_CVSS31:
    return "CVSS 3.1";
  case SECRISK_CVSS40:
    return "CVSS 4.0";
  default:
    return system == SECRISK_SYSTEM_LEVEL ? "level" : "DREAD";
  }
}

/* --- JSON ------------------------------------------------------------------*/

static void json_words(FILE *to, const char *name, unsigned set,
                       const char *const *words, unsigned count) {
  const char *comma = "";
  fprintf(to, ",\"%s\":[", name);
  for (unsigned bit = 0; bit < count; bit++) {
    if ((set >> bit & 1u) != 0) {
      fprintf(to, "%s\"%s\"", comma, words[bit]);
      comma = ",";
    }
  }
  putc(']', to);
}

static void json_text(FILE *to, const char *name, const char *text) {
  fprintf(to, ",\"%s\":", name);
  put_json(to, text);
}

static void json_level(FILE *to, secrisk_level level, secrisk_tenths tenths) {
  fputs("\"level\":", to);
  put_json(to, secrisk_level_text(level));
  fputs(",\"score\":", to);
  if (tenths == SECRISK_NO_SCORE) {
    fputs("null", to);
  } else {
    put_score(to, tenths);
  }
}

static void json_rating(FILE *to, const char *name, const struct rating *r) {
  fprintf(to, ",\"%s\":", name);
  if (r->risk.system == 0) {
    fputs("null", to);
    return;
  }
  fputs("{\"rating\":", to);
  put_json(to, r->text);
  fprintf(to, ",\"system\":\"%s", system_name(r->risk.system));
  if (r->risk.system > SECRISK_DREAD_D) {
    fprintf(to, " %s", secrisk_dread_scheme_name(r->risk.system));
  }
  fputs("\",\"score\":", to);
  if (r->risk.tenths == SECRISK_NO_SCORE) {
    fputs("null}", to);
  } else {
    put_score(to, r->risk.tenths);
    putc('}', to);
  }
}

static void put_cap(FILE *to, const secrisk_limit *cap) {
  fprintf(to, "%s:%s", secrisk_cvss_metric_abbr(cap->version, cap->metric),
          secrisk_cvss_value_abbr(cap->version, cap->metric, cap->value));
}

static void json_control(FILE *to, const secrisk_control *c, const char *name) {
  fputs("{\"name\":", to);
  put_json(to, name);
  fprintf(to, ",\"kind\":\"%s\",\"state\":\"%s\"", kind_words[c->kind],
          state_words[c->state]);
  json_words(to, "domains", c->domains, domain_words, 3);
  fprintf(to, ",\"cryptographic\":%s", c->cryptographic ? "true" : "false");
  json_text(to, "reference", c->reference != NULL ? c->reference : "");
  fputs(",\"caps\":[", to);
  for (size_t i = 0; i < c->limit_count; i++) {
    fputs(i > 0 ? ",\"" : "\"", to);
    put_cap(to, &c->limits[i]);
    putc('"', to);
  }
  fputs("]}", to);
}

static void json_controls(FILE *to, const struct row *row) {
  fputs(",\"controls\":[", to);
  for (size_t i = 0; i < row->control_count; i++) {
    fputs(i > 0 ? "," : "", to);
    json_control(to, &row->controls[i], row->control_names[i]);
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

static void json_threat(FILE *to, const struct list *list, uint32_t place) {
  const struct row *row = &list->rows[list->order[place]];
  const secrisk_evaluation *e = &list->evaluations[list->order[place]];
  fprintf(to, "{\"priority\":%lu,\"line\":%lu", (unsigned long)place + 1,
          row->line);
  json_text(to, "id", row->text[ID]);
  json_text(to, "description", row->text[DESCRIPTION]);
  json_text(to, "decision", decision_words[e->decision]);
  json_words(to, "missing", e->missing, missing_words, 6);
  json_words(to, "remarks", e->remarks, remark_words, REMARKS);
  if (e->decision != 0) {
    fputs(",\"before\":{", to);
    json_level(to, e->initial_level, e->initial_tenths);
    fputs("},\"after\":{", to);
    json_level(to, e->residual_level, e->residual_tenths);
    putc('}', to);
  }
  json_rating(to, "initial", &row->initial);
  json_rating(to, "residual", &row->residual);
  json_controls(to, row);
  json_text(to, "rationale", row->text[RATIONALE]);
  json_text(to, "benefit_risk", row->text[BENEFIT_RISK]);
  json_text(to, "note", row->text[NOTE]);
  json_problems(to, row);
  putc('}', to);
}

static void json_levels(FILE *to, const char *name, const uint32_t n[6]) {
  fprintf(to, "\"%s\":{", name);
  for (uint8_t level = SECRISK_LEVEL_CRITICAL; level > 0; level--) {
    put_json(to, secrisk_level_text(level));
    fprintf(to, ":%lu%s", (unsigned long)n[level], level > 1 ? "," : "},");
  }
}

static void json_counts(FILE *to, const char *name, const uint32_t n[6],
                        const char *const words[6]) {
  fprintf(to, "\"%s\":{", name);
  for (size_t i = 0; i < 6; i++) {
    fprintf(to, "\"%s\":%lu%s", words[i], (unsigned long)n[i],
            i < 5 ? "," : "}");
  }
}

void put_list_json(FILE *to, const struct list *list) {
  const secrisk_counts *n = &list->counts;
  fputs("{\"source\":", to);
  put_json(to, list->source);
  json_text(to, "policy", list->policy_name);
  if (list->date != NULL) {
    json_text(to, "date", list->date);
  }
  fprintf(to, ",\n\"count\":%lu,", (unsigned long)list->count);
  json_levels(to, "before", n->initial);
  json_levels(to, "after", n->residual);
  json_counts(to, "decisions", n->decision, decision_words);
  putc(',', to);
  json_counts(to, "missing", n->missing, missing_words);
  fputs(",\n\"threats\":[", to);
  for (uint32_t i = 0; i < list->count; i++) {
    fputs(i > 0 ? ",\n" : "\n", to);
    json_threat(to, list, i);
  }
  fputs("\n]}\n", to);
}

/* --- CSV -------------------------------------------------------------------*/

static void csv_cell(FILE *to, const struct list *list, const char *text) {
  char special[] = {'"', '\r', '\n', list->separator, '\0'};
  const char *guard = like_formula(text) ? "'" : "";
  if (strpbrk(text, special) == NULL) {
    fprintf(to, "%s%s", guard, text);
    return;
  }
  fprintf(to, "\"%s", guard);
  for (; *text != '\0'; text++) {
    fputs(*text == '"' ? "\"\"" : (char[]){*text, '\0'}, to);
  }
  putc('"', to);
}

static void csv_words(FILE *to, unsigned set, const char *const *words,
                      unsigned count) {
  const char *space = "";
  for (unsigned bit = 0; bit < count; bit++) {
    if ((set >> bit & 1u) != 0) {
      fprintf(to, "%s%s", space, words[bit]);
      space = " ";
    }
  }
}

static void csv_level(FILE *to, char separator, secrisk_level level,
                      secrisk_tenths tenths) {
  fprintf(to, "%c%s%c", separator, secrisk_level_text(level), separator);
  if (level != SECRISK_NO_LEVEL && tenths != SECRISK_NO_SCORE) {
    put_score(to, tenths);
  }
}

static void csv_problems(FILE *to, const struct list *list,
                         const struct row *row) {
  char text[1024] = "";
  size_t len = 0;
  for (const struct problem *p = row->problems; p != NULL && len < sizeof text;
       p = p->next) {
    len += (size_t)snprintf(text + len, sizeof text - len, "%s%s%s%s",
                            len > 0 ? "; " : "", p->where,
                            *p->where != '\0' ? ": " : "", p->what);
  }
  csv_cell(to, list, text);
}

static void csv_row(FILE *to, const struct list *list, uint32_t place) {
  const struct row *row = &list->rows[list->order[place]];
  const secrisk_evaluation *e = &list->evaluations[list->order[place]];
  char sep = list->separator;
  fprintf(to, "%lu%c%s%c", (unsigned long)place + 1, sep,
          decision_words[e->decision], sep);
  csv_words(to, e->missing, missing_words, 6);
  putc(sep, to);
  csv_words(to, e->remarks, remark_words, REMARKS);
  csv_level(to, sep, e->initial_level, e->initial_tenths);
  csv_level(to, sep, e->residual_level, e->residual_tenths);
  putc(sep, to);
  csv_cell(to, list, row->residual.text);
  putc(sep, to);
  csv_problems(to, list, row);
  for (size_t i = 0; i < COLUMNS; i++) {
    putc(sep, to);
    csv_cell(to, list, row->text[i]);
  }
  fputs("\r\n", to);
}

void put_list_csv(FILE *to, const struct list *list) {
  fputs(list->mark ? "\xef\xbb\xbf" : "", to);
  for (size_t i = 0; result_names[i] != NULL; i++) {
    fprintf(to, "%s%c", result_names[i], list->separator);
  }
  for (size_t i = 0; i < COLUMNS; i++) {
    fputs(column_names[i], to);
    fputs(i + 1 < COLUMNS ? (char[]){list->separator, '\0'} : "\r\n", to);
  }
  for (uint32_t i = 0; i < list->count; i++) {
    csv_row(to, list, i);
  }
}
