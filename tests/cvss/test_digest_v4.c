/* SPDX-License-Identifier: MIT */
/* Every state of CVSS v4.0 against exact digests. */
#include "digest.h"
#include "data/digests_v4.h"

#define EXPLOIT "AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A"
#define PLAIN "VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N"
#define SAFE "VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:S,H,L,N SA:S,H,L,N"
#define MODIFIED                                                               \
  "MAV:N,A,L,P MAC:L,H MAT:N,P MPR:N,L,H MUI:N,P,A MVC:H,L,N MVI:H,L,N "       \
  "MVA:H,L,N MSC:H,L,N MSI:S,H,L,N MSA:S,H,L,N"
#define REST "E:A,P,U CR:H,M,L IR:H,M,L AR:H,M,L"
#ifdef T_REDUCED
#define GROUPS(rows) NULL
#else
#define GROUPS(rows) rows
#endif

/* With the metrics that must not count at either extreme. */
static void sweep(const char *list, secrisk_score_kind kind,
                  const struct table *t) {
  for (int severe = 0; severe < 2; severe++) {
    struct states s;
    decoy(&s.v, SECRISK_CVSS40, severe);
    states_start(&s, SECRISK_CVSS40, list);
    digest_states(&s, kind, t);
  }
}

static void base(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"base", &v4_base_only, GROUPS(v4_base_groups)};
  sweep(EXPLOIT " " PLAIN, SECRISK_SCORE_B, &t);
}

#ifdef T_TINY /* the slowest machines */
#define MORE(X)
#else
static void base_and_threat(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"threat", &v4_base_threat, NULL};
  sweep(EXPLOIT " " PLAIN " E:A,P,U", SECRISK_SCORE_BT, &t);
  sweep(EXPLOIT " " PLAIN " E:X,P,U", SECRISK_SCORE_BT, &t);
}
#define MORE(X) X(base_and_threat)
#endif

/* A few states of every MacroVector, for slow machines. */
static void few(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"few", &v4_few, NULL};
  struct states s;
  memset(&s, 0, sizeof s);
  states_start(&s, SECRISK_CVSS40, v4_few_states);
  digest_states(&s, SECRISK_SCORE_BTE, &t);
}

#ifdef T_REDUCED
#define WHOLE(X)
#else

/* Index of each MacroVector's row, by its digits in base 3. */
static uint16_t row_of[729];
static struct digest per_macrovector[T_COUNT(v4_macrovectors)];

static unsigned in_base_3(const uint8_t eq[6]) {
  unsigned n = 0;
  for (int i = 0; i < 6; i++) {
    n = n * 3 + eq[i];
  }
  return n;
}

static void prepare(void) {
  memset(row_of, 0xff, sizeof row_of);
  for (uint16_t i = 0; i < T_COUNT(v4_macrovectors); i++) {
    uint8_t eq[6];
    for (int k = 0; k < 6; k++) {
      eq[k] = (uint8_t)(v4_macrovectors[i].name[k] - '0');
    }
    row_of[in_base_3(eq)] = i;
    per_macrovector[i] = digest_empty;
  }
  digest_prepare();
}

/* 15,116,544 states, through the Base metrics and MSI:S, MSA:S.  Each score
 * counts in the row of its vector's own macrovector(). */
static void by_macrovector(T_ARGS) {
  T_BEGIN;
  struct states s;
  memset(&s, 0, sizeof s);
  prepare();
  states_start(&s, SECRISK_CVSS40, EXPLOIT " " SAFE " " REST);
  do {
    uint8_t eq[6];
    T_EQ("state", secrisk_cvss_macrovector(&s.v, eq), SECRISK_OK);
    unsigned place = in_base_3(eq);
    T_TRUE("macrovector", place < T_COUNT(row_of) && row_of[place] != 0xffff);
    digest_add(&per_macrovector[row_of[place]],
               secrisk_cvss_score(&s.v, SECRISK_SCORE_BTE));
  } while (states_next(&s));
  for (uint32_t i = 0; i < T_COUNT(v4_macrovectors); i++) {
    digest_check(v4_macrovectors[i].name, i, &per_macrovector[i],
                 &v4_macrovectors[i].digest);
  }
}

/* The same through the Modified metrics; the Base ones must not count. */
static void by_group(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"group", &v4, v4_all_groups};
  struct states s;
  decoy(&s.v, SECRISK_CVSS40, true);
  states_start(&s, SECRISK_CVSS40, MODIFIED " " REST);
  digest_states(&s, SECRISK_SCORE_OVERALL, &t);
}
#define WHOLE(X) X(by_macrovector) X(by_group)
#endif

#define CASES(X) X(base) MORE(X) X(few) WHOLE(X)
T_MAIN_IF("digest_v4", CASES, T_HAS(SECRISK_FEATURE_CVSS4),
          "this build leaves v4.0 out")
