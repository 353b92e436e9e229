/* SPDX-License-Identifier: MIT */
/* A CVSS vector after its controls: limits on Modified metrics.  Between CVSS
 * and the threats, this uses public functions of the former only. */
#include "risk.h"

#if SECRISK__RISK

static bool is_safety(const secrisk_limit *cap) {
  return cap->version == SECRISK_CVSS40 &&
         (cap->metric == SECRISK_V40_MSI || cap->metric == SECRISK_V40_MSA);
}

/* How little severe an ordinal of the cap's metric is: they ascend, but for
 * Safety, the last and the worst. */
static uint8_t rank(const secrisk_limit *cap, uint8_t value) {
  return is_safety(cap) && value == SECRISK_V40_MSI_S ? 0 : value;
}

static bool may_cap(const secrisk_limit *cap) {
  switch (cap->version) {
  case SECRISK_CVSS30:
  case SECRISK_CVSS31:
    return cap->metric >= SECRISK_V3_MAV && cap->metric <= SECRISK_V3_MA &&
           cap->metric != SECRISK_V3_MS;
  case SECRISK_CVSS40:
    return cap->metric >= SECRISK_V40_MAV && cap->metric <= SECRISK_V40_MSA;
  default:
    return false;
  }
}

static secrisk_status check_cap(const secrisk_limit *cap) {
  if (secrisk_cvss_severity(cap->version, 0) == SECRISK_NO_LEVEL) {
    return SECRISK_E_VERSION;
  }
  if (!may_cap(cap)) {
    return SECRISK_E_METRIC;
  }
  /* 255, and so no limit, in a version that this build leaves out. */
  uint8_t last =
      (uint8_t)(secrisk_cvss_value_count(cap->version, cap->metric) - 1u);
  return rank(cap, cap->value) == 0 || cap->value > last ? SECRISK_E_VALUE
                                                         : SECRISK_OK;
}

static void apply(const secrisk_limit *cap, secrisk_cvss *v) {
  uint8_t now = secrisk_cvss_effective(v, cap->metric);
  if (cap->version == v->version && rank(cap, now) < rank(cap, cap->value)) {
    (void)secrisk_cvss_set(v, cap->metric, cap->value);
  }
}

static secrisk_status add_control(const secrisk_control *control,
                                  secrisk_cvss *v) {
  secrisk_status status = secrisk__control_check(control);
  bool counts = secrisk__control_missing(control) == 0;
  for (size_t i = 0; status == SECRISK_OK && i < control->limit_count; i++) {
    status = check_cap(control->limits + i);
    if (status == SECRISK_OK && counts) {
      apply(control->limits + i, v);
    }
  }
  return status;
}

secrisk_status secrisk_cvss_residual(const secrisk_cvss *initial,
                                     const secrisk_control *controls,
                                     size_t count, secrisk_cvss *out) {
  secrisk_status status = secrisk_cvss_check(initial, NULL);
  secrisk_tenths before = secrisk_cvss_score(initial, SECRISK_SCORE_BTE);
  secrisk_cvss as_it_was;
  secrisk__copy(&as_it_was, initial, sizeof as_it_was);
  if (controls == NULL && count != 0) {
    status = SECRISK_E_ARG;
  }
  secrisk__copy(out, &as_it_was, sizeof *out);
  for (size_t i = 0; status == SECRISK_OK && i < count; i++) {
    status = add_control(controls + i, out);
  }
  if (secrisk_cvss_score(out, SECRISK_SCORE_BTE) > before) {
    /* v3.0's formula, Scope Changed, falls near the highest impact. */
    secrisk__copy(out, &as_it_was, sizeof *out);
  }
  if (status != SECRISK_OK) {
    secrisk__zero(out, sizeof *out);
  }
  return status;
}

#endif
