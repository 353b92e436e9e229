/* SPDX-License-Identifier: MIT */
/* Of register and score: memory, and words in any case. */
#include <stdlib.h>
#include <string.h>

#include "common.h"

/* --- Memory ----------------------------------------------------------------*/

static void *checked(void *p) {
  if (p == NULL) {
    fprintf(stderr, "%s: out of memory\n", program);
    exit(EXIT_TROUBLE);
  }
  return p;
}

void *grow(void *at, size_t size) {
  return checked(realloc(at, size));
}

/* Small pieces are cut from blocks: a register has many.  They live to the end
 * of the program, and each block begins with the way to the one before it. */
void *keep(size_t size) {
  enum { BLOCK = 1 << 16, ALIGN = 2 * sizeof(void *) };
  static char *block;
  static size_t left;
  if (size > BLOCK / 4) {
    return checked(calloc(1, size));
  }
  size = (size + ALIGN - 1) / ALIGN * ALIGN;
  if (size > left) {
    char *before = block;
    block = checked(calloc(1, BLOCK));
    memcpy(block, &before, sizeof before);
    left = BLOCK - ALIGN;
  }
  left -= size;
  return block + ALIGN + left;
}

char *keep_text(const char *text, size_t len) {
  char *kept = keep(len + 1);
  memcpy(kept, text, len);
  return kept; /* what keep gives is 0 */
}

/* --- Words -----------------------------------------------------------------*/

/* U+2000 to U+200B, U+202F, U+2060, U+3000, U+FEFF: what comes with a copy from
 * a page, and does not show. */
static bool is_wide_blank(const char *text) {
  static const char *const others[] = {"\xe2\x80\xaf", "\xe2\x81\xa0",
                                       "\xe3\x80\x80", "\xef\xbb\xbf"};
  unsigned char third = 0;
  if (strncmp(text, "\xe2\x80", 2) == 0) {
    third = (unsigned char)text[2];
  }
  bool found = third >= 0x80 && third <= 0x8b;
  for (size_t i = 0; i < 4 && !found; i++) {
    found = strncmp(text, others[i], 3) == 0;
  }
  return found;
}

size_t blank(const char *text) {
  unsigned char c = (unsigned char)*text;
  if (c == ' ' || (c >= '\t' && c <= '\r')) {
    return 1;
  }
  if (c == 0xc2) {
    return (unsigned char)text[1] == 0xa0 ? 2 : 0;
  }
  return c >= 0xe2 && is_wide_blank(text) ? 3 : 0;
}

bool all_blank(const char *text) {
  size_t n;
  while ((n = blank(text)) > 0) {
    text += n;
  }
  return *text == '\0';
}

/* The length of the blank that ends at to; 0 if there is none. */
static size_t blank_before(const char *text, size_t from, size_t to) {
  for (size_t n = 1; n <= 3 && from + n <= to; n++) {
    if (blank(text + to - n) == n) {
      return n;
    }
  }
  return 0;
}

struct piece trimmed(const char *text, size_t from, size_t to) {
  size_t n;
  while (from < to && (n = blank(text + from)) > 0 && from + n <= to) {
    from += n;
  }
  while (from < to && (n = blank_before(text, from, to)) > 0) {
    to -= n;
  }
  return (struct piece){from, to};
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool same_word(const char *text, size_t len, const char *word) {
  size_t i = 0;
  while (i < len && word[i] != '\0' && lower(text[i]) == lower(word[i])) {
    i++;
  }
  return i == len && word[i] == '\0';
}

/* A blank, a hyphen, an underscore or a slash: 1, or more bytes for a wide
 * blank. */
static size_t hyphen(const char *text) {
  size_t n = blank(text);
  return n > 0 ? n : *text == '_' || *text == '/' || *text == '-';
}

bool same_name(const char *text, size_t len, const char *name) {
  struct piece all = trimmed(text, 0, len);
  const char *end = text + all.to;
  for (text += all.from; text < end && *name != '\0'; name++) {
    size_t n = hyphen(text);
    if (n > 0 ? hyphen(name) == 0 : lower(*text) != lower(*name)) {
      return false;
    }
    text += n > 0 ? n : 1;
  }
  return text == end && *name == '\0';
}

bool like_formula(const char *text) {
  return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL;
}

/* --- Near misses -----------------------------------------------------------*/

/* Letters and digits alone, in lower case. */
size_t squeezed(const char *text, size_t len, char *out, size_t cap) {
  size_t n = 0;
  for (size_t i = 0; i < len && n + 1 < cap; i++) {
    char c = lower(text[i]);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) {
      out[n++] = c;
    }
  }
  out[n] = '\0';
  return n;
}

/* One letter more, fewer, other, or two changed about. */
static bool one_edit(const char *a, size_t n, const char *b, size_t m) {
  size_t i = 0;
  while (i < n && i < m && a[i] == b[i]) {
    i++;
  }
  a += i, b += i, n -= i, m -= i;
  if (n == m) {
    bool swapped =
        n > 1 && a[0] == b[1] && a[1] == b[0] && strcmp(a + 2, b + 2) == 0;
    return swapped || (i + n > 4 && n > 0 && strcmp(a + 1, b + 1) == 0);
  }
  return n + 1 == m ? strcmp(a, b + 1) == 0
                    : n == m + 1 && strcmp(a + 1, b) == 0;
}

bool near_name(const char *text, size_t len, const char *name) {
  char a[64], b[64];
  size_t n = squeezed(text, len, a, sizeof a);
  size_t m = squeezed(name, strlen(name), b, sizeof b);
  return strcmp(a, b) == 0 || (m > 3 && one_edit(a, n, b, m));
}

/* --- UTF-8 -----------------------------------------------------------------*/

char *add_utf8(char *to, uint32_t c) {
  static const unsigned char first[] = {0, 0, 0xc0, 0xe0, 0xf0};
  int n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  if (n == 1) {
    *to = (char)c;
    return to + 1;
  }
  for (int i = n - 1; i > 0; i--, c >>= 6) {
    to[i] = (char)(0x80 | (c & 0x3f));
  }
  to[0] = (char)(first[n] | c);
  return to + n;
}
