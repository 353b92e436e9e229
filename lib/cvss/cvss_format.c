/* SPDX-License-Identifier: MIT */
/* The one formatter: the canonical text of a vector. */
#include "cvss.h"

static const char *prefix(uint8_t version) {
  if (SECRISK__V3 && version == SECRISK_CVSS31) {
    return "CVSS:3.1/";
  }
  if (SECRISK__V3 && version == SECRISK_CVSS30) {
    return "CVSS:3.0/";
  }
  return SECRISK__V4 && version == SECRISK_CVSS40 ? "CVSS:4.0/" : "";
}

/* Is a metric written that is not defined, because its group is whole? */
static bool whole(const secrisk_cvss *v, const struct secrisk__layout *at,
                  uint_fast8_t metric) {
  return SECRISK__V2 && at->index == 0 && metric >= at->base &&
         (secrisk_cvss_overall(v) & (metric < at->threat ? 2 : 4)) != 0;
}

size_t secrisk_cvss_format(const secrisk_cvss *v, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  secrisk_status status = (secrisk_status)(secrisk__judge(v) & 0xff);
  if (status != SECRISK_OK && status != SECRISK_E_MISSING) {
    return secrisk__end(&t);
  }
  const struct secrisk__layout *at = secrisk__layout(v->version);
  const struct secrisk__metric *metric = secrisk__metric(at, 0);
  secrisk__puts(&t, prefix(v->version));
  size_t start = t.len;
  for (uint_fast8_t i = 0; i < at->count; i++, metric++) {
    if (v->value[i] != 0 || whole(v, at, i)) {
      if (t.len != start) {
        secrisk__put(&t, '/');
      }
      secrisk__puts(&t, metric->abbr);
      secrisk__put(&t, ':');
      secrisk__puts(&t, secrisk__value(at, metric, v->value[i]));
    }
  }
  return secrisk__end(&t);
}
