/* SPDX-License-Identifier: MIT */
/* A small build guesses nothing: the parser reads every text. */
#ifndef SECRISK_SMALL_GUESS_H
#define SECRISK_SMALL_GUESS_H

#include "../cvss/engine.h"

#define SECRISK__APART

static inline bool parse_at_once(secrisk_cvss *out, const char *text,
                                 size_t len, uint32_t flags,
                                 secrisk_diag *diag) {
  (void)out;
  (void)text;
  (void)len;
  (void)flags;
  (void)diag;
  return false;
}

static inline size_t predict(const char *text, size_t len, secrisk_cvss *out,
                             uint8_t *end) {
  (void)text;
  (void)len;
  (void)out;
  (void)end;
  return 0;
}

static inline bool plain_metrics(struct secrisk__reader *r, secrisk_cvss *out) {
  (void)r;
  (void)out;
  return false;
}

#endif
