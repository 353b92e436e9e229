/* SPDX-License-Identifier: MIT */
/* The one metric that a name can be, by multiplication. */
#ifndef SECRISK_FAST_SEARCH_H
#define SECRISK_FAST_SEARCH_H

#include "words.h"

#include "../tables/search.h"

/* Where a name of one to three letters, as a number, can only be.  A perfect
 * hash finds the slot:
 *
 *     name * factor    ssssss.. ........ ........ ........   modulo 2^32
 *                      the slot: 0 to 63
 *
 * The generator has looked for a factor, by version, under which no two names
 * share a slot.  Other words share slots with names, so that whoever asks
 * compares the slot's name at last. */
SECRISK__WRAPS
static inline const struct slot *slot_of(uint32_t name, uint8_t index) {
  return &slots[index][name * factor[index] >> 26];
}

#endif
