/* SPDX-License-Identifier: MIT */
/* A small build has no quick answer to whether a vector is valid. */
#ifndef SECRISK_SMALL_VALID_H
#define SECRISK_SMALL_VALID_H

#include "../cvss/cvss.h"

static inline bool secrisk__valid_at_once(const secrisk_cvss *v,
                                          const struct secrisk__layout *at) {
  (void)v;
  (void)at;
  return false;
}

#endif
