/* SPDX-License-Identifier: MIT */
/* The canonical text of a valid vector, a metric a store. */
#ifndef SECRISK_FAST_FORMAT_H
#define SECRISK_FAST_FORMAT_H

#include "valid.h"

#include "../tables/written.h"

/* Writes the metrics [from, to); returns where their text ends.  Each store is
 * eight bytes, of which as many count as the metric's text has:
 *
 *     / A V : N 0 0 0
 *               / A C : L 0 0 0
 *                         / P R : N 0 0 0
 *
 * A metric that is left out is stored too: it has no length, so that the next
 * one is stored over it. */
static inline uint8_t *put_run(const secrisk_cvss *v, uint8_t index,
                               uint_fast8_t from, uint_fast8_t to,
                               uint8_t *text) {
  for (uint_fast8_t i = from; i < to; i++) {
    const struct written *w = &written[first[index][i] + v->value[i]];
    secrisk__store64(text, secrisk__load64(w->text));
    text += w->length;
  }
  return text;
}

/* "CVSS:3.1" as a little-endian number: the digits are bytes 5 and 7. */
static inline uint64_t prefix(uint8_t version) {
  const uint64_t zero = 0x302e303a53535643u; /* "CVSS:0.0" */
  return zero + ((uint64_t)(version / 10u) << 40) +
         ((uint64_t)(version % 10u) << 56);
}

/* The text's length, or 0 if v is not valid.  buf has SECRISK_CVSS_TEXT_SIZE
 * bytes.  The generator has seen that the longest text leaves eight of them, so
 * that no store reaches past their end. */
static inline size_t written_at_once(const secrisk_cvss *v, char *buf) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  uint8_t *text = (uint8_t *)buf;
  uint64_t w[5];
  load_words(v, w);
  if (at == NULL || !valid(w, at->index, 5)) {
    return 0;
  }
  uint8_t groups = defined(w, at->index);
  uint_fast8_t begin = 0;
  if ((at->rules & SECRISK__PREFIX) != 0) {
    secrisk__store64(text, prefix(v->version));
    text += 8;
  } else { /* the first metric, which is Base, without its slash */
    const struct written *one = &written[first[at->index][0] + v->value[0]];
    secrisk__store64(text, secrisk__load64(one->text + 1));
    text += one->length - 1u;
    begin = 1;
  }
  text = put_run(v, at->index, begin, at->base, text);
  if ((groups & SECRISK__THREAT) != 0) {
    text = put_run(v, at->index, at->base, at->threat, text);
  }
  if ((groups & SECRISK__ENVIRON) != 0) {
    text = put_run(v, at->index, at->threat, at->environ, text);
  }
  text = put_run(v, at->index, at->environ, at->count, text);
  *text = 0; /* the longest texts of a metric fill their store */
  return (size_t)(text - (uint8_t *)buf);
}

#endif
