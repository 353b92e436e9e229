/* SPDX-License-Identifier: MIT */
/* What a build without DREAD or without RISK answers. */
#include "t.h"

static void without_dread(T_ARGS) {
  T_BEGIN;
  if (T_HAS(SECRISK_FEATURE_DREAD)) {
    return;
  }
  static const char text[] = "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8";
  secrisk_dread d = {106, {2, 2, 2, 2, 2}};
  secrisk_diag diag;
  secrisk_scale scale;
  uint16_t n = 1, m = 1;
  char buf[SECRISK_EXPLAIN_SIZE] = "x";
  T_EQ("check", secrisk_dread_check(&d, &diag), SECRISK_E_DISABLED);
  T_EQ("format", secrisk_dread_format(&d, buf, sizeof buf), 0);
  T_STR("format", buf, "");
  T_EQ("score", secrisk_dread_score(&d, &n, &m), SECRISK_E_DISABLED);
  T_EQ("score", n + m, 0);
  T_EQ("tenths", secrisk_dread_tenths(&d), SECRISK_NO_SCORE);
  secrisk_level level = 9;
  T_EQ("level", secrisk_dread_level(&d, &level), SECRISK_E_DISABLED);
  T_EQ("level", level, SECRISK_NO_LEVEL);
  T_EQ("parse", secrisk_dread_parse(text, sizeof text - 1, &d, &diag),
       SECRISK_E_DISABLED);
  T_EQ("parse", d.scheme + diag.offset, 0);
  (void)secrisk_dread_explain(&diag, buf, sizeof buf);
  T_STR("explain", buf, secrisk_status_text(SECRISK_E_DISABLED));
  secrisk_dread_scale(106, 0, &scale);
  T_EQ("scale", scale.high, 0);
  T_STR("scheme", secrisk_dread_scheme_name(106), "");
  T_STR("abbr", secrisk_dread_rating_abbr(0), "");
  T_STR("name", secrisk_dread_rating_name(0), "");
}

static void without_risk(T_ARGS) {
  T_BEGIN;
  if (T_HAS(SECRISK_FEATURE_RISK)) {
    return;
  }
  const secrisk_risk high = {SECRISK_SYSTEM_LEVEL, 0, SECRISK_NO_SCORE, 4};
  const secrisk_cvss v = {31, {1, 1, 1, 1, 1, 1, 1, 1}};
  secrisk_policy p;
  secrisk_level level = 9;
  secrisk_risk before = high, after = high;
  T_EQ("shipped", secrisk_policy_shipped(1, &p), SECRISK_E_DISABLED);
  T_EQ("shipped", p.band_count + p.rule[5], 0);
  T_STR("name", secrisk_policy_name(1), "");
  T_STR("rule", secrisk_rule_text(1), "");
  T_EQ("risk", secrisk_risk_of(&v, 0, &before), SECRISK_E_DISABLED);
  T_EQ("risk", before.system + before.level, 0);
  before = high;
  T_EQ("pair", secrisk_risk_pair(&v, &v, &before, &after, NULL),
       SECRISK_E_DISABLED);
  T_EQ("pair", before.system + after.system, 0);
  T_EQ("check", secrisk_policy_check(&p, NULL), SECRISK_E_DISABLED);
  T_EQ("level", secrisk_policy_level(&p, &high, &level), SECRISK_E_DISABLED);
  T_EQ("level", level, SECRISK_NO_LEVEL);
}

static void without_threats(T_ARGS) {
  T_BEGIN;
  if (T_HAS(SECRISK_FEATURE_RISK)) {
    return;
  }
  static const uint8_t cell = SECRISK_LEVEL_HIGH;
  const secrisk_matrix matrix = {&cell, 1, 1};
  const secrisk_policy p = {NULL, 0, {0}};
  const secrisk_threat t = {NULL,         0, "r", NULL, {31, 0, 98, 0},
                            {0, 0, 0, 0}, 0, 0};
  const secrisk_cvss v = {31, {1, 1, 1, 1, 1, 1, 1, 1}};
  secrisk_level level = 9;
  secrisk_evaluation e;
  secrisk_counts counts;
  secrisk_cvss out;
  secrisk_limit limits[3];
  uint32_t order[2];
  T_EQ("evaluate", secrisk_threat_evaluate(&p, &t, &e, NULL),
       SECRISK_E_DISABLED);
  T_EQ("evaluate", e.decision, 0);
  T_STR("decision", secrisk_decision_text(1), "");
  T_STR("missing", secrisk_missing_text(1), "");
  T_STR("remark", secrisk_remark_text(1), "");
  T_EQ("residual", secrisk_cvss_residual(&v, NULL, 0, &out, NULL),
       SECRISK_E_DISABLED);
  T_STR("suggestion", secrisk_suggestion_text(0), "");
  T_EQ("suggestion", secrisk_suggestion_limits(0, 31, limits), 0);
  secrisk_register_order(&e, 2, order);
  T_EQ("order", order[0] * 10 + order[1], 1);
  secrisk_register_count(&e, 1, &counts);
  T_EQ("count", counts.decision[0], 1);
  T_EQ("matrix", secrisk_matrix_check(&matrix, NULL), SECRISK_E_DISABLED);
  T_EQ("matrix", secrisk_matrix_level(&matrix, 0, 0, &level),
       SECRISK_E_DISABLED);
}

static void without_classes(T_ARGS) {
  T_BEGIN;
  if (T_HAS(SECRISK_FEATURE_RISK)) {
    return;
  }
  const secrisk_hazard h = {SECRISK_ANSWER_NO, 0, 0};
  const secrisk_item item = {1, 1, 1, 1, 1};
  uint8_t why = 9;
  T_EQ("system", secrisk_class_system(&h, &why), SECRISK_CLASS_C);
  T_EQ("why", why, SECRISK_REASON_DISABLED);
  T_EQ("item", secrisk_class_item(&item, NULL), SECRISK_CLASS_C);
  T_EQ("library", secrisk_class_library(&item, &h, &why), SECRISK_CLASS_C);
  T_TRUE("reason", secrisk_reason_text(why)[0] != 0);
}

#define CASES(X)                                                               \
  X(without_dread) X(without_risk) X(without_threats) X(without_classes)
T_MAIN_IF("left_out", CASES,
          !T_HAS(SECRISK_FEATURE_DREAD | SECRISK_FEATURE_RISK),
          "this build leaves neither DREAD nor RISK out")
