/* SPDX-License-Identifier: MIT */
/* Metrics and values by their abbreviations. */
#include "internal.h"

/* Can the word at pos be abbr?  A letter spares most comparisons. */
static bool likely(const struct secrisk__parser *p, size_t pos,
                   const char *abbr) {
  return SECRISK_SMALL || ((p->text[pos] ^ abbr[0]) & 0xdf) == 0;
}

uint8_t secrisk__find_metric(struct secrisk__parser *p, size_t pos, size_t n) {
  const struct secrisk__metric *metrics = secrisk__metric(p->at, 0);
  uint8_t count = p->at->count;
  uint8_t id = p->next;
  for (uint8_t i = 0; i < count; i++, id++) {
    if (id >= count) {
      id = 0;
    }
    const char *abbr = metrics[id].abbr;
    if (likely(p, pos, abbr) && secrisk__is(p, pos, n, abbr)) {
      return id;
    }
  }
  return SECRISK_NO_METRIC;
}

uint8_t secrisk__find_value(struct secrisk__parser *p, size_t pos, size_t n,
                            uint8_t metric) {
  uint8_t count = secrisk__metric(p->at, metric)->count;
  for (uint8_t i = metric < p->at->base; i < count; i++) {
    if (secrisk__is(p, pos, n, secrisk__value(p->at, metric, i))) {
      return i;
    }
  }
  return SECRISK__NO_VALUE;
}

/* Sets p to read a text of one token. */
static size_t token(struct secrisk__parser *p, const char *text, size_t len) {
  p->flags = SECRISK_STRICT;
  p->next = 0;
  p->text = len != 0 ? text : ""; /* it may be NULL then */
  p->end = len;
  return secrisk__run(p, 0);
}

static uint8_t metric_named(struct secrisk__parser *p, const char *text,
                            size_t len) {
  return token(p, text, len) == len ? secrisk__find_metric(p, 0, len)
                                    : SECRISK_NO_METRIC;
}

secrisk_status secrisk_cvss_set_text(secrisk_cvss *v, const char *metric,
                                     size_t metric_len, const char *value,
                                     size_t value_len) {
  struct secrisk__parser p;
  p.at = secrisk__layout(v->version);
  if (p.at == NULL) {
    return secrisk__absent(v->version);
  }
  uint8_t id = metric_named(&p, metric, metric_len);
  if (id == SECRISK_NO_METRIC) {
    return SECRISK_E_METRIC;
  }
  if (token(&p, value, value_len) != value_len) {
    return SECRISK_E_VALUE;
  }
  return secrisk_cvss_set(v, id, secrisk__find_value(&p, 0, value_len, id));
}

uint8_t secrisk_cvss_metric_find(uint8_t version, const char *abbr,
                                 size_t len) {
  struct secrisk__parser p;
  p.at = secrisk__layout(version);
  return p.at != NULL ? metric_named(&p, abbr, len) : SECRISK_NO_METRIC;
}
