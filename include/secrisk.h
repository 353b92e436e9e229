/* SPDX-License-Identifier: MIT */
/* secrisk: CVSS vectors, scores and security-risk decisions on any device. */
#ifndef SECRISK_H
#define SECRISK_H

/*
 * Promises, for everything below
 *
 * - C99, freestanding: no libc, no heap, no floating point, no recursion, no
 *   mutable static data, no I/O, no locale.  Reentrant and thread-safe.
 * - Text is pointer + length: it need not end in NUL and may hold any bytes.
 *   Text is written as (buf, cap) -> bytes needed without the final NUL; what
 *   is written always ends in NUL when cap > 0, and never goes past cap.  A
 *   result >= cap means "cut short".  buf may be NULL when cap is 0.
 * - Scores are integers in tenths (98 means 9.8), computed exactly.
 * - A call that fails leaves its output invalid but safe, and says why.
 * - The same bytes in give the same bytes out on every machine.
 * - Each call takes bounded time; where no cost is named, it is constant.
 *
 * Kinds are 8-bit typedefs with constants of fixed value: never a C enum,
 * whose size differs between compilers.  Pointers must point to valid objects;
 * only those marked "may be NULL" may be NULL.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility push(default)
#endif

/* ---- Version -------------------------------------------------- @since 0.1 */

#define SECRISK_VERSION_MAJOR 0
#define SECRISK_VERSION_MINOR 4
#define SECRISK_VERSION_PATCH 0

/* Version of the linked library: major << 16 | minor << 8 | patch. */
uint32_t secrisk_version(void);

/* What the linked library was built with: a set of SECRISK_FEATURE_ bits. */
uint32_t secrisk_features(void);
enum {
  SECRISK_FEATURE_CVSS2 = 0x01,
  SECRISK_FEATURE_CVSS3 = 0x02, /* 3.0 and 3.1 */
  SECRISK_FEATURE_CVSS4 = 0x04,
  SECRISK_FEATURE_NAMES = 0x08, /* full names of metrics and values */
  SECRISK_FEATURE_JSON = 0x10,
  SECRISK_FEATURE_DREAD = 0x20,
  SECRISK_FEATURE_RISK = 0x40,   /* policies, threats, registers, classes */
  SECRISK_FEATURE_LENIENT = 0x80 /* flags other than SECRISK_STRICT */
};

/* ---- Status and diagnostics ----------------------------------- @since 0.1 */

typedef uint8_t secrisk_status;
enum {
  SECRISK_OK = 0,
  SECRISK_E_ARG = 1,       /* a pointer, flag or argument that cannot be */
  SECRISK_E_EMPTY = 2,     /* nothing to read; or nothing (more) found */
  SECRISK_E_TOO_LONG = 3,  /* longer than SECRISK_TEXT_MAX */
  SECRISK_E_VERSION = 4,   /* a version this library does not know */
  SECRISK_E_SYNTAX = 5,    /* not NAME:VALUE/NAME:VALUE/... */
  SECRISK_E_METRIC = 6,    /* no metric of that name in this version */
  SECRISK_E_VALUE = 7,     /* the metric has no such value */
  SECRISK_E_DUPLICATE = 8, /* the metric was given before */
  SECRISK_E_ORDER = 9,     /* the version fixes an order, and this is not it */
  SECRISK_E_MISSING = 10,  /* a mandatory metric is not there */
  SECRISK_E_RANGE = 11,    /* a number outside what its field may hold */
  SECRISK_E_DISABLED = 12, /* this build was made without that feature */
  SECRISK_E_GAP = 13,      /* bands leave a score without a level */
  SECRISK_E_OVERLAP = 14,  /* bands give a score two levels */
  SECRISK_E_RULE = 15,     /* the policy has no bands or no rule for it */
  SECRISK_E_SYSTEM = 16,   /* initial and residual under different systems */
  SECRISK_E_RESIDUAL = 17, /* a residual risk above the initial one */
  SECRISK_E_CONTROL = 18   /* a control of no known kind, state or domain */
};

/* A fixed English sentence for a status; never NULL. */
const char *secrisk_status_text(secrisk_status status);

#define SECRISK_TEXT_MAX 1024 /* no vector in any form below is as long */
#define SECRISK_NO_METRIC 255

/* Where and why a call failed, or which leniency it needed.  Written whole by
 * every call that takes one, on success too; reserved is 0. */
typedef struct secrisk_diag {
  uint32_t offset;  /* first byte of the offending token; where the vector */
                    /* ends (len, or what flags let follow) if too early */
  uint32_t length;  /* bytes in that token; 0 when something is missing */
  uint32_t lenient; /* SECRISK_ALLOW_ flags the text needed */
  uint8_t status;   /* as returned */
  uint8_t version;  /* CVSS version or DREAD scheme it was read as, or 0 */
  uint8_t metric;   /* the metric concerned, or SECRISK_NO_METRIC */
  uint8_t reserved;
} secrisk_diag; /* 16 bytes */

/* ---- Levels --------------------------------------------------- @since 0.1 */

typedef uint8_t secrisk_tenths; /* a score: 0 to 100, or SECRISK_NO_SCORE */
#define SECRISK_NO_SCORE 255

typedef uint8_t secrisk_level; /* a severity or risk level */
enum {
  SECRISK_NO_LEVEL = 0, /* none given: a zeroed record is never "no risk" */
  SECRISK_LEVEL_NONE = 1,
  SECRISK_LEVEL_LOW = 2,
  SECRISK_LEVEL_MEDIUM = 3,
  SECRISK_LEVEL_HIGH = 4,
  SECRISK_LEVEL_CRITICAL = 5
};

/* "None", "Low", ... "Critical"; "" for anything else. */
const char *secrisk_level_text(secrisk_level level);

/* ---- CVSS: the vector ----------------------------------------- @since 0.1 */

/* secrisk_cvss.version */
enum {
  SECRISK_CVSS20 = 20,
  SECRISK_CVSS30 = 30,
  SECRISK_CVSS31 = 31,
  SECRISK_CVSS40 = 40
};

/* A vector is a plain value: copy it, memcmp it, store it.  To build one from
 * nothing, start from {SECRISK_CVSS31, {0}} and set each metric.
 * value[id] is the ordinal of metric id (see the constants at the end):
 * 0 = Not Defined, or not there.  Unused bytes are 0. */
typedef struct secrisk_cvss {
  uint8_t version; /* 0 = no vector; else one of the above */
  uint8_t value[39];
} secrisk_cvss; /* 40 bytes, alignment 1 */

/* Flags.  Strict reading (0) accepts what the version's standard accepts:
 * v3.x in any order of metrics; v2.0 and v4.0 in the standard's order; v2.0's
 * Temporal and its Environmental group whole or not at all; every Base metric
 * there; no metric twice.  Each flag permits one departure, and the
 * diagnostic's `lenient` reports those that were made use of. */
enum {
  SECRISK_STRICT = 0,
  SECRISK_ALLOW_ORDER = 0x01,      /* v2.0, v4.0: metrics in any order */
  SECRISK_ALLOW_CASE = 0x02,       /* letters in either case */
  SECRISK_ALLOW_BLANKS = 0x04,     /* space, tab, CR, LF before and after */
  SECRISK_ALLOW_SLASH = 0x08,      /* one slash after the last metric */
  SECRISK_ALLOW_PARENS = 0x10,     /* (vector) */
  SECRISK_ALLOW_PREFIX = 0x20,     /* v2.0 after "CVSS2#" or "CVSS:2.0/" */
  SECRISK_ALLOW_PART_GROUP = 0x40, /* v2.0: part of an optional group */
  SECRISK_LENIENT = 0x7f,          /* all of the above */
  SECRISK_ALLOW_PARTIAL = 0x80,    /* Base metrics may be missing */
  SECRISK_ALLOW_BARE_30 = 0x100,   /* text without prefix and without v2.0's */
  SECRISK_ALLOW_BARE_31 = 0x200    /* Au is read as v3.0, or v3.1; not both */
};

/* Reads one vector; the whole text must be it.  O(len), at most
 * SECRISK_TEXT_MAX bytes.
 *   out    the vector; on failure version 0 and all bytes 0
 *   text   may be NULL when len is 0
 *   diag   may be NULL
 * Returns OK, or
 *   ARG        unknown flags, or both BARE flags
 *   EMPTY      nothing but blanks that flags let it skip: at len
 *   TOO_LONG   at SECRISK_TEXT_MAX; nothing was read
 *   VERSION    "CVSS" that starts no known prefix: at the number after "CVSS:",
 *              else at the "CVSS"
 *   SYNTAX     at the byte that is none of what may stand there: a blank, an
 *              empty metric, a slash after the last, a metric without ":" ...
 *   METRIC     at the name (of a v3 vector without its prefix, at the first
 *              that v2.0 lacks)    DUPLICATE, ORDER  at the second, late name
 *   VALUE      at the value, length 0 when there is none
 *   MISSING    at the end: the first metric, in the standard's order, not given
 *   DISABLED   at the start: a version, or flags, left out of this build
 * A name or value is a run of ASCII letters and digits. */
secrisk_status secrisk_cvss_parse(const char *text, size_t len, uint32_t flags,
                                  secrisk_cvss *out, secrisk_diag *diag);

/* Is every byte of v as parse would have left it?  Returns OK; VERSION
 * (unknown); RANGE (an ordinal or unused byte: offset is its place in the
 * struct); else MISSING (a Base metric is 0); DISABLED.  diag may be NULL. */
secrisk_status secrisk_cvss_check(const secrisk_cvss *v, secrisk_diag *diag);

/* @since 0.2.  Finds the first vector at or after text[*start]: in an advisory,
 * a URL, a CSV or JSON field, in brackets, after "9.8/" ...  A vector starts
 * where no letter or digit stands before it and ends where its last metric
 * does; "/" and a NAME of one to three letters with ":" still belong to it, and
 * must be right, but for "/AV:" a second time, where the next vector is looked
 * for.  flags as for parse (BLANKS, SLASH, PARENS change nothing; with PARTIAL
 * each lone metric is a vector).  A "CVSS:" and number that begin no vector are
 * passed over with the metrics that slashes join to them, never left off; after
 * a blank another text begins, which flags may let be a vector.  Texts that are
 * almost vectors go unreported.  Go on with *start += *length.  O(len).  diag
 * may be NULL.
 * Returns OK: the vector is the *length bytes at *start.  EMPTY: there is none;
 * *start is len, *length 0, out is cleared.  ARG: unknown flags, both BARE
 * flags, or *start > len. */
secrisk_status secrisk_cvss_find(const char *text, size_t len, uint32_t flags,
                                 size_t *start, size_t *length,
                                 secrisk_cvss *out, secrisk_diag *diag);

/* The ordinal of a metric; 0 also for a metric the version does not have. */
uint8_t secrisk_cvss_get(const secrisk_cvss *v, uint8_t metric);

/* The ordinal a metric counts as when scoring, in every version's terms: a
 * Modified metric and its Base metric both give the Modified value where one
 * is defined, else the Base value; any other metric Not Defined gives the
 * standard's default (v3.1 Table 15, v4.0 section 3.1 and 4.1); a
 * Supplemental metric itself.  v4.0's SI and SA may so be 4, Safety, which only
 * MSI and MSA have a name for. */
uint8_t secrisk_cvss_effective(const secrisk_cvss *v, uint8_t metric);

/* Sets a metric to an ordinal; 0 (Not Defined) only where it is optional.
 * Returns OK; or VERSION, METRIC, VALUE, DISABLED with v unchanged. */
secrisk_status secrisk_cvss_set(secrisk_cvss *v, uint8_t metric, uint8_t value);

/* The same with the standard's abbreviations: "MAV", "N".  Case matters. */
secrisk_status secrisk_cvss_set_text(secrisk_cvss *v, const char *metric,
                                     size_t metric_len, const char *value,
                                     size_t value_len);

/* The canonical text: the standard's prefix and order, optional metrics only
 * where defined (v2.0: an optional group whole where any of it is).
 * SECRISK_CVSS_TEXT_SIZE bytes hold any.  Writes "" for an invalid vector;
 * a vector read as PARTIAL is written as far as it goes, which with nothing
 * defined is the prefix alone. */
#define SECRISK_CVSS_TEXT_SIZE 192
size_t secrisk_cvss_format(const secrisk_cvss *v, char *buf, size_t cap);

/* What is wrong and what was expected, in one English sentence without a full
 * stop: "AV must be N, A, L or P".  At most SECRISK_EXPLAIN_SIZE bytes.  For
 * diagnostics of secrisk_cvss_ calls; of others, the text of the status. */
#define SECRISK_EXPLAIN_SIZE 128
size_t secrisk_cvss_explain(const secrisk_diag *diag, char *buf, size_t cap);

/* ---- CVSS: scores --------------------------------------------- @since 0.1 */

/* Bits: 1 Base, 2 Threat (v2, v3: Temporal), 4 Environmental. */
typedef uint8_t secrisk_score_kind;
enum {
  SECRISK_SCORE_OVERALL = 0, /* what the vector's own metrics call for */
  SECRISK_SCORE_B = 1,       /* Base */
  SECRISK_SCORE_BT = 3,      /* v2, v3: Temporal */
  SECRISK_SCORE_BE = 5,      /* v2, v3: Environmental, Temporal not defined */
  SECRISK_SCORE_BTE = 7,     /* v2, v3: Environmental */
  SECRISK_SCORE_IMPACT = 8,  /* sub-scores of v2 and v3, half up */
  SECRISK_SCORE_EXPLOITABILITY = 9,
  SECRISK_SCORE_MODIFIED_IMPACT = 10
};

/* A score in tenths; SECRISK_NO_SCORE for a vector that check refuses and for
 * a kind that is unknown (2, 4, 6 too) or that the version does not have (v4.0:
 * sub-scores).  A kind whose metrics are all Not Defined is still computed by
 * its formula: v3.1's BTE may then differ from B (specification 7.3); OVERALL
 * never evaluates a formula none of whose metrics is defined. */
secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind);

/* The kind that OVERALL stands for: B, BT, BE or BTE; 0 for an unknown
 * version. */
secrisk_score_kind secrisk_cvss_overall(const secrisk_cvss *v);

/* "CVSS-B", "CVSS-BT", "CVSS-BE", "CVSS-BTE" (v4.0 section 1.3, and the same
 * words for earlier versions); "" for an unknown version. */
const char *secrisk_cvss_nomenclature(const secrisk_cvss *v);

/* @since 0.2.  v4.0: the levels of EQ1 to EQ6, "212221" as 2,1,2,2,2,1
 * (section 8.1), of the vector with all its metrics.  Returns OK; else what
 * check returns, or ARG for another version, and eq is all 0. */
secrisk_status secrisk_cvss_macrovector(const secrisk_cvss *v, uint8_t eq[6]);

/* The qualitative severity of a score.  v3 and v4: None 0, Low to 3.9, Medium
 * to 6.9, High to 8.9, Critical (v3.1 section 5, v4.0 section 6).  v2.0 has
 * no bands of its own: NVD's are used, Low 0 to 3.9, Medium to 6.9, High.
 * SECRISK_NO_LEVEL for an unknown version or a score above 100. */
secrisk_level secrisk_cvss_severity(uint8_t version, secrisk_tenths score);

/* ---- CVSS: reflection ----------------------------------------- @since 0.1 */

/* Everything needed to build a form.  Metric ids run from 0 to
 * metric_count - 1, a metric's ordinals from 0 (Not Defined) to
 * value_count - 1.  Counts are 0 and texts "" for what does not exist. */
typedef uint8_t secrisk_group;
enum {
  SECRISK_GROUP_BASE = 1,
  SECRISK_GROUP_THREAT = 2, /* v2, v3: Temporal */
  SECRISK_GROUP_ENVIRONMENTAL = 3,
  SECRISK_GROUP_SUPPLEMENTAL = 4
};
uint8_t secrisk_cvss_metric_count(uint8_t version);
uint8_t secrisk_cvss_value_count(uint8_t version, uint8_t metric);
secrisk_group secrisk_cvss_group(uint8_t version, uint8_t metric); /* 0: none */
bool secrisk_cvss_mandatory(uint8_t version, uint8_t metric);

/* Abbreviations, as in a vector: "AV", "N"; ordinal 0 is "X" (v2.0 "ND"),
 * and "" for a mandatory metric. */
const char *secrisk_cvss_metric_abbr(uint8_t version, uint8_t metric);
const char *secrisk_cvss_value_abbr(uint8_t version, uint8_t metric,
                                    uint8_t value);

/* The metric of that abbreviation, or SECRISK_NO_METRIC. */
uint8_t secrisk_cvss_metric_find(uint8_t version, const char *abbr, size_t len);

/* Full names in English: "Attack Vector", "Network", for every ordinal 0 "Not
 * Defined"; "" without NAMES. */
const char *secrisk_cvss_metric_name(uint8_t version, uint8_t metric);
const char *secrisk_cvss_value_name(uint8_t version, uint8_t metric,
                                    uint8_t value);

/* Names in FIRST's JSON schemas: "attackVector", "NETWORK", ordinal 0 of an
 * optional metric "NOT_DEFINED"; "" without JSON. */
const char *secrisk_cvss_metric_json(uint8_t version, uint8_t metric);
const char *secrisk_cvss_value_json(uint8_t version, uint8_t metric,
                                    uint8_t value);

/* ---- CVSS: JSON ----------------------------------------------- @since 0.2 */

/* One object as FIRST's schema for the vector's version describes it, in one
 * line: version, vectorString (canonical), baseScore, baseSeverity (v2.0: not
 * in the schema), and the parts asked for.  v4.0 has one score: baseScore is
 * OVERALL (schema 4.0.1).  SECRISK_JSON_SIZE bytes hold any object.  Writes ""
 * for a vector that check refuses and when built without JSON. */
enum {
  SECRISK_JSON_METRICS = 1,   /* metrics that are defined */
  SECRISK_JSON_UNDEFINED = 2, /* metrics that are not, as NOT_DEFINED */
  SECRISK_JSON_SCORES = 4,    /* v2, v3: temporal and environmental scores, */
                              /* each where a metric of its group is defined */
  SECRISK_JSON_ALL = 7
};
#define SECRISK_JSON_SIZE 2048
size_t secrisk_cvss_json(const secrisk_cvss *v, uint32_t parts, char *buf,
                         size_t cap);

/* ---- DREAD ---------------------------------------------------- @since 0.3 */

/* secrisk_dread.scheme: a rating means nothing without the scheme it was given
 * under; a sum of 30 is High in one and Medium in another.  No number is that
 * of a CVSS version. */
enum {
  SECRISK_DREAD_HOWARD = 101,     /* Writing Secure Code: 1-10, mean */
  SECRISK_DREAD_MICROSOFT = 102,  /* Improving Web Application Security: */
                                  /* 1-3, sum; has bands */
  SECRISK_DREAD_OWASP = 103,      /* 0-10, mean */
  SECRISK_DREAD_OPENSTACK = 104,  /* 0-10, Discoverability 10, mean */
  SECRISK_DREAD_EC_COUNCIL = 105, /* 0-10 in half points, sum; has bands */
  SECRISK_DREAD_OP_TEE = 106,     /* 0-10, mean; has bands.  Prefer this one */
  SECRISK_DREAD_DRADIS = 107,     /* 0-3, ((D+A)/2 + (R+E+DI)/3)/2 */
  SECRISK_DREAD_D = 100 /* added to any: without Discoverability, mean of 4 */
};
typedef struct secrisk_dread {
  uint8_t scheme;  /* 0 = none */
  uint8_t half[5]; /* Damage, Reproducibility, Exploitability, Affected */
                   /* users, Discoverability (-D: 0), in halves: 15 is 7.5 */
} secrisk_dread;   /* 6 bytes, alignment 1 */

/* OK; VERSION (unknown scheme); RANGE (a rating off its scale: offset is
 * its place in the struct); DISABLED.  In every diagnostic about DREAD, version
 * is the scheme and metric the rating's index. */
secrisk_status secrisk_dread_check(const secrisk_dread *d, secrisk_diag *diag);

/* Text: "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8", the scheme by the name that
 * reflection gives it; "DREAD:OP-TEE-D/..." is without DI.  "DREAD:1.0/" is
 * Dradis' own form, in its order D, A, R, E, DI.  A number has no leading zero
 * and may end in ".5".  Statuses and diagnostics are those of a strict
 * secrisk_cvss_parse (VERSION at the scheme's name, or at what is no "DREAD:"),
 * and RANGE at a number off the scale.  Format writes "" for what check
 * refuses.  Explain does for these diagnostics what secrisk_cvss_explain does
 * for CVSS.  O(len). */
#define SECRISK_DREAD_TEXT_SIZE 64
secrisk_status secrisk_dread_parse(const char *text, size_t len,
                                   secrisk_dread *out, secrisk_diag *diag);
size_t secrisk_dread_format(const secrisk_dread *d, char *buf, size_t cap);
size_t secrisk_dread_explain(const secrisk_diag *diag, char *buf, size_t cap);

/* The scheme's own score, sum or mean, exactly; the denominator depends on the
 * scheme alone.  Returns what check does; 0/0 unless OK. */
secrisk_status secrisk_dread_score(const secrisk_dread *d, uint16_t *numerator,
                                   uint16_t *denominator);

/* The score as a mean on the ratings' own scale, so that sums fit too (EC-
 * Council's 30 of 50 is 60 here, Microsoft's 12 of 15 is 24).  Exact, but half
 * up for Dradis and -D.  SECRISK_NO_SCORE for what check refuses. */
secrisk_tenths secrisk_dread_tenths(const secrisk_dread *d);

/* The level by the scheme's published bands; SECRISK_NO_BANDS where it has
 * none, as any -D; SECRISK_NO_LEVEL for what check refuses.  Inferred: an EC-
 * Council sum between bands (10.5) is in the upper one, and a sum of 0 None. */
#define SECRISK_NO_BANDS 255
secrisk_level secrisk_dread_level(const secrisk_dread *d);

/* For a form: "" and 0 for what does not exist; try schemes 0 to 255. */
typedef struct secrisk_scale {
  uint8_t low, high, step; /* in halves; step 0: fixed at low */
} secrisk_scale;
void secrisk_dread_scale(uint8_t scheme, uint8_t rating, secrisk_scale *out);
const char *secrisk_dread_scheme_name(uint8_t scheme); /* "OP-TEE", "1.0-D" */
const char *secrisk_dread_rating_abbr(uint8_t rating); /* "D" ... "DI" */
const char *secrisk_dread_rating_name(uint8_t rating); /* "Damage" ... */

/* ---- Risk: policy --------------------------------------------- @since 0.3 */

#define SECRISK_SYSTEM_LEVEL 1 /* a level given without a score */
typedef struct secrisk_risk {  /* as rated once */
  uint8_t system;        /* a CVSS version, DREAD scheme or SYSTEM_LEVEL */
  secrisk_tenths tenths; /* a score the system can give: CVSS of one kind */
  /* before and after (BTE, with limits), DREAD's tenths */
  /* (Howard 10 to 100); NO_SCORE under SYSTEM_LEVEL */
  secrisk_level level; /* NO_LEVEL: as the policy's bands say; else it must */
                       /* agree with them, if there are any for system */
} secrisk_risk;

/* Bands: rows in ascending order, those of one system together, from its
 * lowest score to its highest. */
typedef struct secrisk_band {
  uint8_t system;
  secrisk_tenths first, last; /* both in the band */
  secrisk_level level;
} secrisk_band;
/* A rule: one of the first three, plus flags. */
enum {
  SECRISK_RULE_RECORD = 1,      /* nothing but to record it */
  SECRISK_RULE_PRACTICABLE = 2, /* reduce as far as reasonably practicable */
  SECRISK_RULE_MANDATORY = 3,   /* reduce to a level without this rule, */
  SECRISK_RULE_BENEFIT = 8,     /* unless benefit outweighs the risk */
  SECRISK_RULE_RATIONALE = 4    /* a rationale, where no control is defined */
};
typedef struct secrisk_policy {
  const secrisk_band *bands; /* the caller's; may be NULL when there are none */
  size_t band_count;
  uint8_t rule[8]; /* by level; 0 at 0, 6 and 7 */
} secrisk_policy;

/* Shipped policies; the bands are those that CVSS (v2.0: NVD) and the DREAD
 * schemes publish.  default: inferred from a medical-device maker's public
 * guidance (docs/risk.md): Critical, High MANDATORY + BENEFIT + RATIONALE;
 * Medium, Low PRACTICABLE + RATIONALE; None RECORD.  strict: an example of
 * going further: Critical MANDATORY; High, Medium as High above; Low, None as
 * Low above. */
void secrisk_policy_default(secrisk_policy *out);
void secrisk_policy_strict(secrisk_policy *out);

/* OK; ARG; DISABLED; or the first fault.  In a band, diag->offset its index
 * (band_count: after the last), version its system: RANGE (a field that cannot
 * be), ORDER (first > last; rows or levels that descend), GAP, OVERLAP.  In a
 * rule, offset its level, version 0: RULE (none, or none of the above), ORDER
 * (asks less than a lower level's).  O(bands^2). */
secrisk_status secrisk_policy_check(const secrisk_policy *policy,
                                    secrisk_diag *diag);

/* The level of a risk; SECRISK_NO_BANDS: it gives none, nor are there bands
 * for its system; SECRISK_NO_LEVEL: a field cannot be, as SYSTEM_LEVEL without
 * level, or contradicts the bands.  O(bands). */
secrisk_level secrisk_policy_level(const secrisk_policy *policy,
                                   const secrisk_risk *risk);

/* ---- Risk: threats -------------------------------------------- @since 0.3 */

typedef struct secrisk_limit { /* "metric at most value", see cvss_residual */
  uint8_t version, metric, value;
} secrisk_limit;
/* Kinds of control, the preferred first. */
enum {
  SECRISK_CONTROL_EXTERNAL = 1,
  SECRISK_CONTROL_HARDWARE = 2,
  SECRISK_CONTROL_VISIBLE = 3, /* software that its user sees: passwords */
  SECRISK_CONTROL_HIDDEN = 4   /* other software: encrypted transmission */
};
enum {
  SECRISK_STATE_PLANNED = 1,
  SECRISK_STATE_IMPLEMENTED = 2,
  SECRISK_STATE_VERIFIED = 3
};
enum {
  SECRISK_DOMAIN_SECURITY = 1,
  SECRISK_DOMAIN_SAFETY = 2,
  SECRISK_DOMAIN_PERFORMANCE = 4
};

/* Inputs.  Strings end in NUL; NULL, "" and blanks alone are "not given".
 * Pointers to arrays may be NULL when their count is 0. */
typedef struct secrisk_control {
  const char *reference; /* names the approved cryptographic technique */
  const secrisk_limit *limits;
  size_t limit_count;
  uint8_t kind, state;
  uint8_t domains;    /* a set of SECURITY, SAFETY, PERFORMANCE */
  bool cryptographic; /* then the reference must be given */
} secrisk_control;
typedef struct secrisk_threat {
  const secrisk_control *controls;
  size_t control_count;
  const char *rationale;
  const char *benefit_risk; /* why benefit outweighs the risk */
  secrisk_risk initial;
  secrisk_risk residual; /* system 0: not rated yet */
  bool rerated;          /* residual knowingly under another system */
  bool impairs;          /* controls would impair critical performance */
} secrisk_threat;

/* Decisions; 0 = none. */
enum {
  SECRISK_DECISION_OPEN = 1,
  SECRISK_DECISION_ACCEPTED = 2,
  SECRISK_DECISION_ACCEPTED_WITH_RATIONALE =
      3, /* no control, and rationale given */
  SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK = 4,
  SECRISK_DECISION_RECORDED = 5
};
/* What is missing, a set. */
enum {
  SECRISK_MISSING_CONTROL = 1,
  SECRISK_MISSING_VERIFICATION = 2,
  SECRISK_MISSING_CRYPTO_REFERENCE = 4,
  SECRISK_MISSING_RESIDUAL = 8,
  SECRISK_MISSING_RATIONALE = 16,
  SECRISK_MISSING_BENEFIT_RISK = 32
};
/* Remarks, a set; no decision depends on them. */
enum {
  SECRISK_REMARK_TWO_DOMAINS = 1,   /* a control serves more than one domain */
  SECRISK_REMARK_SOFTWARE_ONLY = 2, /* controls, but none of the kinds 1, 2 */
  SECRISK_REMARK_NOT_COUNTED = 4,   /* a lower residual, not (yet) earned */
  SECRISK_REMARK_RERATED = 8,       /* only levels were compared */
  SECRISK_REMARK_NOT_REDUCED = 16   /* the residual counts, but is no lower */
};
typedef struct secrisk_evaluation {
  uint8_t decision; /* 0: the call failed, and all else is 0 */
  uint8_t remarks;
  uint16_t missing; /* not 0 if and only if OPEN */
  secrisk_level initial_level;
  secrisk_tenths initial_tenths;
  secrisk_level residual_level; /* the residual if it counts, else initial */
  secrisk_tenths residual_tenths;
} secrisk_evaluation; /* 8 bytes */

/* What a policy decides about a threat, and all that is missing.
 * - Each control must be verified and, if cryptographic, have its reference, at
 *   any level.  Only then does the residual count and is the rest looked at.
 * - With controls, the residual must be rated, unless the initial level is to
 *   RECORD.  If its level is MANDATORY: with BENEFIT, benefit_risk must be
 *   given (and the rationale, with RATIONALE), else a control is missing.
 * - Without, the initial level rules.  RATIONALE: the rationale must be given.
 *   MANDATORY: a control is missing, unless, with BENEFIT, controls would
 *   impair and benefit_risk is given (while neither is so, both ways out are
 *   missing); without BENEFIT, nothing but a control will do.
 * OK; ARG (a NULL array); RANGE (a risk that policy_level refuses); CONTROL
 * (kind, state or domains unknown); RULE (no bands, or no rule that check
 * accepts, for it); SYSTEM (two systems, not rerated); RESIDUAL (above the
 * initial); DISABLED.  O(controls + bands + text). */
secrisk_status secrisk_threat_evaluate(const secrisk_policy *policy,
                                       const secrisk_threat *threat,
                                       secrisk_evaluation *out);
/* Sentences for a decision and for single bits; "" for anything else. */
const char *secrisk_decision_text(uint8_t decision);
const char *secrisk_missing_text(uint16_t bit);
const char *secrisk_remark_text(uint8_t bit);

/* The vector after its controls: initial, its Modified metrics lowered to the
 * limits for its version of every control that is verified and, if
 * cryptographic, has its reference; the strictest wins.  No metric rises, nor
 * does the score, BTE beside BTE: where v3.0's formula, Scope Changed, would
 * give more for less impact, out is initial.  Caps may be on MAV to MA but MS
 * (v3), MAV to MSA but not at Safety (v4.0); there are none for v2.0.  OK; what
 * check returns; VERSION, METRIC, VALUE (a cap that cannot be); CONTROL; ARG;
 * DISABLED. O(limits + text). */
secrisk_status secrisk_cvss_residual(const secrisk_cvss *initial,
                                     const secrisk_control *controls,
                                     size_t count, secrisk_cvss *out);

/* Caps to consider: this project's inference, no standard has any.  Numbered
 * from 0 up to the first text "".  Writes the limits for a version, returns how
 * many: 0 to 3. */
const char *secrisk_suggestion_text(uint8_t suggestion);
uint8_t secrisk_suggestion_limits(uint8_t suggestion, uint8_t version,
                                  secrisk_limit limits[3]);

/* ---- Risk: register and matrix -------------------------------- @since 0.3 */

/* order becomes the indexes of list, most urgent first: decision 0, then by
 * initial level and score, then residual (no score goes before any), whatever
 * was decided; equals as they stood.  O(count log count) always, nothing but
 * order is written. */
void secrisk_register_order(const secrisk_evaluation *list, uint32_t count,
                            uint32_t *order);
typedef struct secrisk_counts {
  uint32_t decision[6]; /* [0]: failed, or no evaluation: not counted below */
  uint32_t initial[6], residual[6]; /* by level */
  uint32_t missing[6];              /* by bit: [n] for 1 << n */
} secrisk_counts;
void secrisk_register_count(const secrisk_evaluation *list, uint32_t count,
                            secrisk_counts *out);

/* A maker's own matrix, row by row a level a cell: exploitability x harm.
 * check: OK; ARG (nothing in it); RANGE (cell diag->offset is no level);
 * DISABLED.  level: NO_LEVEL outside of it and for such a cell. */
typedef struct secrisk_matrix {
  const secrisk_level *cells;
  uint8_t rows, columns;
} secrisk_matrix;
secrisk_status secrisk_matrix_check(const secrisk_matrix *m,
                                    secrisk_diag *diag);
secrisk_level secrisk_matrix_level(const secrisk_matrix *m, uint8_t row,
                                   uint8_t column);

/* ---- Risk: software safety class ------------------------------ @since 0.3 */

/* IEC 62304 (2006 + A1:2015), 4.3.  An answer that is needed but 0, or none of
 * its constants, gives class C; so does a build without RISK. */
typedef uint8_t secrisk_class;
enum { SECRISK_CLASS_A = 1, SECRISK_CLASS_B = 2, SECRISK_CLASS_C = 3 };
enum { SECRISK_ANSWER_YES = 1, SECRISK_ANSWER_NO = 2 };
enum {
  SECRISK_HARM_NON_SERIOUS = 1,
  SECRISK_HARM_SERIOUS = 2, /* serious injury or death */
  SECRISK_HARM_14971 = 3    /* only ISO 14971's word "serious" is known: C */
};
typedef struct secrisk_hazard {
  uint8_t contributes;  /* can the software lead to a hazardous situation? */
  uint8_t unacceptable; /* is the risk, after controls outside the software? */
  uint8_t harm;
} secrisk_hazard;
typedef struct secrisk_item {
  secrisk_class parent;   /* of the system or item that it is part of */
  secrisk_class own;      /* by its own hazards */
  uint8_t segregated;     /* from the other items there (5.3.5)? */
  uint8_t rationale;      /* is it documented why own may then be lower? */
  secrisk_class controls; /* of the risk that it controls (7.2.2); A if none */
} secrisk_item;

/* Always A, B or C; reason, which may be NULL, gets a number for which there
 * is a sentence.  library: of a third-party library taken in at that place to
 * control that risk: an item that controls the higher of the two. */
secrisk_class secrisk_class_system(const secrisk_hazard *h, uint8_t *reason);
secrisk_class secrisk_class_item(const secrisk_item *item, uint8_t *reason);
secrisk_class secrisk_class_library(const secrisk_item *place,
                                    const secrisk_hazard *risk,
                                    uint8_t *reason);
enum {
  SECRISK_REASON_UNKNOWN = 1,
  SECRISK_REASON_NO_CONTRIBUTION = 2,
  SECRISK_REASON_ACCEPTABLE = 3,
  SECRISK_REASON_NON_SERIOUS = 4,
  SECRISK_REASON_SERIOUS = 5,
  SECRISK_REASON_14971 = 6,
  SECRISK_REASON_INHERITED = 7,
  SECRISK_REASON_OWN = 8,     /* segregated, or above its parent's */
  SECRISK_REASON_CONTROLS = 9 /* raised by the risk that it controls */
};
const char *secrisk_reason_text(uint8_t reason);

/* ---- CVSS: constants ------------------------------------------ @since 0.1 */

/* Metric ids (the metric's place in its standard) and, for each, the ordinals
 * of its values.  Where values can be ranked, 1 raises the score most (but v3's
 * Scope is U, C, and v4.0's MSI:S and MSA:S are above 1).  A Modified metric
 * takes the constants of its Base metric. */
/* clang-format off */
/* BEGIN generated by tools/generate.py */
enum { /* metrics of v2.0 */
  SECRISK_V20_AV = 0, SECRISK_V20_AC = 1, SECRISK_V20_AU = 2,
  SECRISK_V20_C = 3, SECRISK_V20_I = 4, SECRISK_V20_A = 5, SECRISK_V20_E = 6,
  SECRISK_V20_RL = 7, SECRISK_V20_RC = 8, SECRISK_V20_CDP = 9,
  SECRISK_V20_TD = 10, SECRISK_V20_CR = 11, SECRISK_V20_IR = 12,
  SECRISK_V20_AR = 13
};
enum { /* values of v2.0 */
  SECRISK_V20_AV_N = 1, SECRISK_V20_AV_A = 2, SECRISK_V20_AV_L = 3,
  SECRISK_V20_AC_L = 1, SECRISK_V20_AC_M = 2, SECRISK_V20_AC_H = 3,
  SECRISK_V20_AU_N = 1, SECRISK_V20_AU_S = 2, SECRISK_V20_AU_M = 3,
  SECRISK_V20_C_C = 1, SECRISK_V20_C_P = 2, SECRISK_V20_C_N = 3,
  SECRISK_V20_I_C = 1, SECRISK_V20_I_P = 2, SECRISK_V20_I_N = 3,
  SECRISK_V20_A_C = 1, SECRISK_V20_A_P = 2, SECRISK_V20_A_N = 3,
  SECRISK_V20_E_H = 1, SECRISK_V20_E_F = 2, SECRISK_V20_E_POC = 3,
  SECRISK_V20_E_U = 4, SECRISK_V20_RL_U = 1, SECRISK_V20_RL_W = 2,
  SECRISK_V20_RL_TF = 3, SECRISK_V20_RL_OF = 4, SECRISK_V20_RC_C = 1,
  SECRISK_V20_RC_UR = 2, SECRISK_V20_RC_UC = 3, SECRISK_V20_CDP_H = 1,
  SECRISK_V20_CDP_MH = 2, SECRISK_V20_CDP_LM = 3, SECRISK_V20_CDP_L = 4,
  SECRISK_V20_CDP_N = 5, SECRISK_V20_TD_H = 1, SECRISK_V20_TD_M = 2,
  SECRISK_V20_TD_L = 3, SECRISK_V20_TD_N = 4, SECRISK_V20_CR_H = 1,
  SECRISK_V20_CR_M = 2, SECRISK_V20_CR_L = 3, SECRISK_V20_IR_H = 1,
  SECRISK_V20_IR_M = 2, SECRISK_V20_IR_L = 3, SECRISK_V20_AR_H = 1,
  SECRISK_V20_AR_M = 2, SECRISK_V20_AR_L = 3
};
enum { /* metrics of v3.0 and v3.1 */
  SECRISK_V3_AV = 0, SECRISK_V3_AC = 1, SECRISK_V3_PR = 2, SECRISK_V3_UI = 3,
  SECRISK_V3_S = 4, SECRISK_V3_C = 5, SECRISK_V3_I = 6, SECRISK_V3_A = 7,
  SECRISK_V3_E = 8, SECRISK_V3_RL = 9, SECRISK_V3_RC = 10, SECRISK_V3_CR = 11,
  SECRISK_V3_IR = 12, SECRISK_V3_AR = 13, SECRISK_V3_MAV = 14,
  SECRISK_V3_MAC = 15, SECRISK_V3_MPR = 16, SECRISK_V3_MUI = 17,
  SECRISK_V3_MS = 18, SECRISK_V3_MC = 19, SECRISK_V3_MI = 20,
  SECRISK_V3_MA = 21
};
enum { /* values of v3.0 and v3.1 */
  SECRISK_V3_AV_N = 1, SECRISK_V3_AV_A = 2, SECRISK_V3_AV_L = 3,
  SECRISK_V3_AV_P = 4, SECRISK_V3_AC_L = 1, SECRISK_V3_AC_H = 2,
  SECRISK_V3_PR_N = 1, SECRISK_V3_PR_L = 2, SECRISK_V3_PR_H = 3,
  SECRISK_V3_UI_N = 1, SECRISK_V3_UI_R = 2, SECRISK_V3_S_U = 1,
  SECRISK_V3_S_C = 2, SECRISK_V3_C_H = 1, SECRISK_V3_C_L = 2,
  SECRISK_V3_C_N = 3, SECRISK_V3_I_H = 1, SECRISK_V3_I_L = 2,
  SECRISK_V3_I_N = 3, SECRISK_V3_A_H = 1, SECRISK_V3_A_L = 2,
  SECRISK_V3_A_N = 3, SECRISK_V3_E_H = 1, SECRISK_V3_E_F = 2,
  SECRISK_V3_E_P = 3, SECRISK_V3_E_U = 4, SECRISK_V3_RL_U = 1,
  SECRISK_V3_RL_W = 2, SECRISK_V3_RL_T = 3, SECRISK_V3_RL_O = 4,
  SECRISK_V3_RC_C = 1, SECRISK_V3_RC_R = 2, SECRISK_V3_RC_U = 3,
  SECRISK_V3_CR_H = 1, SECRISK_V3_CR_M = 2, SECRISK_V3_CR_L = 3,
  SECRISK_V3_IR_H = 1, SECRISK_V3_IR_M = 2, SECRISK_V3_IR_L = 3,
  SECRISK_V3_AR_H = 1, SECRISK_V3_AR_M = 2, SECRISK_V3_AR_L = 3
};
enum { /* metrics of v4.0 */
  SECRISK_V40_AV = 0, SECRISK_V40_AC = 1, SECRISK_V40_AT = 2,
  SECRISK_V40_PR = 3, SECRISK_V40_UI = 4, SECRISK_V40_VC = 5,
  SECRISK_V40_VI = 6, SECRISK_V40_VA = 7, SECRISK_V40_SC = 8,
  SECRISK_V40_SI = 9, SECRISK_V40_SA = 10, SECRISK_V40_E = 11,
  SECRISK_V40_CR = 12, SECRISK_V40_IR = 13, SECRISK_V40_AR = 14,
  SECRISK_V40_MAV = 15, SECRISK_V40_MAC = 16, SECRISK_V40_MAT = 17,
  SECRISK_V40_MPR = 18, SECRISK_V40_MUI = 19, SECRISK_V40_MVC = 20,
  SECRISK_V40_MVI = 21, SECRISK_V40_MVA = 22, SECRISK_V40_MSC = 23,
  SECRISK_V40_MSI = 24, SECRISK_V40_MSA = 25, SECRISK_V40_S = 26,
  SECRISK_V40_AU = 27, SECRISK_V40_R = 28, SECRISK_V40_V = 29,
  SECRISK_V40_RE = 30, SECRISK_V40_U = 31
};
enum { /* values of v4.0 */
  SECRISK_V40_AV_N = 1, SECRISK_V40_AV_A = 2, SECRISK_V40_AV_L = 3,
  SECRISK_V40_AV_P = 4, SECRISK_V40_AC_L = 1, SECRISK_V40_AC_H = 2,
  SECRISK_V40_AT_N = 1, SECRISK_V40_AT_P = 2, SECRISK_V40_PR_N = 1,
  SECRISK_V40_PR_L = 2, SECRISK_V40_PR_H = 3, SECRISK_V40_UI_N = 1,
  SECRISK_V40_UI_P = 2, SECRISK_V40_UI_A = 3, SECRISK_V40_VC_H = 1,
  SECRISK_V40_VC_L = 2, SECRISK_V40_VC_N = 3, SECRISK_V40_VI_H = 1,
  SECRISK_V40_VI_L = 2, SECRISK_V40_VI_N = 3, SECRISK_V40_VA_H = 1,
  SECRISK_V40_VA_L = 2, SECRISK_V40_VA_N = 3, SECRISK_V40_SC_H = 1,
  SECRISK_V40_SC_L = 2, SECRISK_V40_SC_N = 3, SECRISK_V40_SI_H = 1,
  SECRISK_V40_SI_L = 2, SECRISK_V40_SI_N = 3, SECRISK_V40_SA_H = 1,
  SECRISK_V40_SA_L = 2, SECRISK_V40_SA_N = 3, SECRISK_V40_E_A = 1,
  SECRISK_V40_E_P = 2, SECRISK_V40_E_U = 3, SECRISK_V40_CR_H = 1,
  SECRISK_V40_CR_M = 2, SECRISK_V40_CR_L = 3, SECRISK_V40_IR_H = 1,
  SECRISK_V40_IR_M = 2, SECRISK_V40_IR_L = 3, SECRISK_V40_AR_H = 1,
  SECRISK_V40_AR_M = 2, SECRISK_V40_AR_L = 3, SECRISK_V40_MSI_S = 4,
  SECRISK_V40_MSA_S = 4, SECRISK_V40_S_N = 1, SECRISK_V40_S_P = 2,
  SECRISK_V40_AU_N = 1, SECRISK_V40_AU_Y = 2, SECRISK_V40_R_A = 1,
  SECRISK_V40_R_U = 2, SECRISK_V40_R_I = 3, SECRISK_V40_V_D = 1,
  SECRISK_V40_V_C = 2, SECRISK_V40_RE_L = 1, SECRISK_V40_RE_M = 2,
  SECRISK_V40_RE_H = 3, SECRISK_V40_U_CLEAR = 1, SECRISK_V40_U_GREEN = 2,
  SECRISK_V40_U_AMBER = 3, SECRISK_V40_U_RED = 4
};
/* END generated */
/* clang-format on */

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
