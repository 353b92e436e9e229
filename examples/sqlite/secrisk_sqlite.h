/* SPDX-License-Identifier: MIT */
/* SQLite: what its files share.  SQLite's own header comes first. */
#ifndef SECRISK_SQLITE_H
#define SECRISK_SQLITE_H

#include "secrisk.h"
#include "../common/common_sql.h"

/* The text of an SQL value, in UTF-8; at NULL: it is NULL. */
struct sql_text {
  const char *at;
  size_t len;
};
struct sql_text sql_text_of(sqlite3_value *value);

/* Adds the table-valued function cvss_find(text). */
int sql_add_find(sqlite3 *db);

/* Results of functions and of columns. */
void sql_give_tenths(sqlite3_context *context, unsigned tenths);
void sql_give_vector(sqlite3_context *context, const secrisk_cvss *v);

#endif
