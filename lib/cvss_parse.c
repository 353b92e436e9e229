/* SPDX-License-Identifier: MIT */
/* The one parser: every version, strict or lenient, driven by the tables. */
#include "internal.h"
#if !SECRISK_SMALL
#include "cvss_predict.h"
#endif

/* What a vector may begin with, and the byte that must follow. */
static const char prefixes[] = "CVSS:3.1\0CVSS:3.0\0CVSS:4.0\0"
                               "CVSS:2.0\0CVSS2";
static const uint8_t prefix_versions[] = {SECRISK_CVSS31, SECRISK_CVSS30,
                                          SECRISK_CVSS40, SECRISK_CVSS20,
                                          SECRISK_CVSS20};
static const char prefix_ends[] = "////#";
#define PREFIXES 5

/* --- Failing, and being lenient ---------------------------------------------
 */

static secrisk_status fail(struct secrisk__parser *p, secrisk_status status,
                           size_t at, size_t length) {
  p->status = status;
  p->offset = at;
  p->length = length;
  return status;
}

/* May the text depart from the standard in this way?  If so, note it. */
static bool allow(struct secrisk__parser *p, uint32_t flag) {
  if (!SECRISK__LENIENT || (p->flags & flag) == 0) {
    return false;
  }
  p->lenient |= flag;
  return true;
}

/* --- Characters and tokens --------------------------------------------------
 */

static char fold(char c) {
  return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Length of the run of letters and digits at pos. */
static size_t run(const struct secrisk__parser *p, size_t pos) {
  size_t n = 0;
  while (pos + n < p->end && secrisk__alnum(p->text[pos + n])) {
    n++;
  }
  return n;
}

/* Length of word if it stands at pos in either case, else 0. */
static size_t similar(const struct secrisk__parser *p, size_t pos,
                      const char *word, bool *exact) {
  size_t n = 0;
  *exact = true;
  for (; word[n] != '\0'; n++) {
    if (pos + n >= p->end) {
      return 0;
    }
    char c = p->text[pos + n];
    if (c != word[n]) {
      *exact = false;
      if (fold(c) != fold(word[n])) {
        return 0;
      }
    }
  }
  return n;
}

/* Length of word if it stands at pos, else 0.  Differing only in case needs,
 * and notes, its leniency. */
static size_t starts(struct secrisk__parser *p, size_t pos, const char *word) {
  bool exact;
  size_t n = similar(p, pos, word, &exact);
  return exact || (n != 0 && allow(p, SECRISK_ALLOW_CASE)) ? n : 0;
}

/* The same for a whole token: no letter or digit may follow. */
static size_t token(struct secrisk__parser *p, size_t pos, const char *word) {
  size_t n = starts(p, pos, word);
  return pos + n < p->end && secrisk__alnum(p->text[pos + n]) ? 0 : n;
}

/* --- Metrics and values -----------------------------------------------------
 */

/* The metric whose name stands at pos: the expected one, else any. */
static uint8_t find_metric(struct secrisk__parser *p, size_t pos,
                           uint8_t expected, size_t *length) {
  uint8_t count = p->at->count;
  uint8_t id = expected;
  for (uint8_t i = 0; i < count; i++, id++) {
    if (id >= count) {
      id = 0;
    }
    *length = token(p, pos, secrisk__metrics[p->at->first + id].abbr);
    if (*length != 0) {
      return id;
    }
  }
  return SECRISK_NO_METRIC;
}

/* The ordinal of the value at pos; sets *length to 0 if there is none. */
static uint8_t find_value(struct secrisk__parser *p, size_t pos, uint8_t metric,
                          size_t *length) {
  const struct secrisk__kind *kind = secrisk__kind(p->at, metric);
  const char *word = secrisk__abbrs(kind);
  for (uint8_t i = 1; i < kind->count; i++) {
    *length = token(p, pos, word);
    if (*length != 0) {
      return i;
    }
    word = secrisk__nth(word, 1);
  }
  *length =
      metric < p->at->base ? 0 : token(p, pos, secrisk__undefined(p->version));
  return 0;
}

/* Is a metric acceptable where it stands?  high: the largest id so far + 1. */
static secrisk_status place(struct secrisk__parser *p, size_t pos,
                            size_t length, uint8_t metric, uint8_t high) {
  if (((p->seen >> metric) & 1u) != 0) {
    return fail(p, SECRISK_E_DUPLICATE, pos, length);
  }
  bool any_order = p->version == SECRISK_CVSS30 || p->version == SECRISK_CVSS31;
  if (metric < high && !any_order && !allow(p, SECRISK_ALLOW_ORDER)) {
    return fail(p, SECRISK_E_ORDER, pos, length);
  }
  p->seen |= (uint32_t)1 << metric;
  return SECRISK_OK;
}

/* One NAME:VALUE at p->pos. */
static secrisk_status read_metric(struct secrisk__parser *p, secrisk_cvss *out,
                                  uint8_t *expected, uint8_t *high) {
  size_t pos = p->pos;
  size_t n = 0;
  uint8_t metric = find_metric(p, pos, *expected, &n);
  if (metric == SECRISK_NO_METRIC) {
    n = run(p, pos);
    return n != 0 ? fail(p, SECRISK_E_METRIC, pos, n)
                  : fail(p, SECRISK_E_SYNTAX, pos, pos < p->end);
  }
  p->metric = metric;
  if (place(p, pos, n, metric, *high) != SECRISK_OK) {
    return p->status;
  }
  pos += n;
  if (pos >= p->end || p->text[pos] != ':') {
    return fail(p, SECRISK_E_SYNTAX, pos, pos < p->end);
  }
  pos++;
  out->value[metric] = find_value(p, pos, metric, &n);
  if (n == 0) {
    return fail(p, SECRISK_E_VALUE, pos, run(p, pos));
  }
  p->pos = pos + n;
  p->metric = SECRISK_NO_METRIC;
  *expected = (uint8_t)(metric + 1u);
  if (*expected > *high) {
    *high = *expected;
  }
  return SECRISK_OK;
}

/* Is what follows the slash at pos no metric of this vector?  Only asked when
 * the text goes on after it (find). */
static bool other_text(struct secrisk__parser *p, size_t pos) {
  size_t n = run(p, pos + 1u);
  if (n == 0 || n > 3 || pos + 1u + n >= p->end ||
      p->text[pos + 1u + n] != ':') {
    return true;
  }
  /* AV a second time: the next vector begins. */
  return (p->seen & 1u) != 0 &&
         token(p, pos + 1u, secrisk__metrics[p->at->first].abbr) != 0;
}

/* A bit for each of the metrics [from, to); to is below 32. */
static uint32_t bits(uint8_t from, uint8_t to) {
  return ((uint32_t)1 << to) - ((uint32_t)1 << from);
}

/* One metric, or a whole block of them where the guess was right. */
static secrisk_status read_some(struct secrisk__parser *p, secrisk_cvss *out,
                                uint8_t *expected, uint8_t *high) {
#if !SECRISK_SMALL
  if (*expected == *high) {
    const struct block *b = predict(p, *expected, out);
    if (b != NULL) {
      p->seen |= bits(b->first, b->end);
      p->pos += b->length;
      *expected = *high = b->end;
      return SECRISK_OK;
    }
  }
#endif
  return read_metric(p, out, expected, high);
}

/* NAME:VALUE/NAME:VALUE... up to the end of the vector. */
static secrisk_status read_metrics(struct secrisk__parser *p,
                                   secrisk_cvss *out) {
  uint8_t expected = 0;
  uint8_t high = 0;
  for (uint8_t i = 0; i <= p->at->count && p->pos < p->end; i++) {
    if (read_some(p, out, &expected, &high) != SECRISK_OK) {
      return p->status;
    }
    if (p->pos == p->end || (p->open_end && p->text[p->pos] != '/')) {
      break;
    }
    if (p->text[p->pos] != '/') {
      return fail(p, SECRISK_E_SYNTAX, p->pos, 1);
    }
    if (p->open_end && other_text(p, p->pos)) {
      break;
    }
    p->pos++;
    if (p->pos == p->end && !allow(p, SECRISK_ALLOW_SLASH)) {
      return fail(p, SECRISK_E_SYNTAX, p->pos - 1u, 1);
    }
  }
  return SECRISK_OK;
}

/* --- What must be there -----------------------------------------------------
 */

/* Fails at the first of these metrics not seen, unless allowed. */
static secrisk_status whole(struct secrisk__parser *p, uint32_t metrics,
                            uint32_t flag) {
  uint32_t missing = metrics & ~p->seen;
  if (missing == 0 || allow(p, flag)) {
    return SECRISK_OK;
  }
  for (p->metric = 0; (missing & 1u) == 0; missing >>= 1) {
    p->metric++;
  }
  return fail(p, SECRISK_E_MISSING, p->pos, 0);
}

static secrisk_status complete(struct secrisk__parser *p) {
  const struct secrisk__layout *at = p->at;
  if (whole(p, bits(0, at->base), p->seen != 0 ? SECRISK_ALLOW_PARTIAL : 0) !=
      SECRISK_OK) {
    return p->status;
  }
#if SECRISK__V2
  if (p->version == SECRISK_CVSS20) {
    uint32_t threat = bits(at->base, at->threat);
    uint32_t environ = bits(at->threat, at->environ);
    if ((p->seen & threat) != 0 &&
        whole(p, threat, SECRISK_ALLOW_PART_GROUP) != SECRISK_OK) {
      return p->status;
    }
    if ((p->seen & environ) != 0) {
      return whole(p, environ, SECRISK_ALLOW_PART_GROUP);
    }
  }
#endif
  return SECRISK_OK;
}

/* --- Prefix and frame -------------------------------------------------------
 */

/* "CVSS" that starts no prefix: the fault is in the number or before it. */
static secrisk_status bad_prefix(struct secrisk__parser *p) {
  size_t pos = p->pos;
  size_t n = starts(p, pos, "CVSS:");
  if (n == 0) {
    return fail(p, SECRISK_E_VERSION, pos, run(p, pos));
  }
  pos += n;
  for (n = 0; pos + n < p->end &&
              (secrisk__alnum(p->text[pos + n]) || p->text[pos + n] == '.');
       n++) {
  }
  return fail(p, SECRISK_E_VERSION, pos, n);
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
  return fail(p, SECRISK_E_SYNTAX, pos, inside);
}

#if !SECRISK_SMALL
/* "CVSS:x.y/" at once; else the slow way looks what it is. */
static bool predict_prefix(struct secrisk__parser *p) {
  const uint8_t *text = (const uint8_t *)p->text + p->pos;
  if (p->end - p->pos < 9 ||
      (secrisk__load64(text) & 0x00ff00ffffffffffu) != 0x002e003a53535643u ||
      text[8] != '/') {
    return false;
  }
  uint32_t number = text[5] * 10u + text[7] - '0' * 11u;
  if (number != SECRISK_CVSS31 && number != SECRISK_CVSS40 &&
      number != SECRISK_CVSS30) {
    return false;
  }
  p->pos += 9;
  p->version = (uint8_t)number;
  return true;
}
#endif

/* Sets the version from the prefix, or leaves it 0 when there is none. */
static secrisk_status read_prefix(struct secrisk__parser *p) {
  const char *prefix = prefixes;
  bool exact;
#if !SECRISK_SMALL
  if (predict_prefix(p)) {
    return SECRISK_OK;
  }
#endif
  if (similar(p, p->pos, "CVSS", &exact) == 0) {
    return SECRISK_OK;
  }
  for (uint8_t i = 0; i < PREFIXES; i++) {
    size_t pos = p->pos + starts(p, p->pos, prefix);
    uint8_t version = prefix_versions[i];
    if (pos != p->pos) {
      if (pos == p->end || p->text[pos] != prefix_ends[i]) {
        return open_prefix(p, pos, version);
      }
      if (version == SECRISK_CVSS20 && !allow(p, SECRISK_ALLOW_PREFIX)) {
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

/* Skips blanks and parentheses around the vector, as far as allowed. */
static secrisk_status read_frame(struct secrisk__parser *p) {
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
    return fail(p, SECRISK_E_EMPTY, p->pos, 0);
  }
  if (p->text[p->pos] == '(' && allow(p, SECRISK_ALLOW_PARENS)) {
    p->pos++;
    if (p->text[p->end - 1u] != ')') {
      return fail(p, SECRISK_E_SYNTAX, p->end, 0);
    }
    p->end--;
  }
  return SECRISK_OK;
}

/* The metrics of a vector of p->version, from p->pos. */
static secrisk_status read_body(struct secrisk__parser *p, secrisk_cvss *out) {
  p->seen = 0;
  p->at = secrisk__layout(p->version);
  if (p->at == NULL) {
    return fail(p, SECRISK_E_DISABLED, p->pos, 0);
  }
  out->version = p->version;
  return read_metrics(p, out) == SECRISK_OK ? complete(p) : p->status;
}

/* Has the text at pos a metric that only v2.0 has, and every v2.0 vector? */
static bool has_au(struct secrisk__parser *p) {
  bool first = true; /* of a metric */
  for (size_t i = p->pos; i < p->end; i++) {
    char c = p->text[i];
    if (first && token(p, i, "Au") != 0) {
      return true;
    }
    first = c == '/';
    if (!first && c != ':' && !secrisk__alnum(c)) {
      break;
    }
  }
  return false;
}

/* Text without prefix: v2.0, or the version the caller said it may be. */
static uint8_t bare_version(struct secrisk__parser *p) {
  uint32_t bare = p->flags & (SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31);
  if (!SECRISK__LENIENT || bare == 0 || has_au(p)) {
    return SECRISK_CVSS20;
  }
  (void)allow(p, bare);
  return bare == SECRISK_ALLOW_BARE_30 ? SECRISK_CVSS30 : SECRISK_CVSS31;
}

/* Nothing read yet. */
static void start(struct secrisk__parser *p, secrisk_cvss *out) {
  p->status = SECRISK_OK;
  p->offset = 0;
  p->length = 0;
  p->lenient = 0;
  p->version = 0;
  p->metric = SECRISK_NO_METRIC;
  secrisk__clear(out);
}

secrisk_status secrisk__parse(struct secrisk__parser *p, secrisk_cvss *out) {
  start(p, out);
  if (read_frame(p) == SECRISK_OK && read_prefix(p) == SECRISK_OK) {
    if (p->version == 0) {
      p->version = bare_version(p);
    }
    (void)read_body(p, out);
  }
  if (p->status != SECRISK_OK) {
    secrisk__clear(out);
  }
  return p->status;
}

#define FLAGS                                                                  \
  (SECRISK_LENIENT | SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_BARE_30 |           \
   SECRISK_ALLOW_BARE_31)

secrisk_status secrisk__flags(uint32_t flags) {
  uint32_t both = SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31;
  if ((flags & ~(uint32_t)FLAGS) != 0 || (flags & both) == both) {
    return SECRISK_E_ARG;
  }
  return SECRISK__LENIENT || flags == 0 ? SECRISK_OK : SECRISK_E_DISABLED;
}

void secrisk__parser_fail(struct secrisk__parser *p, secrisk_cvss *out,
                          secrisk_status status, size_t at, size_t length) {
  start(p, out);
  (void)fail(p, status, at, length);
}

void secrisk__diagnose(const struct secrisk__parser *p, secrisk_diag *diag) {
  if (diag == NULL) {
    return;
  }
  diag->offset = (uint32_t)p->offset;
  diag->length = (uint32_t)p->length;
  diag->lenient = p->lenient;
  diag->status = p->status;
  diag->version = p->version;
  diag->metric = p->metric;
  diag->reserved = 0;
}

secrisk_status secrisk_cvss_parse(secrisk_cvss *out, const char *text,
                                  size_t len, uint32_t flags,
                                  secrisk_diag *diag) {
  struct secrisk__parser p;
  p.text = text;
  p.pos = 0;
  p.end = len;
  p.flags = flags;
  p.open_end = false;
  secrisk_status status = secrisk__flags(flags);
  if (text == NULL && len > 0) {
    status = SECRISK_E_ARG;
  }
  if (status != SECRISK_OK) {
    secrisk__parser_fail(&p, out, status, 0, 0);
  } else if (len > SECRISK_TEXT_MAX) {
    secrisk__parser_fail(&p, out, SECRISK_E_TOO_LONG, SECRISK_TEXT_MAX,
                         len - SECRISK_TEXT_MAX);
  } else {
    (void)secrisk__parse(&p, out);
  }
  secrisk__diagnose(&p, diag);
  return p.status;
}

secrisk_status secrisk_cvss_set_text(secrisk_cvss *v, const char *metric,
                                     size_t metric_len, const char *value,
                                     size_t value_len) {
  struct secrisk__parser p;
  size_t n = 0;
  p.at = secrisk__layout(v->version);
  if (p.at == NULL) {
    return secrisk_cvss_set(v, 0, 0);
  }
  p.version = v->version;
  p.flags = SECRISK_STRICT;
  p.text = metric;
  p.end = metric_len;
  uint8_t id = find_metric(&p, 0, 0, &n);
  if (id == SECRISK_NO_METRIC || n != metric_len) {
    return SECRISK_E_METRIC;
  }
  p.text = value;
  p.end = value_len;
  uint8_t ordinal = find_value(&p, 0, id, &n);
  return n == 0 || n != value_len ? SECRISK_E_VALUE
                                  : secrisk_cvss_set(v, id, ordinal);
}

uint8_t secrisk_cvss_metric_find(uint8_t version, const char *abbr,
                                 size_t len) {
  struct secrisk__parser p;
  size_t n = 0;
  p.at = secrisk__layout(version);
  if (p.at == NULL) {
    return SECRISK_NO_METRIC;
  }
  p.flags = SECRISK_STRICT;
  p.text = abbr;
  p.end = len;
  uint8_t id = find_metric(&p, 0, 0, &n);
  return n == len ? id : SECRISK_NO_METRIC;
}
