/* SPDX-License-Identifier: MIT */
/* Rules: what each demands, and the words for it. */
#include "../base/text.h"
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

#define REDUCTION 3u /* the bits of RECORD, PRACTICABLE and MANDATORY */
#define FLAGS                                                                  \
  (SECRISK_RULE_RATIONALE | SECRISK_RULE_BENEFIT | SECRISK_RULE_REDUCED)

uint8_t secrisk__reduction(secrisk_rule rule) {
  return (uint8_t)(rule & REDUCTION);
}

/* Benefit can only outweigh a risk that must be reduced. */
bool secrisk__rule_ok(secrisk_rule rule) {
  uint8_t reduction = secrisk__reduction(rule);
  if (reduction == 0 || (rule & ~(REDUCTION | FLAGS)) != 0) {
    return false;
  }
  return reduction == SECRISK_RULE_MANDATORY ||
         (rule & SECRISK_RULE_BENEFIT) == 0;
}

static uint8_t rationale(secrisk_rule rule) {
  return (rule & SECRISK_RULE_RATIONALE) != 0 ? SECRISK__RATIONALE : 0;
}

/* What a rule demands:
 *
 *     rule                   untreated risk        remaining risk
 *     RECORD                 -                     -
 *     PRACTICABLE            -                     -
 *     MANDATORY              a control             another control
 *     MANDATORY | BENEFIT    impairs, benefit      benefit
 *
 * RATIONALE adds a rationale to an untreated risk, and to one that remains
 * under BENEFIT. */
uint8_t secrisk__demands_untreated(secrisk_rule rule) {
  if (secrisk__reduction(rule) != SECRISK_RULE_MANDATORY) {
    return rationale(rule);
  }
  return (rule & SECRISK_RULE_BENEFIT) != 0
             ? (uint8_t)(SECRISK__IMPAIRS | SECRISK__BENEFIT | rationale(rule))
             : SECRISK__ALL;
}

uint8_t secrisk__demands_remaining(secrisk_rule rule) {
  if (secrisk__reduction(rule) != SECRISK_RULE_MANDATORY) {
    return 0;
  }
  return (rule & SECRISK_RULE_BENEFIT) != 0
             ? (uint8_t)(SECRISK__BENEFIT | rationale(rule))
             : SECRISK__ALL;
}

static const char reductions[] =
    "\0"
    "record the risk\0"
    "reduce the risk as far as reasonably practicable (ALARP)\0"
    "reduce the risk to a level for which reduction is not mandatory\0";

static const char flags[] =
    "a rationale is required for what is accepted without a control, or "
    "although reduction is mandatory\0"
    "where controls would impair critical performance, or a high risk remains, "
    "it may be accepted if the benefit outweighs it\0"
    "controls that do not lower the risk count as none\0";

const char *secrisk_rule_text(secrisk_rule part) {
  uint8_t flag = 0;
  if (part <= REDUCTION) {
    return secrisk__nth(reductions, part);
  }
  while (flag < 3u && part != (uint8_t)(SECRISK_RULE_RATIONALE << flag)) {
    flag++;
  }
  return secrisk__nth(flags, flag); /* an empty string ends the list */
}

#endif
