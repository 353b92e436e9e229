/* SPDX-License-Identifier: MIT */
/* A diagnostic as a sentence: what every grammar says alike. */
#include "token.h"

static void put2(struct secrisk__text *t, const char *a, const char *b) {
  secrisk__puts(t, a);
  secrisk__puts(t, b);
}

static void put_syntax(struct secrisk__text *t, const secrisk_diag *d,
                       const char *name, const char *words) {
  if (name[0] != '\0') {
    put2(t, name, " must be followed by a colon and a ");
    secrisk__puts(t, words);
  } else if (d->length == 0) {
    secrisk__puts(t, "the text ends too early");
  } else {
    put2(t, "expected NAME:", secrisk__nth(words, 1));
    secrisk__puts(t, " pairs separated by single slashes");
  }
}

/* What is said of a metric, by status from VALUE to RANGE.  (Of a switch so
 * long, compilers make a call where code is small.) */
static const char faults[] = " must be \0"
                             " is given a second time\0"
                             " is out of order: \0"
                             " is missing; it must be \0"
                             " must be ";

secrisk_status secrisk__explain(struct secrisk__text *t, const secrisk_diag *d,
                                const char *name, const char *words) {
  const secrisk_status unknown = SECRISK_E_BANDS + 1;
  secrisk_status status = d->status < unknown ? d->status : unknown;
  if (status == SECRISK_E_SYNTAX) {
    put_syntax(t, d, name, words);
    return SECRISK__SAID;
  }
  if (status == SECRISK_E_TOO_LONG) {
    put2(t, "longer than any ", secrisk__nth(words, 2));
    secrisk__puts(t, " can be");
    return SECRISK__SAID;
  }
  if (name[0] == '\0' || status < SECRISK_E_VALUE || status > SECRISK_E_RANGE) {
    return status;
  }
  put2(t, name, secrisk__nth(faults, (uint8_t)(status - SECRISK_E_VALUE)));
  return status == SECRISK_E_DUPLICATE ? SECRISK__SAID : status;
}
