/* SPDX-License-Identifier: MIT */
/* A member of a JSON object, eight bytes a store. */
#ifndef SECRISK_FAST_JSON_H
#define SECRISK_FAST_JSON_H

#include "../cvss/cvss.h"
#include "words.h"

#include "../tables/json_written.h"

/* Copies whole words, five at most, of which the first `length` bytes count. */
SECRISK__INTO size_t put_words(uint8_t *to, const uint8_t *text, uint8_t words,
                               size_t length) {
  SECRISK__WRITE_OUT
  for (uint8_t i = 0; i < words; i++) {
    secrisk__store64(to + 8u * i, secrisk__load64(text + 8u * i));
  }
  return length;
}

/* Writes {"version":"3.1","vectorString":" at the front of an empty text, if
 * there is room. */
static inline bool head_at_once(struct secrisk__text *t, uint8_t version) {
  static const uint8_t head[41] = "{\"version\":\"0.0\",\"vectorString\":\"";
  if (t->cap < sizeof head) {
    return false;
  }
  t->len = put_words((uint8_t *)t->buf, head, 5, 33);
  t->buf[12] = (char)('0' + version / 10u);
  t->buf[14] = (char)('0' + version % 10u);
  return true;
}

/* Writes ,"name":"VALUE" if there is room for the longest of them:
 *
 *     , " a t t a c k V e c t o r " : "              40 bytes, of which 17
 * count N E T W O R K "     24, of which 8 count
 */
static inline bool member_at_once(struct secrisk__text *t,
                                  const struct secrisk__layout *at,
                                  uint8_t metric, uint8_t value) {
  if (t->len + 64u > t->cap) {
    return false;
  }
  const struct json_name *n = &json_names[json_first[at->index] + metric];
  const struct json_value *v = &json_values[n->values + value];
  uint8_t *to = (uint8_t *)t->buf + t->len;
  to += put_words(to, n->text, 5, n->length);
  to += put_words(to, v->text, 3, v->length);
  t->len = (size_t)(to - (uint8_t *)t->buf);
  return true;
}

/* Writes ,"baseScore":9.8,"baseSeverity":"CRITICAL" or the like, the severity
 * only if it is rated, if there is room for the longest of them. */
static inline bool score_at_once(struct secrisk__text *t, uint8_t version,
                                 secrisk_score_kind kind, secrisk_tenths score,
                                 bool rated) {
  if (t->len + 96u > t->cap) {
    return false;
  }
  const struct json_score *n = &json_scores[kind / 3u * 2u]; /* 0 or 1, 3, 7 */
  uint8_t *to = (uint8_t *)t->buf + t->len;
  to += put_words(to, n[0].text, 4, n[0].length);
  *to = '1';
  to += score >= 100;
  to[0] = (uint8_t)('0' + score / 10u % 10u);
  to[1] = '.';
  to[2] = (uint8_t)('0' + score % 10u);
  to += 3;
  if (rated) {
    secrisk_level level = secrisk_cvss_severity(version, score);
    const struct json_level *l = &json_levels[level - SECRISK_LEVEL_NONE];
    to += put_words(to, n[1].text, 4, n[1].length);
    to += put_words(to, l->text, 2, l->length);
  }
  t->len = (size_t)(to - (uint8_t *)t->buf);
  return true;
}

#endif
