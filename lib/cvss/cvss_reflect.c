/* SPDX-License-Identifier: MIT */
/* Reflection: which metrics and values a version has. */
#include "cvss.h"

uint8_t secrisk_cvss_metric_count(uint8_t version) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL ? at->count : 0;
}

uint8_t secrisk_cvss_value_count(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && metric < at->count ? secrisk__metric(at, metric)->count
                                          : 0;
}

secrisk_group secrisk_cvss_group(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  if (at == NULL || metric >= at->count) {
    return 0;
  }
  if (metric < at->base) {
    return SECRISK_GROUP_BASE;
  }
  if (metric < at->threat) {
    return SECRISK_GROUP_THREAT;
  }
  return metric < at->environ ? SECRISK_GROUP_ENVIRONMENTAL
                              : SECRISK_GROUP_SUPPLEMENTAL;
}

bool secrisk_cvss_mandatory(uint8_t version, uint8_t metric) {
  return secrisk_cvss_group(version, metric) == SECRISK_GROUP_BASE;
}

const char *secrisk_cvss_metric_abbr(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && metric < at->count
             ? secrisk__name(secrisk__metric(at, metric))
             : "";
}

/* "X", Not Defined, is no value of a Base metric. */
const char *secrisk_cvss_value_abbr(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  if (value >= secrisk_cvss_value_count(version, metric)) {
    return "";
  }
  const struct secrisk__layout *at = secrisk__layout(version);
  return value == 0 && metric < at->base
             ? ""
             : secrisk__value(at, secrisk__metric(at, metric), value);
}
