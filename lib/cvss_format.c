/* SPDX-License-Identifier: MIT */
/* The one formatter: the canonical text of a vector. */
#include "internal.h"

static void put_metric(struct secrisk__text *t, const secrisk_cvss *v,
                       const struct secrisk__layout *at, uint8_t metric,
                       bool first) {
  uint8_t value = v->value[metric];
  if (!first) {
    secrisk__put(t, '/');
  }
  secrisk__puts(t, secrisk__metrics[at->first + metric].abbr);
  secrisk__put(t, ':');
  if (value == 0) {
    secrisk__puts(t, secrisk__undefined(v->version));
  } else {
    const char *abbrs = secrisk__abbrs(secrisk__kind(at, metric));
    secrisk__puts(t, secrisk__nth(abbrs, (uint8_t)(value - 1u)));
  }
}

size_t secrisk_cvss_format(const secrisk_cvss *v, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  secrisk_status status = secrisk_cvss_check(v, NULL);
  if (status != SECRISK_OK && status != SECRISK_E_MISSING) {
    return secrisk__end(&t);
  }
  const struct secrisk__layout *at = secrisk__layout(v->version);
  bool v2 = v->version == SECRISK_CVSS20;
  bool threat = v2 && secrisk__any(v, at->base, at->threat);
  bool environ = v2 && secrisk__any(v, at->threat, at->environ);
  bool first = true;
  if (!v2) {
    secrisk__puts(&t, "CVSS:");
    secrisk__put_version(&t, v->version);
    secrisk__put(&t, '/');
  }
  for (uint8_t i = 0; i < at->count; i++) {
    bool whole = i >= at->base && (i < at->threat ? threat : environ);
    if (v->value[i] != 0 || whole) {
      put_metric(&t, v, at, i, first);
      first = false;
    }
  }
  return secrisk__end(&t);
}
