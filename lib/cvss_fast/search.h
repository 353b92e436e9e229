/* SPDX-License-Identifier: MIT */
/* The one metric that a name can be, by multiplication. */
#ifndef SECRISK_FAST_SEARCH_H
#define SECRISK_FAST_SEARCH_H

#include "../cvss/cvss.h"
#include "words.h"

#include "../tables/search.h"

/* Up to three letters as a number. */
static uint32_t word(const char *s, size_t n) {
  uint32_t letters = (uint32_t)(uint8_t)s[0] | (uint32_t)(uint8_t)s[1] << 8 |
                     (uint32_t)(uint8_t)s[2] << 16;
  return letters & 0xffffffu >> (24u - 8u * n);
}

/* The metric that the token is, letter for letter, if the text is long enough
 * to look at three bytes.  A perfect hash finds the one candidate:
 *
 *     token * factor   ssssss.. ........ ........ ........   modulo 2^32
 *                      the slot: 0 to 63
 *
 * The generator has looked for a factor, by version, under which no two names
 * share a slot.  A slot without a name holds 0, and other words share slots
 * with names, so that the candidate's own name is compared at last. */
SECRISK__WRAPS
static uint_fast8_t exact_metric(const struct secrisk__reader *r) {
  if (r->c.n < 1 || r->c.n > 3 || r->c.end - r->c.pos < 3) {
    return SECRISK_NO_METRIC;
  }
  uint8_t index = r->at->index;
  uint32_t token = word(r->c.text + r->c.pos, r->c.n);
  uint8_t id = slot[index][token * factor[index] >> 26];
  const char *abbr = secrisk__metric(r->at, id)->abbr;
  return word(abbr, 3) == token ? id : SECRISK_NO_METRIC;
}

#endif
