/* SPDX-License-Identifier: MIT */
/* Reflection: names of metrics and values in FIRST's JSON. */
#include "cvss.h"

#ifndef SECRISK_WITHOUT_JSON

#include "../tables/json_names.h"

const char *secrisk_cvss_metric_json(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && metric < at->count
             ? metric_names + places[at->first + metric][0]
             : "";
}

const char *secrisk_cvss_value_json(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  const struct secrisk__layout *at = secrisk__layout(version);
  if (at == NULL || metric >= at->count || (value == 0 && metric < at->base) ||
      value >= secrisk__metric(at, metric)->count) {
    return "";
  }
  return secrisk__nth(value_names + places[at->first + metric][1], value);
}

#else

const char *secrisk_cvss_metric_json(uint8_t version, uint8_t metric) {
  (void)version;
  (void)metric;
  return "";
}

const char *secrisk_cvss_value_json(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  (void)value;
  return secrisk_cvss_metric_json(version, metric);
}

#endif
