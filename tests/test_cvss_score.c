/* SPDX-License-Identifier: MIT */
/* Kinds of scores, their names, and the severity bands.  The scores themselves
 * are compared in test_samples.c and, all of them, in test_digest_*.c. */
#include "t.h"

#define V20 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define TEMPORAL "/E:F/RL:ND/RC:ND"

static secrisk_cvss vector(const char *text) {
  secrisk_cvss v;
  (void)secrisk_cvss_parse(&v, text, strlen(text), SECRISK_STRICT, NULL);
  return v;
}

static void kinds_have_names(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *text;
    secrisk_score_kind kind;
    const char *name;
  } rows[] = {
      {V20, SECRISK_SCORE_B, "CVSS-B"},
      {V20 TEMPORAL, SECRISK_SCORE_BT, "CVSS-BT"},
      {V20 "/CDP:ND/TD:ND/CR:ND/IR:ND/AR:H", SECRISK_SCORE_BE, "CVSS-BE"},
      {V20 TEMPORAL "/CDP:H/TD:ND/CR:ND/IR:ND/AR:ND", SECRISK_SCORE_BTE,
       "CVSS-BTE"},
      {V31, SECRISK_SCORE_B, "CVSS-B"},
      {V31 "/E:X/RC:X/MAV:X", SECRISK_SCORE_B, "CVSS-B"},
      {V31 "/RC:U", SECRISK_SCORE_BT, "CVSS-BT"},
      {V31 "/CR:H", SECRISK_SCORE_BE, "CVSS-BE"},
      {V31 "/MA:N", SECRISK_SCORE_BE, "CVSS-BE"},
      {V31 "/E:H/MA:N", SECRISK_SCORE_BTE, "CVSS-BTE"},
      {V40, SECRISK_SCORE_B, "CVSS-B"},
      {V40 "/S:P/U:Red", SECRISK_SCORE_B, "CVSS-B"},
      {V40 "/E:A", SECRISK_SCORE_BT, "CVSS-BT"},
      {V40 "/MSA:S", SECRISK_SCORE_BE, "CVSS-BE"},
      {V40 "/E:A/CR:L/U:Red", SECRISK_SCORE_BTE, "CVSS-BTE"},
      {"", 0, ""},
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    secrisk_cvss v = vector(rows[i].text);
    if (v.version == 0 && rows[i].kind != 0) {
      continue; /* left out of this build */
    }
    T_EQ(rows[i].text, secrisk_cvss_overall(&v), rows[i].kind);
    T_STR(rows[i].text, secrisk_cvss_nomenclature(&v), rows[i].name);
    T_EQ(rows[i].text, secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL),
         secrisk_cvss_score(&v, rows[i].kind));
  }
}

static bool has_score(secrisk_cvss v, unsigned kind) {
  return secrisk_cvss_score(&v, (secrisk_score_kind)kind) != SECRISK_NO_SCORE;
}

static void other_kinds_have_no_score(T_ARGS) {
  T_BEGIN;
  const secrisk_cvss v20 = vector(V20), v31 = vector(V31), v40 = vector(V40);
  for (unsigned kind = 0; kind < 256; kind++) {
    bool group = kind == 0 || kind == 1 || kind == 3 || kind == 5 || kind == 7;
    bool sub =
        kind >= SECRISK_SCORE_IMPACT && kind <= SECRISK_SCORE_MODIFIED_IMPACT;
    T_EQ("v2.0", has_score(v20, kind), v20.version != 0 && (group || sub));
    T_EQ("v3.1", has_score(v31, kind), v31.version != 0 && (group || sub));
    T_EQ("v4.0", has_score(v40, kind), v40.version != 0 && group);
  }
}

static void no_score_without_a_vector(T_ARGS) {
  T_BEGIN;
  for (unsigned version = 0; version < 256; version++) {
    secrisk_cvss v = {(uint8_t)version, {0}};
    T_EQ("no metric", has_score(v, SECRISK_SCORE_B), false);
    memset(v.value, 255, sizeof v.value);
    T_EQ("no such ordinal", has_score(v, SECRISK_SCORE_B), false);
  }
}

/* The last score of each level, None first; 255: there is none. */
static void severity_bands(T_ARGS) {
  T_BEGIN;
  static const uint8_t bands[][5] = {{255, 39, 69, 100, 255},
                                     {0, 39, 69, 89, 100}};
  for (unsigned version = 0; version < 256; version++) {
    bool v2 = version == SECRISK_CVSS20;
    bool known = v2 || version == SECRISK_CVSS30 || version == SECRISK_CVSS31 ||
                 version == SECRISK_CVSS40;
    unsigned level = v2 ? 1 : 0;
    for (unsigned score = 0; score < 256; score++) {
      secrisk_level got =
          secrisk_cvss_severity((uint8_t)version, (secrisk_tenths)score);
      if (!known || score > 100) {
        T_EQ("no level", got, SECRISK_NO_LEVEL);
        continue;
      }
      T_EQ("level", got, SECRISK_LEVEL_NONE + level);
      level += bands[v2 ? 0 : 1][level] == score;
    }
  }
}

#define CASES(X)                                                               \
  X(kinds_have_names)                                                          \
  X(other_kinds_have_no_score) X(no_score_without_a_vector) X(severity_bands)
T_MAIN("cvss_score", CASES)
