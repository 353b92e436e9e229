/* SPDX-License-Identifier: MIT */
/* A cursor in a text: what the readers of CVSS and of DREAD read with. */
#ifndef SECRISK_TOKEN_H
#define SECRISK_TOKEN_H

#include "text.h"

SECRISK__HIDDEN_BEGIN

/* The token is n bytes at pos:
 *
 *     CVSS:3.1/AV:N/AC:L
 *              ^^       ^
 *              pos, n=2 end
 *
 * It never reaches past end.  Reading a token sets n, and moving on sets n to
 * 0, so that what fails after it is reported at pos, with no length. */
struct secrisk__cursor {
  secrisk_diag *diag; /* what is known by now */
  const char *text;
  size_t pos, n, end;
};

/* Reads a token of letters, digits and the bytes from first to ".", as far as
 * it goes; returns n.  In ASCII "-", "." and "/" are neighbours, so "/" adds
 * nothing.  Call it by one of the three names below. */
size_t secrisk__run(struct secrisk__cursor *c, char first);

/* Letters and digits. */
static inline size_t secrisk__word(struct secrisk__cursor *c) {
  return secrisk__run(c, '/');
}

/* Letters, digits and ".": "3.1". */
static inline size_t secrisk__dotted(struct secrisk__cursor *c) {
  return secrisk__run(c, '.');
}

/* Letters, digits, "." and "-": "OP-TEE", "-1.5". */
static inline size_t secrisk__dashed(struct secrisk__cursor *c) {
  return secrisk__run(c, '-');
}

/* Moves past the byte after the token if it is this one. */
bool secrisk__take(struct secrisk__cursor *c, char byte);
/* Moves past the token, and past a slash after it if the text goes on after
 * the slash.  Does it? */
bool secrisk__goes_on(struct secrisk__cursor *c);

/* How the token differs from a word: 0 not at all, 0x20 in case alone. */
uint8_t secrisk__differs(const struct secrisk__cursor *c, const char *word);

/* What fails returns its status, with the token at the bytes to blame.  Makes
 * these the first unexpected byte after the token, or the end; returns SYNTAX.
 */
secrisk_status secrisk__unexpected(struct secrisk__cursor *c);
/* ARG, EMPTY or TOO_LONG if the whole text, from 0 to end, cannot be one. */
secrisk_status secrisk__bounds(struct secrisk__cursor *c);
/* Ends the diagnostic: of OK, or of a failure at the token.  Returns status. */
secrisk_status secrisk__diagnose(const struct secrisk__cursor *c,
                                 secrisk_status status);

/* --- Sentences -- explain.c ------------------------------------------------
 */

/* Writes what is said of a diagnostic whatever the grammar.  name: that of the
 * metric it is about, or "".  words: "value\0VALUE\0vector" or the like.
 * Returns the status that is left to the caller: ORDER, MISSING, VALUE and
 * RANGE with a name to be completed, others to be said; or SECRISK__SAID. */
#define SECRISK__SAID 255
secrisk_status secrisk__explain(struct secrisk__text *t, const secrisk_diag *d,
                                const char *name, const char *words);

SECRISK__HIDDEN_END

#endif
