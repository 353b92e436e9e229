/* SPDX-License-Identifier: MIT */
/* Policies: what is wrong with one. */
#include "risk.h"

#if SECRISK__RISK

/* A band by itself. */
static secrisk_status check_fields(const secrisk_band *band) {
  uint8_t low;
  uint8_t high;
  if (!secrisk__limits(band->system, &low, &high) ||
      band->level < SECRISK_LEVEL_NONE ||
      band->level > SECRISK_LEVEL_CRITICAL || band->first < low ||
      band->first > high || band->last < low || band->last > high) {
    return SECRISK_E_RANGE;
  }
  return band->first > band->last ? SECRISK_E_ORDER : SECRISK_OK;
}

/* The first band of a system: has the system no other, and does it begin where
 * its scores do? */
static secrisk_status check_first(const secrisk_policy *policy, size_t index) {
  const secrisk_band *band = policy->bands + index;
  uint8_t low;
  uint8_t high;
  for (size_t i = 0; i < index; i++) {
    if (policy->bands[i].system == band->system) {
      return SECRISK_E_OVERLAP;
    }
  }
  (void)secrisk__limits(band->system, &low, &high);
  return band->first != low ? SECRISK_E_GAP : SECRISK_OK;
}

/* A band after another of its system. */
static secrisk_status check_next(const secrisk_band *band) {
  const secrisk_band *before = band - 1;
  if (band->first < before->first) {
    return SECRISK_E_ORDER;
  }
  if (band->first <= before->last) {
    return SECRISK_E_OVERLAP;
  }
  if (band->first != before->last + 1) {
    return SECRISK_E_GAP;
  }
  return band->level <= before->level ? SECRISK_E_ORDER : SECRISK_OK;
}

/* Is the band the last that its system needs? */
static bool complete(const secrisk_band *band) {
  uint8_t low;
  uint8_t high;
  (void)secrisk__limits(band->system, &low, &high);
  return band->last == high;
}

static secrisk_status check_bands(const secrisk_policy *policy,
                                  secrisk_diag *diag) {
  const secrisk_band *before = NULL;
  for (size_t i = 0; i < policy->band_count; i++) {
    const secrisk_band *band = policy->bands + i;
    secrisk_status status = check_fields(band);
    if (before != NULL && before->system == band->system) {
      status = status != SECRISK_OK ? status : check_next(band);
    } else {
      if (before != NULL && !complete(before)) {
        return secrisk__report(diag, SECRISK_E_GAP, i, before->system);
      }
      status = status != SECRISK_OK ? status : check_first(policy, i);
    }
    if (status != SECRISK_OK) {
      return secrisk__report(diag, status, i, band->system);
    }
    before = band;
  }
  if (before != NULL && !complete(before)) {
    return secrisk__report(diag, SECRISK_E_GAP, policy->band_count,
                           before->system);
  }
  return SECRISK_OK;
}

/* What is wrong with the rule of a level. */
static secrisk_status check_rule(const secrisk_policy *policy, uint8_t level) {
  uint8_t rule = policy->rule[level];
  if (level < SECRISK_LEVEL_NONE || level > SECRISK_LEVEL_CRITICAL) {
    return rule == 0 ? SECRISK_OK : SECRISK_E_RULE;
  }
  if (!secrisk__rule_ok(rule)) {
    return SECRISK_E_RULE;
  }
  uint8_t lower = policy->rule[level - 1];
  return (rule & SECRISK__REDUCTION) < (lower & SECRISK__REDUCTION)
             ? SECRISK_E_ORDER
             : SECRISK_OK;
}

secrisk_status secrisk_policy_check(const secrisk_policy *policy,
                                    secrisk_diag *diag) {
  if (policy->bands == NULL && policy->band_count != 0) {
    return secrisk__report(diag, SECRISK_E_ARG, 0, 0);
  }
  secrisk_status status = check_bands(policy, diag);
  for (uint8_t i = 0; i < sizeof policy->rule && status == SECRISK_OK; i++) {
    status = secrisk__report(diag, check_rule(policy, i), i, 0);
  }
  if (status == SECRISK_OK) {
    (void)secrisk__report(diag, SECRISK_OK, 0, 0);
  }
  return status;
}

#endif
