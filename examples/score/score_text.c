/* SPDX-License-Identifier: MIT */
/* score: input of any length, read as the encoding that it shows. */
#include <string.h>

#include "score_decode.h"
#include "score_escape.h"

/* ---- Bytes --------------------------------------------------------------- */

/* Where the next of the bytes that escapes begin or end with are. */
static const char specials[] = "\\%&=>\x1b\xc2\xe2\xef";
enum { SPECIALS = sizeof specials - 1, BLOCK = 1 << 13 };

static bool is_among(char c, const char *set) {
  return c != 0 && strchr(set, c) != NULL;
}

static bool is_hex(const char *s, size_t n) {
  return n == 0 || escape_hex(s[0]) < 16;
}

/* =3D, or blanks up to the end of the line. */
static bool may_be_quoted(const char *s, size_t n) {
  size_t i = 1;
  while (i < n && i < DECODE_LOOK && (s[i] == ' ' || s[i] == '\t')) {
    i++;
  }
  return i == n || s[i] == '\r' || s[i] == '\n' || is_among(s[i], specials) ||
         (is_hex(s + 1, n - 1) &&
          (is_hex(s + 2, n - 2) || is_among(s[2], specials)));
}

/* May s, of which n bytes are here, begin or end an escape, where none is under
 * way?  Most of these bytes are signs like any other. */
static bool may_escape(const char *s, size_t n) {
  char next = n > 1 ? s[1] : '\\';
  if (is_among(next, specials)) {
    return true;
  }
  switch ((unsigned char)s[0]) {
  case '\\':
    return escape_is_word_byte(next) || is_among(next, "/\":.");
  case '%':
    return escape_hex(next) < 16 || next == 'u';
  case '&':
    return escape_is_letter(next) || next == '#';
  case '=':
    return may_be_quoted(s, n);
  case 0x1b:
    return next == '[';
  case 0xc2: /* U+00A0, U+00AD */
    return is_among(next, "\xa0\xad");
  case 0xe2: /* U+2000 to U+206F, U+2215, U+2236, U+29F8 */
    return is_among(next, "\x80\x81\x88\xa7");
  case 0xef: /* U+FE55, U+FEFF, U+FF00 to U+FF7F */
    return is_among(next, "\xb9\xbb\xbc\xbd");
  default:
    return true;
  }
}

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

/* Is nothing under way that the next bytes could end? */
static bool is_idle(const struct window *w) {
  return w->len >= w->watch && w->joint == NO_JOINT;
}

static void find_specials(const char *input, size_t n, size_t next[SPECIALS]) {
  for (size_t i = 0; i < SPECIALS; i++) {
    const char *p = memchr(input, (unsigned char)specials[i], n);
    next[i] = p != NULL ? (size_t)(p - input) : n;
  }
}

/* Plain text is copied, what may be an escape goes byte by byte. */
static void put_block(struct window *w, const char *input, size_t n) {
  size_t next[SPECIALS], at = 0;
  find_specials(input, n, next);
  while (at < n) {
    if (is_idle(w)) {
      size_t end = plain(input, at, n, next);
      window_append(w, input + at, end - at, 1);
      at = end;
    }
    if (at < n && is_idle(w) && !may_escape(input + at, n - at)) {
      window_append(w, input + at++, 1, 1);
    } else if (at < n) {
      decode_put(w, input[at++], w->next, 1);
      w->next++;
    }
  }
}

/* In blocks that a fast cache holds, as each is gone through several times. */
static void put_bytes(struct window *w, const char *input, size_t n) {
  for (size_t at = 0; at < n; at += BLOCK) {
    put_block(w, input + at, n - at < BLOCK ? n - at : BLOCK);
  }
}

/* The input is behind the text already, and what of it is plain stays there.
 * strcspn stops at a 0 too, which the blocks pass over. */
static void put_in_place(struct window *w, size_t n) {
  static char rest[CHUNK];
  if (is_idle(w)) {
    w->text[w->len + n] = '\0';
    size_t end = strcspn(w->text + w->len, specials);
    window_append(w, w->text + w->len, end, 1);
    n -= end;
  }
  memcpy(rest, w->text + w->len, n);
  put_bytes(w, rest, n);
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

/* Of n bytes that were read to the text's end. */
void text_decode(struct window *w, size_t n, bool last) {
  static char input[CHUNK];
  size_t took = 0;
  if (w->begun && w->raw) {
    window_append(w, w->text + w->len, n, 1);
    n = 0;
  } else if (w->begun && w->wide == 0) {
    put_in_place(w, n);
    n = 0;
  }
  memcpy(input, w->text + w->len, n);
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
