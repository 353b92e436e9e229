/* SPDX-License-Identifier: MIT */
/* score: what only a reader would take for a vector: one that a word is glued
 * to, "VectorAV:N/AC:L/...", or whose metrics stand between other signs,
 * "AV:N, AC:L, ...".  It is never read, but told. */
#include <string.h>

#include "score.h"
#include "score_said.h"

enum { BEFORE = 16, GAP = 4 }; /* bytes before it, and between its metrics */

static bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/* A metric: its name, and what its value may begin with. */
struct metric {
  const char *name, *values;
};

static const struct metric av = {"AV", "NALP"}, ac = {"AC", "LMH"};

/* Of the name of a metric at text[pos], its colon or equals sign, and its
 * value; the end, or 0 if there is none. */
static size_t metric_at(const char *text, size_t pos, size_t have,
                        const struct metric *m) {
  size_t i = pos;
  while (i < have && i - pos < 3 && said_is_word_byte(text[i])) {
    i++;
  }
  if (i == pos || !is_upper(text[pos]) ||
      (m != NULL && (i - pos != 2 || memcmp(text + pos, m->name, 2) != 0))) {
    return 0;
  }
  i += i < have && text[i] == ' ';
  if (i >= have || (text[i] != ':' && text[i] != '=')) {
    return 0;
  }
  i++;
  i += i < have && text[i] == ' ';
  size_t value = i;
  while (i < have && i - value < 16 && said_is_word_byte(text[i])) {
    i++;
  }
  bool good =
      i > value && (m == NULL || strchr(m->values, text[value]) != NULL);
  return good ? i : 0;
}

/* The end of the next metric behind text[pos], or 0. */
static size_t next_metric(const char *text, size_t pos, size_t have,
                          const struct metric *m) {
  size_t i = pos;
  while (i < have && i - pos < GAP && !said_is_word_byte(text[i]) &&
         text[i] != '\n') {
    i++;
  }
  return i > pos ? metric_at(text, i, have, m) : 0;
}

/* The next one in text[from, limit), and its length; limit if there is none. */
size_t loose_find(const char *text, size_t from, size_t limit, size_t have,
                  size_t *len) {
  for (size_t pos = from; pos < limit; pos++) {
    const char *v = memchr(text + pos, 'V', limit - pos);
    if (v == NULL) {
      break;
    }
    pos = (size_t)(v - text);
    size_t end = pos > from ? metric_at(text, pos - 1, have, &av) : 0;
    end = end > 0 ? next_metric(text, end, have, &ac) : 0;
    if (end == 0) {
      continue;
    }
    size_t start = pos - 1;
    while (start > from && pos - start < BEFORE &&
           said_is_vector_byte(text[start - 1])) {
      start--;
    }
    for (size_t more = end; more > 0 && end - start < SECRISK_TEXT_MAX;) {
      end = more;
      more = next_metric(text, end, have, NULL);
    }
    *len = (end < limit ? end : limit) - start;
    return start;
  }
  return limit;
}
