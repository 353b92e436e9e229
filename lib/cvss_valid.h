/* SPDX-License-Identifier: MIT */
/* The quick answer of secrisk_cvss_check: eight bytes at once. */
#ifndef SECRISK_CVSS_VALID_H
#define SECRISK_CVSS_VALID_H

#include "internal.h"

#include "cvss_valid_data.h"

/* Is v valid?  index: its version's place in the tables. */
static inline bool valid(const secrisk_cvss *v, uint8_t index) {
  const uint8_t *bytes = &v->version;
  uint64_t high = 0; /* bit 7 of a byte: too large */
  uint64_t set = 0;  /* bit 7 of a byte: a Base metric is 0 */
  const uint64_t low7 = 0x7f7f7f7f7f7f7f7fu;
  for (uint8_t i = 0; i < 5; i++) {
    uint64_t w = secrisk__load64(bytes + 8u * i);
    high |= ((w & low7) + room[index][i]) | w;
    if (i < 2) {
      set |= base[index][i] & ~((w & low7) + low7);
    }
  }
  return ((high | set) & 0x8080808080808080u) == 0;
}

#endif
