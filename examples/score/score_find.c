/* SPDX-License-Identifier: MIT */
/* score: the vectors inside any text. */
#include <string.h>

#include "score.h"

/* Moves the place over text. */
static void advance(const char *text, size_t n) {
  const char *nl;
  while ((nl = memchr(text, '\n', n)) != NULL) {
    at.line++;
    at.column = 1;
    n -= (size_t)(nl + 1 - text);
    text = nl + 1;
  }
  at.column += n;
}

/* Where to cut what has been read so that no vector is: behind a byte that
 * none has.  Before old there is no such byte.  A run of the others that fills
 * the buffer is cut where whatever begins before the cut is whole. */
static size_t cut(size_t old, size_t have) {
  static const char bytes[] = ":/.#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "abcdefghijklmnopqrstuvwxyz";
  size_t n = have;
  while (n > old && memchr(bytes, in[n - 1], sizeof bytes - 1) != NULL) {
    n--;
  }
  n = n > old ? n : 0;
  return have == sizeof in && n < have - SECRISK_TEXT_MAX
             ? have - SECRISK_TEXT_MAX
             : n;
}

/* Scores what begins in in[from, limit); returns where to go on. */
static size_t find_in(size_t from, size_t limit, size_t have) {
  struct item it;
  size_t pos = from;
  while (pos < limit &&
         secrisk_cvss_find(in, have, opt.flags, &pos, &it.len, &it.v,
                           &it.diag) == SECRISK_OK &&
         pos < limit) {
    at.seen++;
    advance(in + from, pos - from);
    from = pos += it.len;
    it.text = in + pos - it.len;
    print(&it);
    advance(in + pos - it.len, it.len);
  }
  if (from < limit) {
    advance(in + from, limit - from);
    from = limit;
  }
  return from;
}

/* The byte before where we go on is kept: no vector starts after a letter. */
void find_stream(FILE *f, const char *name) {
  size_t have = 0, from = 0, got;
  at.line = at.column = 1;
  do {
    got = fill(f, name, have);
    have += got;
    from = find_in(from, got > 0 ? cut(have - got, have) : have, have);
    size_t done = from > 0 ? from - 1 : 0;
    memmove(in, in + done, have - done);
    have -= done;
    from -= done;
  } while (got > 0);
}

void find_file(const char *name) {
  FILE *f = fopen(name, "rb");
  if (f == NULL) {
    complain("open", name);
    at.trouble = true;
    return;
  }
  at.what = name;
  find_stream(f, name);
  fclose(f);
}
