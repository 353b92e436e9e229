/* SPDX-License-Identifier: MIT */
/* What stands around the metrics of a vector: blanks, parentheses, prefix. */
#include "internal.h"

/* The version that n bytes name, or 0. */
static uint8_t number(const char *text, size_t n) {
  if (n != 3 || text[1] != '.' || (text[2] & ~1) != '0') {
    return 0;
  }
  uint32_t version = (uint32_t)(text[0] * 10 + text[2]) - '0' * 11u;
  return version <= SECRISK_CVSS40 && secrisk__known((uint8_t)version)
             ? (uint8_t)version
             : 0;
}

/* What follows "CVSS:", at pos. */
static secrisk_status read_number(struct secrisk__parser *p, size_t pos) {
  size_t n = 0;
  while (pos + n < p->end &&
         (secrisk__alnum(p->text[pos + n]) || p->text[pos + n] == '.')) {
    n++;
  }
  uint8_t version = number(p->text + pos, n);
  bool slash = secrisk__at(p, pos + n, '/');
  bool early = version < SECRISK_CVSS30; /* v2.0 has no such prefix, or 0 */
  if (early &&
      !(version != 0 && slash && secrisk__allow(p, SECRISK_ALLOW_PREFIX))) {
    return secrisk__fail(p, SECRISK_E_VERSION, pos, n);
  }
  p->version = version;
  if (!slash) {
    return secrisk__unexpected(p, pos + n);
  }
  p->pos = pos + n + 1u;
  return SECRISK_OK;
}

/* Sets the version from the prefix, or leaves it 0 when there is none. */
secrisk_status secrisk__read_prefix(struct secrisk__parser *p) {
  size_t pos = p->pos;
  size_t n = secrisk__run(p, pos);
  if (n < 4 || (secrisk__differs(p->text + pos, 4, "CVSS") & 0xdf) != 0) {
    return SECRISK_OK;
  }
  if (secrisk__at(p, pos + 4u, ':') && secrisk__is(p, pos, 4, "CVSS")) {
    return read_number(p, pos + 5u);
  }
  if (SECRISK__LENIENT && n > 4 && secrisk__is(p, pos, 5, "CVSS2") &&
      secrisk__at(p, pos + 5u, '#') &&
      secrisk__allow(p, SECRISK_ALLOW_PREFIX)) {
    p->pos = pos + 6u;
    p->version = SECRISK_CVSS20;
    return SECRISK_OK;
  }
  return secrisk__fail(p, SECRISK_E_VERSION, pos, n);
}

static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Skips blanks and parentheses around the vector, as far as allowed. */
secrisk_status secrisk__read_frame(struct secrisk__parser *p) {
  if (SECRISK__LENIENT && (p->flags & SECRISK_ALLOW_BLANKS) != 0) {
    while (p->pos < p->end && blank(p->text[p->pos])) {
      p->pos++;
      p->lenient |= SECRISK_ALLOW_BLANKS;
    }
    while (p->pos < p->end && blank(p->text[p->end - 1u])) {
      p->end--;
      p->lenient |= SECRISK_ALLOW_BLANKS;
    }
  }
  if (p->pos == p->end) {
    return secrisk__fail(p, SECRISK_E_EMPTY, p->pos, 0);
  }
  if (p->text[p->pos] == '(' && secrisk__allow(p, SECRISK_ALLOW_PARENS)) {
    p->pos++;
    if (p->text[p->end - 1u] != ')') {
      return secrisk__fail(p, SECRISK_E_SYNTAX, p->end, 0);
    }
    p->end--;
  }
  return SECRISK_OK;
}

/* Does the text, up to where another vector begins, have the metric that every
 * v2.0 vector has, and no later one? */
static bool has_au(struct secrisk__parser *p) {
  uint32_t lenient = p->lenient; /* looking further needs no leniency */
  uint8_t metrics = 0;           /* no vector without prefix has over 22 */
  bool found = false;
  bool av = false;
  size_t i = p->pos;
  while (metrics < 22 && !found) {
    size_t name = secrisk__run(p, i);
    bool again = secrisk__is(p, i, name, "AV");
    found = secrisk__is(p, i, name, "Au");
    i += name;
    if ((again && av) || name > 3 || i >= p->end || p->text[i] != ':') {
      break;
    }
    av = av || again;
    i++;
    size_t value = secrisk__run(p, i);
    i += value;
    if (value == 0 || i >= p->end || p->text[i] != '/') {
      break;
    }
    i++;
    metrics++;
  }
  p->lenient = lenient;
  return found;
}

/* Text without prefix: v2.0, or the version the caller said it may be. */
uint8_t secrisk__bare_version(struct secrisk__parser *p) {
  uint32_t bare = p->flags & (SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31);
  if (!SECRISK__LENIENT || bare == 0 || has_au(p)) {
    return SECRISK_CVSS20;
  }
  (void)secrisk__allow(p, bare);
  return bare == SECRISK_ALLOW_BARE_30 ? SECRISK_CVSS30 : SECRISK_CVSS31;
}
