/* SPDX-License-Identifier: MIT */
/* Of register and score: files, what they are, and UTF-16. */
#if defined(__unix__) || defined(__APPLE__)
#define _POSIX_C_SOURCE 200809L
#include <unistd.h>
#endif
#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"

void fail(const char *doing, const char *name) {
  fprintf(stderr, "%s: cannot %s %s: %s\n", program, doing, name,
          strerror(errno));
  exit(EXIT_TROUBLE);
}

bool terminal(FILE *f) {
#ifdef _POSIX_C_SOURCE
  return isatty(fileno(f)) == 1;
#else
  return f == NULL;
#endif
}

/* Windows ends input at a Ctrl-Z, and writes CR before each LF, unless told. */
void keep_bytes(void) {
#ifdef _WIN32
  (void)_setmode(_fileno(stdin), _O_BINARY);
  (void)_setmode(_fileno(stdout), _O_BINARY);
#endif
}

/* --- Bytes -----------------------------------------------------------------*/

static void read_bytes(struct file *out, FILE *f) {
  size_t room = 1 << 16;
  out->text = grow(NULL, room);
  while (!feof(f) && !ferror(f)) {
    out->len += fread(out->text + out->len, 1, room - out->len - 1, f);
    if (out->len == room - 1) {
      room *= 2;
      out->text = grow(out->text, room);
    }
  }
  bool bad = ferror(f) != 0;
  (void)fclose(f);
  if (bad) {
    fail("read", out->name);
  }
  out->text[out->len] = '\0';
}

void read_file(struct file *out, const char *name) {
  bool piped = strcmp(name, "-") == 0;
  FILE *f = piped ? stdin : fopen(name, "rb");
  *out = (struct file){.name = piped ? "standard input" : name};
  if (f == NULL) {
    fail("open", name);
  }
  if (piped && terminal(stdin)) {
    fprintf(stderr, "%s: paste a %s and end with Ctrl-D; --help says more\n",
            program, program);
  }
  read_bytes(out, f);
  hash_file(out);
}

/* --- What is no text -------------------------------------------------------*/

static bool begins(const struct file *f, const char *bytes, size_t len) {
  return f->len >= len && memcmp(f->text, bytes, len) == 0;
}

/* Is the word near the beginning of the file, which may have NUL bytes? */
static bool mentions(const struct file *f, const char *word) {
  size_t n = strlen(word), limit = f->len < 4096 ? f->len : 4096;
  for (size_t i = 0; i + n <= limit; i++) {
    if (memcmp(f->text + i, word, n) == 0) {
      return true;
    }
  }
  return false;
}

/* { or [ {, whatever blanks there are. */
static bool is_json(const struct file *f) {
  const char *p = f->text + (begins(f, "\xef\xbb\xbf", 3) ? 3 : 0);
  p += strspn(p, " \t\r\n");
  if (*p == '[') {
    p++;
    p += strspn(p, " \t\r\n");
  }
  return *p == '{';
}

static const char *other_kind(const struct file *f) {
  if (begins(f, "PK\3\4", 4)) {
    return mentions(f, "opendocument") ? "an OpenDocument file, such as a "
                                         "workbook of LibreOffice (.ods)"
           : mentions(f, "word/")      ? "a document of Word (.docx)"
           : mentions(f, "xl/") || mentions(f, "[Content_Types]")
               ? "a workbook of Excel (.xlsx)"
               : "a ZIP archive; a workbook (.xlsx, .ods) is one, too";
  }
  return begins(f, "\xd0\xcf\x11\xe0", 4) ? "an old workbook of Excel (.xls)"
         : begins(f, "%PDF", 4)           ? "a PDF"
         : begins(f, "\x1f\x8b", 2)       ? "compressed by gzip"
         : begins(f, "{\\rtf", 5)         ? "a document in RTF"
         : is_json(f)
             ? "JSON; register reads the JSON of Threat Dragon, Threat "
               "Composer and Threagile with their files for --columns"
         : begins(f, "\x89PNG", 4)        ? "a picture"
         : begins(f, "SQLite format", 13) ? "a database"
         : f->len > 2 && *f->text == '<' && strchr(f->text, '>') != NULL
             ? "HTML or XML"
             : NULL;
}

static void refuse_other_kinds(const struct file *f, const char *wanted) {
  const char *kind = other_kind(f);
  if (kind != NULL) {
    fprintf(stderr,
            "%s: %s: this is no %s but %s; save or export it as %s UTF-8\n",
            program, f->name, wanted, kind, wanted);
    exit(EXIT_TROUBLE);
  }
}

/* --- UTF-16 ----------------------------------------------------------------*/

static uint32_t unit(const struct file *f, size_t at, bool big) {
  const unsigned char *p = (const unsigned char *)f->text + at;
  if (at + 1 >= f->len) {
    return 0xfffd;
  }
  return big ? (uint32_t)(p[0] << 8 | p[1]) : (uint32_t)(p[1] << 8 | p[0]);
}

/* One unit of two bytes becomes at most three. */
static void take_utf16(struct file *f, size_t skip, bool big) {
  char *text = grow(NULL, f->len / 2 * 3 + 4), *to = text;
  for (size_t i = skip; i < f->len; i += 2) {
    uint32_t c = unit(f, i, big);
    if (c >= 0xd800 && c <= 0xdbff && i + 3 < f->len) {
      uint32_t low = unit(f, i + 2, big);
      bool pair = low >= 0xdc00 && low <= 0xdfff;
      c = pair ? 0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)) : 0xfffd;
      i += pair ? 2 : 0;
    }
    to = add_utf8(to, c >= 0xd800 && c <= 0xdfff ? 0xfffd : c);
  }
  *to = '\0';
  f->len = (size_t)(to - text);
  free(f->text);
  f->text = text;
}

/* With a byte order mark, or by the NUL in the first of its letters. */
static bool is_utf16(const struct file *f, size_t *skip, bool *big) {
  if (f->len < 4) {
    return false;
  }
  *big = begins(f, "\xfe\xff", 2) || (f->text[0] == 0 && f->text[2] == 0);
  bool little =
      begins(f, "\xff\xfe", 2) || (f->text[1] == 0 && f->text[3] == 0);
  *skip = (unsigned char)f->text[0] >= 0xfe ? 2 : 0;
  return *big != little;
}

/* --- Text ------------------------------------------------------------------*/

/* Tells of the first byte that is not UTF-8; it will be shown as U+FFFD. */
static void check_utf8(const char *name, const char *text, const char *end,
                       const char *wanted) {
  unsigned long line = 1;
  while (text < end) {
    const char *at = text;
    uint32_t c = next_character(&text);
    bool meant = strncmp(at, "\xef\xbf\xbd", 3) == 0;
    if (c == 0xfffd && !meant) {
      fprintf(stderr,
              "%s: %s:%lu: note: not in UTF-8, and what is not will be shown "
              "as U+FFFD; save it as %s UTF-8\n",
              program, name, line, wanted);
      return;
    }
    line += c == '\n';
    text += c == 0; /* a NUL: the row it is in will be refused */
  }
}

char *read_text(struct file *out, const char *name, const char *wanted,
                bool *mark, bool *json) {
  size_t skip;
  bool big;
  read_file(out, name);
  bool wide = is_utf16(out, &skip, &big);
  if (wide) {
    take_utf16(out, skip, big);
  }
  bool taken = false; /* as JSON, which was expected */
  if (json != NULL) {
    taken = *json && is_json(out);
    *json = taken;
  }
  if (!wide && !taken) {
    refuse_other_kinds(out, wanted);
  }
  bool bytes = begins(out, "\xef\xbb\xbf", 3);
  *mark = wide || bytes;
  skip = bytes ? 3 : 0;
  check_utf8(out->name, out->text + skip, out->text + out->len, wanted);
  return out->text + skip;
}
