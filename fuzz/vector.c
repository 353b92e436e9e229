/* SPDX-License-Identifier: MIT */
/* What holds of every vector, however it was come by. */
#include "fuzz.h"

secrisk_status expect_set(const secrisk_cvss *v, uint8_t metric,
                          uint8_t value) {
  uint8_t count = secrisk_cvss_metric_count(v->version);
  if (count == 0) {
    return SECRISK_E_VERSION;
  }
  if (metric >= count) {
    return SECRISK_E_METRIC;
  }
  return value < secrisk_cvss_mandatory(v->version, metric) ||
                 value >= secrisk_cvss_value_count(v->version, metric)
             ? SECRISK_E_VALUE
             : SECRISK_OK;
}

/* Built again metric by metric, by ordinal and by text, it is the same. */
static void must_build(const secrisk_cvss *v) {
  secrisk_cvss by_id = {v->version, {0}};
  secrisk_cvss by_text = {v->version, {0}};
  for (uint8_t i = 0; i < secrisk_cvss_metric_count(v->version); i++) {
    uint8_t value = secrisk_cvss_get(v, i);
    const char *name = secrisk_cvss_metric_abbr(v->version, i);
    const char *abbr = secrisk_cvss_value_abbr(v->version, i, value);
    MUST(value == v->value[i]);
    MUST(secrisk_cvss_metric_find(v->version, name, strlen(name)) == i);
    if (value == 0 && secrisk_cvss_mandatory(v->version, i)) {
      continue;
    }
    MUST(secrisk_cvss_set(&by_id, i, value) == SECRISK_OK);
    MUST(secrisk_cvss_set_text(&by_text, name, strlen(name), abbr, strlen(abbr),
                               NULL) == SECRISK_OK);
  }
  MUST(same(v, &by_id) && same(v, &by_text));
}

/* The value a metric counts as: its Modified one first, then a default. */
static void must_resolve(const secrisk_cvss *v) {
  for (uint8_t i = 0; i < secrisk_cvss_metric_count(v->version); i++) {
    char name[8] = "M";
    uint8_t value = v->value[i];
    uint8_t got = secrisk_cvss_effective(v, i);
    secrisk_group group = secrisk_cvss_group(v->version, i);
    MUST(got < secrisk_cvss_value_count(v->version, i) || got == 4);
    if (group == SECRISK_GROUP_BASE) {
      strcat(name, secrisk_cvss_metric_abbr(v->version, i));
      uint8_t m = secrisk_cvss_metric_find(v->version, name, strlen(name));
      uint8_t modified = secrisk_cvss_get(v, m);
      MUST(got == (modified != 0 ? modified : value));
      MUST(m == SECRISK_NO_METRIC || secrisk_cvss_effective(v, m) == got);
    } else if (value != 0 || group == SECRISK_GROUP_SUPPLEMENTAL) {
      MUST(got == value);
    } else {
      MUST(got != 0 || secrisk_cvss_check(v, NULL) == SECRISK_E_MISSING);
    }
  }
}

/* Everything that exists has a name, and nothing else has. */
static void must_be_named(const secrisk_cvss *v) {
  uint8_t count = secrisk_cvss_metric_count(v->version);
  for (uint8_t i = 0; i < count; i++) {
    uint8_t value = v->value[i];
    bool is = value != 0 || !secrisk_cvss_mandatory(v->version, i);
    const char *name = secrisk_cvss_value_name(v->version, i, value);
    MUST(secrisk_cvss_metric_name(v->version, i)[0] != '\0');
    MUST(!is || name[0] != '\0');
    MUST(secrisk_cvss_value_name(v->version, i, 9)[0] == '\0');
  }
  MUST(secrisk_cvss_metric_name(v->version, count)[0] == '\0');
}

static bool defined(const secrisk_cvss *v, secrisk_group group) {
  bool any = false;
  for (uint8_t i = 0; i < secrisk_cvss_metric_count(v->version); i++) {
    any |= v->value[i] != 0 && secrisk_cvss_group(v->version, i) == group;
  }
  return any;
}

/* v3.1 section 5, v4.0 section 6; for v2.0, what NVD says. */
static secrisk_level band(uint8_t version, secrisk_tenths score) {
  secrisk_level level = score < 40   ? SECRISK_LEVEL_LOW
                        : score < 70 ? SECRISK_LEVEL_MEDIUM
                        : score < 90 ? SECRISK_LEVEL_HIGH
                                     : SECRISK_LEVEL_CRITICAL;
  if (version == SECRISK_CVSS20) {
    return level < SECRISK_LEVEL_HIGH ? level : SECRISK_LEVEL_HIGH;
  }
  return score == 0 ? SECRISK_LEVEL_NONE : level;
}

static void must_score(const secrisk_cvss *v, bool complete) {
  static const char *const names[4] = {"CVSS-B", "CVSS-BT", "CVSS-BE",
                                       "CVSS-BTE"};
  bool t = defined(v, SECRISK_GROUP_THREAT);
  bool e = defined(v, SECRISK_GROUP_ENVIRONMENTAL);
  secrisk_score_kind overall = (uint8_t)(1 + 2 * t + 4 * e);
  MUST(secrisk_cvss_overall(v) == overall);
  MUST(strcmp(secrisk_cvss_nomenclature(v), names[overall / 2]) == 0);
  MUST(secrisk_cvss_score(v, 0) == secrisk_cvss_score(v, overall));
  for (int kind = 1; kind < 256; kind += kind < 16 ? 1 : 80) {
    secrisk_tenths score = secrisk_cvss_score(v, (uint8_t)kind);
    bool sub = kind >= 8 && kind <= 10 && v->version != SECRISK_CVSS40;
    bool has = complete && (sub || (kind < 8 && kind % 2 == 1));
    MUST(has ? score <= 100 : score == SECRISK_NO_SCORE);
    MUST(secrisk_cvss_severity(v->version, score) ==
         (has ? band(v->version, score) : SECRISK_NO_LEVEL));
  }
}

/* One Base metric made worse never lowers the Base score (v3.0 has the same
 * formula as v3.1).  The values of Scope have no such order. */
static void must_grow(const secrisk_cvss *v) {
  secrisk_tenths score = secrisk_cvss_score(v, SECRISK_SCORE_B);
  for (uint8_t i = 0; secrisk_cvss_mandatory(v->version, i); i++) {
    secrisk_cvss worse = *v;
    worse.value[i]--;
    if (worse.value[i] != 0 &&
        strcmp(secrisk_cvss_metric_abbr(v->version, i), "S") != 0) {
      MUST(secrisk_cvss_score(&worse, SECRISK_SCORE_B) >= score);
    }
  }
}

/* Read backwards, by leave where the version fixes the order, it is the same.
 */
static void must_read_backwards(const secrisk_cvss *v, const char *text,
                                size_t n) {
  char back[SECRISK_CVSS_TEXT_SIZE];
  size_t head = v->version == SECRISK_CVSS20 ? 0 : 9, at = n, to = head;
  secrisk_cvss again;
  memcpy(back, text, head);
  for (size_t end = n; at > head; end = at - (at > head)) {
    for (at = end; at > head && text[at - 1] != '/'; at--) {
    }
    memcpy(back + to, text + at, end - at);
    to += end - at;
    back[to++] = '/';
  }
  bool fixed = v->version == SECRISK_CVSS20 || v->version == SECRISK_CVSS40;
  uint32_t flags = fixed ? SECRISK_ALLOW_ORDER : SECRISK_STRICT;
  MUST(to == n + 1);
  char *alone = exact(back, n);
  MUST(secrisk_cvss_parse(alone, n, flags, &again, NULL) == SECRISK_OK);
  MUST(same(v, &again));
  free(alone);
}

/* The most severe MacroVector's levels are 0, the least 2, 1, 2, 2, 2, 1. */
static void must_classify(const secrisk_cvss *v, bool complete) {
  static const uint8_t least[6] = {2, 1, 2, 2, 2, 1};
  uint8_t eq[6] = {9, 9, 9, 9, 9, 9};
  secrisk_status status = secrisk_cvss_macrovector(v, eq);
  bool v4 = v->version == SECRISK_CVSS40;
  MUST(status == (!complete ? SECRISK_E_MISSING
                  : v4      ? SECRISK_OK
                            : SECRISK_E_ARG));
  MUST(status == SECRISK_OK || all_zero(eq, sizeof eq));
  for (int i = 0; i < 6; i++) {
    MUST(eq[i] <= least[i]);
  }
  MUST(!(eq[2] == 2 && eq[5] == 0)); /* specification, Table 24's note */
}

/* Of a whole vector both bounds are its score. */
static void must_range(const secrisk_cvss *v, bool complete) {
  const uint8_t kinds[] = {SECRISK_SCORE_B, SECRISK_SCORE_BTE,
                           (uint8_t)(v->value[0] + v->value[1])};
  for (size_t i = 0; i < sizeof kinds; i++) {
    secrisk_tenths low = 1;
    secrisk_tenths high = 0;
    bool ok = secrisk_cvss_range(v, kinds[i], &low, &high, NULL) == SECRISK_OK;
    MUST(ok ? low <= high && high <= 100
            : low == SECRISK_NO_SCORE && high == SECRISK_NO_SCORE);
    MUST(!complete || (low == high && low == secrisk_cvss_score(v, kinds[i])));
  }
}

void must_be_vector(const secrisk_cvss *v) {
  char text[SECRISK_CVSS_TEXT_SIZE];
  secrisk_cvss again;
  secrisk_diag d;
  bool complete = secrisk_cvss_check(v, NULL) == SECRISK_OK;
  size_t n = must_write(write_vector, v, text, sizeof text);
  if (!complete && all_zero(v->value, sizeof v->value)) {
    MUST(v->version == SECRISK_CVSS20 ? n == 0 : n == 9);
  } else {
    uint32_t flags = complete ? SECRISK_STRICT : SECRISK_ALLOW_PARTIAL;
    char *alone = exact(text, n);
    MUST(secrisk_cvss_parse(alone, n, flags, &again, &d) == SECRISK_OK);
    MUST(same(v, &again) && d.lenient == flags);
    free(alone);
  }
  if (complete) {
    must_read_backwards(v, text, n);
    must_grow(v);
  }
  must_build(v);
  must_be_named(v);
  must_resolve(v);
  must_score(v, complete);
  must_classify(v, complete);
  must_range(v, complete);
}

void must_reflect(uint8_t version, uint8_t metric, uint8_t value) {
  uint8_t count = secrisk_cvss_value_count(version, metric);
  MUST((count != 0) == (metric < secrisk_cvss_metric_count(version)));
  MUST((secrisk_cvss_metric_abbr(version, metric)[0] != '\0') == (count != 0));
  MUST((secrisk_cvss_group(version, metric) != 0) == (count != 0));
  MUST(value < count || *secrisk_cvss_value_abbr(version, metric, value) == 0);
  MUST(value < count || *secrisk_cvss_value_json(version, metric, value) == 0);
  MUST(value < count || *secrisk_cvss_value_name(version, metric, value) == 0);
}
