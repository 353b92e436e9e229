/* SPDX-License-Identifier: MIT */
/* Which optional groups are defined, a metric at a time. */
#ifndef SECRISK_SMALL_DEFINED_H
#define SECRISK_SMALL_DEFINED_H

#include "../cvss/cvss.h"

static inline uint8_t secrisk__defined(const secrisk_cvss *v,
                                       const struct secrisk__layout *at) {
  uint_fast8_t kind = 0;
  for (uint_fast8_t i = at->base; i < at->environ; i++) {
    if (v->value[i] != 0) {
      kind = (uint_fast8_t)(kind | (i < at->threat ? SECRISK__THREAT
                                                   : SECRISK__ENVIRON));
    }
  }
  return (uint8_t)kind;
}

#endif
