/* SPDX-License-Identifier: MIT */
/* Entry points that take a vector as a value. */
#include "any.h"

/* --- Any bytes -----------------------------------------------------------
 */

static void with_check(uint8_t version) {
  secrisk_cvss v;
  secrisk_diag d;
  any_vector(&v, version);
  (void)secrisk_cvss_check(&v, MAYBE(&d));
}

void prove_cvss_check(void) {
  EACH_VERSION(with_check);
}

/* What checked_vector assumes of a vector that check lets pass: whatever else
 * the vector has, check refuses a value that its metric does not have, and a
 * mandatory metric left out. */
static void with_check_keeps(uint8_t version) {
  for (uint8_t i = 0; i < sizeof((secrisk_cvss *)0)->value; i++) {
    secrisk_cvss v;
    uint8_t count = secrisk_cvss_value_count(version, i);
    any_vector(&v, version);
    v.value[i] =
        (uint8_t)Frama_C_unsigned_int_interval(count > 0 ? count : 1, 255);
    secrisk_status status = secrisk_cvss_check(&v, NULL);
    //@ assert status != SECRISK_OK && status != SECRISK_E_MISSING;
    if (secrisk_cvss_mandatory(version, i)) {
      v.value[i] = 0;
      status = secrisk_cvss_check(&v, NULL);
      //@ assert status != SECRISK_OK;
    }
  }
}

void prove_cvss_check_keeps(void) {
  EACH_VERSION(with_check_keeps);
}

static void with_get_and_set(uint8_t version) {
  secrisk_cvss v;
  any_vector(&v, version);
  (void)secrisk_cvss_get(&v, u8());
  (void)secrisk_cvss_set(&v, u8(), u8());
  (void)secrisk_cvss_overall(&v);
  (void)secrisk_cvss_nomenclature(&v);
}

void prove_cvss_get_and_set(void) {
  EACH_VERSION(with_get_and_set);
}

static void with_effective(uint8_t version) {
  secrisk_cvss v;
  any_vector(&v, version);
  (void)secrisk_cvss_effective(&v, u8());
}

void prove_cvss_effective(void) {
  EACH_VERSION(with_effective);
}

/* That each of these asks check first, and then takes nothing but a vector
 * that check lets pass. */
static void with_refused(uint8_t version) {
  secrisk_cvss v;
  secrisk_cvss w;
  secrisk_diag d;
  uint8_t eq[6];
  secrisk_tenths low;
  secrisk_tenths high;
  secrisk_risk risk;
  any_vector(&v, version);
  v.value[0] = 255;
  (void)secrisk_cvss_score(&v, u8());
  (void)secrisk_cvss_macrovector(&v, eq);
  (void)secrisk_cvss_format(&v, buffer, upto(N));
  (void)secrisk_cvss_json(&v, u32(), buffer, upto(N));
  (void)secrisk_cvss_range(&v, u8(), &low, &high, MAYBE(&d));
  (void)secrisk_cvss_limit(&v, NULL, any_size(), &w, MAYBE(&d));
  (void)secrisk_risk_of(&v, u8(), &risk);
}

void prove_cvss_refused(void) {
  EACH_VERSION(with_refused);
}

void prove_cvss_severity(void) {
  (void)secrisk_cvss_severity(u8(), u8());
}

static void with_explain(uint8_t version) {
  secrisk_diag d;
  for (unsigned i = 0; i < 40; i++) {
    any(&d, sizeof d);
    d.version = version;
    d.metric = (uint8_t)i;
    if (i == 39) {
      d.metric = (uint8_t)Frama_C_unsigned_int_interval(39, 255);
    }
    (void)secrisk_cvss_explain(&d, buffer, upto(N));
  }
}

void prove_cvss_explain(void) {
  EACH_VERSION(with_explain);
}

/* --- Vectors that check lets pass ----------------------------------------
 */

static void with_score(uint8_t version) {
  secrisk_cvss v;
  checked_vector(&v, version, false);
  for (unsigned kind = 0; kind < 12; kind++) {
    (void)secrisk_cvss_score(&v, (uint8_t)kind);
  }
  (void)secrisk_cvss_score(&v, u8());
}

void prove_cvss_score_v2(void) {
  with_score(SECRISK_CVSS20);
}

void prove_cvss_score_v3(void) {
  with_score(SECRISK_CVSS30);
  with_score(SECRISK_CVSS31);
}

void prove_cvss_score_v4(void) {
  with_score(SECRISK_CVSS40);
}

static void with_macrovector(uint8_t version) {
  secrisk_cvss v;
  uint8_t eq[6];
  checked_vector(&v, version, false);
  (void)secrisk_cvss_macrovector(&v, eq);
}

void prove_cvss_macrovector(void) {
  EACH_VERSION(with_macrovector);
}

static void with_format(uint8_t version) {
  secrisk_cvss v;
  checked_vector(&v, version, true);
  (void)secrisk_cvss_format(&v, buffer, upto(N));
}

void prove_cvss_format(void) {
  EACH_VERSION(with_format);
}

static void with_json(uint8_t version) {
  secrisk_cvss v;
  checked_vector(&v, version, false);
  (void)secrisk_cvss_json(&v, u32(), buffer, upto(N));
}

void prove_cvss_json(void) {
  EACH_VERSION(with_json);
}

static void with_range(uint8_t version) {
  secrisk_cvss v;
  secrisk_diag d;
  secrisk_tenths low;
  secrisk_tenths high;
  checked_vector(&v, version, true);
  (void)secrisk_cvss_range(&v, u8(), &low, &high, MAYBE(&d));
}

void prove_cvss_range(void) {
  EACH_VERSION(with_range);
}

#define LIMITS 2
static secrisk_limit limits[LIMITS];

static void with_limit(uint8_t version) {
  secrisk_cvss v;
  secrisk_cvss out;
  secrisk_diag d;
  any(limits, sizeof limits);
  checked_vector(&v, version, false);
  (void)secrisk_cvss_limit(&v, limits, upto(LIMITS), &out, MAYBE(&d));
  (void)secrisk_cvss_limit(&v, NULL, any_size(), &out, MAYBE(&d));
}

void prove_cvss_limit(void) {
  EACH_VERSION(with_limit);
}
