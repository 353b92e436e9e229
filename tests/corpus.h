/* SPDX-License-Identifier: MIT */
/* Published vectors with the scores their publishers gave.  They are no part of
 * the project: the folder is named in SECRISK_CORPUS, and what needs it
 * is skipped where it is absent. */
#ifndef CORPUS_H
#define CORPUS_H

#include <stdlib.h>

#include "t.h"
#include "csv.h"

/* Every leniency but the one for which no score can be given. */
#define ALL_30 (SECRISK_LENIENT | SECRISK_ALLOW_BARE_30)
#define ALL_31 (SECRISK_LENIENT | SECRISK_ALLOW_BARE_31)

static bool corpus_open(struct csv *c, const char *name) {
  const char *folder = getenv("SECRISK_CORPUS");
  return folder != NULL && csv_open(c, folder, name);
}

/* "3.1" as 31; "3.x" as 0. */
static uint8_t declared(const char *text) {
  return (uint8_t)(text[2] == 'x' ? 0 : (text[0] - '0') * 10 + text[2] - '0');
}

static bool corpus_there(void) {
  struct csv c;
  if (!T_HAS(T_EVERYTHING) || !corpus_open(&c, "open.csv")) {
    return false;
  }
  fclose(c.file);
  return true;
}

#define CORPUS_MAIN(group, CASES)                                              \
  T_MAIN_IF(group, CASES, corpus_there(),                                      \
            "no corpus in SECRISK_CORPUS, or a version left out")

#endif
