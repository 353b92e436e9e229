/* SPDX-License-Identifier: MIT */
/* The metrics of each version: abbreviations, values, groups. */
#include "cvss.h"

#include "../tables/layouts.h"
#include "../tables/metrics.h"

static const struct secrisk__layout layouts[] = {
#if SECRISK__V2
    SECRISK__LAYOUT_V2,
#endif
#if SECRISK__V3 || !SECRISK__CVSS
    SECRISK__LAYOUT_V3,
#endif
#if SECRISK__V4
    SECRISK__LAYOUT_V4,
#endif
};

bool secrisk__known(uint8_t version) {
  return version == SECRISK_CVSS20 || version == SECRISK_CVSS30 ||
         version == SECRISK_CVSS31 || version == SECRISK_CVSS40;
}

secrisk_status secrisk__absent(uint8_t version) {
  return secrisk__known(version) ? SECRISK_E_DISABLED : SECRISK_E_VERSION;
}

const struct secrisk__layout *secrisk__layout(uint8_t version) {
  if (SECRISK__V3 && (version == SECRISK_CVSS31 || version == SECRISK_CVSS30)) {
    return &layouts[SECRISK__V2];
  }
  if (SECRISK__V4 && version == SECRISK_CVSS40) {
    return &layouts[SECRISK__V2 + SECRISK__V3];
  }
  if (SECRISK__V2 && version == SECRISK_CVSS20) {
    return &layouts[0];
  }
  return NULL;
}

const struct secrisk__metric *secrisk__metric(const struct secrisk__layout *at,
                                              uint_fast8_t metric) {
  return &secrisk__metrics[at->first + metric];
}

const char *secrisk__value(const struct secrisk__layout *at,
                           const struct secrisk__metric *metric,
                           uint_fast8_t ordinal) {
  if (ordinal == 0) {
    return SECRISK__V2 && at->index == 0 ? "ND" : "X";
  }
  return secrisk__nth((const char *)&values + metric->values,
                      (uint_fast8_t)(ordinal - 1u));
}
