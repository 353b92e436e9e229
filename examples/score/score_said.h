/* SPDX-License-Identifier: MIT */
/* score: the version that a text says of a vector without its prefix. */
#ifndef SCORE_SAID_H
#define SCORE_SAID_H

#include "score.h"

struct said {
  const char *text;
  size_t len;   /* of text */
  size_t floor; /* where what stands before is over */
  size_t pos;   /* of what is almost a vector */
  size_t n;     /* and its length */
};

bool said_is_word_byte(char c);
bool said_is_vector_byte(char c);
bool said_vector(const struct said *s, struct item *it);

#endif
