/* SPDX-License-Identifier: MIT */
/* The costs that the headers name: counted, not timed.  The library under this
 * test calls __sanitizer_cov_trace_pc on every edge of its control flow. */
#include <stdlib.h>

#include "t.h"

static uint64_t edges;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) {
  edges++;
}

enum { FEW = 512, TIMES = 8, MANY = TIMES * FEW };

/* Is what n things cost counted at all, and do 2n, 4n and 8n cost as much for
 * each of them? */
static bool linear(uint64_t (*cost)(size_t)) {
  uint64_t first = cost(FEW);
  bool good = first >= FEW;
  for (size_t times = 2; times <= TIMES; times *= 2) {
    uint64_t now = cost(times * FEW);
    good = good && now > first && now <= times * (first + first / 25);
  }
  return good;
}

static const secrisk_cvss worst = {
    SECRISK_CVSS31,
    {SECRISK_V3_AV_N, SECRISK_V3_AC_L, SECRISK_V3_PR_N, SECRISK_V3_UI_N,
     SECRISK_V3_S_U, SECRISK_V3_C_H, SECRISK_V3_I_H, SECRISK_V3_A_H}};
static secrisk_limit limits[MANY];
static secrisk_control controls[MANY];
static char blanks[MANY + 1];
static secrisk_policy policy;

static void prepare(void) {
  static const secrisk_control verified = {NULL,
                                           NULL,
                                           0,
                                           SECRISK_CONTROL_HIDDEN,
                                           SECRISK_STATE_VERIFIED,
                                           SECRISK_DOMAIN_SECURITY,
                                           0};
  for (size_t i = 0; i < MANY; i++) {
    limits[i].version = SECRISK_CVSS31;
    limits[i].metric = SECRISK_V3_MAC;
    limits[i].value = SECRISK_V3_AC_H;
    controls[i] = verified;
  }
  memset(blanks, ' ', MANY);
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &policy);
}

static uint64_t limit(size_t n) {
  secrisk_cvss out;
  edges = 0;
  (void)secrisk_cvss_limit(&worst, limits, n, &out, NULL);
  return edges;
}

static uint64_t residual_of_limits(size_t n) {
  secrisk_control c = controls[0];
  secrisk_cvss out;
  c.limits = limits;
  c.limit_count = n;
  edges = 0;
  (void)secrisk_cvss_residual(&worst, &c, 1, &out, NULL);
  return edges;
}

static uint64_t residual_of_text(size_t n) {
  secrisk_control c = controls[0];
  secrisk_cvss out;
  c.cryptographic = 1;
  c.reference = blanks + MANY - n;
  edges = 0;
  (void)secrisk_cvss_residual(&worst, &c, 1, &out, NULL);
  return edges;
}

static void of_limits(T_ARGS) {
  T_BEGIN;
  prepare();
  T_TRUE("secrisk_cvss_limit", linear(limit));
  T_TRUE("secrisk_cvss_residual, limits", linear(residual_of_limits));
  T_TRUE("secrisk_cvss_residual, text", linear(residual_of_text));
}

static uint64_t evaluate(size_t count, const char *rationale) {
  const secrisk_risk high = {SECRISK_CVSS31, 0, 80, 0};
  secrisk_threat t = {controls, count, rationale, NULL, high, high, 0, 0};
  secrisk_evaluation e;
  edges = 0;
  (void)secrisk_threat_evaluate(&policy, &t, &e, NULL);
  return edges;
}

static uint64_t of_controls(size_t n) {
  return evaluate(n, "");
}

static uint64_t of_rationale(size_t n) {
  return evaluate(0, blanks + MANY - n);
}

static void of_threats(T_ARGS) {
  T_BEGIN;
  prepare();
  T_TRUE("controls", linear(of_controls));
  T_TRUE("texts", linear(of_rationale));
}

/* A band for each of 101 scores of up to eight systems of a maker's own. */
enum { SCORES = 101, SYSTEMS = 8 };
static secrisk_band bands[SCORES * SYSTEMS];

static secrisk_policy banded(unsigned systems) {
  secrisk_policy p = policy;
  for (unsigned i = 0; i < SCORES * systems; i++) {
    bands[i].system = (uint8_t)(SECRISK_SYSTEM_OWN + i / SCORES);
    bands[i].first = bands[i].last = (uint8_t)(i % SCORES);
    bands[i].level = SECRISK_LEVEL_LOW;
  }
  p.bands = bands;
  p.band_count = (size_t)SCORES * systems;
  return p;
}

static uint64_t check(unsigned systems) {
  secrisk_policy p = banded(systems);
  edges = 0;
  return secrisk_policy_check(&p, NULL) == SECRISK_OK ? edges : 0;
}

static uint64_t level(unsigned systems) {
  secrisk_policy p = banded(systems);
  const secrisk_risk risk = {(uint8_t)(SECRISK_SYSTEM_OWN + systems - 1), 0,
                             100, 0};
  secrisk_level found;
  edges = 0;
  return secrisk_policy_level(&p, &risk, &found) == SECRISK_OK ? edges : 0;
}

static uint64_t evaluated(unsigned systems) {
  secrisk_policy p = banded(systems);
  secrisk_risk risk = {(uint8_t)(SECRISK_SYSTEM_OWN + systems - 1), 0, 100, 0};
  secrisk_threat t = {NULL, 0, "r", NULL, risk, {0, 0, 0, 0}, 0, 0};
  secrisk_evaluation e;
  edges = 0;
  return secrisk_threat_evaluate(&p, &t, &e, NULL) == SECRISK_OK ? edges : 0;
}

static void of_policies(T_ARGS) {
  T_BEGIN;
  prepare();
  uint64_t one = check(1), found = level(1), decided = evaluated(1);
  T_TRUE("check", one >= SCORES);
  T_TRUE("level", found >= SCORES);
  T_TRUE("evaluate", decided >= SCORES);
  for (unsigned n = 2; n <= SYSTEMS; n *= 2) {
    T_TRUE("check: its square", check(n) <= n * n * (one + one / 25));
    T_TRUE("level: linear", level(n) <= n * (found + found / 25));
    T_TRUE("evaluate: linear", evaluated(n) <= n * (decided + decided / 25));
  }
}

static secrisk_evaluation list[MANY];
static uint32_t order[MANY];
static unsigned kind; /* all equal, ascending, descending, mixed */

static uint64_t ordered(size_t n) {
  for (size_t i = 0; i < n; i++) {
    const size_t by[] = {0, i, n - i, i * 2654435761u};
    memset(&list[i], 0, sizeof list[i]);
    list[i].decision = SECRISK_DECISION_OPEN;
    list[i].initial_tenths = (uint8_t)(by[kind] >> 4);
    list[i].residual_tenths = (uint8_t)by[kind];
  }
  edges = 0;
  secrisk_register_order(list, (uint32_t)n, order);
  return edges;
}

static uint64_t counted(size_t n) {
  secrisk_counts c;
  edges = 0;
  secrisk_register_count(list, (uint32_t)n, &c);
  return edges;
}

/* The most edges for each of n, and for each doubling of n. */
#define ORDER_MOST 40u

static void of_registers(T_ARGS) {
  T_BEGIN;
  for (kind = 0; kind < 4; kind++) {
    uint64_t doublings = 1;
    for (size_t n = 2; n <= MANY; n *= 2) {
      uint64_t now = ordered(n);
      T_TRUE("counted", now >= n);
      T_TRUE("n log n", now <= ORDER_MOST * n * doublings);
      doublings++;
    }
    T_TRUE("count", linear(counted));
  }
}

static uint8_t cells[255 * 128];

static uint64_t matrix(size_t rows) {
  const secrisk_matrix m = {cells, (uint8_t)rows, 255};
  edges = 0;
  return secrisk_matrix_check(&m, NULL) == SECRISK_OK ? edges : 0;
}

static void of_matrices(T_ARGS) {
  T_BEGIN;
  memset(cells, SECRISK_LEVEL_LOW, sizeof cells);
  uint64_t one = matrix(16);
  T_TRUE("counted", one >= 16 * 255);
  for (size_t rows = 32; rows <= 128; rows *= 2) {
    T_TRUE("cells", matrix(rows) <= rows / 16 * (one + one / 25));
  }
}

static void of_ratings(T_ARGS) {
  T_BEGIN;
  static const char *const words[] = {"DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8",
                                      "DREAD:",
                                      "D:8/",
                                      "/",
                                      "8",
                                      ":",
                                      "DREAD:OP-TEE/D:8.5",
                                      "DREAD:OP-TEE-D/"};
  static char text[4 * SECRISK_TEXT_MAX];
  for (size_t i = 0; i < T_COUNT(words); i++) {
    for (size_t len = 64; len <= sizeof text; len *= 2) {
      secrisk_dread d;
      size_t read = len < SECRISK_TEXT_MAX ? len : SECRISK_TEXT_MAX;
      for (size_t k = 0; k < len; k++) {
        text[k] = words[i][k % strlen(words[i])];
      }
      edges = 0;
      (void)secrisk_dread_parse(text, len, &d, NULL);
      T_TRUE(words[i], edges > 0 && edges <= 100u * read);
      memset(text + 13, '0', len - 13); /* one number, without an end */
      memcpy(text, "DREAD:OP-TEE/D:", 15);
      edges = 0;
      (void)secrisk_dread_parse(text, len, &d, NULL);
      T_TRUE("a long number", edges > 0 && edges <= 100u * read);
    }
  }
}

static uint64_t range(const char *text) {
  secrisk_cvss v;
  secrisk_tenths low, high;
  if (secrisk_cvss_parse(text, strlen(text), SECRISK_ALLOW_PARTIAL, &v, NULL) !=
      SECRISK_OK) {
    return 0;
  }
  edges = 0;
  return secrisk_cvss_range(&v, SECRISK_SCORE_BTE, &low, &high, NULL) ==
                 SECRISK_OK
             ? edges
             : 0;
}

/* What each metric that is not there may multiply the cost by. */
static void of_ranges(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *more, *less;
    unsigned factor;
  } rows[] = {
      {"CVSS:3.1/AV:N", "CVSS:3.1/AV:N/S:U", 2},
      {"CVSS:3.0/AV:N", "CVSS:3.0/AV:N/S:C", 2},
      {"CVSS:3.0/AV:N/S:C", "CVSS:3.0/AV:N/S:C/C:H", 3},
      {"CVSS:3.0/AV:N/S:C/C:H", "CVSS:3.0/AV:N/S:C/C:H/I:H", 3},
      {"CVSS:3.0/AV:N/S:C/I:H/A:L", "CVSS:3.0/AV:N/S:C/C:H/I:H/A:L", 3},
      {"AV:N/AC:L/Au:N", "AV:N/AC:L/Au:N/C:C", 3},
      {"AV:N/AC:L/Au:N/C:C", "AV:N/AC:L/Au:N/C:C/I:C", 3},
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    uint64_t more = range(rows[i].more), less = range(rows[i].less);
    printf("# %s: %.2f times\n", rows[i].more, (double)more / (double)less);
    T_TRUE(rows[i].more, less > 0 && more > less);
    T_TRUE(rows[i].more, more <= rows[i].factor * (less + less / 10));
  }
}

#define CASES(X)                                                               \
  X(of_limits)                                                                 \
  X(of_threats)                                                                \
  X(of_policies)                                                               \
  X(of_registers) X(of_matrices) X(of_ratings) X(of_ranges)
T_MAIN_IF("cost", CASES,
          T_HAS(T_EVERYTHING | SECRISK_FEATURE_DREAD | SECRISK_FEATURE_RISK),
          "this build leaves a version, leniency, DREAD or risk out")
