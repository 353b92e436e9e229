/* SPDX-License-Identifier: MIT */
/* A small build writes a member byte by byte. */
#ifndef SECRISK_SMALL_JSON_H
#define SECRISK_SMALL_JSON_H

#include "../cvss/cvss.h"

static inline bool head_at_once(struct secrisk__text *t, uint8_t version) {
  (void)t;
  (void)version;
  return false;
}

static inline bool member_at_once(struct secrisk__text *t,
                                  const struct secrisk__layout *at,
                                  uint8_t metric, uint8_t value) {
  (void)t;
  (void)at;
  (void)metric;
  (void)value;
  return false;
}

static inline bool score_at_once(struct secrisk__text *t, uint8_t version,
                                 secrisk_score_kind kind, secrisk_tenths score,
                                 bool rated) {
  (void)t;
  (void)version;
  (void)kind;
  (void)score;
  (void)rated;
  return false;
}

#endif
