/* SPDX-License-Identifier: MIT */
/* A score as text. */
#include "text.h"

void secrisk__put_tenths(struct secrisk__text *t, secrisk_tenths tenths) {
  if (tenths >= 100) {
    secrisk__put(t, '1');
  }
  secrisk__put(t, (char)('0' + tenths / 10 % 10));
  secrisk__put(t, '.');
  secrisk__put(t, (char)('0' + tenths % 10));
}

size_t secrisk_tenths_format(secrisk_tenths tenths, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  if (tenths <= 100) {
    secrisk__put_tenths(&t, tenths);
  }
  return secrisk__end(&t);
}
