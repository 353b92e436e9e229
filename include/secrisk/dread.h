/* SPDX-License-Identifier: MIT */
/* DREAD: five ratings, and the score and level of a published scheme. */
#ifndef SECRISK_DREAD_PART_H
#define SECRISK_DREAD_PART_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(default)
#endif

/* ---- Rate one threat ------------------------------------------ @since 0.3 */

/*
 * A rating means nothing without the scheme that it was given under: a sum of
 * 30 is High in one scheme and Medium in another.
 */
enum {
  SECRISK_DREAD_HOWARD = 101,     /* Writing Secure Code: 1 to 10, mean */
  SECRISK_DREAD_MICROSOFT = 102,  /* Improving Web Application Security: */
                                  /* 1 to 3, sum, with bands */
  SECRISK_DREAD_OWASP = 103,      /* 0 to 10, mean */
  SECRISK_DREAD_OPENSTACK = 104,  /* 0 to 10, Discoverability 10, mean */
  SECRISK_DREAD_EC_COUNCIL = 105, /* 0 to 10 in half points, sum, with bands */
  SECRISK_DREAD_OP_TEE = 106,     /* 0 to 10, mean, with bands: prefer it */
  SECRISK_DREAD_DRADIS = 107,     /* 0 to 3, ((D+A)/2 + (R+E+DI)/3)/2 */
  SECRISK_DREAD_D = 100 /* add it: without Discoverability, a mean of four */
};

/*
 * A set of ratings, in this order: Damage, Reproducibility, Exploitability,
 * Affected users, Discoverability.  They are held in halves: 15 is 7.5.
 * Without Discoverability, half[4] is 0.  6 bytes, alignment 1.
 */
typedef struct secrisk_dread {
  secrisk_system scheme; /* 0: there are no ratings */
  uint8_t half[5];
} secrisk_dread;

/*
 * Reads a text such as "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8".  The scheme has
 * the name that secrisk_dread_scheme_name gives it.  "DREAD:OP-TEE-D/" has no
 * DI.  "DREAD:1.0/" is Dradis' own form, in its order D, A, R, E, DI.  A number
 * has no leading zero and may end in ".5".
 *
 * Statuses and `diag` are those of a strict secrisk_cvss_parse, with two
 * differences.  VERSION is at the scheme's name, or at what is not "DREAD:".
 * RANGE is at a number that is off the scale.  In every diagnostic about DREAD,
 * version is the scheme, and metric the rating's index from 0 to 4.
 *
 * Cost: proportional to len, and no more than for SECRISK_TEXT_MAX.
 */
secrisk_status secrisk_dread_parse(const char *text, size_t len,
                                   secrisk_dread *out, secrisk_diag *diag);

/*
 * Checks a set of ratings.  Returns OK, VERSION for an unknown scheme, RANGE
 * for a rating off its scale, or DISABLED.  For RANGE, diag->offset is the
 * rating's place in the struct.
 */
secrisk_status secrisk_dread_check(const secrisk_dread *d, secrisk_diag *diag);

/*
 * Explains a diagnostic about DREAD, as secrisk_cvss_explain does for CVSS.
 * SECRISK_EXPLAIN_SIZE bytes hold any sentence.
 */
size_t secrisk_dread_explain(const secrisk_diag *diag, char *buf, size_t cap);

/* Writes the text that parse reads, or "" for ratings that are not valid. */
enum { SECRISK_DREAD_TEXT_SIZE = 64 };
size_t secrisk_dread_format(const secrisk_dread *d, char *buf, size_t cap);

/* ---- Scores and levels ---------------------------------------- @since 0.3 */

/*
 * The scheme's own score, exactly, as a fraction whose denominator depends on
 * the scheme alone: a sum over 1, or over 2 with half points, or a mean.
 * Returns what check returns, and 0/0 unless that is OK.
 */
secrisk_status secrisk_dread_score(const secrisk_dread *d, uint16_t *numerator,
                                   uint16_t *denominator);

/*
 * The score as a mean on the ratings' own scale, in tenths, so that sums can be
 * compared too: EC-Council's 30 of 50 is 60, Microsoft's 12 of 15 is 24.  It is
 * exact, but rounded half up for Dradis and without Discoverability.  Returns
 * SECRISK_NO_SCORE for ratings that are not valid.
 */
secrisk_tenths secrisk_dread_tenths(const secrisk_dread *d);

/*
 * Writes the level by the scheme's published bands.  Inferred by this project:
 * an EC-Council sum between two bands, such as 10.5, is in the upper one, and
 * its sum of 0 is None.  Returns OK, or with SECRISK_NO_LEVEL what check
 * returns, or BANDS if the scheme has none.  No scheme without Discoverability
 * has any.
 */
secrisk_status secrisk_dread_level(const secrisk_dread *d,
                                   secrisk_level *level);

/* ---- Forms ---------------------------------------------------- @since 0.3 */

/* What a rating may be, in halves.  Step 0: it is fixed at `low`. */
typedef struct secrisk_scale {
  uint8_t low, high, step;
} secrisk_scale; /* 3 bytes, alignment 1 */

/* All 0 for a scheme or a rating that does not exist. */
void secrisk_dread_scale(secrisk_system scheme, uint8_t rating,
                         secrisk_scale *out);

/* "" for what does not exist.  To list the schemes, try 0 to 255 (unsigned). */
const char *secrisk_dread_scheme_name(secrisk_system scheme); /* "OP-TEE" */
const char *secrisk_dread_rating_abbr(uint8_t rating);        /* "D" to "DI" */
const char *secrisk_dread_rating_name(uint8_t rating);        /* "Damage" ... */

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
