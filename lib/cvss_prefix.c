/* SPDX-License-Identifier: MIT */
/* What stands around the metrics of a vector: blanks, parentheses, prefix. */
#include "internal.h"

/* What a vector may begin with, and the byte that must follow. */
static const char prefixes[] = "CVSS:3.1\0CVSS:3.0\0CVSS:4.0\0"
                               "CVSS:2.0\0CVSS2";
static const uint8_t prefix_versions[] = {SECRISK_CVSS31, SECRISK_CVSS30,
                                          SECRISK_CVSS40, SECRISK_CVSS20,
                                          SECRISK_CVSS20};
static const char prefix_ends[] = "////#";
#define PREFIXES 5

/* "CVSS" that starts no prefix: the fault is in the number or before it. */
static secrisk_status bad_prefix(struct secrisk__parser *p) {
  size_t pos = p->pos;
  size_t n = secrisk__starts(p, pos, "CVSS:");
  if (n == 0) {
    return secrisk__fail(p, SECRISK_E_VERSION, pos, secrisk__run(p, pos));
  }
  pos += n;
  for (n = 0; pos + n < p->end &&
              (secrisk__alnum(p->text[pos + n]) || p->text[pos + n] == '.');
       n++) {
  }
  return secrisk__fail(p, SECRISK_E_VERSION, pos, n);
}

/* A prefix without the byte that ends it. */
static secrisk_status open_prefix(struct secrisk__parser *p, size_t pos,
                                  uint8_t version) {
  bool inside = pos < p->end;
  if (version == SECRISK_CVSS20 ||
      (inside && (secrisk__alnum(p->text[pos]) || p->text[pos] == '.'))) {
    return bad_prefix(p);
  }
  p->version = version;
  return secrisk__fail(p, SECRISK_E_SYNTAX, pos, inside);
}

/* Sets the version from the prefix, or leaves it 0 when there is none. */
secrisk_status secrisk__read_prefix(struct secrisk__parser *p) {
  const char *prefix = prefixes;
  bool exact;
  if (secrisk__similar(p, p->pos, "CVSS", &exact) == 0) {
    return SECRISK_OK;
  }
  for (uint8_t i = 0; i < PREFIXES; i++) {
    size_t pos = p->pos + secrisk__starts(p, p->pos, prefix);
    uint8_t version = prefix_versions[i];
    if (pos != p->pos) {
      if (pos == p->end || p->text[pos] != prefix_ends[i]) {
        return open_prefix(p, pos, version);
      }
      if (version == SECRISK_CVSS20 &&
          !secrisk__allow(p, SECRISK_ALLOW_PREFIX)) {
        break;
      }
      p->pos = pos + 1u;
      p->version = version;
      return SECRISK_OK;
    }
    prefix = secrisk__nth(prefix, 1);
  }
  return bad_prefix(p);
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
    bool again = secrisk__token(p, i, "AV") != 0;
    found = secrisk__token(p, i, "Au") != 0;
    size_t name = secrisk__run(p, i);
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
