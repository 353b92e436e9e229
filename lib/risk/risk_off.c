/* SPDX-License-Identifier: MIT */
/* What a build without RISK answers. */
#include "risk.h"

#ifdef SECRISK_WITHOUT_RISK

static secrisk_status disabled(secrisk_diag *diag, secrisk_about about) {
  return secrisk__report(diag, about, SECRISK_E_DISABLED, 0, 0);
}

secrisk_status secrisk_risk_of(const secrisk_cvss *v, secrisk_score_kind kind,
                               secrisk_risk *out) {
  (void)v;
  (void)kind;
  secrisk__zero(out, sizeof *out);
  return SECRISK_E_DISABLED;
}

secrisk_status secrisk_risk_pair(const secrisk_cvss *initial,
                                 const secrisk_cvss *residual,
                                 secrisk_risk *before, secrisk_risk *after,
                                 secrisk_diag *diag) {
  (void)secrisk_risk_of(initial, 0, before);
  (void)secrisk_risk_of(residual, 0, after);
  return disabled(diag, SECRISK_ABOUT_THREAT);
}

const char *secrisk_rule_text(secrisk_rule part) {
  (void)part;
  return "";
}

secrisk_status secrisk_policy_shipped(secrisk_policy_id id,
                                      secrisk_policy *out) {
  (void)id;
  secrisk__zero(out, sizeof *out);
  return SECRISK_E_DISABLED;
}

const char *secrisk_policy_name(secrisk_policy_id id) {
  (void)id;
  return "";
}

secrisk_status secrisk_policy_check(const secrisk_policy *policy,
                                    secrisk_diag *diag) {
  (void)policy;
  return disabled(diag, SECRISK_ABOUT_POLICY);
}

secrisk_status secrisk_policy_level(const secrisk_policy *policy,
                                    const secrisk_risk *risk,
                                    secrisk_level *level) {
  (void)policy;
  (void)risk;
  *level = SECRISK_NO_LEVEL;
  return SECRISK_E_DISABLED;
}

secrisk_status secrisk_threat_evaluate(const secrisk_policy *policy,
                                       const secrisk_threat *threat,
                                       secrisk_evaluation *out,
                                       secrisk_diag *diag) {
  (void)policy;
  (void)threat;
  secrisk__zero(out, sizeof *out);
  return disabled(diag, SECRISK_ABOUT_THREAT);
}

const char *secrisk_decision_text(secrisk_decision decision) {
  (void)decision;
  return "";
}

const char *secrisk_missing_text(uint16_t bit) {
  (void)bit;
  return "";
}

const char *secrisk_remark_text(uint16_t bit) {
  (void)bit;
  return "";
}

secrisk_status secrisk_cvss_residual(const secrisk_cvss *initial,
                                     const secrisk_control *controls,
                                     size_t count, secrisk_cvss *out,
                                     secrisk_diag *diag) {
  (void)initial;
  (void)controls;
  (void)count;
  (void)out; /* a failure leaves it alone */
  return disabled(diag, SECRISK_ABOUT_THREAT);
}

const char *secrisk_suggestion_text(uint8_t suggestion) {
  (void)suggestion;
  return "";
}

uint8_t secrisk_suggestion_limits(uint8_t suggestion, uint8_t version,
                                  secrisk_limit limits[3]) {
  (void)suggestion;
  (void)version;
  secrisk__zero(limits, 3 * sizeof limits[0]);
  return 0;
}

void secrisk_register_order(const secrisk_evaluation *list, uint32_t count,
                            uint32_t *order) {
  (void)list;
  for (uint32_t i = 0; i < count; i++) {
    order[i] = i;
  }
}

void secrisk_register_count(const secrisk_evaluation *list, uint32_t count,
                            secrisk_counts *out) {
  (void)list;
  secrisk__zero(out, sizeof *out);
  out->decision[0] = count; /* nothing can have been evaluated */
}

secrisk_status secrisk_matrix_check(const secrisk_matrix *m,
                                    secrisk_diag *diag) {
  (void)m;
  return disabled(diag, SECRISK_ABOUT_MATRIX);
}

secrisk_status secrisk_matrix_level(const secrisk_matrix *m, uint8_t row,
                                    uint8_t column, secrisk_level *level) {
  (void)m;
  (void)row;
  (void)column;
  *level = SECRISK_NO_LEVEL;
  return SECRISK_E_DISABLED;
}

/* What is not classified is class C. */
static secrisk_class unclassified(secrisk_reason *reason) {
  if (reason != NULL) {
    *reason = SECRISK_REASON_DISABLED;
  }
  return SECRISK_CLASS_C;
}

secrisk_class secrisk_class_system(const secrisk_hazard *h,
                                   secrisk_reason *reason) {
  (void)h;
  return unclassified(reason);
}

secrisk_class secrisk_class_item(const secrisk_item *item,
                                 secrisk_reason *reason) {
  (void)item;
  return unclassified(reason);
}

secrisk_class secrisk_class_library(const secrisk_item *place,
                                    const secrisk_hazard *risk,
                                    secrisk_reason *reason) {
  (void)place;
  (void)risk;
  return unclassified(reason);
}

#endif
