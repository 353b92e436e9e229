/* SPDX-License-Identifier: MIT */
/* What the files of risk share. */
#ifndef SECRISK_RISK_H
#define SECRISK_RISK_H

#include "../base/base.h"

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility push(hidden)
#endif

/* --- Risk -- policy.c, control.c --------------------------------------------
 */

#define SECRISK__REDUCTION 3 /* of a rule: RECORD, PRACTICABLE or MANDATORY */

/* Is it a rule that a policy may have? */
bool secrisk__rule_ok(uint8_t rule);
/* The lowest and highest score, in tenths, of a system with scores. */
bool secrisk__limits(uint8_t system, uint8_t *low, uint8_t *high);

/* Is a text that may be NULL more than blanks? */
bool secrisk__given(const char *text);
/* CONTROL, ARG or OK. */
secrisk_status secrisk__control_check(const secrisk_control *control);
/* MISSING_VERIFICATION, MISSING_CRYPTO_REFERENCE: a control without either
 * counts. */
uint16_t secrisk__control_missing(const secrisk_control *control);

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility pop
#endif

#endif
