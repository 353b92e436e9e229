/* SPDX-License-Identifier: MIT */
/* Words for statuses and levels. */
#include "t.h"

static void statuses_have_sentences(T_ARGS) {
  T_BEGIN;
  for (unsigned i = 0; i < 256; i++) {
    const char *text = secrisk_status_text((secrisk_status)i);
    T_TRUE("a sentence", text != NULL && text[0] != '\0');
    T_TRUE("its own",
           (i > SECRISK_E_BANDS) == (strcmp(text, "unknown status") == 0));
    size_t n = strlen(text); /* SYNTAX ends in an ellipsis */
    T_TRUE("no full stop", n > 1 && text[n - 1] != '.');
    for (unsigned k = 0; k < i && i <= SECRISK_E_BANDS; k++) {
      T_TRUE("no other's",
             strcmp(text, secrisk_status_text((secrisk_status)k)) != 0);
    }
  }
  T_STR("OK", secrisk_status_text(SECRISK_OK), "ok");
  T_STR("last", secrisk_status_text(SECRISK_E_BANDS),
        "there are no bands for this system");
}

static void levels_have_words(T_ARGS) {
  T_BEGIN;
  static const char *const words[] = {"",       "None", "Low",
                                      "Medium", "High", "Critical"};
  for (unsigned i = 0; i < 256; i++) {
    T_STR("level", secrisk_level_text((secrisk_level)i),
          i < T_COUNT(words) ? words[i] : "");
  }
}

#define CASES(X) X(statuses_have_sentences) X(levels_have_words)
T_MAIN("status", CASES)
