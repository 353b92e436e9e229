/* SPDX-License-Identifier: MIT */
/* Bounded text output, lists of strings, character classes. */
#include "text.h"

void secrisk__put(struct secrisk__text *t, char c) {
  if (t->len < t->cap && t->cap - t->len > 1u) {
    t->buf[t->len] = c;
  }
  t->len++;
}

void secrisk__puts(struct secrisk__text *t, const char *s) {
  for (; *s != '\0'; s++) {
    secrisk__put(t, *s);
  }
}

size_t secrisk__end(struct secrisk__text *t) {
  if (t->cap > 0u) {
    t->buf[t->len < t->cap ? t->len : t->cap - 1u] = '\0';
  }
  return t->len;
}

const char *secrisk__nth(const char *list, uint_fast8_t n) {
  for (; n > 0u; n--) {
    while (*list++ != '\0') {
    }
  }
  return list;
}

void secrisk__put_version(struct secrisk__text *t, uint8_t version) {
  secrisk__put(t, (char)('0' + ((version * 13u) >> 7))); /* version / 10 */
  secrisk__put(t, '.');
  secrisk__put(t, (char)('0' + (version & 1u)));
}
