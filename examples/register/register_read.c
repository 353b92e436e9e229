/* SPDX-License-Identifier: MIT */
/* Part of register: the records of a CSV file, and which of them is the header.
 */
#include <stdlib.h>
#include <string.h>

#include "register.h"

/* Cells of JSON are where they stood there. */
static void set_places(const struct list *list, struct csv *csv,
                       size_t record) {
  for (size_t i = 0; i < csv->count && list->places != NULL; i++) {
    struct json_place p = list->places[record * csv->want + i];
    csv->cells[i].line = p.line;
    csv->cells[i].column = p.column;
    csv->cells[i].quoted = false; /* no quote in it was doubled */
  }
}

/* --- All rows --------------------------------------------------------------*/

static struct row *add_row(struct list *list) {
  if (list->count == list->room) {
    list->room = list->room == 0 ? 64 : 2 * list->room;
    list->rows = grow(list->rows, list->room * sizeof list->rows[0]);
  }
  struct row *row = &list->rows[list->count++];
  *row = (struct row){.initial.text = "",
                      .residual.text = "",
                      .all_residual.text = "",
                      .initial.own = SECRISK_NO_SCORE,
                      .residual.own = SECRISK_NO_SCORE,
                      .all_residual.own = SECRISK_NO_SCORE};
  return row;
}

static bool empty(const struct csv *csv) {
  for (size_t i = 0; i < csv->count; i++) {
    if (!all_blank(csv->cells[i].text)) {
      return false;
    }
  }
  return csv->fault == NULL;
}

static void keep_record(struct list *list, const struct csv *csv,
                        unsigned long line) {
  struct row *row = add_row(list);
  row->line = line;
  row->cells = keep(csv->count * sizeof row->cells[0]);
  row->cell_count = csv->count;
  memcpy(row->cells, csv->cells, csv->count * sizeof row->cells[0]);
  row->fault = csv->fault;
  row->fault_line = csv->fault_line;
  row->fault_column = csv->fault_column;
  row->fault_last = csv->fault_last;
  for (size_t i = 0; i < row->cell_count; i++) {
    unguard(row->cells + i);
  }
  for (size_t i = 0; i < COLUMNS; i++) {
    row->text[i] = cell_at(list, row, (enum column)i)->text;
  }
}

/* One note for all of them: Excel leaves out the empty end of many rows. */
static void note_short_rows(const struct list *list) {
  unsigned long first = 0, count = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->rows[i].cell_count < list->columns.count &&
        list->rows[i].fault == NULL) {
      first = count++ == 0 ? list->rows[i].line : first;
    }
  }
  if (count > 0) {
    remark(list, first, 1,
           "%lu row%s end%s before the last column; the cells that are not "
           "there are taken to be empty",
           count, count == 1 ? "" : "s, this one the first,",
           count == 1 ? "s" : "");
  }
}

enum { STEP = 5000, DEEPEST = 20 };

/* What is written next, a message perhaps, takes the line. */
static void show_progress(const struct list *list, uint32_t done) {
  bool end = done == list->count;
  bool due = done >= STEP && (end || done % STEP == 0);
  if (!due || list->quiet || !terminal(stderr)) {
    return;
  }
  if (end) {
    fprintf(stderr, "%40s\r", "");
  } else {
    fprintf(stderr, "register: %lu of %lu rows\r", (unsigned long)done,
            (unsigned long)list->count);
  }
}

/* The separator by which one of the first lines names our columns: a title
 * above them may have others. */
static char table_separator(struct list *list, const struct csv *csv) {
  enum { HEAD = 1 << 16 };
  const char tries[] = {csv->separator, ',', ';', '\t', '|'};
  size_t len = (size_t)(csv->end - csv->at);
  len = len < HEAD ? len : HEAD;
  char *copy = grow(NULL, len + 1);
  char found = 0;
  for (size_t i = 0; found == 0 && i < sizeof tries; i++) {
    struct csv head = {.at = copy, .end = copy + len, .separator = tries[i]};
    memcpy(copy, csv->at, len);
    for (int n = 0; found == 0 && n < DEEPEST && csv_next(&head); n++) {
      found = looks_like_header(list, &head) ? head.separator : 0;
    }
    free(head.cells);
  }
  free(copy);
  return found != 0 ? found : csv->separator;
}

/* Such as a title, or the name of the tool. */
static void note_title(const struct list *list, unsigned long line) {
  remark(list, 1, 1,
         "what stands above line %lu, the names of the columns, is passed over",
         line);
}

/* Returns how many records were read, with that of the header. */
static size_t find_header(struct list *list, struct csv *csv) {
  struct csv first = {0};
  unsigned long line = 1;
  size_t n = 0;
  bool found = false, title = false;
  while (!found && n < DEEPEST && csv_next(csv)) {
    n++;
    found = looks_like_header(list, csv);
    if (!found && !empty(csv)) {
      if (!title) {
        first = *csv;
        first.cells = keep(csv->count * sizeof first.cells[0]);
        memcpy(first.cells, csv->cells, csv->count * sizeof first.cells[0]);
      }
      title = true;
    }
    line = found ? line : csv->line;
  }
  if (!found && !title) {
    fprintf(stderr,
            "register: %s:1:1: the file is empty; it begins with the columns' "
            "names, see register --template\n",
            list->source.name);
    exit(TROUBLE);
  }
  read_header(list, found ? csv : &first); /* exits, if there is none */
  if (title) {
    note_title(list, line);
  }
  return n;
}

void read_list(struct list *list, char *text, size_t len) {
  struct csv csv;
  csv_start(&csv, text, len);
  list->separator = csv.separator = table_separator(list, &csv);
  size_t record = find_header(list, &csv);
  csv.want = csv.count;
  for (unsigned long line = csv.line; csv_next(&csv); line = csv.line) {
    set_places(list, &csv, record++);
    if (!empty(&csv)) {
      keep_record(list, &csv, list->places != NULL ? csv.cells[0].line : line);
    }
  }
  free(csv.cells);
  list->evaluations = keep((list->count + 1) * sizeof list->evaluations[0]);
  collect_definitions(list);
  for (uint32_t i = 0; i < list->count; i++) {
    show_progress(list, i);
    read_row(list, &list->rows[i]);
  }
  show_progress(list, list->count);
  note_short_rows(list);
  find_duplicates(list);
  sort_list(list);
}
