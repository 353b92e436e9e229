/* SPDX-License-Identifier: MIT */
/* Which optional groups are defined, eight bytes at once. */
#ifndef SECRISK_FAST_DEFINED_H
#define SECRISK_FAST_DEFINED_H

#include "valid.h"

static inline uint8_t secrisk__defined(const secrisk_cvss *v,
                                       const struct secrisk__layout *at) {
  uint64_t w[5];
  load_words(v, w);
  return defined(w, at->index);
}

#endif
