/* SPDX-License-Identifier: MIT */
/* Part of register: from the records of a CSV file to rated threats. */
#include <stdlib.h>
#include <string.h>

#include "register.h"

const char *const column_names[COLUMNS] = {
    "id",        "description",  "scheme",  "initial",
    "controls",  "residual",     "rerated", "impairs",
    "rationale", "benefit-risk", "note"};
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
                                    NULL};

/* --- The header ------------------------------------------------------------*/

struct columns {
  const struct csv *csv;
  size_t count;
  uint8_t *what;         /* an enum column each */
  size_t where[COLUMNS]; /* the reverse, from 1; 0: there is none */
};

/* Blanks, underscores and slashes are as good as hyphens. */
static bool same_name(const struct cell *cell, const char *name) {
  struct piece all = trimmed(cell->text, 0, cell->len);
  const char *p = cell->text + all.from, *end = cell->text + all.to;
  for (; p < end && *name != '\0'; p++, name++) {
    bool hyphen = *p == ' ' || *p == '_' || *p == '/';
    if (!(hyphen ? *name == '-' : same_word(p, 1, (char[]){*name, '\0'}))) {
      return false;
    }
  }
  return p == end && *name == '\0';
}

static uint8_t column_of(const struct cell *cell) {
  uint8_t i = 0;
  if (same_name(cell, "")) {
    return NAMELESS;
  }
  while (i < COLUMNS && !same_name(cell, column_names[i])) {
    i++;
  }
  for (size_t k = 0; i == COLUMNS && result_names[k] != NULL; k++) {
    if (same_name(cell, result_names[k])) {
      return RESULT;
    }
  }
  return i < COLUMNS ? i : NAMELESS + 1;
}

static void refuse(const struct list *list, unsigned long line,
                   unsigned long column, const char *what, const char *name) {
  fprintf(stderr, "register: %s:%lu:%lu: %s", list->source, line, column, what);
  put_plain(stderr, name);
  fputs("; see register --help\n", stderr);
  exit(TROUBLE);
}

static void add_column(const struct list *list, struct columns *to, size_t i) {
  const struct cell *cell = to->csv->cells + i;
  uint8_t what = column_of(cell);
  if (what > NAMELESS) {
    refuse(list, cell->line, cell->column, "there is no column of the name ",
           cell->text);
  }
  if (what < COLUMNS && to->where[what] != 0) {
    refuse(list, cell->line, cell->column, "a second column of the name ",
           column_names[what]);
  }
  if (what < COLUMNS) {
    to->where[what] = i + 1;
  }
  to->what[i] = what;
}

static void read_header(const struct list *list, struct csv *csv,
                        struct columns *to) {
  *to = (struct columns){.csv = csv};
  if (!csv_next(csv)) {
    refuse(list, 1, 1, "the file is empty; it begins with the columns' names",
           "");
  }
  if (csv->fault != NULL) {
    refuse(list, csv->fault_line, csv->fault_column, csv->fault, "");
  }
  to->count = csv->count;
  to->what = keep(csv->count);
  for (size_t i = 0; i < csv->count; i++) {
    add_column(list, to, i);
  }
  if (to->where[ID] == 0 || to->where[INITIAL] == 0) {
    refuse(list, 1, 1, "there must be a column ",
           column_names[to->where[ID] == 0 ? ID : INITIAL]);
  }
}

/* --- A row -----------------------------------------------------------------*/

static const struct cell *cell_at(const struct columns *c, enum column what) {
  static char nothing[] = "";
  static const struct cell none = {.text = nothing};
  return c->where[what] != 0 ? c->csv->cells + c->where[what] - 1 : &none;
}

static struct place place_of(struct list *list, struct row *row,
                             const struct columns *c, enum column what) {
  return (struct place){list, row, cell_at(c, what), column_names[what]};
}

static void unguard(struct cell *cell) {
  if (cell->len > 1 && cell->text[0] == '\'' && like_formula(cell->text + 1)) {
    cell->text++;
    cell->len--;
    cell->column++;
  }
}

static bool read_yes(const struct place *at, bool *yes) {
  static const char *const words[] = {"", "no", "yes", "false", "true"};
  struct piece p = trimmed(at->cell->text, 0, at->cell->len);
  for (size_t i = 0; i < 5; i++) {
    if (same_word(at->cell->text + p.from, p.to - p.from, words[i])) {
      *yes = i == 2 || i == 4;
      return true;
    }
  }
  problem(at, p.from, p.to - p.from, "expected yes or no");
  return false;
}

/* "caps": what the caps of the controls that count make of the initial one. */
static bool compute_residual(const struct place *at) {
  struct row *row = at->row;
  secrisk_cvss v;
  uint8_t version = row->initial.cvss.version;
  if (version == 0 || version == SECRISK_CVSS20) {
    problem(at, 0, at->cell->len,
            "caps needs an initial rating that is a CVSS 3 or 4 vector");
    return false;
  }
  secrisk_status status = secrisk_cvss_residual(
      &row->initial.cvss, row->controls, row->control_count, &v, NULL);
  if (status != SECRISK_OK) {
    problem(at, 0, at->cell->len, "%s", secrisk_status_text(status));
    return false;
  }
  row->residual = (struct rating){.text = ""};
  rate_cvss(&row->residual, &v);
  return true;
}

static bool read_residual(const struct place *at, uint8_t scheme) {
  return same_word(at->cell->text, at->cell->len, "caps")
             ? compute_residual(at)
             : read_rating(at, scheme, &at->row->residual);
}

/* The column that a failure of secrisk_threat_evaluate is about. */
static void explain(struct list *list, struct row *row, const struct columns *c,
                    secrisk_status status) {
  bool initial = row->residual.risk.system == 0 ||
                 (status != SECRISK_E_RESIDUAL && status != SECRISK_E_SYSTEM);
  const struct rating *r = &row->initial;
  if (initial && row->residual.risk.system != 0) {
    secrisk_level level;
    initial =
        secrisk_policy_level(&list->policy, &r->risk, &level) != SECRISK_OK;
  }
  struct place at = place_of(list, row, c, initial ? INITIAL : RESIDUAL);
  problem(&at, 0, at.cell->len, "%s",
          status == SECRISK_E_RANGE ? "the level contradicts the score"
          : status == SECRISK_E_BANDS
              ? "this scheme has no bands, so the level must follow the rating"
          : status == SECRISK_E_SYSTEM
              ? "rated under another system than the initial risk; if that is "
                "meant, say yes under rerated"
              : secrisk_status_text(status));
}

static void evaluate(struct list *list, struct row *row,
                     const struct columns *c, const bool flags[2]) {
  secrisk_threat t = {.controls = row->controls,
                      .control_count = row->control_count,
                      .rationale = row->text[RATIONALE],
                      .benefit_risk = row->text[BENEFIT_RISK],
                      .initial = row->initial.risk,
                      .residual = row->residual.risk,
                      .rerated = flags[0],
                      .impairs = flags[1]};
  secrisk_status status = secrisk_threat_evaluate(
      &list->policy, &t, &list->evaluations[row - list->rows], NULL);
  if (status != SECRISK_OK) {
    explain(list, row, c, status);
  }
}

/* Is the record whole, and is there something in every cell that needs it? */
static bool check_record(struct list *list, struct row *row,
                         const struct columns *c) {
  const struct csv *csv = c->csv;
  struct cell wrong = {.text = (char[]){""}};
  struct place at = {list, row, &wrong, ""};
  if (csv->fault != NULL) {
    wrong.line = csv->fault_line;
    wrong.column = csv->fault_column;
    problem(&at, 0, 0, "%s", csv->fault);
    return false;
  }
  if (csv->count != c->count) {
    bool more = csv->count > c->count;
    wrong = csv->cells[more ? c->count : csv->count - 1];
    problem(&at, more ? 0 : wrong.len, 0,
            "the row has %lu cells, and the header %lu",
            (unsigned long)csv->count, (unsigned long)c->count);
    return false;
  }
  for (size_t i = 0; i < c->count; i++) {
    if (c->what[i] == NAMELESS && !all_blank(csv->cells[i].text)) {
      at.cell = csv->cells + i;
      problem(&at, 0, at.cell->len, "the column of this cell has no name");
      return false;
    }
  }
  for (size_t i = ID; i <= INITIAL; i += INITIAL - ID) {
    at = place_of(list, row, c, (enum column)i);
    if (all_blank(at.cell->text)) {
      problem(&at, 0, 0, "there must be something here");
    }
  }
  return row->problems == NULL;
}

static void read_row(struct list *list, struct row *row,
                     const struct columns *c) {
  struct place at[COLUMNS];
  uint8_t scheme;
  bool flags[2] = {false, false};
  for (size_t i = 0; i < COLUMNS; i++) {
    at[i] = place_of(list, row, c, (enum column)i);
    row->text[i] = c->csv->count == c->count ? at[i].cell->text : "";
  }
  if (!check_record(list, row, c)) {
    return;
  }
  bool good = read_scheme(&at[SCHEME], &scheme);
  good = good && read_rating(&at[INITIAL], scheme, &row->initial);
  bool rated = good;
  good = read_yes(&at[RERATED], &flags[0]) && good;
  good = read_yes(&at[IMPAIRS], &flags[1]) && good;
  good = rated && read_controls(&at[CONTROLS]) && good;
  good = rated && read_residual(&at[RESIDUAL], scheme) && good;
  if (good) {
    evaluate(list, row, c, flags);
  }
}

/* --- All rows --------------------------------------------------------------*/

static struct row *add_row(struct list *list) {
  if (list->count == list->room) {
    list->room = list->room == 0 ? 64 : 2 * list->room;
    list->rows = grow(list->rows, list->room * sizeof list->rows[0]);
    list->evaluations =
        grow(list->evaluations, list->room * sizeof list->evaluations[0]);
  }
  memset(&list->rows[list->count], 0, sizeof list->rows[0]);
  memset(&list->evaluations[list->count], 0, sizeof list->evaluations[0]);
  list->rows[list->count].initial.text = "";
  list->rows[list->count].residual.text = "";
  return &list->rows[list->count++];
}

static bool empty(const struct csv *csv) {
  for (size_t i = 0; i < csv->count; i++) {
    if (!all_blank(csv->cells[i].text)) {
      return false;
    }
  }
  return csv->fault == NULL;
}

struct named {
  const char *id;
  struct row *row;
};

static int by_id(const void *a, const void *b) {
  const struct named *p = a, *q = b;
  int order = strcmp(p->id, q->id);
  return order != 0 ? order : p->row->line < q->row->line ? -1 : 1;
}

static void refuse_duplicate(struct list *list, struct row *row,
                             unsigned long other) {
  struct cell cell = {.text = (char[]){""}, .line = row->line, .column = 1};
  struct place at = {list, row, &cell, column_names[ID]};
  problem(&at, 0, 0, "the threat in line %lu has this id too", other);
  memset(&list->evaluations[row - list->rows], 0, sizeof list->evaluations[0]);
}

/* Two rows of one id would be mistaken for each other. */
static void find_duplicates(struct list *list) {
  struct named *sorted = grow(NULL, (list->count + 1) * sizeof sorted[0]);
  for (uint32_t i = 0; i < list->count; i++) {
    sorted[i].id = list->rows[i].text[ID];
    sorted[i].row = &list->rows[i];
  }
  qsort(sorted, list->count, sizeof sorted[0], by_id);
  for (uint32_t i = 1; i < list->count; i++) {
    const char *id = sorted[i].id;
    if (*id != '\0' && strcmp(id, sorted[i - 1].id) == 0) {
      refuse_duplicate(list, sorted[i].row, sorted[i - 1].row->line);
    }
  }
  free(sorted);
}

void read_list(struct list *list, char *text, size_t len) {
  struct csv csv;
  struct columns columns;
  csv_start(&csv, text, len);
  list->separator = csv.separator;
  read_header(list, &csv, &columns);
  for (unsigned long line = csv.line; csv_next(&csv); line = csv.line) {
    for (size_t i = 0; i < csv.count; i++) {
      unguard(csv.cells + i);
    }
    if (!empty(&csv)) {
      struct row *row = add_row(list);
      row->line = line;
      read_row(list, row, &columns);
    }
  }
  find_duplicates(list);
  free(csv.cells);
  list->order = grow(NULL, (list->count + 1) * sizeof list->order[0]);
  secrisk_register_order(list->evaluations, list->count, list->order);
  secrisk_register_count(list->evaluations, list->count, &list->counts);
}
