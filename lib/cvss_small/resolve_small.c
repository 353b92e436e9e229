/* SPDX-License-Identifier: MIT */
/* The resolver, a metric at a time. */
#include "../cvss/engine.h"

#if SECRISK_SMALL
#include "resolve.h"

void secrisk__resolve(const secrisk_cvss *v, const struct secrisk__layout *at,
                      secrisk_score_kind kind, uint8_t *x) {
  for (uint_fast8_t i = 0; i < at->modified; i++) {
    uint8_t value = v->value[i];
    if (i >= at->base) {
      if ((kind & (i < at->threat ? SECRISK__THREAT : SECRISK__ENVIRON)) == 0) {
        value = 0;
      }
      if (value == 0) {
        value = at->fallback[i - at->base];
      }
    } else if ((kind & SECRISK__ENVIRON) != 0 &&
               v->value[at->modified + i] != 0) {
      value = v->value[at->modified + i]; /* v2.0 has none: unused, 0 */
    }
    x[i] = value;
  }
}

#endif
