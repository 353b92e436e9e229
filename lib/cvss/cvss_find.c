/* SPDX-License-Identifier: MIT */
/* The next vector inside any text.
 *
 * This file only decides which bytes to try: a span.  parse, called with these
 * bytes, decides what they are.  So what find says of a span, parse says too.
 *
 *   see (CVSS:3.1/AV:N/AC:L/.../A:H/" NEWLINE "E:P/RL:O), or
 *        |    |   |              | |           |      |
 *        |    |   the list       | the gap     the list goes on
 *        |    the colon that was found         |      |
 *        start                   end of a span        end, with what goes on
 *
 * A span is a prefix and a list NAME:VALUE/NAME:VALUE..., or such a list alone.
 * Nothing here looks at a byte more often than a fixed number of times: a span
 * that is a vector or a near miss is left behind whole, and of any other no
 * more than MOST metrics are looked at. */
#include "cvss.h"

#if SECRISK_SMALL
#include "../cvss_small/colon.h"
#else
#include "../cvss_fast/colon.h"
#endif

/* One more than any version has: a list as long is no vector. */
#define MOST 33u

struct search {
  const char *text;
  size_t len;
  size_t start; /* of the span */
  size_t end;
  size_t count; /* NAME:VALUE in it */
  bool prefix;  /* it begins with a prefix, known or not */
  bool begins;  /* its list begins with AV */
  bool av;      /* there is an AV in it */
  uint32_t flags;
  secrisk_cvss *out;
  secrisk_diag diag;
};

static bool is_alnum(const struct search *s, size_t pos) {
  return pos < s->len && secrisk__alnum(s->text[pos]);
}

static bool is_char(const struct search *s, size_t pos, char c) {
  return pos < s->len && s->text[pos] == c;
}

/* Are the n bytes at pos this word, in any letter case? */
static bool is_word(const struct search *s, size_t pos, size_t n,
                    const char *word) {
  for (size_t i = 0; i < n; i++) {
    if (((s->text[pos + i] ^ word[i]) & ~0x20) != 0) {
      return false; /* and at the latest where the word ends */
    }
  }
  return word[n] == '\0';
}

static size_t end_of_word(const struct search *s, size_t pos) {
  while (is_alnum(s, pos)) {
    pos++;
  }
  return pos;
}

/* --- Metrics of a list ----------------------------------------------------
 */

/* Length of the name, of one to three letters, that stands before a colon at
 * pos; 0 if there is none. */
static size_t name(const struct search *s, size_t pos) {
  size_t n = 0;
  while (n < 4 && is_alnum(s, pos + n) && s->text[pos + n] > '9') {
    n++;
  }
  return n < 4 && is_char(s, pos + n, ':') ? n : 0;
}

static bool is_av(const struct search *s, size_t pos) {
  return name(s, pos) == 2 && is_word(s, pos, 2, "AV");
}

/* Where the value after a colon ends.  "CVSS:" is no value: a vector begins. */
static size_t end_of_value(const struct search *s, size_t pos) {
  size_t end = end_of_word(s, pos);
  bool prefix =
      end - pos == 4 && is_char(s, end, ':') && is_word(s, pos, 4, "CVSS");
  return prefix ? pos : end;
}

/* Where NAME:VALUE at pos ends, its value being empty perhaps; 0: no name. */
static size_t end_of_metric(const struct search *s, size_t pos) {
  size_t n = name(s, pos);
  return n != 0 ? end_of_value(s, pos + n + 1u) : 0;
}

/* Where the metric that a slash joins to the end of another begins, or 0. */
static size_t next_metric(const struct search *s, size_t end) {
  return is_char(s, end, '/') && name(s, end + 1u) != 0 ? end + 1u : 0;
}

/* Is the list from AV at pos, up to the next AV, a vector of its own, with all
 * its Base metrics? */
static bool whole_at(const struct search *s, size_t pos) {
  size_t end = pos;
  size_t next = pos;
  do {
    end = end_of_metric(s, next);
    next = next_metric(s, end);
  } while (next != 0 && !is_av(s, next));
  return secrisk_cvss_parse(s->text + pos, end - pos,
                            s->flags & ~(uint32_t)SECRISK_ALLOW_PARTIAL, s->out,
                            NULL) == SECRISK_OK;
}

/* Takes the list at pos, where a name stands, into the span.  A second AV ends
 * it where a vector begins. */
static void take_list(struct search *s, size_t pos) {
  size_t most = s->prefix || s->begins ? SIZE_MAX : MOST;
  size_t n = name(s, pos);
  do { /* a metric, whose name of n bytes stands at pos */
    if (n == 2 && is_word(s, pos, 2, "AV")) {
      if (s->av && whole_at(s, pos)) {
        return;
      }
      s->av = true;
    }
    s->end = end_of_value(s, pos + n + 1u);
    s->count += s->text[s->end - 1u] != ':';
    pos = s->end + 1u;
    n = is_char(s, s->end, '/') ? name(s, pos) : 0;
    most--;
  } while (n != 0 && most != 0);
}

/* --- Beyond a gap ---------------------------------------------------------
 */

/* The metric whose name stands at pos, of the version that parse found. */
static uint8_t metric_at(const struct search *s, size_t pos) {
  const struct secrisk__layout *at = secrisk__layout(s->diag.version);
  size_t n = name(s, pos);
  if (at == NULL || n == 0) {
    return SECRISK_NO_METRIC;
  }
  const struct secrisk__metric *metric = secrisk__metric(at, 0);
  for (uint8_t i = 0; i < at->count; i++) {
    if (is_word(s, pos, n, secrisk__name(metric + i))) {
      return i;
    }
  }
  return SECRISK_NO_METRIC;
}

/* Does a metric, with a value, stand at pos that the span does not give? */
static bool is_new(const struct search *s, size_t pos) {
  uint8_t metric = metric_at(s, pos);
  if (metric == SECRISK_NO_METRIC ||
      s->text[end_of_metric(s, pos) - 1u] == ':') {
    return false;
  }
  for (size_t at = s->start; at < s->end; at++) { /* the names in the span */
    if (metric_at(s, at) == metric) {
      return false;
    }
    size_t end = end_of_metric(s, at);
    at = end != 0 ? end : end_of_word(s, at);
  }
  return true;
}

/* Where the list goes on beyond a gap, or 0.  A gap has neither letter nor
 * digit but a slash somewhere, or a backslash right before the name. */
static size_t goes_on(const struct search *s) {
  size_t pos = s->end - (s->text[s->end - 1u] == '/');
  bool slash = false;
  for (; pos < s->len && !secrisk__alnum(s->text[pos]); pos++) {
    slash = slash || s->text[pos] == '/';
  }
  slash = slash || s->text[pos - 1u] == '\\';
  return slash && is_new(s, pos) ? pos : 0;
}

/* --- Spans ----------------------------------------------------------------
 */

static secrisk_status judge(struct search *s) {
  return secrisk_cvss_parse(s->text + s->start, s->end - s->start, s->flags,
                            s->out, &s->diag);
}

/* Does "CVSS2#", which its flag has to allow, stand before pos? */
static bool after_v2_prefix(const struct search *s, size_t pos, size_t from) {
  return (s->flags & SECRISK_ALLOW_PREFIX) != 0 && pos >= from + 6u &&
         s->text[pos - 1u] == '#' && s->text[pos - 2u] == '2' &&
         is_word(s, pos - 6u, 4, "CVSS") &&
         (pos == 6 || !secrisk__alnum(s->text[pos - 7u]));
}

/* Could a list of which AV is not the first metric be a vector? */
static bool any_metric_first(const struct search *s) {
  return (s->flags & (SECRISK_ALLOW_ORDER | SECRISK_ALLOW_PARTIAL |
                      SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31)) != 0;
}

/* The span of a list without "CVSS:", whose first name begins at pos. */
static bool take_bare(struct search *s, size_t pos, size_t from) {
  s->begins = is_av(s, pos);
  s->prefix = after_v2_prefix(s, pos, from);
  s->start = s->prefix ? pos - 6u : pos;
  bool may_begin = s->begins || s->prefix || any_metric_first(s);
  if (!may_begin || name(s, pos) == 0) {
    return false;
  }
  take_list(s, pos);
  return true;
}

/* The span that "CVSS:" begins: a number, a slash and a list.  The word may
 * only end with CVSS: no metrics that follow it are read without it. */
static bool take_prefixed(struct search *s, size_t colon, size_t from) {
  size_t pos = colon + 1u;
  s->start = colon;
  while (s->start > from && secrisk__alnum(s->text[s->start - 1u])) {
    s->start--;
  }
  while (is_alnum(s, pos) || is_char(s, pos, '.')) {
    pos++;
  }
  if (!is_char(s, pos, '/')) {
    return false;
  }
  s->prefix = true;
  s->begins = false;
  if (name(s, pos + 1u) != 0) {
    take_list(s, pos + 1u);
  } else { /* the prefix alone; not "CVSS:3.1/" of a path "CVSS:3.1/x" */
    s->end = pos + !is_alnum(s, pos + 1u);
    pos = next_metric(s, s->end);
    if (pos != 0) { /* a slash too many: no vector */
      take_list(s, pos);
    }
  }
  return true;
}

/* The span whose first colon this is, if one may begin before it.  from: what
 * comes before is over. */
static bool take_span(struct search *s, size_t colon, size_t from) {
  size_t n = 0;
  s->count = 0;
  s->av = false;
  if (colon >= 4 && is_word(s, colon - 4u, 4, "CVSS")) {
    return take_prefixed(s, colon, from);
  }
  while (n < 4 && colon - n > from && secrisk__alnum(s->text[colon - n - 1u])) {
    n++;
  }
  return n != 0 && n < 4 && take_bare(s, colon - n, from);
}

/* Is the span a vector (OK) or a near miss, and of what status?  EMPTY: it is
 * neither. */
static secrisk_status try_span(struct search *s) {
  secrisk_status status = judge(s);
  bool more = false;
  if (status == SECRISK_OK || s->prefix || s->begins) {
    for (size_t pos = goes_on(s); pos != 0; pos = goes_on(s)) {
      take_list(s, pos);
      more = true;
    }
  }
  if (more) {
    bool vector = status == SECRISK_OK;
    status = judge(s); /* it has a gap: no vector */
    if (vector) {
      return status;
    }
  }
  bool near = (s->prefix && s->count > 0) || (s->begins && s->count > 1);
  return status == SECRISK_OK || near ? status : SECRISK_E_EMPTY;
}

/* Looks from *start on; OK or a near miss, whose span s then is; else EMPTY. */
static secrisk_status search(struct search *s, size_t from, bool near) {
  const char *text = s->text;
  size_t len = s->len;
  for (size_t pos = next_colon(text, from, len); pos < len;
       pos = next_colon(text, pos + 1u, len)) {
    if (!take_span(s, pos, from)) {
      continue;
    }
    bool inside = s->start == from && from > 0 && is_alnum(s, from - 1u);
    secrisk_status status = inside ? SECRISK_E_EMPTY : try_span(s);
    if (status == SECRISK_OK || (status != SECRISK_E_EMPTY && near)) {
      return status;
    }
    if (status != SECRISK_E_EMPTY || s->prefix) {
      from = s->end;
      pos = from - 1u;
    }
  }
  return SECRISK_E_EMPTY;
}

/* Nothing was found: says why. */
static secrisk_status nothing(secrisk_status status, size_t offset,
                              secrisk_cvss *out, secrisk_diag *diag) {
  secrisk__zero(out, sizeof *out);
  return secrisk__report(diag, SECRISK_ABOUT_CVSS, status, offset, 0);
}

secrisk_status secrisk_cvss_find(const char *text, size_t len, uint32_t flags,
                                 size_t *start, size_t *length,
                                 secrisk_cvss *out, secrisk_diag *diag) {
  struct search s;
  s.text = text;
  s.len = len;
  s.flags = flags & ~(uint32_t)SECRISK_FIND_NEAR;
  s.out = out;
  *length = 0;
  secrisk_status status = secrisk__flags(s.flags);
  if (*start > len || len != (uint32_t)len || (text == NULL && len > 0)) {
    status = SECRISK_E_ARG;
  }
  if (status != SECRISK_OK) {
    return nothing(status, 0, out, diag);
  }
  status = search(&s, *start, flags != s.flags);
  if (status == SECRISK_E_EMPTY) {
    *start = len;
    return nothing(status, len, out, diag);
  }
  *start = s.start;
  *length = s.end - s.start;
  if (status != SECRISK_OK) {
    s.diag.offset += (uint32_t)s.start;
  }
  if (diag != NULL) {
    secrisk__copy(diag, &s.diag, sizeof *diag);
  }
  return status;
}
