/* SPDX-License-Identifier: MIT */
/* The next colon, a byte at a time. */
#ifndef SECRISK_SMALL_COLON_H
#define SECRISK_SMALL_COLON_H

#include <stddef.h>

/* Its place at or after pos, or len. */
static inline size_t next_colon(const char *text, size_t pos, size_t len) {
  while (pos < len && text[pos] != ':') {
    pos++;
  }
  return pos;
}

#endif
