/* SPDX-License-Identifier: MIT */
/* CVSS v4.0 scores by whole words and tables, for speed: what the rules of
 * v4_small.c give. */
#include "../cvss/engine.h"

#if !SECRISK_SMALL && SECRISK__V4
#include "resolve.h"

#include "../tables/v4_words.h"

static const struct secrisk__words scored = SECRISK__WORDS_V4;

/* The place of the MacroVector's cell, distances in it, whether there is an
 * impact: the entries of three tables, one per group of classes, added. */
static uint32_t classify(const uint64_t w[2]) {
  uint64_t a = secrisk__lanes(w[0], EQ12_EVEN0, EQ12_ODD0);
  uint64_t b = secrisk__lanes(w[0], EQ36_EVEN0, EQ36_ODD0) +
               secrisk__lanes(w[1], EQ36_EVEN1, EQ36_ODD1);
  uint64_t c = secrisk__lanes(w[1], EQ45_EVEN1, EQ45_ODD1);
  return part12[a - EQ12_LEAST] + part36[b - EQ36_LEAST] +
         part45[c - EQ45_LEAST];
}

/* Base metrics alone are the common case. */
secrisk_tenths secrisk__score_v4(const secrisk_cvss *v,
                                 secrisk_score_kind kind) {
  uint64_t w[2];
  if (kind > SECRISK_SCORE_BTE) {
    return SECRISK_NO_SCORE;
  }
  if (kind == SECRISK_SCORE_B) { /* the same, for the common case */
    w[0] = secrisk__load64(&v->version);
    w[1] = secrisk__load64(&v->version + 8) & scored.base[1];
    w[1] |= scored.fallback[1];
  } else {
    secrisk__resolve_words(v, &scored, kind, w);
  }
  uint32_t class = classify(w);
  /* In 2^-20 of a tenth: at most 101 * 2^20, below 2^27.  The generator has
   * checked every cell with every distance, so that none goes below 0. */
  const uint32_t *cell = cells + 4u * (class & 511u);
  uint32_t score = cell[0] - cell[1] * (class >> STEP1 & 15u) -
                   cell[2] * (class >> STEP36 & 15u) -
                   cell[3] * (class >> STEP4 & 15u);
  return (secrisk_tenths)((class & NO_IMPACT) != 0 ? 0 : score >> FRACTION);
}

void secrisk__macro_v4(const secrisk_cvss *v, struct secrisk__macro *m) {
  uint64_t w[2];
  secrisk__resolve_words(v, &scored, SECRISK_SCORE_BTE, w);
  uint32_t cell = classify(w) & 511u;
  m->eq1 = (uint8_t)(cell / 90u);
  m->eq2 = (uint8_t)(cell / 45u % 2u);
  m->eq36 = (uint8_t)(cell / 9u % 5u);
  m->eq4 = (uint8_t)(cell / 3u % 3u);
  m->eq5 = (uint8_t)(cell % 3u);
}

#endif
