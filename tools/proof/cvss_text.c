/* SPDX-License-Identifier: MIT */
/* Entry points that read the text of a vector. */
#include "any.h"

void prove_cvss_parse(void) {
  secrisk_cvss v;
  secrisk_diag d;
  size_t len = any_text();
  (void)secrisk_cvss_parse(text, len, u32(), &v, &d);
  (void)secrisk_cvss_parse(text, len, u32(), &v, NULL);
  (void)secrisk_cvss_parse(NULL, any_size(), u32(), &v, &d);
  (void)secrisk_cvss_parse(NULL, any_size(), u32(), &v, NULL);
}

static void with_metric_find(uint8_t version) {
  size_t len = any_text();
  (void)secrisk_cvss_metric_find(version, NULL, 0);
  if (len > 0) {
    (void)secrisk_cvss_metric_find(version, text, len);
  }
}

void prove_cvss_metric_find(void) {
  EACH_VERSION(with_metric_find);
}

static void with_set_text(uint8_t version) {
  secrisk_cvss v;
  secrisk_diag d;
  size_t len = any_text();
  size_t value_len = 1u + upto(N - 1);
  any(buffer, sizeof buffer);
  any_vector(&v, version);
  if (len > 0) {
    (void)secrisk_cvss_set_text(&v, text, len, buffer, value_len, MAYBE(&d));
    (void)secrisk_cvss_set_text(&v, text, len, NULL, any_size(), MAYBE(&d));
  }
  (void)secrisk_cvss_set_text(&v, NULL, any_size(), buffer, value_len, &d);
  (void)secrisk_cvss_set_text(&v, NULL, 0, NULL, 0, NULL);
}

void prove_cvss_set_text(void) {
  EACH_VERSION(with_set_text);
}
