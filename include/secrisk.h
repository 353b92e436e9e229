/* SPDX-License-Identifier: MIT */
/* secrisk: CVSS vectors, scores and security-risk decisions on any device. */
#ifndef SECRISK_H
#define SECRISK_H

/*
 * A complete program.  It scores one vector, or says what is wrong with it.
 *
 *   #include <secrisk.h>
 *   #include <stdio.h>
 *   #include <string.h>
 *
 *   int main(int argc, char **argv) {
 *     const char *text = argc > 1 ? argv[1] : "";
 *     secrisk_cvss vector;
 *     secrisk_diag diag;
 *     char line[SECRISK_EXPLAIN_SIZE];
 *
 *     if (secrisk_cvss_parse(text, strlen(text), SECRISK_STRICT, &vector,
 *                            &diag) != SECRISK_OK) {
 *       secrisk_cvss_explain(&diag, line, sizeof line);
 *       printf("byte %u: %s\n", (unsigned)diag.offset + 1, line);
 *       return 1;
 *     }
 *     secrisk_tenths_format(secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL),
 *                           line, sizeof line);
 *     puts(line);
 *     return 0;
 *   }
 *
 * Where to read on:
 *
 *   secrisk/base.h          statuses, diagnostics, levels, scores in tenths
 *   secrisk/cvss.h          read, score, edit, write and find CVSS vectors
 *   secrisk/cvss_metrics.h  the numbers of metrics and values (generated)
 *   secrisk/dread.h         DREAD ratings under seven published schemes
 *   secrisk/risk.h          policies, controls, treatment decisions, registers
 *   secrisk/safety_class.h  software safety classes of IEC 62304
 *
 * What the whole library promises:
 *
 * - It is freestanding C99.  It needs no libc, allocates nothing, uses no
 *   floating point and no recursion, keeps no state and does no I/O.  Every
 *   function may be called from any thread at any time.
 * - The same bytes in give the same bytes out, on every processor, with every
 *   compiler and its options.
 * - Input text is a pointer and a length.  It need not end in NUL and may hold
 *   any bytes.  The pointer may be NULL if the length is 0.
 * - Output text goes to (buf, cap).  The function returns the length of the
 *   whole text, without the final NUL.  It never writes past cap, and what it
 *   writes ends in NUL if cap is at least 1.  A result of cap or more means
 *   that the text was cut short.  buf may be NULL if cap is 0.
 * - Scores are integers in tenths: 98 is 9.8.  They are computed exactly.
 * - A function that fails leaves its output empty but safe to read, unless it
 *   says that it leaves it alone.  Those that write a secrisk_diag also say
 *   what is wrong, and where.  A `diag` that is written may be NULL.
 * - Any bytes in any struct give a defined answer.  No function relies on
 *   another having been called first.  Only pointers must be valid, and only
 *   those named here or marked "may be NULL" may be NULL.
 * - No output may overlap an input, unless the function says that it may.
 * - Every call takes constant time, unless its comment names a cost.
 * - A returned text is static and lives as long as the library.
 * - A later version may return statuses and set bits that are not listed here.
 *   Treat every status but SECRISK_OK as a failure, and ignore unknown bits.
 */

#include "secrisk/base.h"
#include "secrisk/cvss.h"
#include "secrisk/dread.h"
#include "secrisk/risk.h"
#include "secrisk/safety_class.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(default)
#endif

/* ---- Version and features ------------------------------------- @since 0.1 */

#define SECRISK_VERSION_MAJOR 0
#define SECRISK_VERSION_MINOR 9
#define SECRISK_VERSION_PATCH 0

/* The version of the linked library: major << 16 | minor << 8 | patch. */
uint32_t secrisk_version(void);

/*
 * What the linked library was built with, as a set of SECRISK_FEATURE_ bits.
 * The header is the same for every build.  A function whose feature is left
 * out (SECRISK_WITHOUT_CVSS2 and so on when the library is compiled) answers
 * SECRISK_E_DISABLED, or its empty value where it has no status.
 */
uint32_t secrisk_features(void);

enum {
  SECRISK_FEATURE_CVSS2 = 0x01,
  SECRISK_FEATURE_CVSS3 = 0x02, /* CVSS 3.0 and 3.1 */
  SECRISK_FEATURE_CVSS4 = 0x04,
  SECRISK_FEATURE_NAMES = 0x08, /* full names of metrics and values */
  SECRISK_FEATURE_JSON = 0x10,
  SECRISK_FEATURE_DREAD = 0x20,
  SECRISK_FEATURE_RISK = 0x40,    /* risk.h and safety_class.h */
  SECRISK_FEATURE_LENIENT = 0x80, /* flags other than SECRISK_STRICT */
  SECRISK_FEATURE_HELP = 0x100    /* help texts of metrics and values */
};

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
