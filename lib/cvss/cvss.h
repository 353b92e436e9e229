/* SPDX-License-Identifier: MIT */
/* What the files of CVSS share. */
#ifndef SECRISK_CVSS_H
#define SECRISK_CVSS_H

#include "../base/features.h"
#include "../base/token.h"
#include "../tables/first.h"

SECRISK__HIDDEN_BEGIN

/* --- Metrics -- cvss_metrics.c -------------------------------------------- */

struct secrisk__metric {
  uint8_t name;   /* place of the abbreviation in secrisk__words, */
  uint8_t values; /* of those of its values */
  uint8_t count;  /* ordinals, 0 included */
};

/* What a version's text and JSON are like. */
enum {
  SECRISK__PREFIX = 1,       /* "CVSS:3.1/" goes before the metrics */
  SECRISK__ANY_ORDER = 2,    /* metrics may stand in any order */
  SECRISK__WHOLE_GROUPS = 4, /* an optional group is written whole */
  SECRISK__ONE_SCORE = 8,    /* JSON: one score, not one for each group */
  SECRISK__SEVERITIES = 16   /* JSON: a severity beside each score */
};

/* Versions that share their metrics: a row of tools/standard.py. */
struct secrisk__layout {
  uint8_t oldest, newest; /* versions */
  uint8_t index;          /* 0 v2.0, 1 v3.x, 2 v4.0 */
  uint8_t first;          /* of the version's metrics in secrisk__metrics */
  uint8_t base;           /* metrics below this one are Base, */
  uint8_t threat;         /* below this one Threat (v2, v3: Temporal), */
  uint8_t environ;  /* below this one Environmental, the rest Supplemental */
  uint8_t count;    /* metrics */
  uint8_t modified; /* first Modified metric; the rest follow in Base order */
  uint8_t rules;
  uint8_t fallback[8]; /* what 0 counts as, of Threat metrics and on */
};

extern const struct secrisk__metric secrisk__metrics[];
extern const char secrisk__words[];

static inline const char *secrisk__name(const struct secrisk__metric *metric) {
  return secrisk__words + metric->name;
}

/* NULL for an unknown version and for one left out of the build. */
const struct secrisk__layout *secrisk__layout(uint8_t version);
/* Is it a version this library knows, built in or not? */
static inline bool secrisk__known(uint8_t version) {
  return secrisk__layout(version) != NULL || SECRISK__LEFT_OUT(version);
}
/* Why a version has no layout: VERSION or DISABLED. */
static inline secrisk_status secrisk__absent(uint8_t version) {
  return SECRISK__LEFT_OUT(version) ? SECRISK_E_DISABLED : SECRISK_E_VERSION;
}
const struct secrisk__metric *secrisk__metric(const struct secrisk__layout *at,
                                              uint_fast8_t metric);
/* Which of secrisk__metrics, if it is there and has that value; else NO_ROW. */
#define SECRISK__NO_ROW 255
uint_fast8_t secrisk__row(uint8_t version, uint8_t metric, uint8_t value);
/* A value as it is written; ordinal 0 is "X", or "ND" in v2.0. */
const char *secrisk__value(const struct secrisk__layout *at,
                           const struct secrisk__metric *metric,
                           uint_fast8_t ordinal);

/* --- The reader -- cvss_reader.c, cvss_word.c, cvss_prefix.c, cvss_parse.c --
 */

struct secrisk__reader {
  struct secrisk__cursor c;
  const struct secrisk__layout *at; /* once the version is known */
  uint32_t seen;                    /* bit per metric */
  uint32_t flags;
  uint8_t next; /* metric expected next */
};

/* OK, ARG for flags that nobody may give, or DISABLED for leniency that this
 * build leaves out. */
secrisk_status secrisk__flags(uint32_t flags);
#if SECRISK__LENIENT
/* May the text depart from the standard in this way?  If so, notes it. */
bool secrisk__allow(struct secrisk__reader *r, uint32_t flag);
/* Is the token this word?  Differing only in case needs, and notes, its
 * leniency. */
bool secrisk__is(struct secrisk__reader *r, const char *word);
/* Skips blanks and parentheses around the vector, as far as allowed. */
secrisk_status secrisk__read_frame(struct secrisk__reader *r);
/* The version of a text without a prefix. */
uint8_t secrisk__bare_version(struct secrisk__reader *r);
#else
static inline bool secrisk__allow(struct secrisk__reader *r, uint32_t flag) {
  (void)r;
  (void)flag;
  return false;
}
static inline bool secrisk__is(struct secrisk__reader *r, const char *word) {
  return secrisk__differs(&r->c, word) == 0;
}
static inline secrisk_status secrisk__read_frame(struct secrisk__reader *r) {
  (void)r;
  return SECRISK_OK;
}
static inline uint8_t secrisk__bare_version(struct secrisk__reader *r) {
  (void)r;
  return SECRISK_CVSS20;
}
#endif

/* What the token names: r->next or any other metric, or SECRISK_NO_METRIC; an
 * ordinal, or SECRISK__NO_VALUE. */
#define SECRISK__NO_VALUE 255
uint_fast8_t secrisk__find_metric(struct secrisk__reader *r);
uint_fast8_t secrisk__find_value(struct secrisk__reader *r,
                                 uint_fast8_t metric);

/* Moves the cursor past the prefix, if there is one. */
secrisk_status secrisk__read_prefix(struct secrisk__reader *r);

/* --- The vector -- cvss_vector.c ------------------------------------------ */

/* What secrisk_cvss_check says of v: a status, and for RANGE and MISSING the
 * place in v->value << 8. */
uint_fast16_t secrisk__judge(const secrisk_cvss *v);
/* A kind of score up to BTE is the set of the groups that it rests on: B has
 * bit 0, and these two are added for the Threat and the Environmental group. */
enum { SECRISK__THREAT = 2, SECRISK__ENVIRON = 4 };

/* The groups that any kind of score rests on, as such a set.  Of the
 * sub-scores, the Modified Impact alone rests on more than the Base metrics.
 * Its number is also the only one of theirs with bit 1, so that this bit, moved
 * up by one, is the Environmental group:
 *
 *     SECRISK_SCORE_IMPACT           8 = 1000b   Base
 *     SECRISK_SCORE_EXPLOITABILITY   9 = 1001b   Base
 *     SECRISK_SCORE_MODIFIED_IMPACT 10 = 1010b   Base and Environmental
 */
static inline secrisk_score_kind secrisk__groups(secrisk_score_kind kind) {
  const secrisk_score_kind modified = 2;
  return kind <= SECRISK_SCORE_BTE
             ? kind
             : (secrisk_score_kind)(SECRISK_SCORE_B | (kind & modified) << 1);
}

/* A bit for each kind of score that there is, at the place of its number: 1, 3,
 * 5 and 7 for B to BTE, 8 to 10 for the sub-scores. */
enum { SECRISK__KINDS = 0x7aa };

/* Is it one of them?  The comparison comes first, for C gives a shift by 32 or
 * more no meaning. */
static inline bool secrisk__known_kind(secrisk_score_kind kind) {
  return kind <= SECRISK_SCORE_MODIFIED_IMPACT &&
         (SECRISK__KINDS >> kind & 1) != 0;
}

SECRISK__HIDDEN_END

#endif
