/* SPDX-License-Identifier: MIT */
/* What a build without DREAD answers. */
#include "dread.h"

#if !SECRISK__DREAD

secrisk_status secrisk_dread_check(const secrisk_dread *d, secrisk_diag *diag) {
  (void)d;
  return secrisk__report(diag, SECRISK_ABOUT_DREAD, SECRISK_E_DISABLED, 0, 0);
}

secrisk_status secrisk_dread_parse(const char *text, size_t len,
                                   secrisk_dread *out, secrisk_diag *diag) {
  (void)text;
  (void)len;
  secrisk__zero(out, sizeof *out);
  return secrisk_dread_check(out, diag);
}

size_t secrisk_dread_format(const secrisk_dread *d, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  (void)d;
  return secrisk__end(&t);
}

size_t secrisk_dread_explain(const secrisk_diag *diag, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  secrisk__puts(&t, secrisk_status_text(diag->status));
  return secrisk__end(&t);
}

secrisk_status secrisk_dread_score(const secrisk_dread *d, uint16_t *numerator,
                                   uint16_t *denominator) {
  *numerator = 0;
  *denominator = 0;
  return secrisk_dread_check(d, NULL);
}

secrisk_tenths secrisk_dread_tenths(const secrisk_dread *d) {
  (void)d;
  return SECRISK_NO_SCORE;
}

secrisk_status secrisk_dread_level(const secrisk_dread *d,
                                   secrisk_level *level) {
  *level = SECRISK_NO_LEVEL;
  return secrisk_dread_check(d, NULL);
}

void secrisk_dread_scale(uint8_t scheme, uint8_t rating, secrisk_scale *out) {
  (void)scheme;
  (void)rating;
  secrisk__zero(out, sizeof *out);
}

const char *secrisk_dread_scheme_name(uint8_t scheme) {
  (void)scheme;
  return "";
}

const char *secrisk_dread_rating_abbr(uint8_t rating) {
  (void)rating;
  return "";
}

const char *secrisk_dread_rating_name(uint8_t rating) {
  (void)rating;
  return "";
}

#endif
