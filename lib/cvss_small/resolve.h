/* SPDX-License-Identifier: MIT */
/* The resolver, a metric at a time. */
#ifndef SECRISK_SMALL_RESOLVE_H
#define SECRISK_SMALL_RESOLVE_H

#include "../cvss/engine.h"

/* x[m]: what each metric m that is scored counts as in a score of that kind. */
void secrisk__resolve(const secrisk_cvss *v, const struct secrisk__layout *at,
                      secrisk_score_kind kind, uint8_t *x);
static inline void secrisk__clear(secrisk_cvss *v) {
  secrisk__zero(v, sizeof *v);
}

#define SECRISK__RESOLVE(v, kind, x)                                           \
  secrisk__resolve(v, secrisk__layout((v)->version), kind, x)
#define SECRISK__RESOLVE_V2 SECRISK__RESOLVE
#define SECRISK__RESOLVE_ANY(v, at, x)                                         \
  secrisk__resolve(v, at, SECRISK_SCORE_BTE, x)

#endif
