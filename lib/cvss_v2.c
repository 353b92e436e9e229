/* SPDX-License-Identifier: MIT */
/* CVSS v2.0 scores (guide 3.2), in exact integers. */
#include "internal.h"

#if SECRISK__V2

#include "cvss_v2_data.h"

struct state {
  const secrisk_cvss *v;
  const struct secrisk__layout *at;
  secrisk_score_kind kind; /* B or BTE: whether the requirements count */
};

static uint8_t index_of(const struct state *s, uint8_t metric) {
  return (uint8_t)(secrisk__resolve(s->v, s->at, metric, s->kind) - 1u);
}

/* 1 - impact * requirement of one of C, I and A, times 40000. */
static uint32_t rest(const struct state *s, uint8_t which) {
  uint8_t impact = index_of(s, (uint8_t)(SECRISK_V20_C + which));
  uint8_t req = 1; /* Medium: the weight 1 */
  if ((s->kind & 4) != 0) {
    req = index_of(s, (uint8_t)(SECRISK_V20_CR + which));
  }
  return rest_40000[impact * 3u + req];
}

/* 0.6 * Impact, in millionths; Impact is 10.41 * (1 - (1-C)(1-I)(1-A)), and
 * with requirements (the guide's AdjustedImpact) at most 10. */
static uint32_t impact_e6(const struct state *s) {
  uint32_t two = rest(s, 0) * rest(s, 1);          /* at most 1.6e9 */
  uint64_t q = ((uint64_t)two * rest(s, 2)) >> 20; /* at most 61035156 */
  /* 6246000 - q * 6246000 * 2^20 / 40000^3, the factor in 2^-30; no value is
   * within 5.6e-5 of a tie of the base score, this errs by at most 4e-6. */
  uint32_t part = (uint32_t)((q * 109880793u) >> 30);
  uint32_t impact = 6246000u - part;
  return (s->kind & 4) != 0 && impact > 6000000u ? 6000000u : impact;
}

/* Exploitability / 20, in 1e-8: at most 49984000. */
static uint32_t exploitability_e8(const struct state *s) {
  return (uint32_t)av_e3[index_of(s, SECRISK_V20_AV)] *
         ac_e2[index_of(s, SECRISK_V20_AC)] *
         au_e3[index_of(s, SECRISK_V20_AU)];
}

static bool no_impact(const secrisk_cvss *v) {
  return v->value[SECRISK_V20_C] == SECRISK_V20_C_N &&
         v->value[SECRISK_V20_I] == SECRISK_V20_I_N &&
         v->value[SECRISK_V20_A] == SECRISK_V20_A_N;
}

/* (0.6 * Impact + 0.4 * Exploitability - 1.5) * 1.176, half up, in tenths:
 * -2 to 100. */
static int32_t base(const struct state *s) {
  if (no_impact(s->v)) {
    return 0;
  }
  uint32_t sum = impact_e6(s) + exploitability_e8(s) * 2u / 25u;
  sum += sum * 22u / 125u;             /* sum <= 9998720: 220e6 fits */
  sum += 1000000u - 1764000u + 50000u; /* ten tenths up: positive */
  return (int32_t)(sum / 100000u) - 10;
}

/* score * E * RL * RC, half up; score may be negative. */
static int32_t temporal(const struct state *s, int32_t score) {
  int32_t weight = (int32_t)e_e2[index_of(s, SECRISK_V20_E)] *
                   rl_e2[index_of(s, SECRISK_V20_RL)] *
                   rc_e2[index_of(s, SECRISK_V20_RC)]; /* at most 1e6 */
  return (score * weight + 10500000) / 1000000 - 10;
}

/* (AT + (10 - AT) * CDP) * TD, half up; AT, in tenths, may be negative. */
static int32_t environmental(const struct state *s, int32_t at) {
  int32_t cdp = cdp_e1[index_of(s, SECRISK_V20_CDP)];
  int32_t td = td_4[index_of(s, SECRISK_V20_TD)];
  int32_t score = (at * 10 + (100 - at) * cdp) * td; /* -80 to 4000 */
  return (score + 420) / 40 - 10;
}

static secrisk_tenths floored(int32_t score) {
  return (secrisk_tenths)(score > 0 ? score : 0);
}

secrisk_tenths secrisk__score_v2(const secrisk_cvss *v,
                                 const struct secrisk__layout *at,
                                 secrisk_score_kind kind) {
  struct state s = {v, at, kind};
  int32_t score;
  switch (kind) {
  case SECRISK_SCORE_EXPLOITABILITY: /* 20 * p in 1e-8, to tenths */
    s.kind = SECRISK_SCORE_B;
    return (secrisk_tenths)((exploitability_e8(&s) + 250000u) / 500000u);
  case SECRISK_SCORE_IMPACT: /* 0.6 * Impact in 1e-6, to tenths */
    s.kind = SECRISK_SCORE_B;
    return (secrisk_tenths)((impact_e6(&s) + 30000u) / 60000u);
  case SECRISK_SCORE_MODIFIED_IMPACT:
    s.kind = SECRISK_SCORE_BE;
    return (secrisk_tenths)((impact_e6(&s) + 30000u) / 60000u);
  default:
    score = base(&s);
    break;
  }
  if ((kind & 6) == 0) {
    return floored(score);
  }
  score = temporal(&s, score);
  return floored((kind & 4) != 0 ? environmental(&s, score) : score);
}

#endif
