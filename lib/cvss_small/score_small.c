/* SPDX-License-Identifier: MIT */
/* Which scorer: a build for size. */
#include "../cvss/engine.h"

#if SECRISK_SMALL

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
