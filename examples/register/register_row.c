/* SPDX-License-Identifier: MIT */
/* Part of register: from the cells of one record to a decided threat. */
#include <string.h>

#include "register.h"

/* --- Cells -----------------------------------------------------------------*/

const struct cell *cell_at(const struct list *list, const struct row *row,
                           enum column what) {
  static char nothing[] = "";
  static struct cell none = {.text = nothing, .column = 1};
  size_t where = list->columns.where[what];
  none.line = row->line;
  return where != 0 && where <= row->cell_count ? row->cells + where - 1
                                                : &none;
}

struct place place_of(struct list *list, struct row *row, enum column what) {
  return (struct place){list, row, cell_at(list, row, what),
                        column_name(list, what)};
}

void unguard(struct cell *cell) {
  if (cell->len > 1 && cell->text[0] == '\'' && like_formula(cell->text + 1)) {
    cell->text++;
    cell->len--;
    cell->column++;
  }
}

bool read_yes(const struct place *at, bool *yes) {
  static const char *const words[] = {
      "",  "no", "yes", "false", "true",         "n",    "y",           "0",
      "1", "-",  "x",   "n/a",   "\xe2\x9c\x93", "none", "\xe2\x9c\x94"};
  struct piece p = trimmed(at->cell->text, 0, at->cell->len);
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (same_word(at->cell->text + p.from, p.to - p.from, words[i])) {
      *yes = i > 0 && i % 2 == 0;
      return true;
    }
  }
  if (says_later(at->cell->text)) {
    *yes = false;
    at->row->notes |= NOTE_PLACEHOLDER;
    return true;
  }
  problem(at, p.from, p.to - p.from, "expected yes or no");
  return false;
}

/* --- The record ------------------------------------------------------------*/

static void report_fault(struct list *list, struct row *row) {
  char lines[80] = "";
  struct cell wrong = {.text = (char[]){""},
                       .line = row->fault_line,
                       .column = row->fault_column};
  struct place at = {list, row, &wrong, ""};
  if (row->fault_last > row->fault_line) {
    (void)snprintf(lines, sizeof lines,
                   "; lines %lu to %lu were taken for its text",
                   row->fault_line, row->fault_last);
  }
  problem(&at, 0, 0, "%s%s", row->fault, lines);
}

/* Columns that --csv wrote before are not the user's to count. */
static size_t result_count(const struct list *list) {
  size_t n = 0;
  while (n < list->columns.count && list->columns.all[n].what == RESULT) {
    n++;
  }
  return n;
}

/* Blank cells behind the last column do no harm. */
static void check_length(struct list *list, struct row *row) {
  size_t results = result_count(list);
  for (size_t i = list->columns.count; i < row->cell_count; i++) {
    if (!all_blank(row->cells[i].text)) {
      struct place at = {list, row, row->cells + i, ""};
      problem(&at, 0, at.cell->len,
              "the row has %lu cells, and the header %lu; a cell with a %s in "
              "it must stand in quotes",
              (unsigned long)(row->cell_count - results),
              (unsigned long)(list->columns.count - results),
              list->separator == ','   ? "comma"
              : list->separator == ';' ? "semicolon"
              : list->separator == '|' ? "vertical bar"
                                       : "tab");
      return;
    }
  }
}

static void check_names(struct list *list, struct row *row) {
  for (size_t i = 0; i < list->columns.count && i < row->cell_count; i++) {
    struct column_of *column = &list->columns.all[i];
    if (column->what == NAMELESS && !all_blank(row->cells[i].text)) {
      struct place at = {list, row, row->cells + i, ""};
      column->used = true;
      problem(&at, 0, at.cell->len,
              "the column of this cell has no name; give it one in line 1");
    }
  }
}

/* Is the record whole, and is there something in every cell that needs it? */
static bool check_record(struct list *list, struct row *row) {
  secrisk_level level;
  struct place id = place_of(list, row, ID);
  struct place initial = place_of(list, row, INITIAL);
  if (row->fault != NULL) {
    report_fault(list, row);
    return false;
  }
  check_length(list, row);
  check_names(list, row);
  if (all_blank(id.cell->text)) {
    problem(&id, 0, 0, "there must be something here: the threat's id");
  }
  if (all_blank(initial.cell->text) &&
      !words_find(&list->words, "", 0, &level) &&
      (all_blank(row->text[AXIS_ROW]) && all_blank(row->text[AXIS_COLUMN]))) {
    problem(&initial, 0, 0,
            "there must be something here: a rating, or TBD while there is "
            "none");
  }
  return row->problems == NULL;
}

/* --- A row -----------------------------------------------------------------*/

static bool is_by_limits(const struct cell *cell) {
  struct piece p = trimmed(cell->text, 0, cell->len);
  return same_word(cell->text + p.from, p.to - p.from, "limits") ||
         same_word(cell->text + p.from, p.to - p.from, "caps");
}

static bool any_pending(const struct row *row) {
  for (size_t i = 0; i < row->control_count; i++) {
    if (!control_counts(&row->controls[i])) {
      return true;
    }
  }
  return false;
}

/* "limits": what the limits of the controls make of the initial vector. */
static bool compute_residual(const struct place *at) {
  struct row *row = at->row;
  secrisk_cvss v;
  uint8_t version = row->initial.cvss.version;
  if (version == 0 || version == SECRISK_CVSS20) {
    problem(at, 0, at->cell->len,
            "limits (or caps) need an initial rating that is a CVSS 3 or 4 "
            "vector");
    return false;
  }
  row->by_limits = true;
  if (!vector_after(row, false, &v)) {
    problem(at, 0, at->cell->len, "the limits cannot be applied");
    return false;
  }
  rate_cvss(&row->residual, &v);
  row->all_residual = row->residual;
  if (any_pending(row) && vector_after(row, true, &v)) {
    rate_cvss(&row->all_residual, &v);
  }
  return true;
}

static bool read_residual(const struct place *at, uint8_t scheme) {
  struct row *row = at->row;
  if (is_by_limits(at->cell)) {
    return compute_residual(at);
  }
  if (!read_rating(at, scheme, &row->residual) ||
      !read_matrix(at->list, row, true, &row->residual)) {
    return false;
  }
  if (row->residual.open) { /* TBD: not rated yet, as if nothing were said */
    row->residual = (struct rating){.text = "", .own = SECRISK_NO_SCORE};
  }
  row->all_residual = row->residual;
  return true;
}

static bool read_initial(struct list *list, struct row *row, uint8_t *scheme) {
  struct place at = place_of(list, row, SCHEME);
  if (!read_scheme(&at, scheme)) {
    return false;
  }
  at = place_of(list, row, INITIAL);
  return read_rating(&at, *scheme, &row->initial) &&
         read_matrix(list, row, false, &row->initial);
}

void read_row(struct list *list, struct row *row) {
  uint8_t scheme;
  if (!check_record(list, row)) {
    return;
  }
  struct place rerated = place_of(list, row, RERATED);
  struct place impairs = place_of(list, row, IMPAIRS);
  struct place controls = place_of(list, row, CONTROLS);
  struct place residual = place_of(list, row, RESIDUAL);
  bool rated = read_initial(list, row, &scheme);
  bool good = read_yes(&rerated, &row->rerated);
  good = read_yes(&impairs, &row->impairs) && good;
  good = rated && read_controls(&controls) && good;
  good = rated && read_residual(&residual, scheme) && good;
  good = read_class(list, row) && good;
  if (good) {
    decide(list, row);
  }
}
