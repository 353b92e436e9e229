/* SPDX-License-Identifier: MIT */
/* What a program compiled against the header relies on: sizes, offsets,
 * values, and the bounds that macros promise. */
#include "t.h"

struct number {
  const char *name;
  unsigned long got, want;
};

static void constants_keep_their_values(T_ARGS) {
  T_BEGIN;
  static const struct number rows[] = {
#define X(name, want) {#name, name, want},
#include "constants_data.h"
#undef X
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    T_EQ(rows[i].name, rows[i].got, rows[i].want);
  }
}

#define SIZE(type, want)                                                       \
  { #type, sizeof(type), want }
#define AT(type, field, want)                                                  \
  { #type "." #field, offsetof(type, field), want }
/* The size of n pointers or size_t and some bytes. */
#define POINTERS(n, bytes)                                                     \
  ((n) * sizeof(void *) +                                                      \
   ((bytes) + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *))

static const struct number shapes[] = {
    SIZE(secrisk_status, 1),
    SIZE(secrisk_tenths, 1),
    SIZE(secrisk_level, 1),
    SIZE(secrisk_score_kind, 1),
    SIZE(secrisk_group, 1),
    SIZE(secrisk_about, 1),
    SIZE(secrisk_system, 1),
    SIZE(secrisk_rule, 1),
    SIZE(secrisk_policy_id, 1),
    SIZE(secrisk_control_kind, 1),
    SIZE(secrisk_state, 1),
    SIZE(secrisk_domains, 1),
    SIZE(secrisk_decision, 1),
    SIZE(secrisk_answer, 1),
    SIZE(secrisk_harm, 1),
    SIZE(secrisk_reason, 1),
    SIZE(secrisk_diag, 16),
    AT(secrisk_diag, offset, 0),
    AT(secrisk_diag, length, 4),
    AT(secrisk_diag, lenient, 8),
    AT(secrisk_diag, status, 12),
    AT(secrisk_diag, version, 13),
    AT(secrisk_diag, metric, 14),
    AT(secrisk_diag, about, 15),
    SIZE(secrisk_cvss, 40),
    AT(secrisk_cvss, version, 0),
    AT(secrisk_cvss, value, 1),
    SIZE(secrisk_dread, 6),
    AT(secrisk_dread, scheme, 0),
    AT(secrisk_dread, half, 1),
    SIZE(secrisk_scale, 3),
    AT(secrisk_scale, low, 0),
    AT(secrisk_scale, high, 1),
    AT(secrisk_scale, step, 2),
    SIZE(secrisk_risk, 4),
    AT(secrisk_risk, system, 0),
    AT(secrisk_risk, kind, 1),
    AT(secrisk_risk, tenths, 2),
    AT(secrisk_risk, level, 3),
    SIZE(secrisk_band, 4),
    AT(secrisk_band, system, 0),
    AT(secrisk_band, first, 1),
    AT(secrisk_band, last, 2),
    AT(secrisk_band, level, 3),
    SIZE(secrisk_limit, 3),
    AT(secrisk_limit, version, 0),
    AT(secrisk_limit, metric, 1),
    AT(secrisk_limit, value, 2),
    SIZE(secrisk_evaluation, 12),
    AT(secrisk_evaluation, decision, 0),
    AT(secrisk_evaluation, reserved, 1),
    AT(secrisk_evaluation, remarks, 2),
    AT(secrisk_evaluation, missing, 4),
    AT(secrisk_evaluation, initial_level, 6),
    AT(secrisk_evaluation, initial_tenths, 7),
    AT(secrisk_evaluation, residual_level, 8),
    AT(secrisk_evaluation, residual_tenths, 9),
    AT(secrisk_evaluation, reserved2, 10),
    SIZE(secrisk_counts, 160),
    AT(secrisk_counts, decision, 0),
    AT(secrisk_counts, initial, 32),
    AT(secrisk_counts, residual, 64),
    AT(secrisk_counts, missing, 96),
    SIZE(secrisk_class, 1),
    SIZE(secrisk_hazard, 3),
    AT(secrisk_hazard, contributes, 0),
    AT(secrisk_hazard, unacceptable, 1),
    AT(secrisk_hazard, harm, 2),
    SIZE(secrisk_item, 5),
    AT(secrisk_item, parent, 0),
    AT(secrisk_item, own, 1),
    AT(secrisk_item, segregated, 2),
    AT(secrisk_item, rationale, 3),
    AT(secrisk_item, controls, 4),
    /* Those with pointers, which are inputs only. */
    SIZE(secrisk_policy, POINTERS(2, 8)),
    AT(secrisk_policy, bands, 0),
    AT(secrisk_policy, band_count, POINTERS(1, 0)),
    AT(secrisk_policy, rule, POINTERS(2, 0)),
    SIZE(secrisk_control, POINTERS(3, 4)),
    AT(secrisk_control, reference, 0),
    AT(secrisk_control, limits, POINTERS(1, 0)),
    AT(secrisk_control, limit_count, POINTERS(2, 0)),
    AT(secrisk_control, kind, POINTERS(3, 0)),
    AT(secrisk_control, state, POINTERS(3, 0) + 1),
    AT(secrisk_control, domains, POINTERS(3, 0) + 2),
    AT(secrisk_control, cryptographic, POINTERS(3, 0) + 3),
    SIZE(secrisk_threat, POINTERS(4, 10)),
    AT(secrisk_threat, controls, 0),
    AT(secrisk_threat, control_count, POINTERS(1, 0)),
    AT(secrisk_threat, rationale, POINTERS(2, 0)),
    AT(secrisk_threat, benefit_risk, POINTERS(3, 0)),
    AT(secrisk_threat, initial, POINTERS(4, 0)),
    AT(secrisk_threat, residual, POINTERS(4, 0) + 4),
    AT(secrisk_threat, rerated, POINTERS(4, 0) + 8),
    AT(secrisk_threat, impairs, POINTERS(4, 0) + 9),
    SIZE(secrisk_matrix, POINTERS(1, 2)),
    AT(secrisk_matrix, cells, 0),
    AT(secrisk_matrix, rows, POINTERS(1, 0)),
    AT(secrisk_matrix, columns, POINTERS(1, 0) + 1),
};

static void structs_keep_their_shape(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(shapes); i++) {
    T_EQ(shapes[i].name, shapes[i].got, shapes[i].want);
  }
  struct {
    char c;
    secrisk_cvss v;
  } packed;
  T_EQ("alignment of secrisk_cvss", sizeof packed, 41);
}

static void version_is_the_headers(T_ARGS) {
  T_BEGIN;
  uint32_t v = secrisk_version();
  T_EQ("major", v >> 16, SECRISK_VERSION_MAJOR);
  T_EQ("minor", v >> 8 & 0xff, SECRISK_VERSION_MINOR);
  T_EQ("patch", v & 0xff, SECRISK_VERSION_PATCH);
}

/* Features say what the build really does. */
static void features_are_true(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *name;
    uint32_t feature;
    uint8_t version;
  } rows[] = {
      {"v2.0", SECRISK_FEATURE_CVSS2, SECRISK_CVSS20},
      {"v3.0", SECRISK_FEATURE_CVSS3, SECRISK_CVSS30},
      {"v3.1", SECRISK_FEATURE_CVSS3, SECRISK_CVSS31},
      {"v4.0", SECRISK_FEATURE_CVSS4, SECRISK_CVSS40},
  };
  const uint32_t features = secrisk_features();
  T_EQ("unknown bits", features & ~UINT32_C(0x1ff), 0);
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    uint8_t version = rows[i].version;
    bool in = (features & rows[i].feature) != 0;
    bool names = in && (features & SECRISK_FEATURE_NAMES) != 0;
    bool json = in && (features & SECRISK_FEATURE_JSON) != 0;
    bool help = in && (features & SECRISK_FEATURE_HELP) != 0;
    T_EQ(rows[i].name, secrisk_cvss_metric_count(version) > 0, in);
    T_EQ(rows[i].name, secrisk_cvss_metric_name(version, 0)[0] != 0, names);
    T_EQ(rows[i].name, secrisk_cvss_metric_json(version, 0)[0] != 0, json);
    T_EQ(rows[i].name, secrisk_cvss_metric_help(version, 0)[0] != 0, help);
  }
}

/* The vector of a version whose text is the longest. */
static secrisk_cvss longest(uint8_t version) {
  secrisk_cvss v = {version, {0}};
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(version); m++) {
    size_t most = 0;
    for (uint8_t i = 1; i < secrisk_cvss_value_count(version, m); i++) {
      size_t len = strlen(secrisk_cvss_value_abbr(version, m, i)) * 100 +
                   strlen(secrisk_cvss_value_json(version, m, i));
      if (len > most) {
        most = len;
        v.value[m] = i;
      }
    }
  }
  return v;
}

static void buffers_hold_any(T_ARGS) {
  T_BEGIN;
  static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                     SECRISK_CVSS31, SECRISK_CVSS40};
  char buf[SECRISK_JSON_SIZE];
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    secrisk_cvss v = longest(versions[i]);
    size_t text = secrisk_cvss_format(&v, buf, sizeof buf);
    T_TRUE("format", text < SECRISK_CVSS_TEXT_SIZE);
    T_TRUE("parse", text < SECRISK_TEXT_MAX);
    T_TRUE("json", secrisk_cvss_json(&v, SECRISK_JSON_ALL, buf, sizeof buf) <
                       SECRISK_JSON_SIZE);
  }
}

#define CASES(X)                                                               \
  X(constants_keep_their_values)                                               \
  X(structs_keep_their_shape)                                                  \
  X(version_is_the_headers) X(features_are_true) X(buffers_hold_any)
T_MAIN("promises", CASES)
