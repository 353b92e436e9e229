/* SPDX-License-Identifier: MIT */
/* The qualitative severity of a score. */
#include "internal.h"

secrisk_level secrisk_cvss_severity(uint8_t version, secrisk_tenths score) {
  if (!secrisk__known(version) || score > 100) {
    return SECRISK_NO_LEVEL;
  }
  if (version != SECRISK_CVSS20) {
    if (score == 0) {
      return SECRISK_LEVEL_NONE;
    }
    if (score >= 90) {
      return SECRISK_LEVEL_CRITICAL;
    }
  }
  if (score >= 70) {
    return SECRISK_LEVEL_HIGH;
  }
  return score >= 40 ? SECRISK_LEVEL_MEDIUM : SECRISK_LEVEL_LOW;
}
