/* SPDX-License-Identifier: MIT */
/* The metrics of each version: abbreviations, values, groups. */
#include "cvss.h"

#include "../tables/layouts.h"
#include "../tables/metrics.h"

const struct secrisk__layout *secrisk__layout(uint8_t version) {
  for (uint_fast8_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++) {
    if (version >= layouts[i].oldest && version <= layouts[i].newest) {
      return &layouts[i];
    }
  }
  return NULL;
}

uint_fast8_t secrisk__row(uint8_t version, uint8_t metric, uint8_t value) {
  const struct secrisk__layout *at = secrisk__layout(version);
  if (at == NULL || metric >= at->count) {
    return SECRISK__NO_ROW;
  }
  uint_fast8_t row = (uint_fast8_t)(at->first + metric);
  return value < secrisk__metrics[row].count ? row : SECRISK__NO_ROW;
}

const struct secrisk__metric *secrisk__metric(const struct secrisk__layout *at,
                                              uint_fast8_t metric) {
  return &secrisk__metrics[at->first + metric];
}

const char *secrisk__value(const struct secrisk__layout *at,
                           const struct secrisk__metric *metric,
                           uint_fast8_t ordinal) {
  if (ordinal == 0) {
    return &"ND\0X"[3u * (at->rules & SECRISK__PREFIX)];
  }
  return secrisk__nth(secrisk__words + metric->values,
                      (uint_fast8_t)(ordinal - 1u));
}
