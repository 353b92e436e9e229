/* SPDX-License-Identifier: MIT */
/* Risks from vectors: one, or a pair before and after controls. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

secrisk_status secrisk_risk_of(const secrisk_cvss *v, secrisk_score_kind kind,
                               secrisk_risk *out) {
  secrisk_status status = secrisk_cvss_check(v, NULL);
  secrisk__zero(out, sizeof *out);
  if (status != SECRISK_OK) {
    return status;
  }
  if (kind == SECRISK_SCORE_OVERALL) {
    kind = secrisk_cvss_overall(v);
  }
  if (!secrisk__rates(kind)) {
    return SECRISK_E_ARG;
  }
  out->system = v->version;
  out->kind = kind;
  out->tenths = secrisk_cvss_score(v, kind);
  return SECRISK_OK;
}

/* Does no control change this metric: a Threat metric, or an Environmental one
 * that modifies no Base metric?  Those are the Security Requirements, and in
 * v2.0 every Environmental metric. */
static bool is_given(uint8_t version, uint8_t metric) {
  secrisk_group group = secrisk_cvss_group(version, metric);
  return group == SECRISK_GROUP_THREAT ||
         (group == SECRISK_GROUP_ENVIRONMENTAL &&
          secrisk_cvss_modifies(version, metric) == SECRISK_NO_METRIC);
}

/* The first metric that no control changes and in which they differ. */
static uint8_t difference(const secrisk_cvss *a, const secrisk_cvss *b) {
  uint8_t count = secrisk_cvss_metric_count(a->version);
  for (uint8_t metric = 0; metric < count; metric++) {
    if (is_given(a->version, metric) && secrisk_cvss_effective(a, metric) !=
                                            secrisk_cvss_effective(b, metric)) {
      return metric;
    }
  }
  return SECRISK_NO_METRIC;
}

/* Which of the two is at fault: 1 for the initial, 2 for the residual. */
static secrisk_status blame(secrisk_diag *diag, secrisk_status status,
                            uint8_t which, uint8_t metric) {
  if (diag != NULL) {
    diag->status = status;
    diag->length = which;
    diag->metric = metric;
    diag->offset = metric != SECRISK_NO_METRIC ? 1u + metric : 0;
    diag->about = SECRISK_ABOUT_THREAT;
  }
  return status;
}

static secrisk_status check_pair(const secrisk_cvss *initial,
                                 const secrisk_cvss *residual,
                                 secrisk_diag *diag) {
  secrisk_status status = secrisk_cvss_check(initial, diag);
  uint8_t which = 1;
  if (status == SECRISK_OK) {
    status = secrisk_cvss_check(residual, diag);
    which = 2;
  }
  if (status != SECRISK_OK) {
    if (diag != NULL) {
      diag->length = which;
      diag->about = SECRISK_ABOUT_THREAT;
    }
    return status;
  }
  if (initial->version != residual->version) {
    return blame(diag, SECRISK_E_SYSTEM, 2, SECRISK_NO_METRIC);
  }
  uint8_t metric = difference(initial, residual);
  return metric == SECRISK_NO_METRIC ? SECRISK_OK
                                     : blame(diag, SECRISK_E_BASIS, 2, metric);
}

secrisk_status secrisk_risk_pair(const secrisk_cvss *initial,
                                 const secrisk_cvss *residual,
                                 secrisk_risk *before, secrisk_risk *after,
                                 secrisk_diag *diag) {
  secrisk_status status = check_pair(initial, residual, diag);
  secrisk__zero(before, sizeof *before);
  secrisk__zero(after, sizeof *after);
  if (status == SECRISK_OK) {
    (void)secrisk_risk_of(initial, SECRISK_SCORE_BTE, before);
    (void)secrisk_risk_of(residual, SECRISK_SCORE_BTE, after);
    if (diag != NULL) {
      diag->about = SECRISK_ABOUT_THREAT;
    }
  }
  return status;
}

#endif
