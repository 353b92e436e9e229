/* SPDX-License-Identifier: MIT */
/* Limits: Modified metrics that are at most so severe. */
#include "cvss.h"

/* Safety, the last value of two metrics of v4.0, is their most severe one. */
static bool is_safety(const secrisk_limit *limit, uint8_t value) {
  return limit->version == SECRISK_CVSS40 &&
         (limit->metric == SECRISK_V40_MSI ||
          limit->metric == SECRISK_V40_MSA) &&
         value == SECRISK_V40_MSI_S;
}

/* How little severe a value is: values ascend, but for Safety. */
static uint8_t rank(const secrisk_limit *limit, uint8_t value) {
  return is_safety(limit, value) ? 0 : value;
}

static bool may_limit(const secrisk_limit *limit) {
  switch (limit->version) {
  case SECRISK_CVSS30:
  case SECRISK_CVSS31:
    return limit->metric >= SECRISK_V3_MAV && limit->metric <= SECRISK_V3_MA &&
           limit->metric != SECRISK_V3_MS;
  case SECRISK_CVSS40:
    return limit->metric >= SECRISK_V40_MAV && limit->metric <= SECRISK_V40_MSA;
  default:
    return false;
  }
}

static secrisk_status check(const secrisk_limit *limit) {
  if (!secrisk__known(limit->version)) {
    return SECRISK_E_VERSION;
  }
  if (!may_limit(limit)) {
    return SECRISK_E_METRIC;
  }
  /* 255, and so no bound, in a version that this build leaves out. */
  uint8_t last =
      (uint8_t)(secrisk_cvss_value_count(limit->version, limit->metric) - 1u);
  return rank(limit, limit->value) == 0 || limit->value > last ? SECRISK_E_VALUE
                                                               : SECRISK_OK;
}

/* The first fault of the limits. */
static secrisk_status check_all(const secrisk_limit *limits, size_t count,
                                secrisk_diag *diag) {
  if (limits == NULL && count != 0) {
    return secrisk__report(diag, SECRISK_ABOUT_THREAT, SECRISK_E_ARG, 0, 0);
  }
  for (size_t i = 0; i < count; i++) {
    secrisk_status status = check(limits + i);
    if (status != SECRISK_OK) {
      return secrisk__report(diag, SECRISK_ABOUT_THREAT, status, i,
                             status != SECRISK_E_VERSION ? limits[i].version
                                                         : 0);
    }
  }
  return SECRISK_OK;
}

static void apply(const secrisk_limit *limit, secrisk_cvss *v) {
  uint8_t now = secrisk_cvss_effective(v, limit->metric);
  if (limit->version == v->version &&
      rank(limit, now) < rank(limit, limit->value)) {
    (void)secrisk_cvss_set(v, limit->metric, limit->value);
  }
}

secrisk_status secrisk_cvss_limit(const secrisk_cvss *v,
                                  const secrisk_limit *limits, size_t count,
                                  secrisk_cvss *out, secrisk_diag *diag) {
  secrisk_cvss after;
  secrisk_status status = secrisk_cvss_check(v, diag);
  if (status == SECRISK_OK) {
    status = check_all(limits, count, diag);
  }
  if (status != SECRISK_OK) {
    return status;
  }
  secrisk__copy(&after, v, sizeof after);
  for (size_t i = 0; i < count; i++) {
    apply(limits + i, &after);
  }
  /* v3.0's formula under a changed Scope falls near the highest impact. */
  bool rises = secrisk_cvss_score(&after, SECRISK_SCORE_BTE) >
               secrisk_cvss_score(v, SECRISK_SCORE_BTE);
  secrisk__copy(out, rises ? v : &after, sizeof *out);
  return status;
}
