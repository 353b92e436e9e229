/* SPDX-License-Identifier: MIT */
/* CVSS v2.0 scores (guide 3.2), in exact integers. */
#include "engine.h"

#if SECRISK__V2

#include "../tables/v2.h"
#if SECRISK_SMALL
#include "../cvss_small/v2.h"
#else
#include "../cvss_fast/v2.h"
#endif

/* x[m]: the ordinal that metric m counts as, from 1. */

/* 1 - impact * requirement of one of C, I and A, times 40000. */
static uint32_t rest(const uint8_t *x, uint8_t which) {
  return rest_40000[x[SECRISK_V20_C + which] * 3u + x[SECRISK_V20_CR + which] -
                    4u];
}

/* 0.6 * Impact, in millionths; Impact is 10.41 * (1 - (1-C)(1-I)(1-A)). */
static uint32_t impact_e6(const uint8_t *x) {
  uint32_t two = rest(x, 0) * rest(x, 1);             /* at most 1.6e9 */
  uint32_t q = secrisk__times(two, rest(x, 2) << 15); /* at most 1953125000 */
  /* q is the product times 40000^3 / 2^15.  No value is within 5.6e-5 of a tie
   * of the base score, this errs by at most 4e-6. */
  return 6246000u - secrisk__times(q, SECRISK__Q30(6246, 1953125));
}

/* The guide's AdjustedImpact is at most 10. */
static uint32_t adjusted_impact_e6(const uint8_t *x) {
  uint32_t impact = impact_e6(x);
  return impact < 6000000u ? impact : 6000000u;
}

/* Exploitability / 20, in 1e-8: at most 49984000. */
static uint32_t exploitability_e8(const uint8_t *x) {
  return (uint32_t)av_e3[x[SECRISK_V20_AV] - 1] * ac_e2[x[SECRISK_V20_AC] - 1] *
         au_e3[x[SECRISK_V20_AU] - 1];
}

static bool no_impact(const uint8_t *x) {
  return x[SECRISK_V20_C] + x[SECRISK_V20_I] + x[SECRISK_V20_A] ==
         3 * SECRISK_V20_C_N;
}

/* (0.6 * Impact + 0.4 * Exploitability - 1.5) * 1.176, half up, in tenths:
 * -2 to 100. */
static int32_t base(const uint8_t *x, uint32_t impact) {
  if (no_impact(x)) {
    return 0;
  }
  uint32_t sum =
      impact + secrisk__times(exploitability_e8(x), SECRISK__Q30(8, 100));
  sum += secrisk__times(sum, SECRISK__Q30(176, 1000)); /* at most 11.8e6 */
  sum = sum + 1000000u + 50000u - 1764000u; /* ten tenths up: positive */
  return (int32_t)secrisk__fit(sum, 100000u) - 10;
}

/* score * E * RL * RC, half up; score may be negative. */
static int32_t temporal(const uint8_t *x, int32_t score) {
  int32_t weight = (int32_t)e_e2[x[SECRISK_V20_E] - 1] *
                   rl_e2[x[SECRISK_V20_RL] - 1] *
                   rc_e2[x[SECRISK_V20_RC] - 1]; /* at most 1e6 */
  /* Ten tenths up, then down again: the division is of a positive number. */
  return (int32_t)secrisk__fit((uint32_t)(score * weight + 10500000),
                               1000000u) -
         10;
}

/* (AT + (10 - AT) * CDP) * TD, half up; AT, in tenths, may be negative. */
static int32_t environmental(const uint8_t *x, int32_t at) {
  int32_t cdp = cdp_e1[x[SECRISK_V20_CDP] - 1];
  int32_t td = td_4[x[SECRISK_V20_TD] - 1];
  int32_t score = (at * 10 + (100 - at) * cdp) * td; /* -80 to 4000 */
  return (int32_t)secrisk__fit((uint32_t)(score + 420), 40u) - 10;
}

static secrisk_tenths floored(int32_t score) {
  return (secrisk_tenths)(score > 0 ? score : 0);
}

/* By the equations, whatever is asked for. */
SECRISK__APART static secrisk_tenths equations(const secrisk_cvss *v,
                                               secrisk_score_kind kind) {
  uint8_t x[SECRISK__SCORED];
  secrisk_score_kind groups = secrisk__groups(kind);
  SECRISK__RESOLVE_V2(v, groups, x);
  if (kind == SECRISK_SCORE_EXPLOITABILITY) { /* 20 * p in 1e-8, to tenths */
    return (secrisk_tenths)secrisk__fit(exploitability_e8(x) + 250000u,
                                        500000u);
  }
  uint32_t impact =
      (groups & SECRISK__ENVIRON) != 0 ? adjusted_impact_e6(x) : impact_e6(x);
  if (kind > SECRISK_SCORE_BTE) { /* 0.6 * Impact in 1e-6, to tenths */
    return (secrisk_tenths)secrisk__fit(impact + 30000u, 60000u);
  }
  int32_t score = temporal(x, base(x, impact));
  return floored((kind & SECRISK__ENVIRON) != 0 ? environmental(x, score)
                                                : score);
}

secrisk_tenths secrisk__score_v2(const secrisk_cvss *v,
                                 secrisk_score_kind kind) {
  secrisk_tenths score = BASE_V2(v, kind);
  return SECRISK_SMALL || score == SECRISK_NO_SCORE ? equations(v, kind)
                                                    : score;
}

#endif
