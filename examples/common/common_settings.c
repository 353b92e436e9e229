/* SPDX-License-Identifier: MIT */
/* Of register and score: files of settings, "name = value" under "[section]".
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"

void refuse_setting(const struct settings *s, unsigned long line,
                    unsigned long column, const char *format, ...) {
  va_list args;
  char what[256];
  va_start(args, format);
  (void)vsnprintf(what, sizeof what, format, args);
  va_end(args);
  fprintf(stderr, "%s: %s:%lu:%lu: ", program, s->file.name, line, column);
  put_plain(stderr, what);
  putc('\n', stderr);
  exit(EXIT_TROUBLE);
}

static struct setting *add(struct settings *s) {
  size_t n = s->count++;
  if ((n & (n + 1)) == 0) { /* doubled at 0, 1, 3, 7 ... */
    s->all = grow(s->all, (2 * n + 1) * sizeof s->all[0]);
  }
  return &s->all[n];
}

static const char *piece_text(const char *line, struct piece p) {
  return keep_text(line + p.from, p.to - p.from);
}

static void read_line(struct settings *s, const char *line, size_t len,
                      unsigned long number, const char **section) {
  struct piece all = trimmed(line, 0, len);
  if (all.from == all.to || line[all.from] == '#') {
    return;
  }
  if (line[all.from] == '[') {
    if (line[all.to - 1] != ']') {
      refuse_setting(s, number, all.to + 1, "a section ends with ]");
    }
    *section = piece_text(line, trimmed(line, all.from + 1, all.to - 1));
    return;
  }
  const char *equals = memchr(line, '=', len);
  if (equals == NULL) {
    refuse_setting(s, number, all.from + 1,
                   "expected name = value, or [section], or # and a comment");
  }
  size_t at = (size_t)(equals - line);
  struct piece value = trimmed(line, at + 1, len);
  *add(s) = (struct setting){*section,
                             piece_text(line, trimmed(line, 0, at)),
                             piece_text(line, value),
                             number,
                             all.from + 1,
                             value.from + 1};
}

void read_settings(struct settings *out, const char *name) {
  bool mark;
  unsigned long number = 1;
  const char *section = "";
  *out = (struct settings){0};
  char *text = read_text(&out->file, name, "text", &mark, NULL);
  while (*text != '\0') {
    size_t len = strcspn(text, "\r\n");
    read_line(out, text, len, number++, &section);
    text += len;
    text += *text == '\r' && text[1] == '\n';
    text += *text != '\0';
  }
}

bool list_item(const char *list, size_t n, struct piece *out) {
  size_t from = 0;
  for (;; n--) {
    size_t len = strcspn(list + from, ",");
    if (n == 0) {
      *out = trimmed(list, from, from + len);
      return true;
    }
    if (list[from + len] == '\0') {
      return false;
    }
    from += len + 1;
  }
}
