/* SPDX-License-Identifier: MIT */
/* A register of more threats than 24 bits count; it takes 256 MiB. */
#include <stdlib.h>

#include "t.h"

#define MANY ((UINT32_C(1) << 24) + 3)

static void more_than_24_bits(T_ARGS) {
  T_BEGIN;
  secrisk_evaluation *list = malloc(MANY * sizeof *list);
  uint32_t *order = malloc(MANY * sizeof *order);
  uint32_t at = 1;
  if (list == NULL || order == NULL) {
    abort();
  }
  memset(list, 2, MANY * sizeof *list); /* all alike, but for two */
  list[7].initial_level = SECRISK_LEVEL_NONE;
  list[MANY - 2].initial_level = SECRISK_LEVEL_HIGH;
  secrisk_register_order(list, MANY, order);
  for (uint32_t i = 0; i < MANY; i++) {
    if (i != 7 && i != MANY - 2 && order[at] == i) {
      at++;
    }
  }
  T_EQ("the most urgent", order[0], MANY - 2);
  T_EQ("alike, as they stood", at, MANY - 1);
  T_EQ("the least urgent", order[MANY - 1], 7);
  free(order);
  free(list);
}

#define CASES(X) X(more_than_24_bits)
T_MAIN_IF("register_many", CASES, T_HAS(SECRISK_FEATURE_RISK),
          "this build leaves registers out")
