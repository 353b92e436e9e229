/* SPDX-License-Identifier: MIT */
/* DREAD: the text of a set of ratings. */
#include "dread.h"

void secrisk__put_half(struct secrisk__text *t, uint8_t half) {
  if (half >= 20u) { /* 10 is the largest rating */
    secrisk__put(t, '1');
    half = (uint8_t)(half - 20u);
  }
  secrisk__put(t, (char)('0' + half / 2u));
  if (half % 2u != 0) {
    secrisk__puts(t, ".5");
  }
}

size_t secrisk_dread_format(const secrisk_dread *d, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  if (!SECRISK__DREAD || secrisk_dread_check(d, NULL) != SECRISK_OK) {
    return secrisk__end(&t);
  }
  secrisk__puts(&t, "DREAD:");
  secrisk__puts(&t, secrisk_dread_scheme_name(d->scheme));
  uint8_t count = secrisk__ratings(d->scheme);
  for (uint8_t i = 0; i < count; i++) {
    uint8_t rating = secrisk__rating_at(d->scheme, i);
    secrisk__put(&t, '/');
    secrisk__puts(&t, secrisk_dread_rating_abbr(rating));
    secrisk__put(&t, ':');
    secrisk__put_half(&t, d->half[rating]);
  }
  return secrisk__end(&t);
}
