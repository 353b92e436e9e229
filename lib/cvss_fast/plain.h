/* SPDX-License-Identifier: MIT */
/* One metric as most are written, wherever it stands: its name, a colon, and a
 * value of one letter.  The parser reads what is not. */
#ifndef SECRISK_FAST_PLAIN_H
#define SECRISK_FAST_PLAIN_H

#include "guess.h"
#include "search.h"

/* Up to eight bytes of the text at the cursor, which has one at least, then
 * zeros.  Near the end it loads the last eight, and shifts out those before the
 * cursor. */
static inline uint64_t ahead(const struct secrisk__cursor *c) {
  const uint8_t *text = (const uint8_t *)c->text;
  size_t left = c->end - c->pos;
  if (left >= 8) {
    return secrisk__load64(text + c->pos);
  }
  return c->end < 8 ? 0
                    : secrisk__load64(text + c->end - 8) >> (64u - 8u * left);
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

/* Reads the metric at the cursor, and leaves the cursor at its value, if it is
 * plain, not yet seen, and in the standard's order where that is asked for. */
static inline bool plain_metric(struct secrisk__reader *r, secrisk_cvss *out) {
  uint64_t w = ahead(&r->c);
  uint_fast8_t name = letters_before_colon(w);
  if (name == 0) {
    return false;
  }
  uint32_t token = (uint32_t)w & 0xffffffu >> (24u - 8u * name);
  const struct slot *slot = slot_of(token, r->at->index);
  if (slot->name != token || token >> (8u * name - 8u) == 0) {
    return false; /* no such name, or one that a NUL makes longer */
  }
  uint8_t letter = (uint8_t)(w >> (8u * name + 8u));
  uint8_t after = (uint8_t)(w >> (8u * name + 16u));
  bool last = r->c.end - r->c.pos == name + 2u;
  uint32_t seen = r->seen >> slot->metric; /* it and those after it */
  bool in_place =
      (r->at->rules & SECRISK__ANY_ORDER) != 0 ? (seen & 1u) == 0 : seen == 0;
  if ((letter & 0xe0u) != 0x40u || !(last || after == '/') || !in_place) {
    return false;
  }
  uint8_t ordinal = (uint8_t)value(letter, slot->kind);
  if (ordinal == 0x80) {
    return false;
  }
  out->value[slot->metric] = ordinal;
  r->seen |= (uint32_t)1 << slot->metric;
  r->next = (uint8_t)(slot->metric + 1u);
  r->c.pos += name + 1u;
  r->c.n = 1;
  return true;
}

#endif
