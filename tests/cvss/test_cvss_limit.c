/* SPDX-License-Identifier: MIT */
/* Limits on a vector: the strictest wins, nothing rises, failures change
 * nothing and say which limit. */
#include "t.h"

#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H"
#define L3(metric, value)                                                      \
  { SECRISK_CVSS31, SECRISK_V3_M##metric, SECRISK_V3_##metric##_##value }
#define L4(metric, value)                                                      \
  { SECRISK_CVSS40, SECRISK_V40_M##metric, SECRISK_V40_##metric##_##value }

static secrisk_cvss vector(const char *text) {
  secrisk_cvss v;
  (void)secrisk_cvss_parse(text, strlen(text), SECRISK_STRICT, &v, NULL);
  return v;
}

static const struct good {
  const char *name, *before, *after;
  secrisk_limit limits[3];
  size_t count;
} goods[] = {
    {"none", V31, V31, {{0, 0, 0}}, 0},
    {"one", V31, V31 "/MAV:P", {L3(AV, P)}, 1},
    {"the strictest", V31, V31 "/MPR:H", {L3(PR, H), L3(PR, L)}, 2},
    {"in any order", V31, V31 "/MPR:H", {L3(PR, L), L3(PR, H)}, 2},
    {"milder than it is", V31 "/MC:N", V31 "/MC:N", {L3(C, L)}, 1},
    {"Base is milder",
     "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
     "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
     {L3(AV, L)},
     1},
    {"of another version", V31, V31, {L4(AV, P)}, 1},
    {"Safety is above High", V40 "/MSI:S", V40 "/MSI:H", {L4(SI, H)}, 1},
    {"Safety goes to Negligible", V40 "/MSA:S", V40 "/MSA:N", {L4(SA, N)}, 1},
    {"v2.0 has none",
     "AV:N/AC:L/Au:N/C:P/I:P/A:P",
     "AV:N/AC:L/Au:N/C:P/I:P/A:P",
     {L3(AV, P)},
     1},
    /* v3.0's formula gives more for less impact here, 10.0 beside 9.9. */
    {"a score that would rise",
     "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:N/CR:H/IR:H/AR:L",
     "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:N/CR:H/IR:H/AR:L",
     {{SECRISK_CVSS30, SECRISK_V3_MC, SECRISK_V3_C_L}},
     1},
};

static void limited(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(goods); i++) {
    const struct good *g = &goods[i];
    secrisk_cvss v = vector(g->before), out, in_place = v;
    secrisk_diag d;
    char text[SECRISK_CVSS_TEXT_SIZE];
    memset(&out, 0xa5, sizeof out);
    memset(&d, 0xa5, sizeof d);
    T_EQ(g->name, secrisk_cvss_limit(&v, g->limits, g->count, &out, &d),
         SECRISK_OK);
    T_EQ(g->name, d.status + d.offset + d.length, 0);
    T_EQ(g->name, d.about, SECRISK_ABOUT_CVSS);
    T_EQ(g->name,
         secrisk_cvss_limit(&in_place, g->limits, g->count, &in_place, NULL),
         SECRISK_OK);
    T_EQ("in place", memcmp(&out, &in_place, sizeof out), 0);
    T_TRUE(g->name, secrisk_cvss_score(&out, SECRISK_SCORE_BTE) <=
                        secrisk_cvss_score(&v, SECRISK_SCORE_BTE));
    (void)secrisk_cvss_format(&out, text, sizeof text);
    T_STR(g->name, text, g->after);
  }
}

static const struct bad {
  const char *name, *before;
  secrisk_limit limits[3];
  size_t count;
  uint8_t status;
  uint32_t offset;
} bads[] = {
    {"version", V31, {L3(AV, P), {32, 14, 2}}, 2, SECRISK_E_VERSION, 1},
    {"no version", V31, {{0, 14, 2}}, 1, SECRISK_E_VERSION, 0},
    {"a Base metric",
     V31,
     {L3(AV, P), L3(AC, H), {31, 0, 2}},
     3,
     SECRISK_E_METRIC,
     2},
    {"Scope", V31, {{31, SECRISK_V3_MS, 1}}, 1, SECRISK_E_METRIC, 0},
    {"of v2.0", V31, {{20, 0, 1}}, 1, SECRISK_E_METRIC, 0},
    {"Not Defined", V31, {{31, SECRISK_V3_MAV, 0}}, 1, SECRISK_E_VALUE, 0},
    {"no value", V31, {{31, SECRISK_V3_MAV, 5}}, 1, SECRISK_E_VALUE, 0},
    {"Safety",
     V40,
     {{40, SECRISK_V40_MSA, SECRISK_V40_MSA_S}},
     1,
     SECRISK_E_VALUE,
     0},
    {"of another version, but bad",
     V31,
     {{40, SECRISK_V40_MSI, 4}},
     1,
     SECRISK_E_VALUE,
     0},
    {"no vector", "", {L3(AV, P)}, 1, SECRISK_E_VERSION, 0},
};

static void refused(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(bads); i++) {
    const struct bad *b = &bads[i];
    secrisk_cvss v = vector(b->before), out, before, same = v;
    secrisk_diag d;
    memset(&before, 0xa5, sizeof before);
    out = before;
    memset(&d, 0xa5, sizeof d);
    T_EQ(b->name, secrisk_cvss_limit(&v, b->limits, b->count, &out, &d),
         b->status);
    T_EQ(b->name, d.status, b->status);
    T_EQ(b->name, d.offset, b->offset);
    uint8_t version = b->limits[b->offset].version;
    T_EQ(b->name, d.version, version == 32 || b->before[0] == 0 ? 0 : version);
    T_EQ(b->name, d.about,
         b->before[0] != 0 ? SECRISK_ABOUT_THREAT : SECRISK_ABOUT_CVSS);
    T_EQ("left alone", memcmp(&out, &before, sizeof out), 0);
    T_EQ(b->name, secrisk_cvss_limit(&v, b->limits, b->count, &v, NULL),
         b->status);
    T_EQ("in place", memcmp(&v, &same, sizeof v), 0);
  }
  secrisk_cvss v = vector(V31), out = v;
  secrisk_diag d;
  T_EQ("NULL", secrisk_cvss_limit(&v, NULL, 1, &out, &d), SECRISK_E_ARG);
  T_EQ("NULL", d.status, SECRISK_E_ARG);
  T_EQ("NULL is no limit's fault", d.offset, 0);
  T_EQ("NULL is no limit's fault", d.version, 0);
  v.value[38] = 1;
  T_EQ("unused byte", secrisk_cvss_limit(&v, NULL, 0, &out, &d),
       SECRISK_E_RANGE);
  T_EQ("its place", d.offset, 39);
}

#if defined T_REDUCED || defined T_TINY
#define STEP 31
#else
#define STEP 1
#endif

/* Every v3.0 vector under a changed Scope and every limit of impact: never more
 * than before. */
static void nothing_rises(T_ARGS) {
  T_BEGIN;
  for (unsigned n = 0; n < 4 * 2 * 3 * 2 * 27; n += STEP) {
    secrisk_cvss v = {SECRISK_CVSS30, {0}}, out;
    unsigned rest = n;
    for (uint8_t m = 0; m < 8; m++) {
      if (m == SECRISK_V3_S) {
        v.value[m] = SECRISK_V3_S_C;
        continue;
      }
      unsigned count = secrisk_cvss_value_count(30, m) - 1u;
      v.value[m] = (uint8_t)(1 + rest % count);
      rest /= count;
    }
    for (unsigned set = 1; set < 8; set++) {
      secrisk_limit limits[3];
      size_t count = 0;
      for (uint8_t k = 0; k < 3; k++) {
        if ((set >> k & 1u) != 0) {
          limits[count].version = SECRISK_CVSS30;
          limits[count].metric = (uint8_t)(SECRISK_V3_MC + k);
          limits[count].value = SECRISK_V3_C_L;
          count++;
        }
      }
      T_EQ("OK", secrisk_cvss_limit(&v, limits, count, &out, NULL), SECRISK_OK);
      T_TRUE("no more", secrisk_cvss_score(&out, SECRISK_SCORE_BTE) <=
                            secrisk_cvss_score(&v, SECRISK_SCORE_BTE));
      secrisk_cvss in_place = v;
      T_EQ("in place",
           secrisk_cvss_limit(&in_place, limits, count, &in_place, NULL),
           SECRISK_OK);
      T_EQ("in place", memcmp(&in_place, &out, sizeof out), 0);
    }
  }
}

#define CASES(X) X(limited) X(refused) X(nothing_rises)
T_MAIN_IF("cvss_limit", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
