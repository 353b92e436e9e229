/* SPDX-License-Identifier: MIT */
/* Reflection: names of metrics and values in FIRST's JSON. */
#include "cvss.h"

#include "../tables/json_names.h"

const char *secrisk_cvss_metric_json(uint8_t version, uint8_t metric) {
  uint_fast8_t row = secrisk__row(version, metric, 0);
  return SECRISK__JSON && row != SECRISK__NO_ROW ? metric_names + places[row][0]
                                                 : "";
}

const char *secrisk_cvss_value_json(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  uint_fast8_t row = secrisk__row(version, metric, value);
  if (!SECRISK__JSON || row == SECRISK__NO_ROW ||
      (value == 0 && secrisk_cvss_mandatory(version, metric))) {
    return "";
  }
  return value == 0 ? not_defined
                    : secrisk__nth(value_names + places[row][1],
                                   (uint_fast8_t)(value - 1u));
}
