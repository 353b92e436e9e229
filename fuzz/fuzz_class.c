/* SPDX-License-Identifier: MIT */
/* The software safety class of any answers: always a class, with a reason, and
 * never lower for knowing less. */
#include "fuzz.h"

static secrisk_class with_reason(secrisk_class class, uint8_t reason) {
  MUST(class >= SECRISK_CLASS_A && class <= SECRISK_CLASS_C);
  MUST(strlen(secrisk_reason_text(reason)) > 0);
  MUST(reason != SECRISK_REASON_UNKNOWN || class == SECRISK_CLASS_C);
  return class;
}

/* 4.3 a) */
static secrisk_class system_class(const secrisk_hazard *h) {
  uint8_t reason = 0;
  secrisk_class class = secrisk_class_system(h, &reason);
  bool a = h->contributes == SECRISK_ANSWER_NO ||
           (h->contributes == SECRISK_ANSWER_YES &&
            h->unacceptable == SECRISK_ANSWER_NO);
  bool b = h->contributes == SECRISK_ANSWER_YES &&
           h->unacceptable == SECRISK_ANSWER_YES &&
           h->harm == SECRISK_HARM_NON_SERIOUS;
  MUST(class == (a ? SECRISK_CLASS_A : b ? SECRISK_CLASS_B : SECRISK_CLASS_C));
  MUST(secrisk_class_system(h, NULL) == class);
  return with_reason(class, reason);
}

static secrisk_class item_class(const secrisk_item *item) {
  uint8_t reason = 0;
  secrisk_class class = secrisk_class_item(item, &reason);
  bool apart = item->segregated == SECRISK_ANSWER_YES &&
               item->rationale == SECRISK_ANSWER_YES;
  for (int i = 0; i < 3; i++) { /* whatever else is said */
    uint8_t known = i == 0 ? item->parent : i == 1 ? item->own : item->controls;
    bool any = known >= SECRISK_CLASS_A && known <= SECRISK_CLASS_C;
    MUST(any || reason == SECRISK_REASON_UNKNOWN);
  }
  MUST(reason == SECRISK_REASON_UNKNOWN || class >= item->controls);
  MUST(reason == SECRISK_REASON_UNKNOWN || apart || class >= item->parent);
  MUST(secrisk_class_item(item, NULL) == class);
  return with_reason(class, reason);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  uint8_t a[8], reason = 0, forget = take(&in) % 8;
  take_into(&in, a, sizeof a);
  for (int i = 0; take(&in) % 4 != 0 && i < 8; i++) {
    a[i] %= 4;
  }
  secrisk_item item = {a[0], a[1], a[2], a[3], a[4]};
  secrisk_hazard h = {a[5], a[6], a[7]};
  secrisk_class system = system_class(&h), own = item_class(&item);
  secrisk_class library = secrisk_class_library(&item, &h, &reason);
  with_reason(library, reason);
  MUST(library >= system && library >= own);
  a[forget] = 0; /* an answer forgotten never lowers a class */
  secrisk_item less = {a[0], a[1], a[2], a[3], a[4]};
  secrisk_hazard unsure = {a[5], a[6], a[7]};
  MUST(system_class(&unsure) >= system);
  MUST(item_class(&less) >= own);
  MUST(secrisk_class_library(&less, &unsure, NULL) >= library);
  return 0;
}
