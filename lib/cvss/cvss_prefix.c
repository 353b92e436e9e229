/* SPDX-License-Identifier: MIT */
/* What stands around the metrics of a vector: blanks, parentheses, prefix. */
#include "cvss.h"

/* The version that the token names, or 0. */
static uint8_t version(const struct secrisk__parser *p) {
  const char *text = p->text + p->pos;
  if (p->n != 3 || text[1] != '.' || (text[2] & ~1) != '0') {
    return 0;
  }
  uint8_t n = (uint8_t)(text[0] * 10 + text[2] - '0' * 11);
  return secrisk__known(n) ? n : 0;
}

/* What follows "CVSS:". */
static secrisk_status read_number(struct secrisk__parser *p) {
  (void)secrisk__run(p, '.');
  uint8_t number = version(p);
  if (number < SECRISK_CVSS30 && /* v2.0 has no such prefix */
      (number == 0 || !secrisk__allow(p, SECRISK_ALLOW_PREFIX))) {
    return secrisk__fail(p, SECRISK_E_VERSION);
  }
  p->diag.version = number;
  return secrisk__take(p, '/') ? SECRISK_OK : secrisk__unexpected(p);
}

/* Sets the version from the prefix, or leaves it 0 when there is none. */
secrisk_status secrisk__read_prefix(struct secrisk__parser *p) {
  size_t n = secrisk__run(p, '/');
  if (n < 4 || (secrisk__differs(p, 4, "CVSS") & 0xdf) != 0) {
    return SECRISK_OK;
  }
  if (secrisk__is(p, "CVSS") && secrisk__take(p, ':')) {
    return read_number(p);
  }
  if (SECRISK__LENIENT && secrisk__is(p, "CVSS2") &&
      (p->flags & SECRISK_ALLOW_PREFIX) != 0 && secrisk__take(p, '#')) {
    (void)secrisk__allow(p, SECRISK_ALLOW_PREFIX);
    p->diag.version = SECRISK_CVSS20;
    return SECRISK_OK;
  }
  return secrisk__fail(p, SECRISK_E_VERSION);
}

static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Skips blanks and parentheses around the vector, as far as allowed. */
secrisk_status secrisk__read_frame(struct secrisk__parser *p) {
  if (SECRISK__LENIENT && (p->flags & SECRISK_ALLOW_BLANKS) != 0) {
    while (p->pos < p->end && blank(p->text[p->pos])) {
      p->pos++;
      p->diag.lenient |= SECRISK_ALLOW_BLANKS;
    }
    while (p->pos < p->end && blank(p->text[p->end - 1u])) {
      p->end--;
      p->diag.lenient |= SECRISK_ALLOW_BLANKS;
    }
  }
  if (p->pos == p->end) {
    return secrisk__fail(p, SECRISK_E_EMPTY);
  }
  if (p->text[p->pos] == '(' && secrisk__allow(p, SECRISK_ALLOW_PARENS)) {
    p->pos++;
    if (p->text[p->end - 1u] != ')') {
      p->pos = p->end;
      return secrisk__unexpected(p);
    }
    p->end--;
  }
  return SECRISK_OK;
}

/* Does the text list this metric? */
static bool lists(struct secrisk__parser *p, const char *name) {
  uint32_t lenient = p->diag.lenient; /* looking further needs no leniency */
  size_t pos = p->pos;
  bool found = false;
  for (uint8_t i = 0; i < 32 && !found; i++) { /* v4.0 has 32 metrics */
    (void)secrisk__run(p, '/');
    found = secrisk__is(p, name);
    if (!secrisk__take(p, ':')) {
      found = false;
      break;
    }
    (void)secrisk__run(p, '/');
    if (!secrisk__take(p, '/')) {
      break;
    }
  }
  p->pos = pos;
  p->n = 0;
  p->diag.lenient = lenient;
  return found;
}

#define BARE_3 (SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31)

/* Text without prefix: v2.0, or a version that the caller said it may be.  Of
 * these, v4.0 alone has AT and v2.0 alone Au, and both are mandatory. */
uint8_t secrisk__bare_version(struct secrisk__parser *p) {
  uint32_t bare = p->flags & BARE_3;
  bool v4 = (p->flags & SECRISK_ALLOW_BARE_40) != 0;
  if (!SECRISK__LENIENT || (bare == 0 && !v4)) {
    return SECRISK_CVSS20;
  }
  if (v4 && lists(p, "AT")) {
    (void)secrisk__allow(p, SECRISK_ALLOW_BARE_40);
    return SECRISK_CVSS40;
  }
  if (lists(p, "Au")) {
    return SECRISK_CVSS20;
  }
  if (bare == 0) {
    bare = SECRISK_ALLOW_BARE_40;
  }
  (void)secrisk__allow(p, bare);
  return bare == SECRISK_ALLOW_BARE_40   ? SECRISK_CVSS40
         : bare == SECRISK_ALLOW_BARE_31 ? SECRISK_CVSS31
                                         : SECRISK_CVSS30;
}
