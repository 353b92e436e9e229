/* SPDX-License-Identifier: MIT */
/* A vector as FIRST's JSON schemas describe it, in their order: version,
 * vector, Base metrics, Base score, then each other group and its score.  Text
 * after the buffer's end is counted and dropped, so that one function measures
 * and writes. */
#include "cvss.h"

#if SECRISK_SMALL
#include "../cvss_small/json.h"
#else
#include "../cvss_fast/json.h"
#endif

struct object {
  struct secrisk__text text;
  const secrisk_cvss *v;
  const struct secrisk__layout *at;
  uint32_t parts;
};

static void put_name(struct object *o, const char *name) {
  secrisk__puts(&o->text, ",\"");
  secrisk__puts(&o->text, name);
  secrisk__puts(&o->text, "\":");
}

static void put_string(struct object *o, const char *name, const char *value) {
  put_name(o, name);
  secrisk__put(&o->text, '"');
  secrisk__puts(&o->text, value);
  secrisk__put(&o->text, '"');
}

/* The level's word in capitals. */
static void put_severity(struct object *o, const char *name,
                         secrisk_level level) {
  put_name(o, name);
  secrisk__put(&o->text, '"');
  for (const char *c = secrisk_level_text(level); *c != '\0'; c++) {
    secrisk__put(&o->text, *c >= 'a' ? (char)(*c - 32) : *c);
  }
  secrisk__put(&o->text, '"');
}

static void put_score(struct object *o, const char *name,
                      const char *severity_name, secrisk_score_kind kind) {
  secrisk_tenths score = secrisk_cvss_score(o->v, kind);
  bool rated = (o->at->rules & SECRISK__SEVERITIES) != 0;
  if (!SECRISK_SMALL &&
      score_at_once(&o->text, o->v->version, kind, score, rated)) {
    return;
  }
  put_name(o, name);
  secrisk__put_tenths(&o->text, score);
  if (rated) {
    put_severity(o, severity_name, secrisk_cvss_severity(o->v->version, score));
  }
}

/* The metrics [from, to), as far as asked for; is any defined? */
static bool put_metrics(struct object *o, uint8_t from, uint8_t to) {
  uint8_t version = o->v->version;
  bool defined = false;
  for (uint8_t i = from; i < to; i++) {
    uint8_t value = o->v->value[i];
    if ((o->parts &
         (value != 0 ? SECRISK_JSON_METRICS : SECRISK_JSON_UNDEFINED)) != 0 &&
        (SECRISK_SMALL || !member_at_once(&o->text, o->at, i, value))) {
      put_string(o, secrisk_cvss_metric_json(version, i),
                 secrisk_cvss_value_json(version, i, value));
    }
    defined = defined || value != 0;
  }
  return defined;
}

/* The vector is formatted straight into the buffer, as far as there is room. */
static void put_head(struct object *o) {
  struct secrisk__text *t = &o->text;
  if (SECRISK_SMALL || !head_at_once(t, o->v->version)) {
    secrisk__puts(t, "{\"version\":\"");
    secrisk__put_version(t, o->v->version);
    secrisk__puts(t, "\",\"vectorString\":\"");
  }
  size_t left = t->len < t->cap ? t->cap - t->len : 0;
  t->len += secrisk_cvss_format(o->v, left > 0 ? t->buf + t->len : NULL, left);
  secrisk__put(t, '"');
}

size_t secrisk_cvss_json(const secrisk_cvss *v, uint32_t parts, char *buf,
                         size_t cap) {
  struct object o;
  o.text.buf = buf;
  o.text.cap = cap;
  o.text.len = 0;
  o.v = v;
  o.at = secrisk__layout(v->version);
  o.parts = parts;
  if (!SECRISK__JSON || (parts & ~(uint32_t)SECRISK_JSON_ALL) != 0 ||
      secrisk_cvss_check(v, NULL) != SECRISK_OK) {
    return secrisk__end(&o.text);
  }
  bool one = (o.at->rules & SECRISK__ONE_SCORE) != 0;
  bool scores = (parts & SECRISK_JSON_SCORES) != 0 && !one;
  put_head(&o);
  (void)put_metrics(&o, 0, o.at->base);
  put_score(&o, "baseScore", "baseSeverity",
            one ? SECRISK_SCORE_OVERALL : SECRISK_SCORE_B);
  if (put_metrics(&o, o.at->base, o.at->threat) && scores) {
    put_score(&o, "temporalScore", "temporalSeverity", SECRISK_SCORE_BT);
  }
  if (put_metrics(&o, o.at->threat, o.at->environ) && scores) {
    put_score(&o, "environmentalScore", "environmentalSeverity",
              SECRISK_SCORE_BTE);
  }
  (void)put_metrics(&o, o.at->environ, o.at->count);
  secrisk__put(&o.text, '}');
  return secrisk__end(&o.text);
}
