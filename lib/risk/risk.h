/* SPDX-License-Identifier: MIT */
/* What the files of risk share. */
#ifndef SECRISK_RISK_H
#define SECRISK_RISK_H

#include "../base/base.h"

SECRISK__HIDDEN_BEGIN

/* --- Policies -- rule.c, policy.c ----------------------------------------- */

/* What a rule demands before a threat may be closed, a bit each.  A threat is
 * closed if nothing of what is demanded is missing. */
enum {
  SECRISK__RATIONALE = 1,
  SECRISK__BENEFIT = 2,
  SECRISK__IMPAIRS = 4,
  SECRISK__CONTROL = 8, /* nothing but a control will do */
  SECRISK__ALL = 15
};

/* RECORD, PRACTICABLE or MANDATORY. */
uint8_t secrisk__reduction(secrisk_rule rule);
/* Is it a rule that a policy may have? */
bool secrisk__rule_ok(secrisk_rule rule);
/* What the rule of the initial level demands where no control counts. */
uint8_t secrisk__demands_untreated(secrisk_rule rule);
/* What the rule of the residual level demands of a risk that remains. */
uint8_t secrisk__demands_remaining(secrisk_rule rule);

/* The lowest and highest score, in tenths, of a system with scores. */
bool secrisk__limits(secrisk_system system, uint8_t *low, uint8_t *high);
/* B, BT, BE or BTE? */
bool secrisk__rates(secrisk_score_kind kind);

/* --- Controls -- control.c ------------------------------------------------ */

/* Is a text that may be NULL more than blanks? */
bool secrisk__given(const char *text);
/* CONTROL, ARG or OK. */
secrisk_status secrisk__control_check(const secrisk_control *control);
/* MISSING_VERIFICATION, MISSING_CRYPTO_REFERENCE: a control without either
 * counts. */
uint16_t secrisk__control_missing(const secrisk_control *control);

SECRISK__HIDDEN_END

#endif
