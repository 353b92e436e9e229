/* SPDX-License-Identifier: MIT */
/* Threats: every error, and what the diagnostic says of it. */
#include "t.h"

#define LEVEL(l)                                                               \
  { SECRISK_SYSTEM_LEVEL, 0, SECRISK_NO_SCORE, l }
#define LOW SECRISK_LEVEL_LOW
#define HIGH SECRISK_LEVEL_HIGH

static const secrisk_control verified = {NULL,
                                         NULL,
                                         0,
                                         SECRISK_CONTROL_EXTERNAL,
                                         SECRISK_STATE_VERIFIED,
                                         SECRISK_DOMAIN_SECURITY,
                                         0};

static const struct {
  const char *name;
  secrisk_risk initial, residual;
  bool rerated;
  secrisk_status status;
} bad[] = {
    {"above", LEVEL(LOW), LEVEL(HIGH), false, SECRISK_E_RESIDUAL},
    {"score above", {31, 0, 70, 0}, {31, 0, 71, 0}, false, SECRISK_E_RESIDUAL},
    {"above, rerated",
     {31, 0, 50, 0},
     {40, 0, 70, 0},
     true,
     SECRISK_E_RESIDUAL},
    {"versions", {31, 0, 70, 0}, {40, 0, 50, 0}, false, SECRISK_E_SYSTEM},
    {"3.0 and 3.1", {30, 0, 70, 0}, {31, 0, 50, 0}, false, SECRISK_E_SYSTEM},
    {"rerated", {31, 0, 70, 0}, {40, 0, 89, 0}, true, SECRISK_OK},
    {"rerated, the same", {31, 0, 70, 0}, {31, 0, 50, 0}, true, SECRISK_OK},
    {"initial", {31, 0, 101, 0}, {31, 0, 50, 0}, false, SECRISK_E_RANGE},
    {"zeroed", {0, 0, 0, 0}, {0, 0, 0, 0}, false, SECRISK_E_RANGE},
    {"residual", {31, 0, 70, 0}, {31, 0, 101, 0}, false, SECRISK_E_RANGE},
    {"contradiction", {31, 0, 70, LOW}, {0, 0, 0, 0}, false, SECRISK_E_RANGE},
    {"no bands", {103, 0, 70, 0}, {0, 0, 0, 0}, false, SECRISK_E_BANDS},
    {"kinds", {31, 7, 70, 0}, {31, 1, 50, 0}, false, SECRISK_E_KIND},
    {"a kind not said", {31, 7, 70, 0}, {31, 0, 50, 0}, false, SECRISK_E_KIND},
    {"kinds, rerated", {31, 7, 70, 0}, {31, 1, 50, 0}, true, SECRISK_OK},
    {"one kind", {31, 7, 70, 0}, {31, 7, 50, 0}, false, SECRISK_OK},
    {"a sub-score", {31, 8, 70, 0}, {0, 0, 0, 0}, false, SECRISK_E_RANGE},
    {"no such kind", {31, 2, 70, 0}, {0, 0, 0, 0}, false, SECRISK_E_RANGE},
    {"a kind of DREAD", {106, 1, 70, 0}, {0, 0, 0, 0}, false, SECRISK_E_RANGE},
    {"a kind of a level",
     {1, 1, 255, HIGH},
     {0, 0, 0, 0},
     false,
     SECRISK_E_RANGE},
    {"own score, no bands",
     {2, 0, 70, 0},
     {0, 0, 0, 0},
     false,
     SECRISK_E_BANDS},
    {"own score", {9, 0, 100, HIGH}, {9, 0, 0, LOW}, false, SECRISK_OK},
    {"own score above",
     {9, 0, 101, HIGH},
     {0, 0, 0, 0},
     false,
     SECRISK_E_RANGE},
    {"above, same level, rerated",
     {31, 0, 70, 0},
     {31, 0, 89, 0},
     true,
     SECRISK_OK},
    {"own level", {103, 0, 70, LOW}, {103, 0, 10, LOW}, false, SECRISK_OK},
};

static void errors(T_ARGS) {
  T_BEGIN;
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    secrisk_threat t = {
        &verified,      1,    "r", "b", bad[i].initial, bad[i].residual,
        bad[i].rerated, false};
    secrisk_evaluation e, zero;
    memset(&e, 0xff, sizeof e);
    memset(&zero, 0, sizeof zero);
    T_EQ(bad[i].name, secrisk_threat_evaluate(&p, &t, &e, NULL), bad[i].status);
    T_EQ(bad[i].name, memcmp(&e, &zero, sizeof e) == 0,
         bad[i].status != SECRISK_OK);
    T_EQ(bad[i].name, (e.remarks & SECRISK_REMARK_RERATED) != 0,
         bad[i].status == SECRISK_OK && bad[i].rerated);
  }
}

static secrisk_status with(const secrisk_control *c, size_t count) {
  secrisk_policy p;
  secrisk_threat t = {c, count, "r", "b", LEVEL(LOW), LEVEL(LOW), false, false};
  secrisk_evaluation e;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  return secrisk_threat_evaluate(&p, &t, &e, NULL);
}

static void errors_in_arrays_and_controls(T_ARGS) {
  T_BEGIN;
  T_EQ("controls", with(NULL, 1), SECRISK_E_ARG);
  for (int i = 0; i < 256; i++) {
    secrisk_control c = verified;
    c.kind = (uint8_t)i;
    T_EQ("kind", with(&c, 1),
         i >= 1 && i <= 4 ? SECRISK_OK : SECRISK_E_CONTROL);
    c = verified;
    c.state = (uint8_t)i;
    T_EQ("state", with(&c, 1),
         i >= 1 && i <= 3 ? SECRISK_OK : SECRISK_E_CONTROL);
    c = verified;
    c.domains = (uint8_t)i;
    T_EQ("domains", with(&c, 1),
         i >= 1 && i <= 7 ? SECRISK_OK : SECRISK_E_CONTROL);
  }
  secrisk_control c = verified;
  c.limit_count = 1;
  T_EQ("caps", with(&c, 1), SECRISK_E_ARG);
  secrisk_policy p;
  secrisk_threat t = {NULL,         0,     "r",  NULL, LEVEL(LOW),
                      {0, 0, 0, 0}, false, false};
  secrisk_evaluation e;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  p.bands = NULL;
  T_EQ("bands", secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_E_ARG);
}

/* What a diagnostic says: which risk, which control, which level. */
static const struct {
  const char *name;
  secrisk_risk initial, residual;
  uint8_t rule, state, status, offset, length, version;
} places[] = {
    {"fine", {31, 0, 70, 0}, {31, 0, 50, 0}, 15, 3, SECRISK_OK, 0, 0, 0},
    {"initial",
     {31, 0, 101, 0},
     {31, 0, 101, 0},
     15,
     3,
     SECRISK_E_RANGE,
     0,
     1,
     31},
    {"residual",
     {31, 0, 70, 0},
     {40, 0, 101, 0},
     15,
     3,
     SECRISK_E_RANGE,
     0,
     2,
     40},
    {"bands", {31, 0, 70, 0}, {3, 0, 50, 0}, 15, 3, SECRISK_E_BANDS, 0, 2, 3},
    {"rule", {31, 0, 70, 0}, {0, 0, 0, 0}, 8, 3, SECRISK_E_RULE, 4, 1, 31},
    {"system",
     {31, 0, 70, 0},
     {40, 0, 50, 0},
     15,
     3,
     SECRISK_E_SYSTEM,
     0,
     2,
     40},
    {"kind", {31, 7, 70, 0}, {31, 1, 50, 0}, 15, 3, SECRISK_E_KIND, 0, 2, 31},
    {"above",
     {31, 0, 40, 0},
     {31, 0, 50, 0},
     15,
     3,
     SECRISK_E_RESIDUAL,
     0,
     2,
     31},
    {"control",
     {31, 0, 70, 0},
     {31, 0, 50, 0},
     15,
     9,
     SECRISK_E_CONTROL,
     1,
     0,
     0},
};

static void errors_have_a_place(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(places); i++) {
    secrisk_control c[2] = {verified, verified};
    secrisk_threat t = {c, 2, NULL, NULL, places[i].initial, places[i].residual,
                        0, 0};
    secrisk_policy p;
    secrisk_evaluation e;
    secrisk_diag d;
    memset(&d, 0xa5, sizeof d);
    (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
    p.rule[HIGH] = places[i].rule;
    c[1].state = places[i].state;
    T_EQ(places[i].name, secrisk_threat_evaluate(&p, &t, &e, &d),
         places[i].status);
    T_EQ(places[i].name, d.status, places[i].status);
    T_EQ(places[i].name, d.offset, places[i].offset);
    T_EQ(places[i].name, d.length, places[i].length);
    T_EQ(places[i].name, d.version, places[i].version);
    T_EQ(places[i].name, d.about, SECRISK_ABOUT_THREAT);
    T_EQ(places[i].name, d.metric, SECRISK_NO_METRIC);
  }
}

#define CASES(X)                                                               \
  X(errors) X(errors_in_arrays_and_controls) X(errors_have_a_place)
T_MAIN_IF("threat_errors", CASES,
          T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_DREAD),
          "this build leaves threats or DREAD out")
