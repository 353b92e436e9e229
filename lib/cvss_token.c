/* SPDX-License-Identifier: MIT */
/* What the parser reads with: bytes, tokens, and failing. */
#include "internal.h"

secrisk_status secrisk__fail(struct secrisk__parser *p, secrisk_status status,
                             size_t at, size_t length) {
  p->status = status;
  p->offset = at;
  p->length = length;
  return status;
}

secrisk_status secrisk__unexpected(struct secrisk__parser *p, size_t pos) {
  return secrisk__fail(p, SECRISK_E_SYNTAX, pos, pos < p->end);
}

#if SECRISK__LENIENT
bool secrisk__allow(struct secrisk__parser *p, uint32_t flag) {
  if ((p->flags & flag) == 0) {
    return false;
  }
  p->lenient |= flag;
  return true;
}
#endif

bool secrisk__at(const struct secrisk__parser *p, size_t pos, char c) {
  return pos < p->end && p->text[pos] == c;
}

size_t secrisk__run(const struct secrisk__parser *p, size_t pos) {
  size_t n = 0;
  while (pos + n < p->end && secrisk__alnum(p->text[pos + n])) {
    n++;
  }
  return n;
}

uint8_t secrisk__differs(const char *text, size_t n, const char *word) {
  uint8_t all = 0;
  for (size_t i = 0; i < n && (all & 0xdf) == 0;
       i++) { /* ends with word, too */
    all |= (uint8_t)(text[i] ^ word[i]);
  }
  return all;
}

bool secrisk__is(struct secrisk__parser *p, size_t pos, size_t n,
                 const char *word) {
  uint8_t differs = secrisk__differs(p->text + pos, n, word);
  return (differs & 0xdf) == 0 && word[n] == '\0' &&
         (differs == 0 || secrisk__allow(p, SECRISK_ALLOW_CASE));
}
