/* SPDX-License-Identifier: MIT */
/* Multiplying and dividing without helpers. */
#include "../cvss/engine.h"

#if SECRISK_SMALL
#include "times.h"

/* By halves of 15 bits, whose products fit 32.  With a = ah * 2^15 + al, and b
 * the same way,
 *
 *     a * b    = ah * bh * 2^30 + (ah * bl + al * bh) * 2^15 + al * bl
 *     / 2^30   = ah * bh        + middle / 2^15              + less than 1
 *
 * a and b are below 2^31 and one of them below 2^30.1: the high halves are at
 * most 16 bits, and middle below 2^32. */
uint32_t secrisk__times(uint32_t a, uint32_t b) {
  uint32_t high = a >> 15;
  uint32_t low = a & 0x7fff;
  uint32_t middle = high * (b & 0x7fff) + low * (b >> 15);
  return high * (b >> 15) + (middle >> 15); /* low * low counts for nothing */
}

uint32_t secrisk__fit(uint32_t x, uint32_t unit) {
  uint_fast8_t n = 0;
  unit *= 64; /* unit times step, from here on */
  for (uint_fast8_t step = 64; step > 0; step /= 2) {
    if (x >= unit) {
      x -= unit;
      n = (uint_fast8_t)(n + step);
    }
    unit /= 2;
  }
  return n;
}

#endif
