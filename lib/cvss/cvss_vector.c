/* SPDX-License-Identifier: MIT */
/* The vector as a value: check, get, set, and the one resolver. */
#include "cvss.h"

#if SECRISK_SMALL
#include "../cvss_small/resolve.h"
#include "../cvss_small/valid.h"
#else
#include "../cvss_fast/resolve.h"
#include "../cvss_fast/valid.h"
#endif

/* A value out of its range is told before a Base metric that is missing,
 * wherever the two are, so the search goes on after the first missing one.  One
 * number carries both answers:
 *
 *     bits 8 to 15   the place in v->value
 *     bits 0 to 7    the status
 */
uint_fast16_t secrisk__judge(const secrisk_cvss *v) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  uint_fast16_t missing = SECRISK_OK;
  if (at == NULL) {
    return secrisk__absent(v->version);
  }
  if (!SECRISK_SMALL && secrisk__valid_at_once(v, at)) {
    return SECRISK_OK;
  }
  const struct secrisk__metric *metric = secrisk__metric(at, 0);
  for (uint_fast8_t i = 0; i < sizeof v->value; i++) {
    uint8_t limit = i < at->count ? (metric++)->count : 1;
    if (v->value[i] >= limit) {
      return (uint_fast16_t)(SECRISK_E_RANGE | i << 8);
    }
    if (v->value[i] == 0 && i < at->base && missing == SECRISK_OK) {
      missing = (uint_fast16_t)(SECRISK_E_MISSING | i << 8);
    }
  }
  return missing;
}

secrisk_status secrisk_cvss_check(const secrisk_cvss *v, secrisk_diag *diag) {
  uint_fast16_t found = secrisk__judge(v);
  secrisk_status status = (secrisk_status)(found & 0xff);
  if (diag != NULL) {
    uint8_t place = (uint8_t)(found >> 8);
    secrisk__diag_clear(diag, SECRISK_ABOUT_CVSS);
    diag->status = status;
    diag->version = secrisk__known(v->version) ? v->version : 0;
    if (status == SECRISK_E_RANGE || status == SECRISK_E_MISSING) {
      diag->offset = 1u + place;
      if (place < secrisk_cvss_metric_count(v->version)) {
        diag->metric = place;
      }
    }
    diag->length = status != SECRISK_OK;
  }
  return status;
}

uint8_t secrisk_cvss_get(const secrisk_cvss *v, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  return at != NULL && metric < at->count ? v->value[metric] : 0;
}

/* A Modified metric and its Base metric count as one and the same value. */
uint8_t secrisk_cvss_effective(const secrisk_cvss *v, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (at == NULL || metric >= at->count) {
    return 0;
  }
  if (metric >= at->environ ||
      (metric < at->base && at->modified == at->count)) {
    return v->value[metric]; /* v2.0 has no Modified metrics */
  }
  if (metric >= at->modified) {
    metric = (uint8_t)(metric - at->modified);
  }
  uint8_t x[SECRISK__SCORED];
  SECRISK__RESOLVE_ANY(v, at, x);
  return x[metric];
}

secrisk_status secrisk_cvss_set(secrisk_cvss *v, uint8_t metric,
                                uint8_t value) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (at == NULL) {
    return secrisk__absent(v->version);
  }
  if (metric >= at->count) {
    return SECRISK_E_METRIC;
  }
  if (value >= secrisk__metric(at, metric)->count ||
      (value == 0 && metric < at->base)) {
    return SECRISK_E_VALUE;
  }
  v->value[metric] = value;
  return SECRISK_OK;
}
