/* SPDX-License-Identifier: MIT */
/* DREAD: reading a text, strictly. */
#include "internal.h"

#if SECRISK__DREAD

struct reader {
  const char *text;
  size_t pos;
  size_t len;
  size_t offset; /* of the offending token */
  size_t length;
  uint8_t status;
  uint8_t scheme;
  uint8_t rating;
  uint8_t seen; /* bit per place in the scheme's order */
};

static secrisk_status fail(struct reader *r, secrisk_status status, size_t at,
                           size_t length) {
  r->status = status;
  r->offset = at;
  r->length = length;
  return status;
}

/* A byte that cannot stand at `at`, or the end of the text there. */
static secrisk_status fail_syntax(struct reader *r, size_t at) {
  return fail(r, SECRISK_E_SYNTAX, at, at < r->len);
}

/* Length of the run of letters and digits at pos; and of - and . too. */
static size_t run(const struct reader *r, bool more) {
  size_t n = 0;
  while (r->pos + n < r->len) {
    char c = r->text[r->pos + n];
    if (!secrisk__alnum(c) && !(more && (c == '-' || c == '.'))) {
      break;
    }
    n++;
  }
  return n;
}

/* Are the n bytes at pos this word? */
static bool is(const struct reader *r, size_t n, const char *word) {
  for (size_t i = 0; i < n; i++) {
    if (word[i] == '\0' || r->text[r->pos + i] != word[i]) {
      return false;
    }
  }
  return word[n] == '\0';
}

static secrisk_status read_scheme(struct reader *r) {
  size_t n = run(r, false);
  if (!is(r, n, "DREAD") || n == r->len || r->text[n] != ':') {
    return fail(r, SECRISK_E_VERSION, 0, n);
  }
  r->pos = n + 1u;
  n = run(r, true);
  for (uint8_t scheme = SECRISK_DREAD_HOWARD;
       scheme <= SECRISK_DREAD_DRADIS + SECRISK_DREAD_D; scheme++) {
    if (n != 0 && is(r, n, secrisk_dread_scheme_name(scheme))) {
      r->scheme = scheme;
      r->pos += n;
      if (r->pos == r->len || r->text[r->pos] != '/') {
        return fail_syntax(r, r->pos);
      }
      r->pos++;
      return SECRISK_OK;
    }
  }
  return fail(r, SECRISK_E_VERSION, r->pos, n);
}

/* Reads the n bytes at pos as a number in halves; false if they are none.
 * Anything above 127 is read as 255, which is on no scale. */
static bool read_number(const struct reader *r, size_t n, uint8_t *half) {
  const char *digits = r->text + r->pos;
  uint8_t value = 0;
  size_t i = 0;
  for (; i < n && digits[i] >= '0' && digits[i] <= '9'; i++) {
    if (i == 1 && digits[0] == '0') {
      return false;
    }
    value = value > 12 ? 127 : (uint8_t)(value * 10 + (digits[i] - '0'));
  }
  *half = value > 120 ? 255 : (uint8_t)(value * 2);
  if (i == 0 || i == n) {
    return i != 0;
  }
  *half |= 1;
  return n - i == 2 && digits[i] == '.' && digits[i + 1] == '5';
}

static secrisk_status read_value(struct reader *r, secrisk_dread *out) {
  secrisk_scale scale;
  uint8_t half;
  size_t n = run(r, true);
  secrisk_dread_scale(r->scheme, r->rating, &scale);
  if (!read_number(r, n, &half)) {
    return fail(r, SECRISK_E_VALUE, r->pos, n);
  }
  if (!secrisk__on_scale(&scale, half)) {
    return fail(r, SECRISK_E_RANGE, r->pos, n);
  }
  out->half[r->rating] = half;
  r->pos += n;
  return SECRISK_OK;
}

/* NAME:VALUE at pos. */
static secrisk_status read_rating(struct reader *r, secrisk_dread *out) {
  size_t n = run(r, false);
  uint8_t count = secrisk__ratings(r->scheme);
  uint8_t place = 0;
  if (n == 0) {
    return fail_syntax(r, r->pos);
  }
  while (place < count &&
         !is(r, n,
             secrisk_dread_rating_abbr(secrisk__rating_at(r->scheme, place)))) {
    place++;
  }
  if (place == count) {
    return fail(r, SECRISK_E_METRIC, r->pos, n);
  }
  r->rating = secrisk__rating_at(r->scheme, place);
  uint8_t later = (uint8_t)(r->seen >> place);
  if (later != 0) {
    return fail(r, later & 1u ? SECRISK_E_DUPLICATE : SECRISK_E_ORDER, r->pos,
                n);
  }
  r->seen = (uint8_t)(r->seen | 1u << place);
  r->pos += n;
  if (r->pos == r->len || r->text[r->pos] != ':') {
    return fail_syntax(r, r->pos);
  }
  r->pos++;
  return read_value(r, out);
}

static secrisk_status read_ratings(struct reader *r, secrisk_dread *out) {
  uint8_t count = secrisk__ratings(r->scheme);
  while (r->pos < r->len) { /* each turn reads some of it */
    if (read_rating(r, out) != SECRISK_OK) {
      return r->status;
    }
    r->rating = SECRISK_NO_METRIC;
    if (r->pos == r->len) {
      break;
    }
    if (r->text[r->pos] != '/' || r->pos + 1u == r->len) {
      return fail(r, SECRISK_E_SYNTAX, r->pos, 1);
    }
    r->pos++;
  }
  for (uint8_t i = 0; i < count; i++) {
    if ((r->seen & 1u << i) == 0) {
      r->rating = secrisk__rating_at(r->scheme, i);
      return fail(r, SECRISK_E_MISSING, r->len, 0);
    }
  }
  return SECRISK_OK;
}

static secrisk_status read_all(struct reader *r, secrisk_dread *out) {
  if (r->text == NULL && r->len != 0) {
    return fail(r, SECRISK_E_ARG, 0, 0);
  }
  if (r->len == 0) {
    return fail(r, SECRISK_E_EMPTY, 0, 0);
  }
  if (r->len > SECRISK_TEXT_MAX) {
    return fail(r, SECRISK_E_TOO_LONG, SECRISK_TEXT_MAX,
                r->len - SECRISK_TEXT_MAX);
  }
  if (read_scheme(r) != SECRISK_OK || read_ratings(r, out) != SECRISK_OK) {
    return r->status;
  }
  out->scheme = r->scheme;
  return SECRISK_OK;
}

secrisk_status secrisk_dread_parse(secrisk_dread *out, const char *text,
                                   size_t len, secrisk_diag *diag) {
  struct reader r = {text, 0, len, 0, 0, SECRISK_OK, 0, SECRISK_NO_METRIC, 0};
  secrisk__zero(out, sizeof *out);
  if (read_all(&r, out) != SECRISK_OK) {
    secrisk__zero(out, sizeof *out);
  }
  (void)secrisk__report(diag, r.status, r.offset, r.scheme);
  if (diag != NULL) {
    diag->length = (uint32_t)r.length;
    diag->metric = r.rating;
  }
  return r.status;
}

#endif
