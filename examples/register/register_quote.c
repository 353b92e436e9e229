/* SPDX-License-Identifier: MIT */
/* Part of register: finds where a quote that somebody forgot to close ends. */
#include "register_csv.h"

/* A spreadsheet takes all that follows an open quote for one cell, and a
 * register with one typing error would lose every threat behind it. */

static bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

/* The quote that closes, or end. */
static const char *closing(const char *p, const char *end) {
  for (; p < end; p++) {
    if (*p == '"') {
      if (p + 1 == end || p[1] != '"') {
        return p;
      }
      p++;
    }
  }
  return end;
}

/* Is there nothing but blanks between a closing quote and what may follow? */
static bool ends_cell(const struct csv *c, const char *p) {
  while (p < c->end && (*p == ' ' || (*p == '\t' && c->separator != '\t'))) {
    p++;
  }
  return p == c->end || *p == c->separator || ends_line(*p);
}

/* Passes over one cell; NULL if a quote in it is not closed as it should be. */
static const char *over_cell(const struct csv *c, const char *p,
                             const char *limit) {
  if (p < limit && *p == '"') {
    p = closing(p + 1, limit);
    if (p == limit || !ends_cell(c, p + 1)) {
      return NULL;
    }
  }
  while (p < limit && *p != c->separator && !ends_line(*p)) {
    p++;
  }
  return p;
}

/* How many cells a line has if a quote in it means nothing: it may be another
 * that is never closed. */
static size_t cells_in_line(const struct csv *c, const char *p,
                            const char *limit) {
  size_t cells = 1;
  for (; p < limit && !ends_line(*p); p++) {
    cells += *p == c->separator;
  }
  return cells;
}

/* Does a whole row begin at p, its first cell not empty?  A row longer than
 * this is not recognised, so that many open quotes cost no more than one. */
static bool looks_like_row(const struct csv *c, const char *p) {
  enum { LONGEST = 1 << 14 };
  const char *limit = c->end - p > LONGEST ? p + LONGEST : c->end;
  const char *line = p;
  size_t cells = 1;
  if (p == limit || *p == c->separator || blank(p) > 0) {
    return false;
  }
  p = over_cell(c, p, limit);
  while (p != NULL && p < limit && !ends_line(*p)) {
    p++;
    p = over_cell(c, p, limit);
    cells++;
  }
  return (p != NULL ? cells : cells_in_line(c, line, limit)) == c->want;
}

/* The line break before the next line that looks like a row, up to stop. */
static const char *next_row(const struct csv *c, const char *p,
                            const char *stop) {
  for (; p < stop; p++) {
    if (ends_line(*p)) {
      const char *line = p + (*p == '\r' && p + 1 < stop && p[1] == '\n') + 1;
      if (line < stop && looks_like_row(c, line)) {
        return p;
      }
      p = line - 1;
    }
  }
  return NULL;
}

static bool has_line(const char *p, const char *end) {
  while (p < end && !ends_line(*p)) {
    p++;
  }
  return p < end;
}

const char *quote_end(const struct csv *c, const char *from, bool *open) {
  const char *close = closing(from, c->end);
  *open = close == c->end;
  bool odd = *open || (has_line(from, close) && !ends_cell(c, close + 1));
  const char *row = odd && c->want > 1
                        ? next_row(c, from, close < c->end ? close + 1 : close)
                        : NULL;
  *open = *open || row != NULL;
  return row != NULL ? row : close;
}
