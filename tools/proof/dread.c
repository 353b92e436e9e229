/* SPDX-License-Identifier: MIT */
/* Entry points of DREAD. */
#include "any.h"

void prove_dread_parse(void) {
  secrisk_dread v;
  secrisk_diag d;
  size_t len = any_text();
  (void)secrisk_dread_parse(text, len, &v, &d);
  (void)secrisk_dread_parse(text, len, &v, NULL);
  (void)secrisk_dread_parse(NULL, any_size(), &v, &d);
  (void)secrisk_dread_parse(NULL, any_size(), &v, NULL);
}

void prove_dread_check(void) {
  secrisk_dread v;
  secrisk_diag d;
  any(&v, sizeof v);
  (void)secrisk_dread_check(&v, MAYBE(&d));
}

/* For each number of a scheme, whether there is one or not. */
static void each_scheme(void (*prove)(secrisk_dread *)) {
  secrisk_dread v;
  //@ loop unroll 257;
  for (unsigned scheme = 0; scheme < 256; scheme++) {
    any(&v, sizeof v);
    v.scheme = (uint8_t)scheme;
    prove(&v);
  }
}

static void with_score(secrisk_dread *v) {
  uint16_t numerator;
  uint16_t denominator;
  secrisk_level level;
  (void)secrisk_dread_score(v, &numerator, &denominator);
  (void)secrisk_dread_tenths(v);
  (void)secrisk_dread_level(v, &level);
}

void prove_dread_score(void) {
  each_scheme(with_score);
}

static void with_format(secrisk_dread *v) {
  (void)secrisk_dread_format(v, buffer, upto(N));
}

void prove_dread_format(void) {
  each_scheme(with_format);
}

static void with_name(secrisk_dread *v) {
  secrisk_scale scale;
  secrisk_dread_scale(v->scheme, u8(), &scale);
  (void)secrisk_dread_scheme_name(v->scheme);
}

void prove_dread_names(void) {
  each_scheme(with_name);
  (void)secrisk_dread_rating_abbr(u8());
  (void)secrisk_dread_rating_name(u8());
}

/* Of a scheme, and of each rating in turn. */
static void with_explain(uint8_t scheme) {
  secrisk_diag d;
  for (unsigned i = 0; i < 6; i++) {
    any(&d, sizeof d);
    d.version = scheme;
    d.metric =
        i < 5 ? (uint8_t)i : (uint8_t)Frama_C_unsigned_int_interval(5, 255);
    (void)secrisk_dread_explain(&d, buffer, upto(N));
  }
}

static uint8_t from_to(unsigned least, unsigned most) {
  return (uint8_t)Frama_C_unsigned_int_interval(least, most);
}

void prove_dread_explain(void) {
  const unsigned first = SECRISK_DREAD_HOWARD, last = SECRISK_DREAD_DRADIS;
  for (unsigned scheme = first; scheme <= last; scheme++) {
    with_explain((uint8_t)scheme);
    with_explain((uint8_t)(scheme + SECRISK_DREAD_D));
  }
  with_explain(from_to(0, first - 1));
  with_explain(from_to(last + 1, first + SECRISK_DREAD_D - 1));
  with_explain(from_to(last + SECRISK_DREAD_D + 1, 255));
}
