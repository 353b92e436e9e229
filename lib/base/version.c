/* SPDX-License-Identifier: MIT */
/* The library's version and what it was built with. */
#include "base.h"

uint32_t secrisk_version(void) {
  return (uint32_t)SECRISK_VERSION_MAJOR << 16 |
         (uint32_t)SECRISK_VERSION_MINOR << 8 | (uint32_t)SECRISK_VERSION_PATCH;
}

uint32_t secrisk_features(void) {
  uint32_t features = 0;
#if SECRISK__V2
  features |= SECRISK_FEATURE_CVSS2;
#endif
#if SECRISK__V3
  features |= SECRISK_FEATURE_CVSS3;
#endif
#if SECRISK__V4
  features |= SECRISK_FEATURE_CVSS4;
#endif
#if SECRISK__LENIENT
  features |= SECRISK_FEATURE_LENIENT;
#endif
#if SECRISK__DREAD
  features |= SECRISK_FEATURE_DREAD;
#endif
#if SECRISK__RISK
  features |= SECRISK_FEATURE_RISK;
#endif
#ifndef SECRISK_WITHOUT_NAMES
  features |= SECRISK_FEATURE_NAMES;
#endif
#ifndef SECRISK_WITHOUT_JSON
  features |= SECRISK_FEATURE_JSON;
#endif
#ifndef SECRISK_WITHOUT_HELP
  features |= SECRISK_FEATURE_HELP;
#endif
  return features;
}
