/* SPDX-License-Identifier: MIT */
/* A guess at what the parser reads next: all Base metrics, or all others, in
 * the standard's order and with valid values.  Where it is right, it saves the
 * parser the work; where not, nothing has happened. */
#ifndef SECRISK_CVSS_PREDICT_H
#define SECRISK_CVSS_PREDICT_H

#include "internal.h"

struct block {
  uint8_t length; /* of the text */
  uint8_t first;  /* metric */
  uint8_t end;    /* the metric after the last */
};

/* The generated functions compare the text eight bytes at a time (of a value
 * only the bits that make it a capital letter), look the values up and store
 * them as whole words, for that is how they will be read. */
#include "cvss_predict_data.h"

static inline bool block_reads(uint8_t block, const uint8_t *text,
                               uint8_t *bytes) {
#if SECRISK__V2
  if (block == 0) {
    return v2_base(text, bytes);
  }
#endif
#if SECRISK__V3
  if (block == 1) {
    return v3_base(text, bytes);
  }
  if (block == 2) {
    return v3_rest(text, bytes);
  }
#endif
#if SECRISK__V4
  return block == 3 ? v4_base(text, bytes) : v4_rest(text, bytes);
#else
  return false;
#endif
}

/* The block that begins with this metric, if it stands at p->pos.  A value
 * that is stored but then refused is met again by the parser, which fails. */
static inline const struct block *predict(const struct secrisk__parser *p,
                                          uint8_t metric, secrisk_cvss *out) {
  static const uint8_t first[] = {0, 1, 3}; /* block of a layout */
  const uint8_t *text = (const uint8_t *)p->text + p->pos;
  uint8_t block = (uint8_t)(first[p->at->index] + (metric != 0));
  const struct block *b = &blocks[block];
  size_t left = p->end - p->pos;
  return b->first == metric && left >= b->length &&
                 (left == b->length || text[b->length] == '/') &&
                 block_reads(block, text, &out->version)
             ? b
             : NULL;
}

#endif
