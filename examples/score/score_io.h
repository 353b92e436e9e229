/* SPDX-License-Identifier: MIT */
/* Part of score: big reads and writes, text made safe to show. */
/* --- Reading and writing ---------------------------------------------------*/

#ifdef _POSIX_C_SOURCE /* read, as fread would wait for a full buffer */
static long get(FILE *f, char *buf, size_t n) {
  ssize_t got;
  do {
    got = read(fileno(f), buf, n);
  } while (got < 0 && errno == EINTR);
  return (long)got;
}
static bool terminal(FILE *f) {
  return isatty(fileno(f)) == 1;
}
#else
static long get(FILE *f, char *buf, size_t n) {
  size_t got = fread(buf, 1, n, f);
  return ferror(f) ? -1 : (long)got;
}
static bool terminal(FILE *f) {
  return f == NULL;
}
#endif

enum { BAD_INPUT = 1, TROUBLE = 2 }; /* exit status */

struct out {
  FILE *to; /* unbuffered */
  bool colour;
  size_t len;
  char buf[1 << 16];
};
static struct out out, err;
static char in[1 << 18];

static void complain(const char *doing, const char *name) {
  fprintf(stderr, "score: cannot %s %s: %s\n", doing, name, strerror(errno));
}

static void flush(struct out *o) {
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
static char *room(struct out *o, size_t n) {
  if (n > sizeof o->buf - o->len) {
    flush(o);
  }
  return o->buf + o->len;
}

static void put(struct out *o, const char *format, ...) {
  enum { MOST = 8192 };
  va_list args;
  va_start(args, format);
  int n = vsnprintf(room(o, MOST), MOST, format, args);
  va_end(args);
  o->len += n < 0 ? 0 : n < MOST ? (size_t)n : MOST - 1;
}

/* Columns a byte takes when shown: what might not print is escaped. */
static size_t width(char c) {
  return c == '\\' ? 2 : c >= ' ' && c <= '~' ? 1 : 4;
}

static void put_safe(struct out *o, char c) {
  put(o,
      width(c) == 4 ? "\\x%02x"
      : c == '\\'   ? "\\%c"
                    : "%c",
      (unsigned char)c);
}

static const char *paint(const struct out *o, const char *code) {
  return o->colour ? code : "";
}
