/* SPDX-License-Identifier: MIT */
/* Which scorer: a build for speed. */
#include "../cvss/engine.h"

#if !SECRISK_SMALL
#include "valid.h"

secrisk_score_kind secrisk_cvss_overall(const secrisk_cvss *v) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (at == NULL) {
    return 0;
  }
  uint64_t w[5];
  load_words(v, w);
  return SECRISK_SCORE_B | defined(w, at->index);
}

typedef secrisk_tenths scorer(const secrisk_cvss *v, secrisk_score_kind kind);

/* Judges the vector once, so that the scorers may take every value for an
 * index. index: the version's place in the tables; used: the words of its
 * metrics. */
SECRISK__INTO secrisk_tenths score(const secrisk_cvss *v,
                                   secrisk_score_kind kind, uint8_t index,
                                   uint8_t used, scorer *by) {
  uint64_t w[5];
  load_words(v, w);
  if (!valid(w, index, used)) {
    return SECRISK_NO_SCORE;
  }
  if (kind == SECRISK_SCORE_OVERALL) {
    return by(v, SECRISK_SCORE_B | defined(w, index));
  }
  return secrisk__known_kind(kind) ? by(v, kind) : SECRISK_NO_SCORE;
}

secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind) {
#if SECRISK__V3
  if (v->version == SECRISK_CVSS31 || v->version == SECRISK_CVSS30) {
    return score(v, kind, V3_INDEX, V3_WORDS, secrisk__score_v3);
  }
#endif
#if SECRISK__V4
  if (v->version == SECRISK_CVSS40) {
    return score(v, kind, V4_INDEX, V4_WORDS, secrisk__score_v4);
  }
#endif
#if SECRISK__V2
  if (v->version == SECRISK_CVSS20) {
    return score(v, kind, V2_INDEX, V2_WORDS, secrisk__score_v2);
  }
#endif
  return SECRISK_NO_SCORE;
}

#endif
