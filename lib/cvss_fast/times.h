/* SPDX-License-Identifier: MIT */
/* Arithmetic of the scorers. */
#ifndef SECRISK_FAST_TIMES_H
#define SECRISK_FAST_TIMES_H

#include <stdint.h>

/* a * b / 2^30.  Both below 2^31, one below 2^30.1. */
static inline uint32_t secrisk__times(uint32_t a, uint32_t b) {
  return (uint32_t)(((uint64_t)a * b) >> 30);
}

/* How often unit fits into x: a score in tenths, 110 at most. */
static inline uint32_t secrisk__fit(uint32_t x, uint32_t unit) {
  return x / unit;
}

#endif
