/* SPDX-License-Identifier: MIT */
/* The one formatter: the canonical text of a vector. */
#include "cvss.h"

#if SECRISK_SMALL
#include "../cvss_small/format.h"
#else
#include "../cvss_fast/format.h"
#endif

/* Is a metric written that is not defined, because its group is whole? */
static bool whole(const secrisk_cvss *v, const struct secrisk__layout *at,
                  uint_fast8_t metric) {
  return (at->rules & SECRISK__WHOLE_GROUPS) != 0 && metric >= at->base &&
         (secrisk_cvss_overall(v) &
          (metric < at->threat ? SECRISK__THREAT : SECRISK__ENVIRON)) != 0;
}

size_t secrisk_cvss_format(const secrisk_cvss *v, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  if (!SECRISK_SMALL && cap >= SECRISK_CVSS_TEXT_SIZE) {
    size_t len = written_at_once(v, buf);
    if (len != 0) {
      return len;
    }
  }
  secrisk_status status = (secrisk_status)(secrisk__judge(v) & 0xff);
  if (status != SECRISK_OK && status != SECRISK_E_MISSING) {
    return secrisk__end(&t);
  }
  const struct secrisk__layout *at = secrisk__layout(v->version);
  const struct secrisk__metric *metric = secrisk__metric(at, 0);
  if ((at->rules & SECRISK__PREFIX) != 0) {
    secrisk__puts(&t, "CVSS:");
    secrisk__put_version(&t, v->version);
    secrisk__put(&t, '/');
  }
  size_t start = t.len;
  for (uint_fast8_t i = 0; i < at->count; i++, metric++) {
    if (v->value[i] != 0 || whole(v, at, i)) {
      if (t.len != start) {
        secrisk__put(&t, '/');
      }
      secrisk__puts(&t, secrisk__name(metric));
      secrisk__put(&t, ':');
      secrisk__puts(&t, secrisk__value(at, metric, v->value[i]));
    }
  }
  return secrisk__end(&t);
}
