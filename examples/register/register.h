/* SPDX-License-Identifier: MIT */
/* What the files of the register example share. */
#ifndef REGISTER_H
#define REGISTER_H

#include <stdbool.h>
#include <stdio.h>

#include "secrisk.h"

enum { ATTENTION = 1, TROUBLE = 2 }; /* exit status */

/* --- Memory -- register_text.c ---------------------------------------------*/

/* What is kept is kept until the end; exits with TROUBLE when there is none. */
void *keep(size_t size);
char *keep_text(const char *text, size_t len);
void *grow(void *at, size_t size); /* realloc */

/* --- Text -- register_text.c -----------------------------------------------*/

/* The next character of text, which ends in NUL: 0xfffd for a byte that is not
 * UTF-8, 0 at the end. */
uint32_t next_character(const char **text);

/* For a person: what would not show, or would change how the rest shows, is
 * written out ([U+202E]) or, below 0x20, as its picture. */
void put_plain(FILE *to, const char *text);
size_t plain_width(const char *text);
void put_html(FILE *to, const char *text);
void put_json(FILE *to, const char *text); /* with its quotes */

bool blank(char c);
bool all_blank(const char *text);
struct piece {
  size_t from, to;
};
struct piece trimmed(const char *text, size_t from, size_t to);
bool same_word(const char *text, size_t len, const char *word); /* any case */

/* Would a spreadsheet take a cell that begins so for a formula?  --csv writes a
 * ' before it, which is taken off again when read. */
bool like_formula(const char *text);

/* --- CSV -- register_csv.c -------------------------------------------------*/

struct cell {
  char *text; /* decoded, ends in NUL */
  size_t len;
  unsigned long line, column; /* of its first character, from 1 */
  bool quoted;
};

struct csv {
  char *at, *end; /* *end must be writable */
  unsigned long line, column;
  char separator;
  struct cell *cells; /* the record read last */
  size_t count, room;
  const char *fault; /* what is wrong with it, or NULL, and where */
  unsigned long fault_line, fault_column;
};

/* Decodes text in place.  The separator is the first comma, semicolon or tab
 * outside quotes in the first line. */
void csv_start(struct csv *c, char *text, size_t len);
bool csv_next(struct csv *c); /* false: no more */

/* Moves a line and column over the first n bytes of a cell. */
void csv_place(const struct cell *c, size_t n, unsigned long *line,
               unsigned long *column);

/* --- The register ----------------------------------------------------------*/

/* clang-format off */
enum column { /* of the input */
  ID, DESCRIPTION, SCHEME, INITIAL, CONTROLS, RESIDUAL, RERATED, IMPAIRS,
  RATIONALE, BENEFIT_RISK, NOTE, COLUMNS
};
enum { /* other columns */
  RESULT = COLUMNS, /* written by --csv, and passed over */
  NAMELESS
};
/* clang-format on */
extern const char *const column_names[COLUMNS];
extern const char *const result_names[]; /* ends in NULL */

struct problem {
  struct problem *next;
  unsigned long line, column;
  const char *where; /* the column's name, or "" */
  const char *what;  /* a sentence */
};

struct rating {
  secrisk_risk risk; /* system 0: none */
  secrisk_cvss cvss; /* version 0: not one of CVSS */
  uint16_t full;     /* tenths at the end of its scale */
  const char *text;  /* canonical; "" for none */
};

struct row {
  const char *text[COLUMNS]; /* the cells */
  struct rating initial, residual;
  secrisk_control *controls;
  const char **control_names; /* "" for none */
  size_t control_count;
  struct problem *problems; /* NULL: the row is good */
  unsigned long line;
};

struct list {
  const char *source, *policy_name, *title, *date; /* date may be NULL */
  secrisk_policy policy;
  struct row *rows;
  secrisk_evaluation *evaluations;
  uint32_t *order; /* priority */
  uint32_t count, room;
  secrisk_counts counts;
  char separator; /* as in the input, and a byte order mark if there was one */
  bool mark;
};

/* Where a cell's problems go. */
struct place {
  struct list *list;
  struct row *row;
  const struct cell *cell;
  const char *column;
};

/* register_problem.c: reports what is wrong at a byte of a cell, and marks
 * length bytes of it. */
void problem(const struct place *at, size_t offset, size_t length,
             const char *format, ...);

/* --- Reading -- register_read.c, _rating.c, _controls.c --------------------*/

/* The rows of a file; exits with TROUBLE for a header that cannot be used. */
void read_list(struct list *list, char *text, size_t len);

/* Each returns whether it is good; if not, the problem is reported. */
bool read_scheme(const struct place *at, uint8_t *scheme);
bool read_rating(const struct place *at, uint8_t scheme, struct rating *out);
void rate_cvss(struct rating *out, const secrisk_cvss *v);
bool read_controls(const struct place *at);

/* --- Showing -- register_table.c, _data.c, _html.c -------------------------*/

extern const char *const decision_words[6];
extern const char *const missing_words[6];
#define REMARKS 5
extern const char *const remark_words[REMARKS];
extern const char *const kind_words[5], *const state_words[4];
extern const char *const domain_words[3];

const char *system_name(uint8_t system);         /* "CVSS 3.1", "DREAD" */
void put_score(FILE *to, secrisk_tenths tenths); /* "9.8" */
void put_table(FILE *to, const struct list *list, bool colour);
void put_list_json(FILE *to, const struct list *list);
void put_list_csv(FILE *to, const struct list *list);
void put_list_html(FILE *to, const struct list *list);

#endif
