/* SPDX-License-Identifier: MIT */
/* The one resolver of Modified metrics and defaults; inlined for speed where
 * the layout is a constant. */
#ifndef SECRISK_CVSS_RESOLVE_H
#define SECRISK_CVSS_RESOLVE_H

#include "internal.h"

#include "cvss_layouts_data.h"

#define SECRISK__SCORED 16 /* room for every metric that is scored */

/* The ordinal that a Base, Threat or requirement metric counts as in a score of
 * this kind; groups outside the kind count as Not Defined. */
static inline uint8_t secrisk__resolve_one(const secrisk_cvss *v,
                                           const struct secrisk__layout *at,
                                           secrisk_score_kind kind,
                                           uint8_t metric) {
  uint8_t environ = (kind & 4) != 0 ? 0xff : 0;
  uint8_t threat = (kind & 2) != 0 ? 0xff : 0;
  uint8_t value = v->value[metric];
  if (metric < at->base) {
    uint8_t modified = 0;
    if (at->modified < at->count) {
      modified = v->value[at->modified + metric] & environ;
    }
    return (uint8_t)(modified != 0 ? modified : value);
  }
  value = (uint8_t)(value & (metric < at->threat ? threat : environ));
  return (uint8_t)(value != 0 ? value : at->fallback[metric - at->base]);
}

/* All of them: x[m] for metric m. */
#if SECRISK_SMALL
void secrisk__resolve(const secrisk_cvss *v, const struct secrisk__layout *at,
                      secrisk_score_kind kind, uint8_t *x);
#else
static inline void secrisk__resolve(const secrisk_cvss *v,
                                    const struct secrisk__layout *at,
                                    secrisk_score_kind kind, uint8_t *x) {
  for (uint8_t i = 0; i < at->modified; i++) {
    x[i] = secrisk__resolve_one(v, at, kind, i);
  }
}
#endif

#endif
