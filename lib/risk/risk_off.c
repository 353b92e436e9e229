/* SPDX-License-Identifier: MIT */
/* What a build without RISK answers. */
#include "risk.h"

#if !SECRISK__RISK

void secrisk_policy_default(secrisk_policy *out) {
  secrisk__zero(out, sizeof *out);
}

void secrisk_policy_strict(secrisk_policy *out) {
  secrisk__zero(out, sizeof *out);
}

secrisk_status secrisk_policy_check(const secrisk_policy *policy,
                                    secrisk_diag *diag) {
  (void)policy;
  return secrisk__report(diag, SECRISK_E_DISABLED, 0, 0);
}

secrisk_level secrisk_policy_level(const secrisk_policy *policy,
                                   const secrisk_risk *risk) {
  (void)policy;
  (void)risk;
  return SECRISK_NO_LEVEL;
}

secrisk_status secrisk_threat_evaluate(const secrisk_policy *policy,
                                       const secrisk_threat *threat,
                                       secrisk_evaluation *out) {
  (void)policy;
  (void)threat;
  secrisk__zero(out, sizeof *out);
  return SECRISK_E_DISABLED;
}

const char *secrisk_decision_text(uint8_t decision) {
  (void)decision;
  return "";
}

const char *secrisk_missing_text(uint16_t bit) {
  (void)bit;
  return "";
}

const char *secrisk_remark_text(uint8_t bit) {
  (void)bit;
  return "";
}

secrisk_status secrisk_cvss_residual(const secrisk_cvss *initial,
                                     const secrisk_control *controls,
                                     size_t count, secrisk_cvss *out) {
  (void)initial;
  (void)controls;
  (void)count;
  secrisk__zero(out, sizeof *out);
  return SECRISK_E_DISABLED;
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
  return secrisk__report(diag, SECRISK_E_DISABLED, 0, 0);
}

secrisk_level secrisk_matrix_level(const secrisk_matrix *m, uint8_t row,
                                   uint8_t column) {
  (void)m;
  (void)row;
  (void)column;
  return SECRISK_NO_LEVEL;
}

/* What is not classified is class C. */
static secrisk_class unclassified(uint8_t *reason) {
  if (reason != NULL) {
    *reason = 0;
  }
  return SECRISK_CLASS_C;
}

secrisk_class secrisk_class_system(const secrisk_hazard *h, uint8_t *reason) {
  (void)h;
  return unclassified(reason);
}

secrisk_class secrisk_class_item(const secrisk_item *item, uint8_t *reason) {
  (void)item;
  return unclassified(reason);
}

secrisk_class secrisk_class_library(const secrisk_item *place,
                                    const secrisk_hazard *risk,
                                    uint8_t *reason) {
  (void)place;
  (void)risk;
  return unclassified(reason);
}

const char *secrisk_reason_text(uint8_t reason) {
  (void)reason;
  return "";
}

#endif
