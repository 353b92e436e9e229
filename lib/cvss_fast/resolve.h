/* SPDX-License-Identifier: MIT */
/* The one resolver of Modified metrics and defaults: what each metric that is
 * scored (Base, Threat, requirements) counts as in a score of some kind.  A
 * defined Modified value goes before its Base value; groups outside the kind
 * count as Not Defined; Not Defined counts as the standard says. */
#ifndef SECRISK_CVSS_RESOLVE_H
#define SECRISK_CVSS_RESOLVE_H

#include "../cvss/engine.h"
#include "words.h"

#include "../tables/resolve.h"

/* A version's metrics as they stand in the struct, eight bytes to a word. */
struct secrisk__words {
  uint64_t base[2], threat[2], environ[2]; /* 0xff for each of the group */
  uint64_t fallback[2];                    /* what 0 counts as */
  uint8_t modified; /* the byte before the Modified metrics, or 0 */
};

/* Eight bytes of v, made of the two words that they lie in, each loaded as it
 * was stored.  from & 7 is not 0, for a shift by 64 has no meaning in C; it is
 * 6 and 7 for the Modified metrics of v3 and v4.  With 6:
 *
 *     byte    0 1 2 3 4 5 6 7 | 0 1 2 3 4 5 6 7
 *                         ^^^^^^^^^^^^^^^^^
 *             two bytes of the first word, six of the second
 */
SECRISK__WRAPS
static inline uint64_t secrisk__bytes(const secrisk_cvss *v, uint8_t from) {
  const uint8_t *word = &v->version + (from & 0x38u);
  uint8_t shift = (uint8_t)(8u * (from & 7u));
  return secrisk__load64(word) >> shift | secrisk__load64(word + 8)
                                              << (64u - shift);
}

/* 0xff for each byte that is not 0.  Bit 7 of each such byte comes first; then
 * it is moved to bit 0 and multiplied, which fills the byte and no other. */
static inline uint64_t secrisk__nonzero(uint64_t x) {
  uint64_t bit7 = (secrisk__above(x, SECRISK__LOW7) | x) & ~SECRISK__LOW7;
  return bit7 / 0x80u * 0xffu;
}

/* What each such metric counts as, in the place that it has in the struct. */
static inline void secrisk__resolve_words(const secrisk_cvss *v,
                                          const struct secrisk__words *at,
                                          secrisk_score_kind kind,
                                          uint64_t w[2]) {
  uint64_t threat = (kind & SECRISK__THREAT) != 0 ? ~UINT64_C(0) : 0;
  uint64_t environ = (kind & SECRISK__ENVIRON) != 0 ? ~UINT64_C(0) : 0;
  SECRISK__WRITE_OUT
  for (uint8_t i = 0; i < 2; i++) {
    uint64_t own = secrisk__load64(&v->version + 8u * i);
    SECRISK__SCALAR(own);
    uint64_t mod = 0;
    if (at->modified != 0) {
      mod = secrisk__bytes(v, (uint8_t)(at->modified + 8u * i)) & environ &
            at->base[i];
    }
    own &= at->base[i] | (at->threat[i] & threat) | (at->environ[i] & environ);
    own = mod | (own & ~secrisk__nonzero(mod));
    w[i] = own | (at->fallback[i] & ~secrisk__nonzero(own));
  }
}

/* x[m] for each such metric m. */
SECRISK__WRAPS
static inline void secrisk__resolve(const secrisk_cvss *v,
                                    const struct secrisk__words *at,
                                    secrisk_score_kind kind, uint8_t *x) {
  uint64_t w[2];
  secrisk__resolve_words(v, at, kind, w);
  secrisk__store64(x, w[0] >> 8 | w[1] << 56);
  secrisk__store64(x + 8, w[1] >> 8);
}

/* The sum of w's eight bytes, each times its weight: where a vector's entry
 * stands in a table.  Every other byte, with room for 16 bits, is multiplied
 * at once by four weights in the opposite order.  With bn for byte n and en for
 * its weight, the long multiplication of the even bytes is
 *
 *                    lane 3   lane 2   lane 1   lane 0
 *     w & bytes        b6       b4       b2       b0
 *     even             e0       e2       e4       e6
 *
 *     times e6       b6*e6    b4*e6    b2*e6    b0*e6
 *     times e4       b4*e4    b2*e4    b0*e4
 *     times e2       b2*e2    b0*e2
 *     times e0       b0*e0
 *
 * and its lane 3 holds the sum.  What would stand to the left of it is lost in
 * 64 bits; what stands to the right is shifted out.  The odd bytes go the same
 * way and are added before the shift.
 *
 * BASE_EVEN0 of v3, 0x0000 0144 0036 0009, is 0 for byte 0, the version; 324
 * for byte 2, Attack Complexity; 54 for byte 4, User Interaction; and 9 for
 * byte 6, Confidentiality.
 *
 * The sum is exact as no lane reaches 2^16 and carries into the next.  The
 * vector is valid, so its version is at most 40 and a value at most 7; with
 * these in every byte, tools/tables_fast_score.py checks each lane. */
SECRISK__WRAPS
static inline uint64_t secrisk__lanes(uint64_t w, uint64_t even, uint64_t odd) {
  const uint64_t bytes = 0x00ff00ff00ff00ffu;
  return ((w & bytes) * even + (w >> 8 & bytes) * odd) >> 48;
}

static inline void secrisk__clear(secrisk_cvss *v) {
  uint8_t *bytes = (uint8_t *)v;
  SECRISK__WRITE_OUT
  for (size_t i = 0; i < 40; i += 8) {
    secrisk__store64(bytes + i, 0);
  }
}

/* For a version known as the program runs. */
static inline void secrisk__resolve_any(const secrisk_cvss *v,
                                        const struct secrisk__layout *at,
                                        uint8_t *x) {
  static const struct secrisk__words every[] = {
      SECRISK__WORDS_V2, SECRISK__WORDS_V3, SECRISK__WORDS_V4};
  secrisk__resolve(v, &every[at->index], SECRISK_SCORE_BTE, x);
}
#define SECRISK__RESOLVE_ANY(v, at, x) secrisk__resolve_any(v, at, x)

#endif
