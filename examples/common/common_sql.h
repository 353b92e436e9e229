/* SPDX-License-Identifier: MIT */
/* Of the extensions for databases: what a text is to their functions.
 *
 * Texts need not end in NUL.  Nothing is kept, allocated or printed. */
#ifndef COMMON_SQL_H
#define COMMON_SQL_H

#include "secrisk.h"

/* Bytes that hold any message, and any action. */
enum { SQL_MESSAGE_SIZE = 256, SQL_ACTION_SIZE = 640 };

/* False for what is no vector, or no rating of DREAD. */
bool sql_cvss(const char *text, size_t len, secrisk_cvss *out);
bool sql_dread(const char *text, size_t len, secrisk_dread *out);

/* "byte 44: A must be H, L or N", or "" if nothing is wrong. */
void sql_cvss_error(const char *text, size_t len, char *out);
void sql_dread_error(const char *text, size_t len, char *out);

/* "Critical" */
const char *sql_severity(const secrisk_cvss *v);

/* The scheme's own score, a sum or a mean, in tenths, half up.  "Medium", or ""
 * where the scheme publishes no bands. */
unsigned sql_dread_tenths(const secrisk_dread *d);
const char *sql_dread_level(const secrisk_dread *d);

/* The first vector at or after text[*from], the text of which is *len bytes
 * long.  False: there is none. */
bool sql_find(const char *text, size_t size, size_t *from, size_t *len,
              secrisk_cvss *out);

/* Threat and Environmental metrics of a device, such as CVSS:3.1/CR:H/MAV:A.
 * False for what is no profile, and `why` says what is wrong. */
bool sql_profile(const char *text, size_t len, secrisk_cvss *out, char *why);
/* Lays a profile over a vector.  One of another version than the profile's
 * stays as it is, but 3.0 and 3.1 go together. */
void sql_profile_lay(const secrisk_cvss *profile, secrisk_cvss *v);

/* A shipped policy by its name.  False: there is none, and `why` lists them. */
bool sql_policy(const char *name, size_t len, secrisk_policy *out, char *why);
/* "High: reduce the risk ..." for a vector or a rating of DREAD, or "" for what
 * is neither or has no bands. */
void sql_action(const char *text, size_t len, const secrisk_policy *policy,
                char *out);

#endif
