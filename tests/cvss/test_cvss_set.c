/* SPDX-License-Identifier: MIT */
/* What changes a vector: set and set_text, for every metric, value and name; a
 * failure changes nothing. */
#include <stdlib.h>

#include "filled.h"
#include "t.h"

#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define NONE SECRISK_NO_METRIC

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

/* Every metric and ordinal, of every version: set, or v unchanged. */
static void set(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < UINT32_C(256) * 256; i++) {
    uint8_t m = (uint8_t)(i / 256);
    uint8_t value = (uint8_t)i;
    for (size_t k = 0; k < T_COUNT(versions); k++) {
      secrisk_status want = SECRISK_OK;
      secrisk_cvss v;
      secrisk_cvss after;
      fill(&v, versions[k]);
      memcpy(&after, &v, sizeof v);
      if (m >= secrisk_cvss_metric_count(v.version)) {
        want = SECRISK_E_METRIC;
      } else if (value >= secrisk_cvss_value_count(v.version, m) ||
                 (value == 0 && secrisk_cvss_mandatory(v.version, m))) {
        want = SECRISK_E_VALUE;
      } else {
        after.value[m] = value;
      }
      T_EQ("set", secrisk_cvss_set(&v, m, value), want);
      T_TRUE("set", memcmp(&v, &after, sizeof v) == 0);
    }
  }
}

static void set_without_version(T_ARGS) {
  T_BEGIN;
  for (unsigned version = 0; version < 256; version++) {
    secrisk_cvss v = {(uint8_t)version, {0}};
    secrisk_cvss before = {(uint8_t)version, {0}};
    if (secrisk_cvss_metric_count(v.version) != 0) {
      continue;
    }
    T_EQ("set", secrisk_cvss_set(&v, 0, 1), SECRISK_E_VERSION);
    T_EQ("set_text", secrisk_cvss_set_text(&v, "AV", 2, "N", 1, NULL),
         SECRISK_E_VERSION);
    T_TRUE("unchanged", memcmp(&v, &before, sizeof v) == 0);
  }
}

struct text_row {
  uint8_t version;
  const char *metric;
  size_t metric_len;
  const char *value;
  size_t value_len;
  secrisk_status status;
  uint8_t id, ordinal; /* set, if OK */
};

#define T(s) s, sizeof s - 1

static const struct text_row text_rows[] = {
    {20, T("Au"), T("M"), SECRISK_OK, 2, 3},
    {20, T("E"), T("POC"), SECRISK_OK, 6, 3},
    {20, T("E"), T("ND"), SECRISK_OK, 6, 0},
    {20, T("CDP"), T("LM"), SECRISK_OK, 9, 3},
    {20, T("CDP"), T("L"), SECRISK_OK, 9, 4},
    {30, T("AV"), T("P"), SECRISK_OK, 0, 4},
    {31, T("MAV"), T("X"), SECRISK_OK, 14, 0},
    {31, T("MAV"), T("N"), SECRISK_OK, 14, 1},
    {40, T("MSI"), T("S"), SECRISK_OK, 24, 4},
    {40, T("AU"), T("Y"), SECRISK_OK, 27, 2},
    {40, T("U"), T("Amber"), SECRISK_OK, 31, 3},
    {20, T("AU"), T("M"), SECRISK_E_METRIC, 0, 0},
    {20, T("MAV"), T("N"), SECRISK_E_METRIC, 0, 0},
    {31, T("av"), T("N"), SECRISK_E_METRIC, 0, 0},
    {31, T(""), T("N"), SECRISK_E_METRIC, 0, 0},
    {31, NULL, 0, T("N"), SECRISK_E_METRIC, 0, 0},
    {31, T("AV:"), T("N"), SECRISK_E_METRIC, 0, 0},
    {31, T("AV\0"), T("N"), SECRISK_E_METRIC, 0, 0},
    {31, T("AVX"), T("N"), SECRISK_E_METRIC, 0, 0},
    {31, "AVX", 1, T("L"), SECRISK_OK, 7, 2}, /* A, and no more is read */
    {31, T("AV"), T("X"), SECRISK_E_VALUE, 0, 0},
    {31, T("AV"), T("n"), SECRISK_E_VALUE, 0, 0},
    {31, T("AV"), T(""), SECRISK_E_VALUE, 0, 0},
    {31, T("AV"), NULL, 0, SECRISK_E_VALUE, 0, 0},
    {31, T("AV"), T("NN"), SECRISK_E_VALUE, 0, 0},
    {31, T("AV"), T("N/"), SECRISK_E_VALUE, 0, 0},
    {31, T("AV"), T("N\0"), SECRISK_E_VALUE, 0, 0},
    {31, T("AV"), T(" N"), SECRISK_E_VALUE, 0, 0},
    {31, T("MAV"), T("ND"), SECRISK_E_VALUE, 0, 0},
    {20, T("E"), T("X"), SECRISK_E_VALUE, 0, 0},
    {20, T("E"), T("POCX"), SECRISK_E_VALUE, 0, 0},
    {20, T("E"), "POC", 2, SECRISK_E_VALUE, 0, 0},
    {40, T("SI"), T("S"), SECRISK_E_VALUE, 0, 0},
    {40, T("U"), T("amber"), SECRISK_E_VALUE, 0, 0},
};

static void set_text(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(text_rows); i++) {
    const struct text_row *r = &text_rows[i];
    char row[16];
    secrisk_cvss v;
    secrisk_cvss after;
    snprintf(row, sizeof row, "row %u", (unsigned)i);
    fill(&v, r->version);
    memcpy(&after, &v, sizeof v);
    if (r->status == SECRISK_OK) {
      after.value[r->id] = r->ordinal;
    }
    T_EQ(row,
         secrisk_cvss_set_text(&v, r->metric, r->metric_len, r->value,
                               r->value_len, NULL),
         r->status);
    T_TRUE(row, memcmp(&v, &after, sizeof v) == 0);
  }
}

/* The whole diagnostic of set_text: its offset counts from the start of the
 * name, or of the value, which is where either begins. */
static const struct diag_row {
  const char *name;
  uint8_t version;
  const char *metric, *value;
  secrisk_status status;
  uint8_t length, as, id; /* of the diagnostic */
} diag_rows[] = {
    {"set", 31, "MAV", "N", SECRISK_OK, 0, 31, NONE},
    {"no metric", 31, "Au", "N", SECRISK_E_METRIC, 2, 31, NONE},
    {"no name", 40, "", "N", SECRISK_E_METRIC, 0, 40, NONE},
    {"no value", 31, "MAV", "ND", SECRISK_E_VALUE, 2, 31, SECRISK_V3_MAV},
    {"nothing", 20, "CDP", "", SECRISK_E_VALUE, 0, 20, SECRISK_V20_CDP},
    {"no vector", 0, "AV", "N", SECRISK_E_VERSION, 0, 0, NONE},
    {"no text", 31, NULL, "N", SECRISK_E_ARG, 0, 31, NONE},
    {"no text for a value", 31, "AV", NULL, SECRISK_E_ARG, 0, 31, NONE},
};

static void set_text_diag(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(diag_rows); i++) {
    const struct diag_row *r = &diag_rows[i];
    const secrisk_diag want = {0,     r->length,         0, r->status, r->as,
                               r->id, SECRISK_ABOUT_CVSS};
    secrisk_diag d;
    secrisk_cvss v;
    fill(&v, r->version);
    memset(&d, 0xa5, sizeof d);
    T_EQ(r->name,
         secrisk_cvss_set_text(
             &v, r->metric, r->metric != NULL ? strlen(r->metric) : 1, r->value,
             r->value != NULL ? strlen(r->value) : 1, &d),
         r->status);
    T_EQ(r->name, memcmp(&d, &want, sizeof d), 0);
  }
}

/* From nothing but a version, set by set, to what parse reads. */
static void built_from_nothing(T_ARGS) {
  T_BEGIN;
  static const char *const pairs[][2] = {{"A", "H"},  {"C", "H"}, {"I", "H"},
                                         {"S", "U"},  {"E", "P"}, {"PR", "N"},
                                         {"UI", "N"}, {"AC", "L"}};
  secrisk_cvss v = {SECRISK_CVSS31, {0}};
  secrisk_cvss want;
  for (size_t i = 0; i < T_COUNT(pairs); i++) {
    T_EQ(pairs[i][0],
         secrisk_cvss_set_text(&v, pairs[i][0], strlen(pairs[i][0]),
                               pairs[i][1], 1, NULL),
         SECRISK_OK);
    T_EQ("not yet", secrisk_cvss_check(&v, NULL), SECRISK_E_MISSING);
  }
  T_EQ("AV", secrisk_cvss_set(&v, SECRISK_V3_AV, SECRISK_V3_AV_N), SECRISK_OK);
  T_EQ("now", secrisk_cvss_check(&v, NULL), SECRISK_OK);
  T_EQ("parse", secrisk_cvss_parse(V31 "/E:P", sizeof V31 + 3, 0, &want, NULL),
       SECRISK_OK);
  T_TRUE("the same", memcmp(&v, &want, sizeof v) == 0);
}

/* A name or value longer than any is refused unread: the length promises more
 * than there is memory, and every letter would make the token longer. */
static void names_too_long_to_be_read(T_ARGS) {
  T_BEGIN;
  static const size_t lengths[] = {6, 4096, (size_t)-1 / 2, (size_t)-1};
  char *letters = malloc(5);
  T_TRUE("memory", letters != NULL);
  memset(letters, 'A', 5);
  for (size_t i = 0; i < T_COUNT(lengths); i++) {
    secrisk_cvss v = {SECRISK_CVSS40, {0}};
    secrisk_diag d;
    T_EQ("metric_find", secrisk_cvss_metric_find(40, letters, lengths[i]),
         SECRISK_NO_METRIC);
    T_EQ("metric", secrisk_cvss_set_text(&v, letters, lengths[i], "N", 1, NULL),
         SECRISK_E_METRIC);
    T_EQ("value", secrisk_cvss_set_text(&v, "U", 1, letters, lengths[i], &d),
         SECRISK_E_VALUE);
    T_EQ("value", d.offset, 0);
    uint64_t length = lengths[i];
    T_EQ("value", d.length, length < UINT32_MAX ? length : UINT32_MAX);
  }
  free(letters);
}

#define CASES(X)                                                               \
  X(set)                                                                       \
  X(set_without_version)                                                       \
  X(set_text)                                                                  \
  X(set_text_diag)                                                             \
  X(names_too_long_to_be_read)                                                 \
  X(built_from_nothing)
T_MAIN_IF("cvss_set", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
