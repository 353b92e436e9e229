/* SPDX-License-Identifier: MIT */
/* Reflection: from a Base metric to its Modified metric and back. */
#include "cvss.h"

uint8_t secrisk_cvss_modified(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  /* v2.0 has none: its first Modified metric would come after its last. */
  return at != NULL && metric < at->base && at->modified < at->count
             ? (uint8_t)(at->modified + metric)
             : SECRISK_NO_METRIC;
}

uint8_t secrisk_cvss_modifies(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && metric >= at->modified && metric < at->environ
             ? (uint8_t)(metric - at->modified)
             : SECRISK_NO_METRIC;
}
