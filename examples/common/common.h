/* SPDX-License-Identifier: MIT */
/* What register and score share: files, settings and policies. */
#ifndef COMMON_H
#define COMMON_H

#include "secrisk.h"
#include "common_text.h"

enum { EXIT_TROUBLE = 2 }; /* status of a program that cannot do its work */
enum { LEVELS = SECRISK_LEVEL_CRITICAL };

/* --- What each program has of its own --------------------------------------*/

extern const char program[]; /* its name, for messages */
struct file;
void hash_file(struct file *f);

/* --- Files -- common_input.c ----------------------------*/

struct file {
  const char *name;
  char *text; /* with a NUL behind its end */
  size_t len;
  char sha256[65]; /* "" if this program was built without libmd */
};

/* "-" is standard input.  Each exits with 2 when it cannot. */
void read_file(struct file *out, const char *name);
/* As read_file.  Takes UTF-16, and refuses what is no text of the `wanted`
 * kind, such as "CSV".  Returns where the text begins; *mark: there was a byte
 * order mark.  *json: may it be JSON, and was it?  NULL: it may not. */
char *read_text(struct file *out, const char *name, const char *wanted,
                bool *mark, bool *json);
void fail(const char *doing, const char *name); /* with errno */
bool terminal(FILE *f);
void keep_bytes(void); /* of standard input and output, on every system */

/* --- Settings -- common_settings.c ---------------------------------------*/

/* A file of lines "name = value" under headings "[section]".  A # begins a
 * comment line. */
struct setting {
  const char *section, *name, *value;
  unsigned long line, column; /* of the name */
  unsigned long value_column;
};
struct settings {
  struct file file;
  struct setting *all;
  size_t count;
};
void read_settings(struct settings *out, const char *name);
/* Exits with 2: the file's name, line and column, and what is wrong. */
void refuse_setting(const struct settings *s, unsigned long line,
                    unsigned long column, const char *format, ...);
/* The n-th piece of a list separated by commas, trimmed; false: no more. */
bool list_item(const char *list, size_t n, struct piece *out);

/* --- Policies -- common_policy.c, common_system.c --------------------------*/

struct policy {
  const char *name, *source;
  struct settings file; /* file.file.name NULL: a shipped policy */
  secrisk_policy rules;
  const char *level_names[LEVELS + 1];
  bool needs_evidence; /* a placeholder counts as missing */
};
/* A shipped one; p->name is NULL if there is none of that name. */
void policy_shipped(struct policy *p, const char *name);
/* Of a file; its [ratings] are left to the caller. */
void policy_read(struct policy *p, const char *name);
bool in_section(const struct setting *at, const char *name);
extern const char *const flag_names[6]; /* of a rule */
extern const secrisk_rule flag_values[6];
/* A system by its name: "CVSS 3.1", "DREAD OP-TEE", "level", "score 2"; 0. */
uint8_t system_find(const char *text, size_t len);
const char *system_name(uint8_t system); /* without the scheme of DREAD */
void put_system(FILE *to, uint8_t system);
uint16_t system_high(uint8_t system); /* the end of its scale, in tenths */

#endif
