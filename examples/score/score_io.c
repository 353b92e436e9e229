/* SPDX-License-Identifier: MIT */
/* score: big reads and writes, text made safe to show. */
#if defined(__unix__) || defined(__APPLE__)
#define _POSIX_C_SOURCE 200809L
#include <unistd.h>
#endif
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "score.h"

struct out out, err;

#ifdef _POSIX_C_SOURCE /* read, as fread would wait for a full buffer */
static long get(FILE *f, char *buf, size_t n) {
  ssize_t got;
  do {
    got = read(fileno(f), buf, n);
  } while (got < 0 && errno == EINTR);
  return (long)got;
}
#else
static long get(FILE *f, char *buf, size_t n) {
  size_t got = fread(buf, 1, n, f);
  return ferror(f) ? -1 : (long)got;
}
#endif

void complain(const char *doing, const char *name) {
  fprintf(stderr, "score: cannot %s %s: %s\n", doing, name, strerror(errno));
}

void flush(struct out *o) {
  size_t n = o->len;
  o->len = 0;
  if (fwrite(o->buf, 1, n, o->to) != n && o == &out) {
    if (errno != EPIPE) { /* a reader that has seen enough is no trouble */
      complain("write", "standard output");
    }
    exit(TROUBLE);
  }
}

/* Where the next n bytes go. */
char *room(struct out *o, size_t n) {
  if (n > sizeof o->buf - o->len) {
    flush(o);
  }
  return o->buf + o->len;
}

void put(struct out *o, const char *format, ...) {
  enum { MOST = 8192 };
  va_list args;
  va_start(args, format);
  int n = vsnprintf(room(o, MOST), MOST, format, args);
  va_end(args);
  o->len += n < 0 ? 0 : n < MOST ? (size_t)n : MOST - 1;
}

/* Columns a byte takes when shown: what might not print is escaped. */
size_t width(char c) {
  return c == '\\' ? 2 : c >= ' ' && c <= '~' ? 1 : 4;
}

void put_safe(struct out *o, char c) {
  put(o,
      width(c) == 4 ? "\\x%02x"
      : c == '\\'   ? "\\%c"
                    : "%c",
      (unsigned char)c);
}

const char *paint(const struct out *o, const char *code) {
  return o->colour ? code : "";
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Shows what there is to show before it waits for input. */
size_t fill(FILE *f, const char *name, char *buf, size_t size) {
  flush(&out);
  long got = get(f, buf, size);
  if (got < 0) {
    complain("read", name);
    at.trouble = true;
  }
  return got < 0 ? 0 : (size_t)got;
}

/* Colours are for terminals.  Bytes stay as they are on every system. */
void prepare_streams(void) {
  keep_bytes();
  bool plain = getenv("NO_COLOR") != NULL;
  out.to = stdout;
  err.to = stderr;
  out.colour = !plain && terminal(stdout);
  err.colour = !plain && terminal(stderr);
  setvbuf(stdout, NULL, _IONBF, 0);
}
