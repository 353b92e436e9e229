/* SPDX-License-Identifier: MIT */
/* Metrics as most are written, wherever they stand: a name, a colon, and a
 * value of one letter.  The parser reads those that are not. */
#ifndef SECRISK_FAST_PLAIN_H
#define SECRISK_FAST_PLAIN_H

#include "guess.h"
#include "search.h"

/* Up to eight bytes of the text at pos, which has one at least, then zeros.
 * Near the end it loads the last eight, and shifts out those before pos. */
static inline uint64_t ahead(const uint8_t *text, size_t pos, size_t end) {
  size_t left = end - pos;
  if (left >= 8) {
    return secrisk__load64(text + pos);
  }
  return end < 8 ? 0 : secrisk__load64(text + end - 8) >> (64u - 8u * left);
}

/* How many letters stand before the first colon of bytes 1 to 3; 0 if there is
 * none.  A byte of `x` is 0 where w has a colon.  The subtraction sets bit 7 of
 * the lowest such byte, and of none below it; those above may be wrong. */
SECRISK__WRAPS
static inline uint_fast8_t letters_before_colon(uint64_t w) {
  uint32_t x = (uint32_t)w ^ 0x3a3a3a3au;
  uint32_t zero = (x - 0x01010100u) & ~x & 0x80808000u;
  if (zero == 0) {
    return 0;
  }
  uint32_t lowest = zero & (~zero + 1u);
  return (uint_fast8_t)(1 + (lowest > 0x8000u) + (lowest > 0x800000u));
}

/* The slot of the metric that w begins with, if it is plain: `name` letters
 * before its colon, a value of one letter, which *ordinal then is, and a slash
 * or the text's end, which is `left` bytes away. */
static inline const struct slot *plain(uint64_t w, uint_fast8_t name,
                                       size_t left, uint8_t index,
                                       uint8_t *ordinal) {
  uint32_t token = (uint32_t)w & 0xffffffu >> (24u - 8u * name);
  const struct slot *slot = slot_of(token, index);
  if (slot->name != token || token >> (8u * name - 8u) == 0) {
    return NULL; /* no such name, or one that a NUL makes longer */
  }
  uint16_t rest = (uint16_t)(w >> (8u * name + 8u));
  if ((rest & 0xe0u) != 0x40u || (rest >> 8 != '/' && left != name + 2u)) {
    return NULL;
  }
  *ordinal = (uint8_t)value((uint8_t)rest, slot->kind);
  return *ordinal != 0x80 ? slot : NULL;
}

/* Reads the metrics from the cursor on, as far as they are plain, not yet seen,
 * and in the standard's order where that is asked for.  True: after the last of
 * them no other can follow, and the cursor is at its value.  Else the cursor is
 * at the metric that the parser has to read. */
static inline bool plain_metrics(struct secrisk__reader *r, secrisk_cvss *out) {
  const uint8_t *text = (const uint8_t *)r->c.text;
  const uint8_t index = r->at->index;
  /* of the metric and those after it, those not to be seen before */
  const uint32_t own = (r->at->rules & SECRISK__ANY_ORDER) != 0 ? 1 : ~0u;
  const size_t end = r->c.end;
  size_t pos = r->c.pos;
  uint32_t all = r->seen;
  uint8_t next = r->next;
  bool over = false;
  while (!over) {
    uint64_t w = ahead(text, pos, end);
    uint_fast8_t name = letters_before_colon(w);
    uint8_t ordinal = 0;
    if (name == 0) {
      break;
    }
    const struct slot *slot = plain(w, name, end - pos, index, &ordinal);
    if (slot == NULL || (all >> slot->metric & own) != 0) {
      break;
    }
    out->value[slot->metric] = ordinal;
    all |= (uint32_t)1 << slot->metric;
    next = (uint8_t)(slot->metric + 1u);
    over = end - pos <= name + 3u; /* nothing, or nothing but a slash */
    pos += name + (over ? 1u : 3u);
  }
  r->seen = all;
  r->next = next;
  r->c.pos = pos;
  r->c.n = over;
  return over;
}

#endif
