/* SPDX-License-Identifier: MIT */
/* A vector after controls: never a metric more severe, nor a higher score. */
#include "risk.h"

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
  secrisk_status status =
      secrisk_cvss_residual(&v, controls, take(&in) % 4, &out, NULL);
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
