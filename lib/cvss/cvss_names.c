/* SPDX-License-Identifier: MIT */
/* Reflection: full names of metrics and values. */
#include "cvss.h"

#include "../tables/names.h"

const char *secrisk_cvss_metric_name(uint8_t version, uint8_t metric) {
  uint_fast8_t row = secrisk__row(version, metric, 0);
  return SECRISK__NAMES && row != SECRISK__NO_ROW
             ? metric_names + places[row][0]
             : "";
}

const char *secrisk_cvss_value_name(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  uint_fast8_t row = secrisk__row(version, metric, value);
  if (!SECRISK__NAMES || row == SECRISK__NO_ROW) {
    return "";
  }
  return value == 0 ? not_defined
                    : secrisk__nth(value_names + places[row][1],
                                   (uint_fast8_t)(value - 1u));
}
