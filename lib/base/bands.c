/* SPDX-License-Identifier: MIT */
/* The one table of published bands, and the one look-up in bands. */
#include "base.h"

#define LOW SECRISK_LEVEL_LOW
#define MEDIUM SECRISK_LEVEL_MEDIUM
#define HIGH SECRISK_LEVEL_HIGH
#define CRITICAL SECRISK_LEVEL_CRITICAL

/* v3.1 section 5, v4.0 section 6; v3.0 is the same. */
#define CVSS(version)                                                          \
  {(version), 0, 0, SECRISK_LEVEL_NONE}, {(version), 1, 39, LOW},              \
      {(version), 40, 69, MEDIUM}, {(version), 70, 89, HIGH}, {                \
    (version), 90, 100, CRITICAL                                               \
  }

const secrisk_band secrisk__bands[] = {
    /* NVD's: v2.0 itself has none. */
    {SECRISK_CVSS20, 0, 39, LOW},
    {SECRISK_CVSS20, 40, 69, MEDIUM},
    {SECRISK_CVSS20, 70, 100, HIGH},
    CVSS(SECRISK_CVSS30),
    CVSS(SECRISK_CVSS31),
    CVSS(SECRISK_CVSS40),
#if SECRISK__DREAD
    /* Sums 5-7, 8-11, 12-15: as tenths of the mean, twice as much. */
    {SECRISK_DREAD_MICROSOFT, 10, 15, LOW},
    {SECRISK_DREAD_MICROSOFT, 16, 23, MEDIUM},
    {SECRISK_DREAD_MICROSOFT, 24, 30, HIGH},
    /* Sums 1-10, 11-24, 25-39, 40-50.  A sum between two bands is in the upper
     * one, and the sum 0, which has none, is None: inferred. */
    {SECRISK_DREAD_EC_COUNCIL, 0, 0, SECRISK_LEVEL_NONE},
    {SECRISK_DREAD_EC_COUNCIL, 1, 20, LOW},
    {SECRISK_DREAD_EC_COUNCIL, 21, 48, MEDIUM},
    {SECRISK_DREAD_EC_COUNCIL, 49, 78, HIGH},
    {SECRISK_DREAD_EC_COUNCIL, 79, 100, CRITICAL},
    /* Means [0,1), [1,4), [4,7), [7,9), [9,10]. */
    {SECRISK_DREAD_OP_TEE, 0, 9, SECRISK_LEVEL_NONE},
    {SECRISK_DREAD_OP_TEE, 10, 39, LOW},
    {SECRISK_DREAD_OP_TEE, 40, 69, MEDIUM},
    {SECRISK_DREAD_OP_TEE, 70, 89, HIGH},
    {SECRISK_DREAD_OP_TEE, 90, 100, CRITICAL},
#endif
};

const uint8_t secrisk__band_count =
    sizeof secrisk__bands / sizeof secrisk__bands[0];

secrisk_status secrisk__band_level(const secrisk_band *bands, size_t count,
                                   secrisk_system system, secrisk_tenths tenths,
                                   secrisk_level *level) {
  secrisk_status status = SECRISK_E_BANDS;
  *level = SECRISK_NO_LEVEL;
  for (size_t i = 0; i < count; i++) {
    const secrisk_band *band = bands + i;
    if (band->system == system) {
      status = SECRISK_E_RANGE;
      if (tenths >= band->first && tenths <= band->last) {
        if (secrisk__is_level(band->level)) {
          *level = band->level;
          status = SECRISK_OK;
        }
        break;
      }
    }
  }
  return status;
}
