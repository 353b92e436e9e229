/* SPDX-License-Identifier: MIT */
/* Part of register: memory, UTF-8, and text made safe to show. */
#include <stdlib.h>
#include <string.h>

#include "register.h"

/* --- Memory ----------------------------------------------------------------*/

static void *checked(void *p) {
  if (p == NULL) {
    fputs("register: out of memory\n", stderr);
    exit(TROUBLE);
  }
  return p;
}

void *grow(void *at, size_t size) {
  return checked(realloc(at, size));
}

/* Small pieces are cut from blocks: a register has many. */
void *keep(size_t size) {
  enum { BLOCK = 1 << 16, ALIGN = 2 * sizeof(void *) };
  static char *block;
  static size_t left;
  if (size > BLOCK / 4) {
    return checked(calloc(1, size));
  }
  size = (size + ALIGN - 1) / ALIGN * ALIGN;
  if (size > left) {
    block = checked(calloc(1, BLOCK));
    left = BLOCK;
  }
  left -= size;
  return block + left;
}

char *keep_text(const char *text, size_t len) {
  char *kept = keep(len + 1);
  memcpy(kept, text, len);
  return kept; /* what keep gives is 0 */
}

/* --- Characters ------------------------------------------------------------*/

/* How many bytes follow a first byte; -1 if none can begin with it. */
static int following(unsigned char first) {
  return first < 0x80                     ? 0
         : first >= 0xc2 && first <= 0xdf ? 1
         : first >= 0xe0 && first <= 0xef ? 2
         : first >= 0xf0 && first <= 0xf4 ? 3
                                          : -1;
}

uint32_t next_character(const char **text) {
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
  const unsigned char *p = (const unsigned char *)*text;
  int more = following(p[0]);
  if (p[0] == 0) {
    return 0;
  }
  (*text)++;
  if (more < 0) {
    return 0xfffd;
  }
  uint32_t c = more == 0 ? p[0] : p[0] & (0x3fu >> more);
  for (int i = 1; i <= more; i++) { /* the final NUL follows nothing */
    if ((p[i] & 0xc0) != 0x80) {
      return 0xfffd;
    }
    c = c << 6 | (p[i] & 0x3f);
  }
  if (c < least[more] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) {
    return 0xfffd;
  }
  *text += more;
  return c;
}

static void put_utf8(FILE *to, uint32_t c) {
  if (c < 0x80) {
    putc((int)c, to);
  } else if (c < 0x800) {
    putc((int)(0xc0 | c >> 6), to);
  } else if (c < 0x10000) {
    putc((int)(0xe0 | c >> 12), to);
  } else {
    putc((int)(0xf0 | c >> 18), to);
    putc((int)(0x80 | (c >> 12 & 0x3f)), to);
  }
  if (c >= 0x800) {
    putc((int)(0x80 | (c >> 6 & 0x3f)), to);
  }
  if (c >= 0x80) {
    putc((int)(0x80 | (c & 0x3f)), to);
  }
}

/* Does it turn the text around it, or is it invisible, or no character? */
static bool deceives(uint32_t c) {
  return (c >= 0x7f && c <= 0x9f) || c == 0x61c || c == 0xad || c == 0xfeff ||
         (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || (c >= 0xfff0 && c <= 0xfffb) ||
         (c & 0xfffe) == 0xfffe || (c >= 0xe0000 && c <= 0xe0fff);
}

static uint32_t picture(uint32_t c) {
  return c < 0x20 ? 0x2400 + c : c;
}

void put_plain(FILE *to, const char *text) {
  uint32_t c;
  while ((c = next_character(&text)) != 0) {
    if (deceives(c)) {
      fprintf(to, "[U+%04lX]", (unsigned long)c);
    } else {
      put_utf8(to, c == '\n' || c == '\t' ? ' ' : picture(c));
    }
  }
}

/* Columns on a terminal, but for characters that are two wide there. */
size_t plain_width(const char *text) {
  size_t n = 0;
  uint32_t c;
  while ((c = next_character(&text)) != 0) {
    n += !deceives(c) ? 1 : c > 0xffff ? 9 : 8;
  }
  return n;
}

void put_html(FILE *to, const char *text) {
  uint32_t c;
  while ((c = next_character(&text)) != 0) {
    const char *entity = c == '&'    ? "&amp;"
                         : c == '<'  ? "&lt;"
                         : c == '>'  ? "&gt;"
                         : c == '"'  ? "&quot;"
                         : c == '\'' ? "&#39;"
                                     : NULL;
    bool crlf = c == '\r' && *text == '\n';
    if (entity != NULL) {
      fputs(entity, to);
    } else if (deceives(c)) {
      fprintf(to, "[U+%04lX]", (unsigned long)c);
    } else if (!crlf) {
      put_utf8(to, c == '\n' || c == '\t' ? c : picture(c));
    }
  }
}

void put_json(FILE *to, const char *text) {
  uint32_t c;
  putc('"', to);
  while ((c = next_character(&text)) != 0) {
    if (c == '"' || c == '\\') {
      fprintf(to, "\\%c", (int)c);
    } else if (c < 0x20 || (c < 0x10000 && deceives(c))) {
      fprintf(to, "\\u%04lx", (unsigned long)c);
    } else {
      put_utf8(to, c);
    }
  }
  putc('"', to);
}

bool blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool same_word(const char *text, size_t len, const char *word) {
  size_t i = 0;
  while (i < len && word[i] != '\0' && lower(text[i]) == lower(word[i])) {
    i++;
  }
  return i == len && word[i] == '\0';
}

bool all_blank(const char *text) {
  while (blank(*text)) {
    text++;
  }
  return *text == '\0';
}

struct piece trimmed(const char *text, size_t from, size_t to) {
  while (from < to && blank(text[from])) {
    from++;
  }
  while (to > from && blank(text[to - 1])) {
    to--;
  }
  return (struct piece){from, to};
}

bool like_formula(const char *text) {
  return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL;
}
