/* SPDX-License-Identifier: MIT */
/* CVSS, DREAD and risk in SQL, a loadable extension of SQLite:
 *
 *   cc -fPIC -shared -Iinclude examples/sqlite/[a-z]*.c -lsecrisk \
 *      -o secrisk_sqlite.so
 *   sqlite> .load ./secrisk_sqlite
 *   sqlite> SELECT cvss_score(vector), cvss_severity(vector) FROM findings;
 *
 * docs/databases.md describes the functions, which are those of PostgreSQL.  A
 * text that is no vector gives NULL.  A bad profile or policy is an error. */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include "secrisk_sqlite.h"

struct sql_text sql_text_of(sqlite3_value *value) {
  struct sql_text t;
  t.at = (const char *)sqlite3_value_text(value);
  t.len = (size_t)sqlite3_value_bytes(value);
  return t;
}

static bool read_vector(sqlite3_value *value, secrisk_cvss *v) {
  struct sql_text t = sql_text_of(value);
  return t.at != NULL && sql_cvss(t.at, t.len, v);
}

static bool read_rating(sqlite3_value *value, secrisk_dread *d) {
  struct sql_text t = sql_text_of(value);
  return t.at != NULL && sql_dread(t.at, t.len, d);
}

/* ---- Results ------------------------------------------------------------- */

void sql_give_tenths(sqlite3_context *context, unsigned tenths) {
  sqlite3_result_double(context, tenths / 10.0);
}

/* "" is NULL. */
static void give_text(sqlite3_context *context, const char *text) {
  if (text[0] != '\0') {
    sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
  }
}

void sql_give_vector(sqlite3_context *context, const secrisk_cvss *v) {
  char buf[SECRISK_CVSS_TEXT_SIZE];
  secrisk_cvss_format(v, buf, sizeof buf);
  give_text(context, buf);
}

/* An error of the query: "invalid profile: ..." */
static void refuse(sqlite3_context *context, const char *what,
                   const char *why) {
  char *message = sqlite3_mprintf("%s: %s", what, why);
  if (message == NULL) {
    sqlite3_result_error_nomem(context);
  } else {
    sqlite3_result_error(context, message, -1);
  }
  sqlite3_free(message);
}

/* ---- Vectors ------------------------------------------------------------- */

static void score(sqlite3_context *context, int argc, sqlite3_value **argv) {
  secrisk_cvss v;
  (void)argc;
  if (read_vector(argv[0], &v)) {
    sql_give_tenths(context, secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL));
  }
}

static void severity(sqlite3_context *context, int argc, sqlite3_value **argv) {
  secrisk_cvss v;
  (void)argc;
  if (read_vector(argv[0], &v)) {
    give_text(context, sql_severity(&v));
  }
}

static void vector(sqlite3_context *context, int argc, sqlite3_value **argv) {
  secrisk_cvss v;
  (void)argc;
  if (read_vector(argv[0], &v)) {
    sql_give_vector(context, &v);
  }
}

static void error(sqlite3_context *context, int argc, sqlite3_value **argv) {
  struct sql_text t = sql_text_of(argv[0]);
  char why[SQL_MESSAGE_SIZE];
  (void)argc;
  if (t.at != NULL) {
    sql_cvss_error(t.at, t.len, why);
    give_text(context, why);
  }
}

static void profile(sqlite3_context *context, int argc, sqlite3_value **argv) {
  struct sql_text t = sql_text_of(argv[1]);
  char why[SQL_MESSAGE_SIZE];
  secrisk_cvss v, device;
  (void)argc;
  if (t.at == NULL || sqlite3_value_type(argv[0]) == SQLITE_NULL) {
    return;
  }
  if (!sql_profile(t.at, t.len, &device, why)) {
    refuse(context, "invalid profile", why);
  } else if (read_vector(argv[0], &v)) {
    sql_profile_lay(&device, &v);
    sql_give_vector(context, &v);
  }
}

static void action(sqlite3_context *context, int argc, sqlite3_value **argv) {
  struct sql_text t = sql_text_of(argv[0]), name = sql_text_of(argv[1]);
  char why[SQL_MESSAGE_SIZE], text[SQL_ACTION_SIZE];
  secrisk_policy policy;
  (void)argc;
  if (t.at == NULL || name.at == NULL) {
    return;
  }
  if (!sql_policy(name.at, name.len, &policy, why)) {
    refuse(context, "there is no such policy", why);
  } else {
    sql_action(t.at, t.len, &policy, text);
    give_text(context, text);
  }
}

/* ---- Ratings of DREAD ---------------------------------------------------- */

static void dread_score(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  secrisk_dread d;
  (void)argc;
  if (read_rating(argv[0], &d)) {
    sql_give_tenths(context, sql_dread_tenths(&d));
  }
}

static void dread_level(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  secrisk_dread d;
  (void)argc;
  if (read_rating(argv[0], &d)) {
    give_text(context, sql_dread_level(&d));
  }
}

static void dread_error(sqlite3_context *context, int argc,
                        sqlite3_value **argv) {
  struct sql_text t = sql_text_of(argv[0]);
  char why[SQL_MESSAGE_SIZE];
  (void)argc;
  if (t.at != NULL) {
    sql_dread_error(t.at, t.len, why);
    give_text(context, why);
  }
}

/* ---- All of them --------------------------------------------------------- */

int sqlite3_secrisksqlite_init(sqlite3 *db, char **message,
                               const sqlite3_api_routines *api);
int sqlite3_secrisksqlite_init(sqlite3 *db, char **message,
                               const sqlite3_api_routines *api) {
  static const struct {
    const char *name;
    int arguments;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
      {"cvss_score", 1, score},        {"cvss_severity", 1, severity},
      {"cvss_vector", 1, vector},      {"cvss_profile", 2, profile},
      {"cvss_error", 1, error},        {"dread_score", 1, dread_score},
      {"dread_level", 1, dread_level}, {"dread_error", 1, dread_error},
      {"risk_action", 2, action}};
  int status = SQLITE_OK;
  SQLITE_EXTENSION_INIT2(api);
  (void)message;
  for (size_t i = 0;
       status == SQLITE_OK && i < sizeof functions / sizeof functions[0]; i++) {
    status = sqlite3_create_function(
        db, functions[i].name, functions[i].arguments,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
        functions[i].call, NULL, NULL);
  }
  return status == SQLITE_OK ? sql_add_find(db) : status;
}
