/* SPDX-License-Identifier: MIT */
/* What the parser reads with: bytes, words, tokens, and failing. */
#include "internal.h"

secrisk_status secrisk__fail(struct secrisk__parser *p, secrisk_status status,
                             size_t at, size_t length) {
  p->status = status;
  p->offset = at;
  p->length = length;
  return status;
}

/* May the text depart from the standard in this way?  If so, note it. */
bool secrisk__allow(struct secrisk__parser *p, uint32_t flag) {
  if (!SECRISK__LENIENT || (p->flags & flag) == 0) {
    return false;
  }
  p->lenient |= flag;
  return true;
}

/* --- Characters and tokens --------------------------------------------------
 */

static char fold(char c) {
  return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

/* Length of the run of letters and digits at pos. */
size_t secrisk__run(const struct secrisk__parser *p, size_t pos) {
  size_t n = 0;
  while (pos + n < p->end && secrisk__alnum(p->text[pos + n])) {
    n++;
  }
  return n;
}

/* Length of word if it stands at pos in either case, else 0. */
size_t secrisk__similar(const struct secrisk__parser *p, size_t pos,
                        const char *word, bool *exact) {
  size_t n = 0;
  *exact = true;
  for (; word[n] != '\0'; n++) {
    if (pos + n >= p->end) {
      return 0;
    }
    char c = p->text[pos + n];
    if (c != word[n]) {
      *exact = false;
      if (fold(c) != fold(word[n])) {
        return 0;
      }
    }
  }
  return n;
}

/* Length of word if it stands at pos, else 0.  Differing only in case needs,
 * and notes, its leniency. */
size_t secrisk__starts(struct secrisk__parser *p, size_t pos,
                       const char *word) {
  bool exact;
  size_t n = secrisk__similar(p, pos, word, &exact);
  return exact || (n != 0 && secrisk__allow(p, SECRISK_ALLOW_CASE)) ? n : 0;
}

/* The same for a whole token: no letter or digit may follow. */
size_t secrisk__token(struct secrisk__parser *p, size_t pos, const char *word) {
  size_t n = secrisk__starts(p, pos, word);
  return pos + n < p->end && secrisk__alnum(p->text[pos + n]) ? 0 : n;
}
