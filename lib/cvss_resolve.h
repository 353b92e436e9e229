/* SPDX-License-Identifier: MIT */
/* The one resolver of Modified metrics and defaults: what each metric that is
 * scored (Base, Threat, requirements) counts as in a score of some kind.  A
 * defined Modified value goes before its Base value; groups outside the kind
 * count as Not Defined; Not Defined counts as the standard says. */
#ifndef SECRISK_CVSS_RESOLVE_H
#define SECRISK_CVSS_RESOLVE_H

#include "internal.h"

#define SECRISK__SCORED 16 /* room for every metric that is scored */

#if SECRISK_SMALL
/* x[m] for each such metric m. */
void secrisk__resolve(const secrisk_cvss *v, const struct secrisk__layout *at,
                      secrisk_score_kind kind, uint8_t *x);

#define SECRISK__RESOLVE(v, words, kind, x)                                    \
  secrisk__resolve(v, secrisk__layout((v)->version), kind, x)
#else
#include "cvss_resolve_data.h"

/* A version's metrics as x holds them, eight to a word. */
struct secrisk__words {
  uint64_t base[2], threat[2], environ[2]; /* 0xff for each of the group */
  uint64_t fallback[2];                    /* what 0 counts as */
  uint8_t modified; /* where the Modified metrics begin in the struct, or 0 */
};

/* Eight bytes of v, from whole words as they were stored. */
static inline uint64_t secrisk__bytes(const secrisk_cvss *v, uint8_t from) {
  const uint8_t *word = &v->version + (from & 0x38u);
  uint8_t shift = (uint8_t)(8u * (from & 7u));
  uint64_t low = secrisk__load64(word) >> shift;
  return shift == 0 ? low : low | secrisk__load64(word + 8) << (64u - shift);
}

/* 0xff for each byte that is not 0. */
static inline uint64_t secrisk__nonzero(uint64_t x) {
  const uint64_t low7 = 0x7f7f7f7f7f7f7f7fu;
  return ((((x & low7) + low7) | x) & ~low7) / 0x80u * 0xffu;
}

/* x[m] for each such metric m. */
static inline void secrisk__resolve(const secrisk_cvss *v,
                                    const struct secrisk__words *at,
                                    secrisk_score_kind kind, uint8_t *x) {
  uint64_t threat = (kind & 2) != 0 ? ~UINT64_C(0) : 0;
  uint64_t environ = (kind & 4) != 0 ? ~UINT64_C(0) : 0;
  for (uint8_t i = 0; i < 2; i++) {
    uint64_t own = secrisk__bytes(v, (uint8_t)(1u + 8u * i));
    uint64_t mod = 0;
    if (at->modified != 0 && at->base[i] != 0) {
      mod = secrisk__bytes(v, (uint8_t)(at->modified + 8u * i)) & environ &
            at->base[i];
    }
    own &= at->base[i] | (at->threat[i] & threat) | (at->environ[i] & environ);
    own = mod | (own & ~secrisk__nonzero(mod));
    own |= at->fallback[i] & ~secrisk__nonzero(own);
    secrisk__store64(x + 8u * i, own);
  }
}

#define SECRISK__RESOLVE(v, words, kind, x)                                    \
  secrisk__resolve(v, &(words), kind, x)
#endif

#endif
