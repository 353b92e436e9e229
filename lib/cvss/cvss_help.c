/* SPDX-License-Identifier: MIT */
/* Reflection: a sentence of help for each metric and each value. */
#include "cvss.h"

#ifndef SECRISK_WITHOUT_HELP

#include "../tables/help.h"

static const char *text(uint16_t place) {
  return (const char *)&help_texts + place;
}

const char *secrisk_cvss_metric_help(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && metric < at->count
             ? text(places[at->first + metric].metric)
             : "";
}

const char *secrisk_cvss_value_help(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  const struct secrisk__layout *at = secrisk__layout(version);
  if (at == NULL || metric >= at->count || (value == 0 && metric < at->base) ||
      value >= secrisk__metric(at, metric)->count) {
    return "";
  }
  return value == 0 ? text(places[at->first + metric].undefined)
                    : secrisk__nth(text(places[at->first + metric].values),
                                   (uint_fast8_t)(value - 1u));
}

#else

const char *secrisk_cvss_metric_help(uint8_t version, uint8_t metric) {
  (void)version;
  (void)metric;
  return "";
}

const char *secrisk_cvss_value_help(uint8_t version, uint8_t metric,
                                    uint8_t value) {
  (void)value;
  return secrisk_cvss_metric_help(version, metric);
}

#endif
