/* SPDX-License-Identifier: MIT */
/* What the parsers read with: tokens, and failing at one. */
#include "token.h"

secrisk_status secrisk__fail(struct secrisk__parser *p, secrisk_status status) {
  p->diag.status = status;
  p->diag.offset = (uint32_t)p->pos;
  p->diag.length = (uint32_t)p->n;
  return status;
}

secrisk_status secrisk__unexpected(struct secrisk__parser *p) {
  size_t next = p->pos + p->n;
  (void)secrisk__fail(p, SECRISK_E_SYNTAX);
  p->diag.offset = (uint32_t)next;
  p->diag.length = next < p->end;
  return SECRISK_E_SYNTAX;
}

secrisk_status secrisk__diagnose(const struct secrisk__parser *p,
                                 secrisk_diag *diag) {
  if (diag != NULL) {
    secrisk__copy(diag, &p->diag, sizeof *diag);
  }
  return p->diag.status;
}

#if SECRISK__LENIENT
bool secrisk__allow(struct secrisk__parser *p, uint32_t flag) {
  if ((p->flags & flag) == 0) {
    return false;
  }
  p->diag.lenient |= flag;
  return true;
}
#endif

size_t secrisk__run(struct secrisk__parser *p, char also) {
  size_t n = 0;
  while (p->pos + n < p->end) {
    char c = p->text[p->pos + n];
    if (!secrisk__alnum(c) && !(c >= also && c <= '.')) {
      break;
    }
    n++;
  }
  p->n = n;
  return n;
}

bool secrisk__take(struct secrisk__parser *p, char c) {
  size_t next = p->pos + p->n;
  if (next >= p->end || p->text[next] != c) {
    return false;
  }
  p->pos = next + 1u;
  p->n = 0;
  return true;
}

bool secrisk__goes_on(struct secrisk__parser *p) {
  size_t end = p->pos + p->n;
  if (secrisk__take(p, '/') &&
      (p->pos < p->end || secrisk__allow(p, SECRISK_ALLOW_SLASH))) {
    return p->pos < p->end;
  }
  p->pos = end;
  p->n = 0;
  return false;
}

uint8_t secrisk__differs(const struct secrisk__parser *p, size_t n,
                         const char *word) {
  const char *text = p->text + p->pos;
  uint8_t all = 0;
  for (size_t i = 0; i < n && (all & 0xdf) == 0; i++) {
    all |= (uint8_t)(text[i] ^ word[i]); /* ends with word, too */
  }
  return all;
}

bool secrisk__is(struct secrisk__parser *p, const char *word) {
  uint8_t differs = secrisk__differs(p, p->n, word);
  return (differs & 0xdf) == 0 && word[p->n] == '\0' &&
         (differs == 0 || secrisk__allow(p, SECRISK_ALLOW_CASE));
}
