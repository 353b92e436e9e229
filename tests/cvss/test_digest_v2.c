/* SPDX-License-Identifier: MIT */
/* Every state of CVSS v2.0 against exact digests. */
#include "digest.h"
#include "data/digests_v2.h"

#define BASE "AV:N,A,L AC:L,M,H Au:N,S,M C:C,P,N I:C,P,N A:C,P,N"
#define TEMPORAL "E:ND,H,F,POC,U RL:ND,U,W,TF,OF RC:ND,C,UR,UC"
#define DISTINCT "E:H,F,POC,U RL:U,W,TF,OF RC:C,UR,UC"
#define ENVIRONMENT "CDP:H,MH,LM,L,N TD:H,M,L,N CR:H,M,L IR:H,M,L AR:H,M,L"
#ifdef T_REDUCED
#define GROUPS(rows) NULL
#else
#define GROUPS(rows) rows
#endif

/* With the metrics that the kind leaves out at either extreme. */
static void sweep(const char *list, secrisk_score_kind kind,
                  const struct table *t) {
  for (int severe = 0; severe < 2; severe++) {
    struct states s;
    decoy(&s.v, SECRISK_CVSS20, severe);
    states_start(&s, SECRISK_CVSS20, list);
    digest_states(&s, kind, t);
  }
}

static void base(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"base", &v2_base, GROUPS(v2_base_groups)};
  sweep(BASE, SECRISK_SCORE_B, &t);
}

static void temporal(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"temporal", &v2_temporal,
                                 GROUPS(v2_temporal_groups)};
  sweep(BASE " " TEMPORAL, SECRISK_SCORE_BT, &t);
}

/* A few Environmental states, for slow machines. */
static void few(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"few", &v2_few, NULL};
  struct states s;
  memset(&s, 0, sizeof s);
  states_start(&s, SECRISK_CVSS20, v2_few_states);
  digest_states(&s, SECRISK_SCORE_BTE, &t);
}

#ifdef T_REDUCED
#define WHOLE(X)
#else
/* 18,895,680 states; nothing is left to be a decoy. */
static void environmental(T_ARGS) {
  T_BEGIN;
  static const struct table t = {"environmental", &v2_env, v2_env_groups};
  struct states s;
  decoy(&s.v, SECRISK_CVSS20, false);
  states_start(&s, SECRISK_CVSS20, BASE " " DISTINCT " " ENVIRONMENT);
  digest_states(&s, SECRISK_SCORE_BTE, &t);
}
#define WHOLE(X) X(environmental)
#endif

#define CASES(X) X(base) X(temporal) X(few) WHOLE(X)
T_MAIN_IF("digest_v2", CASES, T_HAS(SECRISK_FEATURE_CVSS2),
          "this build leaves v2.0 out")
