/* SPDX-License-Identifier: MIT */
/* CVSS v3.0 and v3.1 scores by whole words and tables, for speed: what the
 * equations of v3_small.c give.  Scores are held in 1e-7. */
#include "../cvss/engine.h"

#if !SECRISK_SMALL && SECRISK__V3
#include "resolve.h"

#include "../tables/v3_base.h"
#include "../tables/v3_words.h"

static const struct secrisk__words scored = SECRISK__WORDS_V3;

static uint8_t base_score(uint64_t w0, uint64_t w1) {
  uint64_t i = secrisk__lanes(w0, BASE_EVEN0, BASE_ODD0) + (w1 & 0xff);
  return base_scores[i - BASE_LEAST];
}

/* Impact or Modified Impact; 0 where the standard's is 0 or negative.  row: of
 * the table, by Scope and formula. */
static uint32_t impact_e7(const uint64_t w[2], uint32_t row) {
  uint64_t i = secrisk__lanes(w[0], ISS_EVEN0, ISS_ODD0) +
               secrisk__lanes(w[1], ISS_EVEN1, ISS_ODD1);
  return impacts_e7[row * ISS_COUNT + iss_number[i - ISS_LEAST]];
}

static uint32_t exploitability_e7(const uint64_t w[2]) {
  return exploits_e7[secrisk__lanes(w[0], EXPLOIT_EVEN0, EXPLOIT_ODD0) -
                     EXPLOIT_LEAST];
}

/* Roundup: the smallest tenth not below x (v3.1 Appendix A). */
static uint32_t roundup(uint32_t x_e7) {
  return (x_e7 + 999999u) / 1000000u;
}

/* In tenths, from Impact and Exploitability; changed, the Scope, is 0 or 1 and
 * multiplied by, for no branch could be predicted. */
static uint32_t combine(uint32_t impact, uint32_t exploit, uint32_t changed) {
  uint32_t sum = impact + exploit; /* at most 1.0e8 */
  sum += sum * 2u / 25u * changed;
  sum = sum < 100000000u ? sum : 100000000u;
  return impact != 0 ? roundup(sum) : 0;
}

/* Half up, as NVD publishes the sub-scores. */
static secrisk_tenths nearest(uint32_t x_e7) {
  return (secrisk_tenths)((x_e7 + 500000u) / 1000000u);
}

/* score, at most 100 tenths, times weights of at most 1 in 1e-6: at most 1e8.
 */
static uint32_t temporal(const uint64_t w[2], uint32_t score) {
  uint64_t i = secrisk__lanes(w[1], TEMPORAL_EVEN1, TEMPORAL_ODD1);
  return roundup(score * temporal_e6[i - TEMPORAL_LEAST]);
}

static secrisk_tenths temporal_score(const secrisk_cvss *v) {
  uint64_t w[2];
  secrisk__resolve_words(v, &scored, SECRISK_SCORE_BT, w);
  return (secrisk_tenths)temporal(w, base_score(w[0], w[1]));
}

/* Environmental scores and sub-scores. */
static secrisk_tenths resolved(const secrisk_cvss *v, secrisk_score_kind kind) {
  uint64_t w[2];
  uint8_t groups = secrisk__groups(kind);
  secrisk__resolve_words(v, &scored, groups, w);
  uint32_t changed =
      (uint32_t)(w[0] >> (8 * (1 + SECRISK_V3_S)) & 0xff) - SECRISK_V3_S_U;
  bool modified31 =
      v->version == SECRISK_CVSS31 && (groups & SECRISK__ENVIRON) != 0;
  uint32_t impact = impact_e7(w, modified31 ? changed * 2u : changed);
  uint32_t exploit = exploitability_e7(w);
  if (kind > SECRISK_SCORE_BTE) {
    return nearest(kind == SECRISK_SCORE_EXPLOITABILITY ? exploit : impact);
  }
  return (secrisk_tenths)temporal(w, combine(impact, exploit, changed));
}

secrisk_tenths secrisk__score_v3(const secrisk_cvss *v,
                                 secrisk_score_kind kind) {
  if (kind == SECRISK_SCORE_B) {
    return base_score(secrisk__load64(&v->version),
                      secrisk__load64(&v->version + 8));
  }
  return kind == SECRISK_SCORE_BT ? temporal_score(v) : resolved(v, kind);
}

#endif
