/* SPDX-License-Identifier: MIT */
/* The library's version and what it was built with. */
#include "base.h"
#include "features.h"

uint32_t secrisk_version(void) {
  return (uint32_t)SECRISK_VERSION_MAJOR << 16 |
         (uint32_t)SECRISK_VERSION_MINOR << 8 | (uint32_t)SECRISK_VERSION_PATCH;
}

uint32_t secrisk_features(void) {
  return (SECRISK__V2 ? SECRISK_FEATURE_CVSS2 : 0u) |
         (SECRISK__V3 ? SECRISK_FEATURE_CVSS3 : 0u) |
         (SECRISK__V4 ? SECRISK_FEATURE_CVSS4 : 0u) |
         (SECRISK__LENIENT ? SECRISK_FEATURE_LENIENT : 0u) |
         (SECRISK__DREAD ? SECRISK_FEATURE_DREAD : 0u) |
         (SECRISK__RISK ? SECRISK_FEATURE_RISK : 0u) |
         (SECRISK__NAMES ? SECRISK_FEATURE_NAMES : 0u) |
         (SECRISK__JSON ? SECRISK_FEATURE_JSON : 0u) |
         (SECRISK__HELP ? SECRISK_FEATURE_HELP : 0u);
}
