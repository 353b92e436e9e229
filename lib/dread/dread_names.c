/* SPDX-License-Identifier: MIT */
/* DREAD: the names of schemes and ratings. */
#include "dread.h"

#if SECRISK__DREAD

/* A scheme, then its variant without Discoverability. */
static const char names[] = "Howard\0Howard-D\0Microsoft\0Microsoft-D\0"
                            "OWASP\0OWASP-D\0OpenStack\0OpenStack-D\0"
                            "EC-Council\0EC-Council-D\0OP-TEE\0OP-TEE-D\0"
                            "1.0\0"
                            "1.0-D";
static const char abbrs[] = "D\0R\0E\0A\0DI\0";
static const char ratings[] = "Damage\0Reproducibility\0Exploitability\0"
                              "Affected users\0Discoverability\0";

const char *secrisk_dread_scheme_name(uint8_t scheme) {
  if (secrisk__scheme(scheme) == NULL) {
    return "";
  }
  bool variant = secrisk__ratings(scheme) == 4;
  uint8_t base = variant ? SECRISK_DREAD_D : 0;
  base = (uint8_t)(scheme - base - SECRISK_DREAD_HOWARD);
  return secrisk__nth(names, (uint8_t)(2u * base + variant));
}

const char *secrisk_dread_rating_abbr(uint8_t rating) {
  return secrisk__nth(abbrs, rating < 5 ? rating : 5);
}

const char *secrisk_dread_rating_name(uint8_t rating) {
  return secrisk__nth(ratings, rating < 5 ? rating : 5);
}

uint8_t secrisk__rating_at(uint8_t scheme, uint8_t place) {
  static const uint8_t dradis[] = {0, 3, 1, 2, 4};
  bool other = scheme == SECRISK_DREAD_DRADIS ||
               scheme == SECRISK_DREAD_DRADIS + SECRISK_DREAD_D;
  return other ? dradis[place] : place;
}

#endif
