/* SPDX-License-Identifier: MIT */
/* What stands around the metrics of a vector: blanks, parentheses, prefix. */
#include "cvss.h"

/* The number of a token like "3.1", 31, or 0 if no version is written so. */
static uint8_t number(const struct secrisk__cursor *c) {
  const char *text = c->text;
  size_t at = c->pos;
  if (at + 2u >= c->end || c->n != 3 || text[at + 1u] != '.') {
    return 0;
  }
  uint8_t whole = (uint8_t)(text[at] - '0'); /* 255 at most, from any byte */
  uint8_t tenths = (uint8_t)(text[at + 2u] - '0');
  if (whole > 9 || tenths > 9) {
    return 0;
  }
  return (uint8_t)(whole * 10 + tenths);
}

/* What follows "CVSS:". */
static secrisk_status read_number(struct secrisk__reader *r) {
  (void)secrisk__dotted(&r->c);
  uint8_t version = number(&r->c);
  if (!secrisk__known(version) ||
      (version == SECRISK_CVSS20 && !secrisk__allow(r, SECRISK_ALLOW_PREFIX))) {
    return SECRISK_E_VERSION;
  }
  r->c.diag->version = version;
  return secrisk__take(&r->c, '/') ? SECRISK_OK : secrisk__unexpected(&r->c);
}

/* Sets the version from the prefix, or leaves it 0 when there is none.  Read
 * are "CVSS:3.1/" and, leniently, "cvss:3.1/", "CVSS:2.0/" and "CVSS2#".  A
 * token that only begins like one of them is a version that nobody knows:
 * "CVSSv3". */
secrisk_status secrisk__read_prefix(struct secrisk__reader *r) {
  size_t n = secrisk__word(&r->c);
  if (n < 4) {
    return SECRISK_OK;
  }
  r->c.n = 4;
  uint8_t differs = secrisk__differs(&r->c, "CVSS");
  r->c.n = n;
  if ((differs & 0xdf) != 0) {
    return SECRISK_OK;
  }
  if (secrisk__is(r, "CVSS") && secrisk__take(&r->c, ':')) {
    return read_number(r);
  }
  if (SECRISK__LENIENT && secrisk__is(r, "CVSS2") &&
      (r->flags & SECRISK_ALLOW_PREFIX) != 0 && secrisk__take(&r->c, '#')) {
    (void)secrisk__allow(r, SECRISK_ALLOW_PREFIX);
    r->c.diag->version = SECRISK_CVSS20;
    return SECRISK_OK;
  }
  return SECRISK_E_VERSION;
}

#if SECRISK__LENIENT
static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

secrisk_status secrisk__read_frame(struct secrisk__reader *r) {
  if ((r->flags & SECRISK_ALLOW_BLANKS) != 0) {
    while (r->c.pos < r->c.end && blank(r->c.text[r->c.pos])) {
      r->c.pos++;
      r->c.diag->lenient |= SECRISK_ALLOW_BLANKS;
    }
    while (r->c.pos < r->c.end && blank(r->c.text[r->c.end - 1u])) {
      r->c.end--;
      r->c.diag->lenient |= SECRISK_ALLOW_BLANKS;
    }
  }
  if (r->c.pos >= r->c.end) { /* nothing but blanks */
    return SECRISK_E_EMPTY;
  }
  if (r->c.text[r->c.pos] == '(' && secrisk__allow(r, SECRISK_ALLOW_PARENS)) {
    r->c.pos++;
    if (r->c.text[r->c.end - 1u] != ')') {
      r->c.pos = r->c.end;
      return secrisk__unexpected(&r->c);
    }
    r->c.end--;
  }
  return SECRISK_OK;
}

/* Does the text list this metric? */
static bool lists(struct secrisk__reader *r, const char *name) {
  uint32_t lenient = r->c.diag->lenient; /* looking further needs no leniency */
  size_t pos = r->c.pos;
  bool found = false;
  for (uint8_t i = 0; i < 32 && !found; i++) { /* v4.0 has 32 metrics */
    (void)secrisk__word(&r->c);
    found = secrisk__is(r, name);
    if (!secrisk__take(&r->c, ':')) {
      found = false;
      break;
    }
    (void)secrisk__word(&r->c);
    if (!secrisk__take(&r->c, '/')) {
      break;
    }
  }
  r->c.pos = pos;
  r->c.n = 0;
  r->c.diag->lenient = lenient;
  return found;
}

#define BARE_3 (SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31)

/* Text without prefix: v2.0, or a version that the caller said it may be.  Of
 * these, v4.0 alone has AT and v2.0 alone Au, and both are mandatory. */
uint8_t secrisk__bare_version(struct secrisk__reader *r) {
  uint32_t bare = r->flags & BARE_3;
  bool v4 = (r->flags & SECRISK_ALLOW_BARE_40) != 0;
  if (bare == 0 && !v4) {
    return SECRISK_CVSS20;
  }
  if (v4 && lists(r, "AT")) {
    (void)secrisk__allow(r, SECRISK_ALLOW_BARE_40);
    return SECRISK_CVSS40;
  }
  if (lists(r, "Au")) {
    return SECRISK_CVSS20;
  }
  if (bare == 0) {
    bare = SECRISK_ALLOW_BARE_40;
  }
  (void)secrisk__allow(r, bare);
  return bare == SECRISK_ALLOW_BARE_40   ? SECRISK_CVSS40
         : bare == SECRISK_ALLOW_BARE_31 ? SECRISK_CVSS31
                                         : SECRISK_CVSS30;
}
#endif
