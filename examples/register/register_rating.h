/* SPDX-License-Identifier: MIT */
/* What the files that read one rating share. */
#ifndef REGISTER_RATING_H
#define REGISTER_RATING_H

#include "register.h"

/*
 * A cell holds one rating: a vector, a rating of DREAD, or a word.  Around it
 * may stand what people write there: a score and a level, which are compared,
 * brackets, the address of a calculator, "CVSS v3.1 Base Score:".
 */

struct claims { /* what stands around the rating */
  secrisk_level level;
  bool scored, open, spoiled;
  bool sums; /* the score may be a sum, up to 50 */
  unsigned tenths;
  struct piece score, word;
  uint8_t version; /* of CVSS */
};

struct cursor {
  const struct place *at;
  const char *text;
  struct claims *claims;
};

/* register_around.c: reads what stands around a rating. */
void read_around(struct cursor *c, struct piece p);

/* register_claims.c: compares it with the rating. */
bool check_claims(const struct place *at, const struct claims *c,
                  struct rating *out);

/* register_cvss.c */
bool find_vector(const char *text, struct piece all, struct piece *out);
bool read_cvss(const struct place *at, struct piece p, uint8_t version,
               struct rating *out);

#endif
