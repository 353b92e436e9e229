/* SPDX-License-Identifier: MIT */
/* Policies: the shipped ones, every fault in bands, the level of a risk. */
#include "t.h"

#define V31 SECRISK_CVSS31
#define NONE SECRISK_LEVEL_NONE
#define LOW SECRISK_LEVEL_LOW
#define MEDIUM SECRISK_LEVEL_MEDIUM
#define HIGH SECRISK_LEVEL_HIGH
#define CRITICAL SECRISK_LEVEL_CRITICAL
#define REC SECRISK_RULE_RECORD
#define PRA SECRISK_RULE_PRACTICABLE
#define MAN SECRISK_RULE_MANDATORY
#define RAT SECRISK_RULE_RATIONALE
#define BEN SECRISK_RULE_BENEFIT

static void shipped(T_ARGS) {
  T_BEGIN;
  static const uint8_t normal[8] = {
      0, REC, PRA | RAT, PRA | RAT, MAN | RAT | BEN, MAN | RAT | BEN, 0, 0};
  static const uint8_t strict[8] = {
      0, PRA | RAT, PRA | RAT, MAN | RAT | BEN, MAN | RAT | BEN, MAN, 0, 0};
  secrisk_policy p;
  secrisk_diag diag;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  T_EQ("default", memcmp(p.rule, normal, 8), 0);
  T_EQ("default", secrisk_policy_check(&p, &diag), SECRISK_OK);
  T_EQ("default", secrisk_policy_check(&p, NULL), SECRISK_OK);
  T_EQ("default", diag.offset + diag.version + diag.status, 0);
  (void)secrisk_policy_shipped(SECRISK_POLICY_STRICT, &p);
  T_EQ("strict", memcmp(p.rule, strict, 8), 0);
  T_EQ("strict", secrisk_policy_check(&p, &diag), SECRISK_OK);
}

/* Two of all numbers are those of a policy, and only these have a name. */
static void shipped_by_number(T_ARGS) {
  T_BEGIN;
  T_STR("default", secrisk_policy_name(SECRISK_POLICY_DEFAULT), "default");
  T_STR("strict", secrisk_policy_name(SECRISK_POLICY_STRICT), "strict");
  secrisk_policy p;
  for (unsigned i = 0; i < 256; i++) {
    memset(&p, 0xa5, sizeof p);
    bool known = i == 1 || i == 2;
    T_EQ("name", secrisk_policy_name((uint8_t)i)[0] != 0, known);
    T_EQ("shipped", secrisk_policy_shipped((uint8_t)i, &p),
         known ? SECRISK_OK : SECRISK_E_ARG);
    T_EQ("shipped", p.rule[1] != 0 && p.band_count != 0, known);
    T_EQ("checked", secrisk_policy_check(&p, NULL),
         known ? SECRISK_OK : SECRISK_E_RULE);
  }
}

/* The level that a call writes, or its status above the levels. */
#define FAILED(status) (100 + (status))
static int level_of(const secrisk_policy *p, const secrisk_risk *risk) {
  secrisk_level level = 99;
  secrisk_status status = secrisk_policy_level(p, risk, &level);
  if (status == SECRISK_OK) {
    return level;
  }
  return level == SECRISK_NO_LEVEL ? FAILED(status) : -1;
}

/* The shipped bands are those of CVSS and of the DREAD schemes. */
static void shipped_bands_are_the_published_ones(T_ARGS) {
  T_BEGIN;
  static const uint8_t versions[] = {20, 30, 31, 40};
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  for (size_t v = 0; v < T_COUNT(versions); v++) {
    for (int t = 0; t < 256; t++) {
      secrisk_risk risk = {versions[v], 0, (uint8_t)t, SECRISK_NO_LEVEL};
      secrisk_level want = t > 100 ? SECRISK_NO_LEVEL : LOW;
      if (t <= 100 && versions[v] == 20) {
        want = t >= 70 ? HIGH : t >= 40 ? MEDIUM : LOW;
      } else if (t <= 100) {
        want = t >= 90   ? CRITICAL
               : t >= 70 ? HIGH
               : t >= 40 ? MEDIUM
               : t >= 1  ? LOW
                         : NONE;
      }
      T_EQ("CVSS", level_of(&p, &risk),
           want == SECRISK_NO_LEVEL ? FAILED(SECRISK_E_RANGE) : want);
      T_EQ("CVSS", secrisk_cvss_severity(versions[v], (uint8_t)t), want);
    }
  }
  for (int s = 101; s <= 207; s++) {
    for (uint8_t i = 0; i <= 20; i++) {
      secrisk_dread d = {(uint8_t)s, {i, i, i, i, s > 107 ? 0 : i}};
      secrisk_risk risk = {(uint8_t)s, 0, secrisk_dread_tenths(&d),
                           SECRISK_NO_LEVEL};
      secrisk_level level;
      secrisk_status status = secrisk_dread_level(&d, &level);
      if (status == SECRISK_E_VERSION) {
        status = SECRISK_E_RANGE; /* a risk of no system */
      }
      T_EQ("DREAD", level_of(&p, &risk),
           status == SECRISK_OK ? level : FAILED(status));
    }
    T_EQ("no CVSS", secrisk_cvss_severity((uint8_t)s, 50), SECRISK_NO_LEVEL);
  }
}

struct fault {
  const char *name;
  secrisk_band bands[6];
  size_t count;
  secrisk_status status;
  unsigned offset;
  uint8_t system;
};
#define GOOD                                                                   \
  {V31, 0, 49, LOW}, {                                                         \
    V31, 50, 100, HIGH                                                         \
  }
static const struct fault faults[] = {
    {"none", {{0}}, 0, SECRISK_OK, 0, 0},
    {"good", {GOOD}, 2, SECRISK_OK, 0, 0},
    {"two systems", {GOOD, {40, 0, 100, LOW}}, 3, SECRISK_OK, 0, 0},
    {"system", {{77, 0, 100, LOW}}, 1, SECRISK_E_RANGE, 0, 77},
    {"bare level",
     {{SECRISK_SYSTEM_LEVEL, 0, 100, LOW}},
     1,
     SECRISK_E_RANGE,
     0,
     SECRISK_SYSTEM_LEVEL},
    {"no level", {{V31, 0, 100, 0}}, 1, SECRISK_E_RANGE, 0, V31},
    {"level", {{V31, 0, 100, 6}}, 1, SECRISK_E_RANGE, 0, V31},
    {"last", {{V31, 0, 101, LOW}}, 1, SECRISK_E_RANGE, 0, V31},
    {"first", {{V31, 101, 100, LOW}}, 1, SECRISK_E_RANGE, 0, V31},
    {"backwards", {{V31, 50, 49, LOW}}, 1, SECRISK_E_ORDER, 0, V31},
    {"gap first", {{V31, 1, 100, LOW}}, 1, SECRISK_E_GAP, 0, V31},
    {"gap last", {{V31, 0, 99, LOW}}, 1, SECRISK_E_GAP, 1, V31},
    {"gap last, then another",
     {{V31, 0, 99, LOW}, {40, 0, 100, LOW}},
     2,
     SECRISK_E_GAP,
     1,
     V31},
    {"gap last, then a bad one",
     {{V31, 0, 99, LOW}, {77, 0, 100, LOW}},
     2,
     SECRISK_E_GAP,
     1,
     V31},
    {"gap between",
     {{V31, 0, 49, LOW}, {V31, 51, 100, HIGH}},
     2,
     SECRISK_E_GAP,
     1,
     V31},
    {"overlap",
     {{V31, 0, 50, LOW}, {V31, 50, 100, HIGH}},
     2,
     SECRISK_E_OVERLAP,
     1,
     V31},
    {"rows descend",
     {{V31, 0, 0, LOW}, {V31, 50, 100, HIGH}, {V31, 1, 49, MEDIUM}},
     3,
     SECRISK_E_GAP,
     1,
     V31},
    {"rows descend at once",
     {{40, 0, 100, LOW},
      {V31, 0, 60, LOW},
      {V31, 61, 80, MEDIUM},
      {V31, 50, 100, HIGH}},
     4,
     SECRISK_E_ORDER,
     3,
     V31},
    {"levels descend",
     {{V31, 0, 49, HIGH}, {V31, 50, 100, LOW}},
     2,
     SECRISK_E_ORDER,
     1,
     V31},
    {"a level twice",
     {{V31, 0, 49, LOW}, {V31, 50, 100, LOW}},
     2,
     SECRISK_OK,
     0,
     0},
    {"a maker's own score",
     {{2, 0, 29, LOW}, {2, 30, 100, HIGH}, {9, 0, 100, LOW}},
     3,
     SECRISK_OK,
     0,
     0},
    {"no system of a maker's own",
     {{10, 0, 100, LOW}},
     1,
     SECRISK_E_RANGE,
     0,
     10},
    {"OpenStack cannot give less than 2.0",
     {{SECRISK_DREAD_OPENSTACK, 19, 100, LOW}},
     1,
     SECRISK_E_RANGE,
     0,
     SECRISK_DREAD_OPENSTACK},
    {"OpenStack",
     {{SECRISK_DREAD_OPENSTACK, 20, 100, LOW}},
     1,
     SECRISK_OK,
     0,
     0},
    {"fields of a later row",
     {{V31, 0, 49, LOW}, {V31, 50, 101, HIGH}},
     2,
     SECRISK_E_RANGE,
     1,
     V31},
    {"a system twice",
     {GOOD, {40, 0, 100, LOW}, {V31, 0, 100, LOW}},
     4,
     SECRISK_E_OVERLAP,
     3,
     V31},
};

static void faults_in_bands(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(faults); i++) {
    secrisk_policy p;
    secrisk_diag diag;
    (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
    p.bands = faults[i].count == 0 ? NULL : faults[i].bands;
    p.band_count = faults[i].count;
    T_EQ(faults[i].name, secrisk_policy_check(&p, &diag), faults[i].status);
    T_EQ(faults[i].name, secrisk_policy_check(&p, NULL), faults[i].status);
    T_EQ(faults[i].name, diag.status, faults[i].status);
    T_EQ(faults[i].name, diag.offset, faults[i].offset);
    T_EQ(faults[i].name, diag.version, faults[i].system);
  }
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  p.bands = NULL;
  T_EQ("NULL", secrisk_policy_check(&p, NULL), SECRISK_E_ARG);
}

static void limits_of_dread_scales(T_ARGS) {
  T_BEGIN;
  if (!T_HAS(SECRISK_FEATURE_DREAD)) {
    return;
  }
  static const secrisk_band ok[] = {{SECRISK_DREAD_MICROSOFT, 10, 30, LOW},
                                    {SECRISK_DREAD_DRADIS, 0, 30, LOW},
                                    {SECRISK_DREAD_HOWARD, 10, 100, LOW}};
  static const secrisk_band low[] = {{SECRISK_DREAD_MICROSOFT, 9, 30, LOW}};
  static const secrisk_band lows[] = {{SECRISK_DREAD_MICROSOFT, 10, 9, LOW}};
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  p.bands = ok;
  p.band_count = T_COUNT(ok);
  T_EQ("whole", secrisk_policy_check(&p, NULL), SECRISK_OK);
  secrisk_risk risk = {SECRISK_DREAD_MICROSOFT, 0, 9, 0};
  T_EQ("too low", level_of(&p, &risk), FAILED(SECRISK_E_RANGE));
  risk.tenths = 31;
  T_EQ("too high", level_of(&p, &risk), FAILED(SECRISK_E_RANGE));
  p.bands = low;
  p.band_count = 1;
  T_EQ("low", secrisk_policy_check(&p, NULL), SECRISK_E_RANGE);
  p.bands = lows;
  T_EQ("last low", secrisk_policy_check(&p, NULL), SECRISK_E_RANGE);
}

/* evaluate and level do not rely on check: bands of any bytes. */
static void hostile_bands(T_ARGS) {
  T_BEGIN;
  for (unsigned level = 0; level < 256; level++) {
    const secrisk_band band = {40, 0, 100, (uint8_t)level};
    secrisk_policy p;
    secrisk_evaluation e, zero;
    secrisk_threat t = {NULL, 0, "r", "b", {40, 0, 50, 0}, {0, 0, 0, 0}, 0, 1};
    (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
    p.bands = &band;
    p.band_count = 1;
    bool good = level >= 1 && level <= 5;
    memset(&zero, 0, sizeof zero);
    T_EQ("level", level_of(&p, &t.initial),
         good ? (int)level : FAILED(SECRISK_E_RANGE));
    T_EQ("status", secrisk_threat_evaluate(&p, &t, &e, NULL),
         good ? SECRISK_OK : SECRISK_E_RANGE);
    T_EQ("nothing else", memcmp(&e, &zero, sizeof e) == 0, !good);
  }
}

static void levels(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *name;
    secrisk_risk risk;
    int level;
  } rows[] = {
      {"bare", {SECRISK_SYSTEM_LEVEL, 0, SECRISK_NO_SCORE, HIGH}, HIGH},
      {"bare, scored",
       {SECRISK_SYSTEM_LEVEL, 0, 0, HIGH},
       FAILED(SECRISK_E_RANGE)},
      {"bare, none",
       {SECRISK_SYSTEM_LEVEL, 0, SECRISK_NO_SCORE, 0},
       FAILED(SECRISK_E_RANGE)},
      {"zero", {0, 0, 0, 0}, FAILED(SECRISK_E_RANGE)},
      {"unknown", {77, 0, 50, HIGH}, FAILED(SECRISK_E_RANGE)},
      {"no such level", {V31, 0, 98, 6}, FAILED(SECRISK_E_RANGE)},
      {"agrees", {V31, 0, 98, CRITICAL}, CRITICAL},
      {"contradicts", {V31, 0, 98, HIGH}, FAILED(SECRISK_E_RANGE)},
      {"no score", {V31, 0, SECRISK_NO_SCORE, HIGH}, FAILED(SECRISK_E_RANGE)},
  };
  static const secrisk_band half[] = {{V31, 0, 49, LOW}};
  static const secrisk_band upper[] = {{V31, 50, 100, HIGH}};
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    T_EQ(rows[i].name, level_of(&p, &rows[i].risk), rows[i].level);
  }
  secrisk_risk risk = {40, 0, 98, 0};
  p.bands = half;
  p.band_count = 1;
  T_EQ("no bands", level_of(&p, &risk), FAILED(SECRISK_E_BANDS));
  risk.level = MEDIUM;
  T_EQ("no bands, own level", level_of(&p, &risk), MEDIUM);
  risk.system = V31;
  T_EQ("in a gap", level_of(&p, &risk), FAILED(SECRISK_E_RANGE));
  p.bands = upper;
  risk.tenths = 10;
  T_EQ("below", level_of(&p, &risk), FAILED(SECRISK_E_RANGE));
}

#define CASES(X)                                                               \
  X(shipped)                                                                   \
  X(shipped_by_number)                                                         \
  X(shipped_bands_are_the_published_ones)                                      \
  X(faults_in_bands)                                                           \
  X(limits_of_dread_scales)                                                    \
  X(hostile_bands)                                                             \
  X(levels)
T_MAIN_IF("policy", CASES, T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_DREAD),
          "this build leaves policies or DREAD out")
