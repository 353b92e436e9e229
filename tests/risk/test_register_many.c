/* SPDX-License-Identifier: MIT */
/* A register of more threats than 24 bits count.  It takes 64 MiB: of the list,
 * nearly all is 0 and never written, and so no memory where pages come empty.
 */
#include <stdlib.h>

#include "t.h"

#define MANY ((UINT32_C(1) << 24) + 3)

static void more_than_24_bits(T_ARGS) {
  T_BEGIN;
  secrisk_evaluation *list = calloc(MANY, sizeof *list);
  uint32_t *order = calloc(MANY, sizeof *order);
  uint32_t at = 0;
  if (list == NULL || order == NULL) {
    abort();
  }
  /* All others failed, and so come first, as they stood. */
  list[7].decision = SECRISK_DECISION_OPEN;
  list[MANY - 2].decision = SECRISK_DECISION_OPEN;
  list[MANY - 2].initial_level = SECRISK_LEVEL_LOW;
  secrisk_register_order(list, MANY, order);
  for (uint32_t i = 0; i < MANY; i++) {
    if (i != 7 && i != MANY - 2 && order[at] == i) {
      at++;
    }
  }
  T_EQ("in order", at, MANY - 2);
  T_EQ("low", order[MANY - 2], MANY - 2);
  T_EQ("no level", order[MANY - 1], 7);
  free(order);
  free(list);
}

#define CASES(X) X(more_than_24_bits)
T_MAIN_IF("register_many", CASES, T_HAS(SECRISK_FEATURE_RISK),
          "this build leaves registers out")
