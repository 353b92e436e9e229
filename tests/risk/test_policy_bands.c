/* SPDX-License-Identifier: MIT */
/* Gaps and overlaps at every score of every system that has scores, and levels
 * that are none wherever a level may be given. */
#include "t.h"

#define LOW SECRISK_LEVEL_LOW
#define HIGH SECRISK_LEVEL_HIGH

/* The scores that a system can give, in tenths of the mean: from its scale, as
 * published. */
static const struct range {
  const char *name;
  uint8_t system, low, high;
} ranges[] = {
    {"a maker's own", 2, 0, 100},
    {"the last of a maker's own", 9, 0, 100},
    {"CVSS 2.0", 20, 0, 100},
    {"CVSS 3.0", 30, 0, 100},
    {"CVSS 3.1", 31, 0, 100},
    {"CVSS 4.0", 40, 0, 100},
    {"Howard", 101, 10, 100},
    {"Microsoft", 102, 10, 30},
    {"OWASP", 103, 0, 100},
    {"OpenStack, 10 of 50 at least", 104, 20, 100},
    {"EC-Council", 105, 0, 100},
    {"OP-TEE", 106, 0, 100},
    {"Dradis", 107, 0, 30},
    {"Howard-D", 201, 10, 100},
    {"Microsoft-D", 202, 10, 30},
    {"OWASP-D", 203, 0, 100},
    {"OpenStack-D", 204, 0, 100},
    {"EC-Council-D", 205, 0, 100},
    {"OP-TEE-D", 206, 0, 100},
    {"Dradis-D", 207, 0, 30},
};

/* What check says of two bands of a system, and where. */
static uint32_t checked(const struct range *r, unsigned first, unsigned last,
                        unsigned next, unsigned end) {
  const secrisk_band bands[] = {{r->system, (uint8_t)first, (uint8_t)last, LOW},
                                {r->system, (uint8_t)next, (uint8_t)end, HIGH}};
  const secrisk_policy p = {bands, 2, {0, 1, 1, 1, 1, 1, 0, 0}};
  secrisk_diag d;
  secrisk_status status = secrisk_policy_check(&p, &d);
  return status * 10u + (d.version == r->system ? d.offset : 0);
}

#define AT(status, index) ((status)*10u + (index))

static void gaps_and_overlaps(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(ranges); i++) {
    const struct range *r = &ranges[i];
    unsigned low = r->low, high = r->high;
    for (unsigned s = low; s < high; s++) {
      T_EQ(r->name, checked(r, low, s, s + 1, high), AT(SECRISK_OK, 0));
      T_EQ(r->name, checked(r, low, s, s, high), AT(SECRISK_E_OVERLAP, 1));
      if (s + 1 < high) {
        T_EQ(r->name, checked(r, low + 1, s + 1, s + 2, high),
             AT(SECRISK_E_GAP, 0));
        T_EQ(r->name, checked(r, low, s, s + 2, high), AT(SECRISK_E_GAP, 1));
        T_EQ(r->name, checked(r, low, s, s + 1, high - 1),
             AT(SECRISK_E_GAP, 2));
      }
    }
    T_EQ(r->name, checked(r, low, low, low + 1, high + 1),
         AT(SECRISK_E_RANGE, 1));
    if (low > 0) {
      T_EQ(r->name, checked(r, low - 1, low, low + 1, high),
           AT(SECRISK_E_RANGE, 0));
    }
  }
}

/* Any two systems stand beside each other, and no three rows of which the first
 * and the last are of one. */
static void any_two_systems(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(ranges) * T_COUNT(ranges); i++) {
    const struct range *a = &ranges[i % T_COUNT(ranges)];
    const struct range *b = &ranges[i / T_COUNT(ranges)];
    const secrisk_band bands[] = {{a->system, a->low, a->high, LOW},
                                  {b->system, b->low, b->high, LOW},
                                  {a->system, a->low, a->high, LOW}};
    secrisk_policy p = {bands, 2, {0, 1, 1, 1, 1, 1, 0, 0}};
    T_EQ(b->name, secrisk_policy_check(&p, NULL),
         a != b ? SECRISK_OK : SECRISK_E_OVERLAP);
    p.band_count = 3;
    T_EQ(b->name, secrisk_policy_check(&p, NULL), SECRISK_E_OVERLAP);
    const struct range *c = ranges; /* one before them */
    while (c == a || c == b) {
      c++;
    }
    const secrisk_band four[] = {
        {c->system, c->low, c->high, LOW}, bands[0], bands[1], bands[2]};
    p.bands = four;
    p.band_count = 4;
    T_EQ(b->name, secrisk_policy_check(&p, NULL), SECRISK_E_OVERLAP);
  }
}

/* Systems that are none, or that have no scores. */
static void no_such_system(T_ARGS) {
  T_BEGIN;
  size_t at = 0;
  for (unsigned system = 0; system < 256; system++) {
    const secrisk_band band = {(uint8_t)system, 50, 50, LOW};
    const secrisk_policy p = {&band, 1, {0, 1, 1, 1, 1, 1, 0, 0}};
    bool between = system > 2 && system < 9;
    bool known = at < T_COUNT(ranges) && ranges[at].system == system;
    secrisk_status want = SECRISK_E_GAP;
    if (!known && !between) {
      want = SECRISK_E_RANGE;
    } else if (known && ranges[at].high < 50) {
      want = SECRISK_E_RANGE;
    }
    at += known;
    T_EQ("system", secrisk_policy_check(&p, NULL), want);
  }
  T_EQ("all were met", at, T_COUNT(ranges));
}

/* A level above Critical: of a bare risk, of one with a score, of a band. */
static void no_such_level(T_ARGS) {
  T_BEGIN;
  secrisk_policy p, none = {NULL, 0, {0, 1, 1, 1, 1, 1, 0, 0}};
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  for (unsigned i = 0; i < 256; i++) {
    uint8_t level = (uint8_t)i, got = 99;
    const secrisk_risk bare = {SECRISK_SYSTEM_LEVEL, 0, SECRISK_NO_SCORE,
                               level};
    const secrisk_risk own = {SECRISK_SYSTEM_OWN, 0, 50, level};
    const secrisk_band band = {SECRISK_SYSTEM_OWN, 0, 100, level};
    bool is = i >= 1 && i <= 5;
    T_EQ("bare", secrisk_policy_level(&p, &bare, &got),
         is ? SECRISK_OK : SECRISK_E_RANGE);
    T_EQ("bare", got, is ? i : 0);
    T_EQ("without bands", secrisk_policy_level(&none, &own, &got),
         is       ? SECRISK_OK
         : i == 0 ? SECRISK_E_BANDS
                  : SECRISK_E_RANGE);
    T_EQ("without bands", got, is ? i : 0);
    p.bands = &band;
    p.band_count = 1;
    T_EQ("a band", secrisk_policy_check(&p, NULL),
         is ? SECRISK_OK : SECRISK_E_RANGE);
  }
}

#define CASES(X)                                                               \
  X(gaps_and_overlaps) X(any_two_systems) X(no_such_system) X(no_such_level)
T_MAIN_IF("policy_bands", CASES,
          T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_DREAD | T_VERSIONS),
          "this build leaves policies, DREAD or a version out")
