/* SPDX-License-Identifier: MIT */
/* CVSS v3.0 and v3.1 scores (specification 7), in exact integers.  Scores are
 * held in 1e-7 (10.0 is 1e8), which fits 32 bits. */
#include "internal.h"

#if SECRISK__V3

#include "cvss_v3_data.h"

struct state {
  const secrisk_cvss *v;
  const struct secrisk__layout *at;
  secrisk_score_kind kind;
};

static uint8_t index_of(const struct state *s, uint8_t metric) {
  return (uint8_t)(secrisk__resolve(s->v, s->at, metric, s->kind) - 1u);
}

/* 1 - impact * requirement of one of C, I and A, in hundredths. */
static uint32_t rest(const struct state *s, uint8_t which) {
  uint8_t impact = index_of(s, (uint8_t)(SECRISK_V3_C + which));
  uint8_t req = 1; /* Medium: the weight 1 */
  if ((s->kind & 4) != 0) {
    req = index_of(s, (uint8_t)(SECRISK_V3_CR + which));
  }
  return rest_e2[impact * 3u + req];
}

/* The product of two numbers below 1, in 2^-30. */
static uint32_t times(uint32_t a, uint32_t b) {
  return (uint32_t)(((uint64_t)a * b) >> 30);
}

/* x in millionths, to 2^-30. */
static uint32_t to_q30(uint32_t x) {
  return (uint32_t)(((uint64_t)x * 1125899907u) >> 20); /* 2^50 / 1e6 */
}

/* Impact under a changed Scope; iss_e6 is 110000 to 915000.  The power errs
 * by at most 2e-7 of a score; none lies within 4e-6 of a tenth. */
static uint32_t changed_e7(const struct state *s, uint32_t iss_e6) {
  bool v31 = s->v->version == SECRISK_CVSS31 && (s->kind & 4) != 0;
  uint32_t y, y2, y3, power;
  if (v31) { /* 3.25 * (ISS * 0.9731 - 0.02)^13 */
    y = times(to_q30(iss_e6), 1044858166u) - to_q30(20000u);
    y2 = times(y, y);
    y3 = times(y2, y);
    power = times(y3, y3);
    power = times(times(power, power), y);
  } else { /* 3.25 * (ISS - 0.02)^15 */
    y = to_q30(iss_e6 - 20000u);
    y2 = times(y, y);
    y3 = times(y2, times(y2, y));
    power = times(times(y3, y3), y3);
  }
  return (iss_e6 - 29000u) * 376u / 5u - times(32500000u, power);
}

/* Impact or Modified Impact; 0 where the standard's is 0 or negative. */
static uint32_t impact_e7(const struct state *s) {
  uint32_t iss_e6 = 1000000u - rest(s, 0) * rest(s, 1) * rest(s, 2);
  if (iss_e6 > 915000u) {
    iss_e6 = 915000u;
  }
  if (iss_e6 == 0) {
    return 0;
  }
  return index_of(s, SECRISK_V3_S) + 1u == SECRISK_V3_S_C
             ? changed_e7(s, iss_e6)
             : iss_e6 * 642u / 10u;
}

/* 8.22 * AV * AC * PR * UI. */
static uint32_t exploitability_e7(const struct state *s) {
  uint32_t pr = index_of(s, SECRISK_V3_PR) + 3u * index_of(s, SECRISK_V3_S);
  uint32_t p = (uint32_t)av_e2[index_of(s, SECRISK_V3_AV)] *
               ac_e2[index_of(s, SECRISK_V3_AC)] * pr_e2[pr] *
               ui_e2[index_of(s, SECRISK_V3_UI)]; /* at most 47287625 */
  return p - p * 89u / 500u;
}

/* Roundup: the smallest tenth not below x (v3.1 Appendix A). */
static uint32_t roundup(uint32_t x_e7) {
  return (x_e7 + 999999u) / 1000000u;
}

static uint32_t base(const struct state *s) {
  uint32_t sum = impact_e7(s);
  if (sum == 0) {
    return 0;
  }
  sum += exploitability_e7(s); /* at most 1.0e8 */
  if (index_of(s, SECRISK_V3_S) + 1u == SECRISK_V3_S_C) {
    sum += sum * 2u / 25u;
  }
  return roundup(sum < 100000000u ? sum : 100000000u);
}

/* Half up, as NVD publishes the sub-scores. */
static secrisk_tenths nearest(uint32_t x_e7) {
  return (secrisk_tenths)((x_e7 + 500000u) / 1000000u);
}

secrisk_tenths secrisk__score_v3(const secrisk_cvss *v,
                                 const struct secrisk__layout *at,
                                 secrisk_score_kind kind) {
  struct state s = {v, at, kind};
  switch (kind) {
  case SECRISK_SCORE_EXPLOITABILITY:
    s.kind = SECRISK_SCORE_B;
    return nearest(exploitability_e7(&s));
  case SECRISK_SCORE_IMPACT:
    s.kind = SECRISK_SCORE_B;
    return nearest(impact_e7(&s));
  case SECRISK_SCORE_MODIFIED_IMPACT:
    s.kind = SECRISK_SCORE_BE;
    return nearest(impact_e7(&s));
  default:
    break;
  }
  uint32_t score = base(&s) * e_e2[index_of(&s, SECRISK_V3_E)] *
                   rl_e2[index_of(&s, SECRISK_V3_RL)] *
                   rc_e2[index_of(&s, SECRISK_V3_RC)]; /* at most 1e8 */
  return (secrisk_tenths)roundup(score);
}

#endif
