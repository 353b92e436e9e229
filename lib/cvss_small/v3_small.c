/* SPDX-License-Identifier: MIT */
/* CVSS v3.0 and v3.1 scores (specification 7), in exact integers.  A name says
 * the unit of a number:
 *
 *     weights_e2           hundredths           0.85 is 85
 *     iss_e6               1e-6, three weights  0.915 is 915000
 *     impact_e7, score_e7  1e-7                 10.0 is 1e8, below 2^27
 *     SECRISK__Q30(a, b)   2^-30                a / b, a factor below 2
 *
 * A product of four weights is in 1e-8.  Times 0.822 in place of the standard's
 * 8.22 it is in 1e-7.  Some factors are rounded; every state was compared with
 * exact arithmetic, and no score differs (tests/cvss). */
#include "../cvss/engine.h"

#if SECRISK_SMALL && SECRISK__V3
#include "resolve.h"
#include "times.h"

#include "../tables/v3.h"

/* x[m]: the place of what metric m counts as among its weights.  Two kinds of
 * metrics share a row with another metric: PR has a weight per Scope,
 *
 *     place   1  2  3 | 4  5  6      PR + 3 * S, where S is 1 or 2, and the row
 *     Scope   U  U  U | C  C  C      begins three places early
 *     PR      N  L  H | N  L  H
 *
 * and C, I and A have one per requirement: place 3 * C + CR, for the weight of
 * 1 - C * CR. */

/* The power in the Impact under a changed Scope: the Modified Impact of v3.1
 * has a formula of its own. */
enum { POWER_V30 = 15, POWER_V31 = 13 };

/* p times the weights of the metrics [from, to), each in hundredths. */
static uint32_t times_weights(uint32_t p, const uint8_t *x, uint_fast8_t from,
                              uint_fast8_t to) {
  for (uint_fast8_t m = from; m < to; m++) {
    p *= weights_e2[row[m] + x[m]];
  }
  return p;
}

/* Impact under a changed Scope, 7.52 * (ISS - 0.029) less 3.25 * (ISS -
 * 0.02)^15 or 3.25 * (ISS * 0.9731 - 0.02)^13; iss_e6 is 110000 to 915000.  The
 * power errs by at most 2e-7 of a score; none lies within 4e-6 of a tenth. */
static uint32_t changed_e7(uint32_t iss_e6, uint_fast8_t power) {
  uint32_t scale = power == POWER_V31 ? SECRISK__Q30(UINT32_C(9731) * 16384,
                                                     UINT32_C(156250000))
                                      : SECRISK__Q30(16384, 15625);
  uint32_t y = secrisk__times(iss_e6 << 10, scale) - SECRISK__Q30(2, 100);
  uint32_t raised = y;
  while (--power != 0) {
    raised = secrisk__times(raised, y);
  }
  return secrisk__times((iss_e6 - 29000u) << 7, SECRISK__Q30(752, 1280)) -
         secrisk__times(32500000u, raised);
}

/* Impact or Modified Impact; 0 where the standard's is 0 or negative. */
static uint32_t impact_e7(const uint8_t *x, uint_fast8_t power) {
  uint32_t iss_e6 =
      1000000u - times_weights(1, x, SECRISK_V3_C, SECRISK_V3_A + 1);
  if (iss_e6 > 915000u) {
    iss_e6 = 915000u;
  }
  if (iss_e6 == 0) {
    return 0;
  }
  return x[SECRISK_V3_S] == SECRISK_V3_S_C
             ? changed_e7(iss_e6, power)
             : secrisk__times(iss_e6 << 7, SECRISK__Q30(642, 1280));
}

/* 8.22 * AV * AC * PR * UI. */
static uint32_t exploitability_e7(const uint8_t *x) {
  uint32_t p = times_weights(1, x, SECRISK_V3_AV, SECRISK_V3_UI + 1);
  return secrisk__times(p, SECRISK__Q30(822, 1000)); /* p <= 47287625 */
}

#define TENTH_E7 1000000u

/* Roundup: the smallest number of tenths not below x (v3.1 Appendix A). */
static uint32_t roundup(uint32_t x_e7) {
  return secrisk__fit(x_e7 + TENTH_E7 - 1, TENTH_E7);
}

/* From Impact, which is not 0. */
static uint32_t base_e7(const uint8_t *x, uint32_t impact) {
  uint32_t sum = impact + exploitability_e7(x); /* at most 1.0e8 */
  if (x[SECRISK_V3_S] == SECRISK_V3_S_C) {
    sum += secrisk__times(sum, SECRISK__Q30(8, 100));
  }
  return sum < 100 * TENTH_E7 ? sum : 100 * TENTH_E7;
}

/* The Temporal score multiplies a Base score that was rounded up before; so
 * does the Environmental score.  Hence two calls of roundup. */
secrisk_tenths secrisk__score_v3(const secrisk_cvss *v,
                                 secrisk_score_kind kind) {
  uint8_t x[SECRISK__SCORED];
  uint8_t groups = secrisk__groups(kind);
  uint_fast8_t power =
      v->version == SECRISK_CVSS31 && (groups & SECRISK__ENVIRON) != 0
          ? POWER_V31
          : POWER_V30;
  SECRISK__RESOLVE(v, groups, x);
  x[SECRISK_V3_PR] = (uint8_t)(x[SECRISK_V3_PR] + 3 * x[SECRISK_V3_S]);
  for (uint8_t *c = x + SECRISK_V3_C; c <= x + SECRISK_V3_A; c++) {
    *c = (uint8_t)(3 * *c + c[SECRISK_V3_CR - SECRISK_V3_C]);
  }
  uint32_t score_e7 = kind == SECRISK_SCORE_EXPLOITABILITY
                          ? exploitability_e7(x)
                          : impact_e7(x, power);
  if (kind > SECRISK_SCORE_BTE) { /* half up, as NVD publishes sub-scores */
    return (secrisk_tenths)secrisk__fit(score_e7 + TENTH_E7 / 2, TENTH_E7);
  }
  if (score_e7 != 0) {
    score_e7 = times_weights(roundup(base_e7(x, score_e7)), x, SECRISK_V3_E,
                             SECRISK_V3_RC + 1); /* at most 1e8 */
  }
  return (secrisk_tenths)roundup(score_e7);
}

#endif
