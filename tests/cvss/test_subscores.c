/* SPDX-License-Identifier: MIT */
/* Impact, Exploitability and Modified Impact of v2.0 and v3, in every state. */
#include "enumerate.h"

struct subscore {
  uint8_t version; /* 2, or 3 for both of v3.0 and v3.1 */
  uint8_t kind;
  const char *metrics;
  uint8_t tenths;
};
struct changed_impact {
  uint8_t factor[3]; /* 100 * (1 - impact * requirement), falling */
  uint8_t v30, v31;  /* tenths */
};
#include "data/changed_impacts.h"
#include "data/subscores.h"

/* Sets "AV:N/AC:L/..."; with modified, MAV and so on. */
static void set_all(secrisk_cvss *v, const char *metrics, bool modified) {
  for (const char *at = metrics; *at != '\0';) {
    char name[4] = {'M'};
    size_t len = strcspn(at, ":");
    memcpy(name + modified, at, len);
    at += len + 1;
    size_t value = strcspn(at, "/");
    T_EQ(metrics,
         secrisk_cvss_set_text(v, name, len + modified, at, value, NULL),
         SECRISK_OK);
    at += value + (at[value] == '/');
  }
}

static void check_row(const struct subscore *row, uint8_t version) {
  static const char least[][36] = {"AV:L/AC:H/Au:M/C:N/I:N/A:N",
                                   "AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N"};
  static const char most[][36] = {"AV:N/AC:L/Au:N/C:C/I:C/A:C",
                                  "AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"};
  /* Scope counts in both sub-scores of v3; the row gives it. */
  for (int severe = 0; severe < 2; severe++) {
    secrisk_cvss v = {version, {0}};
    set_all(&v, (severe ? most : least)[row->version - 2], false);
    set_all(&v, row->metrics, false);
    T_EQ(row->metrics, secrisk_cvss_score(&v, row->kind), row->tenths);
  }
}

static void base(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(subscores); i++) {
    if (subscores[i].version == 2) {
      check_row(&subscores[i], SECRISK_CVSS20);
    } else {
      check_row(&subscores[i], SECRISK_CVSS30);
      check_row(&subscores[i], SECRISK_CVSS31);
    }
  }
}

/* With no requirement and Scope Unchanged (or v2.0, or v3.0 whose Modified
 * formula is the Base one), Modified Impact is Impact; from the Modified
 * metrics where they are defined. */
static void modified_is_base(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(subscores); i++) {
    const struct subscore *row = &subscores[i];
    bool v3 = row->version == 3;
    if (row->kind != SECRISK_SCORE_IMPACT) {
      continue;
    }
    secrisk_cvss v = {v3 ? SECRISK_CVSS30 : SECRISK_CVSS20, {0}};
    set_all(&v, v3 ? "AV:P/AC:H/PR:H/UI:R" : "AV:L/AC:H/Au:M", false);
    set_all(&v, row->metrics, false);
    T_EQ(row->metrics, secrisk_cvss_score(&v, SECRISK_SCORE_MODIFIED_IMPACT),
         row->tenths);
    if (v3) {
      set_all(&v, "S:U/C:L/I:L/A:L", false);
      set_all(&v, row->metrics, true);
      v.version = row->metrics[2] == 'U' ? SECRISK_CVSS31 : SECRISK_CVSS30;
      T_EQ(row->metrics, secrisk_cvss_score(&v, SECRISK_SCORE_MODIFIED_IMPACT),
           row->tenths);
    }
  }
}

/* 100 * (1 - impact * requirement) of v3.1 Tables 14 and 15, by ordinal. */
static uint8_t factor(uint8_t impact, uint8_t requirement) {
  static const uint8_t weight_e2[] = {0, 56, 22, 0};
  static const uint8_t requirement_e1[] = {0, 15, 10, 5};
  return (uint8_t)(100 - weight_e2[impact] * requirement_e1[requirement] / 10);
}

static void sort3(uint8_t *f) {
  for (int i = 0; i < 3; i++) {
    for (int k = 0; k + 1 < 3 - i; k++) {
      if (f[k] < f[k + 1]) {
        uint8_t low = f[k];
        f[k] = f[k + 1];
        f[k + 1] = low;
      }
    }
  }
}

/* Scope Changed under every requirement: v3.0 and v3.1 differ. */
static void modified_changed(T_ARGS) {
  T_BEGIN;
  struct states s;
  memset(&s, 0, sizeof s);
  states_start(&s, SECRISK_CVSS31,
               "AV:N AC:L PR:N UI:N S:U,C MS:C C:H I:H A:H MC:H,L,N MI:H,L,N "
               "MA:H,L,N CR:H,M,L IR:H,M,L AR:H,M,L");
  do {
    uint8_t f[3];
    size_t i = 0;
    for (int k = 0; k < 3; k++) {
      f[k] = factor(s.v.value[SECRISK_V3_MC + k], s.v.value[SECRISK_V3_CR + k]);
    }
    sort3(f);
    while (i < T_COUNT(changed_impacts) &&
           memcmp(changed_impacts[i].factor, f, 3) != 0) {
      i++;
    }
    T_TRUE("a row", i < T_COUNT(changed_impacts));
    s.v.version = SECRISK_CVSS30;
    T_EQ("v3.0", secrisk_cvss_score(&s.v, SECRISK_SCORE_MODIFIED_IMPACT),
         changed_impacts[i].v30);
    s.v.version = SECRISK_CVSS31;
    T_EQ("v3.1", secrisk_cvss_score(&s.v, SECRISK_SCORE_MODIFIED_IMPACT),
         changed_impacts[i].v31);
  } while (states_next(&s));
}

/* Scope Unchanged under every requirement: 6.42 * MISS, half up. */
static void modified_unchanged(T_ARGS) {
  T_BEGIN;
  struct states s;
  memset(&s, 0, sizeof s);
  states_start(&s, SECRISK_CVSS30,
               "AV:N AC:L PR:N UI:N S:C MS:U C:H,L,N I:H,L,N A:H,L,N CR:H,M,L "
               "IR:H,M,L AR:H,M,L");
  do {
    uint32_t rest_e6 = 1;
    for (int k = 0; k < 3; k++) {
      rest_e6 *=
          factor(s.v.value[SECRISK_V3_C + k], s.v.value[SECRISK_V3_CR + k]);
    }
    uint32_t miss_e6 = 1000000 - rest_e6;
    miss_e6 = miss_e6 > 915000 ? 915000 : miss_e6;
    uint32_t want = (miss_e6 * 642 + 5000000) / 10000000;
    s.v.version = SECRISK_CVSS30;
    T_EQ("v3.0", secrisk_cvss_score(&s.v, SECRISK_SCORE_MODIFIED_IMPACT), want);
    s.v.version = SECRISK_CVSS31;
    T_EQ("v3.1", secrisk_cvss_score(&s.v, SECRISK_SCORE_MODIFIED_IMPACT), want);
  } while (states_next(&s));
}

/* v4.0 has no sub-scores. */
static void none_in_v4(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v = {SECRISK_CVSS40, {0}};
  set_all(&v, "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", false);
  T_EQ("OVERALL", secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL), 100);
  for (int kind = 8; kind <= 10; kind++) {
    T_EQ("sub-score", secrisk_cvss_score(&v, (secrisk_score_kind)kind),
         SECRISK_NO_SCORE);
  }
}

#define CASES(X)                                                               \
  X(base)                                                                      \
  X(modified_is_base) X(modified_changed) X(modified_unchanged) X(none_in_v4)
T_MAIN_IF("subscores", CASES, T_HAS(T_VERSIONS),
          "this build leaves a version out")
