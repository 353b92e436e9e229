/* SPDX-License-Identifier: MIT */
/* A diagnostic as a sentence for a person. */
#include "cvss.h"

static void put_version(struct secrisk__text *t, uint8_t version) {
  secrisk__puts(t, "CVSS v");
  secrisk__put_version(t, version);
}

/* "N, A, L or P" */
static void put_values(struct secrisk__text *t, const secrisk_diag *d) {
  uint8_t count = secrisk_cvss_value_count(d->version, d->metric);
  for (uint8_t i = 1; i < count; i++) {
    if (i > 1) {
      secrisk__puts(t, i + 1 < count ? ", " : " or ");
    }
    secrisk__puts(t, secrisk_cvss_value_abbr(d->version, d->metric, i));
  }
  if (!secrisk_cvss_mandatory(d->version, d->metric)) {
    secrisk__puts(t, ", or ");
    secrisk__puts(t, secrisk_cvss_value_abbr(d->version, d->metric, 0));
    secrisk__puts(t, " (not defined)");
  }
}

/* A text that begins with no prefix is read as v2.0, so an unknown name at its
 * start most likely is a wrong prefix. */
static void put_metric(struct secrisk__text *t, const secrisk_diag *d) {
  if (d->version == SECRISK_CVSS20 && d->offset == 0) {
    secrisk__puts(t, "expected CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/, or \"AV:\", "
                     "which starts a v2.0 vector");
    return;
  }
  put_version(t, d->version);
  secrisk__puts(t, " has no metric of that name");
  if (d->version == SECRISK_CVSS20) {
    secrisk__puts(t, "; later versions start with \"CVSS:\" and a number");
  }
}

/* What CVSS alone says, of a metric if it has a name. */
static void put_rest(struct secrisk__text *t, const secrisk_diag *d,
                     secrisk_status status, bool named) {
  if (status == SECRISK_E_VERSION) {
    secrisk__puts(t, "expected CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/; a v2.0 "
                     "vector has no prefix");
  } else if (status == SECRISK_E_METRIC && secrisk__known(d->version)) {
    put_metric(t, d);
  } else if (named && status == SECRISK_E_ORDER) {
    put_version(t, d->version);
    secrisk__puts(t, " requires the standard's order");
  } else if (named &&
             (status == SECRISK_E_MISSING || status == SECRISK_E_VALUE ||
              status == SECRISK_E_RANGE)) {
    put_values(t, d);
  } else if (status != SECRISK__SAID) {
    secrisk__puts(t, secrisk_status_text(status));
  }
}

size_t secrisk_cvss_explain(const secrisk_diag *diag, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  if (diag->about != SECRISK_ABOUT_CVSS) {
    secrisk__puts(&t, secrisk_status_text(diag->status));
    return secrisk__end(&t);
  }
  const char *name = secrisk_cvss_metric_abbr(diag->version, diag->metric);
  secrisk_status rest =
      secrisk__explain(&t, diag, name, "value\0VALUE\0vector");
  put_rest(&t, diag, rest, name[0] != '\0');
  return secrisk__end(&t);
}
