/* SPDX-License-Identifier: MIT */
/* The next colon, eight bytes at once. */
#ifndef SECRISK_FAST_COLON_H
#define SECRISK_FAST_COLON_H

#include <stddef.h>

#include "words.h"

/* Its place at or after pos, or len.  A byte of x is 0 where the text has a
 * colon; only then is bit 7 of x and of secrisk__above both clear. */
static inline size_t next_colon(const char *text, size_t pos, size_t len) {
  const uint64_t colons = 0x3a3a3a3a3a3a3a3au;
  for (; len - pos >= 8; pos += 8) {
    uint64_t x = secrisk__load64((const uint8_t *)text + pos) ^ colons;
    uint64_t other = secrisk__above(x, SECRISK__LOW7) | x | SECRISK__LOW7;
    if (~other != 0) {
      break;
    }
  }
  while (pos < len && text[pos] != ':') {
    pos++;
  }
  return pos;
}

#endif
