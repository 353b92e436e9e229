/* SPDX-License-Identifier: MIT */
/* Part of register: limits of controls on Modified metrics. */
#include <string.h>

#include "register_controls.h"

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
  limit->metric =
      secrisk_cvss_metric_find(version, r->text + r->from, colon - r->from);
  if (limit->metric == SECRISK_NO_METRIC) {
    problem(r->at, r->from, colon - r->from,
            "there is no such metric in CVSS %d.%d; a name stands in 'single "
            "quotes'",
            version / 10, version % 10);
    return false;
  }
  limit->value = find_value(version, limit->metric, r->text + colon + 1,
                            r->to - colon - 1);
  if (!try_limit(r, limit, colon)) {
    return false;
  }
  r->limits++;
  r->control->limit_count++;
  return true;
}
