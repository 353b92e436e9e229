/* SPDX-License-Identifier: MIT */
/* Why a software safety class is what it is. */
#include "../base/text.h"
#include "risk.h"

static const char reasons[] =
    "\0"
    "an answer is missing, and what is not classified is class C\0"
    "a failure cannot lead to a hazardous situation\0"
    "the risk is acceptable after controls outside the software\0"
    "the risk is unacceptable, but the harm is not serious\0"
    "the risk is unacceptable, and the harm is serious injury or death\0"
    "the harm is known only as serious in the sense of ISO 14971, which may "
    "be serious injury\0"
    "it has the class of what it is part of\0"
    "it has the class of its own hazards\0"
    "it controls a risk of that class\0"
    "this build leaves that feature out, and what is not classified is class "
    "C\0";

const char *secrisk_reason_text(secrisk_reason reason) {
  return secrisk__nth(reasons, reason <= SECRISK_REASON_DISABLED ? reason : 0);
}
