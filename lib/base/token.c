/* SPDX-License-Identifier: MIT */
/* The cursor: tokens, moving on, and failing. */
#include "token.h"

secrisk_status secrisk__unexpected(struct secrisk__cursor *c) {
  c->pos += c->n;
  c->n = c->pos < c->end;
  return SECRISK_E_SYNTAX;
}

secrisk_status secrisk__bounds(struct secrisk__cursor *c) {
  if (c->end == 0) {
    return SECRISK_E_EMPTY;
  }
  if (c->text == NULL) {
    return SECRISK_E_ARG;
  }
  if (c->end > SECRISK_TEXT_MAX) {
    c->pos = SECRISK_TEXT_MAX;
    c->n = c->end - SECRISK_TEXT_MAX;
    return SECRISK_E_TOO_LONG;
  }
  return SECRISK_OK;
}

secrisk_status secrisk__diagnose(const struct secrisk__cursor *c,
                                 secrisk_status status) {
  c->diag->status = status;
  if (status != SECRISK_OK) {
    c->diag->offset = secrisk__offset(c->pos);
    c->diag->length = secrisk__offset(c->n);
  }
  return status;
}

size_t secrisk__run(struct secrisk__cursor *c, char first) {
  size_t n = 0;
  for (size_t at = c->pos; at < c->end; at++) {
    char byte = c->text[at];
    bool also = byte >= first && byte <= '.';
    if (!secrisk__alnum(byte) && !also) {
      break;
    }
    n++;
  }
  c->n = n;
  return n;
}

bool secrisk__take(struct secrisk__cursor *c, char byte) {
  size_t next = c->pos + c->n;
  if (next >= c->end || c->text[next] != byte) {
    return false;
  }
  c->pos = next + 1u;
  c->n = 0;
  return true;
}

bool secrisk__goes_on(struct secrisk__cursor *c) {
  size_t at = c->pos + c->n;
  c->pos = at;
  c->n = 0;
  if (at >= c->end || c->text[at] != '/' || at + 1u == c->end) {
    return false;
  }
  c->pos = at + 1u;
  return true;
}

/* The bits in which the token differs from the word, of all bytes together:
 *
 *     0        the same
 *     0x20     the same but for the case of letters
 *     other    different
 *
 * The loop tests the index that it reads at, which a prover can follow.  It
 * ends at the first byte that differs in more than case, and may compare bytes
 * after the token: the length differs then. */
uint8_t secrisk__differs(const struct secrisk__cursor *c, const char *word) {
  size_t at = c->pos;
  uint8_t all = 0;
  while (*word != '\0' && at < c->end && (all & 0xdf) == 0) {
    all |= (uint8_t)(c->text[at++] ^ *word++);
  }
  return at == c->pos + c->n && *word == '\0' ? all : 0xff;
}
