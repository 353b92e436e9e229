/* SPDX-License-Identifier: MIT */
/* Scores: every kind, OVERALL, nomenclature, severity, MacroVector, and what
 * has no score. */
#include "t.h"

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define NONE2 "AV:N/AC:L/Au:N/C:N/I:N/A:N"
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V30 "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define NONE3 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define NONE4 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N"
#define NO SECRISK_NO_SCORE

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

struct row {
  const char *text;
  uint8_t overall, b, bt, be, bte; /* in tenths */
  uint8_t impact, exploitability, modified;
  secrisk_score_kind kind; /* that OVERALL stands for */
  const char *name;        /* its nomenclature */
};

static const struct row rows[] = {
    /* the guide's and the specifications' own examples */
    {"AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C", 64, 78, 64, 78, 64, 69, 100,
     69, 3, "CVSS-BT"},
    {"AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H", 92,
     78, 64, 100, 92, 69, 100, 100, 7, "CVSS-BTE"},
    {BASE2, 75, 75, 75, 75, 75, 64, 100, 64, 1, "CVSS-B"},
    {NONE2, 0, 0, 0, 0, 0, 0, 100, 0, 1, "CVSS-B"},
    {BASE2 "/E:ND/RL:ND/RC:ND/CDP:ND/TD:N/CR:ND/IR:ND/AR:ND", 0, 75, 75, 0, 0,
     64, 100, 64, 5, "CVSS-BE"},
    /* a negative adjusted base score is floored at the end only */
    {"AV:L/AC:H/Au:M/C:P/I:N/A:N/CDP:ND/TD:ND/CR:L/IR:ND/AR:ND", 0, 8, 8, 0, 0,
     29, 12, 14, 5, "CVSS-BE"},
    {V31, 98, 98, 98, 98, 98, 59, 39, 59, 1, "CVSS-B"},
    {V30, 98, 98, 98, 98, 98, 59, 39, 59, 1, "CVSS-B"},
    {V31 "/E:U/RL:O/RC:U", 78, 98, 78, 98, 78, 59, 39, 59, 3, "CVSS-BT"},
    {V31 "/E:U/MA:N", 83, 98, 90, 91, 83, 59, 39, 52, 7, "CVSS-BTE"},
    {V31 "/MC:N/MI:N/MA:N", 0, 98, 98, 0, 0, 59, 39, 0, 5, "CVSS-BE"},
    {NONE3, 0, 0, 0, 0, 0, 0, 39, 0, 1, "CVSS-B"},
    {NONE3 "/MC:H", 75, 0, 0, 75, 75, 0, 39, 36, 5, "CVSS-BE"},
    {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 100, 100, 100, 100, 100,
     60, 39, 61, 1, "CVSS-B"},
    /* FIRST's v3.0 calculator says 9.3 */
    {"CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/RC:U", 92, 100, 92, 100, 92,
     60, 39, 60, 3, "CVSS-BT"},
    {V40, 93, 93, 93, 93, 93, NO, NO, NO, 1, "CVSS-B"},
    {V40 "/E:U", 81, 93, 81, 93, 81, NO, NO, NO, 3, "CVSS-BT"},
    {V40 "/E:U/CR:L/S:P", 80, 93, 81, 93, 80, NO, NO, NO, 7, "CVSS-BTE"},
    {V40 "/S:P/U:Red", 93, 93, 93, 93, 93, NO, NO, NO, 1, "CVSS-B"},
    {NONE4, 0, 0, 0, 0, 0, NO, NO, NO, 1, "CVSS-B"},
    /* impact in Modified metrics only, or taken away by them */
    {NONE4 "/MVC:H", 87, 0, 0, 87, 87, NO, NO, NO, 5, "CVSS-BE"},
    {NONE4 "/MSI:S", 89, 0, 0, 89, 89, NO, NO, NO, 5, "CVSS-BE"},
    {NONE4 "/E:U/MSA:S", 66, 0, 0, 89, 66, NO, NO, NO, 7, "CVSS-BTE"},
    {V40 "/MVC:N/MVI:N/MVA:N", 0, 93, 93, 0, 0, NO, NO, NO, 5, "CVSS-BE"},
    /* exactly 8.55; FIRST's stored calculator says 8.5 */
    {"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H", 86, 86,
     86, 86, 86, NO, NO, NO, 1, "CVSS-B"},
};

static void kinds(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const struct row *r = &rows[i];
    secrisk_cvss v;
    T_EQ(r->text, secrisk_cvss_parse(r->text, strlen(r->text), 0, &v, NULL),
         SECRISK_OK);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL), r->overall);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_B), r->b);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_BT), r->bt);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_BE), r->be);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_BTE), r->bte);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_IMPACT), r->impact);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_EXPLOITABILITY),
         r->exploitability);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_MODIFIED_IMPACT),
         r->modified);
    T_EQ(r->text, secrisk_cvss_overall(&v), r->kind);
    T_STR(r->text, secrisk_cvss_nomenclature(&v), r->name);
  }
}

/* An unknown kind, an unknown version, a vector that check refuses. */
static void no_score(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < UINT32_C(256) * 256; i++) {
    secrisk_score_kind kind = (secrisk_score_kind)(i % 256);
    bool known = kind == 0 || kind == 1 || kind == 3 || kind == 5 || kind == 7;
    bool sub = kind >= 8 && kind <= 10;
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = (uint8_t)(i / 256);
    memset(v.value, 1, secrisk_cvss_metric_count(v.version));
    bool scored =
        v.value[0] != 0 && (known || (sub && v.version != SECRISK_CVSS40));
    T_EQ("kind", secrisk_cvss_score(&v, kind) != NO, scored);
    v.value[0] = 0;
    T_EQ("no AV", secrisk_cvss_score(&v, kind), NO);
    v.value[0] = 9;
    T_EQ("AV:9", secrisk_cvss_score(&v, kind), NO);
    v.value[0] = 1;
    v.value[38] = 1;
    T_EQ("last byte", secrisk_cvss_score(&v, kind), NO);
  }
}

static void unknown_versions(T_ARGS) {
  T_BEGIN;
  for (unsigned i = 0; i < 256; i++) {
    secrisk_cvss v;
    memset(&v, 1, sizeof v);
    v.version = (uint8_t)i;
    if (secrisk_cvss_metric_count(v.version) == 0) {
      T_EQ("overall", secrisk_cvss_overall(&v), 0);
      T_STR("nomenclature", secrisk_cvss_nomenclature(&v), "");
    }
  }
}

/* v3.1's environmental formula with nothing defined, and all of the Base
 * metrics: it differs from the Base score for 80 vectors, v3.0's for none. */
static void environmental_of_nothing(T_ARGS) {
  T_BEGIN;
  for (size_t k = 1; k <= 2; k++) {
    int differ = 0;
    int count = 0;
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = versions[k];
    for (unsigned i = 0; i < 2592; i++) {
      unsigned rest = i;
      for (uint8_t m = 0; m < 8; m++) {
        unsigned values = secrisk_cvss_value_count(v.version, m) - 1u;
        v.value[m] = (uint8_t)(1 + rest % values);
        rest /= values;
      }
      count += secrisk_cvss_check(&v, NULL) == SECRISK_OK;
      uint8_t b = secrisk_cvss_score(&v, SECRISK_SCORE_B);
      differ += secrisk_cvss_score(&v, SECRISK_SCORE_BTE) != b;
      T_EQ("OVERALL", secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL), b);
    }
    T_EQ("vectors", count, 2592);
    T_EQ("differ", differ, k == 2 ? 80 : 0);
  }
}

static void severity(T_ARGS) {
  T_BEGIN;
  /* the first score of Low, Medium, High, Critical */
  static const uint8_t from[2][4] = {{0, 40, 70, 101}, {1, 40, 70, 90}};
  for (uint32_t i = 0; i < UINT32_C(256) * 256; i++) {
    uint8_t version = (uint8_t)(i / 256);
    uint8_t score = (uint8_t)(i % 256);
    const uint8_t *f = from[version != SECRISK_CVSS20];
    int want = SECRISK_LEVEL_NONE;
    for (size_t k = 0; k < 4; k++) {
      want += score >= f[k];
    }
    if (secrisk_cvss_metric_count(version) == 0 || score > 100) {
      want = SECRISK_NO_LEVEL;
    }
    T_EQ("severity", secrisk_cvss_severity(version, score), want);
  }
}

struct macro_row {
  const char *text;
  uint8_t eq[6];
};

static const struct macro_row macros[] = {
    {V40, {0, 0, 0, 2, 0, 0}},
    {NONE4, {0, 0, 2, 2, 0, 1}},
    {V40 "/E:P/MSI:S", {0, 0, 0, 0, 1, 0}},
    {V40 "/CR:M/IR:M/AR:M", {0, 0, 0, 2, 0, 1}},
    {V40 "/CR:M/MVI:L/MVA:L/MSC:H", {0, 0, 1, 1, 0, 1}},
    {V40 "/CR:M/MVC:L/MVI:L", {0, 0, 1, 2, 0, 0}},
    {V40 "/MPR:L", {1, 0, 0, 2, 0, 0}},
    {"CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:U",
     {2, 1, 0, 1, 2, 0}},
    {"CVSS:4.0/AV:A/AC:H/AT:N/PR:L/UI:P/VC:L/VI:L/VA:L/SC:N/SI:L/SA:H",
     {2, 1, 2, 1, 0, 1}},
};

static void macrovector(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(macros); i++) {
    const struct macro_row *r = &macros[i];
    uint8_t eq[7] = {9, 9, 9, 9, 9, 9, 9};
    secrisk_cvss v;
    T_EQ(r->text, secrisk_cvss_parse(r->text, strlen(r->text), 0, &v, NULL),
         SECRISK_OK);
    T_EQ(r->text, secrisk_cvss_macrovector(&v, eq), SECRISK_OK);
    T_TRUE(r->text, memcmp(eq, r->eq, 6) == 0);
    T_EQ(r->text, eq[6], 9);
  }
}

static void no_macrovector(T_ARGS) {
  T_BEGIN;
  static const struct {
    uint8_t version, place, byte;
    secrisk_status status;
  } bad[] = {{0, 0, 1, SECRISK_E_VERSION},   {41, 0, 1, SECRISK_E_VERSION},
             {20, 0, 1, SECRISK_E_ARG},      {30, 0, 1, SECRISK_E_ARG},
             {31, 0, 1, SECRISK_E_ARG},      {31, 0, 0, SECRISK_E_MISSING},
             {40, 10, 0, SECRISK_E_MISSING}, {40, 0, 5, SECRISK_E_RANGE},
             {40, 38, 1, SECRISK_E_RANGE}};
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    static const uint8_t zero[6] = {0};
    uint8_t eq[6] = {9, 9, 9, 9, 9, 9};
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = bad[i].version;
    memset(v.value, 1, secrisk_cvss_metric_count(v.version));
    v.value[bad[i].place] = bad[i].byte;
    T_EQ("refused", secrisk_cvss_macrovector(&v, eq), bad[i].status);
    T_TRUE("all 0", memcmp(eq, zero, 6) == 0);
  }
}

#define CASES(X)                                                               \
  X(kinds)                                                                     \
  X(no_score)                                                                  \
  X(unknown_versions)                                                          \
  X(environmental_of_nothing)                                                  \
  X(severity)                                                                  \
  X(macrovector)                                                               \
  X(no_macrovector)
T_MAIN_IF("cvss_score", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
