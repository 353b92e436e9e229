/* SPDX-License-Identifier: MIT */
/* A vector after its controls, and the suggested limits. */
#include "t.h"

#define V3(m, v)                                                               \
  { 31, SECRISK_V3_M##m, SECRISK_V3_##m##_##v }
#define V4(m, v)                                                               \
  { 40, SECRISK_V40_M##m, SECRISK_V40_##m##_##v }

static const secrisk_control with_caps = {NULL,
                                          NULL,
                                          0,
                                          SECRISK_CONTROL_HARDWARE,
                                          SECRISK_STATE_VERIFIED,
                                          SECRISK_DOMAIN_SECURITY,
                                          false};

static secrisk_status run(const char *text, const secrisk_limit *limits,
                          size_t n, secrisk_cvss *out) {
  secrisk_cvss v;
  secrisk_control c = with_caps;
  (void)secrisk_cvss_parse(text, strlen(text), 0, &v, NULL);
  c.limits = limits;
  c.limit_count = n;
  return secrisk_cvss_residual(&v, &c, 1, out, NULL);
}

static const char base[] = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
static const char base4[] =
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

static void published_rows(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *name;
    secrisk_limit limits[5];
    uint8_t n, score;
  } rows[] = {
      {"none", {{0}}, 0, 98},
      {"MAV:A", {V3(AV, A)}, 1, 88},
      {"MAV:L", {V3(AV, L)}, 1, 84},
      {"MAV:P", {V3(AV, P)}, 1, 68},
      {"MAC:H", {V3(AC, H)}, 1, 81},
      {"MPR:L", {V3(PR, L)}, 1, 88},
      {"MPR:H", {V3(PR, H)}, 1, 72},
      {"MUI:R", {V3(UI, R)}, 1, 88},
      {"MC:L", {V3(C, L)}, 1, 94},
      {"MI:L MA:L", {V3(I, L), V3(A, L)}, 2, 86},
      {"all L", {V3(C, L), V3(I, L), V3(A, L)}, 3, 73},
      {"MAV:P MPR:H", {V3(AV, P), V3(PR, H)}, 2, 62},
      {"and MAC:H", {V3(AV, P), V3(PR, H), V3(AC, H)}, 3, 61},
      {"MAV:A MPR:H all L",
       {V3(AV, A), V3(PR, H), V3(C, L), V3(I, L), V3(A, L)},
       5,
       43},
      {"strictest", {V3(AV, P), V3(AV, A), V3(AV, L)}, 3, 68},
      {"never raised", {V3(AV, N), V3(AC, L)}, 2, 98},
      {"another version", {V4(AV, P), V3(AV, A)}, 2, 88},
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    secrisk_cvss out;
    T_EQ(rows[i].name, run(base, rows[i].limits, rows[i].n, &out), SECRISK_OK);
    T_EQ(rows[i].name, secrisk_cvss_score(&out, SECRISK_SCORE_OVERALL),
         rows[i].score);
  }
}

/* Every base vector of v3.1 and every cap: no metric and no score rises, score
 * compared by the formula that the result has. */
static void nothing_rises_v31(T_ARGS) {
  T_BEGIN;
  static const uint8_t counts[] = {4, 2, 3, 2, 2, 3, 3, 3};
  for (unsigned n = 0; n < 2592; n++) {
    secrisk_cvss v = {31, {0}}, out;
    unsigned rest = n;
    for (uint8_t i = 0; i < 8; i++) {
      v.value[i] = (uint8_t)(1 + rest % counts[i]);
      rest /= counts[i];
    }
    uint8_t before = secrisk_cvss_score(&v, SECRISK_SCORE_BE);
    for (uint8_t i = 0; i < 8; i++) {
      for (uint8_t value = 1; i != 4 && value <= counts[i]; value++) {
        const secrisk_limit cap = {31, (uint8_t)(14 + i), value};
        secrisk_control c = with_caps;
        c.limits = &cap;
        c.limit_count = 1;
        T_EQ("ok", secrisk_cvss_residual(&v, &c, 1, &out, NULL), SECRISK_OK);
        T_EQ("value", secrisk_cvss_effective(&out, i),
             value > v.value[i] ? value : v.value[i]);
        T_TRUE("score", secrisk_cvss_score(&out, SECRISK_SCORE_BE) <= before);
        T_EQ("untouched", out.value[14 + i] != 0, value > v.value[i]);
      }
    }
  }
}

static void v40(T_ARGS) {
  T_BEGIN;
  static const secrisk_limit limits[] = {
      V4(AV, A), V4(AT, P), V4(VC, L), {40, SECRISK_V40_MSI, 2}};
  secrisk_cvss out;
  char text[SECRISK_CVSS_TEXT_SIZE];
  T_EQ("limits", run(base4, limits, 4, &out), SECRISK_OK);
  (void)secrisk_cvss_format(&out, text, sizeof text);
  T_STR("SI:N is below L already", text,
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/"
        "MAV:A/MAT:P/MVC:L");
  T_TRUE("lower", secrisk_cvss_score(&out, 0) < 93);
  /* Safety is worse than High: a cap at High or below takes it away. */
  char safety[SECRISK_CVSS_TEXT_SIZE];
  for (uint8_t value = 1; value <= 3; value++) {
    for (uint8_t m = SECRISK_V40_MSI; m <= SECRISK_V40_MSA; m++) {
      const secrisk_limit cap = {40, m, value};
      snprintf(safety, sizeof safety, "%s/M%s:S", base4,
               m == SECRISK_V40_MSI ? "SI" : "SA");
      T_EQ("S", run(safety, &cap, 1, &out), SECRISK_OK);
      T_EQ("S", out.value[m], value);
    }
  }
}

/* As many limits as there are metrics to limit, of one control or of one each:
 * what secrisk_cvss_limit says of all of them. */
static void every_number_of_limits(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *vector;
    uint8_t first, last, scope;
  } rows[] = {
      {base, SECRISK_V3_MAV, SECRISK_V3_MA, SECRISK_V3_MS},
      {"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H",
       SECRISK_V40_MAV, SECRISK_V40_MSA, SECRISK_NO_METRIC},
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    secrisk_cvss v, want, out;
    secrisk_limit limits[11];
    secrisk_control one = with_caps, each[11];
    size_t n = 0;
    (void)secrisk_cvss_parse(rows[i].vector, strlen(rows[i].vector), 0, &v,
                             NULL);
    for (uint8_t m = rows[i].first; m <= rows[i].last; m++) {
      if (m == rows[i].scope) {
        continue;
      }
      limits[n] = (secrisk_limit){v.version, m, 2};
      each[n] = with_caps;
      each[n].limits = &limits[n];
      each[n].limit_count = 1;
      n++;
      one.limits = limits;
      one.limit_count = n;
      T_EQ("limit", secrisk_cvss_limit(&v, limits, n, &want, NULL), SECRISK_OK);
      T_EQ("is set", want.value[m], 2);
      T_EQ("one", secrisk_cvss_residual(&v, &one, 1, &out, NULL), SECRISK_OK);
      T_EQ("one", memcmp(&out, &want, sizeof out), 0);
      T_EQ("each", secrisk_cvss_residual(&v, each, n, &out, NULL), SECRISK_OK);
      T_EQ("each", memcmp(&out, &want, sizeof out), 0);
    }
  }
}

static void caps_that_cannot_be(T_ARGS) {
  T_BEGIN;
  secrisk_cvss out;
  secrisk_cvss before;
  memset(&before, 0x5a, sizeof before);
  for (unsigned version = 0; version < 256; version++) {
    for (unsigned metric = 0; metric < 256; metric++) {
      const secrisk_limit cap = {(uint8_t)version, (uint8_t)metric, 2};
      secrisk_status want = SECRISK_E_VERSION;
      if (version == 20) {
        want = SECRISK_E_METRIC;
      } else if (version == 30 || version == 31) {
        want = metric >= 14 && metric <= 21 && metric != 18 ? SECRISK_OK
                                                            : SECRISK_E_METRIC;
      } else if (version == 40) {
        want = metric >= 15 && metric <= 25 ? SECRISK_OK : SECRISK_E_METRIC;
      }
      out = before;
      T_EQ("metric", run(base, &cap, 1, &out), want);
      T_EQ("left alone", memcmp(&out, &before, sizeof out) == 0,
           want != SECRISK_OK);
    }
  }
  for (unsigned value = 0; value < 256; value++) {
    const secrisk_limit av = {31, SECRISK_V3_MAV, (uint8_t)value};
    const secrisk_limit sa = {40, SECRISK_V40_MSA, (uint8_t)value};
    const secrisk_limit mui = {40, SECRISK_V40_MUI, (uint8_t)value};
    bool four = value >= 1 && value <= 4, three = value >= 1 && value <= 3;
    T_EQ("MAV", run(base, &av, 1, &out), four ? SECRISK_OK : SECRISK_E_VALUE);
    T_EQ("MSA", run(base, &sa, 1, &out), three ? SECRISK_OK : SECRISK_E_VALUE);
    T_EQ("MUI", run(base, &mui, 1, &out), three ? SECRISK_OK : SECRISK_E_VALUE);
  }
}

static void only_what_counts(T_ARGS) {
  T_BEGIN;
  static const secrisk_limit limits[] = {V3(AV, P)};
  static const secrisk_limit bad[] = {{31, 0, 1}};
  secrisk_cvss v, out;
  secrisk_control c[2] = {with_caps, with_caps};
  (void)secrisk_cvss_parse(base, sizeof base - 1, 0, &v, NULL);
  c[1].limits = limits;
  c[1].limit_count = 1;
  for (uint8_t state = 1; state <= 3; state++) {
    c[1].state = state;
    T_EQ("state", secrisk_cvss_residual(&v, c, 2, &out, NULL), SECRISK_OK);
    T_EQ("state", out.value[SECRISK_V3_MAV], state == 3 ? 4 : 0);
  }
  c[1].cryptographic = true;
  T_EQ("crypto", secrisk_cvss_residual(&v, c, 2, &out, NULL), SECRISK_OK);
  T_EQ("crypto", out.value[SECRISK_V3_MAV], 0);
  c[1].reference = "FIPS 197";
  T_EQ("crypto", secrisk_cvss_residual(&v, c, 2, &out, NULL), SECRISK_OK);
  T_EQ("crypto", out.value[SECRISK_V3_MAV], 4);
  secrisk_diag d;
  memset(&d, 0xa5, sizeof d);
  T_EQ("in place", secrisk_cvss_residual(&v, c, 2, &v, &d), SECRISK_OK);
  T_EQ("no fault, no place", d.offset + d.length + d.status, 0);
  T_EQ("in place", memcmp(&v, &out, sizeof v), 0);
  c[1].state = SECRISK_STATE_PLANNED;
  c[1].limits = bad;
  T_EQ("planned", secrisk_cvss_residual(&v, c, 2, &out, NULL),
       SECRISK_E_METRIC);
  c[1].limits = NULL;
  T_EQ("limits", secrisk_cvss_residual(&v, c, 2, &out, NULL), SECRISK_E_ARG);
  c[1].kind = 0;
  T_EQ("kind", secrisk_cvss_residual(&v, c, 2, &out, NULL), SECRISK_E_CONTROL);
  T_EQ("array", secrisk_cvss_residual(&v, NULL, 1, &out, NULL), SECRISK_E_ARG);
  T_EQ("none", secrisk_cvss_residual(&v, NULL, 0, &out, NULL), SECRISK_OK);
  v.value[0] = 0;
  T_EQ("check", secrisk_cvss_residual(&v, NULL, 0, &out, NULL),
       SECRISK_E_MISSING);
  T_EQ("left alone", out.version, 31);
}

/* Each suggestion gives limits that residual takes, the scores of the rows
 * above, and nothing where there is nothing. */
static void suggestions(T_ARGS) {
  T_BEGIN;
  static const uint8_t scores[] = {88, 84, 68, 88, 72, 88, 73, 94, 81, 94, 98};
  for (unsigned i = 0; i < 256; i++) {
    bool there = i < T_COUNT(scores);
    uint8_t s = (uint8_t)i;
    secrisk_limit limits[3];
    secrisk_cvss out;
    T_EQ("text", secrisk_suggestion_text(s)[0] != '\0', there);
    T_EQ("v2.0", secrisk_suggestion_limits(s, 20, limits), 0);
    uint8_t n = secrisk_suggestion_limits(s, 31, limits);
    T_EQ("v3.1", run(base, limits, n, &out), SECRISK_OK);
    T_EQ("v3.1", secrisk_cvss_score(&out, 0), there ? scores[i] : 98);
    T_EQ("v3.0", secrisk_suggestion_limits(s, 30, limits), n);
    T_EQ("v4.0", secrisk_suggestion_limits(s, 40, limits), n);
    T_EQ("v4.0", run(base4, limits, n, &out), SECRISK_OK);
    T_EQ("v4.0", secrisk_cvss_score(&out, 0) < 93, there && n != 0);
  }
}

/* The order of controls and how limits are spread over them do not matter, and
 * a fault names its control and its limit. */
static void spread_over_controls(T_ARGS) {
  T_BEGIN;
  static const secrisk_limit all[3] = {V3(AV, L), V3(PR, H), V3(PR, L)};
  static const uint8_t orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                       {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
  secrisk_cvss v, want, out;
  secrisk_diag d;
  (void)secrisk_cvss_parse(base, sizeof base - 1, 0, &v, NULL);
  (void)secrisk_cvss_limit(&v, all, 3, &want, NULL);
  for (size_t i = 0; i < T_COUNT(orders); i++) {
    secrisk_control c[3] = {with_caps, with_caps, with_caps};
    for (size_t k = 0; k < 3; k++) {
      c[k].limits = &all[orders[i][k]];
      c[k].limit_count = 1;
    }
    T_EQ("order", secrisk_cvss_residual(&v, c, 3, &out, &d), SECRISK_OK);
    T_EQ("order", memcmp(&out, &want, sizeof out), 0);
  }
  static const secrisk_limit second_bad[2] = {V3(AV, L), {31, 0, 1}};
  secrisk_control c[3] = {with_caps, with_caps, with_caps};
  c[2].limits = second_bad;
  c[2].limit_count = 2;
  T_EQ("limit", secrisk_cvss_residual(&v, c, 3, &out, &d), SECRISK_E_METRIC);
  T_EQ("limit", d.offset * 100 + d.length, 202);
  T_EQ("limit", d.about, SECRISK_ABOUT_THREAT);
  c[1].state = 9;
  T_EQ("control", secrisk_cvss_residual(&v, c, 3, &out, &d), SECRISK_E_CONTROL);
  T_EQ("control", d.offset * 100 + d.length, 100);
  T_EQ("control", d.status, SECRISK_E_CONTROL);
}

#define CASES(X)                                                               \
  X(published_rows)                                                            \
  X(nothing_rises_v31)                                                         \
  X(v40)                                                                       \
  X(every_number_of_limits)                                                    \
  X(caps_that_cannot_be)                                                       \
  X(only_what_counts) X(spread_over_controls) X(suggestions)
T_MAIN_IF("cvss_residual", CASES,
          T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_CVSS3 |
                SECRISK_FEATURE_CVSS4),
          "this build leaves controls, v3 or v4.0 out")
