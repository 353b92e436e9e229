/* SPDX-License-Identifier: MIT */
/* Base scores of v2.0 from a table. */
#ifndef SECRISK_FAST_V2_H
#define SECRISK_FAST_V2_H

#include "resolve.h"
#include "times.h"

#include "../tables/v2_base.h"
#include "../tables/v2_words.h"

static const struct secrisk__words scored = SECRISK__WORDS_V2;
#define SECRISK__RESOLVE_V2(v, kind, x) secrisk__resolve(v, &scored, kind, x)

/* The Base score, floored, if that is the kind asked for. */
static inline secrisk_tenths base_v2(const secrisk_cvss *v,
                                     secrisk_score_kind kind) {
  if (kind != SECRISK_SCORE_B) {
    return SECRISK_NO_SCORE;
  }
  uint64_t w = secrisk__load64(&v->version);
  return base_scores[secrisk__lanes(w, BASE_EVEN0, BASE_ODD0) - BASE_LEAST];
}
#define BASE_V2(v, kind) base_v2(v, kind)

#endif
