/* SPDX-License-Identifier: MIT */
/* Entry points that say what a version has. */
#include "any.h"

static void with_reflect(uint8_t version) {
  (void)secrisk_cvss_metric_count(version);
  (void)secrisk_cvss_group_name(version, u8());
  (void)secrisk_cvss_section_name(version, u8());
  (void)secrisk_cvss_kind_name(version, u8());
  for (unsigned i = 0; i < 40; i++) {
    uint8_t metric = (uint8_t)i;
    if (i == 39) {
      metric = (uint8_t)Frama_C_unsigned_int_interval(39, 255);
    }
    uint8_t value = u8();
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
    (void)secrisk_cvss_value_abbr(version, metric, value);
    (void)secrisk_cvss_value_name(version, metric, value);
    (void)secrisk_cvss_value_json(version, metric, value);
    (void)secrisk_cvss_value_help(version, metric, value);
  }
}

void prove_cvss_reflection(void) {
  EACH_VERSION(with_reflect);
}
