/* SPDX-License-Identifier: MIT */
/* The order and the counts of any register. */
#include "fuzz.h"

#define MAX 200

/* May a stand before b?  Failed ones first, then by what is higher. */
static bool may_precede(const secrisk_evaluation *a,
                        const secrisk_evaluation *b) {
  const uint8_t x[5] = {a->decision == 0, a->initial_level, a->initial_tenths,
                        a->residual_level, a->residual_tenths};
  const uint8_t y[5] = {b->decision == 0, b->initial_level, b->initial_tenths,
                        b->residual_level, b->residual_tenths};
  return x[0] != 0 && y[0] != 0 ? a < b
         : memcmp(x, y, 5) != 0 ? memcmp(x, y, 5) > 0
                                : a < b;
}

static void must_count(const secrisk_evaluation *list, uint32_t n) {
  secrisk_counts c, own;
  memset(&own, 0, sizeof own);
  for (uint32_t i = 0; i < n; i++) {
    const secrisk_evaluation *e = list + i;
    bool good = e->decision >= 1 && e->decision <= 5 && e->initial_level <= 5 &&
                e->residual_level <= 5;
    own.decision[good ? e->decision : 0]++;
    for (int bit = 0; good && bit < 16; bit++) {
      own.missing[bit] += (e->missing & 1 << bit) != 0;
    }
    for (int bit = 0; good && bit < 6; bit++) {
      own.initial[bit] += e->initial_level == bit;
      own.residual[bit] += e->residual_level == bit;
    }
  }
  secrisk_register_count(list, n, &c);
  MUST(memcmp(&c, &own, sizeof c) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static secrisk_evaluation all[MAX];
  struct bytes in = {data, size};
  bool seen[MAX] = {false};
  uint32_t n = take(&in) % (MAX + 1);
  for (uint32_t i = 0; i < n; i++) {
    take_into(&in, &all[i], sizeof all[i]);
    all[i].decision %= 7; /* levels of evaluate's, and some more */
    all[i].initial_level %= 8;
    all[i].residual_level %= 8;
  }
  secrisk_evaluation *list = exact(all, n * sizeof *all);
  uint32_t *order = room(n * sizeof *order); /* not a byte more */
  must_count(list, n);
  secrisk_register_order(list, n, order);
  for (uint32_t i = 0; i < n; i++) {
    MUST(order[i] < n && !seen[order[i]]);
    seen[order[i]] = true;
    MUST(i == 0 || may_precede(&list[order[i - 1]], &list[order[i]]));
  }
  free(list);
  free(order);
  return 0;
}
