/* SPDX-License-Identifier: MIT */
/* A guess at what the parser reads next: all Base metrics, or all others, in
 * the standard's order and with valid values.  Where it is right, it saves the
 * parser the work; where not, nothing has happened. */
#ifndef SECRISK_CVSS_PREDICT_H
#define SECRISK_CVSS_PREDICT_H

#include "internal.h"

struct place {
  uint8_t at, shift;
};

struct block {
  uint8_t length, words, first, end, text, place, smallest;
};

#include "cvss_predict_data.h"

/* Are names, colons and slashes those of the block, and values capitals? */
static inline bool block_fits(const struct block *b, const uint8_t *text) {
  const uint64_t *want = texts + b->text;
  const uint64_t *mask = masks + b->text;
  uint64_t differ = 0;
  uint8_t last = (uint8_t)(b->words - 1u);
  for (uint8_t i = 0; i < last; i++) {
    differ |= (secrisk__load64(text + 8u * i) & mask[i]) ^ want[i];
  }
  differ |= (secrisk__load64(text + b->length - 8) & mask[last]) ^ want[last];
  return differ == 0;
}

/* Stores the values of the block; false if one is not its metric's.  Whole
 * words are stored, for that is how secrisk_cvss_check will read them. */
static inline bool block_values(const struct block *b, const uint8_t *text,
                                secrisk_cvss *out) {
  const struct place *place = places + b->place;
  uint8_t *bytes = &out->version;
  uint8_t at = (uint8_t)(b->first + 1u);
  uint8_t end = (uint8_t)(b->end + 1u);
  uint64_t word = secrisk__load64(bytes + (at & ~7u));
  uint32_t bad = 0;
  for (; at < end; at++, place++) {
    uint32_t code =
        (uint32_t)(letters[text[place->at] & 31u] >> place->shift) & 7u;
    bad |= code - b->smallest; /* wraps below 0 when too small */
    word |= (uint64_t)(code - 1u) << (8u * (at & 7u));
    if ((at & 7u) == 7u) {
      secrisk__store64(bytes + (at & ~7u), word);
      word = 0;
    }
  }
  if ((end & 7u) != 0) {
    secrisk__store64(bytes + (end & ~7u), word);
  }
  return (bad & 0x80000000u) == 0;
}

/* The block that begins with this metric, if it stands at p->pos.  A value
 * that is stored but then refused is met again by the parser, which fails. */
static inline const struct block *predict(const struct secrisk__parser *p,
                                          uint8_t metric, secrisk_cvss *out) {
  uint8_t layout = p->at->index;
  const uint8_t *text = (const uint8_t *)p->text + p->pos;
  for (uint8_t i = block_of[layout]; i < block_of[layout + 1]; i++) {
    const struct block *b = &blocks[i];
    size_t left = p->end - p->pos;
    if (b->first == metric && left >= b->length &&
        (left == b->length || text[b->length] == '/') && block_fits(b, text) &&
        block_values(b, text, out)) {
      return b;
    }
  }
  return NULL;
}

#endif
