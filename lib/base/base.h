/* SPDX-License-Identifier: MIT */
/* What every room uses: bytes, diagnostics, bands. */
#ifndef SECRISK_BASE_H
#define SECRISK_BASE_H

#include "secrisk.h"

/* What is declared between these two stays inside a shared library, even where
 * its builder forgets -fvisibility=hidden.  Only ELF has that notion. */
#if defined(__GNUC__) && defined(__ELF__)
#define SECRISK__HIDDEN_BEGIN _Pragma("GCC visibility push(hidden)")
#define SECRISK__HIDDEN_END _Pragma("GCC visibility pop")
#else
#define SECRISK__HIDDEN_BEGIN
#define SECRISK__HIDDEN_END
#endif

SECRISK__HIDDEN_BEGIN

/* --- Bytes -- bytes.c ------------------------------------------------------
 */

void secrisk__zero(void *at, size_t size);
void secrisk__copy(void *at, const void *from, size_t size);

/* --- Diagnostics -- diag.c -------------------------------------------------
 */

void secrisk__diag_clear(secrisk_diag *diag, secrisk_about about);
/* A place or length as a diagnostic holds it: 4 GiB less 1 and all beyond are
 * the same. */
static inline uint32_t secrisk__offset(size_t n) {
  uint64_t wide = n; /* a size_t of 16 bits compares with no larger one */
  return wide > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}
/* Writes a diagnostic that is about no metric, of length 0, if diag is not
 * NULL; returns status. */
secrisk_status secrisk__report(secrisk_diag *diag, secrisk_about about,
                               secrisk_status status, size_t offset,
                               uint8_t version);

/* NONE to CRITICAL? */
static inline bool secrisk__is_level(secrisk_level level) {
  return level >= SECRISK_LEVEL_NONE && level <= SECRISK_LEVEL_CRITICAL;
}

/* --- Bands -- bands.c ------------------------------------------------------
 */

/* Those of CVSS, then those of DREAD. */
extern const secrisk_band secrisk__bands[];
extern const uint8_t secrisk__band_count;
extern const uint8_t secrisk__first_dread_band;

/* OK; BANDS if there are none for that system; RANGE if none of them holds the
 * score, or the one that does has no level.  *level is NO_LEVEL but for OK. */
secrisk_status secrisk__band_level(const secrisk_band *bands, size_t count,
                                   secrisk_system system, secrisk_tenths tenths,
                                   secrisk_level *level);

SECRISK__HIDDEN_END

#endif
