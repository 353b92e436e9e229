/* SPDX-License-Identifier: MIT */
/* Part of register: CSV as in RFC 4180, with the place of every cell. */
#ifndef REGISTER_CSV_H
#define REGISTER_CSV_H

#include "../common/common_text.h"

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
  size_t want;        /* how many cells a row has; 0: not known yet */
  struct cell *cells; /* the record read last */
  size_t count, room;
  const char *fault; /* what is wrong with it, or NULL, and where */
  unsigned long fault_line, fault_column;
  unsigned long fault_last; /* the last line that is part of the fault */
};

/* Decodes text in place.  The separator is at first the first comma, semicolon
 * or tab outside quotes, or what a line sep=; says. */
void csv_start(struct csv *c, char *text, size_t len);
bool csv_next(struct csv *c); /* false: no more */

/* Moves a line and column over the first n bytes of a cell. */
void csv_place(const struct cell *c, size_t n, unsigned long *line,
               unsigned long *column);

/* --- Open quotes -- register_quote.c ---------------------------------------*/

/* Where the quoted text that begins at from ends: at its closing quote; or,
 * when that is missing, before the line break in front of the next line that
 * looks like a row of want cells, or at end.  *open says which. */
const char *quote_end(const struct csv *c, const char *from, bool *open);

#endif
