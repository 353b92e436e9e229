/* SPDX-License-Identifier: MIT */
/* The one formatter: the canonical text of a vector. */
#include "internal.h"

static void put_metric(struct secrisk__text *t,
                       const struct secrisk__layout *at, uint8_t metric,
                       uint8_t value) {
  secrisk__puts(t, secrisk__metric(at, metric)->abbr);
  secrisk__put(t, ':');
  secrisk__puts(t, secrisk__value(at, metric, value));
}

/* Is a metric written that is not defined, because its group is whole? */
static bool whole(const secrisk_cvss *v, const struct secrisk__layout *at,
                  uint8_t metric) {
  if (!SECRISK__V2 || v->version != SECRISK_CVSS20 || metric < at->base) {
    return false;
  }
  return metric < at->threat ? secrisk__any(v, at->base, at->threat)
                             : secrisk__any(v, at->threat, at->environ);
}

size_t secrisk_cvss_format(const secrisk_cvss *v, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  uint8_t place;
  secrisk_status status = secrisk__judge(v, &place);
  if (status != SECRISK_OK && status != SECRISK_E_MISSING) {
    return secrisk__end(&t);
  }
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (v->version != SECRISK_CVSS20) {
    secrisk__puts(&t, "CVSS:");
    secrisk__put_version(&t, v->version);
    secrisk__put(&t, '/');
  }
  size_t start = t.len;
  for (uint8_t i = 0; i < at->count; i++) {
    if (v->value[i] != 0 || whole(v, at, i)) {
      if (t.len != start) {
        secrisk__put(&t, '/');
      }
      put_metric(&t, at, i, v->value[i]);
    }
  }
  return secrisk__end(&t);
}
