/* SPDX-License-Identifier: MIT */
/* Writing text into a buffer, and lists of strings. */
#ifndef SECRISK_TEXT_H
#define SECRISK_TEXT_H

#include "base.h"

SECRISK__HIDDEN_BEGIN

/* --- Writing text into (buf, cap) -- text.c ------------------------------- */

struct secrisk__text {
  char *buf;
  size_t cap;
  size_t len; /* bytes needed so far, without the final NUL */
};

void secrisk__put(struct secrisk__text *t, char c);
void secrisk__puts(struct secrisk__text *t, const char *s);
/* Ends the text with NUL; returns its length. */
size_t secrisk__end(struct secrisk__text *t);

/* "3.1" */
void secrisk__put_version(struct secrisk__text *t, uint8_t version);

/* "9.8"; tenths is at most 100 -- tenths.c */
void secrisk__put_tenths(struct secrisk__text *t, secrisk_tenths tenths);

/* The nth string, from 0, of a list of NUL-separated strings. */
const char *secrisk__nth(const char *list, uint_fast8_t n);

/* Is c an ASCII letter or digit? */
static inline bool secrisk__alnum(char c) {
  uint8_t letter = (uint8_t)(((uint8_t)c | 0x20) - 'a');
  return letter < 26 || (uint8_t)((uint8_t)c - '0') < 10;
}

SECRISK__HIDDEN_END

#endif
