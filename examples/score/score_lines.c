/* SPDX-License-Identifier: MIT */
/* score: the vectors that stand one a line. */
#include <string.h>

#include "score.h"

static void score_line(const char *text, size_t len) {
  size_t skip = 0;
  at.line++;
  if (len > 0 && text[len - 1] == '\r') {
    len--;
  }
  while (skip < len && text[skip] <= ' ' && blank(text[skip])) {
    skip++;
  }
  if (skip < len) {
    score_text(text, len);
  }
}

/* Of a line too long for the buffer, the start is scored: a vector ended long
 * before. */
void score_lines(void) {
  size_t have = 0, got;
  bool skip = false;
  at.what = "line";
  while ((got = fill(stdin, "standard input", have)) > 0) {
    const char *from = in, *end = in + have + got;
    const char *nl = memchr(in + have, '\n', got);
    for (; nl != NULL; nl = memchr(from, '\n', (size_t)(end - from))) {
      if (!skip) {
        score_line(from, (size_t)(nl - from));
      }
      skip = false;
      from = nl + 1;
    }
    have = (size_t)(end - from);
    if (have == sizeof in && !skip) {
      at.line++;
      score_text(in, have);
      skip = true;
    }
    have = skip ? 0 : have;
    memmove(in, from, have);
  }
  if (have > 0) {
    score_line(in, have);
  }
}
