/* SPDX-License-Identifier: MIT */
/* Registers: the order of urgency, and counts. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

/* Larger is more urgent, of those that did not fail: four keys in one number,
 *
 *     31    24 23      16 15       8 7          0
 *     initial  initial    residual   residual
 *     level    tenths     level      tenths
 */
static uint32_t urgency(const secrisk_evaluation *e) {
  return (uint32_t)e->initial_level << 24 | (uint32_t)e->initial_tenths << 16 |
         (uint32_t)e->residual_level << 8 | e->residual_tenths;
}

/* Does b come after a?  Never for equals: indexes differ.  Failed ones are all
 * alike. */
static bool after(const secrisk_evaluation *list, uint32_t a, uint32_t b) {
  bool failed = list[a].decision == 0;
  if (failed || list[b].decision == 0) {
    return failed && (list[b].decision != 0 || a < b);
  }
  uint32_t first = urgency(list + a);
  uint32_t second = urgency(list + b);
  return first != second ? first > second : a < b;
}

/* Moves order[root] down the heap of count, in which a parent comes after its
 * children, to its place. */
static void sift(const secrisk_evaluation *list, uint32_t *order, uint32_t root,
                 uint32_t count) {
  uint32_t moving = order[root];
  while (root < count / 2u) { /* it has a child; each turn doubles root */
    uint32_t child = 2u * root + 1u;
    if (child + 1u < count && after(list, order[child], order[child + 1u])) {
      child++;
    }
    if (!after(list, moving, order[child])) {
      break;
    }
    order[root] = order[child];
    root = child;
  }
  order[root] = moving;
}

/* Heapsort: in place, and since no two compare equal, as good as stable. */
void secrisk_register_order(const secrisk_evaluation *list, uint32_t count,
                            uint32_t *order) {
  for (uint32_t i = 0; i < count; i++) {
    order[i] = i;
  }
  for (uint32_t i = count / 2u; i > 0; i--) {
    sift(list, order, i - 1u, count);
  }
  for (uint32_t i = count; i > 1u; i--) {
    uint32_t last = order[0];
    order[0] = order[i - 1u];
    order[i - 1u] = last;
    sift(list, order, 0, i - 1u);
  }
}

void secrisk_register_count(const secrisk_evaluation *list, uint32_t count,
                            secrisk_counts *out) {
  secrisk__zero(out, sizeof *out);
  for (uint32_t i = 0; i < count; i++) {
    const secrisk_evaluation *e = list + i;
    if (e->decision == 0 || e->decision > SECRISK_DECISION_RECORDED ||
        e->initial_level > SECRISK_LEVEL_CRITICAL ||
        e->residual_level > SECRISK_LEVEL_CRITICAL) {
      out->decision[0]++;
      continue;
    }
    out->decision[e->decision]++;
    out->initial[e->initial_level]++;
    out->residual[e->residual_level]++;
    uint32_t missing = e->missing; /* an int may be too small to shift by 16 */
    for (uint8_t bit = 0; missing >> bit != 0; bit++) {
      out->missing[bit] += missing >> bit & 1u;
    }
  }
}

#endif
