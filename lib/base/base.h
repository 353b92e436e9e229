/* SPDX-License-Identifier: MIT */
/* What every room uses: the build, text, bytes, diagnostics, bands. */
#ifndef SECRISK_BASE_H
#define SECRISK_BASE_H

#include "secrisk.h"

/* SECRISK_SMALL=1 leaves out what is only there for speed (predictions and
 * their tables); SECRISK_SMALL=0 keeps it.  Unset, a build that optimises for
 * size is small.  Results are the same. */
#ifndef SECRISK_SMALL
#if defined(__OPTIMIZE_SIZE__) ||                                              \
    (defined(SECRISK_WITHOUT_CVSS2) && defined(SECRISK_WITHOUT_CVSS3) &&       \
     defined(SECRISK_WITHOUT_CVSS4))
#define SECRISK_SMALL 1
#else
#define SECRISK_SMALL 0
#endif
#endif

/* Features, as 0 or 1, from the SECRISK_WITHOUT_ macros of the build. */
#ifdef SECRISK_WITHOUT_CVSS2
#define SECRISK__V2 0
#else
#define SECRISK__V2 1
#endif
#ifdef SECRISK_WITHOUT_CVSS3
#define SECRISK__V3 0
#else
#define SECRISK__V3 1
#endif
#ifdef SECRISK_WITHOUT_CVSS4
#define SECRISK__V4 0
#else
#define SECRISK__V4 1
#endif

#define SECRISK__CVSS (SECRISK__V2 || SECRISK__V3 || SECRISK__V4)
#define SECRISK__CVSS_WHOLE (SECRISK__V2 && SECRISK__V3 && SECRISK__V4)

#ifdef SECRISK_WITHOUT_DREAD
#define SECRISK__DREAD 0
#else
#define SECRISK__DREAD 1
#endif
#ifdef SECRISK_WITHOUT_RISK
#define SECRISK__RISK 0
#else
#define SECRISK__RISK 1
#endif
#ifdef SECRISK_WITHOUT_LENIENT
#define SECRISK__LENIENT 0
#else
#define SECRISK__LENIENT 1
#endif

#ifdef SECRISK_WITHOUT_NAMES
#define SECRISK__NAMES 0
#else
#define SECRISK__NAMES 1
#endif
#ifdef SECRISK_WITHOUT_HELP
#define SECRISK__HELP 0
#else
#define SECRISK__HELP 1
#endif
#ifdef SECRISK_WITHOUT_JSON
#define SECRISK__JSON 0
#else
#define SECRISK__JSON 1
#endif

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility push(hidden)
#endif

/* --- Writing text into (buf, cap) -- text.c ------------------------------- */

struct secrisk__text {
  char *buf;
  size_t cap;
  size_t len; /* bytes needed so far, without the final NUL */
};

void secrisk__put(struct secrisk__text *t, char c);
void secrisk__puts(struct secrisk__text *t, const char *s);
/* Ends the text with NUL; returns its length. */
size_t secrisk__end(struct secrisk__text *t);

/* "3.1" */
void secrisk__put_version(struct secrisk__text *t, uint8_t version);

/* "9.8"; tenths is at most 100 -- tenths.c */
void secrisk__put_tenths(struct secrisk__text *t, secrisk_tenths tenths);

/* The nth string, from 0, of a list of NUL-separated strings. */
const char *secrisk__nth(const char *list, uint_fast8_t n);

/* Is c an ASCII letter or digit? */
static inline bool secrisk__alnum(char c) {
  uint8_t letter = (uint8_t)(((uint8_t)c | 0x20) - 'a');
  return letter < 26 || (uint8_t)((uint8_t)c - '0') < 10;
}

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
  return n < UINT32_MAX ? (uint32_t)n : UINT32_MAX;
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

/* --- Sentences -- explain.c ------------------------------------------------
 */

/* Writes what is said of a diagnostic whatever the grammar.  name: that of the
 * metric it is about, or "".  words: "value\0VALUE\0vector" or the like.
 * Returns the status that is left to the caller: ORDER, MISSING, VALUE and
 * RANGE with a name to be completed, others to be said; or SECRISK__SAID. */
#define SECRISK__SAID 255
secrisk_status secrisk__explain(struct secrisk__text *t, const secrisk_diag *d,
                                const char *name, const char *words);

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

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility pop
#endif

#endif
