/* SPDX-License-Identifier: MIT */
/* Words for statuses and levels. */
#include "text.h"

static const char statuses[] =
    "ok\0"
    "an argument is not acceptable\0"
    "there is nothing to read\0"
    "the text is too long\0"
    "the version is not known\0"
    "the text does not have the form that was expected\0"
    "there is no such metric in this version\0"
    "the metric has no such value\0"
    "the metric is given twice\0"
    "something is out of order\0"
    "a mandatory metric is missing\0"
    "a value is out of range\0"
    "this build leaves that feature out\0"
    "the bands leave a score without a level\0"
    "the bands give a score two levels\0"
    "a level has no rule, or an unknown one\0"
    "initial and residual risk are rated under "
    "different systems\0"
    "the residual risk is above the initial one\0"
    "a control has no known kind, state or domain\0"
    "initial and residual risk are of different "
    "kinds of score\0"
    "initial and residual vector differ in a metric "
    "that no control changes\0"
    "there are no bands for this system\0"
    "unknown status";

static const char levels[] = "\0None\0Low\0Medium\0High\0Critical\0";

const char *secrisk_status_text(secrisk_status status) {
  uint8_t unknown = SECRISK_E_BANDS + 1;
  return secrisk__nth(statuses, status < unknown ? status : unknown);
}

const char *secrisk_level_text(secrisk_level level) {
  return secrisk__nth(levels, level <= SECRISK_LEVEL_CRITICAL ? level : 0);
}
