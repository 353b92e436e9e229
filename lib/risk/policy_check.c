/* SPDX-License-Identifier: MIT */
/* Policies: what is wrong with one. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

static secrisk_status report(secrisk_diag *diag, secrisk_status status,
                             size_t offset, secrisk_system system) {
  return secrisk__report(diag, SECRISK_ABOUT_POLICY, status, offset, system);
}

/* The bands of a system must lie together, ascend, and leave no score out:
 *
 *     low                                              high
 *     |-- first band --||-- next --||---- last band ----|
 *                      ^            ^
 *                      GAP or OVERLAP if last + 1 is not first
 *
 * The bands of the next system follow.  Their levels ascend or stay, and the
 * rules of the levels ask the more, the higher the level. */

/* A band by itself. */
static secrisk_status check_fields(const secrisk_band *band) {
  uint8_t low;
  uint8_t high;
  if (!secrisk__limits(band->system, &low, &high) ||
      !secrisk__is_level(band->level) || band->first < low ||
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
  return band->level < before->level ? SECRISK_E_ORDER : SECRISK_OK;
}

/* Is the band the last that its system needs? */
static bool complete(const secrisk_band *band) {
  uint8_t low;
  uint8_t high;
  (void)secrisk__limits(band->system, &low, &high);
  return band->last == high;
}

/* A system's bands end where the next system's begin, or with the list. */
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
        return report(diag, SECRISK_E_GAP, i, before->system);
      }
      status = status != SECRISK_OK ? status : check_first(policy, i);
    }
    if (status != SECRISK_OK) {
      return report(diag, status, i, band->system);
    }
    before = band;
  }
  if (before != NULL && !complete(before)) {
    return report(diag, SECRISK_E_GAP, policy->band_count, before->system);
  }
  return SECRISK_OK;
}

/* What a rule demands of a risk that controls have not lowered. */
static uint8_t demands_unlowered(secrisk_rule rule) {
  uint8_t remaining = secrisk__demands_remaining(rule);
  return (rule & SECRISK_RULE_REDUCED) != 0
             ? (uint8_t)(secrisk__demands_untreated(rule) | remaining)
             : remaining;
}

/* Does the higher level's rule close no threat that the lower one's keeps
 * open?  It must demand as much, and a rating of the residual risk if the lower
 * one does: all but RECORD do.  Of a lowered risk it then demands as much, too,
 * for what a rule demands of that goes with what it demands of untreated ones.
 */
static bool ascends(secrisk_rule lower, secrisk_rule higher) {
  if (secrisk__reduction(lower) != SECRISK_RULE_RECORD &&
      secrisk__reduction(higher) == SECRISK_RULE_RECORD) {
    return false;
  }
  return (secrisk__demands_untreated(lower) &
          ~secrisk__demands_untreated(higher)) == 0 &&
         (demands_unlowered(lower) & ~demands_unlowered(higher)) == 0;
}

/* What is wrong with the rule of a level. */
static secrisk_status check_rule(const secrisk_policy *policy, uint8_t level) {
  secrisk_rule rule = policy->rule[level];
  if (!secrisk__is_level(level)) {
    return rule == 0 ? SECRISK_OK : SECRISK_E_RULE;
  }
  if (!secrisk__rule_ok(rule)) {
    return SECRISK_E_RULE;
  }
  return level == SECRISK_LEVEL_NONE || ascends(policy->rule[level - 1], rule)
             ? SECRISK_OK
             : SECRISK_E_ORDER;
}

secrisk_status secrisk_policy_check(const secrisk_policy *policy,
                                    secrisk_diag *diag) {
  if (policy->bands == NULL && policy->band_count != 0) {
    return report(diag, SECRISK_E_ARG, 0, 0);
  }
  secrisk_status status = check_bands(policy, diag);
  for (uint8_t i = 0; i < sizeof policy->rule && status == SECRISK_OK; i++) {
    status = report(diag, check_rule(policy, i), i, 0);
  }
  return status == SECRISK_OK ? report(diag, SECRISK_OK, 0, 0) : status;
}

#endif
