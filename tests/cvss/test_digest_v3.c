/* SPDX-License-Identifier: MIT */
/* Every state of CVSS v3.0 and v3.1 against exact digests. */
#include "digest.h"
#include "data/digests_v3.h"

#define BASE "AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N"
#define MODIFIED                                                               \
  "MAV:N,A,L,P MAC:L,H MPR:N,L,H MUI:N,R MS:U,C MC:H,L,N MI:H,L,N MA:H,L,N"
#define TEMPORAL "E:X,H,F,P,U RL:X,U,W,T,O RC:X,C,R,U"
#define REQUIREMENTS "CR:H,M,L IR:H,M,L AR:H,M,L"
#ifdef T_REDUCED
#define GROUPS(rows) NULL
#else
#define GROUPS(rows) rows
#endif

/* With the metrics that must not count at either extreme. */
static void sweep(uint8_t version, const char *list, secrisk_score_kind kind,
                  const struct table *t) {
  for (int severe = 0; severe < 2; severe++) {
    struct states s;
    decoy(&s.v, version, severe);
    states_start(&s, version, list);
    digest_states(&s, kind, t);
  }
}

static void base(T_ARGS) {
  T_BEGIN;
  static const struct table t30 = {"v3.0", &v30_base, GROUPS(v30_base_groups)};
  static const struct table t31 = {"v3.1", &v31_base, GROUPS(v31_base_groups)};
  sweep(SECRISK_CVSS30, BASE, SECRISK_SCORE_B, &t30);
  sweep(SECRISK_CVSS31, BASE, SECRISK_SCORE_B, &t31);
}

#ifdef T_TINY /* the slowest machines */
#define MORE(X)
#else
static void temporal(T_ARGS) {
  T_BEGIN;
  static const struct table t30 = {"v3.0", &v30_temporal,
                                   GROUPS(v30_temporal_groups)};
  static const struct table t31 = {"v3.1", &v31_temporal,
                                   GROUPS(v31_temporal_groups)};
  sweep(SECRISK_CVSS30, BASE " " TEMPORAL, SECRISK_SCORE_BT, &t30);
  sweep(SECRISK_CVSS31, BASE " " TEMPORAL, SECRISK_SCORE_BT, &t31);
}

/* The inner Roundup of the Environmental equation. */
static void modified_base(T_ARGS) {
  T_BEGIN;
  static const struct table t30 = {"v3.0", &v30_mbase, NULL};
  static const struct table t31 = {"v3.1", &v31_mbase, NULL};
  sweep(SECRISK_CVSS30, MODIFIED " " REQUIREMENTS, SECRISK_SCORE_BE, &t30);
  sweep(SECRISK_CVSS31, MODIFIED " " REQUIREMENTS, SECRISK_SCORE_BE, &t31);
}
#define MORE(X) X(temporal) X(modified_base)
#endif

/* The Environmental equation where no Modified metric is defined. */
static void unmodified_base(T_ARGS) {
  T_BEGIN;
  static const struct table t30 = {"v3.0", &v30_mbase, NULL};
  static const struct table t31 = {"v3.1", &v31_mbase, NULL};
  struct states s;
  memset(&s, 0, sizeof s);
  states_start(&s, SECRISK_CVSS30, BASE " " REQUIREMENTS);
  digest_states(&s, SECRISK_SCORE_BE, &t30);
  states_start(&s, SECRISK_CVSS31, BASE " " REQUIREMENTS);
  digest_states(&s, SECRISK_SCORE_BTE, &t31);
}

#ifdef T_REDUCED
#define WHOLE(X)
#else
/* 6,998,400 states each. */
static void environmental(T_ARGS) {
  T_BEGIN;
  static const char list[] = MODIFIED " " REQUIREMENTS " " TEMPORAL;
  static const struct table t30 = {"v3.0", &v30_env, v30_env_groups};
  static const struct table t31 = {"v3.1", &v31_env, v31_env_groups};
  sweep(SECRISK_CVSS30, list, SECRISK_SCORE_BTE, &t30);
  sweep(SECRISK_CVSS31, list, SECRISK_SCORE_BTE, &t31);
}
#define WHOLE(X) X(environmental)
#endif

#define CASES(X) X(base) MORE(X) X(unmodified_base) WHOLE(X)
T_MAIN_IF("digest_v3", CASES, T_HAS(SECRISK_FEATURE_CVSS3),
          "this build leaves v3 out")
