/* SPDX-License-Identifier: MIT */
/* DREAD: reading a text, strictly. */
#include "../base/token.h"
#include "dread.h"

/* The scheme, or variant of one, that the token names; 0 for none. */
static uint8_t scheme_named(const struct secrisk__cursor *c) {
  for (uint8_t base = SECRISK_DREAD_HOWARD; secrisk__scheme(base) != NULL;
       base++) {
    const uint8_t variant[2] = {base, (uint8_t)(base + SECRISK_DREAD_D)};
    for (uint8_t i = 0; i < 2; i++) {
      if (secrisk__differs(c, secrisk_dread_scheme_name(variant[i])) == 0) {
        return variant[i];
      }
    }
  }
  return 0;
}

static secrisk_status read_scheme(struct secrisk__cursor *c) {
  (void)secrisk__word(c);
  if (secrisk__differs(c, "DREAD") != 0 || !secrisk__take(c, ':')) {
    return SECRISK_E_VERSION;
  }
  (void)secrisk__dashed(c);
  uint8_t scheme = scheme_named(c);
  if (scheme == 0) {
    return SECRISK_E_VERSION;
  }
  c->diag->version = scheme;
  return secrisk__take(c, '/') ? SECRISK_OK : secrisk__unexpected(c);
}

/* Reads the token as a number in halves; false if it is none.  "7" is 14, and
 * "7.5" is 15: of fractions only ".5" is read, and of zeros in front none.
 * No number of digits overflows `value`, which is held at 127.  A number above
 * 120 becomes 255, which is on no scale. */
static bool read_number(const struct secrisk__cursor *c, uint8_t *half) {
  const char *text = c->text;
  size_t at = c->pos;
  uint8_t value = 0;
  for (; at < c->end && text[at] >= '0' && text[at] <= '9'; at++) {
    if (value == 0 && at != c->pos) { /* a zero in front */
      return false;
    }
    value = value > 12 ? 127 : (uint8_t)(value * 10 + (text[at] - '0'));
  }
  size_t digits = at - c->pos;
  *half = value > 120 ? 255 : (uint8_t)(value * 2);
  if (at >= c->end || digits == 0 || digits == c->n) {
    return digits != 0;
  }
  *half |= 1;
  if (text[at] != '.') {
    return false;
  }
  at++;
  return at < c->end && text[at] == '5' && c->n - digits == 2;
}

static secrisk_status read_value(struct secrisk__cursor *c,
                                 secrisk_dread *out) {
  secrisk_scale scale;
  uint8_t half;
  uint8_t rating = c->diag->metric;
  (void)secrisk__dashed(c);
  secrisk_dread_scale(c->diag->version, rating, &scale);
  if (!read_number(c, &half)) {
    return SECRISK_E_VALUE;
  }
  if (!secrisk__on_scale(&scale, half)) {
    return SECRISK_E_RANGE;
  }
  out->half[rating] = half;
  c->diag->metric = SECRISK_NO_METRIC;
  return SECRISK_OK;
}

/* NAME:VALUE at the cursor, but not past the value.  seen: a bit for each place
 * of the text whose rating was read. */
static secrisk_status read_rating(struct secrisk__cursor *c, uint8_t *seen,
                                  secrisk_dread *out) {
  uint8_t scheme = c->diag->version;
  uint8_t count = secrisk__ratings(scheme);
  uint8_t place = 0;
  if (secrisk__word(c) == 0) {
    return secrisk__unexpected(c);
  }
  while (place < count &&
         secrisk__differs(c, secrisk_dread_rating_abbr(
                                 secrisk__rating_at(scheme, place))) != 0) {
    place++;
  }
  if (place >= count) {
    return SECRISK_E_METRIC;
  }
  c->diag->metric = secrisk__rating_at(scheme, place);
  uint8_t later = (uint8_t)(*seen >> place);
  if (later != 0) {
    return (later & 1u) != 0 ? SECRISK_E_DUPLICATE : SECRISK_E_ORDER;
  }
  *seen = (uint8_t)(*seen | 1u << place);
  return secrisk__take(c, ':') ? read_value(c, out) : secrisk__unexpected(c);
}

static secrisk_status read_ratings(struct secrisk__cursor *c,
                                   secrisk_dread *out) {
  uint8_t count = secrisk__ratings(c->diag->version);
  uint8_t seen = 0;
  if (c->pos < c->end) {
    do { /* each takes a rating not yet seen */
      secrisk_status status = read_rating(c, &seen, out);
      if (status != SECRISK_OK) {
        return status;
      }
    } while (secrisk__goes_on(c));
  }
  if (c->pos < c->end) {
    return secrisk__unexpected(c);
  }
  for (uint8_t i = 0; i < count; i++) {
    if ((seen & 1u << i) == 0) {
      c->diag->metric = secrisk__rating_at(c->diag->version, i);
      return SECRISK_E_MISSING;
    }
  }
  return SECRISK_OK;
}

static secrisk_status read(struct secrisk__cursor *c, secrisk_dread *out) {
  secrisk_status status = secrisk__bounds(c);
  if (status == SECRISK_OK) {
    status = read_scheme(c);
  }
  if (status == SECRISK_OK) {
    status = read_ratings(c, out);
  }
  out->scheme = c->diag->version;
  return status;
}

secrisk_status secrisk_dread_parse(const char *text, size_t len,
                                   secrisk_dread *out, secrisk_diag *diag) {
  struct secrisk__cursor c;
  secrisk_diag unread;
  c.diag = diag != NULL ? diag : &unread;
  secrisk__diag_clear(c.diag, SECRISK_ABOUT_DREAD);
  c.text = text;
  c.pos = 0;
  c.n = 0;
  c.end = len;
  secrisk__zero(out, sizeof *out);
  secrisk_status status = SECRISK__DREAD ? read(&c, out) : SECRISK_E_DISABLED;
  if (status != SECRISK_OK) {
    secrisk__zero(out, sizeof *out);
  }
  return secrisk__diagnose(&c, status);
}
