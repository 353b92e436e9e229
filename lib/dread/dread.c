/* SPDX-License-Identifier: MIT */
/* DREAD: check, score and level of a set of ratings. */
#include "dread.h"

secrisk_status secrisk_dread_check(const secrisk_dread *d, secrisk_diag *diag) {
  if (!SECRISK__DREAD) {
    return secrisk__report(diag, SECRISK_ABOUT_DREAD, SECRISK_E_DISABLED, 0, 0);
  }
  if (secrisk__scheme(d->scheme) == NULL) {
    return secrisk__report(diag, SECRISK_ABOUT_DREAD, SECRISK_E_VERSION, 0, 0);
  }
  for (uint8_t i = 0; i < sizeof d->half; i++) {
    secrisk_scale scale;
    secrisk_dread_scale(d->scheme, i, &scale);
    if (!secrisk__on_scale(&scale, d->half[i])) {
      (void)secrisk__report(diag, SECRISK_ABOUT_DREAD, SECRISK_E_RANGE, 1u + i,
                            d->scheme);
      if (diag != NULL) {
        diag->length = 1;
        diag->metric = i;
      }
      return SECRISK_E_RANGE;
    }
  }
  return secrisk__report(diag, SECRISK_ABOUT_DREAD, SECRISK_OK, 0, d->scheme);
}

/* The score in halves of 1/denominator: at most 100 (sum of five), or for
 * Dradis 3 * 12 + 2 * 18 = 72. */
static uint16_t halves(const secrisk_dread *d, uint8_t method) {
  uint16_t sum = 0;
  for (uint8_t i = 0; i < sizeof d->half; i++) {
    bool damage = i == 0 || i == 3; /* Damage and Affected users */
    uint16_t weight = 1;
    if (method == SECRISK__TWO_MEANS) {
      weight = damage ? 3 : 2;
    }
    sum = (uint16_t)(sum + weight * d->half[i]);
  }
  return sum;
}

static uint16_t divisor(uint8_t method) {
  switch (method) {
  case SECRISK__SUM:
    return 1;
  case SECRISK__TWO_MEANS: /* (3(D+A) + 2(R+E+DI)) / 12 */
    return 12;
  case SECRISK__MEAN_D:
    return 4;
  default:
    return 5;
  }
}

secrisk_status secrisk_dread_score(const secrisk_dread *d, uint16_t *numerator,
                                   uint16_t *denominator) {
  secrisk_status status = secrisk_dread_check(d, NULL);
  *numerator = 0;
  *denominator = 0;
  if (status == SECRISK_OK) {
    const struct secrisk__scheme *s = secrisk__scheme(d->scheme);
    /* Without Discoverability, even Dradis' two means are one. */
    uint8_t method =
        secrisk__ratings(d->scheme) == 4 ? SECRISK__MEAN_D : s->method;
    uint16_t whole = s->step; /* 2: no half points, so reduce */
    *numerator = (uint16_t)(halves(d, method) / (unsigned)whole);
    *denominator = (uint16_t)(divisor(method) * (3u - whole));
  }
  return status;
}

/* The score on CVSS's scale of 0 to 10, half up.  A sum of five ratings is five
 * times their mean. */
secrisk_tenths secrisk_dread_tenths(const secrisk_dread *d) {
  uint16_t numerator;
  uint16_t denominator;
  if (secrisk_dread_score(d, &numerator, &denominator) != SECRISK_OK) {
    return SECRISK_NO_SCORE;
  }
  if (secrisk__ratings(d->scheme) == 5 &&
      secrisk__scheme(d->scheme)->method == SECRISK__SUM) {
    denominator = (uint16_t)(denominator * 5u);
  }
  /* At most 100 * 20 + 12. */
  return (secrisk_tenths)((numerator * 20u + denominator) / (2u * denominator));
}

secrisk_status secrisk_dread_level(const secrisk_dread *d,
                                   secrisk_level *level) {
  secrisk_status status = secrisk_dread_check(d, NULL);
  *level = SECRISK_NO_LEVEL;
  if (status != SECRISK_OK) {
    return status;
  }
  return secrisk__band_level(secrisk__bands + secrisk__first_dread_band,
                             (size_t)secrisk__band_count -
                                 secrisk__first_dread_band,
                             d->scheme, secrisk_dread_tenths(d), level);
}
