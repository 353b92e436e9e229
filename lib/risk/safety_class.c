/* SPDX-License-Identifier: MIT */
/* The software safety class of IEC 62304 (2006 + A1:2015), clause 4.3. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

static secrisk_class answer(secrisk_class class, secrisk_reason why,
                            secrisk_reason *reason) {
  if (reason != NULL) {
    *reason = why;
  }
  return class;
}

static secrisk_class unknown(secrisk_reason *reason) {
  return answer(SECRISK_CLASS_C, SECRISK_REASON_UNKNOWN, reason);
}

static bool is_class(secrisk_class class) {
  return class >= SECRISK_CLASS_A && class <= SECRISK_CLASS_C;
}

/* 4.3 a), and Figure 3 of A1.  Software is taken to fail; only controls outside
 * of it have been counted. */
secrisk_class secrisk_class_system(const secrisk_hazard *h,
                                   secrisk_reason *reason) {
  if (h->contributes == SECRISK_ANSWER_NO) {
    return answer(SECRISK_CLASS_A, SECRISK_REASON_NO_CONTRIBUTION, reason);
  }
  if (h->contributes != SECRISK_ANSWER_YES) {
    return unknown(reason);
  }
  if (h->unacceptable == SECRISK_ANSWER_NO) {
    return answer(SECRISK_CLASS_A, SECRISK_REASON_ACCEPTABLE, reason);
  }
  if (h->unacceptable != SECRISK_ANSWER_YES) {
    return unknown(reason);
  }
  switch (h->harm) {
  case SECRISK_HARM_NON_SERIOUS:
    return answer(SECRISK_CLASS_B, SECRISK_REASON_NON_SERIOUS, reason);
  case SECRISK_HARM_SERIOUS:
    return answer(SECRISK_CLASS_C, SECRISK_REASON_SERIOUS, reason);
  case SECRISK_HARM_14971:
    return answer(SECRISK_CLASS_C, SECRISK_REASON_14971, reason);
  default:
    return unknown(reason);
  }
}

/* YES or NO: does the item's own class hold in place of its parent's?  0: an
 * answer is missing. */
static uint8_t stands_alone(const secrisk_item *item) {
  if (item->parent == SECRISK_CLASS_A ||
      item->segregated == SECRISK_ANSWER_NO) {
    return SECRISK_ANSWER_NO; /* nothing is below A */
  }
  if (item->segregated != SECRISK_ANSWER_YES ||
      (item->rationale != SECRISK_ANSWER_NO &&
       item->rationale != SECRISK_ANSWER_YES)) {
    return 0;
  }
  return item->rationale;
}

/* Clauses 4.3 and 7.2.2 b).  Three classes may count, and the highest of these
 * holds:
 *
 *     the parent's     unless the item is segregated with a rationale
 *     its own          always
 *     its controls'    of the risks that it controls for other software
 */
secrisk_class secrisk_class_item(const secrisk_item *item,
                                 secrisk_reason *reason) {
  uint8_t alone = stands_alone(item);
  secrisk_class class = item->parent;
  secrisk_reason why = SECRISK_REASON_INHERITED;
  if (!is_class(item->parent) || !is_class(item->own) ||
      !is_class(item->controls) || alone == 0) {
    return unknown(reason);
  }
  if (alone == SECRISK_ANSWER_YES || item->own > class) {
    class = item->own;
    why = SECRISK_REASON_OWN;
  }
  if (item->controls > class) {
    class = item->controls;
    why = SECRISK_REASON_CONTROLS;
  }
  return answer(class, why, reason);
}

/* A library is an item that also controls the risk it was added for.  A copy of
 * its place is taken to note that, a field at a time: an assignment of structs
 * may call memcpy. */
secrisk_class secrisk_class_library(const secrisk_item *place,
                                    const secrisk_hazard *risk,
                                    secrisk_reason *reason) {
  secrisk_item item;
  secrisk_reason why;
  secrisk_class controls = secrisk_class_system(risk, &why);
  if (why == SECRISK_REASON_UNKNOWN) {
    return unknown(reason);
  }
  item.parent = place->parent;
  item.own = place->own;
  item.segregated = place->segregated;
  item.rationale = place->rationale;
  item.controls = place->controls;
  if (is_class(item.controls) && item.controls < controls) {
    item.controls = controls;
  }
  return secrisk_class_item(&item, reason);
}

#endif
