/* SPDX-License-Identifier: MIT */
/* What the header says of every field: of diagnostics of policies, threats,
 * pairs, controls and matrices, of evaluations, and of rated risks. */
#include "t.h"

#define LEVEL(l)                                                               \
  { SECRISK_SYSTEM_LEVEL, 0, SECRISK_NO_SCORE, l }
#define LOW SECRISK_LEVEL_LOW
#define MEDIUM SECRISK_LEVEL_MEDIUM
#define HIGH SECRISK_LEVEL_HIGH
#define NONE SECRISK_NO_METRIC
#define THREAT SECRISK_ABOUT_THREAT
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"

static const secrisk_control good = {NULL,
                                     NULL,
                                     0,
                                     SECRISK_CONTROL_EXTERNAL,
                                     SECRISK_STATE_VERIFIED,
                                     SECRISK_DOMAIN_SECURITY,
                                     0};

static secrisk_policy normal(void) {
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  return p;
}

static secrisk_cvss vector(const char *text) {
  secrisk_cvss v;
  (void)secrisk_cvss_parse(text, strlen(text), SECRISK_STRICT, &v, NULL);
  return v;
}

/* The whole of it, whatever was in it before. */
static bool says(const secrisk_diag *d, uint32_t offset, uint32_t length,
                 secrisk_status status, uint8_t version, uint8_t metric,
                 secrisk_about about) {
  secrisk_diag want = {offset, length, 0, status, version, metric, about};
  return memcmp(d, &want, sizeof want) == 0;
}

/* An evaluation, every byte: one without a residual risk, one whose residual
 * risk counts, one whose residual risk does not, and one rated anew. */
static const struct {
  const char *name;
  size_t controls;
  secrisk_risk residual;
  uint8_t rerated;
  secrisk_evaluation want;
} held[] = {
    {"not rated again",
     0,
     {0, 0, 0, 0},
     1, /* no two levels were compared, which is no remark */
     {SECRISK_DECISION_ACCEPTED_WITH_RATIONALE,
      0,
      0,
      0,
      MEDIUM,
      65,
      MEDIUM,
      65,
      {0, 0}}},
    {"it counts",
     1,
     {31, 0, 34, 0},
     0,
     {SECRISK_DECISION_ACCEPTED, 0, 0, 0, MEDIUM, 65, LOW, 34, {0, 0}}},
    {"no control, so it does not",
     0,
     {31, 0, 34, 0},
     0,
     {SECRISK_DECISION_ACCEPTED_WITH_RATIONALE,
      0,
      SECRISK_REMARK_NOT_COUNTED,
      0,
      MEDIUM,
      65,
      MEDIUM,
      65,
      {0, 0}}},
    {"rated anew",
     1,
     {40, 0, 39, 0},
     1,
     {SECRISK_DECISION_ACCEPTED,
      0,
      SECRISK_REMARK_RERATED,
      0,
      MEDIUM,
      65,
      LOW,
      39,
      {0, 0}}},
};

static void evaluations_hold(T_ARGS) {
  T_BEGIN;
  const secrisk_policy p = normal();
  for (size_t i = 0; i < T_COUNT(held); i++) {
    secrisk_threat t = {&good,          held[i].controls, "r", NULL,
                        {31, 0, 65, 0}, {0, 0, 0, 0},     0,   0};
    secrisk_evaluation e;
    secrisk_diag d;
    t.residual = held[i].residual;
    t.rerated = held[i].rerated;
    memset(&e, 0xa5, sizeof e);
    memset(&d, 0xa5, sizeof d);
    T_EQ(held[i].name, secrisk_threat_evaluate(&p, &t, &e, &d), SECRISK_OK);
    T_EQ(held[i].name, memcmp(&e, &held[i].want, sizeof e), 0);
    T_TRUE(held[i].name, says(&d, 0, 0, SECRISK_OK, 0, NONE, THREAT));
  }
}

/* RULE of the residual risk names its level, its system, and that it is 2. */
static void rules_have_a_place(T_ARGS) {
  T_BEGIN;
  secrisk_policy p = normal();
  secrisk_threat t = {&good, 1, "r", "b", {31, 0, 70, 0}, {31, 0, 50, 0}, 0, 0};
  secrisk_evaluation e;
  secrisk_diag d;
  p.rule[MEDIUM] = 8;
  memset(&d, 0xa5, sizeof d);
  T_EQ("residual", secrisk_threat_evaluate(&p, &t, &e, &d), SECRISK_E_RULE);
  T_TRUE("residual", says(&d, MEDIUM, 2, SECRISK_E_RULE, 31, NONE, THREAT));
  p = normal();
  p.rule[HIGH] = 0;
  T_EQ("initial", secrisk_threat_evaluate(&p, &t, &e, &d), SECRISK_E_RULE);
  T_TRUE("initial", says(&d, HIGH, 1, SECRISK_E_RULE, 31, NONE, THREAT));
}

/* ARG of an array: of controls, and of the limits of the third control. */
static void arrays_have_a_place(T_ARGS) {
  T_BEGIN;
  const secrisk_policy p = normal();
  const secrisk_cvss v = vector(V31);
  secrisk_control c[3] = {good, good, good};
  secrisk_threat t = {c, 3, "r", "b", LEVEL(LOW), LEVEL(LOW), 0, 0};
  secrisk_cvss out;
  secrisk_evaluation e;
  secrisk_diag d;
  c[2].limit_count = 1;
  memset(&d, 0xa5, sizeof d);
  T_EQ("limits", secrisk_threat_evaluate(&p, &t, &e, &d), SECRISK_E_ARG);
  T_TRUE("limits", says(&d, 2, 0, SECRISK_E_ARG, 0, NONE, THREAT));
  T_EQ("limits", secrisk_cvss_residual(&v, c, 3, &out, &d), SECRISK_E_ARG);
  T_EQ("limits", d.status, SECRISK_E_ARG);
  T_EQ("limits", d.offset * 10 + d.length, 20);
  T_EQ("limits", d.about, THREAT);
  t.controls = NULL;
  memset(&d, 0xa5, sizeof d);
  T_EQ("controls", secrisk_threat_evaluate(&p, &t, &e, &d), SECRISK_E_ARG);
  T_TRUE("controls", says(&d, 0, 0, SECRISK_E_ARG, 0, NONE, THREAT));
  memset(&d, 0xa5, sizeof d);
  T_EQ("controls", secrisk_cvss_residual(&v, NULL, 3, &out, &d), SECRISK_E_ARG);
  T_EQ("controls", d.status, SECRISK_E_ARG);
  T_EQ("controls", d.offset + d.length, 0);
  T_EQ("controls", d.about, THREAT);
}

/* Neither a risk nor a pair comes of a vector that check refuses, and the
 * diagnostic names what check names. */
static const struct {
  const char *name;
  uint8_t place, byte, version;
  secrisk_status status;
  uint8_t metric;
} none[] = {
    {"no AV", 0, 0, 31, SECRISK_E_MISSING, SECRISK_V3_AV},
    {"no A", 7, 0, 31, SECRISK_E_MISSING, SECRISK_V3_A},
    {"S:3", 4, 3, 31, SECRISK_E_RANGE, SECRISK_V3_S},
    {"an unused byte", 38, 1, 31, SECRISK_E_RANGE, NONE},
    {"version", 0, 1, 77, SECRISK_E_VERSION, NONE},
};

static void vectors_that_are_none(T_ARGS) {
  T_BEGIN;
  static const secrisk_risk zero = {0, 0, 0, 0};
  for (size_t i = 0; i < T_COUNT(none); i++) {
    const char *name = none[i].name;
    const secrisk_cvss v = vector(V31);
    secrisk_cvss bad = v;
    secrisk_risk before, after;
    secrisk_diag d;
    bad.version = none[i].version;
    bad.value[none[i].place] = none[i].byte;
    memset(&before, 0xa5, sizeof before);
    T_EQ(name, secrisk_risk_of(&bad, SECRISK_SCORE_B, &before), none[i].status);
    T_EQ(name, memcmp(&before, &zero, sizeof zero), 0);
    for (uint32_t which = 1; which <= 2; which++) {
      memset(&before, 0xa5, sizeof before);
      memset(&after, 0xa5, sizeof after);
      memset(&d, 0xa5, sizeof d);
      T_EQ(name,
           secrisk_risk_pair(which == 1 ? &bad : &v, which == 2 ? &bad : &v,
                             &before, &after, &d),
           none[i].status);
      T_EQ(name, d.status, none[i].status);
      T_EQ(name, d.length, which);
      T_EQ(name, d.metric, none[i].metric);
      T_EQ(name, d.lenient, 0);
      T_EQ(name, memcmp(&before, &zero, sizeof zero), 0);
      T_EQ(name, memcmp(&after, &zero, sizeof zero), 0);
    }
  }
}

/* Both risks of a pair, every byte. */
static void pairs_hold(T_ARGS) {
  T_BEGIN;
  static const secrisk_risk want[2] = {{31, SECRISK_SCORE_BTE, 98, 0},
                                       {31, SECRISK_SCORE_BTE, 84, 0}};
  const secrisk_cvss v = vector(V31), w = vector(V31 "/MAV:L");
  secrisk_risk got[2];
  memset(got, 0xa5, sizeof got);
  T_EQ("pair", secrisk_risk_pair(&v, &w, &got[0], &got[1], NULL), SECRISK_OK);
  T_EQ("pair", memcmp(got, want, sizeof got), 0);
}

static void matrices_and_policies(T_ARGS) {
  T_BEGIN;
  static const uint8_t cells[3] = {1, 2, 6};
  secrisk_matrix m = {cells, 1, 3};
  secrisk_policy p = normal();
  secrisk_diag d;
  memset(&d, 0xa5, sizeof d);
  T_EQ("cell", secrisk_matrix_check(&m, &d), SECRISK_E_RANGE);
  T_TRUE("cell",
         says(&d, 2, 0, SECRISK_E_RANGE, 0, NONE, SECRISK_ABOUT_MATRIX));
  m.columns = 2;
  memset(&d, 0xa5, sizeof d);
  T_EQ("OK", secrisk_matrix_check(&m, &d), SECRISK_OK);
  T_TRUE("OK", says(&d, 0, 0, SECRISK_OK, 0, NONE, SECRISK_ABOUT_MATRIX));
  m.cells = NULL;
  memset(&d, 0xa5, sizeof d);
  T_EQ("none", secrisk_matrix_check(&m, &d), SECRISK_E_ARG);
  T_TRUE("none", says(&d, 0, 0, SECRISK_E_ARG, 0, NONE, SECRISK_ABOUT_MATRIX));
  p.bands = NULL;
  memset(&d, 0xa5, sizeof d);
  T_EQ("bands", secrisk_policy_check(&p, &d), SECRISK_E_ARG);
  T_TRUE("bands", says(&d, 0, 0, SECRISK_E_ARG, 0, NONE, SECRISK_ABOUT_POLICY));
}

#define CASES(X)                                                               \
  X(evaluations_hold)                                                          \
  X(rules_have_a_place)                                                        \
  X(arrays_have_a_place)                                                       \
  X(vectors_that_are_none) X(pairs_hold) X(matrices_and_policies)
T_MAIN_IF("risk_diag", CASES,
          T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_CVSS3 |
                SECRISK_FEATURE_CVSS4),
          "this build leaves risk, v3 or v4.0 out")
