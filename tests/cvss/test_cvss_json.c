/* SPDX-License-Identifier: MIT */
/* FIRST's JSON: every part, every version, every name; what has none. */
#include "base31.h"
#include "text_out.h"

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define V30 "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define METRICS SECRISK_JSON_METRICS
#define UNDEFINED SECRISK_JSON_UNDEFINED
#define SCORES SECRISK_JSON_SCORES

struct row {
  const char *text;
  uint32_t parts;
  const char *want;
};

static const struct row rows[] = {
    {BASE2, 0,
     "{\"version\":\"2.0\",\"vectorString\":\"" BASE2 "\",\"baseScore\":7.5}"},
    {V30, 0,
     "{\"version\":\"3.0\",\"vectorString\":\"" V30 "\",\"baseScore\":9.8,"
     "\"baseSeverity\":\"CRITICAL\"}"},
    {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 0,
     "{\"version\":\"3.1\",\"vectorString\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/"
     "C:H/I:H/A:H\",\"baseScore\":10.0,\"baseSeverity\":\"CRITICAL\"}"},
    {"CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N", 0,
     "{\"version\":\"3.1\",\"vectorString\":\"CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/"
     "C:N/I:N/A:N\",\"baseScore\":0.0,\"baseSeverity\":\"NONE\"}"},
    {V31 "/E:H/CR:L", 0, /* no part of what is optional */
     "{\"version\":\"3.1\",\"vectorString\":\"" V31 "/E:H/CR:L"
     "\",\"baseScore\":9.8,\"baseSeverity\":\"CRITICAL\"}"},
    {V31, METRICS,
     "{\"version\":\"3.1\",\"vectorString\":\"" V31
     "\",\"attackVector\":\"NETWORK\",\"attackComplexity\":\"LOW\","
     "\"privilegesRequired\":\"NONE\",\"userInteraction\":\"NONE\","
     "\"scope\":\"UNCHANGED\",\"confidentialityImpact\":\"HIGH\","
     "\"integrityImpact\":\"HIGH\",\"availabilityImpact\":\"HIGH\","
     "\"baseScore\":9.8,\"baseSeverity\":\"CRITICAL\"}"},
    {V31 "/E:U/MA:N", SCORES,
     "{\"version\":\"3.1\",\"vectorString\":\"" V31
     "/E:U/MA:N\",\"baseScore\":9.8,\"baseSeverity\":\"CRITICAL\","
     "\"temporalScore\":9.0,\"temporalSeverity\":\"CRITICAL\","
     "\"environmentalScore\":8.3,\"environmentalSeverity\":\"HIGH\"}"},
    {V31 "/E:U", SCORES,
     "{\"version\":\"3.1\",\"vectorString\":\"" V31
     "/E:U\",\"baseScore\":9.8,\"baseSeverity\":\"CRITICAL\","
     "\"temporalScore\":9.0,\"temporalSeverity\":\"CRITICAL\"}"},
    {BASE2 "/E:ND/RL:ND/RC:ND/CDP:L/TD:L/CR:ND/IR:ND/AR:ND", METRICS | SCORES,
     "{\"version\":\"2.0\",\"vectorString\":\"" BASE2
     "/CDP:L/TD:L/CR:ND/IR:ND/AR:ND\",\"accessVector\":\"NETWORK\","
     "\"accessComplexity\":\"LOW\",\"authentication\":\"NONE\","
     "\"confidentialityImpact\":\"PARTIAL\",\"integrityImpact\":\"PARTIAL\","
     "\"availabilityImpact\":\"PARTIAL\",\"baseScore\":7.5,"
     "\"collateralDamagePotential\":\"LOW\",\"targetDistribution\":\"LOW\","
     "\"environmentalScore\":1.9}"},
    {BASE2, UNDEFINED,
     "{\"version\":\"2.0\",\"vectorString\":\"" BASE2
     "\",\"baseScore\":7.5,\"exploitability\":\"NOT_DEFINED\","
     "\"remediationLevel\":\"NOT_DEFINED\",\"reportConfidence\":"
     "\"NOT_DEFINED\",\"collateralDamagePotential\":\"NOT_DEFINED\","
     "\"targetDistribution\":\"NOT_DEFINED\",\"confidentialityRequirement\":"
     "\"NOT_DEFINED\",\"integrityRequirement\":\"NOT_DEFINED\","
     "\"availabilityRequirement\":\"NOT_DEFINED\"}"},
    /* v4.0 has one score, of all its metrics */
    {V40 "/E:U", SCORES,
     "{\"version\":\"4.0\",\"vectorString\":\"" V40
     "/E:U\",\"baseScore\":8.1,\"baseSeverity\":\"HIGH\"}"},
};

static uint32_t parts; /* for write */

static size_t write(const void *v, char *buf, size_t cap) {
  return secrisk_cvss_json(v, parts, buf, cap);
}

static void objects(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const struct row *r = &rows[i];
    char buf[SECRISK_JSON_SIZE];
    secrisk_cvss v;
    T_EQ(r->text, secrisk_cvss_parse(r->text, strlen(r->text), 0, &v, NULL),
         SECRISK_OK);
    T_EQ(r->text, secrisk_cvss_json(&v, r->parts, buf, sizeof buf),
         strlen(r->want));
    T_STR(r->text, buf, r->want);
    parts = r->parts;
    T_TRUE(r->text, text_out(write, &v, r->want));
  }
}

static bool has(const char *json, const char *name, const char *value) {
  char pair[96];
  snprintf(pair, sizeof pair, ",\"%s\":\"%s\"", name, value);
  return strstr(json, pair) != NULL;
}

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

/* Every metric with every value appears under its names where it was asked
 * for, and only there. */
static void every_name(T_ARGS) {
  T_BEGIN;
  for (size_t k = 0; k < T_COUNT(versions) * 32 * 6 * 8; k++) {
    uint8_t version = versions[k % 4];
    uint8_t m = (uint8_t)(k / 4 % 32);
    uint8_t o = (uint8_t)(k / 128 % 6);
    uint32_t asked = (uint32_t)(k / 768);
    char json[SECRISK_JSON_SIZE];
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = version;
    for (uint8_t i = 0; secrisk_cvss_mandatory(version, i); i++) {
      v.value[i] = 1;
    }
    if (secrisk_cvss_set(&v, m, o) != SECRISK_OK) {
      continue;
    }
    size_t n = secrisk_cvss_json(&v, asked, json, sizeof json);
    T_TRUE("fits", n > 0 && n < sizeof json);
    T_EQ(json,
         has(json, secrisk_cvss_metric_json(version, m),
             o != 0 ? secrisk_cvss_value_json(version, m, o) : "NOT_DEFINED"),
         (asked & (o != 0 ? METRICS : UNDEFINED)) != 0);
  }
}

/* Every score that v3.1 Base metrics can have, and its severity. */
static void every_score(T_ARGS) {
  T_BEGIN;
  bool seen[101] = {false};
  for (unsigned n = 0; n < BASE31_COUNT; n++) {
    secrisk_cvss v = base31(n);
    secrisk_tenths score = secrisk_cvss_score(&v, SECRISK_SCORE_B);
    char json[SECRISK_JSON_SIZE], number[8], want[64];
    if (seen[score]) {
      continue;
    }
    seen[score] = true;
    (void)secrisk_tenths_format(score, number, sizeof number);
    snprintf(want, sizeof want, ",\"baseScore\":%s,\"baseSeverity\":\"%s\"}",
             number,
             score == 0   ? "NONE"
             : score < 40 ? "LOW"
             : score < 70 ? "MEDIUM"
             : score < 90 ? "HIGH"
                          : "CRITICAL");
    size_t len = secrisk_cvss_json(&v, 0, json, sizeof json);
    T_STR(number, json + len - strlen(want), want);
  }
  T_TRUE("the ends", seen[0] && seen[99] && seen[100]);
}

/* The longest object of each version fits the size that the header names. */
static void longest(T_ARGS) {
  T_BEGIN;
  static char json[TEXT_OUT_MAX];
  for (size_t k = 0; k < T_COUNT(versions); k++) {
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = versions[k];
    for (uint8_t m = 0; m < secrisk_cvss_metric_count(v.version); m++) {
      size_t most = 0;
      for (uint8_t o = 1; o < secrisk_cvss_value_count(v.version, m); o++) {
        size_t n = strlen(secrisk_cvss_value_json(v.version, m, o)) +
                   strlen(secrisk_cvss_value_abbr(v.version, m, o));
        if (n > most) {
          most = n;
          v.value[m] = o;
        }
      }
    }
    size_t n = secrisk_cvss_json(&v, SECRISK_JSON_ALL, json, sizeof json);
    T_TRUE("fits", n > 0 && n < SECRISK_JSON_SIZE);
    parts = SECRISK_JSON_ALL;
    T_TRUE("every cap", text_out(write, &v, json));
  }
}

static void refused(T_ARGS) {
  T_BEGIN;
  static const struct {
    uint8_t version, place, byte;
  } bad[] = {{0, 0, 1}, {32, 0, 1}, {31, 0, 1}, {31, 0, 9}, {40, 38, 1}};
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = bad[i].version;
    v.value[bad[i].place] = bad[i].byte;
    parts = SECRISK_JSON_ALL;
    T_TRUE("refused", text_out(write, &v, ""));
  }
}

#define CASES(X)                                                               \
  X(objects)                                                                   \
  X(every_name)                                                                \
  X(every_score)                                                               \
  X(longest)                                                                   \
  X(refused)
T_MAIN_IF("cvss_json", CASES, T_HAS(T_EVERYTHING | SECRISK_FEATURE_JSON),
          "this build leaves a version, leniency or JSON out")
