/* SPDX-License-Identifier: MIT */
/* Part of register: a maker's own matrix, from a file and in a row. */
#include <string.h>

#include "register.h"

/* --- The file --------------------------------------------------------------*/

/* "likelihood: Low, Medium, High", the lowest first. */
static void read_axis(const struct settings *s, const struct setting *at,
                      struct axis *axis) {
  const char *colon = strchr(at->value, ':');
  struct piece item;
  if (colon == NULL || axis->count > 0) {
    refuse_setting(s, at->line, at->value_column,
                   "expected, once, the name of an axis, a colon, and its "
                   "values from the lowest to the highest");
    return;
  }
  size_t name = (size_t)(colon - at->value);
  struct piece p = trimmed(at->value, 0, name);
  axis->name = keep_text(at->value + p.from, p.to - p.from);
  for (size_t n = 0; list_item(colon + 1, n, &item); n++) {
    if (n == AXIS || item.from == item.to) {
      refuse_setting(s, at->line, at->value_column,
                     "an axis has 1 to %d values, none of them empty", AXIS);
    }
    axis->values[axis->count++] =
        keep_text(colon + 1 + item.from, item.to - item.from);
  }
}

int axis_find(const struct axis *a, const char *text, size_t len) {
  int i = a->count - 1;
  while (i >= 0 && !same_name(text, len, a->values[i])) {
    i--;
  }
  return i;
}

static void read_cell(struct matrix *m, const struct setting *at,
                      struct piece item, secrisk_level *cell,
                      const struct words *words) {
  const char *text = at->value + item.from;
  if (same_word(text, item.to - item.from, "?")) {
    refuse_setting(&m->file, at->line, at->value_column + item.from,
                   "this cell is still to be filled in: which levels a maker "
                   "accepts is the maker's decision");
  }
  if (!words_find(words, text, item.to - item.from, cell) ||
      *cell == SECRISK_NO_LEVEL) {
    refuse_setting(&m->file, at->line, at->value_column + item.from,
                   "a cell is None, Low, Medium, High or Critical");
  }
}

static void read_cells(struct matrix *m, const struct setting *at,
                       const struct words *words) {
  struct piece item;
  size_t n = 0;
  int row = axis_find(&m->rows, at->name, strlen(at->name));
  if (row < 0) {
    refuse_setting(&m->file, at->line, at->column,
                   "%s is no value of the axis \"rows\"", at->name);
  }
  secrisk_level *cells = m->cells + (size_t)row * m->columns.count;
  if (cells[0] != 0) {
    refuse_setting(&m->file, at->line, at->column, "a second row %s", at->name);
  }
  for (; n < m->columns.count && list_item(at->value, n, &item); n++) {
    read_cell(m, at, item, &cells[n], words);
  }
  if (n < m->columns.count || list_item(at->value, n, &item)) {
    refuse_setting(&m->file, at->line, at->value_column,
                   "a row has a level for each of the %d values of the axis "
                   "\"columns\"",
                   (int)m->columns.count);
  }
}

static void read_matrix_line(struct matrix *m, const struct setting *at,
                             const struct words *words) {
  size_t n = strlen(at->name);
  if (in_section(at, "cells")) {
    read_cells(m, at, words);
  } else if (*at->section != '\0') {
    refuse_setting(&m->file, at->line, at->column,
                   "there is no section [%s]; expected [cells]", at->section);
  } else if (same_word(at->name, n, "name")) {
    m->name = at->value;
  } else if (same_word(at->name, n, "source")) {
    m->source = at->value;
  } else if (same_word(at->name, n, "rows")) {
    read_axis(&m->file, at, &m->rows);
  } else if (same_word(at->name, n, "columns")) {
    read_axis(&m->file, at, &m->columns);
  } else {
    refuse_setting(&m->file, at->line, at->column,
                   "expected name, source, rows, columns or [cells]");
  }
}

void matrix_read(struct matrix *m, const char *name,
                 const struct words *words) {
  secrisk_diag diag;
  *m = (struct matrix){.source = ""};
  read_settings(&m->file, name);
  m->name = m->file.file.name;
  for (size_t i = 0; i < m->file.count; i++) {
    read_matrix_line(m, &m->file.all[i], words);
  }
  m->levels = (secrisk_matrix){m->cells, m->rows.count, m->columns.count};
  secrisk_status status = secrisk_matrix_check(&m->levels, &diag);
  if (status != SECRISK_OK) {
    refuse_setting(&m->file, 1, 1, "%s%s",
                   status == SECRISK_E_ARG ? "the axes rows and columns, and "
                                             "[cells], must be there"
                                           : "there are no cells for the row ",
                   status == SECRISK_E_ARG
                       ? ""
                       : m->rows.values[diag.offset / m->columns.count]);
  }
}

/* --- A row of the register -------------------------------------------------*/

/* The value's number; -1 if there is none; -2 if it is no value; -3 if it is
 * not known yet. */
static int read_value(const struct place *at, const struct axis *axis) {
  char values[200] = "";
  size_t len = 0;
  if (all_blank(at->cell->text)) {
    return -1;
  }
  int value = axis_find(axis, at->cell->text, at->cell->len);
  if (value >= 0) {
    return value;
  }
  if (is_placeholder(at->cell->text)) {
    return -3;
  }
  for (uint8_t i = 0; i < axis->count && len < sizeof values; i++) {
    len += (size_t)snprintf(values + len, sizeof values - len, "%s%s",
                            i > 0 ? ", " : "", axis->values[i]);
  }
  problem(at, 0, at->cell->len, "expected %s", values);
  return -2;
}

/* By two values of the axes. */
static bool rate_by_matrix(struct list *list, struct row *row, bool residual,
                           struct rating *out, int i, int k) {
  const struct matrix *m = &list->matrix;
  secrisk_level level;
  (void)secrisk_matrix_level(&m->levels, (uint8_t)i, (uint8_t)k, &level);
  if (out->risk.system != 0 && out->risk.level != level) {
    struct place at = place_of(list, row, residual ? RESIDUAL : INITIAL);
    problem(&at, 0, at.cell->len,
            "by the matrix, %s and %s are %s: rate by the matrix or here, not "
            "by both",
            m->rows.values[i], m->columns.values[k], level_name(list, level));
    return false;
  }
  char text[200];
  int n = snprintf(text, sizeof text, "%s x %s", m->rows.values[i],
                   m->columns.values[k]);
  *out = (struct rating){
      .risk = {.system = SECRISK_SYSTEM_LEVEL,
               .tenths = SECRISK_NO_SCORE,
               .level = level},
      .own = SECRISK_NO_SCORE,
      .text = keep_text(text, n < (int)sizeof text ? (size_t)n : 199)};
  return true;
}

bool read_matrix(struct list *list, struct row *row, bool residual,
                 struct rating *out) {
  const struct matrix *m = &list->matrix;
  struct place a = place_of(list, row, residual ? RESIDUAL_ROW : AXIS_ROW);
  struct place b =
      place_of(list, row, residual ? RESIDUAL_COLUMN : AXIS_COLUMN);
  int i = read_value(&a, &m->rows), k = read_value(&b, &m->columns);
  if (i == -1 && k == -1) {
    return true;
  }
  if ((i == -3 || k == -3) && i != -2 && k != -2) {
    out->open = out->risk.system == 0;
    return true;
  }
  if (i < 0 || k < 0) {
    if (i == -1 || k == -1) {
      problem(i == -1 ? &a : &b, 0, 0,
              "a rating by the matrix needs both of its axes");
    }
    return false;
  }
  return rate_by_matrix(list, row, residual, out, i, k);
}
