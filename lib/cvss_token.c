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

bool secrisk__is(struct secrisk__parser *p, size_t pos, size_t n,
                 const char *word) {
  uint8_t all = 0;
  for (size_t i = 0; i < n; i++) { /* ends at the end of word, too */
    uint8_t differs = (uint8_t)(p->text[pos + i] ^ word[i]);
    if ((differs & 0xdf) != 0) { /* not the other case of the letter either */
      return false;
    }
    all |= differs;
  }
  return word[n] == '\0' && (all == 0 || secrisk__allow(p, SECRISK_ALLOW_CASE));
}
