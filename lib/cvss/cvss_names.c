/* SPDX-License-Identifier: MIT */
/* Reflection: full names of metrics and values. */
#include "cvss.h"

#ifndef SECRISK_WITHOUT_NAMES

#include "../tables/names.h"

const char *secrisk_cvss_metric_name(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && metric < at->count
             ? metric_names + places[at->first + metric][0]
             : "";
}

const char *secrisk_cvss_value_name(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  const struct secrisk__layout *at = secrisk__layout(version);
  if (at == NULL || metric >= at->count ||
      value >= secrisk__metric(at, metric)->count) {
    return "";
  }
  return secrisk__nth(value_names + places[at->first + metric][1], value);
}

#else

const char *secrisk_cvss_metric_name(uint8_t version, uint8_t metric) {
  (void)version;
  (void)metric;
  return "";
}

const char *secrisk_cvss_value_name(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  (void)value;
  return secrisk_cvss_metric_name(version, metric);
}

#endif
