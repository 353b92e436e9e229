/* SPDX-License-Identifier: MIT */
/* DREAD: the names of schemes and ratings. */
#include "dread.h"

#include "../tables/dread_names.h"

const char *secrisk_dread_scheme_name(uint8_t scheme) {
  if (!SECRISK__DREAD || secrisk__scheme(scheme) == NULL) {
    return "";
  }
  uint8_t variant = secrisk__ratings(scheme) == 4;
  return secrisk__nth(names,
                      (uint8_t)(2u * secrisk__scheme_row(scheme) + variant));
}

const char *secrisk_dread_rating_abbr(uint8_t rating) {
  return SECRISK__DREAD && rating < 5 ? secrisk__nth(abbrs, rating) : "";
}

const char *secrisk_dread_rating_name(uint8_t rating) {
  return SECRISK__DREAD && rating < 5 ? secrisk__nth(ratings, rating) : "";
}
