/* SPDX-License-Identifier: MIT */
/* Part of register: CSV, by priority, with every column of the input. */
#include <string.h>

#include "register_output.h"

static void csv_cell(FILE *to, const struct list *list, const char *text) {
  char special[] = {'"', '\r', '\n', list->separator, '\0'};
  const char *guard = like_formula(text) ? "'" : "";
  if (strpbrk(text, special) == NULL) {
    fputs(guard, to);
    fputs(text, to);
    return;
  }
  fprintf(to, "\"%s", guard);
  for (; *text != '\0'; text++) {
    if (*text == '"') {
      putc('"', to);
    }
    putc(*text, to);
  }
  putc('"', to);
}

static const char *csv_words(FILE *to, const char *space, unsigned set,
                             const char *const *words, unsigned count) {
  for (unsigned bit = 0; bit < count; bit++) {
    if ((set >> bit & 1u) != 0) {
      fputs(space, to);
      fputs(words[bit], to);
      space = " ";
    }
  }
  return space;
}

static void csv_level(FILE *to, const struct list *list, const struct rating *r,
                      secrisk_level level, secrisk_tenths tenths) {
  char text[SCORE_SIZE];
  putc(list->separator, to);
  csv_cell(to, list, level_name(list, level));
  putc(list->separator, to);
  fputs(level == SECRISK_NO_LEVEL ? "" : score_text(r, tenths, " of ", text),
        to);
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

static void csv_results(FILE *to, const struct list *list, uint32_t place) {
  const struct row *row = &list->rows[list->order[place]];
  const secrisk_evaluation *e = &list->evaluations[list->order[place]];
  char sep = list->separator;
  fprintf(to, "%lu%c%s%c", number(place + 1), sep, decision_words[e->decision],
          sep);
  const char *space = csv_words(to, "", e->missing, missing_words, MISSING);
  (void)csv_words(to, space, row->lacks, lack_words, LACKS);
  putc(sep, to);
  space = csv_words(to, "", e->remarks, remark_words, REMARKS);
  (void)csv_words(to, space, row->notes, note_words, NOTES);
  csv_level(to, list, &row->initial, e->initial_level, e->initial_tenths);
  csv_level(to, list, rating_after(row, e), e->residual_level,
            e->residual_tenths);
  putc(sep, to);
  csv_cell(to, list, row->residual.text);
  putc(sep, to);
  csv_problems(to, list, row);
  fprintf(to, "%c%s%c", sep,
          e->decision == 0 ? "" : decision_words[row->all.decision], sep);
  if (row->class_needed != 0) {
    putc('@' + row->class_needed, to); /* A is 1 */
  }
}

/* An earlier result is written anew, and a column without name and text is
 * none. */
static bool is_written(const struct list *list, size_t i) {
  const struct column_of *c = &list->columns.all[i];
  return c->what != RESULT && (c->what != NAMELESS || c->used);
}

/* Cells behind the last column stay behind it. */
static void csv_cells(FILE *to, const struct list *list,
                      const struct row *row) {
  size_t last = row->cell_count;
  while (last > list->columns.count && all_blank(row->cells[last - 1].text)) {
    last--;
  }
  last = last > list->columns.count ? last : list->columns.count;
  for (size_t i = 0; i < last; i++) {
    if (i >= list->columns.count || is_written(list, i)) {
      putc(list->separator, to);
      csv_cell(to, list, i < row->cell_count ? row->cells[i].text : "");
    }
  }
  fputs("\r\n", to);
}

void put_list_csv(FILE *to, const struct list *list) {
  fputs(list->mark ? "\xef\xbb\xbf" : "", to);
  for (size_t i = 0; result_names[i] != NULL; i++) {
    fputs(i > 0 ? (char[]){list->separator, '\0'} : "", to);
    fputs(result_names[i], to);
  }
  for (size_t i = 0; i < list->columns.count; i++) {
    if (is_written(list, i)) {
      putc(list->separator, to);
      csv_cell(to, list, list->columns.all[i].name);
    }
  }
  fputs("\r\n", to);
  for (uint32_t i = 0; i < list->count; i++) {
    csv_results(to, list, i);
    csv_cells(to, list, &list->rows[list->order[i]]);
  }
}

void put_template(FILE *to) {
  static const char *const example[] = {
      "T-01",
      "Anyone on the network can send commands to the device",
      "",
      "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:H/A:H",
      ("@C-01 hidden verified 'mutual authentication' crypto 'TLS 1.3, SP "
       "800-52r2' MAC:H MPR:H; external planned 'device network' MAV:A"),
      "limits",
      "",
      "",
      "Why the risk that is left is acceptable",
      "",
      "An example: delete this row"};
  for (size_t i = 0; i <= NOTE; i++) {
    fprintf(to, "%s%s", i > 0 ? "," : "", column_names[i]);
  }
  fputs("\r\n", to);
  for (size_t i = 0; i <= NOTE; i++) {
    bool quoted = strchr(example[i], ',') != NULL;
    fprintf(to, "%s%s%s%s", i > 0 ? "," : "", quoted ? "\"" : "", example[i],
            quoted ? "\"" : "");
  }
  fputs("\r\n", to);
}
