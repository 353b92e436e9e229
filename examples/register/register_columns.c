/* SPDX-License-Identifier: MIT */
/* Part of register: the header, and which column of it is which of ours. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "register.h"

const char *const column_names[AXIS_ROW] = {"id",
                                            "description",
                                            "scheme",
                                            "initial",
                                            "controls",
                                            "residual",
                                            "rerated",
                                            "impairs",
                                            "rationale",
                                            "benefit-risk",
                                            "note",
                                            "class-contributes",
                                            "class-unacceptable",
                                            "class-harm",
                                            "class-parent",
                                            "class-segregated",
                                            "class-rationale",
                                            "class-has"};
const char *const result_names[] = {"priority",
                                    "decision",
                                    "missing",
                                    "remarks",
                                    "initial-level",
                                    "initial-score",
                                    "residual-level",
                                    "residual-score",
                                    "residual-rating",
                                    "problems",
                                    "once-verified",
                                    "class-needed",
                                    NULL};

static void refuse(const struct list *list, const struct cell *at,
                   const char *format, ...) {
  va_list args;
  char what[400];
  va_start(args, format);
  (void)vsnprintf(what, sizeof what, format, args);
  va_end(args);
  fprintf(stderr, "register: %s:%lu:%lu: ", list->source.name, at->line,
          at->column);
  put_plain(stderr, what);
  putc('\n', stderr);
  exit(TROUBLE);
}

const char *column_name(const struct list *list, enum column what) {
  return what < AXIS_ROW ? column_names[what]
                         : list->columns.axis_names[what - AXIS_ROW];
}

static void name_axes(struct list *list) {
  const char **names = list->columns.axis_names;
  if (list->matrix.name == NULL) {
    return;
  }
  for (size_t i = 0; i < 4; i++) {
    char text[200];
    const struct axis *a =
        i % 2 == 0 ? &list->matrix.rows : &list->matrix.columns;
    (void)snprintf(text, sizeof text, "%s%s", i < 2 ? "" : "residual-",
                   a->name);
    names[i] = keep_text(text, strlen(text));
  }
}

static enum column exact(const struct list *list, const char *text,
                         size_t len) {
  for (size_t i = 0; i < COLUMNS; i++) {
    const char *name = column_name(list, (enum column)i);
    if (name != NULL && same_name(text, len, name)) {
      return (enum column)i;
    }
  }
  return FOREIGN;
}

/* --- Near misses -----------------------------------------------------------*/

static bool is_present(const struct list *list, const struct csv *csv,
                       enum column what) {
  for (size_t i = 0; i < csv->count; i++) {
    if (exact(list, csv->cells[i].text, csv->cells[i].len) == what) {
      return true;
    }
  }
  return false;
}

/* With a column of that very name beside it, it is another one. */
static void refuse_near(const struct list *list, const struct csv *csv,
                        const struct cell *cell) {
  for (size_t i = 0; i < COLUMNS; i++) {
    const char *name = column_name(list, (enum column)i);
    if (name != NULL && near_name(cell->text, cell->len, name) &&
        !is_present(list, csv, (enum column)i)) {
      refuse(list, cell,
             "there is no column \"%s\"; did you mean \"%s\"? (A file for "
             "--columns with the line %s = - carries it through as it is)",
             cell->text, name, cell->text);
    }
  }
}

/* --- The mapping of --columns ----------------------------------------------*/

static bool mapped(const struct list *list, const struct cell *cell,
                   enum column *what) {
  for (size_t i = 0; i < list->mapping.count; i++) {
    const struct setting *at = &list->mapping.all[i];
    if (in_section(at, "ratings") || in_section(at, "json") ||
        !same_name(cell->text, cell->len, at->name)) {
      continue;
    }
    *what = exact(list, at->value, strlen(at->value));
    if (*what == FOREIGN && strcmp(at->value, "-") != 0) {
      refuse_setting(&list->mapping, at->line, at->value_column,
                     "%s is no column of a register; register --help lists "
                     "them, and - carries the column through",
                     at->value);
    }
    return true;
  }
  return false;
}

/* --- The header ------------------------------------------------------------*/

/* The columns that --csv writes first are known by the first two of them, so
 * that a user's own column Priority is not taken for ours. */
static size_t own_results(const struct csv *csv) {
  size_t n = 0;
  for (; n < csv->count; n++) {
    size_t i = 0;
    while (result_names[i] != NULL &&
           strcmp(csv->cells[n].text, result_names[i]) != 0) {
      i++;
    }
    if (result_names[i] == NULL || (n < 2 && i != n)) {
      break;
    }
  }
  return n >= 2 ? n : 0;
}

static enum column column_of(const struct list *list, const struct csv *csv,
                             const struct cell *cell) {
  enum column what;
  if (all_blank(cell->text)) {
    return NAMELESS;
  }
  if (mapped(list, cell, &what)) {
    return what;
  }
  what = exact(list, cell->text, cell->len);
  if (what == FOREIGN) {
    refuse_near(list, csv, cell);
  }
  return what;
}

static void add_column(struct list *list, const struct csv *csv, size_t i,
                       enum column what) {
  struct columns *to = &list->columns;
  const struct cell *cell = csv->cells + i;
  if (what < COLUMNS && to->where[what] != 0) {
    refuse(list, cell, "a second column \"%s\"", column_name(list, what));
  }
  if (what < COLUMNS) {
    to->where[what] = i + 1;
  }
  to->all[i] = (struct column_of){keep_text(cell->text, cell->len),
                                  (uint8_t)what, what != NAMELESS};
}

/* id, and initial or both axes of a matrix. */
static void check_needed(const struct list *list, const struct csv *csv) {
  const size_t *where = list->columns.where;
  bool matrix = where[AXIS_ROW] != 0 && where[AXIS_COLUMN] != 0;
  if (where[ID] != 0 && (where[INITIAL] != 0 || matrix)) {
    return;
  }
  refuse(list, csv->cells,
         "there must be a column \"%s\", and there is none; a file for "
         "--columns says which one it is, such as: %s = %s%s",
         where[ID] == 0 ? "id" : "initial",
         where[ID] == 0 ? "Number" : "Severity",
         where[ID] == 0 ? "id" : "initial",
         where[ID] == 0 || where[AXIS_ROW] + where[AXIS_COLUMN] == 0
             ? ""
             : "; or both axes of the matrix must be there");
}

/* Is there a column "id" and another of ours? */
bool looks_like_header(struct list *list, const struct csv *csv) {
  bool id = false;
  size_t others = 0;
  name_axes(list);
  for (size_t i = 0; i < csv->count; i++) {
    const struct cell *cell = csv->cells + i;
    enum column what = FOREIGN;
    if (!all_blank(cell->text) && !mapped(list, cell, &what)) {
      what = exact(list, cell->text, cell->len);
    }
    id = id || what == ID;
    others += what < COLUMNS && what != ID;
  }
  return id && others > 0;
}

void read_header(struct list *list, const struct csv *csv) {
  list->columns = (struct columns){.count = csv->count};
  name_axes(list);
  if (csv->fault != NULL) {
    struct cell at = {.line = csv->fault_line, .column = csv->fault_column};
    refuse(list, &at, "%s", csv->fault);
  }
  list->columns.all = keep(csv->count * sizeof list->columns.all[0]);
  size_t results = own_results(csv);
  for (size_t i = 0; i < csv->count; i++) {
    add_column(list, csv, i,
               i < results ? RESULT : column_of(list, csv, csv->cells + i));
  }
  check_needed(list, csv);
}
