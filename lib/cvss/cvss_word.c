/* SPDX-License-Identifier: MIT */
/* Metrics and values by their abbreviations. */
#include "cvss.h"

#include "../tables/longest.h"

#if SECRISK__LENIENT
/* Case is bit 0x20 of a letter.  A text that differs in no other bit needs, and
 * notes, the leniency. */
bool secrisk__is(struct secrisk__reader *r, const char *word) {
  uint8_t differs = secrisk__differs(&r->c, word);
  return (differs & 0xdf) == 0 &&
         (differs == 0 || secrisk__allow(r, SECRISK_ALLOW_CASE));
}
#endif

/* The search begins at the metric expected next, so that a vector in the
 * standard's order costs one comparison a metric; in another order, most names
 * differ in their first letter, whatever its case. */
uint_fast8_t secrisk__find_metric(struct secrisk__reader *r) {
  char first = r->c.pos < r->c.end ? r->c.text[r->c.pos] : '\0';
  uint_fast8_t id = r->next;
  for (uint_fast8_t left = r->at->count; left > 0; left--, id++) {
    if (id >= r->at->count) {
      id = 0;
    }
    const char *name = secrisk__name(secrisk__metric(r->at, id));
    if (((*name ^ first) & 0xdf) == 0 && secrisk__is(r, name)) {
      return id;
    }
  }
  return SECRISK_NO_METRIC;
}

/* A Base metric has no value 0: "X" names nothing there. */
uint_fast8_t secrisk__find_value(struct secrisk__reader *r,
                                 uint_fast8_t metric) {
  const struct secrisk__metric *m = secrisk__metric(r->at, metric);
  for (uint_fast8_t i = metric < r->at->base; i < m->count; i++) {
    if (secrisk__is(r, secrisk__value(r->at, m, i))) {
      return i;
    }
  }
  return SECRISK__NO_VALUE;
}

/* Sets r to read a text; is it one token, and short enough to be one of ours?
 * However long it is, no more of it is read. */
static bool one_token(struct secrisk__reader *r, const char *text, size_t len) {
  r->flags = SECRISK_STRICT;
  r->next = 0;
  r->c.text = len != 0 ? text : ""; /* it may be NULL then */
  r->c.pos = 0;
  r->c.n = len;
  r->c.end = len;
  return len <= LONGEST && secrisk__word(&r->c) == len;
}

static uint8_t metric_named(struct secrisk__reader *r, const char *text,
                            size_t len) {
  return one_token(r, text, len) ? (uint8_t)secrisk__find_metric(r)
                                 : SECRISK_NO_METRIC;
}

/* Sets a metric, and notes in r what is wrong with the texts. */
static secrisk_status set_text(struct secrisk__reader *r, secrisk_cvss *v,
                               const char *metric, size_t metric_len,
                               const char *value, size_t value_len) {
  r->at = secrisk__layout(v->version);
  if ((metric == NULL && metric_len != 0) ||
      (value == NULL && value_len != 0)) {
    return SECRISK_E_ARG;
  }
  if (r->at == NULL) {
    return secrisk__absent(v->version);
  }
  uint8_t id = metric_named(r, metric, metric_len);
  if (id == SECRISK_NO_METRIC) {
    return SECRISK_E_METRIC;
  }
  r->c.diag->metric = id;
  if (!one_token(r, value, value_len)) {
    return SECRISK_E_VALUE;
  }
  uint_fast8_t number = secrisk__find_value(r, id);
  if (number == SECRISK__NO_VALUE) {
    return SECRISK_E_VALUE;
  }
  r->c.diag->metric = SECRISK_NO_METRIC;
  return secrisk_cvss_set(v, id, (uint8_t)number);
}

secrisk_status secrisk_cvss_set_text(secrisk_cvss *v, const char *metric,
                                     size_t metric_len, const char *value,
                                     size_t value_len, secrisk_diag *diag) {
  struct secrisk__reader r;
  secrisk_diag unread;
  r.c.diag = diag != NULL ? diag : &unread;
  secrisk__diag_clear(r.c.diag, SECRISK_ABOUT_CVSS);
  r.c.diag->version = secrisk__known(v->version) ? v->version : 0;
  r.c.pos = 0;
  r.c.n = 0;
  secrisk_status status = set_text(&r, v, metric, metric_len, value, value_len);
  return secrisk__diagnose(&r.c, status);
}

uint8_t secrisk_cvss_metric_find(uint8_t version, const char *abbr,
                                 size_t len) {
  struct secrisk__reader r;
  secrisk_diag unread;
  r.c.diag = &unread;
  r.at = secrisk__layout(version);
  return r.at != NULL ? metric_named(&r, abbr, len) : SECRISK_NO_METRIC;
}
