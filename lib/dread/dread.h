/* SPDX-License-Identifier: MIT */
/* What the files of DREAD share. */
#ifndef SECRISK_DREAD_H
#define SECRISK_DREAD_H

#include "../base/features.h"
#include "../base/text.h"

SECRISK__HIDDEN_BEGIN

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
  uint8_t fixed;    /* the rating that is always the highest, or 255 */
  uint8_t order[5]; /* of the ratings in a text */
};
/* NULL for none. */
const struct secrisk__scheme *secrisk__scheme(uint8_t scheme);
/* The place of a scheme, or of its variant, among the rows. */
uint8_t secrisk__scheme_row(uint8_t scheme);
/* 5, or 4 without Discoverability. */
uint8_t secrisk__ratings(uint8_t scheme);
bool secrisk__on_scale(const secrisk_scale *scale, uint8_t half);
/* Which rating stands at a place, below 5, of a known scheme's text. */
uint8_t secrisk__rating_at(uint8_t scheme, uint8_t place);
void secrisk__put_half(struct secrisk__text *t, uint8_t half);

SECRISK__HIDDEN_END

#endif
