/* SPDX-License-Identifier: MIT */
/* Risks from vectors: one kind of score, and only what a control can change. */
#include "base31.h"

#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V40 "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define V20 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define ODD "CVSS:3.1/AV:P/AC:H/PR:L/UI:N/S:C/C:H/I:H/A:L"

static secrisk_cvss vector(const char *text) {
  secrisk_cvss v;
  (void)secrisk_cvss_parse(text, strlen(text), SECRISK_LENIENT, &v, NULL);
  return v;
}

static void of_a_vector(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *text;
    uint8_t kind, status, as, tenths;
  } rows[] = {
      {V31, 0, SECRISK_OK, SECRISK_SCORE_B, 98},
      {V31 "/E:U", 0, SECRISK_OK, SECRISK_SCORE_BT, 90},
      {V31 "/MAV:P", 0, SECRISK_OK, SECRISK_SCORE_BE, 68},
      {ODD, 0, SECRISK_OK, SECRISK_SCORE_B, 70},
      {ODD, SECRISK_SCORE_BTE, SECRISK_OK, SECRISK_SCORE_BTE, 69},
      {V31, SECRISK_SCORE_IMPACT, SECRISK_E_ARG, 0, 0},
      {V31, 2, SECRISK_E_ARG, 0, 0},
      {V31, 4, SECRISK_E_ARG, 0, 0},
      {V31, 6, SECRISK_E_ARG, 0, 0},
      {V31, 255, SECRISK_E_ARG, 0, 0},
      {"nothing", 0, SECRISK_E_VERSION, 0, 0},
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    secrisk_cvss v = vector(rows[i].text);
    secrisk_risk r;
    memset(&r, 0xa5, sizeof r);
    T_EQ(rows[i].text, secrisk_risk_of(&v, rows[i].kind, &r), rows[i].status);
    T_EQ(rows[i].text, r.kind, rows[i].as);
    T_EQ(rows[i].text, r.tenths, rows[i].tenths);
    T_EQ(rows[i].text, r.level, SECRISK_NO_LEVEL);
    T_EQ(rows[i].text, r.system,
         rows[i].status == SECRISK_OK ? SECRISK_CVSS31 : 0);
  }
}

static const struct {
  const char *name, *initial, *residual;
  uint8_t status, metric, which, before, after;
} of_two[] = {
    {"exploit maturity", V40, V40 "/E:U", SECRISK_E_BASIS, SECRISK_V40_E, 2, 0,
     0},
    {"the same state", ODD, ODD "/MAV:P", SECRISK_OK, 255, 0, 69, 69},
    {"a Modified metric", V31, V31 "/MAV:L", SECRISK_OK, 255, 0, 98, 84},
    {"the same by hand", V31, "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
     SECRISK_OK, 255, 0, 98, 84},
    {"a default written out", V31, V31 "/E:H/RL:U/RC:C/CR:M", SECRISK_OK, 255,
     0, 98, 98},
    {"Temporal", V31, V31 "/RC:U", SECRISK_E_BASIS, SECRISK_V3_RC, 2, 0, 0},
    {"the first of two", V31 "/AR:L", V31 "/RL:O", SECRISK_E_BASIS,
     SECRISK_V3_RL, 2, 0, 0},
    {"a requirement", V31 "/CR:H", V31, SECRISK_E_BASIS, SECRISK_V3_CR, 2, 0,
     0},
    {"v4.0 requirement", V40, V40 "/AR:L", SECRISK_E_BASIS, SECRISK_V40_AR, 2,
     0, 0},
    {"v4.0 default", V40, V40 "/AR:H/E:A", SECRISK_OK, 255, 0, 87, 87},
    {"v4.0 Supplemental", V40, V40 "/S:P/AU:Y", SECRISK_OK, 255, 0, 87, 87},
    {"v2.0", V20, "AV:L/AC:L/Au:N/C:P/I:P/A:P", SECRISK_OK, 255, 0, 75, 46},
    {"v2.0 Environmental", V20,
     "AV:L/AC:L/Au:N/C:P/I:P/A:P/CDP:N/TD:L/CR:M/IR:M/AR:M", SECRISK_E_BASIS,
     SECRISK_V20_TD, 2, 0, 0},
    {"versions", V31, V40, SECRISK_E_SYSTEM, 255, 2, 0, 0},
    {"3.0 and 3.1", "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", V31,
     SECRISK_E_SYSTEM, 255, 2, 0, 0},
    {"no initial", "", V31, SECRISK_E_VERSION, 255, 1, 0, 0},
    {"no residual", V31, "", SECRISK_E_VERSION, 255, 2, 0, 0},
};

static void pairs(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(of_two); i++) {
    secrisk_cvss a = vector(of_two[i].initial), b = vector(of_two[i].residual);
    secrisk_risk before, after;
    secrisk_diag d;
    memset(&before, 0xa5, sizeof before);
    memset(&after, 0xa5, sizeof after);
    memset(&d, 0xa5, sizeof d);
    T_EQ(of_two[i].name, secrisk_risk_pair(&a, &b, &before, &after, &d),
         of_two[i].status);
    T_EQ(of_two[i].name, d.status, of_two[i].status);
    T_EQ(of_two[i].name, d.metric, of_two[i].metric);
    T_EQ(of_two[i].name, d.offset,
         d.metric != SECRISK_NO_METRIC ? 1u + d.metric : 0);
    T_EQ(of_two[i].name, d.length, of_two[i].which);
    T_EQ(of_two[i].name, d.about, SECRISK_ABOUT_THREAT);
    T_EQ(of_two[i].name, before.tenths, of_two[i].before);
    T_EQ(of_two[i].name, after.tenths, of_two[i].after);
    bool ok = of_two[i].status == SECRISK_OK;
    T_EQ(of_two[i].name, before.kind, ok ? SECRISK_SCORE_BTE : 0);
    T_EQ(of_two[i].name, after.system, ok ? a.version : 0);
    T_EQ(of_two[i].name, secrisk_risk_pair(&a, &b, &before, &after, NULL),
         of_two[i].status);
  }
}

#if defined T_REDUCED || defined T_TINY
#define STEP 37
#else
#define STEP 1
#endif

/* A state gives one answer: every v3.1 Base vector, every one other value, by
 * hand and as a Modified metric. */
static void one_state_one_answer(T_ARGS) {
  T_BEGIN;
  for (unsigned n = 0; n < BASE31_COUNT; n += STEP) {
    secrisk_cvss v = base31(n);
    for (uint8_t m = 0; m < 8; m++) {
      for (uint8_t i = 1; i < secrisk_cvss_value_count(31, m); i++) {
        secrisk_cvss by_hand = v, modified = v;
        secrisk_risk a, b, c, d;
        by_hand.value[m] = i;
        modified.value[SECRISK_V3_MAV + m] = i;
        T_EQ("hand", secrisk_risk_pair(&v, &by_hand, &a, &b, NULL), 0);
        T_EQ("modified", secrisk_risk_pair(&v, &modified, &c, &d, NULL), 0);
        T_TRUE("one answer",
               memcmp(&a, &c, sizeof a) == 0 && memcmp(&b, &d, sizeof b) == 0);
      }
    }
  }
}

#define CASES(X) X(of_a_vector) X(pairs) X(one_state_one_answer)
T_MAIN_IF("risk_rate", CASES, T_HAS(SECRISK_FEATURE_RISK | T_EVERYTHING),
          "this build leaves risk or a version out")
