/* SPDX-License-Identifier: MIT */
/* Of register and score: memory, characters, and text made safe to show. */
#ifndef COMMON_TEXT_H
#define COMMON_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* --- Memory -- common_text.c ---------------------------------------------*/

/* What is kept is kept until the end.  Exits with 2 when there is no memory. */
void *keep(size_t size); /* all 0 */
char *keep_text(const char *text, size_t len);
void *grow(void *at, size_t size); /* realloc */

/* --- Words -- common_text.c ----------------------------------------------*/

/* The length of the blank that text begins with, 0 if none: a space, a tab, an
 * end of line, or one of the spaces that do not break a line (U+00A0, U+2007,
 * U+202F). */
size_t blank(const char *text);
bool all_blank(const char *text);

struct piece {
  size_t from, to;
};
struct piece trimmed(const char *text, size_t from, size_t to);
char lower(char c);
bool same_word(const char *text, size_t len, const char *word); /* any case */
/* As same_word; a blank or an underscore is as good as a hyphen. */
bool same_name(const char *text, size_t len, const char *name);

/* Letters and digits alone, in lower case; returns how many bytes. */
size_t squeezed(const char *text, size_t len, char *out, size_t cap);
/* Is it the name but for one letter, or for what stands between its words?  In
 * a name as short as id, one letter changes the meaning. */
bool near_name(const char *text, size_t len, const char *name);
/* Would a spreadsheet take a cell that begins so for a formula?  --csv writes a
 * ' before it, which is taken off again when read. */
bool like_formula(const char *text);

/* --- Showing -- common_show.c --------------------------------------------*/

/* The next character of text, which ends in NUL: 0xfffd for a byte that is not
 * UTF-8, 0 at the end. */
uint32_t next_character(const char **text);

/* For a person: what would not show, or would change how the rest shows, is
 * written out ([U+202E]) or, below 0x20, as its picture. */
void put_plain(FILE *to, const char *text);
size_t plain_width(const char *text);
void put_html(FILE *to, const char *text);
void put_json(FILE *to, const char *text); /* with its quotes */
void put_utf8(FILE *to, uint32_t c);
char *add_utf8(char *to, uint32_t c); /* at most 4 bytes; returns their end */

#endif
