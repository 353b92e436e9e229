/* SPDX-License-Identifier: MIT */
/* CVSS v4.0 scores (specification 8), in exact integers. */
#include "internal.h"

#if SECRISK__V4

#include "cvss_v4_data.h"

#define SCORED 15 /* the metrics AV to AR decide the score */

/* A MacroVector: the level of each equivalence class, EQ3 and EQ6 as one
 * (00, 01, 10, 11, 21 are 0 to 4). */
struct macro {
  uint8_t eq1, eq2, eq36, eq4, eq5;
};

/* x[m]: the ordinal that metric m counts as.  1 is the most severe, so a sum
 * of ordinals less its smallest is the distance from the highest vector. */

static uint8_t level1(const uint8_t *x) {
  uint8_t none = (uint8_t)((x[SECRISK_V40_AV] == SECRISK_V40_AV_N) +
                           (x[SECRISK_V40_PR] == SECRISK_V40_PR_N) +
                           (x[SECRISK_V40_UI] == SECRISK_V40_UI_N));
  if (none == 3) {
    return 0;
  }
  return none != 0 && x[SECRISK_V40_AV] != SECRISK_V40_AV_P ? 1 : 2;
}

static uint8_t level36(const uint8_t *x) {
  const uint8_t *impact = x + SECRISK_V40_VC;
  const uint8_t *req = x + SECRISK_V40_CR;
  uint8_t eq3 = 2;
  uint8_t eq6 = 1;
  for (uint8_t i = 0; i < 3; i++) {
    if (impact[i] == SECRISK_V40_VC_H) {
      eq3 = 1;
      if (req[i] == SECRISK_V40_CR_H) {
        eq6 = 0;
      }
    }
  }
  if (eq3 == 2) {
    return 4; /* no impact is High: EQ6 is always 1 */
  }
  if (impact[0] == SECRISK_V40_VC_H && impact[1] == SECRISK_V40_VI_H) {
    eq3 = 0;
  }
  return (uint8_t)(eq3 * 2 + eq6);
}

static uint8_t level4(const uint8_t *x) {
  if (x[SECRISK_V40_SI] == SECRISK_V40_MSI_S ||
      x[SECRISK_V40_SA] == SECRISK_V40_MSA_S) {
    return 0;
  }
  return x[SECRISK_V40_SC] == SECRISK_V40_SC_H ||
                 x[SECRISK_V40_SI] == SECRISK_V40_SI_H ||
                 x[SECRISK_V40_SA] == SECRISK_V40_SA_H
             ? 1
             : 2;
}

static void classify(const uint8_t *x, struct macro *m) {
  m->eq1 = level1(x);
  m->eq2 = !(x[SECRISK_V40_AC] == SECRISK_V40_AC_L &&
             x[SECRISK_V40_AT] == SECRISK_V40_AT_N);
  m->eq36 = level36(x);
  m->eq4 = level4(x);
  m->eq5 = (uint8_t)(x[SECRISK_V40_E] - 1u);
}

static void resolve(const secrisk_cvss *v, const struct secrisk__layout *at,
                    secrisk_score_kind kind, uint8_t *x) {
  for (uint8_t i = 0; i < SCORED; i++) {
    x[i] = secrisk__resolve(v, at, i, kind);
  }
}

static uint8_t sum(const uint8_t *x, uint8_t from, uint8_t to) {
  uint8_t total = 0;
  for (uint8_t i = from; i <= to; i++) {
    total = (uint8_t)(total + x[i]);
  }
  return total;
}

static bool no_impact(const uint8_t *x) {
  return sum(x, SECRISK_V40_VC, SECRISK_V40_VA) == 3 * SECRISK_V40_VC_N &&
         x[SECRISK_V40_SC] == SECRISK_V40_SC_N &&
         x[SECRISK_V40_SI] == SECRISK_V40_SI_N &&
         x[SECRISK_V40_SA] == SECRISK_V40_SA_N;
}

/* The mean over the classes that have a lower neighbour. */
struct mean {
  uint32_t total; /* in 1/STEPS of a tenth; at most 68390 */
  uint32_t count;
};

/* One class: from `score` to its lower neighbour in steps of worth/STEPS. */
static void add(struct mean *mean, uint8_t score, uint8_t lower, uint8_t worth,
                uint8_t distance) {
  mean->total += (uint32_t)(score - lower) * worth * distance;
  mean->count++;
}

/* Distances from the highest vectors of each class (all highest vectors of a
 * class have the same sum of ordinals, which is why a sum will do). */
static uint8_t distance1(const uint8_t *x, uint8_t level) {
  return (uint8_t)(x[SECRISK_V40_AV] + sum(x, SECRISK_V40_PR, SECRISK_V40_UI) -
                   3 - top1[level]);
}

static uint8_t distance36(const uint8_t *x, uint8_t level) {
  return (uint8_t)(sum(x, SECRISK_V40_VC, SECRISK_V40_VA) +
                   sum(x, SECRISK_V40_CR, SECRISK_V40_AR) - 6 - top36[level]);
}

static uint8_t distance4(const uint8_t *x, uint8_t level) {
  /* Safety, ordinal 4, is one step above High, ordinal 1. */
  return (uint8_t)(x[SECRISK_V40_SC] + (x[SECRISK_V40_SI] & 3) +
                   (x[SECRISK_V40_SA] & 3) - top4[level]);
}

/* The score of the next lower level of EQ3 and EQ6: of two, the higher. */
static uint8_t lower36(const uint8_t *cell, uint8_t level) {
  if (level == 0) {
    return cell[9] > cell[18] ? cell[9] : cell[18];
  }
  return level == 1 ? cell[18] : cell[9];
}

static secrisk_tenths interpolate(const uint8_t *x, const struct macro *m) {
  const uint8_t *cell =
      scores + (((m->eq1 * 2 + m->eq2) * 5 + m->eq36) * 3 + m->eq4) * 3 +
      m->eq5;
  struct mean mean = {0, 0};
  if (m->eq1 < 2) {
    add(&mean, cell[0], cell[90], worth1[m->eq1], distance1(x, m->eq1));
  }
  if (m->eq2 < 1) {
    add(&mean, cell[0], cell[45], 0, 0);
  }
  if (m->eq36 < 4) {
    add(&mean, cell[0], lower36(cell, m->eq36), worth36[m->eq36],
        distance36(x, m->eq36));
  }
  if (m->eq4 < 2) {
    add(&mean, cell[0], cell[3], worth4[m->eq4], distance4(x, m->eq4));
  }
  if (m->eq5 < 2) {
    add(&mean, cell[0], cell[1], 0, 0);
  }
  /* score - total / (STEPS * count), half up; the quotient is 27 at most. */
  uint32_t unit = 2u * STEPS * mean.count;
  uint32_t left = 2u * mean.total + unit / 2u;
  uint8_t score = cell[0];
  while (left > unit) {
    left -= unit;
    score--;
  }
  return score;
}

secrisk_tenths secrisk__score_v4(const secrisk_cvss *v,
                                 const struct secrisk__layout *at,
                                 secrisk_score_kind kind) {
  uint8_t x[SCORED];
  struct macro m;
  if (kind > SECRISK_SCORE_BTE) {
    return SECRISK_NO_SCORE;
  }
  resolve(v, at, kind, x);
  if (no_impact(x)) {
    return 0;
  }
  classify(x, &m);
  return interpolate(x, &m);
}

void secrisk__levels_v4(const secrisk_cvss *v, const struct secrisk__layout *at,
                        uint8_t eq[6]) {
  uint8_t x[SCORED];
  struct macro m;
  resolve(v, at, SECRISK_SCORE_BTE, x);
  classify(x, &m);
  eq[0] = m.eq1;
  eq[1] = m.eq2;
  eq[2] = m.eq36 / 2;
  eq[3] = m.eq4;
  eq[4] = m.eq5;
  eq[5] = m.eq36 < 4 ? m.eq36 % 2 : 1;
}

#endif
