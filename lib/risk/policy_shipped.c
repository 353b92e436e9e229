/* SPDX-License-Identifier: MIT */
/* The shipped policies, a row each. */
#include "../base/text.h"
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

#define MANDATORY                                                              \
  (SECRISK_RULE_MANDATORY | SECRISK_RULE_RATIONALE | SECRISK_RULE_BENEFIT)
#define PRACTICABLE (SECRISK_RULE_PRACTICABLE | SECRISK_RULE_RATIONALE)

/* In the order of their numbers, which start at 1: the rules of None, Low,
 * Medium, High and Critical. */
static const secrisk_rule rules[][SECRISK_LEVEL_CRITICAL] = {
    {SECRISK_RULE_RECORD, PRACTICABLE, PRACTICABLE, MANDATORY, MANDATORY},
    {PRACTICABLE, PRACTICABLE, MANDATORY, MANDATORY, SECRISK_RULE_MANDATORY},
};
static const char names[] = "default\0strict\0";

#define COUNT (sizeof rules / sizeof rules[0])

secrisk_status secrisk_policy_shipped(secrisk_policy_id id,
                                      secrisk_policy *out) {
  secrisk__zero(out, sizeof *out);
  if (id == 0 || id > COUNT) {
    return SECRISK_E_ARG;
  }
  out->bands = secrisk__bands;
  out->band_count = secrisk__band_count;
  secrisk__copy(out->rule + SECRISK_LEVEL_NONE, rules[id - 1u],
                sizeof rules[0]);
  return SECRISK_OK;
}

const char *secrisk_policy_name(secrisk_policy_id id) {
  uint8_t place = id == 0 || id > COUNT ? (uint8_t)COUNT : (uint8_t)(id - 1u);
  return secrisk__nth(names, place); /* an empty string ends the list */
}

#endif
