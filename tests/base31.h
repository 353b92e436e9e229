/* SPDX-License-Identifier: MIT */
/* The Base vectors of v3.1, one after the other. */
#ifndef BASE31_H
#define BASE31_H

#include "t.h"

enum { BASE31_COUNT = 4 * 2 * 3 * 2 * 2 * 27 };

/* The nth of them, from 0. */
static secrisk_cvss base31(unsigned n) {
  secrisk_cvss v = {SECRISK_CVSS31, {0}};
  for (uint8_t m = 0; m < 8; m++) {
    unsigned count = secrisk_cvss_value_count(SECRISK_CVSS31, m) - 1u;
    v.value[m] = (uint8_t)(1 + n % count);
    n /= count;
  }
  return v;
}

#endif
