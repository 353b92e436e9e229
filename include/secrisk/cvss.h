/* SPDX-License-Identifier: MIT */
/* CVSS 2.0, 3.0, 3.1 and 4.0: vectors and scores. */
#ifndef SECRISK_CVSS_PART_H
#define SECRISK_CVSS_PART_H

#include "base.h"
#include "cvss_metrics.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(default)
#endif

/* ---- Score one vector ----------------------------------------- @since 0.1 */

/*
 * A vector, as a plain value.  Copy it, compare it with memcmp, store it.
 *
 * value[m] is the value of metric m, numbered as in cvss_metrics.h.  0 means
 * "Not Defined" for an optional metric and "not given" for a Base metric.
 * Bytes that a version does not use are 0.  40 bytes, alignment 1.
 *
 * To build one, start from {SECRISK_CVSS31, {0}} and call secrisk_cvss_set.
 */
typedef struct secrisk_cvss {
  uint8_t version; /* SECRISK_CVSS20, 30, 31, 40, or 0: there is no vector */
  uint8_t value[39];
} secrisk_cvss;

/*
 * Reads a vector.  The whole text must be the vector.
 *
 * With SECRISK_STRICT, the text must follow the standard of its version
 * exactly.  Each SECRISK_ALLOW_ flag below permits one departure from it, and
 * diag->lenient tells which of them the text made use of.
 * On failure, `out` is all zero, and `diag` tells where and why:
 *
 *   status     when                                          diag->offset
 *   EMPTY      the text is empty                             its end
 *   TOO_LONG   it is longer than any vector                  SECRISK_TEXT_MAX
 *   VERSION    "CVSS" does not start a known prefix          its number or it
 *   SYNTAX     a byte cannot stand where it stands           that byte
 *   METRIC     the version has no metric of this name        the name
 *   VALUE      the metric has no such value                  the value
 *   DUPLICATE  the metric was given before                   the second name
 *   ORDER      2.0 and 4.0 require the standard's order      the late name
 *   MISSING    a metric is not given, diag->metric           the end
 *   DISABLED   this build leaves out the version, or flags   0
 *   ARG        flags are unknown, or both BARE_30 and _31    0
 *
 * A name or value is a run of ASCII letters and digits.  3.0 and 3.1 allow any
 * order.  2.0 requires all or none of its Temporal metrics, and all or none of
 * its Environmental ones.
 * Cost: proportional to len, and no more than for SECRISK_TEXT_MAX.
 */
secrisk_status secrisk_cvss_parse(const char *text, size_t len, uint32_t flags,
                                  secrisk_cvss *out, secrisk_diag *diag);

/* Which score.  Bits: 1 Base, 2 Threat or Temporal, 4 Environmental. */
typedef uint8_t secrisk_score_kind;
enum {
  SECRISK_SCORE_OVERALL = 0, /* what the vector's own metrics call for */
  SECRISK_SCORE_B = 1,       /* Base */
  SECRISK_SCORE_BT = 3,      /* and Threat; in v2 and v3: Temporal */
  SECRISK_SCORE_BE = 5,      /* Environmental without Threat or Temporal */
  SECRISK_SCORE_BTE = 7,     /* all three; in v2 and v3: Environmental */
  SECRISK_SCORE_IMPACT = 8,  /* only v2 and v3: sub-scores, half up */
  SECRISK_SCORE_EXPLOITABILITY = 9,
  SECRISK_SCORE_MODIFIED_IMPACT = 10
};

/*
 * Scores a vector.  SECRISK_SCORE_OVERALL is the score that the vector's own
 * metrics call for.  "The other scores" below explains the other kinds.
 *
 * Returns tenths from 0 to 100.  Returns SECRISK_NO_SCORE if the vector is not
 * valid, see secrisk_cvss_check, or its version has no score of this kind.
 */
secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind);

/*
 * The qualitative severity of a score: FIRST's bands for 3.0, 3.1 and 4.0
 * (v3.1 section 5, v4.0 section 6), and NVD's for 2.0, which defines none: Low
 * to 3.9, Medium to 6.9, High.  Returns SECRISK_NO_LEVEL for an unknown version
 * or a score above 100.
 */
secrisk_level secrisk_cvss_severity(uint8_t version, secrisk_tenths score);

/* ---- When it fails -------------------------------------------- @since 0.1 */

/*
 * Writes what is wrong and what was expected: one English sentence without a
 * full stop, such as "AV must be N, A, L or P".  SECRISK_EXPLAIN_SIZE bytes
 * hold any.  A diagnostic that is not about CVSS gives the text of its status.
 */
size_t secrisk_cvss_explain(const secrisk_diag *diag, char *buf, size_t cap);

/*
 * Checks that every byte of a vector is as secrisk_cvss_parse leaves it.
 *
 *   status    when                                        diag->offset
 *   OK        it is valid
 *   VERSION   the version is unknown                      0
 *   RANGE     a value is unknown, or unused and not 0     its place in `v`
 *   MISSING   a Base metric is 0, and nothing is worse    its place in `v`
 *   DISABLED  this build leaves out the version           0
 */
secrisk_status secrisk_cvss_check(const secrisk_cvss *v, secrisk_diag *diag);

/* ---- Leniency ------------------------------------------------- @since 0.1 */

enum {
  SECRISK_STRICT = 0,
  SECRISK_ALLOW_ORDER = 0x01,      /* 2.0, 4.0: metrics in any order */
  SECRISK_ALLOW_CASE = 0x02,       /* letters in either case */
  SECRISK_ALLOW_BLANKS = 0x04,     /* space, tab, CR, LF before and after */
  SECRISK_ALLOW_SLASH = 0x08,      /* one slash after the last metric */
  SECRISK_ALLOW_PARENS = 0x10,     /* (vector) */
  SECRISK_ALLOW_PREFIX = 0x20,     /* 2.0 after "CVSS2#" or "CVSS:2.0/" */
  SECRISK_ALLOW_PART_GROUP = 0x40, /* 2.0: part of an optional group */
  SECRISK_LENIENT = 0x7f,          /* all of the above */
  SECRISK_ALLOW_PARTIAL = 0x80,    /* Base metrics may be missing: profiles */
  SECRISK_ALLOW_BARE_30 = 0x100,   /* text without a prefix and without 2.0's */
  SECRISK_ALLOW_BARE_31 = 0x200,   /* Au is read as 3.0, or 3.1; not both */
  SECRISK_ALLOW_BARE_40 = 0x400,   /* or as 4.0; beside 3.x only if it has AT */
  SECRISK_FIND_NEAR = 0x1000       /* for secrisk_cvss_find alone */
};

/* ---- Edit and write ------------------------------------------- @since 0.1 */

/* The value of a metric.  0 also for a metric that the version lacks.  To apply
 * a profile to a vector, set what it gives that is not 0. */
uint8_t secrisk_cvss_get(const secrisk_cvss *v, uint8_t metric);

/*
 * Sets a metric.  0, Not Defined, is a value of optional metrics only.
 * Returns OK, or with `v` unchanged VERSION, METRIC, VALUE or DISABLED.
 */
secrisk_status secrisk_cvss_set(secrisk_cvss *v, uint8_t metric, uint8_t value);

/*
 * Sets a metric by the standard's abbreviations, such as "MAV" and "N".  Case
 * matters.  `diag` is as secrisk_cvss_parse leaves it.  Its offset counts from
 * the start of the metric's name for METRIC, and of the value for VALUE.
 * Returns what secrisk_cvss_set returns, or ARG for NULL and a length above 0.
 */
secrisk_status secrisk_cvss_set_text(secrisk_cvss *v, const char *metric,
                                     size_t metric_len, const char *value,
                                     size_t value_len, secrisk_diag *diag);

/*
 * The value that a metric counts as when scored.  A Modified metric and its
 * Base metric both give the Modified value if it is defined, else the Base
 * value: v4.0's SI and SA can become 4, Safety.  Any other metric that is Not
 * Defined gives the standard's default (v3.1 Table 15, v4.0 sections 3.1 and
 * 4.1).  A Supplemental metric gives its own value.
 */
uint8_t secrisk_cvss_effective(const secrisk_cvss *v, uint8_t metric);

/* "This metric is at most this severe": one effect of a control. */
typedef struct secrisk_limit {
  uint8_t version; /* 30, 31 or 40: of the vectors that it is for */
  uint8_t metric;  /* a Modified metric, but not Modified Scope */
  uint8_t value;   /* not 0, and not Safety */
} secrisk_limit;   /* 3 bytes, alignment 1 */

/*
 * Writes to `out` the vector with its Modified metrics lowered to the limits.
 * The strictest limit of a metric wins, and no metric becomes more severe.
 * The BTE score never rises either: if v3.0's formula under a changed Scope
 * would raise it, `out` is `v`.  Limits for other versions must be possible
 * too, but do nothing.  v2.0 has no Modified metrics.  `out` may be `v`, and a
 * failure leaves it alone.
 * Returns OK, what secrisk_cvss_check returns for `v`, or ARG if limits is NULL
 * and count is not 0.  VERSION, METRIC or VALUE can also be of the limit with
 * the index diag->offset.  diag->about is then THREAT.
 * Cost: proportional to count.
 */
secrisk_status secrisk_cvss_limit(const secrisk_cvss *v,
                                  const secrisk_limit *limits, size_t count,
                                  secrisk_cvss *out, secrisk_diag *diag);

/*
 * Writes the canonical text: the standard's prefix and order, and optional
 * metrics only where they are defined.  2.0 writes an optional group whole if
 * any of it is defined.  SECRISK_CVSS_TEXT_SIZE bytes hold any vector.  Writes
 * "" for a vector that is not valid.  A vector that lacks Base metrics is
 * written as far as it goes, and SECRISK_ALLOW_PARTIAL reads it back, but for
 * 2.0's empty text.
 */
enum { SECRISK_CVSS_TEXT_SIZE = 256 };
size_t secrisk_cvss_format(const secrisk_cvss *v, char *buf, size_t cap);

/* ---- Find ----------------------------------------------------- @since 0.2 */

/*
 * Finds the first vector at or after text[*start], in any text: an advisory, a
 * URL, a CSV or JSON file.  To go on, add *length to *start.
 *
 * A vector begins where no letter or digit stands before it.  Every
 * "/NAME:VALUE" that follows belongs to it, with a NAME of one to three
 * letters, but for a second AV at which a vector with all its Base metrics
 * begins.  secrisk_cvss_parse reads the same vector from these bytes with these
 * flags.  BLANKS, SLASH and PARENS change nothing.
 *
 * A near miss is never handed out, nor is any part of it.  It is skipped, or
 * with SECRISK_FIND_NEAR it ends the search too.  It is what parse refuses of
 * - a word that ends in "CVSS", ":", anything or no number, "/", NAME:VALUE, or
 * - "AV:VALUE/NAME:VALUE", both in either letter case, or
 * - a vector with a gap, after which a metric of its version follows that it
 *   does not give.  A gap has no letter or digit, but has a slash, or a
 *   backslash right before the metric.
 *
 *   status    when                                         *start and *length
 *   OK        `out` is the vector                          its place, bytes > 0
 *   EMPTY     there is none                                len, 0
 *   as parse  FIND_NEAR: a near miss.  diag->offset        its place, bytes > 0
 *             counts from text[0]
 *   ARG       a flag is unknown, *start is above len, len  left alone, 0
 *             is above UINT32_MAX, or not 0 for NULL
 *   DISABLED  this build leaves out the flags              left alone, 0
 *
 * A loop that ends on "not OK and *length 0" ends.  Cost: the bytes passed
 * over.
 */
secrisk_status secrisk_cvss_find(const char *text, size_t len, uint32_t flags,
                                 size_t *start, size_t *length,
                                 secrisk_cvss *out, secrisk_diag *diag);

/* ---- The other scores ----------------------------------------- @since 0.1 */

/*
 * A kind whose metrics are all Not Defined is still computed by its formula.
 * v3.1's Environmental score can then differ from the Base score: it does for
 * 80 of the 2,592 Base vectors (specification 7.3).  SECRISK_SCORE_OVERALL
 * never uses a formula of which no metric is defined.  v4.0 has no sub-scores.
 *
 * secrisk_cvss_overall returns the kind that OVERALL is for a vector: B, BT, BE
 * or BTE, or 0 for an unknown version.  secrisk_cvss_nomenclature returns the
 * word for it, "CVSS-B" to "CVSS-BTE" (v4.0 section 1.3), or "".
 */
secrisk_score_kind secrisk_cvss_overall(const secrisk_cvss *v);
const char *secrisk_cvss_nomenclature(const secrisk_cvss *v);

/*
 * The lowest and the highest score over every way to give the Base metrics that
 * are not there (SECRISK_ALLOW_PARTIAL).  Optional metrics stay as they are.
 * Both bounds are exact.  Of a vector that lacks nothing, both are its score.
 *
 * Returns OK, or with both at SECRISK_NO_SCORE what secrisk_cvss_check returns,
 * but for MISSING, or ARG if the version has no score of this kind.
 * Cost: two scores, twice as many if 3.x lacks Scope, and three times as many
 * for each of C, I and A that 2.0 or 3.0 lacks: at most 108.
 */
secrisk_status secrisk_cvss_range(const secrisk_cvss *v,
                                  secrisk_score_kind kind, secrisk_tenths *low,
                                  secrisk_tenths *high, secrisk_diag *diag);

/*
 * v4.0: writes the levels of EQ1 to EQ6, "212221" as 2, 1, 2, 2, 2, 1 (section
 * 8.1), of the vector with all its metrics.  Returns OK, or with all six at 0
 * what secrisk_cvss_check returns, or ARG for another version.
 */
secrisk_status secrisk_cvss_macrovector(const secrisk_cvss *v, uint8_t eq[6]);

/* ---- Forms ---------------------------------------------------- @since 0.1 */

/*
 * Metrics are numbered from 0 to metric_count - 1, and the values of a metric
 * from 0, Not Defined, to value_count - 1.  Numbers are 0 and texts "" for what
 * does not exist.
 */
uint8_t secrisk_cvss_metric_count(uint8_t version);
uint8_t secrisk_cvss_value_count(uint8_t version, uint8_t metric);

typedef uint8_t secrisk_group;
enum {
  SECRISK_GROUP_BASE = 1,
  SECRISK_GROUP_THREAT = 2, /* v2, v3: Temporal */
  SECRISK_GROUP_ENVIRONMENTAL = 3,
  SECRISK_GROUP_SUPPLEMENTAL = 4
};

/* The group of a metric, its name ("Base").  Base metrics are mandatory. */
secrisk_group secrisk_cvss_group(uint8_t version, uint8_t metric);
bool secrisk_cvss_mandatory(uint8_t version, uint8_t metric);
const char *secrisk_cvss_group_name(uint8_t version, secrisk_group group);

/*
 * Texts of a metric and of a value.  All but abbreviations are "" in a build
 * without their feature.
 *
 *           a metric          a value       value 0         feature
 *   abbr    "AV"              "N"           "X", 2.0: "ND"
 *   name    "Attack Vector"   "Network"     "Not Defined"   NAMES
 *   json    "attackVector"    "NETWORK"     "NOT_DEFINED"   JSON, FIRST's names
 *   help    a sentence        a sentence    what it counts  HELP
 *           with a full stop                as
 *
 * Value 0 of a Base metric has a name only.  Help may change in later versions.
 */
const char *secrisk_cvss_metric_abbr(uint8_t version, uint8_t metric);
const char *secrisk_cvss_metric_name(uint8_t version, uint8_t metric);
const char *secrisk_cvss_metric_json(uint8_t version, uint8_t metric);
const char *secrisk_cvss_metric_help(uint8_t version, uint8_t metric);
const char *secrisk_cvss_value_abbr(uint8_t version, uint8_t metric,
                                    uint8_t value);
const char *secrisk_cvss_value_name(uint8_t version, uint8_t metric,
                                    uint8_t value);
const char *secrisk_cvss_value_json(uint8_t version, uint8_t metric,
                                    uint8_t value);
const char *secrisk_cvss_value_help(uint8_t version, uint8_t metric,
                                    uint8_t value);

/* A metric, or NO_METRIC: of an abbreviation (case counts), Modified, Base. */
uint8_t secrisk_cvss_metric_find(uint8_t version, const char *abbr, size_t len);
uint8_t secrisk_cvss_modified(uint8_t version, uint8_t metric);
uint8_t secrisk_cvss_modifies(uint8_t version, uint8_t metric);

/*
 * Sections divide the groups by the headings of the specifications, or in 2.0
 * by its equations.  The tens digit is the group.  Sections ascend with the
 * metrics: a form needs a heading wherever the section changes.
 */
typedef uint8_t secrisk_section;
enum {
  SECRISK_SECTION_EXPLOITABILITY = 11,
  SECRISK_SECTION_SCOPE = 12,             /* v3 */
  SECRISK_SECTION_IMPACT = 13,            /* v2, v3 */
  SECRISK_SECTION_VULNERABLE_IMPACT = 14, /* v4.0 */
  SECRISK_SECTION_SUBSEQUENT_IMPACT = 15, /* v4.0 */
  SECRISK_SECTION_THREAT = 21,            /* v2, v3: Temporal Metrics */
  SECRISK_SECTION_GENERAL = 31,           /* v2: CDP and TD */
  SECRISK_SECTION_REQUIREMENTS = 32,
  SECRISK_SECTION_MODIFIED_EXPLOITABILITY = 33,
  SECRISK_SECTION_MODIFIED_SCOPE = 34,
  SECRISK_SECTION_MODIFIED_IMPACT = 35,
  SECRISK_SECTION_MODIFIED_VULNERABLE_IMPACT = 36,
  SECRISK_SECTION_MODIFIED_SUBSEQUENT_IMPACT = 37,
  SECRISK_SECTION_SUPPLEMENTAL = 41
};

/* The section of a metric, its name ("Impact Metrics"), and that of a kind of
 * score ("Overall Score", "Impact Sub-score", 4.0: "CVSS-B" to "CVSS-BTE"). */
secrisk_section secrisk_cvss_section(uint8_t version, uint8_t metric);
const char *secrisk_cvss_section_name(uint8_t version, secrisk_section section);
const char *secrisk_cvss_kind_name(uint8_t version, secrisk_score_kind kind);

/* ---- JSON ----------------------------------------------------- @since 0.2 */

enum {
  SECRISK_JSON_METRICS = 1,   /* metrics that are defined */
  SECRISK_JSON_UNDEFINED = 2, /* metrics that are not, as NOT_DEFINED */
  SECRISK_JSON_SCORES = 4,    /* v2, v3: Temporal and Environmental scores, */
                              /* each if a metric of its group is defined */
  SECRISK_JSON_ALL = 7,
  SECRISK_JSON_SIZE = 2048
};

/*
 * Writes one object of FIRST's schema for the vector's version, in one line:
 * version, canonical vectorString, baseScore, baseSeverity, and the parts that
 * are asked for.  2.0's schema has no severity.  v4.0 has one score, and
 * baseScore is OVERALL (schema "Revision 2").  SECRISK_JSON_SIZE bytes hold any
 * object.  Writes "" for a vector that is not valid, for unknown bits in
 * `parts`, and in a build without SECRISK_FEATURE_JSON.
 */
size_t secrisk_cvss_json(const secrisk_cvss *v, uint32_t parts, char *buf,
                         size_t cap);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
