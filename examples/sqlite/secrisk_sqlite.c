/* SPDX-License-Identifier: MIT */
/* CVSS in SQL, a loadable extension of SQLite:
 *
 *   cc -fPIC -shared -Iinclude examples/sqlite/secrisk_sqlite.c \
 *      -lsecrisk -o secrisk_sqlite.so
 *   sqlite> .load ./secrisk_sqlite
 *   sqlite> SELECT cvss_score(vector), cvss_severity(vector) FROM findings;
 *
 *   cvss_score(text)     9.8, or NULL for a text that is no vector
 *   cvss_severity(text)  'Critical', or NULL
 *   cvss_error(text)     what is wrong with the text, or NULL */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include <secrisk.h>

/* Reads an SQL value; false where it is NULL or no vector. */
static bool read_vector(sqlite3_value *value, secrisk_cvss *v,
                        secrisk_diag *diag) {
  const unsigned char *text = sqlite3_value_text(value);
  size_t len = (size_t)sqlite3_value_bytes(value);
  return text != NULL &&
         secrisk_cvss_parse((const char *)text, len, SECRISK_STRICT, v, diag) ==
             SECRISK_OK;
}

static void score(sqlite3_context *context, int argc, sqlite3_value **argv) {
  secrisk_cvss v;
  (void)argc;
  if (read_vector(argv[0], &v, NULL)) {
    secrisk_tenths tenths = secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL);
    sqlite3_result_double(context, tenths / 10.0);
  }
}

static void severity(sqlite3_context *context, int argc, sqlite3_value **argv) {
  secrisk_cvss v;
  (void)argc;
  if (read_vector(argv[0], &v, NULL)) {
    secrisk_tenths tenths = secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL);
    secrisk_level level = secrisk_cvss_severity(v.version, tenths);
    sqlite3_result_text(context, secrisk_level_text(level), -1, SQLITE_STATIC);
  }
}

static void error(sqlite3_context *context, int argc, sqlite3_value **argv) {
  secrisk_cvss v;
  secrisk_diag diag;
  char why[SECRISK_EXPLAIN_SIZE];
  (void)argc;
  if (sqlite3_value_type(argv[0]) != SQLITE_NULL &&
      !read_vector(argv[0], &v, &diag)) {
    secrisk_cvss_explain(&diag, why, sizeof why);
    sqlite3_result_text(context, why, -1, SQLITE_TRANSIENT);
  }
}

int sqlite3_secrisksqlite_init(sqlite3 *db, char **message,
                               const sqlite3_api_routines *api);
int sqlite3_secrisksqlite_init(sqlite3 *db, char **message,
                               const sqlite3_api_routines *api) {
  static const struct {
    const char *name;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
  } functions[] = {{"cvss_score", score},
                   {"cvss_severity", severity},
                   {"cvss_error", error}};
  int status = SQLITE_OK;
  SQLITE_EXTENSION_INIT2(api);
  (void)message;
  for (size_t i = 0; status == SQLITE_OK && i < 3; i++) {
    status = sqlite3_create_function(db, functions[i].name, 1,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC |
                                         SQLITE_INNOCUOUS,
                                     NULL, functions[i].call, NULL, NULL);
  }
  return status;
}
