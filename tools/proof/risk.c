/* SPDX-License-Identifier: MIT */
/* Entry points of risk: policies, threats, registers, matrices, classes. */
#include "any.h"

/* --- Policies ------------------------------------------------------------
 */

#define BANDS 6
static secrisk_band bands[BANDS];

static void any_policy(secrisk_policy *policy, bool with_bands) {
  any(bands, sizeof bands);
  any(policy->rule, sizeof policy->rule);
  policy->bands = with_bands ? bands : NULL;
  policy->band_count = with_bands ? upto(BANDS) : any_size();
}

void prove_policy_check(void) {
  secrisk_policy policy;
  secrisk_diag d;
  any_policy(&policy, false);
  (void)secrisk_policy_check(&policy, MAYBE(&d));
  any_policy(&policy, true);
  (void)secrisk_policy_check(&policy, MAYBE(&d));
}

void prove_policy_level(void) {
  secrisk_policy policy;
  secrisk_risk risk;
  secrisk_level level;
  any(&risk, sizeof risk);
  any_policy(&policy, false);
  (void)secrisk_policy_level(&policy, &risk, &level);
  any_policy(&policy, true);
  (void)secrisk_policy_level(&policy, &risk, &level);
  (void)secrisk_policy_name(u8());
  (void)secrisk_policy_shipped(u8(), &policy);
  (void)secrisk_policy_shipped(1, &policy);
  (void)secrisk_policy_level(&policy, &risk, &level);
}

/* --- Risks, threats and controls -----------------------------------------
 */

#define CONTROLS 2
#define LIMITS 2
static secrisk_limit limits[LIMITS];
static secrisk_control controls[CONTROLS];
static char string[16];

static void any_controls(bool with_limits) {
  any(string, sizeof string - 1u);
  string[sizeof string - 1u] = '\0';
  any(limits, sizeof limits);
  for (size_t i = 0; i < CONTROLS; i++) {
    controls[i].reference = MAYBE(string);
    controls[i].limits = with_limits ? limits : NULL;
    controls[i].limit_count = with_limits ? upto(LIMITS) : any_size();
    controls[i].kind = u8();
    controls[i].state = u8();
    controls[i].domains = u8();
    controls[i].cryptographic = either();
  }
}

static void with_threat(const secrisk_control *given, size_t count,
                        bool rated) {
  secrisk_policy policy;
  secrisk_threat t;
  secrisk_evaluation e;
  secrisk_diag d;
  any_policy(&policy, true);
  any_controls(either());
  any(&t.initial, sizeof t.initial);
  any(&t.residual, sizeof t.residual);
  if (!rated) {
    t.residual.system = SECRISK_SYSTEM_NONE;
  }
  t.controls = given;
  t.control_count = count;
  t.rationale = MAYBE(string);
  t.benefit_risk = MAYBE(string);
  t.rerated = u8();
  t.impairs = u8();
  (void)secrisk_threat_evaluate(&policy, &t, &e, MAYBE(&d));
}

void prove_threat(void) {
  with_threat(NULL, any_size(), true);
  with_threat(NULL, any_size(), false);
  with_threat(controls, upto(CONTROLS), true);
  with_threat(controls, upto(CONTROLS), false);
}

/* With each number of limits, each of them of the vector's version or of any
 * other: Eva relates neither a list to its length nor a metric to a version. */
static void with_limits(const secrisk_cvss *v, unsigned own) {
  secrisk_cvss out;
  secrisk_diag d;
  any_controls(true);
  for (unsigned i = 0; i < LIMITS; i++) {
    limits[i].version = v->version;
    if ((own >> i & 1u) == 0) {
      limits[i].version = u8();
      if (limits[i].version == v->version) {
        limits[i].version = 0;
      }
    }
  }
  for (unsigned i = 0; i < (LIMITS + 1) * (LIMITS + 1); i++) {
    controls[0].limit_count = i / (LIMITS + 1);
    controls[1].limit_count = i % (LIMITS + 1);
    (void)secrisk_cvss_residual(v, controls, upto(CONTROLS), &out, MAYBE(&d));
  }
}

static void with_residual(uint8_t version) {
  secrisk_cvss v;
  secrisk_cvss out;
  secrisk_diag d;
  checked_vector(&v, version, false);
  any_controls(false);
  (void)secrisk_cvss_residual(&v, controls, upto(CONTROLS), &out, MAYBE(&d));
  (void)secrisk_cvss_residual(&v, NULL, any_size(), &out, MAYBE(&d));
  for (unsigned own = 0; own < 1u << LIMITS; own++) {
    with_limits(&v, own);
  }
}

void prove_residual(void) {
  EACH_VERSION(with_residual);
}

static void with_rate(uint8_t version) {
  secrisk_cvss initial;
  secrisk_cvss after;
  secrisk_risk a;
  secrisk_risk b;
  secrisk_diag d;
  checked_vector(&initial, version, false);
  checked_vector(&after, version, false);
  (void)secrisk_risk_of(&initial, u8(), &a);
  (void)secrisk_risk_pair(&initial, &after, &a, &b, MAYBE(&d));
  after.version = u8();
  (void)secrisk_risk_pair(&initial, &after, &a, &b, MAYBE(&d));
}

void prove_rate(void) {
  EACH_VERSION(with_rate);
}

void prove_suggestion(void) {
  secrisk_limit three[3];
  (void)secrisk_suggestion_text(u8());
  (void)secrisk_suggestion_limits(u8(), u8(), three);
}

void prove_risk_text(void) {
  (void)secrisk_decision_text(u8());
  (void)secrisk_missing_text(u16());
  (void)secrisk_remark_text(u16());
  (void)secrisk_rule_text(u8());
  (void)secrisk_reason_text(u8());
}

/* --- Registers and matrices ----------------------------------------------
 */

#define ROWS 16
static secrisk_evaluation rows[ROWS];
static uint32_t order[ROWS];

void prove_register_order(void) {
  for (uint32_t count = 0; count <= ROWS; count++) {
    any(rows, sizeof rows);
    secrisk_register_order(rows, count, order);
  }
}

void prove_register_count(void) {
  secrisk_counts counts;
  any(rows, sizeof rows);
  secrisk_register_count(rows, (uint32_t)upto(ROWS), &counts);
}

static uint8_t cells[255u * 128u];

void prove_matrix(void) {
  secrisk_matrix m;
  secrisk_diag d;
  secrisk_level level;
  any(cells, sizeof cells);
  m.cells = MAYBE(cells);
  m.rows = u8();
  m.columns = (uint8_t)upto(128);
  (void)secrisk_matrix_check(&m, MAYBE(&d));
  (void)secrisk_matrix_level(&m, u8(), u8(), &level);
}

/* --- Safety classes ------------------------------------------------------
 */

void prove_class(void) {
  secrisk_hazard hazard;
  secrisk_item item;
  secrisk_reason reason;
  any(&hazard, sizeof hazard);
  any(&item, sizeof item);
  (void)secrisk_class_system(&hazard, MAYBE(&reason));
  (void)secrisk_class_item(&item, MAYBE(&reason));
  (void)secrisk_class_library(&item, &hazard, MAYBE(&reason));
}
