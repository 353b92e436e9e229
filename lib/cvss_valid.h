/* SPDX-License-Identifier: MIT */
/* The quick answer of secrisk_cvss_check, and which groups are defined: eight
 * bytes at once. */
#ifndef SECRISK_CVSS_VALID_H
#define SECRISK_CVSS_VALID_H

#include "internal.h"

#include "cvss_groups_data.h"
#include "cvss_valid_data.h"

/* Is v valid?  index: its version's place in the tables; *groups: the optional
 * groups with a defined metric, the bits of BT and BE. */
static inline bool valid(const secrisk_cvss *v, uint8_t index,
                         uint8_t *groups) {
  const uint64_t low7 = 0x7f7f7f7f7f7f7f7fu;
  uint64_t w[5];
  uint64_t high = 0; /* bit 7 of a byte: too large */
  for (uint8_t i = 0; i < 5; i++) {
    w[i] = secrisk__load64(&v->version + 8u * i);
    high |= ((w[i] & low7) + room[index][i]) | w[i];
  }
  /* bit 7 of a byte: a Base metric is 0 */
  uint64_t missing = (base[index][0] & ~((w[0] & low7) + low7)) |
                     (base[index][1] & ~((w[1] & low7) + low7));
  uint64_t t = (w[0] & threat[index][0]) | (w[1] & threat[index][1]);
  uint64_t e = (w[1] & environmental[index][0]) |
               (w[2] & environmental[index][1]) |
               (w[3] & environmental[index][2]);
  *groups = (uint8_t)((t != 0 ? 2u : 0u) | (e != 0 ? 4u : 0u));
  return ((high | missing) & 0x8080808080808080u) == 0;
}

#endif
