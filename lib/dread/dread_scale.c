/* SPDX-License-Identifier: MIT */
/* DREAD: the schemes, and the scale of each of their ratings. */
#include "dread.h"

#include "../tables/dread_schemes.h"

uint8_t secrisk__scheme_row(uint8_t scheme) {
  uint8_t row = (uint8_t)(scheme - FIRST_SCHEME);
  return row < SECRISK_DREAD_D ? row : (uint8_t)(row - SECRISK_DREAD_D);
}

const struct secrisk__scheme *secrisk__scheme(uint8_t scheme) {
  uint8_t row = secrisk__scheme_row(scheme);
  return row < sizeof schemes / sizeof schemes[0] ? schemes + row : NULL;
}

uint8_t secrisk__ratings(uint8_t scheme) {
  return scheme < FIRST_SCHEME + SECRISK_DREAD_D ? 5 : 4;
}

uint8_t secrisk__rating_at(uint8_t scheme, uint8_t place) {
  return secrisk__scheme(scheme)->order[place];
}

bool secrisk__on_scale(const secrisk_scale *scale, uint8_t half) {
  if (half < scale->low || half > scale->high) {
    return false;
  }
  /* Steps are 1 and 2, and every scale starts at a whole number. */
  return scale->step != 2 || half % 2u == 0;
}

void secrisk_dread_scale(uint8_t scheme, uint8_t rating, secrisk_scale *out) {
  const struct secrisk__scheme *s = secrisk__scheme(scheme);
  secrisk__zero(out, sizeof *out);
  if (!SECRISK__DREAD || s == NULL || rating >= secrisk__ratings(scheme)) {
    return;
  }
  out->low = s->low;
  out->high = s->high;
  out->step = s->step;
  if (rating == s->fixed) {
    out->low = s->high;
    out->step = 0;
  }
}
