/* SPDX-License-Identifier: MIT */
/* CVSS v3.0 and v3.1 scores (specification 7), in exact integers.  Scores are
 * held in 1e-7 (10.0 is 1e8), which fits 32 bits. */
#include "cvss_math.h"
#include "cvss_resolve.h"

#if SECRISK__V3

#if !SECRISK_SMALL
#include "cvss_v3_words.h"
#else

#include "cvss_v3_data.h"

/* x[m]: the ordinal that metric m counts as, from 1. */

/* The power in the Impact under a changed Scope: the Modified Impact of v3.1
 * has a formula of its own. */
enum { POWER_V30 = 15, POWER_V31 = 13 };

/* 1 - impact * requirement of one of C, I and A, in hundredths. */
static uint32_t rest(const uint8_t *x, uint8_t which) {
  return rest_e2[x[SECRISK_V3_C + which] * 3u + x[SECRISK_V3_CR + which] - 4u];
}

/* Impact under a changed Scope, 7.52 * (ISS - 0.029) less 3.25 * (ISS -
 * 0.02)^15 or 3.25 * (ISS * 0.9731 - 0.02)^13; iss_e6 is 110000 to 915000.  The
 * power errs by at most 2e-7 of a score; none lies within 4e-6 of a tenth. */
static uint32_t changed_e7(uint32_t iss_e6, uint8_t power) {
  uint32_t scale = power == POWER_V31
                       ? SECRISK__Q30(9731u * 16384, 10000u * 15625)
                       : SECRISK__Q30(16384, 15625);
  uint32_t y = secrisk__times(iss_e6 << 10, scale) - SECRISK__Q30(2, 100);
  uint32_t raised = y;
  for (uint8_t bit = 4; bit != 0; bit >>= 1) { /* after the highest, 8 */
    raised = secrisk__times(raised, raised);
    if ((power & bit) != 0) {
      raised = secrisk__times(raised, y);
    }
  }
  return secrisk__times((iss_e6 - 29000u) << 7, SECRISK__Q30(752, 1280)) -
         secrisk__times(32500000u, raised);
}

/* Impact or Modified Impact; 0 where the standard's is 0 or negative. */
static uint32_t impact_e7(const uint8_t *x, uint8_t power) {
  uint32_t iss_e6 = 1000000u - rest(x, 0) * rest(x, 1) * rest(x, 2);
  if (iss_e6 > 915000u) {
    iss_e6 = 915000u;
  }
  if (iss_e6 == 0) {
    return 0;
  }
  uint32_t changed = changed_e7(iss_e6, power);
  uint32_t unchanged = secrisk__times(iss_e6 << 7, SECRISK__Q30(642, 1280));
  return x[SECRISK_V3_S] == SECRISK_V3_S_C ? changed : unchanged;
}

/* 8.22 * AV * AC * PR * UI. */
static uint32_t exploitability_e7(const uint8_t *x) {
  uint32_t pr = x[SECRISK_V3_PR] + 3u * x[SECRISK_V3_S] - 4u;
  uint32_t p = (uint32_t)av_e2[x[SECRISK_V3_AV] - 1] *
               ac_e2[x[SECRISK_V3_AC] - 1] * pr_e2[pr] *
               ui_e2[x[SECRISK_V3_UI] - 1]; /* at most 47287625 */
  return secrisk__times(p, SECRISK__Q30(822, 1000));
}

/* Roundup: the smallest tenth not below x (v3.1 Appendix A). */
static uint32_t roundup(uint32_t x_e7) {
  return secrisk__fit(x_e7 + 999999u, 1000000u);
}

/* In tenths, from Impact and Exploitability. */
static uint32_t combine(const uint8_t *x, uint32_t impact) {
  uint32_t sum = impact + exploitability_e7(x); /* at most 1.0e8 */
  uint32_t more = x[SECRISK_V3_S] == SECRISK_V3_S_C ? SECRISK__Q30(8, 100) : 0;
  sum += secrisk__times(sum, more);
  sum = sum < 100000000u ? sum : 100000000u;
  return impact != 0 ? roundup(sum) : 0;
}

/* Half up, as NVD publishes the sub-scores. */
static secrisk_tenths nearest(uint32_t x_e7) {
  return (secrisk_tenths)(secrisk__fit(x_e7 + 500000u, 1000000u));
}

secrisk_tenths secrisk__score_v3(const secrisk_cvss *v,
                                 secrisk_score_kind kind) {
  uint8_t x[SECRISK__SCORED];
  uint8_t groups = secrisk__groups(kind);
  uint8_t power =
      v->version == SECRISK_CVSS31 && (groups & 4) != 0 ? POWER_V31 : POWER_V30;
  SECRISK__RESOLVE(v, groups, x);
  if (kind == SECRISK_SCORE_EXPLOITABILITY) {
    return nearest(exploitability_e7(x));
  }
  if (kind > SECRISK_SCORE_BTE) {
    return nearest(impact_e7(x, power));
  }
  uint32_t score = combine(x, impact_e7(x, power)) * e_e2[x[SECRISK_V3_E] - 1] *
                   rl_e2[x[SECRISK_V3_RL] - 1] *
                   rc_e2[x[SECRISK_V3_RC] - 1]; /* at most 1e8 */
  return (secrisk_tenths)roundup(score);
}

#endif
#endif
