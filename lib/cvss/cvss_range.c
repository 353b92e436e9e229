/* SPDX-License-Identifier: MIT */
/* Bounds of the score of a vector whose Base metrics are not all given. */
#include "cvss.h"

/* Base metrics of which the extremes are not enough.  Everything else only
 * raises or only lowers a score, whatever the others are:
 * - Scope changes the formula and the weights of PR (v3 section 7.1).
 * - v2.0's C, I and A: no impact at all gives 0, where a small impact may give
 *   less than 0, and the Environmental equation adds to either (guide 3.2.3).
 * - v3.0's C, I and A: the Impact under a changed Scope falls again near its
 *   end, which Security Requirements reach (section 7.3). */
static uint_fast8_t to_try(uint8_t version) {
  switch (version) {
  case SECRISK_CVSS20:
    return 1u << SECRISK_V20_C | 1u << SECRISK_V20_I | 1u << SECRISK_V20_A;
  case SECRISK_CVSS30:
    return 1u << SECRISK_V3_S | 1u << SECRISK_V3_C | 1u << SECRISK_V3_I |
           1u << SECRISK_V3_A;
  case SECRISK_CVSS31:
    return 1u << SECRISK_V3_S;
  default:
    return 0;
  }
}

/* A vector and what of it may be chosen, by the bits of its Base metrics. */
struct choice {
  secrisk_cvss v;
  uint_fast16_t rank; /* 1 raises the score most, the last value least */
  uint_fast16_t each; /* every value has to be tried */
};

static uint8_t last_value(const secrisk_cvss *v, uint8_t metric) {
  return (uint8_t)(secrisk_cvss_value_count(v->version, metric) - 1u);
}

/* Ordinals ascend from the most severe value, in every Base metric that is
 * ranked.  Gives every metric of `rank` its least or its most severe value. */
static void set_ranked(struct choice *c, bool most) {
  uint_fast16_t rank = c->rank;
  for (uint8_t i = 0; rank != 0; i++, rank >>= 1) {
    if ((rank & 1u) != 0) {
      c->v.value[i] = most ? 1 : last_value(&c->v, i);
    }
  }
}

/* The next combination of the metrics of `each`; false after the last. */
static bool next(struct choice *c) {
  uint_fast16_t each = c->each;
  for (uint8_t i = 0; each != 0; i++, each >>= 1) {
    if ((each & 1u) == 0) {
      continue;
    }
    if (c->v.value[i] < last_value(&c->v, i)) {
      c->v.value[i]++;
      return true;
    }
    c->v.value[i] = 1;
  }
  return false;
}

/* Copies v and sorts the Base metrics that are not there. */
static void choose(struct choice *c, const secrisk_cvss *v) {
  uint_fast16_t tried = to_try(v->version);
  secrisk__copy(&c->v, v, sizeof *v);
  c->rank = 0;
  c->each = 0;
  for (uint8_t i = 0; secrisk_cvss_mandatory(v->version, i); i++) {
    uint_fast16_t bit = (uint_fast16_t)((uint_fast16_t)1 << i);
    if (v->value[i] != 0) {
      continue;
    }
    if ((tried & bit) == 0) {
      c->rank |= bit;
      continue;
    }
    c->each |= bit;
    c->v.value[i] = 1;
  }
}

secrisk_status secrisk_cvss_range(const secrisk_cvss *v,
                                  secrisk_score_kind kind, secrisk_tenths *low,
                                  secrisk_tenths *high, secrisk_diag *diag) {
  struct choice c;
  secrisk_status status = secrisk_cvss_check(v, diag);
  *low = SECRISK_NO_SCORE;
  *high = SECRISK_NO_SCORE;
  if (status != SECRISK_OK && status != SECRISK_E_MISSING) {
    return status;
  }
  choose(&c, v);
  secrisk_tenths least = SECRISK_NO_SCORE;
  secrisk_tenths most = 0;
  do {
    set_ranked(&c, false);
    secrisk_tenths score = secrisk_cvss_score(&c.v, kind);
    least = score < least ? score : least;
    set_ranked(&c, true);
    score = secrisk_cvss_score(&c.v, kind);
    most = score > most ? score : most;
  } while (next(&c));
  if (least == SECRISK_NO_SCORE) { /* the version has no score of this kind */
    return secrisk__report(diag, SECRISK_ABOUT_CVSS, SECRISK_E_ARG, 0,
                           v->version);
  }
  *low = least;
  *high = most;
  return secrisk__report(diag, SECRISK_ABOUT_CVSS, SECRISK_OK, 0, v->version);
}
