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

#define SIZE(type, want) {#type, sizeof(type), want},
#define AT(type, field, want) {#type "." #field, offsetof(type, field), want},
static const struct number shapes[] = {
#include "shapes_data.h"
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
