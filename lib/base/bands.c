/* SPDX-License-Identifier: MIT */
/* The one table of published bands, and the one look-up in bands. */
#include "base.h"
#include "features.h"

#include "../tables/bands.h"

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
