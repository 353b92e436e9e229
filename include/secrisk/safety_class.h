/* SPDX-License-Identifier: MIT */
/* The software safety class of IEC 62304 (2006 + A1:2015), clause 4.3. */
#ifndef SECRISK_SAFETY_CLASS_PART_H
#define SECRISK_SAFETY_CLASS_PART_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(default)
#endif

typedef uint8_t secrisk_class;
enum { SECRISK_CLASS_A = 1, SECRISK_CLASS_B = 2, SECRISK_CLASS_C = 3 };

/* 0 is "not answered".  C's true is YES, and C's false is not NO. */
typedef uint8_t secrisk_answer;
enum { SECRISK_ANSWER_YES = 1, SECRISK_ANSWER_NO = 2 };

typedef uint8_t secrisk_harm;
enum {
  SECRISK_HARM_NON_SERIOUS = 1,
  SECRISK_HARM_SERIOUS = 2, /* serious injury or death */
  SECRISK_HARM_14971 = 3    /* only ISO 14971's word "serious" is known */
};

/* What the software of a system can lead to.  3 bytes, alignment 1. */
typedef struct secrisk_hazard {
  secrisk_answer contributes;  /* can it lead to a hazardous situation? */
  secrisk_answer unacceptable; /* is the risk, after controls outside of it? */
  secrisk_harm harm;
} secrisk_hazard;

/* A part of the software, and what it is part of.  5 bytes, alignment 1. */
typedef struct secrisk_item {
  secrisk_class parent;      /* of the system or item that it is part of */
  secrisk_class own;         /* by its own hazards */
  secrisk_answer segregated; /* from the other items there (5.3.5)?  Not */
                             /* needed if the parent is A */
  secrisk_answer rationale;  /* if so: is it documented why `own` counts? */
  secrisk_class controls;    /* of the risk that it controls; A if none, */
                             /* for 0 is "not answered" */
} secrisk_item;

/* Why a class is what it is. */
typedef uint8_t secrisk_reason;
enum {
  SECRISK_REASON_UNKNOWN = 1, /* a needed answer is not given */
  SECRISK_REASON_NO_CONTRIBUTION = 2,
  SECRISK_REASON_ACCEPTABLE = 3,
  SECRISK_REASON_NON_SERIOUS = 4,
  SECRISK_REASON_SERIOUS = 5,
  SECRISK_REASON_14971 = 6,
  SECRISK_REASON_INHERITED = 7,
  SECRISK_REASON_OWN = 8,      /* segregated, or above its parent's */
  SECRISK_REASON_CONTROLS = 9, /* raised by the risk that it controls */
  SECRISK_REASON_DISABLED = 10 /* this build leaves out the feature RISK */
};

/* A sentence for a reason, without a full stop.  "" for anything else. */
const char *secrisk_reason_text(secrisk_reason reason);

/*
 * All three return A, B or C.  `reason` may be NULL.  An answer that is needed
 * but 0 or unknown gives class C, and so does a build without the feature
 * RISK: what is not classified is class C (4.3 a).
 *
 * secrisk_class_system: the class of a software system.  Software is taken to
 * fail, and only controls outside of it count.  Harm that is known only by ISO
 * 14971's word "serious" gives C [inferred].
 *
 * secrisk_class_item: the class of an item.  It inherits its parent's, unless
 * it is segregated and a rationale is documented.  An item that implements a
 * control has at least the class of the risk that it controls (7.2.2 b).
 *
 * secrisk_class_library: the class of a third-party library that is taken in
 * at a place, to control a risk, which is rated as if the library failed.  It
 * is that of an item there which controls the higher of place->controls and the
 * class of the risk.
 */
secrisk_class secrisk_class_system(const secrisk_hazard *h,
                                   secrisk_reason *reason);
secrisk_class secrisk_class_item(const secrisk_item *item,
                                 secrisk_reason *reason);
secrisk_class secrisk_class_library(const secrisk_item *place,
                                    const secrisk_hazard *risk,
                                    secrisk_reason *reason);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
