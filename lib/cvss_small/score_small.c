/* SPDX-License-Identifier: MIT */
/* Which scorer: a build for size. */
#include "../cvss/engine.h"

#if SECRISK_SMALL

/* The groups that are defined, a metric at a time. */
secrisk_score_kind secrisk_cvss_overall(const secrisk_cvss *v) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (at == NULL) {
    return 0;
  }
  uint_fast8_t kind = SECRISK_SCORE_B;
  for (uint_fast8_t i = at->base; i < at->environ; i++) {
    if (v->value[i] != 0) {
      kind = (uint_fast8_t)(kind | (i < at->threat ? SECRISK__THREAT
                                                   : SECRISK__ENVIRON));
    }
  }
  return (secrisk_score_kind)kind;
}

/* The vector is judged once, here, so that the scorers may take every value for
 * an index into their tables. */
secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind) {
  if (secrisk__judge(v) != SECRISK_OK) {
    return SECRISK_NO_SCORE;
  }
  if (kind == SECRISK_SCORE_OVERALL) {
    kind = secrisk_cvss_overall(v);
  }
  if (!secrisk__known_kind(kind)) {
    return SECRISK_NO_SCORE;
  }
#if SECRISK__V2
  if (v->version == SECRISK_CVSS20) {
    return secrisk__score_v2(v, kind);
  }
#endif
#if SECRISK__V4
  if (v->version == SECRISK_CVSS40) {
    return secrisk__score_v4(v, kind);
  }
#endif
#if SECRISK__V3
  return secrisk__score_v3(v, kind);
#else
  return SECRISK_NO_SCORE;
#endif
}

#endif
