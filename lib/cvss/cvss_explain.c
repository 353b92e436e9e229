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

/* About one metric of a known version; text is what is said of it. */
static void put_about(struct secrisk__text *t, const secrisk_diag *d,
                      const char *text) {
  secrisk__puts(t, secrisk_cvss_metric_abbr(d->version, d->metric));
  secrisk__puts(t, text);
}

/* Not so in diagnostics of other than CVSS. */
static bool is_about_metric(const secrisk_diag *d) {
  return d->metric < secrisk_cvss_metric_count(d->version);
}

static void put_syntax(struct secrisk__text *t, const secrisk_diag *d) {
  if (is_about_metric(d)) {
    put_about(t, d, " must be followed by a colon and a value");
  } else if (d->length == 0) {
    secrisk__puts(t, "the vector ends too early");
  } else {
    secrisk__puts(t, "nothing but NAME:VALUE, with one slash between two of "
                     "them, may stand here");
  }
}

static void put_metric(struct secrisk__text *t, const secrisk_diag *d) {
  if (d->version == SECRISK_CVSS20 && d->offset == 0) {
    secrisk__puts(t, "expected CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/, or AV:, as "
                     "which a v2.0 vector begins");
    return;
  }
  put_version(t, d->version);
  secrisk__puts(t, " has no metric of that name");
  if (d->version == SECRISK_CVSS20) {
    secrisk__puts(t, "; later versions start with CVSS: and a number");
  }
}

/* Where the metric is known, but not right as it stands. */
static void put_fault(struct secrisk__text *t, const secrisk_diag *d) {
  if (d->status == SECRISK_E_DUPLICATE) {
    put_about(t, d, " is given a second time");
  } else if (d->status == SECRISK_E_ORDER) {
    put_about(t, d, " is too late: ");
    put_version(t, d->version);
    secrisk__puts(t, " fixes the order of metrics");
  } else {
    put_about(t, d,
              d->status == SECRISK_E_MISSING ? " is missing; it must be "
                                             : " must be ");
    put_values(t, d);
  }
}

static const char *text(secrisk_status status) {
  if (status == SECRISK_E_TOO_LONG) {
    return "longer than any vector can be";
  }
  return status == SECRISK_E_VERSION
             ? "expected CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/; a v2.0 "
               "vector has no prefix"
             : secrisk_status_text(status);
}

/* No switch: of one so long, compilers make a call where code is small. */
size_t secrisk_cvss_explain(const secrisk_diag *diag, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  if (diag->status == SECRISK_E_SYNTAX) {
    put_syntax(&t, diag);
  } else if (diag->status == SECRISK_E_METRIC &&
             secrisk__known(diag->version)) {
    put_metric(&t, diag);
  } else if (diag->status >= SECRISK_E_VALUE &&
             diag->status <= SECRISK_E_MISSING && is_about_metric(diag)) {
    put_fault(&t, diag);
  } else {
    secrisk__puts(&t, text(diag->status));
  }
  return secrisk__end(&t);
}
