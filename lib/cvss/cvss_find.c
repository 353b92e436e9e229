/* SPDX-License-Identifier: MIT */
/* The next vector inside any text. */
#include "cvss.h"

/* Length of the run of letters and digits at pos. */
static size_t run(const char *text, size_t len, size_t pos) {
  size_t n = 0;
  while (pos + n < len && secrisk__alnum(text[pos + n])) {
    n++;
  }
  return n;
}

/* Length of a name, of any version's metrics, that stands at pos before ":"; 0
 * if there is none. */
static size_t name(const char *text, size_t len, size_t pos) {
  size_t n = 0;
  while (n < 4 && pos + n < len && secrisk__alnum(text[pos + n]) &&
         text[pos + n] > '9') {
    n++;
  }
  return n < 4 && pos + n < len && text[pos + n] == ':' ? n : 0;
}

/* May a vector begin with this run?  "AV:", "CVSS:" or "CVSS2#": the parser
 * decides, this only spares it most of the text. */
static bool may_begin(const char *text, size_t len, size_t pos, size_t n) {
  if (pos + n >= len) {
    return false;
  }
  char next = text[pos + n];
  return (next == ':' && n <= 4) || (next == '#' && n == 5);
}

/* Does a word that ends there end with "CVSS", in either case, before ":"? */
static bool is_prefix(const char *text, size_t len, size_t end) {
  static const char word[] = "CVSS";
  if (end < 4 || end >= len || text[end] != ':') {
    return false;
  }
  for (uint8_t i = 0; i < 4; i++) {
    char c = text[end - 4u + i];
    if (c != word[i] && c != (char)(word[i] + ('a' - 'A'))) {
      return false;
    }
  }
  return true;
}

/* Where to go on after a word that ends there and begins no vector.  A
 * "CVSS:3.1/" takes the metrics after it along: they must not be read as if it
 * were not there. */
static size_t pass_over(const char *text, size_t len, size_t end) {
  size_t at = end;
  if (!is_prefix(text, len, end)) {
    return at;
  }
  size_t next = at + 1u;
  while (next < len && (secrisk__alnum(text[next]) || text[next] == '.')) {
    next++;
  }
  while (next < len && text[next] == '/') { /* NAME:VALUE after NAME:VALUE */
    at = next + 1u;
    size_t n = name(text, len, at);
    if (n == 0) {
      break;
    }
    at += n + 1u; /* no further than the value: it may be a "CVSS:" */
    next = at + run(text, len, at);
  }
  return at;
}

/* What failed after a slash: is it no metric of this vector? */
static bool other_text(const struct secrisk__parser *p) {
  return name(p->text, p->end, p->pos) == 0 ||
         /* AV a second time: the next vector begins */
         (p->diag.status == SECRISK_E_DUPLICATE && p->diag.metric == 0);
}

static secrisk_status attempt(struct secrisk__parser *p, size_t pos, size_t end,
                              secrisk_cvss *out) {
  p->pos = pos;
  p->end = end;
  secrisk__begin(p, out);
  return secrisk__parse(p, out);
}

/* The vector at pos, up to where it ends. */
static secrisk_status read(struct secrisk__parser *p, size_t len, size_t pos,
                           secrisk_cvss *out) {
  size_t end = len - pos > SECRISK_TEXT_MAX ? pos + SECRISK_TEXT_MAX : len;
  uint32_t flags = p->flags;
  if (attempt(p, pos, end, out) != SECRISK_OK && p->pos > pos &&
      p->text[p->pos - 1u] == '/' && other_text(p)) {
    if (p->diag.version == SECRISK_CVSS20) { /* it is, whatever is cut off */
      p->flags &= ~(uint32_t)(SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31);
    }
    (void)attempt(p, pos, p->pos - 1u, out);
    p->flags = flags;
  }
  return p->diag.status;
}

secrisk_status secrisk_cvss_find(const char *text, size_t len, uint32_t flags,
                                 size_t *start, size_t *length,
                                 secrisk_cvss *out, secrisk_diag *diag) {
  struct secrisk__parser p;
  size_t pos = *start;
  *length = 0;
  p.text = text;
  p.open_end = true;
  p.flags = flags & ~(uint32_t)(SECRISK_ALLOW_BLANKS | SECRISK_ALLOW_SLASH |
                                SECRISK_ALLOW_PARENS);
  secrisk_status status = pos > len ? SECRISK_E_ARG : secrisk__flags(flags);
  if (status != SECRISK_OK) {
    secrisk__begin(&p, out);
    p.pos = 0;
    (void)secrisk__fail(&p, status);
    return secrisk__diagnose(&p, diag);
  }
  if (pos > 0 && secrisk__alnum(text[pos - 1u])) {
    pos = pass_over(text, len, pos + run(text, len, pos));
  }
  while (pos < len) {
    size_t n = run(text, len, pos);
    if (n == 0) {
      pos++;
      continue;
    }
    if (may_begin(text, len, pos, n) && read(&p, len, pos, out) == SECRISK_OK) {
      *start = pos;
      *length = p.pos - pos;
      return secrisk__diagnose(&p, diag);
    }
    pos = pass_over(text, len, pos + n);
  }
  *start = len;
  p.pos = len;
  secrisk__begin(&p, out);
  (void)secrisk__fail(&p, SECRISK_E_EMPTY);
  return secrisk__diagnose(&p, diag);
}
