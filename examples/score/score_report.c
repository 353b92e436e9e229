/* SPDX-License-Identifier: MIT */
/* score: what is wrong with a bad vector, and what would let it pass. */
#include "score.h"

/* The text around the fault, and the fault underlined. */
static void show_fault(const char *text, size_t len, const secrisk_diag *d) {
  enum { BEFORE = 48, ALL = 74 };
  size_t from = d->offset, start = 0, cols = 0, marks = 0;
  while (from > 0 && start + width(text[from - 1]) <= BEFORE) {
    start += width(text[--from]);
  }
  put(&err, from > 0 ? "  ..." : "  ");
  start += from > 0 ? 5 : 2;
  for (; from < len && cols + width(text[from]) <= ALL; from++) {
    put_safe(&err, text[from]);
    cols += width(text[from]);
    if (from >= d->offset && from - d->offset < d->length) {
      marks += width(text[from]);
    }
  }
  put(&err, "%s\n%*s%s", from < len ? "..." : "", (int)start, "",
      paint(&err, "\033[1;31m"));
  do {
    put(&err, "^");
  } while (marks-- > 1);
  put(&err, "%s\n", paint(&err, "\033[0m"));
}

/* The metric in full, and its values where one of them is wanted. */
static void show_metric(const secrisk_diag *d) {
  bool values = d->status == SECRISK_E_VALUE || d->status == SECRISK_E_MISSING;
  uint8_t count = secrisk_cvss_value_count(d->version, d->metric);
  if (secrisk_cvss_metric_name(d->version, d->metric)[0] != '\0') {
    put(&err, "  %s is %s", secrisk_cvss_metric_abbr(d->version, d->metric),
        secrisk_cvss_metric_name(d->version, d->metric));
    for (uint8_t i = 1; values && i < count; i++) {
      put(&err, "%s%s %s", i == 1 ? ": " : ", ",
          secrisk_cvss_value_abbr(d->version, d->metric, i),
          secrisk_cvss_value_name(d->version, d->metric, i));
    }
    put(&err, "\n");
  }
}

/* As the constants of secrisk.h name it. */
const char *status_name(secrisk_status status) {
  static const char *const names[] = {
      "OK",    "ARG",       "EMPTY", "TOO_LONG", "VERSION", "SYNTAX",  "METRIC",
      "VALUE", "DUPLICATE", "ORDER", "MISSING",  "RANGE",   "DISABLED"};
  return status < sizeof names / sizeof names[0] ? names[status] : "OTHER";
}

/* Before its fault is shown; a row of its own where rows are asked for. */
static void report_place(const secrisk_diag *d) {
  put(&err, "%sscore: ", at.progress ? "\r\033[K" : "");
  if (opt.find) {
    put_place(&err);
    put(&err, ": ");
  } else {
    put(&err, "%s %lu, byte %lu: ", at.what, at.line,
        (unsigned long)d->offset + 1);
  }
}

/* By the part of the library whose diagnostic it is. */
size_t explain(const secrisk_diag *d, char *buf) {
  return d->about == SECRISK_ABOUT_DREAD
             ? secrisk_dread_explain(d, buf, SECRISK_EXPLAIN_SIZE)
             : secrisk_cvss_explain(d, buf, SECRISK_EXPLAIN_SIZE);
}

void report(const char *text, size_t len, const secrisk_diag *d) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  explain(d, sentence);
  if (opt.tsv) {
    print_row_bad(text, len, d);
  } else if (opt.json) {
    print_json_bad(text, len, d);
  }
  if (opt.stream) { /* its line says all */
    return;
  }
  flush(&out); /* in order, where both go to one place */
  report_place(d);
  put(&err, "%s\n", sentence);
  if (len > 0) {
    show_fault(text, len, d);
  }
  show_metric(d);
  const char *way = way_out(text, len);
  if (way != NULL) {
    put(&err, "  %s would accept it\n", way);
  }
  flush(&err);
}
