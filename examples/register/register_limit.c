/* SPDX-License-Identifier: MIT */
/* Part of register: limits of controls on Modified metrics. */
#include <string.h>

#include "register_controls.h"

/* The cell's text has its place in messages, and so a copy is changed. */
static size_t upper(const char *text, size_t len, char out[8]) {
  size_t n = len < 7 ? len : 7;
  for (size_t i = 0; i < n; i++) {
    out[i] = (char)(text[i] >= 'a' && text[i] <= 'z' ? text[i] - 'a' + 'A'
                                                     : text[i]);
  }
  out[n] = '\0';
  return len < 7 ? n : 0;
}

static uint8_t find_value(uint8_t version, uint8_t metric, const char *text,
                          size_t len) {
  uint8_t value = secrisk_cvss_value_count(version, metric);
  while (value > 0) {
    const char *abbr = secrisk_cvss_value_abbr(version, metric, --value);
    if (strlen(abbr) == len && memcmp(abbr, text, len) == 0) {
      return value;
    }
  }
  return 0;
}

/* Whether the library would take the limit: tried alone. */
static bool try_limit(const struct control_reader *r,
                      const secrisk_limit *limit, size_t colon) {
  secrisk_cvss v;
  switch (secrisk_cvss_limit(&r->at->row->initial.cvss, limit, 1, &v, NULL)) {
  case SECRISK_OK:
    return true;
  case SECRISK_E_METRIC:
    problem(r->at, r->from, colon - r->from,
            "only a Modified metric can be limited: MAV, MAC, MPR, MUI, and "
            "those of impact");
    return false;
  default:
    problem(r->at, colon + 1, r->to - colon - 1,
            "the metric cannot be limited to this value");
    return false;
  }
}

bool read_limit(struct control_reader *r, size_t colon) {
  uint8_t version = r->at->row->initial.cvss.version;
  secrisk_limit *limit = r->limits;
  char word[8];
  if (r->collect) {
    return true;
  }
  if (version == 0) {
    problem(r->at, r->from, r->to - r->from,
            "a limit needs an initial rating that is a CVSS vector; a name "
            "stands in 'single quotes'");
    return false;
  }
  limit->version = version;
  size_t len = upper(r->text + r->from, colon - r->from, word);
  limit->metric = secrisk_cvss_metric_find(version, word, len);
  if (limit->metric == SECRISK_NO_METRIC) {
    problem(r->at, r->from, colon - r->from,
            "there is no such metric in CVSS %d.%d; a name stands in 'single "
            "quotes'",
            version / 10, version % 10);
    return false;
  }
  len = upper(r->text + colon + 1, r->to - colon - 1, word);
  limit->value = find_value(version, limit->metric, word, len);
  if (!try_limit(r, limit, colon)) {
    return false;
  }
  r->limits++;
  r->control->limit_count++;
  return true;
}
