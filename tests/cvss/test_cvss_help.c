/* SPDX-License-Identifier: MIT */
/* Help: a sentence for each metric and each value, of every version. */
#include "t.h"

#define LONGEST 140 /* bytes, for a form's sake */

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

/* Calls check for every metric of every version in the build. */
static void each(void (*check)(uint8_t version, uint8_t metric,
                               const char *abbr)) {
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    uint8_t count = secrisk_cvss_metric_count(versions[i]);
    for (uint8_t metric = 0; metric < count; metric++) {
      check(versions[i], metric, secrisk_cvss_metric_abbr(versions[i], metric));
    }
  }
}

/* One ASCII sentence: a capital, no control character, one full stop. */
static bool is_sentence(const char *s) {
  size_t len = strlen(s);
  for (size_t i = 0; i < len; i++) {
    if (s[i] < ' ' || s[i] > '~') {
      return false;
    }
  }
  return len > 10 && len <= LONGEST && s[0] >= 'A' && s[0] <= 'Z' &&
         strchr(s, '.') == s + len - 1 && strstr(s, "  ") == NULL;
}

static void check_sentences(uint8_t version, uint8_t metric, const char *abbr) {
  uint8_t count = secrisk_cvss_value_count(version, metric);
  bool base = secrisk_cvss_mandatory(version, metric);
  T_TRUE(abbr, is_sentence(secrisk_cvss_metric_help(version, metric)));
  T_EQ(abbr, is_sentence(secrisk_cvss_value_help(version, metric, 0)), !base);
  T_EQ(abbr, secrisk_cvss_value_help(version, metric, 0)[0] == '\0', base);
  for (uint8_t i = 1; i < count; i++) {
    T_TRUE(abbr, is_sentence(secrisk_cvss_value_help(version, metric, i)));
  }
  T_STR(abbr, secrisk_cvss_value_help(version, metric, count), "");
}

static void every_one_has_a_sentence(T_ARGS) {
  T_BEGIN;
  each(check_sentences);
}

static void check_differ(uint8_t version, uint8_t metric, const char *abbr) {
  uint8_t count = secrisk_cvss_value_count(version, metric);
  for (uint8_t i = 0; i < count; i++) {
    const char *one = secrisk_cvss_value_help(version, metric, i);
    T_TRUE(abbr, strcmp(one, secrisk_cvss_metric_help(version, metric)) != 0);
    for (uint8_t k = 0; k < i; k++) {
      T_TRUE(abbr,
             strcmp(one, secrisk_cvss_value_help(version, metric, k)) != 0);
    }
  }
}

static void values_of_a_metric_differ(T_ARGS) {
  T_BEGIN;
  each(check_differ);
}

/* No two metrics of a version say the same. */
static void check_metric_differs(uint8_t version, uint8_t metric,
                                 const char *abbr) {
  for (uint8_t k = 0; k < metric; k++) {
    T_TRUE(abbr, strcmp(secrisk_cvss_metric_help(version, metric),
                        secrisk_cvss_metric_help(version, k)) != 0);
  }
}

static void metrics_differ(T_ARGS) {
  T_BEGIN;
  each(check_metric_differs);
}

/* What the sentence about Not Defined ends in, by what scoring takes it for. */
static const char *undefined_ends_in(uint8_t version, uint8_t metric) {
  const secrisk_cvss nothing = {version, {0}};
  uint8_t counts_as = secrisk_cvss_effective(&nothing, metric);
  if (counts_as != 0) {
    return secrisk_cvss_value_name(version, metric, counts_as);
  }
  return secrisk_cvss_group(version, metric) == SECRISK_GROUP_ENVIRONMENTAL
             ? "of its Base metric counts"
             : "no value of it changes the score";
}

static void check_undefined(uint8_t version, uint8_t metric, const char *abbr) {
  const char *help = secrisk_cvss_value_help(version, metric, 0);
  if (!secrisk_cvss_mandatory(version, metric)) {
    const char *part = undefined_ends_in(version, metric);
    const char *at = strstr(help, part);
    T_TRUE(abbr, at != NULL);
    T_TRUE(abbr, part[0] == '\0' || strcmp(at + strlen(part), ".") == 0);
  }
}

static void not_defined_says_what_counts(T_ARGS) {
  T_BEGIN;
  each(check_undefined);
}

/* A Modified metric is about the same, and its values mean the same. */
static void check_modified(uint8_t version, uint8_t metric, const char *abbr) {
  static const char in[] = "In your environment: ";
  uint8_t other = secrisk_cvss_modified(version, metric);
  if (other == SECRISK_NO_METRIC) {
    return;
  }
  const char *base = secrisk_cvss_metric_help(version, metric);
  const char *help = secrisk_cvss_metric_help(version, other);
  T_TRUE(abbr, strncmp(help, in, sizeof in - 1) == 0);
  T_STR(abbr, help + sizeof in, base + 1);
  for (uint8_t i = 1; i < secrisk_cvss_value_count(version, metric); i++) {
    bool negligible = version == SECRISK_CVSS40 && metric >= SECRISK_V40_SC &&
                      i == SECRISK_V40_SC_N;
    T_EQ(abbr,
         strcmp(secrisk_cvss_value_help(version, other, i),
                secrisk_cvss_value_help(version, metric, i)) != 0,
         negligible);
  }
}

static void modified_metrics_say_so(T_ARGS) {
  T_BEGIN;
  each(check_modified);
}

/* Sentences of which one could be taken for another, of each version. */
static const struct {
  uint8_t version, metric, value;
  const char *part;
} rows[] = {
    {20, SECRISK_V20_AV, SECRISK_V20_AV_A, "collision domain"},
    {20, SECRISK_V20_AC, SECRISK_V20_AC_M, "Somewhat"},
    {20, SECRISK_V20_AU, SECRISK_V20_AU_M, "twice"},
    {20, SECRISK_V20_E, SECRISK_V20_E_POC, "demonstration"},
    {20, SECRISK_V20_RL, SECRISK_V20_RL_TF, "temporary"},
    {20, SECRISK_V20_RC, SECRISK_V20_RC_UR, "Several unofficial"},
    {20, SECRISK_V20_CDP, SECRISK_V20_CDP_LM, "moderate"},
    {20, SECRISK_V20_TD, SECRISK_V20_TD_M, "26 % to 75 %"},
    {30, SECRISK_V3_AV, SECRISK_V3_AV_P, "touch"},
    {31, SECRISK_V3_S, SECRISK_V3_S_C, "different security authority"},
    {31, SECRISK_V3_RL, SECRISK_V3_RL_W, "Others than the vendor"},
    {31, SECRISK_V3_RC, SECRISK_V3_RC_R, "root cause"},
    {31, SECRISK_V3_IR, SECRISK_V3_IR_L, "only limited harm"},
    {31, SECRISK_V3_MPR, SECRISK_V3_PR_H, "administrator"},
    {40, SECRISK_V40_AT, SECRISK_V40_AT_P, "race"},
    {40, SECRISK_V40_UI, SECRISK_V40_UI_P, "without meaning to"},
    {40, SECRISK_V40_E, SECRISK_V40_E_A, "Attacks have been reported"},
    {40, SECRISK_V40_MSA, SECRISK_V40_MSA_S, "outage"},
    {40, SECRISK_V40_S, SECRISK_V40_S_N, "minor"},
    {40, SECRISK_V40_R, SECRISK_V40_R_I, "cannot recover"},
    {40, SECRISK_V40_V, SECRISK_V40_V_C, "many"},
    {40, SECRISK_V40_U, SECRISK_V40_U_AMBER, "moderate"},
};

static void the_right_sentence(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const char *help =
        secrisk_cvss_value_help(rows[i].version, rows[i].metric, rows[i].value);
    T_TRUE(rows[i].part, secrisk_cvss_metric_count(rows[i].version) == 0 ||
                             strstr(help, rows[i].part) != NULL);
  }
}

#define CASES(X)                                                               \
  X(every_one_has_a_sentence)                                                  \
  X(values_of_a_metric_differ)                                                 \
  X(metrics_differ)                                                            \
  X(not_defined_says_what_counts)                                              \
  X(modified_metrics_say_so) X(the_right_sentence)
T_MAIN_IF("cvss_help", CASES, T_HAS(SECRISK_FEATURE_HELP), "built without HELP")
