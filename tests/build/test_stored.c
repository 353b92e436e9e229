/* SPDX-License-Identifier: MIT */
/* What an earlier version stored, this one reads: structs byte by byte, texts,
 * scores.  Only rows may be added, a file a release. */
#include "t.h"

#include "data/stored_0_9_0.h"

/* The bytes that a row writes as hexadecimal digits. */
static void load(const char *digits, void *to, size_t size) {
  unsigned char *bytes = to;
  for (size_t i = 0; i < size; i++) {
    unsigned byte = 0;
    for (size_t k = 0; k < 2; k++) {
      char c = digits[2 * i + k];
      byte = byte * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    bytes[i] = (unsigned char)byte;
  }
}

static void vectors(T_ARGS) {
  T_BEGIN;
  static const uint8_t kinds[] = {SECRISK_SCORE_B, SECRISK_SCORE_BT,
                                  SECRISK_SCORE_BE, SECRISK_SCORE_BTE};
  for (size_t i = 0; i < T_COUNT(stored_vectors); i++) {
    const char *text = stored_vectors[i].text;
    secrisk_cvss v, parsed;
    char again[SECRISK_CVSS_TEXT_SIZE];
    T_EQ(text, strlen(stored_vectors[i].bytes), 2 * sizeof v);
    load(stored_vectors[i].bytes, &v, sizeof v);
    T_EQ(text, secrisk_cvss_check(&v, NULL), SECRISK_OK);
    (void)secrisk_cvss_format(&v, again, sizeof again);
    T_STR("text", again, text);
    T_EQ(text, secrisk_cvss_parse(text, strlen(text), 0, &parsed, NULL),
         SECRISK_OK);
    T_EQ(text, memcmp(&v, &parsed, sizeof v), 0);
    for (size_t k = 0; k < T_COUNT(kinds); k++) {
      T_EQ(text, secrisk_cvss_score(&v, kinds[k]), stored_vectors[i].score[k]);
    }
  }
}

static void ratings(T_ARGS) {
  T_BEGIN;
  if (!T_HAS(SECRISK_FEATURE_DREAD)) {
    return;
  }
  for (size_t i = 0; i < T_COUNT(stored_ratings); i++) {
    const char *text = stored_ratings[i].text;
    secrisk_dread d, parsed;
    char again[SECRISK_DREAD_TEXT_SIZE];
    T_EQ(text, strlen(stored_ratings[i].bytes), 2 * sizeof d);
    load(stored_ratings[i].bytes, &d, sizeof d);
    T_EQ(text, secrisk_dread_tenths(&d), stored_ratings[i].tenths);
    (void)secrisk_dread_format(&d, again, sizeof again);
    T_STR("text", again, text);
    T_EQ(text, secrisk_dread_parse(text, strlen(text), &parsed, NULL),
         SECRISK_OK);
    T_EQ(text, memcmp(&d, &parsed, sizeof d), 0);
  }
}

/* The other structs that may be stored, each with all bytes told apart. */
static void records(T_ARGS) {
  T_BEGIN;
  secrisk_risk risk;
  secrisk_band band;
  secrisk_limit limit;
  secrisk_hazard hazard;
  secrisk_item item;
  load("1f076204", &risk, sizeof risk);
  T_EQ("risk", risk.system, SECRISK_CVSS31);
  T_EQ("risk", risk.kind, SECRISK_SCORE_BTE);
  T_EQ("risk", risk.tenths, 98);
  T_EQ("risk", risk.level, SECRISK_LEVEL_HIGH);
  load("28465903", &band, sizeof band);
  T_EQ("band", band.system, SECRISK_CVSS40);
  T_EQ("band", band.first, 70);
  T_EQ("band", band.last, 89);
  T_EQ("band", band.level, SECRISK_LEVEL_MEDIUM);
  load("1f0e04", &limit, sizeof limit);
  T_EQ("limit", limit.version, SECRISK_CVSS31);
  T_EQ("limit", limit.metric, SECRISK_V3_MAV);
  T_EQ("limit", limit.value, SECRISK_V3_AV_P);
  load("010203", &hazard, sizeof hazard);
  T_EQ("hazard", hazard.contributes, SECRISK_ANSWER_YES);
  T_EQ("hazard", hazard.unacceptable, SECRISK_ANSWER_NO);
  T_EQ("hazard", hazard.harm, SECRISK_HARM_14971);
  load("0302010201", &item, sizeof item);
  T_EQ("item", item.parent * 10 + item.own, 32);
  T_EQ("item", item.segregated * 10 + item.rationale, 12);
  T_EQ("item", item.controls, SECRISK_CLASS_A);
}

#define CASES(X) X(vectors) X(ratings) X(records)
T_MAIN_IF("stored", CASES, T_HAS(T_VERSIONS),
          "this build leaves a version of CVSS out")
