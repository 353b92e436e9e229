/* SPDX-License-Identifier: MIT */
/* SQLite: cvss_find(text), a table with a row for each vector in a text. */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3

#include <string.h>

#include "secrisk_sqlite.h"

enum { VECTOR, BYTE, FOUND, SCORE, SEVERITY, BODY };

/* The text is a copy: a cursor may outlive the value that it came from. */
struct cursor {
  sqlite3_vtab_cursor base; /* SQLite's, the first member */
  char *text;               /* or NULL */
  size_t len, at, found;    /* where a vector is, and its bytes */
  sqlite3_int64 row;
  secrisk_cvss v;
  bool end;
};

/* ---- The table ----------------------------------------------------------- */

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv,
                   sqlite3_vtab **table, char **error) {
  int status = sqlite3_declare_vtab(
      db, "CREATE TABLE x(vector TEXT, byte INT, found TEXT, score REAL,"
          " severity TEXT, body TEXT HIDDEN)");
  (void)aux;
  (void)argc;
  (void)argv;
  (void)error;
  if (status != SQLITE_OK) {
    return status;
  }
  *table = sqlite3_malloc(sizeof **table);
  if (*table == NULL) {
    return SQLITE_NOMEM;
  }
  memset(*table, 0, sizeof **table);
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

/* The argument is the constraint that the hidden column equals it. */
static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  (void)table;
  for (int i = 0; i < info->nConstraint; i++) {
    if (info->aConstraint[i].iColumn == BODY &&
        info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ) {
      if (!info->aConstraint[i].usable) {
        return SQLITE_CONSTRAINT;
      }
      info->aConstraintUsage[i].argvIndex = 1;
      info->aConstraintUsage[i].omit = 1;
      info->estimatedCost = 10;
      info->estimatedRows = 2;
      return SQLITE_OK;
    }
  }
  table->zErrMsg = sqlite3_mprintf("cvss_find needs a text: cvss_find(text)");
  return SQLITE_ERROR;
}

/* ---- A cursor ------------------------------------------------------------ */

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out) {
  struct cursor *c = sqlite3_malloc(sizeof *c);
  (void)table;
  if (c == NULL) {
    return SQLITE_NOMEM;
  }
  memset(c, 0, sizeof *c);
  *out = &c->base;
  return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  struct cursor *c = (struct cursor *)base;
  sqlite3_free(c->text);
  sqlite3_free(c);
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
  struct cursor *c = (struct cursor *)base;
  c->at += c->found;
  c->row++;
  c->end = !sql_find(c->text, c->len, &c->at, &c->found, &c->v);
  return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *base, int index, const char *name,
                  int argc, sqlite3_value **argv) {
  struct cursor *c = (struct cursor *)base;
  struct sql_text t = sql_text_of(argv[0]);
  (void)index;
  (void)name;
  (void)argc;
  sqlite3_free(c->text);
  c->text = NULL;
  c->len = c->at = c->found = 0;
  c->row = 0;
  c->end = t.at == NULL || t.len == 0;
  if (c->end) {
    return SQLITE_OK;
  }
  c->text = sqlite3_malloc64(t.len);
  if (c->text == NULL) {
    return SQLITE_NOMEM;
  }
  memcpy(c->text, t.at, t.len);
  c->len = t.len;
  return next(base);
}

static int is_end(sqlite3_vtab_cursor *base) {
  return ((struct cursor *)base)->end;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *row) {
  *row = ((struct cursor *)base)->row;
  return SQLITE_OK;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int n) {
  struct cursor *c = (struct cursor *)base;
  if (n == VECTOR) {
    sql_give_vector(context, &c->v);
  } else if (n == BYTE) {
    sqlite3_result_int64(context, (sqlite3_int64)c->at + 1);
  } else if (n == FOUND) {
    sqlite3_result_text(context, c->text + c->at, (int)c->found,
                        SQLITE_TRANSIENT);
  } else if (n == SCORE) {
    sql_give_tenths(context, secrisk_cvss_score(&c->v, SECRISK_SCORE_OVERALL));
  } else if (n == SEVERITY) {
    sqlite3_result_text(context, sql_severity(&c->v), -1, SQLITE_STATIC);
  } else if (n == BODY) {
    sqlite3_result_text(context, c->text, (int)c->len, SQLITE_TRANSIENT);
  }
  return SQLITE_OK;
}

/* No xCreate: it is there without CREATE TABLE, and only so. */
int sql_add_find(sqlite3 *db) {
  static const sqlite3_module module = {.xConnect = connect,
                                        .xBestIndex = best_index,
                                        .xDisconnect = disconnect,
                                        .xOpen = open_cursor,
                                        .xClose = close_cursor,
                                        .xFilter = filter,
                                        .xNext = next,
                                        .xEof = is_end,
                                        .xColumn = column,
                                        .xRowid = row_id};
  return sqlite3_create_module(db, "cvss_find", &module, NULL);
}
