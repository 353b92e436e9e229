/* SPDX-License-Identifier: MIT */
/* Whether a vector is valid, and which groups are defined: eight bytes at once.
 */
#ifndef SECRISK_CVSS_VALID_H
#define SECRISK_CVSS_VALID_H

#include "../cvss/cvss.h"
#include "words.h"

#include "../tables/groups.h"
#include "../tables/valid.h"

/* The vector as five words, each loaded as it was stored: a load of two stored
 * words, which compilers like to make, would wait for both to reach memory. */
static inline void load_words(const secrisk_cvss *v, uint64_t w[5]) {
  SECRISK__WRITE_OUT
  for (uint8_t i = 0; i < 5; i++) {
    uint64_t word = secrisk__load64(&v->version + 8u * i);
    SECRISK__SCALAR(word);
    w[i] = word;
  }
}

/* Is the vector valid?  index: its version's place in the tables; used: the
 * words that its metrics take.  Byte by byte, a value is valid if
 *
 *     it is not above the largest, 127 - room,   bit 7 of secrisk__above
 *     it is below 128,                           bit 7 of w
 *     it is above 0 if the metric is Base.       bit 7 of secrisk__above
 *
 * The version's byte has no limit but 127: whoever calls has looked at it. */
static inline bool valid(const uint64_t w[5], uint8_t index, uint8_t used) {
  uint64_t high = 0; /* bit 7 of a byte: too large */
  uint64_t rest = 0; /* what should be 0 */
  SECRISK__WRITE_OUT
  for (uint8_t i = 0; i < used; i++) {
    high |= secrisk__above(w[i], room[index][i]) | w[i];
    SECRISK__SCALAR(high);
  }
  for (uint8_t i = used; i < 5; i++) {
    rest |= w[i];
  }
  for (uint8_t i = 0; i < 2; i++) { /* bit 7 of a byte: a Base metric is 0 */
    high |= base_bytes[index][i] & ~secrisk__above(w[i], SECRISK__LOW7);
  }
  return (high & ~SECRISK__LOW7) == 0 && rest == 0;
}

/* The same of a vector of that version: the quick answer of
 * secrisk_cvss_check. */
static inline bool secrisk__valid_at_once(const secrisk_cvss *v,
                                          const struct secrisk__layout *at) {
  uint64_t w[5];
  load_words(v, w);
  return valid(w, at->index, 5);
}

/* The optional groups with a defined metric, the bits of BT and BE. */
static inline uint8_t defined(const uint64_t w[5], uint8_t index) {
  uint64_t t =
      (w[0] & threat_bytes[index][0]) | (w[1] & threat_bytes[index][1]);
  uint64_t e = (w[1] & environmental_bytes[index][0]) |
               (w[2] & environmental_bytes[index][1]) |
               (w[3] & environmental_bytes[index][2]);
  return (uint8_t)((t != 0 ? SECRISK__THREAT : 0) |
                   (e != 0 ? SECRISK__ENVIRON : 0));
}

#endif
