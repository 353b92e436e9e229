/* SPDX-License-Identifier: MIT */
/* Eight bytes at once, and what keeps compilers from undoing it. */
#ifndef SECRISK_FAST_H
#define SECRISK_FAST_H

#include <stdint.h>

/* Not inlined, so that what is quick and more often called stays small. */
#if !SECRISK_SMALL && defined(__GNUC__)
#define SECRISK__APART __attribute__((noinline))
#else
#define SECRISK__APART
#endif

/* Wraps around by intent: clang's sanitizer of unsigned integers may ask. */
#if defined(__clang__)
#define SECRISK__WRAPS __attribute__((no_sanitize("integer")))
#else
#define SECRISK__WRAPS
#endif

/* Part of its caller, however large. */
#if !SECRISK_SMALL && defined(__GNUC__) && defined(__OPTIMIZE__)
#define SECRISK__INTO static inline __attribute__((always_inline))
#else
#define SECRISK__INTO static inline
#endif

/* The loop that follows, of at most five turns, is written out: GCC does so by
 * itself at -O3 alone. */
#if !SECRISK_SMALL && defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 8
#define SECRISK__WRITE_OUT _Pragma("GCC unroll 5")
#else
#define SECRISK__WRITE_OUT
#endif

/* x is a whole word in a register: not one of a pair in a vector register, nor
 * stored byte by byte. */
#if !SECRISK_SMALL && defined(__GNUC__)
#define SECRISK__SCALAR(x) __asm__("" : "+r"(x))
#else
#define SECRISK__SCALAR(x) ((void)(x))
#endif

#if !SECRISK_SMALL

/* Seven bits of each byte of a word. */
#define SECRISK__LOW7 UINT64_C(0x7f7f7f7f7f7f7f7f)

/* Eight comparisons by one addition.  Bit 7 of each byte says whether the low
 * seven bits of w's byte are more than 127 - room, room being that byte of the
 * second argument and at most 127:
 *
 *     w & 0x7f    0wwwwwww   0 to 127
 *     + room      0rrrrrrr   0 to 127
 *     sum         1.......   if it is 128 or more
 *
 * A sum is at most 254, so that no byte carries into its neighbour.  Bit 7 of
 * w's own byte is left out for this reason; the caller looks at it. */
static inline uint64_t secrisk__above(uint64_t w, uint64_t room) {
  return (w & SECRISK__LOW7) + room;
}

/* Eight bytes as a little-endian number, on any machine and alignment. */
static inline uint64_t secrisk__load64(const uint8_t *p) {
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
         (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
         (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* And back. */
static inline void secrisk__store64(uint8_t *p, uint64_t x) {
  p[0] = (uint8_t)x;
  p[1] = (uint8_t)(x >> 8);
  p[2] = (uint8_t)(x >> 16);
  p[3] = (uint8_t)(x >> 24);
  p[4] = (uint8_t)(x >> 32);
  p[5] = (uint8_t)(x >> 40);
  p[6] = (uint8_t)(x >> 48);
  p[7] = (uint8_t)(x >> 56);
}
#endif

#endif
