/* SPDX-License-Identifier: MIT */
/* What the files of lib/ share and the public header does not show. */
#ifndef SECRISK_INTERNAL_H
#define SECRISK_INTERNAL_H

#include "fast.h"
#include "secrisk.h"

/* Features, as 0 or 1, from the SECRISK_NO_ macros of the build. */
#ifdef SECRISK_NO_CVSS2
#define SECRISK__V2 0
#else
#define SECRISK__V2 1
#endif
#ifdef SECRISK_NO_CVSS3
#define SECRISK__V3 0
#else
#define SECRISK__V3 1
#endif
#ifdef SECRISK_NO_CVSS4
#define SECRISK__V4 0
#else
#define SECRISK__V4 1
#endif

#define SECRISK__CVSS (SECRISK__V2 || SECRISK__V3 || SECRISK__V4)

#ifdef SECRISK_NO_DREAD
#define SECRISK__DREAD 0
#else
#define SECRISK__DREAD 1
#endif
#ifdef SECRISK_NO_RISK
#define SECRISK__RISK 0
#else
#define SECRISK__RISK 1
#endif
#ifdef SECRISK_NO_LENIENT
#define SECRISK__LENIENT 0
#else
#define SECRISK__LENIENT 1
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

void secrisk__diag_clear(secrisk_diag *diag);
/* Writes a diagnostic that is about no metric, of length 0, if diag is not
 * NULL; returns status. */
secrisk_status secrisk__report(secrisk_diag *diag, secrisk_status status,
                               size_t offset, uint8_t version);

/* --- Bands -- bands.c ------------------------------------------------------
 */

/* Those of CVSS, then those of DREAD. */
extern const secrisk_band secrisk__bands[];
extern const uint8_t secrisk__band_count;
#define SECRISK__CVSS_BANDS 18

/* SECRISK_NO_BANDS if there are none for that system, SECRISK_NO_LEVEL if none
 * of them holds the score. */
secrisk_level secrisk__band_level(const secrisk_band *bands, size_t count,
                                  uint8_t system, secrisk_tenths tenths);

/* --- Metrics -- cvss_metrics.c -------------------------------------------- */

struct secrisk__metric {
  char abbr[4];   /* NUL-terminated */
  uint8_t values; /* place of the values' abbreviations */
  uint8_t count;  /* ordinals, 0 included */
};

struct secrisk__layout {
  uint8_t index;    /* 0 v2.0, 1 v3.x, 2 v4.0 */
  uint8_t first;    /* of the version's metrics in secrisk__metrics */
  uint8_t base;     /* metrics below this one are Base, */
  uint8_t threat;   /* below this one Threat (v2, v3: Temporal), */
  uint8_t environ;  /* below this one Environmental, the rest Supplemental */
  uint8_t count;    /* metrics */
  uint8_t modified; /* first Modified metric; the rest follow in Base order */
  uint8_t fallback[8]; /* what 0 counts as, of Threat metrics and on */
};

#define SECRISK__FIRST_V2 0
#define SECRISK__FIRST_V3 (SECRISK__FIRST_V2 + 14 * SECRISK__V2)
#define SECRISK__FIRST_V4 (SECRISK__FIRST_V3 + 22 * SECRISK__V3)

extern const struct secrisk__metric secrisk__metrics[];

/* Is it a version this library knows, built in or not? */
bool secrisk__known(uint8_t version);
/* Why a version has no layout: VERSION or DISABLED. */
secrisk_status secrisk__absent(uint8_t version);
/* NULL for an unknown version and for one left out of the build. */
const struct secrisk__layout *secrisk__layout(uint8_t version);
const struct secrisk__metric *secrisk__metric(const struct secrisk__layout *at,
                                              uint_fast8_t metric);
/* A value as it is written; ordinal 0 is "X", or "ND" in v2.0. */
const char *secrisk__value(const struct secrisk__layout *at,
                           const struct secrisk__metric *metric,
                           uint_fast8_t ordinal);

/* --- The parsers -- token.c, cvss_parse.c --------------------------------- */

struct secrisk__parser {
  secrisk_diag diag; /* status, version, metric: as far as it is read */
  uint8_t next;      /* metric expected next */
  bool open_end;     /* the text may go on after the vector */
  const char *text;
  size_t pos; /* in: where to start; out: end of the vector */
  size_t n;   /* length of the token at pos: letters and digits */
  size_t end;
  const struct secrisk__layout *at;
  uint32_t seen; /* bit per metric */
  uint32_t flags;
};

/* token.c: finds and returns n; characters from `also` to "." are part of the
 * token, so "/" adds none. */
size_t secrisk__run(struct secrisk__parser *p, char also);
/* Goes on after c, if it follows the token. */
bool secrisk__take(struct secrisk__parser *p, char c);
/* Goes on after the token and a slash if there is more; else the token is
 * behind, and what may end there. */
bool secrisk__goes_on(struct secrisk__parser *p);
/* How the first n letters and digits of the token differ from what word, which
 * may be longer, begins with: 0, by case alone (0x20), or otherwise. */
uint8_t secrisk__differs(const struct secrisk__parser *p, size_t n,
                         const char *word);
/* Is the token this word?  Differing only in case needs, and notes, its
 * leniency. */
bool secrisk__is(struct secrisk__parser *p, const char *word);
/* Fails at the token. */
secrisk_status secrisk__fail(struct secrisk__parser *p, secrisk_status status);
/* Fails at the byte, or end, after it that may not be there. */
secrisk_status secrisk__unexpected(struct secrisk__parser *p);
/* Writes the diagnostic, if diag is not NULL; returns its status. */
secrisk_status secrisk__diagnose(const struct secrisk__parser *p,
                                 secrisk_diag *diag);
/* May the text depart from the standard in this way?  If so, notes it. */
#if SECRISK__LENIENT
bool secrisk__allow(struct secrisk__parser *p, uint32_t flag);
#else
static inline bool secrisk__allow(struct secrisk__parser *p, uint32_t flag) {
  (void)p;
  (void)flag;
  return false;
}
#endif

/* cvss_word.c: what the token names: p->next or any other metric, or
 * SECRISK_NO_METRIC; an ordinal, or SECRISK__NO_VALUE. */
#define SECRISK__NO_VALUE 255
uint_fast8_t secrisk__find_metric(struct secrisk__parser *p);
uint_fast8_t secrisk__find_value(struct secrisk__parser *p,
                                 uint_fast8_t metric);

/* cvss_prefix.c: they move p->pos and p->end to the metrics. */
secrisk_status secrisk__read_frame(struct secrisk__parser *p);
secrisk_status secrisk__read_prefix(struct secrisk__parser *p);
uint8_t secrisk__bare_version(struct secrisk__parser *p);

/* Nothing read yet. */
void secrisk__begin(struct secrisk__parser *p, secrisk_cvss *out);
/* Reads a vector after secrisk__begin; the caller has set text, pos, end, flags
 * and open_end. */
secrisk_status secrisk__parse(struct secrisk__parser *p, secrisk_cvss *out);
/* OK, or why flags are refused. */
secrisk_status secrisk__flags(uint32_t flags);

/* --- The vector -- cvss_vector.c ------------------------------------------ */

/* What secrisk_cvss_check says of v: a status, and for RANGE and MISSING the
 * place in v->value << 8. */
uint_fast16_t secrisk__judge(const secrisk_cvss *v);
/* The groups that a kind of score rests on, as the bits of B, BT, BE, BTE: of
 * the sub-scores, 8 to 10, the Modified Impact alone has bit 2. */
static inline secrisk_score_kind secrisk__groups(secrisk_score_kind kind) {
  return kind <= SECRISK_SCORE_BTE
             ? kind
             : (secrisk_score_kind)(SECRISK_SCORE_B | (kind & 2) << 1);
}

#if SECRISK_SMALL
void secrisk__clear(secrisk_cvss *v);
#else
static inline void secrisk__clear(secrisk_cvss *v) {
  uint8_t *bytes = (uint8_t *)v;
  for (size_t i = 0; i < 40; i += 8) {
    secrisk__store64(bytes + i, 0);
  }
}
#endif

/* --- Scorers: v has passed secrisk_cvss_check ------------------------------
 */

secrisk_tenths secrisk__score_v2(const secrisk_cvss *v,
                                 secrisk_score_kind kind);
secrisk_tenths secrisk__score_v3(const secrisk_cvss *v,
                                 secrisk_score_kind kind);
secrisk_tenths secrisk__score_v4(const secrisk_cvss *v,
                                 secrisk_score_kind kind);
/* The levels of EQ1 to EQ6. */
void secrisk__levels_v4(const secrisk_cvss *v, uint8_t eq[6]);

/* --- DREAD -- dread_scale.c, dread_names.c, dread_format.c ------------------
 */

enum { /* how a score is made of the ratings */
       SECRISK__SUM,
       SECRISK__MEAN,
       SECRISK__TWO_MEANS,
       SECRISK__MEAN_D
};
struct secrisk__scheme {
  uint8_t low, high, step; /* of its ratings, in halves */
  uint8_t method;
};
/* NULL for none. */
const struct secrisk__scheme *secrisk__scheme(uint8_t scheme);
/* 5, or 4 without Discoverability. */
uint8_t secrisk__ratings(uint8_t scheme);
bool secrisk__on_scale(const secrisk_scale *scale, uint8_t half);
/* Which rating stands at a place, below 5, of the scheme's text. */
uint8_t secrisk__rating_at(uint8_t scheme, uint8_t place);
void secrisk__put_half(struct secrisk__text *t, uint8_t half);

/* --- Risk -- policy.c, control.c --------------------------------------------
 */

#define SECRISK__REDUCTION 3 /* of a rule: RECORD, PRACTICABLE or MANDATORY */

/* Is it a rule that a policy may have? */
bool secrisk__rule_ok(uint8_t rule);
/* The lowest and highest score, in tenths, of a system with scores. */
bool secrisk__limits(uint8_t system, uint8_t *low, uint8_t *high);

/* Is a text that may be NULL more than blanks? */
bool secrisk__given(const char *text);
/* CONTROL, ARG or OK. */
secrisk_status secrisk__control_check(const secrisk_control *control);
/* MISSING_VERIFICATION, MISSING_CRYPTO_REFERENCE: a control without either
 * counts. */
uint16_t secrisk__control_missing(const secrisk_control *control);

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility pop
#endif

#endif
