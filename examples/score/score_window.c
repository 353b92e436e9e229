/* SPDX-License-Identifier: MIT */
/* score: the window of decoded text, and where its bytes come from. */
#include <string.h>

#include "score_decode.h"

/* The place up to which lines were counted; it only moves forward. */
static struct {
  size_t index, piece;
  uint64_t line, line_start;
  bool entered; /* are the lines left out before the piece counted? */
} walk;

void window_begin(struct window *w, bool raw) {
  w->len = w->pieces = w->held = w->watch = w->watch_from = 0;
  w->began = 0;
  w->next = w->line_start = w->newlines = 0;
  w->raw = raw;
  w->begun = false;
  w->wide = 0;
  w->joint = NO_JOINT;
  memset(&walk, 0, sizeof walk);
  walk.line = 1;
}

/* The piece of text[index]. */
static const struct piece *piece_of(const struct window *w, size_t index) {
  const struct piece *p = &w->piece[w->pieces - 1];
  while (p->at > index) {
    p--;
  }
  return p;
}

uint64_t window_from(const struct window *w, size_t index, uint8_t *step) {
  const struct piece *p = piece_of(w, index);
  *step = p->step;
  return p->from + (uint64_t)(index - p->at) * p->step;
}

/* Begins a new piece, unless the last one leads to the same place. */
static void begin_piece(struct window *w, uint64_t from, uint8_t step) {
  if (w->pieces > 0 && step > 0 && w->newlines == 0) {
    const struct piece *p = &w->piece[w->pieces - 1];
    if (p->step == step &&
        p->from + (uint64_t)(w->len - p->at) * step == from) {
      return;
    }
  }
  struct piece *p = &w->piece[w->pieces++];
  p->at = w->len;
  p->from = from;
  p->step = step;
  p->newlines = w->newlines;
  p->line_start = w->line_start;
  w->newlines = 0;
}

/* Bytes that stand in the input as they are, at w->next. */
void window_append(struct window *w, const char *bytes, size_t n,
                   uint8_t step) {
  if (n > 0) {
    begin_piece(w, w->next, step);
    if (bytes != w->text + w->len) { /* else they are in their place */
      memcpy(w->text + w->len, bytes, n);
    }
    w->len += n;
    w->next += (uint64_t)n * step;
  }
}

void window_put(struct window *w, char c, uint64_t from, uint8_t step) {
  begin_piece(w, from, step);
  w->text[w->len++] = c;
}

/* Takes bytes off the end.  The lines of the input that they ended still
 * count: the next piece has them. */
void window_pop(struct window *w, size_t n) {
  for (; n > 0; n--) {
    struct piece *p = &w->piece[w->pieces - 1];
    uint8_t step;
    uint64_t from = window_from(w, --w->len, &step);
    uint32_t newlines = step > 0 && w->text[w->len] == '\n';
    uint64_t start = from + step;
    if (p->at == w->len) {
      start = newlines > 0 ? start : p->line_start;
      newlines += p->newlines;
      w->pieces--;
    }
    if (w->newlines == 0) { /* else a later line has begun already */
      w->line_start = start;
    }
    w->newlines += newlines;
  }
}

/* Takes bytes off the end that will be put back. */
void window_lift(struct window *w, size_t n, struct lifted *to) {
  while (n-- > 0) {
    const struct piece *p = &w->piece[w->pieces - 1];
    to[n].from = window_from(w, --w->len, &to[n].step);
    to[n].c = w->text[w->len];
    to[n].newlines = 0;
    if (p->at == w->len) {
      to[n].newlines = p->newlines;
      to[n].line_start = p->line_start;
      w->pieces--;
    }
  }
}

/* Lines left out before a byte that is about to be put back. */
void window_restore(struct window *w, const struct lifted *byte) {
  if (byte->newlines > 0) {
    w->newlines += byte->newlines;
    w->line_start = byte->line_start;
  }
}

/* Counts the lines up to text[index], which is settled. */
static void walk_to(const struct window *w, size_t index) {
  while (w->pieces > 0) {
    const struct piece *p = &w->piece[walk.piece];
    bool last = walk.piece + 1 == w->pieces;
    size_t end = last || p[1].at > index ? index : p[1].at;
    if (!walk.entered && p->newlines > 0) {
      walk.line += p->newlines;
      walk.line_start = p->line_start;
    }
    walk.entered = true;
    const char *at = w->text + walk.index;
    while (p->step > 0 && at < w->text + end &&
           (at = memchr(at, '\n', (size_t)(w->text + end - at))) != NULL) {
      at++;
      walk.line++;
      walk.line_start = p->from + (uint64_t)(at - (w->text + p->at)) * p->step;
    }
    walk.index = end;
    if (last || p[1].at > index) {
      break;
    }
    walk.piece++;
    walk.entered = false;
  }
}

struct where window_where(struct window *w, size_t index) {
  struct where place;
  walk_to(w, index); /* to the piece that text[index] is in */
  const struct piece *p = &w->piece[walk.piece];
  place.byte =
      index < w->len ? p->from + (uint64_t)(index - p->at) * p->step : w->next;
  place.line = walk.line;
  place.column = place.byte - walk.line_start + 1;
  return place;
}

/* Forgets the first n bytes; lines may have been counted beyond them. */
void window_drop(struct window *w, size_t n) {
  if (n == 0) {
    return;
  }
  if (walk.index < n) {
    walk_to(w, n);
  }
  size_t gone = 0;
  while (gone < walk.piece && w->piece[gone + 1].at <= n) {
    gone++;
  }
  struct piece *first = &w->piece[gone];
  first->from += (uint64_t)(n - first->at) * first->step;
  first->at = n;
  w->pieces -= gone;
  memmove(w->piece, first, w->pieces * sizeof *first);
  for (size_t i = 0; i < w->pieces; i++) {
    w->piece[i].at -= n;
  }
  w->len -= n;
  memmove(w->text, w->text + n, w->len);
  walk.index -= n;
  walk.piece -= gone;
  w->watch = w->watch > n ? w->watch - n : 0;
  w->watch_from = w->watch_from > n ? w->watch_from - n : 0;
  w->joint -= w->joint == NO_JOINT ? 0 : n;
}
