/* SPDX-License-Identifier: MIT */
/* Entry points that say what a version has. */
#include "any.h"

/* Each metric of a version, and one number for all that it has not. */
#define EACH_METRIC(metric) for (uint8_t metric = 0; metric < 40; metric++)
static uint8_t number(uint8_t i) {
  return i < 39 ? i : (uint8_t)Frama_C_unsigned_int_interval(39, 255);
}

static void with_reflect(uint8_t version) {
  (void)secrisk_cvss_metric_count(version);
  (void)secrisk_cvss_group_name(version, u8());
  (void)secrisk_cvss_section_name(version, u8());
  (void)secrisk_cvss_kind_name(version, u8());
  EACH_METRIC(i) {
    uint8_t metric = number(i);
    (void)secrisk_cvss_value_count(version, metric);
    (void)secrisk_cvss_group(version, metric);
    (void)secrisk_cvss_mandatory(version, metric);
    (void)secrisk_cvss_modified(version, metric);
    (void)secrisk_cvss_modifies(version, metric);
    (void)secrisk_cvss_section(version, metric);
    (void)secrisk_cvss_metric_abbr(version, metric);
    (void)secrisk_cvss_metric_name(version, metric);
    (void)secrisk_cvss_metric_json(version, metric);
    (void)secrisk_cvss_metric_help(version, metric);
    (void)secrisk_cvss_value_abbr(version, metric, u8());
  }
}

void prove_cvss_reflection(void) {
  EACH_VERSION(with_reflect);
}

static void with_values(uint8_t version) {
  EACH_METRIC(i) {
    uint8_t metric = number(i);
    for (uint8_t j = 0; j < 8; j++) {
      uint8_t value =
          j < 7 ? j : (uint8_t)Frama_C_unsigned_int_interval(7, 255);
      (void)secrisk_cvss_value_name(version, metric, value);
      (void)secrisk_cvss_value_json(version, metric, value);
      (void)secrisk_cvss_value_help(version, metric, value);
    }
  }
}

void prove_cvss_value_texts(void) {
  EACH_VERSION(with_values);
}
