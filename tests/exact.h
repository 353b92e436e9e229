/* SPDX-License-Identifier: MIT */
/* Texts in memory of exactly their size: behind a literal stands a NUL, behind
 * a part of a longer text the rest of it, and a tool that watches memory sees
 * no read of either. */
#ifndef EXACT_H
#define EXACT_H

#include <stdlib.h>
#include <string.h>

/* A copy to be freed. */
static char *exact(const char *text, size_t len) {
  char *copy = malloc(len > 0 ? len : 1);
  if (copy == NULL) {
    abort();
  }
  if (len > 0) {
    memcpy(copy, text, len);
  }
  return copy;
}

#endif
