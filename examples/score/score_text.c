/* SPDX-License-Identifier: MIT */
/* score: input of any length, read as the encoding that it shows. */
#include <string.h>

#include "score_decode.h"

/* ---- Bytes --------------------------------------------------------------- */

/* Where the next of the bytes that escapes begin or end with are. */
static const char specials[] = "\\%&=>}]\x1b\xc2\xe2\xef";
enum { SPECIALS = sizeof specials - 1 };

static size_t plain(const char *input, size_t at, size_t n,
                    size_t next[SPECIALS]) {
  size_t first = n;
  for (size_t i = 0; i < SPECIALS; i++) {
    if (next[i] < at) {
      const char *p = memchr(input + at, (unsigned char)specials[i], n - at);
      next[i] = p != NULL ? (size_t)(p - input) : n;
    }
    first = next[i] < first ? next[i] : first;
  }
  return first;
}

/* Plain text is copied, what may be an escape goes byte by byte. */
static void put_bytes(struct window *w, const char *input, size_t n) {
  size_t next[SPECIALS] = {0};
  bool fresh = true;
  for (size_t at = 0; at < n;) {
    if (w->len >= w->watch && w->joint == NO_JOINT) {
      for (size_t i = 0; fresh && i < SPECIALS; i++) {
        const char *p = memchr(input + at, (unsigned char)specials[i], n - at);
        next[i] = p != NULL ? (size_t)(p - input) : n;
      }
      fresh = false;
      size_t end = plain(input, at, n, next);
      window_append(w, input + at, end - at, 1);
      at = end;
    }
    if (at < n) {
      decode_put(w, input[at++], w->next, 1);
      w->next++;
    }
  }
}

/* ---- UTF-16 -------------------------------------------------------------- */

static void put_wide(struct window *w, const char *input, size_t n) {
  for (size_t i = 0; i + 1 < n; i += 2) {
    unsigned low = (unsigned char)input[i + (w->wide == 2)];
    unsigned high = (unsigned char)input[i + (w->wide == 1)];
    decode_put_code(w, high << 8 | low, w->next, 2);
    w->next += 2;
  }
}

/* ---- What it is ---------------------------------------------------------- */

/* Of UTF-16 without a mark, every second byte is 0 where its text is ASCII. */
static uint8_t guess_wide(const char *s, size_t n) {
  size_t zero[2] = {0, 0};
  if (n >= 2 && memcmp(s, "\xff\xfe", 2) == 0) {
    return 1;
  }
  if (n >= 2 && memcmp(s, "\xfe\xff", 2) == 0) {
    return 2;
  }
  n &= ~(size_t)1;
  for (size_t i = 0; i < n; i++) {
    zero[i & 1] += s[i] == '\0';
  }
  if (zero[0] == 0 && zero[1] * 4 > n) {
    return 1;
  }
  return zero[1] == 0 && zero[0] * 4 > n ? 2 : 0;
}

/* May the start be judged?  A line typed at a terminal may. */
static bool is_enough(const char *s, size_t n, bool last) {
  return last || n == sizeof((struct window *)0)->spare ||
         (n > 2 && s[n - 1] == '\n' && memchr(s, '\0', n) == NULL &&
          (unsigned char)s[0] < 0xfe);
}

/* ---- Both ---------------------------------------------------------------- */

static void put_all(struct window *w, const char *input, size_t n) {
  if (w->raw) {
    window_append(w, input, n, 1);
  } else if (w->wide != 0) {
    put_wide(w, input, n);
  } else {
    put_bytes(w, input, n);
  }
}

/* Takes input into spare until there is as much as is wanted; returns how much
 * it took. */
static size_t hold(struct window *w, const char *input, size_t n, size_t want) {
  size_t took = want - w->held < n ? want - w->held : n;
  memcpy(w->spare + w->held, input, took);
  w->held += took;
  return took;
}

static void release(struct window *w) {
  size_t n = w->wide != 0 ? w->held & ~(size_t)1 : w->held;
  put_all(w, w->spare, n);
  memmove(w->spare, w->spare + n, w->held - n);
  w->held -= n;
}

void text_decode(struct window *w, const char *input, size_t n, bool last) {
  size_t took = 0;
  if (!w->begun) {
    took = hold(w, input, n, sizeof w->spare);
    if (is_enough(w->spare, w->held, last)) {
      w->begun = true;
      w->wide = w->raw ? 0 : guess_wide(w->spare, w->held);
      release(w);
    }
  }
  if (w->begun && w->wide != 0 && w->held == 1) { /* half a character */
    took += hold(w, input + took, n - took, 2);
    release(w);
  }
  if (w->begun && took < n) {
    size_t odd = w->wide != 0 ? (n - took) & 1 : 0;
    put_all(w, input + took, n - took - odd);
    (void)hold(w, input + n - odd, odd, 2);
  }
  if (last) {
    decode_end(w);
  }
}
