/* SPDX-License-Identifier: MIT */
/* Sample vectors with their scores, each agreed by an independent library.
 *
 * Columns and kinds (tests/data/README.md): base is B, temporal BT and
 * environmental BTE, the formulas themselves.  OVERALL is the environmental
 * column where an Environmental metric is defined, else the temporal one. */
#include "t.h"

struct sample {
  const char *vector;
  uint8_t base, temporal, environmental;
};
struct sample_v4 {
  const char *vector;
  char macrovector[7];
  uint8_t score;
};
#include "data/samples_v2.h"
#include "data/samples_v30.h"
#include "data/samples_v31.h"
#include "data/samples_v4.h"

static bool has_environment(const secrisk_cvss *v) {
  uint8_t count = secrisk_cvss_metric_count(v->version);
  for (uint8_t m = 0; m < count; m++) {
    if (v->value[m] != 0 &&
        secrisk_cvss_group(v->version, m) == SECRISK_GROUP_ENVIRONMENTAL) {
      return true;
    }
  }
  return false;
}

/* Reads a vector strictly; what is written and read again is the same. */
static void read_again(const char *text, uint8_t version, secrisk_cvss *v) {
  char buf[SECRISK_CVSS_TEXT_SIZE];
  secrisk_cvss again;
  secrisk_diag diag;
  T_EQ(text, secrisk_cvss_parse(text, strlen(text), 0, v, &diag), SECRISK_OK);
  T_EQ(text, v->version, version);
  T_EQ(text, secrisk_cvss_check(v, NULL), SECRISK_OK);
  size_t len = secrisk_cvss_format(v, buf, sizeof buf);
  T_EQ(text, len, strlen(buf));
  T_EQ(buf, secrisk_cvss_parse(buf, len, 0, &again, &diag), SECRISK_OK);
  T_EQ(buf, memcmp(&again, v, sizeof again), 0);
}

static void earlier(const struct sample *row, size_t count, uint8_t version) {
  for (; count-- > 0; row++) {
    secrisk_cvss v = {0, {0}};
    read_again(row->vector, version, &v);
    T_EQ(row->vector, secrisk_cvss_score(&v, SECRISK_SCORE_B), row->base);
    T_EQ(row->vector, secrisk_cvss_score(&v, SECRISK_SCORE_BT), row->temporal);
    T_EQ(row->vector, secrisk_cvss_score(&v, SECRISK_SCORE_BTE),
         row->environmental);
    T_EQ(row->vector, secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL),
         has_environment(&v) ? row->environmental : row->temporal);
  }
}

static void v20(T_ARGS) {
  T_BEGIN;
  earlier(v2_samples, T_COUNT(v2_samples), SECRISK_CVSS20);
}

static void v30(T_ARGS) {
  T_BEGIN;
  earlier(v30_samples, T_COUNT(v30_samples), SECRISK_CVSS30);
}

static void v31(T_ARGS) {
  T_BEGIN;
  earlier(v31_samples, T_COUNT(v31_samples), SECRISK_CVSS31);
}

static void v40(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(v4_samples); i++) {
    const struct sample_v4 *row = &v4_samples[i];
    secrisk_cvss v = {0, {0}};
    uint8_t eq[6];
    read_again(row->vector, SECRISK_CVSS40, &v);
    T_EQ(row->vector, secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL),
         row->score);
    T_EQ(row->vector, secrisk_cvss_score(&v, SECRISK_SCORE_BTE), row->score);
    T_EQ(row->vector, secrisk_cvss_macrovector(&v, eq), SECRISK_OK);
    for (int k = 0; k < 6; k++) {
      T_EQ(row->vector, eq[k] + '0', row->macrovector[k]);
    }
  }
}

#define CASES(X) X(v20) X(v30) X(v31) X(v40)
T_MAIN_IF("samples", CASES, T_HAS(T_VERSIONS),
          "this build leaves a version out")
