/* SPDX-License-Identifier: MIT */
/* Arithmetic of the scorers.  A small build takes none that processors without
 * a long multiplication or a division would have to call a helper for. */
#ifndef SECRISK_CVSS_MATH_H
#define SECRISK_CVSS_MATH_H

#include "engine.h"

#if SECRISK_SMALL /* math_small.c */
uint32_t secrisk__times(uint32_t a, uint32_t b);
uint32_t secrisk__fit(uint32_t x, uint32_t unit);
#else

/* a * b / 2^30.  Both below 2^31, one below 2^30.1; a small build may give one
 * less. */
static inline uint32_t secrisk__times(uint32_t a, uint32_t b) {
  return (uint32_t)(((uint64_t)a * b) >> 30);
}

/* How often unit fits into x: a score in tenths, 110 at most. */
static inline uint32_t secrisk__fit(uint32_t x, uint32_t unit) {
  return x / unit;
}

#endif

/* A factor below 2 for secrisk__times. */
#define SECRISK__Q30(numerator, denominator)                                   \
  ((uint32_t)((((uint64_t)(numerator) << 30) + (denominator) / 2) /            \
              (denominator)))

#endif
