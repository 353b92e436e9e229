/* SPDX-License-Identifier: MIT */
/* Part of register: what is wrong with a row, where, and a mark under it. */
#include <stdarg.h>
#include <string.h>

#include "register.h"

/* The part of a line of text that is shown, and the mark under it. */
static void show(const char *text, size_t len, size_t offset, size_t length) {
  enum { BEFORE = 40, WIDE = 76 };
  size_t from = offset, to = offset, mark = 0;
  char shown[WIDE * 4 + 1];
  while (from > 0 && text[from - 1] != '\n' && offset - from < BEFORE) {
    from--;
  }
  while (from < offset && ((unsigned char)text[from] & 0xc0) == 0x80) {
    from++; /* not within a character */
  }
  while (to < len && text[to] != '\n' && text[to] != '\r' && to - from < WIDE) {
    to++;
  }
  memcpy(shown, text + from, to - from);
  shown[to - from] = '\0';
  fputs("  ", stderr);
  put_plain(stderr, shown);
  shown[offset - from] = '\0';
  fprintf(stderr, "\n  %*s^", (int)plain_width(shown), "");
  memcpy(shown, text + from, to - from);
  length = length < to - offset ? length : to - offset;
  shown[offset - from + length] = '\0';
  mark = plain_width(shown + (offset - from));
  while (mark-- > 1) {
    putc('~', stderr);
  }
  putc('\n', stderr);
}

/* Keeps it with its row. */
static void add_problem(struct row *row, struct problem p) {
  struct problem **end = &row->problems;
  while (*end != NULL) {
    end = &(*end)->next;
  }
  *end = keep(sizeof p);
  **end = p;
}

static void say(const struct list *list, const struct problem *p,
                const char *id) {
  fprintf(stderr, "register: %s:%lu:%lu: ", list->source.name, p->line,
          p->column);
  put_plain(stderr, id);
  fprintf(stderr, "%s%s%s", *id != '\0' && *p->where != '\0' ? ", " : "",
          p->where, *id != '\0' || *p->where != '\0' ? ": " : "");
  put_plain(stderr, p->what);
  putc('\n', stderr);
}

void problem(const struct place *at, size_t offset, size_t length,
             const char *format, ...) {
  char what[256];
  struct problem p = {.where = at->column};
  va_list args;
  va_start(args, format);
  (void)vsnprintf(what, sizeof what, format, args);
  va_end(args);
  csv_place(at->cell, offset, &p.line, &p.column);
  p.what = keep_text(what, strlen(what));
  add_problem(at->row, p);
  if (at->list->quiet) {
    return;
  }
  say(at->list, &p, at->row->text[ID]);
  if (length > 0 || offset > 0) {
    show(at->cell->text, at->cell->len, offset, length);
  }
}

void remark(const struct list *list, unsigned long line, unsigned long column,
            const char *format, ...) {
  char what[256];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(what, sizeof what, format, args);
  va_end(args);
  if (!list->quiet) {
    fprintf(stderr, "register: %s:%lu:%lu: note: ", list->source.name, line,
            column);
    put_plain(stderr, what);
    putc('\n', stderr);
  }
}
