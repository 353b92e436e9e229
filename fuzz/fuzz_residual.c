/* SPDX-License-Identifier: MIT */
/* A vector after controls: never a metric more severe, nor a higher score. */
#include "risk.h"

/* Names of metrics that may have limits, and how many values those may be:
 * Safety, the last of MSI and MSA, is no limit. */
static secrisk_status expect(const secrisk_limit *limit) {
  static const char names[] = " MAV MAC MAT MPR MUI MC MI MA MVC MVI MVA MSC"
                              " MSI MSA ";
  char name[16];
  if (secrisk_cvss_metric_count(limit->version) == 0) {
    return SECRISK_E_VERSION;
  }
  snprintf(name, sizeof name, " %s ",
           secrisk_cvss_metric_abbr(limit->version, limit->metric));
  if (strlen(name) < 4 || strstr(names, name) == NULL) {
    return SECRISK_E_METRIC;
  }
  const char *value =
      secrisk_cvss_value_abbr(limit->version, limit->metric, limit->value);
  return limit->value == 0 || value[0] == '\0' || value[0] == 'S'
             ? SECRISK_E_VALUE
             : SECRISK_OK;
}

/* The first fault of the controls, in their order. */
static secrisk_status first_fault(const secrisk_control *c, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (c[i].state == 0) { /* of kind and domains, all are known */
      return SECRISK_E_CONTROL;
    }
    for (size_t k = 0; k < c[i].limit_count; k++) {
      secrisk_status status = expect(c[i].limits + k);
      if (status != SECRISK_OK) {
        return status;
      }
    }
  }
  return SECRISK_OK;
}

/* The controls, and what they point to, in memory of exactly their size. */
static secrisk_status lower(const secrisk_cvss *v, const secrisk_control *from,
                            size_t n, secrisk_cvss *out) {
  secrisk_control *c = exact(from, n * sizeof *c);
  void *limits[3];
  for (size_t i = 0; i < n; i++) {
    limits[i] = exact(c[i].limits, c[i].limit_count * sizeof *c[i].limits);
    c[i].limits = limits[i];
  }
  secrisk_status status = secrisk_cvss_residual(v, c, n, out, NULL);
  MUST(status == first_fault(c, n));
  for (size_t i = 0; i < n; i++) {
    free(limits[i]);
  }
  free(c);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  secrisk_cvss v, out;
  secrisk_control controls[3];
  secrisk_limit limits[3][4], own[3];
  if (!take_vector(&in, &v)) {
    return 0;
  }
  take_controls(&in, controls, limits);
  uint8_t which = take(&in);
  uint8_t n = secrisk_suggestion_limits(which, v.version, own);
  MUST(n <= 3 && (n == 0 || secrisk_suggestion_text(which)[0] != '\0'));
  if (n > 0) { /* suggested limits are good ones */
    controls[2].limits = own;
    controls[2].limit_count = n;
  }
  memset(&out, 0x5a, sizeof out);
  secrisk_status status = lower(&v, controls, take(&in) % 4, &out);
  if (status != SECRISK_OK) { /* left alone */
    MUST(out.version == 0x5a && out.value[38] == 0x5a);
    return 0;
  }
  must_be_vector(&out);
  for (uint8_t i = 0; i < secrisk_cvss_metric_count(v.version); i++) {
    bool changed = out.value[i] != v.value[i];
    MUST(mildness(&out, i) >= mildness(&v, i));
    MUST(!changed || secrisk_cvss_metric_abbr(v.version, i)[0] == 'M');
  }
  MUST(secrisk_cvss_score(&out, SECRISK_SCORE_BTE) <=
       secrisk_cvss_score(&v, SECRISK_SCORE_BTE));
  return 0;
}
