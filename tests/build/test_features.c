/* SPDX-License-Identifier: MIT */
/* The features are what the build's options say.  Many a test leaves itself out
 * where a feature is missing, so this one is built with the same options as the
 * library, asks the preprocessor and never leaves itself out. */
#include "t.h"

#ifdef SECRISK_WITHOUT_CVSS2
#define CVSS2 false
#else
#define CVSS2 true
#endif
#ifdef SECRISK_WITHOUT_CVSS3
#define CVSS3 false
#else
#define CVSS3 true
#endif
#ifdef SECRISK_WITHOUT_CVSS4
#define CVSS4 false
#else
#define CVSS4 true
#endif
#ifdef SECRISK_WITHOUT_NAMES
#define NAMES false
#else
#define NAMES true
#endif
#ifdef SECRISK_WITHOUT_JSON
#define JSON false
#else
#define JSON true
#endif
#ifdef SECRISK_WITHOUT_DREAD
#define DREAD false
#else
#define DREAD true
#endif
#ifdef SECRISK_WITHOUT_RISK
#define RISK false
#else
#define RISK true
#endif
#ifdef SECRISK_WITHOUT_LENIENT
#define LENIENT false
#else
#define LENIENT true
#endif

#ifdef SECRISK_WITHOUT_HELP
#define HELP false
#else
#define HELP true
#endif

static const struct row {
  const char *name;
  uint32_t bit;
  bool in;
} rows[] = {
    {"CVSS2", SECRISK_FEATURE_CVSS2, CVSS2},
    {"CVSS3", SECRISK_FEATURE_CVSS3, CVSS3},
    {"CVSS4", SECRISK_FEATURE_CVSS4, CVSS4},
    {"NAMES", SECRISK_FEATURE_NAMES, NAMES},
    {"JSON", SECRISK_FEATURE_JSON, JSON},
    {"DREAD", SECRISK_FEATURE_DREAD, DREAD},
    {"RISK", SECRISK_FEATURE_RISK, RISK},
    {"LENIENT", SECRISK_FEATURE_LENIENT, LENIENT},
    {"HELP", SECRISK_FEATURE_HELP, HELP},
};

static void are_what_the_options_say(T_ARGS) {
  T_BEGIN;
  uint32_t rest = secrisk_features();
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    T_EQ(rows[i].name, (rest & rows[i].bit) != 0, rows[i].in);
    rest &= ~rows[i].bit;
  }
  T_EQ("a bit without a row", rest, 0);
}

#define CASES(X) X(are_what_the_options_say)
T_MAIN("features", CASES)
