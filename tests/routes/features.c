/* SPDX-License-Identifier: MIT */
/* Names what the linked library was built with, by the names of the options. */
#include <secrisk.h>
#include <stdio.h>

int main(void) {
  static const struct {
    const char *name;
    uint32_t bit;
  } features[] = {
      {"CVSS2", SECRISK_FEATURE_CVSS2},     {"CVSS3", SECRISK_FEATURE_CVSS3},
      {"CVSS4", SECRISK_FEATURE_CVSS4},     {"DREAD", SECRISK_FEATURE_DREAD},
      {"HELP", SECRISK_FEATURE_HELP},       {"JSON", SECRISK_FEATURE_JSON},
      {"LENIENT", SECRISK_FEATURE_LENIENT}, {"NAMES", SECRISK_FEATURE_NAMES},
      {"RISK", SECRISK_FEATURE_RISK},
  };

  for (size_t i = 0; i < sizeof features / sizeof features[0]; i++) {
    if ((secrisk_features() & features[i].bit) != 0) {
      puts(features[i].name);
    }
  }
  return 0;
}
