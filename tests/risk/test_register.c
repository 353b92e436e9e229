/* SPDX-License-Identifier: MIT */
/* Registers: order and counts; and the matrix. */
#include <stdlib.h>

#include "t.h"

#ifdef T_REDUCED /* 16 KiB of RAM */
#define MANY 300u
#define ANY 64 /* of the 1,024 */
#define MANY_ROWS 16
#else
#define MANY 100000u
#define ANY 1024
#define MANY_ROWS 255
#endif

/* The level that a call writes, or its status above the levels. */
#define FAILED(status) (100 + (status))
static int level_of(const secrisk_matrix *m, uint8_t row, uint8_t column) {
  secrisk_level level = 99;
  secrisk_status status = secrisk_matrix_level(m, row, column, &level);
  if (status == SECRISK_OK) {
    return level;
  }
  return level == SECRISK_NO_LEVEL ? FAILED(status) : -1;
}

static secrisk_evaluation make(uint8_t decision, uint8_t il, uint8_t it,
                               uint8_t rl, uint8_t rt) {
  secrisk_evaluation e = {decision, 0, 0, 0, il, it, rl, rt, {0, 0}};
  return e;
}

static void order_of_urgency(T_ARGS) {
  T_BEGIN;
  const secrisk_evaluation list[] = {
      make(2, 2, 30, 2, 30),  /* 0 */
      make(2, 5, 98, 2, 20),  /* 1 */
      make(2, 5, 98, 3, 50),  /* 2 */
      make(2, 5, 91, 5, 91),  /* 3 */
      make(2, 2, 30, 2, 30),  /* 4: equals 0 */
      make(2, 2, 255, 2, 30), /* 5: no score */
      make(0, 0, 0, 0, 0),    /* 6: failed */
      make(2, 5, 98, 3, 49),  /* 7 */
      make(1, 2, 30, 2, 30),  /* 8: equals 0: decisions do not count */
  };
  static const uint32_t want[] = {6, 2, 7, 1, 3, 5, 0, 4, 8};
  uint32_t order[T_COUNT(list)];
  secrisk_register_order(list, T_COUNT(list), order);
  for (size_t i = 0; i < T_COUNT(list); i++) {
    T_EQ("place", order[i], want[i]);
  }
  secrisk_register_order(NULL, 0, NULL);
}

static const secrisk_evaluation *sorting;

static int compare(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  const secrisk_evaluation *p = sorting + x, *q = sorting + y;
  const int d[] = {(q->decision == 0) - (p->decision == 0),
                   q->initial_level - p->initial_level,
                   q->initial_tenths - p->initial_tenths,
                   q->residual_level - p->residual_level,
                   q->residual_tenths - p->residual_tenths};
  bool failed = p->decision == 0 && q->decision == 0; /* all are alike */
  for (size_t i = 0; i < T_COUNT(d) && !failed; i++) {
    if (d[i] != 0) {
      return d[i];
    }
  }
  return x < y ? -1 : 1;
}

/* Against qsort, of every size to 40 and of MANY; and in bounded time even
 * when all are equal, sorted or reversed. */
static void order_against_qsort(T_ARGS) {
  T_BEGIN;
  static secrisk_evaluation list[MANY];
  static uint32_t got[MANY], want[MANY];
  uint32_t seed = 1;
  for (uint32_t round = 0; round < 44; round++) {
    uint32_t n = round < 40 ? round : MANY;
    for (uint32_t i = 0; i < n; i++) {
      seed = seed * 1664525u + 1013904223u;
      uint8_t level = (uint8_t)(1 + (seed >> 24) % 5);
      if (round == 41) {
        level = 3;
      } else if (round >= 42) {
        level = (uint8_t)(1 + (round == 42 ? i : n - 1 - i) * 5 / n);
      }
      list[i] =
          make((seed >> 20) % 16 != 0, level, (uint8_t)(level * 20),
               (uint8_t)(1 + (seed >> 16) % level), (uint8_t)(seed >> 8 & 3));
      want[i] = i;
    }
    sorting = list;
    qsort(want, (size_t)n, sizeof want[0], compare);
    secrisk_register_order(list, n, got);
    T_EQ("order", memcmp(got, want, (size_t)n * sizeof got[0]), 0);
  }
}

/* Of any bytes: those at the ends of each field, and failed ones among them. */
static void order_of_any_bytes(T_ARGS) {
  T_BEGIN;
  static const uint8_t ends[] = {0, 1, 254, 255};
  static secrisk_evaluation list[ANY];
  static uint32_t got[T_COUNT(list)], want[T_COUNT(list)];
  for (uint32_t i = 0; i < T_COUNT(list); i++) {
    uint32_t n = i * 685 % T_COUNT(list); /* mixed: 685 is odd */
    list[i] = make(ends[n % 4], ends[n / 4 % 4], ends[n / 16 % 4],
                   ends[n / 64 % 4], ends[n / 256]);
    want[i] = i;
  }
  sorting = list;
  qsort(want, T_COUNT(list), sizeof want[0], compare);
  secrisk_register_order(list, T_COUNT(list), got);
  T_EQ("order", memcmp(got, want, sizeof got), 0);
}

static void counts(T_ARGS) {
  T_BEGIN;
  secrisk_evaluation list[] = {make(1, 5, 98, 5, 98), make(2, 4, 75, 2, 20),
                               make(5, 1, 0, 1, 0),   make(0, 0, 0, 0, 0),
                               make(6, 1, 0, 1, 0),   make(2, 6, 0, 1, 0),
                               make(2, 1, 0, 6, 0)};
  secrisk_counts c;
  list[0].missing = SECRISK_MISSING_CONTROL | SECRISK_MISSING_BENEFIT_RISK;
  memset(&c, 0xff, sizeof c);
  secrisk_register_count(list, T_COUNT(list), &c);
  static const secrisk_counts want = {{4, 1, 1, 0, 0, 1},
                                      {0, 1, 0, 0, 1, 1},
                                      {0, 1, 1, 0, 0, 1},
                                      {1, 0, 0, 0, 0, 1}};
  T_EQ("counts", memcmp(&c, &want, sizeof c), 0);
  list[0].missing = UINT16_MAX;
  secrisk_register_count(list, 1, &c);
  for (int bit = 0; bit < 16; bit++) {
    T_EQ("every bit", c.missing[bit], 1);
  }
  secrisk_register_count(NULL, 0, &c);
  T_EQ("none", c.decision[0] + c.initial[1], 0);
}

static void matrix(T_ARGS) {
  T_BEGIN;
  uint8_t cells[6] = {1, 2, 3, 2, 4, 5};
  secrisk_matrix m = {cells, 2, 3};
  secrisk_diag diag;
  T_EQ("check", secrisk_matrix_check(&m, &diag), SECRISK_OK);
  for (uint32_t i = 0; i < 65536; i++) {
    uint8_t row = (uint8_t)(i >> 8), column = (uint8_t)i;
    T_EQ("cell", level_of(&m, row, column),
         row < 2 && column < 3 ? cells[row * 3 + column]
                               : FAILED(SECRISK_E_ARG));
  }
  for (int n = 0; n < 6 * 256; n++) { /* each byte in each cell */
    int i = n % 256, cell = n / 256;
    bool ok = i >= 1 && i <= 5;
    uint8_t was = cells[cell];
    cells[cell] = (uint8_t)i;
    T_EQ("level", secrisk_matrix_check(&m, &diag),
         ok ? SECRISK_OK : SECRISK_E_RANGE);
    T_EQ("where", diag.offset, ok ? 0 : cell);
    T_EQ("level", level_of(&m, (uint8_t)(cell / 3), (uint8_t)(cell % 3)),
         ok ? i : FAILED(SECRISK_E_RANGE));
    cells[cell] = was;
  }
  const secrisk_matrix bad[] = {{NULL, 2, 3}, {cells, 0, 3}, {cells, 2, 0}};
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    T_EQ("empty", secrisk_matrix_check(&bad[i], NULL), SECRISK_E_ARG);
    T_EQ("empty", level_of(&bad[i], 0, 0), FAILED(SECRISK_E_ARG));
  }
  static uint8_t many[MANY_ROWS * 255];
  memset(many, 1, sizeof many);
  many[sizeof many - 1] = 5;
  const secrisk_matrix big = {many, MANY_ROWS, 255};
  T_EQ("big", secrisk_matrix_check(&big, NULL), SECRISK_OK);
  T_EQ("big", level_of(&big, MANY_ROWS - 1, 254), 5);
}

#define CASES(X)                                                               \
  X(order_of_urgency)                                                          \
  X(order_against_qsort) X(order_of_any_bytes) X(counts) X(matrix)
T_MAIN_IF("register", CASES, T_HAS(SECRISK_FEATURE_RISK),
          "this build leaves registers out")
