/* SPDX-License-Identifier: MIT */
/* Digests of scores over every state (tests/data/README.md). */
#ifndef DIGEST_H
#define DIGEST_H

#include <inttypes.h>

#include "enumerate.h"

struct digest {
  uint32_t states;
  uint32_t sum;
  uint8_t min;
  uint8_t max;
  uint32_t crc32;
  uint64_t fnv1a64;
};

static const struct digest digest_empty = {0, 0,           255,
                                           0, 0xffffffffu, 0xcbf29ce484222325u};

static uint32_t digest_crc[256];

static void digest_prepare(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t c = i;
    for (int bit = 0; bit < 8; bit++) {
      c = (c >> 1) ^ ((c & 1) != 0 ? 0xedb88320u : 0);
    }
    digest_crc[i] = c;
  }
}

static void digest_add(struct digest *d, uint8_t byte) {
  d->states++;
  d->sum += byte;
  d->min = byte < d->min ? byte : d->min;
  d->max = byte > d->max ? byte : d->max;
  d->crc32 = (d->crc32 >> 8) ^ digest_crc[(d->crc32 ^ byte) & 0xff];
  d->fnv1a64 = (d->fnv1a64 ^ byte) * 0x100000001b3u;
}

static void digest_check(const char *table, uint32_t row,
                         const struct digest *got, const struct digest *want) {
  if (got->states != want->states || got->sum != want->sum ||
      got->min != want->min || got->max != want->max ||
      (got->crc32 ^ 0xffffffffu) != want->crc32 ||
      got->fnv1a64 != want->fnv1a64) {
    T_FAIL("%s, row %" PRIu32 ": %" PRIu32 " states, sum %" PRIu32
           ", %d to %d, crc32 %08" PRIx32 "; expected %" PRIu32
           " states, sum %" PRIu32 ", %d to %d, crc32 %08" PRIx32,
           table, row, got->states, got->sum, got->min, got->max,
           got->crc32 ^ 0xffffffffu, want->states, want->sum, want->min,
           want->max, want->crc32);
  }
}

/* Where a table's states are counted: whole, and by group of equal size. */
struct table {
  const char *name;
  const struct digest *whole;
  const struct digest *groups; /* NULL: none */
};

/* Scores every state of s as kind and compares. */
static void digest_states(struct states *s, secrisk_score_kind kind,
                          const struct table *t) {
  struct digest whole = digest_empty;
  struct digest group = digest_empty;
  uint32_t row = 0;
  digest_prepare();
  do {
    uint8_t score = secrisk_cvss_score(&s->v, kind);
    digest_add(&whole, score);
    if (t->groups != NULL) {
      digest_add(&group, score);
      if (group.states == t->groups[row].states) {
        digest_check(t->name, row, &group, &t->groups[row]);
        group = digest_empty;
        row++;
      }
    }
  } while (states_next(s));
  digest_check(t->name, 0, &whole, t->whole);
}

/* Every metric at its most (or least) severe value: what a score must not
 * look at. */
static void decoy(secrisk_cvss *v, uint8_t version, bool severe) {
  uint8_t count = secrisk_cvss_metric_count(version);
  memset(v, 0, sizeof *v);
  v->version = version;
  for (uint8_t m = 0; m < count; m++) {
    uint8_t last = (uint8_t)(secrisk_cvss_value_count(version, m) - 1);
    v->value[m] = severe ? 1 : last;
  }
}

#endif
