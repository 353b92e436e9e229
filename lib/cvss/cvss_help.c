/* SPDX-License-Identifier: MIT */
/* Reflection: a sentence of help for each metric and each value. */
#include "cvss.h"

#include "../tables/help.h"

static const char *text(uint16_t place) {
  return (const char *)&help_texts + place;
}

const char *secrisk_cvss_metric_help(uint8_t version, uint8_t metric) {
  uint_fast8_t row = secrisk__row(version, metric, 0);
  return SECRISK__HELP && row != SECRISK__NO_ROW ? text(places[row].metric)
                                                 : "";
}

const char *secrisk_cvss_value_help(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  uint_fast8_t row = secrisk__row(version, metric, value);
  if (!SECRISK__HELP || row == SECRISK__NO_ROW ||
      (value == 0 && secrisk_cvss_mandatory(version, metric))) {
    return "";
  }
  return value == 0 ? text(places[row].undefined)
                    : secrisk__nth(text(places[row].values),
                                   (uint_fast8_t)(value - 1u));
}
