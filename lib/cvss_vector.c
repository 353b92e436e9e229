/* SPDX-License-Identifier: MIT */
/* The vector as a value: check, get, set, and the one resolver. */
#include "internal.h"

#include "cvss_resolve.h"

#if SECRISK_SMALL
void secrisk__clear(secrisk_cvss *v) {
  secrisk__zero(v, sizeof *v);
}
#endif

uint_fast16_t secrisk__judge(const secrisk_cvss *v) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  uint_fast16_t missing = SECRISK_OK;
  if (at == NULL) {
    return secrisk__absent(v->version);
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
    secrisk__diag_clear(diag);
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

#if SECRISK_SMALL
void secrisk__resolve(const secrisk_cvss *v, const struct secrisk__layout *at,
                      secrisk_score_kind kind, uint8_t *x) {
  for (uint_fast8_t i = 0; i < at->modified; i++) {
    uint8_t value = v->value[i];
    if (i >= at->base) {
      if ((kind & (i < at->threat ? 2 : 4)) == 0) {
        value = 0;
      }
      if (value == 0) {
        value = at->fallback[i - at->base];
      }
    } else if ((kind & 4) != 0 && v->value[at->modified + i] != 0) {
      value = v->value[at->modified + i]; /* v2.0 has none: unused, 0 */
    }
    x[i] = value;
  }
}
#endif

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
#if SECRISK_SMALL
  secrisk__resolve(v, at, SECRISK_SCORE_BTE, x);
#else
  static const struct secrisk__words every[] = {
      SECRISK__WORDS_V2, SECRISK__WORDS_V3, SECRISK__WORDS_V4};
  secrisk__resolve(v, &every[at->index], SECRISK_SCORE_BTE, x);
#endif
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
