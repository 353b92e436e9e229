/* SPDX-License-Identifier: MIT */
/* The vector as a value: check, get, set, and the one resolver. */
#include "internal.h"

#include "cvss_resolve.h"

#if SECRISK_SMALL
void secrisk__clear(secrisk_cvss *v) {
  secrisk__zero(v, sizeof *v);
}
#endif

secrisk_status secrisk__judge(const secrisk_cvss *v, uint8_t *place) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  secrisk_status status = SECRISK_OK;
  *place = SECRISK_NO_METRIC;
  if (at == NULL) {
    return secrisk__absent(v->version);
  }
  for (uint8_t i = 0; i < sizeof v->value; i++) {
    uint8_t limit = i < at->count ? secrisk__metric(at, i)->count : 1;
    if (v->value[i] >= limit) {
      *place = i;
      return SECRISK_E_RANGE;
    }
    if (v->value[i] == 0 && i < at->base && status == SECRISK_OK) {
      *place = i;
      status = SECRISK_E_MISSING;
    }
  }
  return status;
}

secrisk_status secrisk_cvss_check(const secrisk_cvss *v, secrisk_diag *diag) {
  uint8_t place;
  secrisk_status status = secrisk__judge(v, &place);
  if (diag != NULL) {
    secrisk__diag_clear(diag);
    diag->status = status;
    diag->version = secrisk__known(v->version) ? v->version : 0;
    if (place != SECRISK_NO_METRIC) {
      diag->offset = 1u + place;
      diag->metric = place < secrisk_cvss_metric_count(v->version)
                         ? place
                         : SECRISK_NO_METRIC;
    }
    diag->length = status != SECRISK_OK;
  }
  return status;
}

uint8_t secrisk_cvss_get(const secrisk_cvss *v, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  return at != NULL && metric < at->count ? v->value[metric] : 0;
}

bool secrisk__any(const secrisk_cvss *v, uint8_t from, uint8_t to) {
  uint8_t bits = 0;
  for (uint8_t i = from; i < to; i++) {
    bits |= v->value[i];
  }
  return bits != 0;
}

#if SECRISK_SMALL
void secrisk__resolve(const secrisk_cvss *v, const struct secrisk__layout *at,
                      secrisk_score_kind kind, uint8_t *x) {
  for (uint8_t i = 0; i < at->modified; i++) {
    uint8_t value = v->value[i];
    if (i >= at->base) {
      if ((kind & (i < at->threat ? 2 : 4)) == 0) {
        value = 0;
      }
      if (value == 0) {
        value = at->fallback[i - at->base];
      }
    } else if ((kind & 4) != 0 && v->value[at->modified + i] != 0) {
      value = v->value[at->modified + i]; /* v2.0 has none: 0 */
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
  if (metric >= at->environ) {
    return v->value[metric];
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
