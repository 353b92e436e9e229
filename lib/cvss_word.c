/* SPDX-License-Identifier: MIT */
/* Metrics and values by their abbreviations. */
#include "internal.h"

/* The metric whose name stands at pos: the expected one, else any. */
uint8_t secrisk__find_metric(struct secrisk__parser *p, size_t pos,
                             uint8_t expected, size_t *length) {
  uint8_t count = p->at->count;
  uint8_t id = expected;
  for (uint8_t i = 0; i < count; i++, id++) {
    if (id >= count) {
      id = 0;
    }
    *length = secrisk__token(p, pos, secrisk__metrics[p->at->first + id].abbr);
    if (*length != 0) {
      return id;
    }
  }
  return SECRISK_NO_METRIC;
}

/* The ordinal of the value at pos; sets *length to 0 if there is none. */
uint8_t secrisk__find_value(struct secrisk__parser *p, size_t pos,
                            uint8_t metric, size_t *length) {
  const struct secrisk__kind *kind = secrisk__kind(p->at, metric);
  const char *word = secrisk__abbrs(kind);
  for (uint8_t i = 1; i < kind->count; i++) {
    *length = secrisk__token(p, pos, word);
    if (*length != 0) {
      return i;
    }
    word = secrisk__nth(word, 1);
  }
  *length = metric < p->at->base
                ? 0
                : secrisk__token(p, pos, secrisk__undefined(p->version));
  return 0;
}

secrisk_status secrisk_cvss_set_text(secrisk_cvss *v, const char *metric,
                                     size_t metric_len, const char *value,
                                     size_t value_len) {
  struct secrisk__parser p;
  size_t n = 0;
  p.at = secrisk__layout(v->version);
  if (p.at == NULL) {
    return secrisk_cvss_set(v, 0, 0);
  }
  p.version = v->version;
  p.flags = SECRISK_STRICT;
  p.text = metric;
  p.end = metric_len;
  uint8_t id = secrisk__find_metric(&p, 0, 0, &n);
  if (id == SECRISK_NO_METRIC || n != metric_len) {
    return SECRISK_E_METRIC;
  }
  p.text = value;
  p.end = value_len;
  uint8_t ordinal = secrisk__find_value(&p, 0, id, &n);
  return n == 0 || n != value_len ? SECRISK_E_VALUE
                                  : secrisk_cvss_set(v, id, ordinal);
}

uint8_t secrisk_cvss_metric_find(uint8_t version, const char *abbr,
                                 size_t len) {
  struct secrisk__parser p;
  size_t n = 0;
  p.at = secrisk__layout(version);
  if (p.at == NULL) {
    return SECRISK_NO_METRIC;
  }
  p.flags = SECRISK_STRICT;
  p.text = abbr;
  p.end = len;
  uint8_t id = secrisk__find_metric(&p, 0, 0, &n);
  return n == len ? id : SECRISK_NO_METRIC;
}
