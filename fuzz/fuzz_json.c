/* SPDX-License-Identifier: MIT */
/* FIRST's JSON of any vector, in any parts. */
#include "fuzz.h"

struct request {
  secrisk_cvss v;
  uint32_t parts;
};

static size_t json(const void *object, char *buf, size_t cap) {
  const struct request *r = object;
  return secrisk_cvss_json(&r->v, r->parts, buf, cap);
}

static void must_show(const struct request *r, const char *text) {
  char vector[SECRISK_CVSS_TEXT_SIZE], quoted[SECRISK_CVSS_TEXT_SIZE + 2];
  const secrisk_cvss *v = &r->v;
  bool v4 = v->version == SECRISK_CVSS40;
  secrisk_score_kind kind = secrisk_cvss_overall(v);
  bool scores = (r->parts & SECRISK_JSON_SCORES) != 0 && !v4;
  secrisk_cvss_format(v, vector, sizeof vector);
  snprintf(quoted, sizeof quoted, "\"%s\"", vector);
  MUST(json_has(text, "vectorString", quoted));
  MUST(json_has_score(text, "baseScore", secrisk_cvss_score(v, v4 ? 0 : 1)));
  MUST(json_has(text, "baseSeverity", "\"") == (v->version != SECRISK_CVSS20));
  MUST(json_has_score(text, "temporalScore", secrisk_cvss_score(v, 3)) ==
       (scores && (kind & 2) != 0));
  MUST(json_has_score(text, "environmentalScore", secrisk_cvss_score(v, 7)) ==
       (scores && (kind & 4) != 0));
  for (uint8_t i = 0; i < secrisk_cvss_metric_count(v->version); i++) {
    const char *word = secrisk_cvss_value_json(v->version, i, v->value[i]);
    bool shown = (r->parts & (v->value[i] != 0 ? 1u : 2u)) != 0;
    snprintf(quoted, sizeof quoted, "\"%s\"", word);
    MUST(json_has(text, secrisk_cvss_metric_json(v->version, i), quoted) ==
         shown);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  char text[SECRISK_JSON_SIZE];
  struct request r = {{0}, take(&in)};
  if (take(&in) % 8 == 0) {
    take_into(&in, &r.v, sizeof r.v);
  } else if (!take_vector(&in, &r.v)) {
    return 0;
  }
  size_t n = must_write(json, &r, text, sizeof text);
  bool ok = secrisk_cvss_check(&r.v, NULL) == SECRISK_OK && r.parts < 8;
  MUST((n > 0) == ok && (n == 0 || is_json(text, n)));
  if (n > 0) {
    must_show(&r, text);
  }
  return 0;
}
