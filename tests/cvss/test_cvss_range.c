/* SPDX-License-Identifier: MIT */
/* The bounds of a partial vector's score, against every way to complete it. */
#include <stdlib.h>

#include "t.h"
#ifndef T_REDUCED
#include "enumerate.h"
#endif
#ifndef T_STDIO
#include "csv.h"
#endif

struct range {
  const char *vector;
  uint8_t low, high;
};
#include "data/ranges.h"

#if defined T_TINY
#define ROUNDS 10
#define IMPACT_STEP 1009
#elif defined T_REDUCED
#define ROUNDS 40
#define IMPACT_STEP 101
#else
#define ROUNDS 2500
#define IMPACT_STEP 1
#endif

#define PARTIAL (SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PART_GROUP)

static const struct range facts[] = {
    {"CVSS:3.0/PR:N/UI:R/A:H/IR:H/MPR:L/MI:H/MA:L", 59, 91},
    {"I:N/CDP:LM/TD:ND/CR:L/IR:M/AR:ND", 29, 90},
    {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98, 98},
    {"AV:N/AC:L/Au:N/C:N/I:N/A:N", 0, 0},
    {"CVSS:3.1/", 0, 100},
    {"CVSS:4.0/", 0, 100},
    {"CVSS:3.0/MAV:P/MAC:H/MPR:H/MUI:R/MS:U/MC:N/MI:N/MA:L", 16, 16},
};

static void check_row(const char *vector, long low, long high) {
  secrisk_cvss v;
  secrisk_diag d;
  uint8_t found[2] = {1, 1};
  T_EQ(vector, secrisk_cvss_parse(vector, strlen(vector), PARTIAL, &v, NULL),
       SECRISK_OK);
  T_EQ(vector, secrisk_cvss_range(&v, 0, &found[0], &found[1], &d), SECRISK_OK);
  T_EQ(vector, found[0], low);
  T_EQ(vector, found[1], high);
  T_EQ(vector, d.status + d.offset + d.length + d.lenient, 0);
  T_EQ(vector, d.version, v.version);
  T_EQ(vector, d.metric, SECRISK_NO_METRIC);
}

static void rows(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(facts); i++) {
    check_row(facts[i].vector, facts[i].low, facts[i].high);
  }
  for (size_t i = 0; i < T_COUNT(ranges); i++) {
    check_row(ranges[i].vector, ranges[i].low, ranges[i].high);
  }
}

#ifdef T_STDIO
static void table(T_ARGS) {
  T_BEGIN; /* there are no files */
}
#else
/* All rows of the table that those of ranges.h are from, where it is. */
static void table(T_ARGS) {
  T_BEGIN;
  struct csv c;
  const char *folder = getenv("SECRISK_ORACLE");
  int more;
  if (folder == NULL || !csv_open(&c, folder, "range.csv")) {
    printf("# no range.csv in SECRISK_ORACLE\n");
    return;
  }
  while ((more = csv_next(&c)) != 0) {
    T_EQ("fields", more, 1);
    check_row(
        csv_field(&c, "vector"),
        secrisk_tenths_read(csv_field(&c, "low"), strlen(csv_field(&c, "low"))),
        secrisk_tenths_read(csv_field(&c, "high"),
                            strlen(csv_field(&c, "high"))));
  }
  T_TRUE("rows", c.row > 1000);
}
#endif

/* Both bounds by trying everything. */
static void brute_force(secrisk_cvss v, uint8_t kind, uint8_t *low,
                        uint8_t *high) {
  uint8_t missing[11], count = 0, at = 0;
  for (uint8_t m = 0; secrisk_cvss_mandatory(v.version, m); m++) {
    if (v.value[m] == 0) {
      missing[count++] = m;
      v.value[m] = 1;
    }
  }
  *low = 255;
  *high = 0;
  do {
    uint8_t score = secrisk_cvss_score(&v, kind);
    *low = score < *low ? score : *low;
    *high = score > *high ? score : *high;
    for (at = 0; at < count; at++) {
      uint8_t *value = &v.value[missing[at]];
      if (++*value < secrisk_cvss_value_count(v.version, missing[at])) {
        break;
      }
      *value = 1;
    }
  } while (at < count);
}

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

static uint32_t random_state = 2463534242u;

static uint32_t random_below(uint32_t end) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 17;
  random_state ^= random_state << 5;
  return random_state % end;
}

static const uint8_t kinds[] = {SECRISK_SCORE_OVERALL,
                                SECRISK_SCORE_B,
                                SECRISK_SCORE_BT,
                                SECRISK_SCORE_BE,
                                SECRISK_SCORE_BTE,
                                SECRISK_SCORE_IMPACT,
                                SECRISK_SCORE_EXPLOITABILITY,
                                SECRISK_SCORE_MODIFIED_IMPACT};

/* Some Base metrics missing, at most `most`; some optional ones defined. */
static secrisk_cvss random_partial(uint8_t version, uint32_t most) {
  secrisk_cvss v = {version, {0}};
  uint8_t count = secrisk_cvss_metric_count(version);
  uint32_t missing = 0;
  uint32_t dense = 1 + random_below(4);
  for (uint8_t m = 0; m < count; m++) {
    bool base = secrisk_cvss_mandatory(version, m);
    bool leave = base ? missing < most && random_below(2) == 0
                      : random_below(dense) != 0;
    uint32_t values = secrisk_cvss_value_count(version, m);
    if (!leave) {
      v.value[m] = (uint8_t)(1 + random_below(values - 1));
    }
    missing += base && leave;
  }
  return v;
}

/* Any partial vector, any kind. */
static void any_vector(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    uint8_t version = versions[i % T_COUNT(versions)];
    secrisk_cvss v = random_partial(version, version == 40 ? 5 : 11);
    for (size_t k = 0; k < T_COUNT(kinds); k++) {
      char text[SECRISK_CVSS_TEXT_SIZE];
      uint8_t want[2], got[2];
      brute_force(v, kinds[k], &want[0], &want[1]);
      (void)secrisk_cvss_format(&v, text, sizeof text);
      bool none = version == 40 && kinds[k] > SECRISK_SCORE_BTE;
      T_EQ(text, secrisk_cvss_range(&v, kinds[k], &got[0], &got[1], NULL),
           none ? SECRISK_E_ARG : SECRISK_OK);
      T_EQ(text, got[0], want[0]);
      T_EQ(text, got[1], none ? SECRISK_NO_SCORE : want[1]);
    }
  }
}

/* What range says of these kinds, beside every choice. */
static void agrees(const secrisk_cvss *v, const uint8_t some[3]) {
  for (size_t k = 0; k < 3; k++) {
    char text[SECRISK_CVSS_TEXT_SIZE];
    uint8_t want[2], got[2];
    brute_force(*v, some[k], &want[0], &want[1]);
    (void)secrisk_cvss_format(v, text, sizeof text);
    (void)secrisk_cvss_range(v, some[k], &got[0], &got[1], NULL);
    T_EQ(text, got[0], want[0]);
    T_EQ(text, got[1], want[1]);
  }
}
/* Every impact, given or not, under every requirement: 3.0's falls again near
 * its end, and 2.0's may be below that of none at all. */
static void every_impact(T_ARGS) {
  T_BEGIN;
  static const uint8_t kinds3[] = {
      SECRISK_SCORE_IMPACT, SECRISK_SCORE_MODIFIED_IMPACT, SECRISK_SCORE_BE};
  static const uint8_t kinds2[] = {SECRISK_SCORE_IMPACT, SECRISK_SCORE_B,
                                   SECRISK_SCORE_BE};
  for (uint32_t i = 0; i < UINT32_C(2) * 3 * 64 * 64; i += IMPACT_STEP) {
    secrisk_cvss v3 = {(uint8_t)(30 + i % 2), {1, 1, 1, 1}};
    secrisk_cvss v2 = {SECRISK_CVSS20, {3, 3, 3}};
    uint32_t rest = i / 6;
    v3.value[SECRISK_V3_S] = (uint8_t)(i / 2 % 3);
    v2.value[SECRISK_V20_CDP] = (uint8_t)(i % 6);
    for (uint8_t m = 0; m < 3; m++, rest /= 16) {
      v3.value[SECRISK_V3_C + m] = (uint8_t)(rest % 4);
      v3.value[SECRISK_V3_CR + m] = (uint8_t)(rest / 4 % 4);
      v2.value[SECRISK_V20_C + m] = (uint8_t)(rest % 4);
      v2.value[SECRISK_V20_CR + m] = (uint8_t)(rest / 4 % 4);
    }
    agrees(&v3, kinds3);
    agrees(&v2, kinds2);
  }
}

static void refused(T_ARGS) {
  T_BEGIN;
  for (uint32_t kind = 0; kind < 256; kind++) {
    for (size_t i = 0; i < T_COUNT(versions); i++) {
      secrisk_cvss v = {versions[i], {1}};
      uint8_t low = 1, high = 1;
      secrisk_diag d;
      bool whole = kind <= 7 && (kind == 0 || kind % 2 == 1);
      bool sub = versions[i] != 40 && kind >= 8 && kind <= 10;
      secrisk_status status =
          secrisk_cvss_range(&v, (uint8_t)kind, &low, &high, &d);
      T_EQ("kind", status, whole || sub ? SECRISK_OK : SECRISK_E_ARG);
      T_EQ("kind", d.status, status);
      T_EQ("kind", d.offset + d.length, 0);
      T_TRUE("kind",
             status == SECRISK_OK || (low == SECRISK_NO_SCORE && high == low));
    }
  }
  for (uint32_t version = 0; version < 256; version++) {
    for (uint8_t byte = 0; byte < 39; byte++) {
      secrisk_cvss v = {(uint8_t)version, {0}};
      uint8_t low = 1, high = 1;
      secrisk_diag d, want;
      v.value[byte] = 9;
      secrisk_status status = secrisk_cvss_check(&v, &want);
      T_TRUE("bytes", status != SECRISK_OK && status != SECRISK_E_MISSING);
      T_EQ("bytes", secrisk_cvss_range(&v, 0, &low, &high, &d), status);
      T_EQ("bytes", memcmp(&d, &want, sizeof d), 0);
      T_TRUE("bytes", low == SECRISK_NO_SCORE && high == SECRISK_NO_SCORE);
    }
  }
}

/* --- What range relies on: one step of a metric that it does not try towards
 * the value that raises the score most never lowers the score. ------------- */

#ifndef T_REDUCED
static uint8_t scores[104976]; /* every Base state of v4.0 */

static void steps(const struct states *base, const char *not_stepped,
                  size_t states, const char *row) {
  size_t stride = states;
  for (int i = 0; i < base->axes; i++) {
    const struct axis *a = &base->axis[i];
    const char *name = secrisk_cvss_metric_abbr(base->v.version, a->metric);
    stride /= a->count;
    if (strstr(not_stepped, name) != NULL) {
      continue;
    }
    for (size_t n = 0; n < states; n++) {
      if (n / stride % a->count != 0) {
        T_TRUE(row, scores[n - stride] >= scores[n]);
      }
    }
  }
}

static void prove(uint8_t version, uint8_t kind, const char *base,
                  const char *options, const char *not_stepped) {
  struct states option;
  struct states s;
  memset(&option, 0, sizeof option);
  states_start(&option, version, options);
  do {
    size_t n = 0;
    s.v = option.v;
    states_start(&s, version, base);
    do {
      scores[n++] = secrisk_cvss_score(&s.v, kind);
    } while (states_next(&s));
    steps(&s, not_stepped, n, options);
  } while (states_next(&option));
}

#define V2 "AV:N,A,L AC:L,M,H Au:N,S,M C:C,P,N I:C,P,N A:C,P,N"
#define V3 "AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N"
#define V4                                                                     \
  "AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N "     \
  "SC:H,L,N SI:H,L,N SA:H,L,N"

static void extremes(T_ARGS) {
  T_BEGIN;
  static const uint8_t plain[] = {SECRISK_SCORE_B, SECRISK_SCORE_IMPACT,
                                  SECRISK_SCORE_EXPLOITABILITY};
  for (size_t i = 0; i < T_COUNT(plain); i++) {
    prove(SECRISK_CVSS20, plain[i], V2, "E:ND", "C I A");
    prove(SECRISK_CVSS30, plain[i], V3, "E:X", "S C I A");
    prove(SECRISK_CVSS31, plain[i], V3, "E:X", "S");
  }
  static const char requirements[] = "CR:H,M,L IR:H,M,L AR:H,M,L";
  static const char v3[] =
      "E:H,F,P,U RL:U,W,T,O RC:C,R,U CR:H,M,L IR:H,M,L AR:H,M,L";
  static const char v2[] = "E:H,POC,U RL:U,OF RC:C,UC CDP:N,L,H TD:H,M,L,N "
                           "CR:H,M,L IR:H,M,L AR:H,M,L";
  prove(SECRISK_CVSS20, SECRISK_SCORE_BTE, V2, v2, "C I A");
  prove(SECRISK_CVSS30, SECRISK_SCORE_BTE, V3, v3, "S C I A");
  prove(SECRISK_CVSS31, SECRISK_SCORE_BTE, V3, v3, "S");
  prove(SECRISK_CVSS31, SECRISK_SCORE_MODIFIED_IMPACT, V3, requirements, "S");
  prove(SECRISK_CVSS40, SECRISK_SCORE_BTE, V4,
        "E:A,P,U CR:H,M,L IR:H,M,L AR:H,M,L", " ");
}
#else
static void extremes(T_ARGS) {
  T_BEGIN; /* takes minutes where tests are reduced */
}
#endif

#define CASES(X)                                                               \
  X(rows) X(table) X(any_vector) X(every_impact) X(refused) X(extremes)
T_MAIN_IF("cvss_range", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
