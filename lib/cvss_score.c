/* SPDX-License-Identifier: MIT */
/* Scores of every version: which kind, which scorer. */
#include "cvss_math.h"
#if !SECRISK_SMALL
#include "cvss_valid.h"
#endif

#if SECRISK_SMALL
uint32_t secrisk__times(uint32_t a, uint32_t b) {
  uint32_t high = a >> 15;
  uint32_t low = a & 0x7fff;
  uint32_t middle = high * (b & 0x7fff) + low * (b >> 15);
  return high * (b >> 15) + (middle >> 15); /* low * low counts for nothing */
}

uint32_t secrisk__fit(uint32_t x, uint32_t unit) {
  uint32_t n = 0;
  for (; x >= unit; x -= unit) { /* 110 times at most */
    n++;
  }
  return n;
}
#endif

secrisk_score_kind secrisk_cvss_overall(const secrisk_cvss *v) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (at == NULL) {
    return 0;
  }
#if SECRISK_SMALL
  uint_fast8_t kind = SECRISK_SCORE_B;
  for (uint_fast8_t i = at->base; i < at->environ; i++) {
    if (v->value[i] != 0) {
      kind = (uint_fast8_t)(kind | (i < at->threat ? 2u : 4u));
    }
  }
  return (secrisk_score_kind)kind;
#else
  uint64_t w[5];
  load_words(v, w);
  return SECRISK_SCORE_B | defined(w, at->index);
#endif
}

const char *secrisk_cvss_nomenclature(const secrisk_cvss *v) {
  switch (secrisk_cvss_overall(v)) {
  case SECRISK_SCORE_B:
    return "CVSS-B";
  case SECRISK_SCORE_BT:
    return "CVSS-BT";
  case SECRISK_SCORE_BE:
    return "CVSS-BE";
  case SECRISK_SCORE_BTE:
    return "CVSS-BTE";
  default:
    return "";
  }
}

/* One of B, BT, BE, BTE and the sub-scores? */
static bool known_kind(secrisk_score_kind kind) {
  return kind <= SECRISK_SCORE_MODIFIED_IMPACT && ((0x7aau >> kind) & 1u) != 0;
}

#if SECRISK_SMALL

secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind) {
  if (secrisk__judge(v) != SECRISK_OK) {
    return SECRISK_NO_SCORE;
  }
  if (kind == SECRISK_SCORE_OVERALL) {
    kind = secrisk_cvss_overall(v);
  }
  if (!known_kind(kind)) {
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

#else

typedef secrisk_tenths scorer(const secrisk_cvss *v, secrisk_score_kind kind);

/* index: the version's place in the tables; used: the words of its metrics. */
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
  return known_kind(kind) ? by(v, kind) : SECRISK_NO_SCORE;
}

secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind) {
#if SECRISK__V3
  if (v->version == SECRISK_CVSS31 || v->version == SECRISK_CVSS30) {
    return score(v, kind, 1, 3, secrisk__score_v3);
  }
#endif
#if SECRISK__V4
  if (v->version == SECRISK_CVSS40) {
    return score(v, kind, 2, 5, secrisk__score_v4);
  }
#endif
#if SECRISK__V2
  if (v->version == SECRISK_CVSS20) {
    return score(v, kind, 0, 2, secrisk__score_v2);
  }
#endif
  return SECRISK_NO_SCORE;
}

#endif
