/* SPDX-License-Identifier: MIT */
/* Threats: sentences for decisions, what is missing, and remarks. */
#include "../base/text.h"
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

static const char decisions[] =
    "\0"
    "open: something is missing\0"
    "accepted\0"
    "accepted with a rationale\0"
    "accepted because the benefit outweighs the risk\0"
    "recorded; nothing more is asked for\0";

static const char missings[] =
    "a control that reduces the risk, or, where the policy lets benefit "
    "outweigh risk, the statement that controls would impair critical "
    "performance\0"
    "the verification of every control\0"
    "a reference that names the approved technique of a cryptographic "
    "control\0"
    "a rating of the residual risk\0"
    "a rationale for what is not reduced\0"
    "an argument that the benefit outweighs the risk\0";

static const char remarks[] =
    "a control serves more than one of security, safety and performance: "
    "keep their code apart\0"
    "there are only software controls: external ones are preferred, then "
    "hardware\0"
    "the lower residual risk does not count: no control stands behind it, or "
    "one is incomplete\0"
    "initial and residual risk were rated under different systems: only their "
    "levels were compared\0"
    "the controls do not lower the risk: initial and residual are rated "
    "alike\0";

/* The string for a set of one bit, of the first count bits; else "". */
static const char *of_bit(const char *list, uint8_t count, uint16_t bit) {
  uint8_t n = 0;
  while (n < count && bit != (uint16_t)(1u << n)) {
    n++;
  }
  return secrisk__nth(list, n); /* an empty string ends the list */
}

const char *secrisk_decision_text(secrisk_decision decision) {
  return secrisk__nth(decisions,
                      decision <= SECRISK_DECISION_RECORDED ? decision : 0);
}

const char *secrisk_missing_text(uint16_t bit) {
  return of_bit(missings, 6, bit);
}

const char *secrisk_remark_text(uint16_t bit) {
  return of_bit(remarks, 5, bit);
}

#endif
