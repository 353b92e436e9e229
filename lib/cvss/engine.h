/* SPDX-License-Identifier: MIT */
/* What a build for size and a build for speed each provide. */
#ifndef SECRISK_ENGINE_H
#define SECRISK_ENGINE_H

#include "cvss.h"

SECRISK__HIDDEN_BEGIN

/* --- Scorers: v has passed secrisk_cvss_check ------------------------------
 */

secrisk_tenths secrisk__score_v2(const secrisk_cvss *v,
                                 secrisk_score_kind kind);
secrisk_tenths secrisk__score_v3(const secrisk_cvss *v,
                                 secrisk_score_kind kind);
secrisk_tenths secrisk__score_v4(const secrisk_cvss *v,
                                 secrisk_score_kind kind);
/* A MacroVector: the level of each equivalence class, EQ3 and EQ6 as one
 * (00, 01, 10, 11, 21 are 0 to 4). */
struct secrisk__macro {
  uint8_t eq1, eq2, eq36, eq4, eq5;
};
void secrisk__macro_v4(const secrisk_cvss *v, struct secrisk__macro *m);

#define SECRISK__SCORED 16 /* room for every metric that is scored */

/* A factor below 2 for secrisk__times. */
#define SECRISK__Q30(numerator, denominator)                                   \
  ((uint32_t)((((uint64_t)(numerator) << 30) + (denominator) / 2) /            \
              (denominator)))

SECRISK__HIDDEN_END

#endif
