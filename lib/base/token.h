/* SPDX-License-Identifier: MIT */
/* What the parsers read with. */
#ifndef SECRISK_TOKEN_H
#define SECRISK_TOKEN_H

#include "base.h"

struct secrisk__layout; /* cvss.h */

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility push(hidden)
#endif

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

#if defined(__GNUC__) && defined(__ELF__)
#pragma GCC visibility pop
#endif

#endif
