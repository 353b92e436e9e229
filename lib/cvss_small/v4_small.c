/* SPDX-License-Identifier: MIT */
/* CVSS v4.0 scores (specification 8), in exact integers.  The levels of the
 * classes EQ1 to EQ6 are those of its tables. */
#include "../cvss/engine.h"

#if SECRISK_SMALL && SECRISK__V4
#include "resolve.h"

#include "../tables/v4.h"

/* x[m]: the ordinal that metric m counts as.  1 is the most severe, so a sum
 * of ordinals less its smallest is the distance from the highest vector. */

/* EQ1: 0 if all of AV:N, PR:N and UI:N; 2 if AV:P or none of them;
 * else 1. */
static uint8_t level1(const uint8_t *x) {
  static const uint8_t level[] = {2, 1, 1, 0}; /* by how many are None */
  uint8_t none = (uint8_t)((x[SECRISK_V40_AV] == SECRISK_V40_AV_N) +
                           (x[SECRISK_V40_PR] == SECRISK_V40_PR_N) +
                           (x[SECRISK_V40_UI] == SECRISK_V40_UI_N));
  return x[SECRISK_V40_AV] == SECRISK_V40_AV_P ? 2 : level[none];
}

/* Which of three neighbouring metrics are High: a bit each. */
static uint8_t high(const uint8_t *x) {
  return (uint8_t)((x[0] == 1) | (x[1] == 1) << 1 | (x[2] == 1) << 2);
}

/* EQ3 and EQ6 depend on each other, so they are one class:
 *
 *     place    0   1   2   3   4
 *     EQ3      0   0   1   1   2    0: VC:H and VI:H; 1: one High; 2: none
 *     EQ6      0   1   0   1   1    0: a High impact whose requirement is High
 */
static uint8_t level36(const uint8_t *x) {
  static const uint8_t eq3[] = {3, 2, 2, 0, 2, 2, 2, 0}; /* VC and VI: 0 */
  uint8_t impact = high(x + SECRISK_V40_VC);
  uint8_t both = impact & high(x + SECRISK_V40_CR);
  return (uint8_t)(eq3[impact] + (both == 0));
}

/* EQ4: 0 if Safety is at stake; 1 if SC, SI or SA is High; else 2. */
static uint8_t level4(const uint8_t *x) {
  bool safety = (x[SECRISK_V40_SI] == SECRISK_V40_MSI_S) |
                (x[SECRISK_V40_SA] == SECRISK_V40_MSA_S);
  uint8_t level = high(x + SECRISK_V40_SC) != 0 ? 1 : 2;
  return safety ? 0 : level;
}

static void classify(const uint8_t *x, struct secrisk__macro *m) {
  m->eq1 = level1(x);
  m->eq2 = !(x[SECRISK_V40_AC] == SECRISK_V40_AC_L &&
             x[SECRISK_V40_AT] == SECRISK_V40_AT_N);
  m->eq36 = level36(x);
  m->eq4 = level4(x);
  m->eq5 = (uint8_t)(x[SECRISK_V40_E] - 1u);
}

/* Distances from the highest vectors of each class, plus that of their own
 * (all highest vectors of a class have the same sum of ordinals, which is why
 * a sum will do). */

static uint8_t sum3(const uint8_t *x) {
  return (uint8_t)(x[0] + x[1] + x[2]);
}

static uint8_t steps1(const uint8_t *x) {
  return (uint8_t)(x[SECRISK_V40_AV] + x[SECRISK_V40_PR] + x[SECRISK_V40_UI] -
                   3);
}

static uint8_t steps36(const uint8_t *x) {
  return (uint8_t)(sum3(x + SECRISK_V40_VC) + sum3(x + SECRISK_V40_CR) - 6);
}

static uint8_t steps4(const uint8_t *x) {
  /* Safety, ordinal 4, is one step above High, ordinal 1. */
  return (uint8_t)(x[SECRISK_V40_SC] + (x[SECRISK_V40_SI] & 3) +
                   (x[SECRISK_V40_SA] & 3));
}

/* score - total / (STEPS * count), half up; total is at most 68390.  STEPS, a
 * common multiple of the depths of all classes, keeps the means whole numbers:
 * a step of a class of depth d is worth STEPS / d. */
static secrisk_tenths less(uint8_t score, uint32_t total, uint32_t count) {
  uint32_t unit = 2u * STEPS * count;
  uint32_t left = 2u * total + unit / 2u;
  while (left > unit) { /* 27 times at most */
    left -= unit;
    score--;
  }
  return score;
}

/* The score of the MacroVector, less the mean over the classes that have a
 * lower neighbour of how far it is towards that.  For a class at depth 2 of 4
 * whose lower neighbour scores 0.8 less, this share is 0.4:
 *
 *     cell[0]  9.3  |--- steps - top = 2 ---|- - - - - - - -|  8.5  cell[next]
 *
 * EQ3 and EQ6 at level 00 have two lower neighbours, and the higher counts. */
static secrisk_tenths interpolate(const uint8_t *x,
                                  const struct secrisk__macro *m) {
  const uint8_t *cell =
      scores + (((m->eq1 * 2 + m->eq2) * 5 + m->eq36) * 3 + m->eq4) * 3 +
      m->eq5;
  const uint8_t place[3] = {m->eq1, (uint8_t)(CLASS_36 + m->eq36),
                            (uint8_t)(CLASS_4 + m->eq4)};
  const uint8_t steps[3] = {steps1(x), steps36(x), steps4(x)};
  uint32_t total = 0;
  /* EQ2 and EQ5 have no distances, but count. */
  uint32_t count = (uint32_t)((m->eq2 == 0) + (m->eq5 != 2));
  for (uint_fast8_t i = 0; i < 3; i++) {
    const struct step *to = &downward[place[i]];
    uint8_t other = cell[to->other];
    uint8_t next = cell[to->next] > other ? cell[to->next] : other;
    total +=
        (uint32_t)(cell[0] - next) * to->worth * (uint32_t)(steps[i] - to->top);
    count += to->next != 0;
  }
  return less(cell[0], total, count);
}

secrisk_tenths secrisk__score_v4(const secrisk_cvss *v,
                                 secrisk_score_kind kind) {
  uint8_t x[SECRISK__SCORED];
  struct secrisk__macro m;
  if (kind > SECRISK_SCORE_BTE) {
    return SECRISK_NO_SCORE;
  }
  SECRISK__RESOLVE(v, kind, x);
  if (sum3(x + SECRISK_V40_VC) + steps4(x) == 18) {
    return 0; /* all six impacts are None */
  }
  classify(x, &m);
  return interpolate(x, &m);
}

void secrisk__macro_v4(const secrisk_cvss *v, struct secrisk__macro *m) {
  uint8_t x[SECRISK__SCORED];
  SECRISK__RESOLVE(v, SECRISK_SCORE_BTE, x);
  classify(x, m);
}

#endif
