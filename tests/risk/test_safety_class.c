/* SPDX-License-Identifier: MIT */
/* IEC 62304 classes: the published rows, and every answer against an oracle. */
#include "t.h"

#define A SECRISK_CLASS_A
#define B SECRISK_CLASS_B
#define C SECRISK_CLASS_C
#define NO SECRISK_ANSWER_NO
#define YES SECRISK_ANSWER_YES

static void published_rows_of_systems(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *name;
    secrisk_hazard h;
    secrisk_class want;
    uint8_t why;
  } rows[] = {
      {"no contribution", {NO, 0, 0}, A, SECRISK_REASON_NO_CONTRIBUTION},
      {"acceptable", {YES, NO, 0}, A, SECRISK_REASON_ACCEPTABLE},
      {"non-serious",
       {YES, YES, SECRISK_HARM_NON_SERIOUS},
       B,
       SECRISK_REASON_NON_SERIOUS},
      {"serious", {YES, YES, SECRISK_HARM_SERIOUS}, C, SECRISK_REASON_SERIOUS},
      {"unknown 1", {0, YES, 1}, C, SECRISK_REASON_UNKNOWN},
      {"unknown 2", {YES, 0, 1}, C, SECRISK_REASON_UNKNOWN},
      {"unknown 3", {YES, YES, 0}, C, SECRISK_REASON_UNKNOWN},
      {"14971", {YES, YES, SECRISK_HARM_14971}, C, SECRISK_REASON_14971},
  };
  uint8_t why;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    T_EQ(rows[i].name, secrisk_class_system(&rows[i].h, &why), rows[i].want);
    T_EQ(rows[i].name, why, rows[i].why);
    T_EQ(rows[i].name, secrisk_class_system(&rows[i].h, NULL), rows[i].want);
  }
}

static void published_rows_of_items(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *name;
    secrisk_item item;
    secrisk_class want;
    uint8_t why;
  } items[] = {
      {"no segregation", {C, A, NO, YES, A}, C, SECRISK_REASON_INHERITED},
      {"no rationale", {C, A, YES, NO, A}, C, SECRISK_REASON_INHERITED},
      {"segregated", {C, A, YES, YES, A}, A, SECRISK_REASON_OWN},
      {"controls B", {C, A, YES, YES, B}, B, SECRISK_REASON_CONTROLS},
      {"above its parent", {A, B, 0, 0, A}, B, SECRISK_REASON_OWN},
      {"zeroed", {0, 0, 0, 0, 0}, C, SECRISK_REASON_UNKNOWN},
  };
  uint8_t why;
  for (size_t i = 0; i < T_COUNT(items); i++) {
    T_EQ(items[i].name, secrisk_class_item(&items[i].item, &why),
         items[i].want);
    T_EQ(items[i].name, why, items[i].why);
  }
}

/* 0 for "an answer is missing". */
static int system_oracle(const secrisk_hazard *h) {
  if (h->contributes == NO ||
      (h->contributes == YES && h->unacceptable == NO)) {
    return A;
  }
  if (h->contributes != YES || h->unacceptable != YES) {
    return 0;
  }
  return h->harm == 1 ? B : h->harm == 2 || h->harm == 3 ? C : 0;
}

static int known(uint8_t class) {
  return class >= A && class <= C;
}

static int item_oracle(const secrisk_item *i) {
  int class = i->parent;
  if (!known(i->parent) || !known(i->controls) || !known(i->own)) {
    return 0;
  }
  int own = i->own;
  if (i->parent != A && i->segregated != NO) {
    if (i->segregated != YES || (i->rationale != YES && i->rationale != NO)) {
      return 0;
    }
    if (i->rationale == YES) {
      class = own;
    }
  }
  class = own > class ? own : class;
  return i->controls > class ? i->controls : class;
}

/* Why an item is of its class, which is `class`, or 0 if an answer is missing:
 * controls raise it above what it would be without them, and its own class
 * counts if it is segregated, or above its parent's. */
static uint8_t why_oracle(const secrisk_item *i, int class) {
  secrisk_item bare = *i;
  bare.controls = A;
  if (class == 0) {
    return SECRISK_REASON_UNKNOWN;
  }
  if (class > item_oracle(&bare)) {
    return SECRISK_REASON_CONTROLS;
  }
  return i->own > i->parent ||
                 (i->parent != A && i->segregated == YES && i->rationale == YES)
             ? SECRISK_REASON_OWN
             : SECRISK_REASON_INHERITED;
}

static void every_answer(T_ARGS) {
  T_BEGIN;
  static const uint8_t odd[] = {0, 1, 2, 3, 4, 255};
  uint8_t why;
  for (unsigned n = 0; n < 6 * 6 * 6; n++) {
    const secrisk_hazard h = {odd[n % 6], odd[n / 6 % 6], odd[n / 36]};
    int want = system_oracle(&h);
    T_EQ("system", secrisk_class_system(&h, &why), want == 0 ? C : want);
    T_EQ("system", why == SECRISK_REASON_UNKNOWN, want == 0);
  }
  for (unsigned n = 0; n < 7776; n++) {
    secrisk_item item = {odd[n % 6], odd[n / 6 % 6], odd[n / 36 % 6],
                         odd[n / 216 % 6], odd[n / 1296]};
    int want = item_oracle(&item);
    T_EQ("item", secrisk_class_item(&item, &why), want == 0 ? C : want);
    T_EQ("item", why, why_oracle(&item, want));
    T_TRUE("item", want == 0 || secrisk_reason_text(why)[0] == 'i');
    T_EQ("item", secrisk_class_item(&item, NULL), want == 0 ? C : want);
    for (unsigned k = 0; k < 64; k++) {
      const secrisk_hazard h = {(uint8_t)(k % 4), (uint8_t)(k / 4 % 4),
                                (uint8_t)(k / 16)};
      int risk = system_oracle(&h);
      secrisk_item raised = item;
      if (known(item.controls) && risk > item.controls) {
        raised.controls = (uint8_t)risk;
      }
      int class = risk == 0 ? 0 : item_oracle(&raised);
      T_EQ("library", secrisk_class_library(&item, &h, &why),
           class == 0 ? C : class);
      T_EQ("library", why, why_oracle(&raised, class));
    }
  }
}

/* What is const may lie where nobody can write, not even for a moment. */
static void in_read_only_memory(T_ARGS) {
  T_BEGIN;
  static const secrisk_hazard risks[] = {
      {YES, YES, SECRISK_HARM_SERIOUS}, {YES, YES, 1}, {YES, NO, 0}, {0, 0, 0}};
  static const secrisk_item places[] = {{A, A, 0, 0, A},
                                        {A, B, YES, YES, B},
                                        {C, A, YES, YES, C},
                                        {0, 0, 0, 0, 0}};
  for (size_t i = 0; i < T_COUNT(places); i++) {
    (void)secrisk_class_item(&places[i], NULL);
    for (size_t k = 0; k < T_COUNT(risks); k++) {
      secrisk_item copy = places[i];
      secrisk_hazard risk = risks[k];
      T_EQ("library", secrisk_class_library(&places[i], &risks[k], NULL),
           secrisk_class_library(&copy, &risk, NULL));
    }
  }
}

static void sentences(T_ARGS) {
  T_BEGIN;
  for (unsigned i = 0; i < 256; i++) {
    T_EQ("reason", secrisk_reason_text((uint8_t)i)[0] != '\0',
         i >= SECRISK_REASON_UNKNOWN && i <= SECRISK_REASON_DISABLED);
  }
  T_STR("last", secrisk_reason_text(SECRISK_REASON_DISABLED),
        "this build leaves that feature out, and what is not classified is "
        "class C");
}

#define CASES(X)                                                               \
  X(published_rows_of_systems)                                                 \
  X(published_rows_of_items)                                                   \
  X(every_answer) X(in_read_only_memory) X(sentences)
T_MAIN_IF("safety_class", CASES, T_HAS(SECRISK_FEATURE_RISK),
          "this build leaves safety classes out")
