/* SPDX-License-Identifier: MIT */
/* The qualitative severity of a score. */
#include "cvss.h"

secrisk_level secrisk_cvss_severity(uint8_t version, secrisk_tenths score) {
  secrisk_level level;
  (void)secrisk__band_level(secrisk__bands, secrisk__first_dread_band, version,
                            score, &level);
  return level;
}
