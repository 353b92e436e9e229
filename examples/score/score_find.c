/* SPDX-License-Identifier: MIT */
/* score: the vectors inside any text. */
#include <string.h>

#include "score.h"
#include "score_decode.h"
#include "score_said.h"

enum {
  CONTEXT = 128, /* bytes kept before the place where the search goes on: a
                    letter there, or the version that they say */
  BEHIND = 64,   /* bytes behind a vector that may say its version */
  TOKEN = 8      /* bytes that show a metric behind a gap */
};

static struct window window;

/* May the search be cut before text[n]?  What begins before it has ended, and
 * what follows is there to be seen. */
static bool may_cut(size_t n, size_t settled) {
  const char *text = window.text;
  if (said_is_vector_byte(text[n - 1]) || !said_is_word_byte(text[n])) {
    return false;
  }
  bool line = false;
  for (size_t i = n; i > 0 && !line && !said_is_word_byte(text[i - 1]); i--) {
    line = text[i - 1] == '\n';
  }
  return n + BEHIND <= settled || (line && n + TOKEN <= settled);
}

/* Up to where vectors that begin there are whole.  Text that leaves no other
 * choice is cut where whatever may be a vector has ended. */
static size_t cut(size_t from, size_t settled) {
  size_t most = SECRISK_TEXT_MAX + BEHIND, least = from;
  if (TEXT_SIZE - window.len < CHUNK && settled > from + most) {
    least = settled - most; /* else there is no room for what comes */
  }
  for (size_t n = settled; n > least; n--) {
    if (n < settled && may_cut(n, settled)) {
      return n;
    }
  }
  return least;
}

static void set_place(size_t pos) {
  struct where where = window_where(&window, pos);
  at.line = (unsigned long)where.line;
  at.column = (unsigned long)where.column;
  at.byte = (unsigned long)where.byte;
}

/* A near miss whose version the text says beside it is a vector. */
static void show(size_t floor, size_t have, size_t pos, struct item *it) {
  struct said said = {window.text, have, floor, pos, it->len};
  set_place(pos);
  if (it->diag.status == SECRISK_OK) {
    it->text = window.text + pos;
  } else if (!opt.raw && said_vector(&said, it)) {
    set_place((size_t)(it->text - window.text));
  } else if (!read_range(it, window.text + pos, it->len)) {
    it->diag.offset -= (uint32_t)pos;
    near_miss(window.text + pos, it->len, &it->diag);
    return;
  }
  at.seen++;
  print(it);
}

static void show_dread(size_t pos, size_t len) {
  struct item it = {0};
  set_place(pos);
  if (read_item(&it, window.text + pos, len)) {
    at.seen++;
    print(&it);
  } else {
    near_miss(window.text + pos, len, &it.diag);
  }
}

static void show_loose(size_t pos, size_t len) {
  secrisk_cvss v;
  secrisk_diag diag;
  set_place(pos);
  if (secrisk_cvss_parse(window.text + pos, len, opt.flags, &v, &diag) !=
      SECRISK_OK) {
    near_miss(window.text + pos, len, &diag);
  }
}

/* Shows the ratings of DREAD, and what is loosely a vector, that begin in
 * text[from, limit); returns where to go on. */
static size_t show_others(size_t from, size_t limit, size_t have) {
  size_t len = 0, loose_len = 0, pos = from, loose = from;
  for (bool first = true; from < limit; first = false) {
    if (first || pos < from) {
      pos = dread_find(window.text, from, limit, have, &len);
    }
    if (first || loose < from) {
      loose = loose_find(window.text, from, limit, have, &loose_len);
    }
    if (pos < limit && pos <= loose) {
      show_dread(pos, len);
      from = pos + len;
    } else if (loose < limit) {
      show_loose(loose, loose_len);
      from = loose + loose_len;
    } else {
      break;
    }
  }
  return from;
}

/* Shows what begins in text[from, limit); returns where to go on.  *floor: the
 * end of the last one, or where the text begins. */
static size_t find_in(size_t from, size_t limit, size_t have, size_t *floor) {
  struct item it = {0};
  size_t pos = from, other = from;
  while (pos < limit) {
    secrisk_status status =
        secrisk_cvss_find(window.text, have, opt.flags | SECRISK_FIND_NEAR,
                          &pos, &it.len, &it.v, &it.diag);
    if (it.len == 0 || pos >= limit) {
      break;
    }
    other = show_others(other, pos, have);
    it.diag.status = status;
    it.said = 0;
    it.form = FORM_VECTOR;
    size_t end = pos + it.len;
    show(*floor, have, pos, &it);
    *floor = pos = from = end;
    other = other > end ? other : end;
  }
  other = show_others(other, limit, have);
  from = other > from ? other : from;
  return from > limit ? from : limit;
}

static bool read_chunk(FILE *f, const char *name) {
  size_t left = TEXT_SIZE - window.len;
  size_t got =
      fill(f, name, window.text + window.len, left < CHUNK ? left : CHUNK);
  text_decode(&window, got, got == 0);
  return got > 0;
}

void find_stream(FILE *f, const char *name) {
  size_t from = 0, floor = 0;
  bool more;
  window_begin(&window, opt.raw);
  do {
    more = read_chunk(f, name);
    size_t have = more ? decode_settled(&window) : window.len;
    size_t limit = more ? cut(from, have) : have;
    from = find_in(from, limit, have, &floor);
    size_t done = from > CONTEXT ? from - CONTEXT : 0;
    window_drop(&window, done);
    from -= done;
    floor -= floor < done ? floor : done;
  } while (more);
}
