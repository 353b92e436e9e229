/* SPDX-License-Identifier: MIT */
/* Part of register: from JSON of another tool to rows of a table. */
#include <stdlib.h>
#include <string.h>

#include "register_from_json.h"

/*
 * The section [json] of a mapping says where the threats are:
 *   rows    = detail.diagrams[].cells[].data.threats[]   a path, may be
 * repeated columns = Priority, Comments     columns that are there in any case
 *   number  = number                 a member that counts where there is none
 * Each member of a threat is a cell under its name.  Those of an object within
 * have both names, "a.b".  The texts of an array are one cell, separated by
 * semicolons; objects in an array are left out, but those with a "key" and a
 * "value" are members.
 */

enum { MOST = 1000 }; /* columns */

struct entry {
  size_t row, column;
  const char *text;
  const struct json *at;
};

struct rows {
  const struct settings *mapping;
  const char **columns;
  size_t column_count;
  struct entry *entries;
  size_t entry_count;
  const struct json **rows;
  size_t row_count;
};

static size_t column_for(struct rows *r, const char *name) {
  size_t i = 0, n = r->column_count;
  while (i < n && strcmp(r->columns[i], name) != 0) {
    i++;
  }
  if (i == MOST) {
    fprintf(stderr,
            "register: the threats have more than %d names of members\n", MOST);
    exit(TROUBLE);
  }
  if (i == n) {
    if ((n & (n + 1)) == 0) {
      r->columns = grow(r->columns, (2 * n + 1) * sizeof r->columns[0]);
    }
    r->columns[r->column_count++] = name;
  }
  return i;
}

static void add_entry(struct rows *r, const char *name, const char *text,
                      const struct json *at) {
  size_t n = r->entry_count++, column = column_for(r, name);
  if ((n & (n + 1)) == 0) {
    r->entries = grow(r->entries, (2 * n + 1) * sizeof r->entries[0]);
  }
  r->entries[n] = (struct entry){r->row_count - 1, column, text, at};
}

/* --- Members ---------------------------------------------------------------*/

static const struct json *member(const struct json *of, const char *name) {
  const struct json *m = of->kind == JSON_OBJECT ? of->first : NULL;
  while (m != NULL && strcmp(m->key, name) != 0) {
    m = m->next;
  }
  return m;
}

static const char *joined(const struct json *array) {
  size_t len = 0;
  for (const struct json *m = array->first; m != NULL; m = m->next) {
    len += m->kind == JSON_SCALAR ? strlen(m->text) + 2 : 0;
  }
  char *text = keep(len + 1), *to = text;
  for (const struct json *m = array->first; m != NULL; m = m->next) {
    if (m->kind == JSON_SCALAR) {
      size_t n = strlen(m->text);
      memcpy(to, "; ", to > text ? 2 : 0);
      to += to > text ? 2 : 0;
      memcpy(to, m->text, n);
      to += n;
    }
  }
  return text;
}

static void add_member(struct rows *r, const char *name, const struct json *m);

/* {"key": "Priority", "value": "High"} */
static void add_pairs(struct rows *r, const struct json *array) {
  for (const struct json *m = array->first; m != NULL; m = m->next) {
    const struct json *key = member(m, "key"), *value = member(m, "value");
    if (key != NULL && key->kind == JSON_SCALAR && value != NULL) {
      add_member(r, key->text, value);
    }
  }
}

static const char *with_both(const char *outer, const char *inner) {
  size_t n = strlen(outer), m = strlen(inner);
  char *text = keep(n + m + 2);
  memcpy(text, outer, n);
  text[n] = '.';
  memcpy(text + n + 1, inner, m);
  return text;
}

static void add_member(struct rows *r, const char *name, const struct json *m) {
  if (m->kind == JSON_SCALAR) {
    add_entry(r, name, m->text, m);
  } else if (m->kind == JSON_ARRAY) {
    const char *text = joined(m);
    if (*text != '\0') {
      add_entry(r, name, text, m);
    }
    add_pairs(r, m);
  } else if (m->kind == JSON_OBJECT) {
    for (const struct json *k = m->first; k != NULL; k = k->next) {
      add_member(r, with_both(name, k->key), k);
    }
  }
}

/* --- Paths -----------------------------------------------------------------*/

static void add_row(struct rows *r, const struct json *object) {
  size_t n = r->row_count++;
  if ((n & (n + 1)) == 0) {
    r->rows = grow(r->rows, (2 * n + 1) * sizeof r->rows[0]);
  }
  r->rows[n] = object;
  for (const struct json *m = object->first; m != NULL; m = m->next) {
    add_member(r, m->key, m);
  }
}

static void walk(struct rows *r, const struct json *at, const char *path) {
  if (*path == '\0') {
    if (at->kind == JSON_OBJECT) {
      add_row(r, at);
    }
    return;
  }
  bool all = strncmp(path, "[]", 2) == 0;
  size_t len = all ? 2 : strcspn(path, ".[");
  const char *rest = path + len + (path[len] == '.');
  if (at->kind != (all ? JSON_ARRAY : JSON_OBJECT) || len == 0) {
    return;
  }
  for (const struct json *m = at->first; m != NULL; m = m->next) {
    if (all || (strlen(m->key) == len && memcmp(m->key, path, len) == 0)) {
      walk(r, m, rest);
    }
  }
}

static void add_columns(struct rows *r, const char *names) {
  struct piece p;
  for (size_t i = 0; list_item(names, i, &p); i++) {
    (void)column_for(r, keep_text(names + p.from, p.to - p.from));
  }
}

static void count_rows(struct rows *r, const char *name) {
  size_t column = column_for(r, name), count = r->row_count;
  for (size_t i = 0; i < r->entry_count; i++) {
    if (r->entries[i].column == column) {
      return;
    }
  }
  for (size_t i = 0; i < count; i++) {
    char text[24];
    int len = snprintf(text, sizeof text, "%lu", (unsigned long)i + 1);
    r->row_count = i + 1;
    add_entry(r, name, keep_text(text, (size_t)len), r->rows[i]);
  }
}

static void take_setting(struct rows *r, const struct json *top,
                         const struct setting *at) {
  size_t len = strlen(at->name);
  if (same_word(at->name, len, "rows")) {
    walk(r, top, at->value);
  } else if (same_word(at->name, len, "columns")) {
    add_columns(r, at->value);
  } else if (same_word(at->name, len, "number")) {
    count_rows(r, at->value);
  } else {
    refuse_setting(r->mapping, at->line, at->column,
                   "expected rows, columns or number under [json]");
  }
}

/* --- The table -------------------------------------------------------------*/

static char *put_cell(char *to, const char *text) {
  *to++ = '"';
  for (; *text != '\0'; text++) {
    if (*text == '"') {
      *to++ = '"';
    }
    *to++ = *text;
  }
  *to++ = '"';
  *to++ = ',';
  return to;
}

static size_t room_for(const struct rows *r) {
  size_t room = 1 + 3 * r->column_count * (r->row_count + 1);
  for (size_t i = 0; i < r->column_count; i++) {
    room += 2 * strlen(r->columns[i]);
  }
  for (size_t i = 0; i < r->entry_count; i++) {
    room += 2 * strlen(r->entries[i].text);
  }
  return room;
}

/* Of the cells of a row, the entries; the last of a name, if it is repeated. */
static const struct entry **entries_by_cell(const struct rows *r) {
  size_t cells = r->column_count * r->row_count;
  const struct entry **by = grow(NULL, (cells + 1) * sizeof(void *));
  for (size_t i = 0; i < cells; i++) {
    by[i] = NULL;
  }
  for (size_t i = 0; i < r->entry_count; i++) {
    const struct entry *e = &r->entries[i];
    by[e->row * r->column_count + e->column] = e;
  }
  return by;
}

static char *write_table(struct list *list, const struct rows *r, size_t *len) {
  const struct entry **by = entries_by_cell(r);
  char *text = grow(NULL, room_for(r)), *to = text;
  struct json_place *place =
      grow(NULL, (r->row_count + 1) * r->column_count * sizeof *place);
  list->places = place;
  for (size_t k = 0; k < r->column_count; k++) {
    to = put_cell(to, r->columns[k]);
    *place++ = (struct json_place){1, 1};
  }
  to[-1] = '\n';
  for (size_t i = 0; i < r->row_count; i++) {
    for (size_t k = 0; k < r->column_count; k++) {
      const struct entry *e = by[i * r->column_count + k];
      const struct json *at = e != NULL ? e->at : r->rows[i];
      to = put_cell(to, e != NULL ? e->text : "");
      *place++ = (struct json_place){at->line, at->column};
    }
    to[-1] = '\n';
  }
  free(by);
  *len = (size_t)(to - text);
  *to = '\0';
  return text;
}

char *json_to_table(struct list *list, char *text, size_t *len) {
  struct rows r = {.mapping = &list->mapping};
  const struct json *top = json_parse(&list->source, text, *len);
  for (size_t i = 0; i < list->mapping.count; i++) {
    if (in_section(&list->mapping.all[i], "json")) {
      take_setting(&r, top, &list->mapping.all[i]);
    }
  }
  if (r.row_count == 0) {
    fprintf(stderr,
            "register: %s: there is no threat where %s says that threats are\n",
            list->source.name, list->mapping.file.name);
    exit(TROUBLE);
  }
  char *table = write_table(list, &r, len);
  free(r.columns);
  free(r.entries);
  free(r.rows);
  return table;
}
