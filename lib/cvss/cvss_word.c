/* SPDX-License-Identifier: MIT */
/* Metrics and values by their abbreviations. */
#include "cvss.h"

#if SECRISK_SMALL
#include "../cvss_small/search.h"
#else
#include "../cvss_fast/search.h"
#endif

uint_fast8_t secrisk__find_metric(struct secrisk__parser *p) {
  uint_fast8_t exact = exact_metric(p);
  if (exact != SECRISK_NO_METRIC) {
    return exact;
  }
  const struct secrisk__metric *metrics = secrisk__metric(p->at, 0);
  uint_fast8_t count = p->at->count;
  uint_fast8_t id = p->next;
  for (uint_fast8_t i = 0; i < count; i++, id++) {
    if (id >= count) {
      id = 0;
    }
    if (secrisk__is(p, metrics[id].abbr)) {
      return id;
    }
  }
  return SECRISK_NO_METRIC;
}

uint_fast8_t secrisk__find_value(struct secrisk__parser *p,
                                 uint_fast8_t metric) {
  const struct secrisk__metric *m = secrisk__metric(p->at, metric);
  for (uint_fast8_t i = metric < p->at->base; i < m->count; i++) {
    if (secrisk__is(p, secrisk__value(p->at, m, i))) {
      return i;
    }
  }
  return SECRISK__NO_VALUE;
}

/* Sets p to read a text; is it one token? */
static bool one_token(struct secrisk__parser *p, const char *text, size_t len) {
  p->flags = SECRISK_STRICT;
  p->next = 0;
  p->text = len != 0 ? text : ""; /* it may be NULL then */
  p->pos = 0;
  p->end = len;
  return secrisk__run(p, '/') == len;
}

static uint8_t metric_named(struct secrisk__parser *p, const char *text,
                            size_t len) {
  return one_token(p, text, len) ? (uint8_t)secrisk__find_metric(p)
                                 : SECRISK_NO_METRIC;
}

/* The same, and what is wrong with the texts. */
static secrisk_status set_text(struct secrisk__parser *p, secrisk_cvss *v,
                               const char *metric, size_t metric_len,
                               const char *value, size_t value_len) {
  p->at = secrisk__layout(v->version);
  if ((metric == NULL && metric_len != 0) ||
      (value == NULL && value_len != 0)) {
    return SECRISK_E_ARG;
  }
  if (p->at == NULL) {
    return secrisk__absent(v->version);
  }
  uint8_t id = metric_named(p, metric, metric_len);
  if (id == SECRISK_NO_METRIC) {
    return secrisk__fail(p, SECRISK_E_METRIC);
  }
  p->diag.metric = id;
  if (!one_token(p, value, value_len)) {
    return secrisk__fail(p, SECRISK_E_VALUE);
  }
  uint_fast8_t number = secrisk__find_value(p, id);
  if (number == SECRISK__NO_VALUE) {
    return secrisk__fail(p, SECRISK_E_VALUE);
  }
  p->diag.metric = SECRISK_NO_METRIC;
  return secrisk_cvss_set(v, id, (uint8_t)number);
}

secrisk_status secrisk_cvss_set_text(secrisk_cvss *v, const char *metric,
                                     size_t metric_len, const char *value,
                                     size_t value_len, secrisk_diag *diag) {
  struct secrisk__parser p;
  secrisk__diag_clear(&p.diag, SECRISK_ABOUT_CVSS);
  p.diag.version = secrisk__known(v->version) ? v->version : 0;
  p.diag.status = set_text(&p, v, metric, metric_len, value, value_len);
  return secrisk__diagnose(&p, diag);
}

uint8_t secrisk_cvss_metric_find(uint8_t version, const char *abbr,
                                 size_t len) {
  struct secrisk__parser p;
  p.at = secrisk__layout(version);
  return p.at != NULL ? metric_named(&p, abbr, len) : SECRISK_NO_METRIC;
}
