/* SPDX-License-Identifier: MIT */
/* Of register and score: UTF-8, and text made safe to show. */
#include "common_text.h"

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

void put_utf8(FILE *to, uint32_t c) {
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

/* Writes what needs no care at the start of text: printable ASCII, but for what
 * has a meaning in HTML or JSON.  Returns what is left of it. */
static const char *put_harmless(FILE *to, const char *text) {
  const char *end = text;
  while (*end >= ' ' && *end < 0x7f && *end != '"' && *end != '\\' &&
         *end != '&' && *end != '<' && *end != '>' && *end != '\'') {
    end++;
  }
  if (end > text) {
    (void)fwrite(text, 1, (size_t)(end - text), to);
  }
  return end;
}

void put_plain(FILE *to, const char *text) {
  uint32_t c;
  text = put_harmless(to, text);
  while ((c = next_character(&text)) != 0) {
    if (deceives(c)) {
      fprintf(to, "[U+%04lX]", (unsigned long)c);
    } else {
      put_utf8(to, c == '\n' || c == '\t' ? ' ' : picture(c));
    }
    text = put_harmless(to, text);
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
  text = put_harmless(to, text);
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
    text = put_harmless(to, text);
  }
}

void put_json(FILE *to, const char *text) {
  uint32_t c;
  putc('"', to);
  text = put_harmless(to, text);
  while ((c = next_character(&text)) != 0) {
    if (c == '"' || c == '\\') {
      fprintf(to, "\\%c", (int)c);
    } else if (c < 0x20 || (c < 0x10000 && deceives(c))) {
      fprintf(to, "\\u%04lx", (unsigned long)c);
    } else {
      put_utf8(to, c);
    }
    text = put_harmless(to, text);
  }
  putc('"', to);
}
