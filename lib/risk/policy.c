/* SPDX-License-Identifier: MIT */
/* Policies: the shipped ones, and what level a risk has under one. */
#include "risk.h"

#if SECRISK__RISK

bool secrisk__rule_ok(uint8_t rule) {
  uint8_t reduction = rule & SECRISK__REDUCTION;
  uint8_t known =
      SECRISK__REDUCTION | SECRISK_RULE_RATIONALE | SECRISK_RULE_BENEFIT;
  if (reduction == 0 || (rule & ~known) != 0) {
    return false;
  }
  return reduction == SECRISK_RULE_MANDATORY ||
         (rule & SECRISK_RULE_BENEFIT) == 0;
}

bool secrisk__limits(uint8_t system, uint8_t *low, uint8_t *high) {
  secrisk_scale scale;
  *low = 0;
  *high = 100;
  if (secrisk_cvss_severity(system, 0) != SECRISK_NO_LEVEL) {
    return true;
  }
  /* A mean of ratings is on their scale: a half is 5 tenths. */
  secrisk_dread_scale(system, 0, &scale);
  *low = (uint8_t)(scale.low * 5u);
  *high = (uint8_t)(scale.high * 5u);
  return scale.high != 0;
}

static void set_policy(secrisk_policy *out, uint8_t critical, uint8_t high,
                       uint8_t medium, uint8_t low, uint8_t none) {
  out->bands = secrisk__bands;
  out->band_count = secrisk__band_count;
  secrisk__zero(out->rule, sizeof out->rule);
  out->rule[SECRISK_LEVEL_CRITICAL] = critical;
  out->rule[SECRISK_LEVEL_HIGH] = high;
  out->rule[SECRISK_LEVEL_MEDIUM] = medium;
  out->rule[SECRISK_LEVEL_LOW] = low;
  out->rule[SECRISK_LEVEL_NONE] = none;
}

#define MANDATORY                                                              \
  (SECRISK_RULE_MANDATORY | SECRISK_RULE_RATIONALE | SECRISK_RULE_BENEFIT)
#define PRACTICABLE (SECRISK_RULE_PRACTICABLE | SECRISK_RULE_RATIONALE)

void secrisk_policy_default(secrisk_policy *out) {
  set_policy(out, MANDATORY, MANDATORY, PRACTICABLE, PRACTICABLE,
             SECRISK_RULE_RECORD);
}

void secrisk_policy_strict(secrisk_policy *out) {
  set_policy(out, SECRISK_RULE_MANDATORY, MANDATORY, MANDATORY, PRACTICABLE,
             PRACTICABLE);
}

/* Under SYSTEM_LEVEL. */
static secrisk_level bare_level(const secrisk_risk *risk) {
  return risk->tenths == SECRISK_NO_SCORE ? risk->level : SECRISK_NO_LEVEL;
}

secrisk_level secrisk_policy_level(const secrisk_policy *policy,
                                   const secrisk_risk *risk) {
  uint8_t low;
  uint8_t high;
  if (risk->level > SECRISK_LEVEL_CRITICAL) {
    return SECRISK_NO_LEVEL;
  }
  if (risk->system == SECRISK_SYSTEM_LEVEL) {
    return bare_level(risk);
  }
  if (!secrisk__limits(risk->system, &low, &high) || risk->tenths < low ||
      risk->tenths > high) {
    return SECRISK_NO_LEVEL;
  }
  secrisk_level level = secrisk__band_level(policy->bands, policy->band_count,
                                            risk->system, risk->tenths);
  if (risk->level == SECRISK_NO_LEVEL || risk->level == level) {
    return level;
  }
  return level == SECRISK_NO_BANDS ? risk->level : SECRISK_NO_LEVEL;
}

#endif
