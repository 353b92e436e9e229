/* SPDX-License-Identifier: MIT */
/* Any 40 bytes as a vector, any 16 as a diagnostic. */
#include "fuzz.h"

/* Where, by the contract, the first bad byte is; else the first Base gap. */
static secrisk_status expect(const secrisk_cvss *v, size_t *offset) {
  uint8_t count = secrisk_cvss_metric_count(v->version);
  secrisk_status status = SECRISK_OK;
  for (uint8_t i = 0; i < sizeof v->value; i++) {
    int values = i < count ? secrisk_cvss_value_count(v->version, i) : 1;
    if (v->value[i] >= values) {
      *offset = i + 1u;
      return SECRISK_E_RANGE;
    }
    if (status == SECRISK_OK && v->value[i] == 0 &&
        secrisk_cvss_mandatory(v->version, i)) {
      *offset = i + 1u;
      status = SECRISK_E_MISSING;
    }
  }
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  char text[SECRISK_CVSS_TEXT_SIZE];
  uint8_t eq[6] = {9, 9, 9, 9, 9, 9};
  secrisk_cvss v;
  secrisk_diag d;
  size_t offset = 0;
  take_into(&in, &v, sizeof v);
  take_into(&in, &d, sizeof d);
  must_write(write_explanation, &d, text, SECRISK_EXPLAIN_SIZE);
  MUST(secrisk_status_text(d.status)[0] != '\0');
  must_reflect(d.version, d.metric, (uint8_t)d.offset);
  secrisk_status status = secrisk_cvss_check(&v, &d);
  MUST(status == d.status && d.about == SECRISK_ABOUT_CVSS && d.lenient == 0);
  MUST(secrisk_cvss_check(&v, NULL) == status);
  if (secrisk_cvss_metric_count(v.version) != 0) {
    MUST(status == expect(&v, &offset) && d.offset == offset);
  } else {
    MUST(status == SECRISK_E_VERSION);
  }
  if (status == SECRISK_OK || status == SECRISK_E_MISSING) {
    must_be_vector(&v);
    return 0;
  }
  MUST(must_write(write_vector, &v, text, sizeof text) == 0);
  MUST(secrisk_cvss_macrovector(&v, eq) == status && all_zero(eq, 6));
  for (int i = 0; i < 256; i++) { /* ids and kinds that are none are harmless */
    MUST(secrisk_cvss_score(&v, (uint8_t)i) == SECRISK_NO_SCORE);
    (void)secrisk_cvss_effective(&v, (uint8_t)i);
    MUST(i < 39 || secrisk_cvss_get(&v, (uint8_t)i) == 0);
  }
  return 0;
}
