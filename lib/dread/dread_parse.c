/* SPDX-License-Identifier: MIT */
/* DREAD: reading a text, strictly. */
#include "../base/token.h"
#include "dread.h"

#if SECRISK__DREAD

static secrisk_status read_scheme(struct secrisk__parser *p) {
  (void)secrisk__run(p, '/');
  if (!secrisk__is(p, "DREAD") || !secrisk__take(p, ':')) {
    return secrisk__fail(p, SECRISK_E_VERSION);
  }
  (void)secrisk__run(p, '-');
  for (uint8_t scheme = SECRISK_DREAD_HOWARD;
       scheme <= SECRISK_DREAD_DRADIS + SECRISK_DREAD_D; scheme++) {
    if (p->n != 0 && secrisk__is(p, secrisk_dread_scheme_name(scheme))) {
      p->diag.version = scheme;
      return secrisk__take(p, '/') ? SECRISK_OK : secrisk__unexpected(p);
    }
  }
  return secrisk__fail(p, SECRISK_E_VERSION);
}

/* Reads n bytes as a number in halves; false if they are none.
 * Anything above 127 is read as 255, which is on no scale. */
static bool read_number(const char *digits, size_t n, uint8_t *half) {
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

static secrisk_status read_value(struct secrisk__parser *p,
                                 secrisk_dread *out) {
  secrisk_scale scale;
  uint8_t half;
  uint8_t rating = p->diag.metric;
  (void)secrisk__run(p, '-');
  secrisk_dread_scale(p->diag.version, rating, &scale);
  if (!read_number(p->text + p->pos, p->n, &half)) {
    return secrisk__fail(p, SECRISK_E_VALUE);
  }
  if (!secrisk__on_scale(&scale, half)) {
    return secrisk__fail(p, SECRISK_E_RANGE);
  }
  out->half[rating] = half;
  p->diag.metric = SECRISK_NO_METRIC;
  return SECRISK_OK;
}

/* NAME:VALUE at p->pos, but not past the value. */
static secrisk_status read_rating(struct secrisk__parser *p,
                                  secrisk_dread *out) {
  uint8_t scheme = p->diag.version;
  uint8_t count = secrisk__ratings(scheme);
  uint8_t place = 0;
  if (secrisk__run(p, '/') == 0) {
    return secrisk__unexpected(p);
  }
  while (place < count &&
         !secrisk__is(
             p, secrisk_dread_rating_abbr(secrisk__rating_at(scheme, place)))) {
    place++;
  }
  if (place == count) {
    return secrisk__fail(p, SECRISK_E_METRIC);
  }
  p->diag.metric = secrisk__rating_at(scheme, place);
  uint32_t later = p->seen >> place;
  if (later != 0) {
    return secrisk__fail(p, (later & 1u) != 0 ? SECRISK_E_DUPLICATE
                                              : SECRISK_E_ORDER);
  }
  p->seen |= (uint32_t)1 << place;
  return secrisk__take(p, ':') ? read_value(p, out) : secrisk__unexpected(p);
}

static secrisk_status read_ratings(struct secrisk__parser *p,
                                   secrisk_dread *out) {
  uint8_t count = secrisk__ratings(p->diag.version);
  if (p->pos < p->end) {
    do { /* each takes a rating not yet seen */
      secrisk_status status = read_rating(p, out);
      if (status != SECRISK_OK) {
        return status;
      }
    } while (secrisk__goes_on(p));
  }
  if (p->pos < p->end) {
    return secrisk__unexpected(p);
  }
  for (uint8_t i = 0; i < count; i++) {
    if ((p->seen & (uint32_t)1 << i) == 0) {
      p->diag.metric = secrisk__rating_at(p->diag.version, i);
      return secrisk__fail(p, SECRISK_E_MISSING);
    }
  }
  return SECRISK_OK;
}

static secrisk_status read_all(struct secrisk__parser *p, secrisk_dread *out) {
  if (p->text == NULL && p->end != 0) {
    return secrisk__fail(p, SECRISK_E_ARG);
  }
  if (p->end == 0) {
    return secrisk__fail(p, SECRISK_E_EMPTY);
  }
  if (p->end > SECRISK_TEXT_MAX) {
    p->pos = SECRISK_TEXT_MAX;
    p->n = p->end - SECRISK_TEXT_MAX;
    return secrisk__fail(p, SECRISK_E_TOO_LONG);
  }
  secrisk_status status = read_scheme(p);
  if (status == SECRISK_OK) {
    status = read_ratings(p, out);
  }
  out->scheme = p->diag.version;
  return status;
}

secrisk_status secrisk_dread_parse(const char *text, size_t len,
                                   secrisk_dread *out, secrisk_diag *diag) {
  struct secrisk__parser p;
  secrisk__diag_clear(&p.diag, SECRISK_ABOUT_DREAD);
  p.text = text;
  p.pos = 0;
  p.n = 0;
  p.end = len;
  p.seen = 0;
  p.flags = SECRISK_STRICT;
  secrisk__zero(out, sizeof *out);
  if (read_all(&p, out) != SECRISK_OK) {
    secrisk__zero(out, sizeof *out);
  }
  return secrisk__diagnose(&p, diag);
}

#endif
