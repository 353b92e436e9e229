/* SPDX-License-Identifier: MIT */
/* What every part uses: statuses, diagnostics, levels, scores, systems. */
#ifndef SECRISK_BASE_PART_H
#define SECRISK_BASE_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(default)
#endif

/* ---- Status --------------------------------------------------- @since 0.1 */

typedef uint8_t secrisk_status;
enum {
  SECRISK_OK = 0,
  SECRISK_E_ARG = 1,       /* an argument that no call of this kind takes */
  SECRISK_E_EMPTY = 2,     /* there is nothing to read, or nothing more */
  SECRISK_E_TOO_LONG = 3,  /* the text is longer than SECRISK_TEXT_MAX */
  SECRISK_E_VERSION = 4,   /* the version or scheme is unknown */
  SECRISK_E_SYNTAX = 5,    /* a byte cannot stand where it stands */
  SECRISK_E_METRIC = 6,    /* the version has no such metric */
  SECRISK_E_VALUE = 7,     /* the metric has no such value */
  SECRISK_E_DUPLICATE = 8, /* the metric is given twice */
  SECRISK_E_ORDER = 9,     /* something is out of its required order */
  SECRISK_E_MISSING = 10,  /* a mandatory metric is not given */
  SECRISK_E_RANGE = 11,    /* a number lies outside its range */
  SECRISK_E_DISABLED = 12, /* this build leaves the feature out */
  SECRISK_E_GAP = 13,      /* a score has no band */
  SECRISK_E_OVERLAP = 14,  /* a score has two bands */
  SECRISK_E_RULE = 15,     /* a level has no rule, or an unknown one */
  SECRISK_E_SYSTEM = 16,   /* two risks are rated under different systems */
  SECRISK_E_RESIDUAL = 17, /* the residual risk is above the initial one */
  SECRISK_E_CONTROL = 18,  /* a control's kind, state or domain is unknown */
  SECRISK_E_KIND = 19,     /* two risks are of different kinds of score */
  SECRISK_E_BASIS = 20,    /* two vectors differ in what no control changes */
  SECRISK_E_BANDS = 21     /* there are no bands for this system */
};

/* An English sentence for a status, without a full stop.  Never NULL. */
const char *secrisk_status_text(secrisk_status status);

/* ---- Diagnostic ----------------------------------------------- @since 0.1 */

typedef uint8_t secrisk_about; /* which part a diagnostic speaks of */
enum {
  SECRISK_ABOUT_NOTHING = 0,
  SECRISK_ABOUT_CVSS = 1,
  SECRISK_ABOUT_DREAD = 2,
  SECRISK_ABOUT_POLICY = 3,
  SECRISK_ABOUT_THREAT = 4, /* a threat or one of its controls */
  SECRISK_ABOUT_MATRIX = 5
};

enum {
  SECRISK_TEXT_MAX = 1024,    /* no vector and no rating is a longer text */
  SECRISK_EXPLAIN_SIZE = 192, /* bytes that hold any explanation */
  SECRISK_NO_METRIC = 255
};

/*
 * What is wrong, where, and about what.  Every call that takes a diagnostic
 * writes the whole of it, on success too.  16 bytes.
 */
typedef struct secrisk_diag {
  uint32_t offset;       /* first byte of the token; see each call */
  uint32_t length;       /* bytes of the token, 0 if something is missing, or */
                         /* what the call says */
  uint32_t lenient;      /* SECRISK_ALLOW_ flags that the text made use of */
  secrisk_status status; /* as returned */
  uint8_t version;       /* the system it was read as, or 0 */
  uint8_t metric;        /* the metric or rating, or SECRISK_NO_METRIC */
  secrisk_about about;
} secrisk_diag;

/* ---- Scores and levels ---------------------------------------- @since 0.1 */

typedef uint8_t secrisk_tenths; /* 0 to 100, or SECRISK_NO_SCORE */
enum {
  SECRISK_NO_SCORE = 255,
  SECRISK_TENTHS_TEXT_SIZE = 5 /* bytes that hold any score */
};

/* Writes "0.0" to "10.0", and "" for a score above 100.  @since 0.9 */
size_t secrisk_tenths_format(secrisk_tenths tenths, char *buf, size_t cap);

/*
 * Reads "9.8", "10.0", "0.0", and whole numbers such as "7" and "10".  The text
 * has no sign, no leading zero, no exponent, no blank and at most one decimal.
 * Returns SECRISK_NO_SCORE for any other text and above 10.0.  @since 0.9
 */
secrisk_tenths secrisk_tenths_read(const char *text, size_t len);

typedef uint8_t secrisk_level; /* a severity, or a level of risk */
enum {
  SECRISK_NO_LEVEL = 0, /* a record of zeros never says "no risk" */
  SECRISK_LEVEL_NONE = 1,
  SECRISK_LEVEL_LOW = 2,
  SECRISK_LEVEL_MEDIUM = 3,
  SECRISK_LEVEL_HIGH = 4,
  SECRISK_LEVEL_CRITICAL = 5
};

/* "None", "Low", "Medium", "High" or "Critical".  "" for anything else. */
const char *secrisk_level_text(secrisk_level level);

/* The level of that word in any letter case, or SECRISK_NO_LEVEL.  @since 0.9
 */
secrisk_level secrisk_level_find(const char *text, size_t len);

/* ---- Systems -------------------------------------------------- @since 0.9 */

/*
 * A system is what a risk was rated under.  A number never changes its
 * meaning.  10 to 99 are versions of CVSS, 101 to 155 schemes of DREAD, and
 * 201 to 255 the same schemes without Discoverability.
 */
typedef uint8_t secrisk_system;
enum {
  SECRISK_SYSTEM_NONE = 0,
  SECRISK_SYSTEM_LEVEL = 1,    /* a level that was given without a score */
  SECRISK_SYSTEM_OWN = 2,      /* a maker's own score from 0 to 100 tenths, */
  SECRISK_SYSTEM_OWN_LAST = 9, /* and seven more of them */
  SECRISK_CVSS20 = 20,
  SECRISK_CVSS30 = 30,
  SECRISK_CVSS31 = 31,
  SECRISK_CVSS40 = 40
};

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
