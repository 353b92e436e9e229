/* SPDX-License-Identifier: MIT */
/* What holds for every vector's value: scores, kinds, setters, and any 40
 * bytes. */
#include "enumerate.h"
#include "random.h"

static void clear_group(secrisk_cvss *v, secrisk_group group) {
  uint8_t count = secrisk_cvss_metric_count(v->version);
  for (uint8_t m = 0; m < count; m++) {
    if (secrisk_cvss_group(v->version, m) == group) {
      v->value[m] = 0;
    }
  }
}

static void kinds_agree(const secrisk_cvss *v) {
  static const secrisk_score_kind kinds[] = {0, 1, 5, 7};
  secrisk_cvss part;
  bool threat = has_group(v, SECRISK_GROUP_THREAT);
  bool environment = has_group(v, SECRISK_GROUP_ENVIRONMENTAL);
  secrisk_score_kind overall = secrisk_cvss_overall(v);
  T_EQ("overall", overall, 1 + 2 * threat + 4 * environment);
  T_EQ("OVERALL", secrisk_cvss_score(v, SECRISK_SCORE_OVERALL),
       secrisk_cvss_score(v, overall));
  for (size_t i = 0; i < T_COUNT(kinds); i++) {
    T_TRUE("0 to 100", secrisk_cvss_score(v, kinds[i]) <= 100);
  }
  memcpy(&part, v, sizeof part);
  clear_group(&part, SECRISK_GROUP_SUPPLEMENTAL);
  T_EQ("Supplemental metrics", secrisk_cvss_score(v, SECRISK_SCORE_BTE),
       secrisk_cvss_score(&part, SECRISK_SCORE_BTE));
  clear_group(&part, SECRISK_GROUP_ENVIRONMENTAL);
  T_EQ("BT", secrisk_cvss_score(v, SECRISK_SCORE_BT),
       secrisk_cvss_score(&part, SECRISK_SCORE_OVERALL));
  clear_group(&part, SECRISK_GROUP_THREAT);
  T_EQ("B", secrisk_cvss_score(v, SECRISK_SCORE_B),
       secrisk_cvss_score(&part, SECRISK_SCORE_OVERALL));
  memcpy(&part, v, sizeof part);
  clear_group(&part, SECRISK_GROUP_THREAT);
  T_EQ("BE", secrisk_cvss_score(v, SECRISK_SCORE_BE),
       secrisk_cvss_score(&part, SECRISK_SCORE_BTE));
}

static void kinds(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    secrisk_cvss v;
    random_vector(&v, versions[i % 4]);
    kinds_agree(&v);
    for (uint32_t kind = 11; kind < 256; kind++) {
      T_EQ("unknown", secrisk_cvss_score(&v, (uint8_t)kind), SECRISK_NO_SCORE);
    }
    T_EQ("2", secrisk_cvss_score(&v, 2), SECRISK_NO_SCORE);
    T_EQ("4", secrisk_cvss_score(&v, 4), SECRISK_NO_SCORE);
    T_EQ("6", secrisk_cvss_score(&v, 6), SECRISK_NO_SCORE);
  }
}

/* Ordinal 1 is the value that raises the score most, and one step towards it
 * never lowers a Base score.  True of every metric in every state of every
 * version; of v3's Scope too, which is Changed where it was Unchanged. */
static void worse_is_never_lower(uint8_t version, const char *list) {
  struct states s;
  memset(&s, 0, sizeof s);
  states_start(&s, version, list);
  do {
    uint8_t score = secrisk_cvss_score(&s.v, SECRISK_SCORE_B);
    for (int i = 0; i < s.axes; i++) {
      uint8_t m = s.axis[i].metric;
      bool scope = version / 10 == 3 && m == SECRISK_V3_S;
      uint8_t old = s.v.value[m];
      if (scope || old > 1) {
        s.v.value[m] = scope ? SECRISK_V3_S_C : (uint8_t)(old - 1);
        T_TRUE(list, secrisk_cvss_score(&s.v, SECRISK_SCORE_B) >= score);
        s.v.value[m] = old;
      }
    }
  } while (states_next(&s));
}

static void worse(T_ARGS) {
  T_BEGIN;
  static const char v3[] =
      "AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N";
  worse_is_never_lower(SECRISK_CVSS20,
                       "AV:N,A,L AC:L,M,H Au:N,S,M C:C,P,N I:C,P,N A:C,P,N");
  worse_is_never_lower(SECRISK_CVSS30, v3);
  worse_is_never_lower(SECRISK_CVSS31, v3);
  worse_is_never_lower(SECRISK_CVSS40,
                       "AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N "
                       "VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N");
}

/* What Not Defined counts as: guide 2.2 and 2.3, v3.1 Table 15, v4.0 3.1, 4.1;
 * for a Modified metric, its Base metric. */
static const struct {
  uint8_t version;
  const char *metrics;
  const char *values;
} defaults[] = {
    {SECRISK_CVSS20, "E RL RC CDP TD CR IR AR", "H U C N H M M M"},
    {SECRISK_CVSS30, "E RL RC CR IR AR", "H U C M M M"},
    {SECRISK_CVSS31, "E RL RC CR IR AR", "H U C M M M"},
    {SECRISK_CVSS40, "E CR IR AR", "A H H H"},
};

static uint8_t default_of(uint8_t version, uint8_t metric) {
  for (size_t i = 0; i < T_COUNT(defaults); i++) {
    const char *m = defaults[i].metrics, *value = defaults[i].values;
    while (defaults[i].version == version && *m != '\0') {
      size_t len = strcspn(m, " "), width = strcspn(value, " ");
      if (secrisk_cvss_metric_find(version, m, len) == metric) {
        return ordinal_of(version, metric, value, width);
      }
      m += len + (m[len] != '\0');
      value += width + (value[width] != '\0');
    }
  }
  return 0;
}

/* The Modified metric of a Base metric, or the other way round. */
static uint8_t partner(uint8_t version, uint8_t metric) {
  char name[8];
  const char *abbr = secrisk_cvss_metric_abbr(version, metric);
  snprintf(name, sizeof name, "M%s", abbr);
  uint8_t modified = secrisk_cvss_metric_find(version, name, strlen(name));
  if (abbr[0] == 'M' && abbr[1] != '\0') {
    return secrisk_cvss_metric_find(version, abbr + 1, strlen(abbr + 1));
  }
  return modified;
}

static uint8_t effective_of(const secrisk_cvss *v, uint8_t m) {
  uint8_t other = partner(v->version, m);
  if (other == SECRISK_NO_METRIC) {
    return v->value[m] != 0 ? v->value[m] : default_of(v->version, m);
  }
  uint8_t modified = v->value[m > other ? m : other];
  return modified != 0 ? modified : v->value[m > other ? other : m];
}

static uint8_t values_of(const secrisk_cvss *v, uint8_t metric) {
  return secrisk_cvss_value_count(v->version, metric);
}

/* A score depends on the effective values alone. */
static void effective(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    secrisk_cvss v, plain;
    random_vector(&v, versions[i % 4]);
    memcpy(&plain, &v, sizeof plain);
    uint8_t count = secrisk_cvss_metric_count(v.version);
    for (uint8_t m = 0; m < count; m++) {
      uint8_t want = effective_of(&v, m), other = partner(v.version, m);
      T_EQ("effective", secrisk_cvss_effective(&v, m), want);
      T_EQ("get", secrisk_cvss_get(&v, m), v.value[m]);
      bool modified = other != SECRISK_NO_METRIC && m > other;
      if (modified) { /* v4.0: Safety cannot be said in the Base metric */
        plain.value[m] = want >= values_of(&v, other) ? want : 0;
      } else if (other == SECRISK_NO_METRIC || want < values_of(&v, m)) {
        plain.value[m] = want;
      }
    }
    T_EQ("valid", secrisk_cvss_check(&plain, NULL), SECRISK_OK);
    T_EQ("BTE", secrisk_cvss_score(&plain, SECRISK_SCORE_BTE),
         secrisk_cvss_score(&v, SECRISK_SCORE_BTE));
    for (uint32_t m = count; m < 256; m++) {
      T_EQ("no metric", secrisk_cvss_get(&v, (uint8_t)m), 0);
      T_EQ("no metric", secrisk_cvss_effective(&v, (uint8_t)m), 0);
    }
  }
}

static void set_one(const secrisk_cvss *v, uint8_t m, uint8_t ordinal) {
  secrisk_cvss by_id, by_text, want;
  uint8_t values = secrisk_cvss_value_count(v->version, m);
  const char *metric = secrisk_cvss_metric_abbr(v->version, m);
  const char *value = secrisk_cvss_value_abbr(v->version, m, ordinal);
  secrisk_status status = SECRISK_OK;
  if (values == 0) {
    status = SECRISK_E_METRIC;
  } else if (ordinal >= values ||
             (ordinal == 0 && secrisk_cvss_mandatory(v->version, m))) {
    status = SECRISK_E_VALUE;
  }
  memcpy(&by_id, v, sizeof by_id);
  memcpy(&by_text, v, sizeof by_text);
  memcpy(&want, v, sizeof want);
  if (status == SECRISK_OK) {
    want.value[m] = ordinal;
  }
  T_EQ("set", secrisk_cvss_set(&by_id, m, ordinal), status);
  T_TRUE("set", same(&by_id, &want));
  T_EQ("set_text",
       secrisk_cvss_set_text(&by_text, metric, strlen(metric), value,
                             strlen(value), NULL),
       status);
  T_TRUE("set_text", same(&by_text, &want));
}

static void setters(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < ROUNDS / 100; i++) {
    secrisk_cvss v;
    random_vector(&v, versions[i % 4]);
    for (uint8_t m = 0; m < 41; m++) {
      for (uint8_t ordinal = 0; ordinal < 9; ordinal++) {
        set_one(&v, m, ordinal);
      }
    }
    v.version = (uint8_t)(v.version + 2);
    T_EQ("no version", secrisk_cvss_set(&v, 0, 1), SECRISK_E_VERSION);
    T_EQ("no version", secrisk_cvss_set_text(&v, "AV", 2, "N", 1, NULL),
         SECRISK_E_VERSION);
  }
}

/* From nearly right to any bytes at all. */
static void random_bytes(secrisk_cvss *v, uint32_t how) {
  random_vector(v, versions[random_below(4)]);
  if (how == 1) {
    v->value[random_below(39)] = (uint8_t)random_below(6);
  } else if (how == 2) {
    v->value[random_below(39)] = (uint8_t)random_below(256);
    v->value[random_below(39)] = 0;
  } else if (how == 3) {
    v->version = (uint8_t)random_below(50);
  } else if (how >= 4) {
    for (size_t i = 0; i < sizeof v->value; i++) {
      v->value[i] = (uint8_t)random_below(how == 4 ? 4 : 256);
    }
  }
}

/* Independent of check(): bytes out of range, and Base metrics at 0. */
static void defects(const secrisk_cvss *v, int *range, int *missing) {
  for (uint8_t m = 0; m < sizeof v->value; m++) {
    uint8_t values = secrisk_cvss_value_count(v->version, m);
    *range += values == 0 ? v->value[m] != 0 : v->value[m] >= values;
    *missing += secrisk_cvss_mandatory(v->version, m) && v->value[m] == 0;
  }
}

static void check_status(const secrisk_cvss *v, secrisk_status status,
                         const secrisk_diag *diag) {
  int range = 0, missing = 0;
  defects(v, &range, &missing);
  T_EQ("diag", diag->status, status);
  if (memchr(versions, v->version, sizeof versions) == NULL) {
    T_EQ("version", status, SECRISK_E_VERSION);
    T_EQ("version", diag->version, 0);
    T_EQ("version", diag->metric, SECRISK_NO_METRIC);
  } else if (status == SECRISK_E_RANGE) {
    T_TRUE("offset", diag->offset >= 1 && diag->offset < sizeof *v);
    uint8_t m = (uint8_t)(diag->offset - 1);
    uint8_t values = secrisk_cvss_value_count(v->version, m);
    T_TRUE("out of range", v->value[m] >= (values == 0 ? 1 : values));
    T_EQ("metric", diag->metric, values == 0 ? SECRISK_NO_METRIC : m);
  } else if (status == SECRISK_E_MISSING) {
    T_TRUE("a Base metric", secrisk_cvss_mandatory(v->version, diag->metric));
    T_EQ("missing", v->value[diag->metric], 0);
  } else {
    T_EQ("right", status, SECRISK_OK);
    T_EQ("all right", range + missing, 0);
  }
}

static void any_bytes(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < ROUNDS * 5; i++) {
    secrisk_cvss v;
    secrisk_diag diag;
    uint8_t eq[7] = {0, 0, 0, 0, 0, 0, '#'};
    char buf[SECRISK_CVSS_TEXT_SIZE + 8];
    random_bytes(&v, i % 6);
    secrisk_status status = secrisk_cvss_check(&v, &diag);
    check_status(&v, status, &diag);
    for (uint8_t kind = 0; kind < 8; kind++) {
      bool score = secrisk_cvss_score(&v, kind) != SECRISK_NO_SCORE;
      T_EQ("a score only when right", score,
           status == SECRISK_OK && (kind == 0 || kind % 2 == 1));
    }
    secrisk_status macro = secrisk_cvss_macrovector(&v, eq);
    T_EQ("macrovector", macro == SECRISK_OK,
         status == SECRISK_OK && v.version == SECRISK_CVSS40);
    T_TRUE("cleared", macro == SECRISK_OK || all_zero(eq, 6));
    T_EQ("canary", eq[6], '#');
    memset(buf, '#', sizeof buf);
    size_t len = secrisk_cvss_format(&v, buf, SECRISK_CVSS_TEXT_SIZE);
    T_EQ("format", len, strlen(buf));
    T_TRUE("format", len < SECRISK_CVSS_TEXT_SIZE);
    T_EQ("canary", memcmp(buf + SECRISK_CVSS_TEXT_SIZE, "########", 8), 0);
    T_TRUE("written",
           len == 0 || status == SECRISK_OK || status == SECRISK_E_MISSING);
    T_TRUE("written", len > 0 || status != SECRISK_OK);
  }
}

#define CASES(X) X(kinds) X(worse) X(effective) X(setters) X(any_bytes)
T_MAIN_IF("properties_value", CASES, T_HAS(T_VERSIONS),
          "this build leaves a version out")
