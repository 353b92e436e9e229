/* SPDX-License-Identifier: MIT */
/* The one metric that a name can be, by multiplication. */
#ifndef SECRISK_FAST_SEARCH_H
#define SECRISK_FAST_SEARCH_H

#include "../cvss/cvss.h"
#include "words.h"

#include "../tables/search.h"

/* Up to three letters as a number. */
static inline uint32_t word(const char *s, size_t n) {
  uint32_t bytes = (uint32_t)(uint8_t)s[0] | (uint32_t)(uint8_t)s[1] << 8 |
                     (uint32_t)(uint8_t)s[2] << 16;
  return bytes & 0xffffffu >> (24u - 8u * n);
}

/* The metric of that name, given as a number.  A perfect hash finds the one
 * candidate:
 *
 *     token * factor   ssssss.. ........ ........ ........   modulo 2^32
 *                      the slot: 0 to 63
 *
 * The generator has looked for a factor, by version, under which no two names
 * share a slot.  A slot without a name holds 0, and other words share slots
 * with names, so that the candidate's own name is compared at last. */
SECRISK__WRAPS
static inline uint_fast8_t named(const struct secrisk__layout *at,
                                 uint32_t token) {
  uint8_t id = slot[at->index][token * factor[at->index] >> 26];
  const char *abbr = secrisk__metric(at, id)->abbr;
  return word(abbr, 3) == token ? id : SECRISK_NO_METRIC;
}

#endif
