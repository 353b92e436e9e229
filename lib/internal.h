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
const char *secrisk__nth(const char *list, uint8_t n);

/* Is c an ASCII letter or digit? */
bool secrisk__alnum(char c);

/* --- Metrics -- cvss_metrics.c -------------------------------------------- */

struct secrisk__metric {
  char abbr[4]; /* NUL-terminated */
  uint8_t kind;
};

struct secrisk__kind {
  uint8_t abbrs; /* place of the values' abbreviations */
  uint8_t count; /* ordinals, 0 included */
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
/* NULL for an unknown version and for one left out of the build. */
const struct secrisk__layout *secrisk__layout(uint8_t version);
const struct secrisk__kind *secrisk__kind(const struct secrisk__layout *at,
                                          uint8_t metric);
/* Abbreviations of the values of a kind, from ordinal 1 on. */
const char *secrisk__abbrs(const struct secrisk__kind *kind);
/* What ordinal 0 is written as: "X", or "ND" in v2.0. */
const char *secrisk__undefined(uint8_t version);

/* --- The parser -- cvss_parse.c ------------------------------------------- */

struct secrisk__parser {
  const char *text;
  size_t pos; /* in: where to start; out: end of the vector */
  size_t end;
  uint32_t flags;
  bool open_end; /* the text may go on after the vector */
  uint8_t version;
  uint8_t metric;
  secrisk_status status;
  const struct secrisk__layout *at;
  uint32_t seen;    /* bit per metric */
  uint32_t lenient; /* flags made use of */
  size_t offset;    /* of the offending token */
  size_t length;
};

/* cvss_token.c: lengths of what stands at pos, 0 where it does not. */
size_t secrisk__run(const struct secrisk__parser *p, size_t pos);
size_t secrisk__similar(const struct secrisk__parser *p, size_t pos,
                        const char *word, bool *exact); /* in either case */
size_t secrisk__starts(struct secrisk__parser *p, size_t pos, const char *word);
size_t secrisk__token(struct secrisk__parser *p, size_t pos, const char *word);
secrisk_status secrisk__fail(struct secrisk__parser *p, secrisk_status status,
                             size_t at, size_t length);
/* May the text depart from the standard in this way?  If so, notes it. */
bool secrisk__allow(struct secrisk__parser *p, uint32_t flag);

/* cvss_word.c: what is named at pos; *length is 0 if nothing is. */
uint8_t secrisk__find_metric(struct secrisk__parser *p, size_t pos,
                             uint8_t expected, size_t *length);
uint8_t secrisk__find_value(struct secrisk__parser *p, size_t pos,
                            uint8_t metric, size_t *length);

/* cvss_prefix.c: they move p->pos and p->end to the metrics. */
secrisk_status secrisk__read_frame(struct secrisk__parser *p);
secrisk_status secrisk__read_prefix(struct secrisk__parser *p);
uint8_t secrisk__bare_version(struct secrisk__parser *p);

/* Reads a vector; the caller has set text, pos, end, flags and open_end. */
secrisk_status secrisk__parse(struct secrisk__parser *p, secrisk_cvss *out);
/* Makes p and out those of a failed call. */
void secrisk__parser_fail(struct secrisk__parser *p, secrisk_cvss *out,
                          secrisk_status status, size_t at, size_t length);
/* diag may be NULL */
void secrisk__diagnose(const struct secrisk__parser *p, secrisk_diag *diag);
/* OK, or why flags are refused. */
secrisk_status secrisk__flags(uint32_t flags);

/* --- The vector -- cvss_vector.c ------------------------------------------ */

/* Does secrisk_cvss_check say OK? */
bool secrisk__valid(const secrisk_cvss *v);
/* Is any of the metrics [from, to) defined? */
bool secrisk__any(const secrisk_cvss *v, uint8_t from, uint8_t to);
/* The groups that a kind of score rests on, as the bits of B, BT, BE, BTE. */
secrisk_score_kind secrisk__groups(secrisk_score_kind kind);

#if SECRISK_SMALL
void secrisk__clear(secrisk_cvss *v);
#else
static inline void secrisk__clear(secrisk_cvss *v) {
  uint8_t *bytes = (uint8_t *)v;
  for (uint8_t i = 0; i < 40; i += 8) {
    secrisk__store64(bytes + i, 0);
  }
}
#endif
void secrisk__diag_clear(secrisk_diag *diag);

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

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility pop
#endif

#endif
