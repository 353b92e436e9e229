/* SPDX-License-Identifier: MIT */
/* DREAD: the schemes, and the scale of each of their ratings. */
#include "dread.h"

#if SECRISK__DREAD

/* In the order of their constants; scales in halves. */
static const struct secrisk__scheme schemes[] = {
    {2, 20, 2, SECRISK__MEAN},     /* Howard */
    {2, 6, 2, SECRISK__SUM},       /* Microsoft */
    {0, 20, 2, SECRISK__MEAN},     /* OWASP */
    {0, 20, 2, SECRISK__MEAN},     /* OpenStack */
    {0, 20, 1, SECRISK__SUM},      /* EC-Council */
    {0, 20, 2, SECRISK__MEAN},     /* OP-TEE */
    {0, 6, 2, SECRISK__TWO_MEANS}, /* Dradis */
};

const struct secrisk__scheme *secrisk__scheme(uint8_t scheme) {
  uint8_t base = scheme;
  if (base > SECRISK_DREAD_DRADIS) {
    base = (uint8_t)(base - SECRISK_DREAD_D);
  }
  if (base < SECRISK_DREAD_HOWARD || base > SECRISK_DREAD_DRADIS) {
    return NULL;
  }
  return schemes + (base - SECRISK_DREAD_HOWARD);
}

uint8_t secrisk__ratings(uint8_t scheme) {
  return scheme > SECRISK_DREAD_DRADIS ? 4 : 5;
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
  if (s == NULL || rating >= secrisk__ratings(scheme)) {
    return;
  }
  out->low = s->low;
  out->high = s->high;
  out->step = s->step;
  if (scheme == SECRISK_DREAD_OPENSTACK && rating == 4) {
    out->low = s->high; /* taken as known to everyone */
    out->step = 0;
  }
}

#endif
