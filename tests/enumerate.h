/* SPDX-License-Identifier: MIT */
/* Every state of a set of metrics, in the order their standard is digested in:
 * the first metric listed is the most significant digit, the last varies
 * fastest, and each metric takes its values in the order written.
 *
 *   struct states s;
 *   states_start(&s, SECRISK_CVSS31, "AV:N,A,L,P AC:L,H");
 *   do { use(&s.v); } while (states_next(&s));
 *
 * Values are written to secrisk_cvss.value directly, for speed; metrics that
 * are not listed keep what the caller put there. */
#ifndef ENUMERATE_H
#define ENUMERATE_H

#include "t.h"

#define AXES 32

struct states {
  secrisk_cvss v;
  int axes;
  struct axis {
    uint8_t metric;
    uint8_t count;
    uint8_t at;
    uint8_t ordinal[6];
  } axis[AXES];
};

/* v4.0 only: the effective value Safety of SI and SA exists as MSI:S and MSA:S
 * alone; the Base metric is then N. */
#define SAFETY 100

static void states_place(struct states *s, const struct axis *a) {
  uint8_t ordinal = a->ordinal[a->at];
  if (s->v.version == SECRISK_CVSS40 &&
      (a->metric == SECRISK_V40_SI || a->metric == SECRISK_V40_SA)) {
    bool safety = ordinal == SAFETY;
    s->v.value[a->metric + SECRISK_V40_MSI - SECRISK_V40_SI] =
        safety ? SECRISK_V40_MSI_S : 0;
    ordinal = safety ? SECRISK_V40_SI_N : ordinal;
  }
  s->v.value[a->metric] = ordinal;
}

/* The ordinal of an abbreviation; one that no metric has, as 255. */
static uint8_t ordinal_of(uint8_t version, uint8_t metric, const char *text,
                          size_t len) {
  uint8_t count = secrisk_cvss_value_count(version, metric);
  for (uint8_t i = 0; i < count; i++) {
    const char *abbr = secrisk_cvss_value_abbr(version, metric, i);
    if (strlen(abbr) == len && memcmp(abbr, text, len) == 0) {
      return i;
    }
  }
  return len == 1 && text[0] == 'S' ? SAFETY : 255;
}

/* Reads "AV:N,A,L,P AC:L,H ..." and sets the first state. */
static void states_start(struct states *s, uint8_t version, const char *list) {
  s->v.version = version;
  s->axes = 0;
  while (*list != '\0') {
    struct axis *a = &s->axis[s->axes++];
    size_t len = strcspn(list, ":");
    a->metric = secrisk_cvss_metric_find(version, list, len);
    a->count = 0;
    a->at = 0;
    list += len;
    while (*list == ':' || *list == ',') {
      list++;
      len = strcspn(list, ", ");
      a->ordinal[a->count++] = ordinal_of(version, a->metric, list, len);
      list += len;
    }
    list += *list == ' ';
    states_place(s, a);
  }
}

/* The next state; false after the last. */
static bool states_next(struct states *s) {
  for (int i = s->axes; i-- > 0;) {
    struct axis *a = &s->axis[i];
    a->at = (uint8_t)(a->at + 1 < a->count ? a->at + 1 : 0);
    states_place(s, a);
    if (a->at != 0) {
      return true;
    }
  }
  return false;
}

#endif
