/* SPDX-License-Identifier: MIT */
/* score: the vectors that stand one a line. */
#include <string.h>

#include "score.h"

static char in[IN_SIZE];

static void score_line(const char *text, size_t len) {
  size_t skip = 0;
  at.line++;
  if (len > 0 && text[len - 1] == '\r') {
    len--;
  }
  while (skip < len && text[skip] <= ' ' && is_blank(text[skip])) {
    skip++;
  }
  if (skip < len || opt.stream) {
    score_text(text, len);
  }
}

/* ---- Marks at the start -------------------------------------------------- */

static struct {
  bool begun;
  int high; /* of UTF-16: 1 the high byte comes second, 0 first; -1 bytes */
  bool half;
  char first; /* of a half character */
} mark;

/* Is there as much as tells a mark, or no mark? */
static bool is_begun(const char *text, size_t n) {
  size_t some = n < 2 ? n : 2;
  return n >= 4 || (n > 0 && memcmp(text, "\xef\xbb", some) != 0 &&
                    memcmp(text, "\xff\xfe", some) != 0 &&
                    memcmp(text, "\xfe\xff", some) != 0);
}

/* Takes the mark off; how many bytes it has.  A list of vectors in UTF-16 goes
 * on with a character of ASCII. */
static size_t read_mark(const char *text, size_t n) {
  mark.begun = true;
  mark.high = -1;
  if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
    return 3;
  }
  if (n >= 4 && memcmp(text, "\xff\xfe", 2) == 0 && text[3] == 0) {
    mark.high = 1;
  } else if (n >= 4 && memcmp(text, "\xfe\xff", 2) == 0 && text[2] == 0) {
    mark.high = 0;
  }
  return mark.high < 0 ? 0 : 2;
}

/* UTF-16 in place; a character that no vector has becomes one byte. */
static size_t narrow(char *text, size_t n) {
  size_t to = 0;
  for (size_t i = 0; i < n; i++) {
    char pair[2] = {mark.first, text[i]};
    mark.first = text[i];
    mark.half = !mark.half;
    if (!mark.half) {
      text[to++] = pair[mark.high] == 0 ? pair[!mark.high] : '\xff';
    }
  }
  return to;
}

/* Fills the buffer behind what it has; 0 at the end of the input. */
static size_t more(size_t have) {
  size_t n = 0, got;
  do {
    got = fill(stdin, "standard input", in + have + n, sizeof in - have - n);
    n += got;
    if (mark.begun || (got > 0 && !is_begun(in, n))) {
      n = mark.begun && mark.high >= 0 ? narrow(in + have, n) : n;
    } else {
      size_t skip = read_mark(in, n);
      n -= skip;
      memmove(in, in + skip, n);
      n = mark.high >= 0 ? narrow(in, n) : n;
    }
  } while (got > 0 && (n == 0 || !mark.begun));
  return n;
}

/* ---- Lines --------------------------------------------------------------- */

/* Of a line too long for the buffer, the start is scored: a vector ended long
 * before. */
void score_lines(void) {
  size_t have = 0, got;
  bool skip = false;
  at.what = "line";
  while ((got = more(have)) > 0) {
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
