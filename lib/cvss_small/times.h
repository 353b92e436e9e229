/* SPDX-License-Identifier: MIT */
/* Arithmetic of the scorers, with none that processors without a long
 * multiplication or a division would have to call a helper for. */
#ifndef SECRISK_SMALL_TIMES_H
#define SECRISK_SMALL_TIMES_H

#include "../cvss/engine.h"

/* a * b / 2^30, or one less.  Both below 2^31, one below 2^30.1. */
uint32_t secrisk__times(uint32_t a, uint32_t b);
/* How often unit, below 2^26, fits into x: a score in tenths, 127 at most. */
uint32_t secrisk__fit(uint32_t x, uint32_t unit);

#endif
