/* SPDX-License-Identifier: MIT */
/* score: a published score or severity, compared with the vector's own. */
#include <string.h>

#include "score.h"

static const char *const classes[] = {
    "same",          "no claim", "not a score", "other kind",
    "other version", "rounding", "wrong",       "no vector"};
enum { CLASSES = sizeof classes / sizeof classes[0] };
static unsigned long counts[CLASSES];

static const struct {
  secrisk_score_kind kind;
  const char *name;
} kinds[] = {{SECRISK_SCORE_B, "Base"},
             {SECRISK_SCORE_BT, "Base and Threat"},
             {SECRISK_SCORE_BE, "Base and Environmental"},
             {SECRISK_SCORE_BTE, "all groups"},
             {SECRISK_SCORE_IMPACT, "Impact"},
             {SECRISK_SCORE_EXPLOITABILITY, "Exploitability"}};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* Another name of that level, as some publishers write it. */
static secrisk_level level_of(const char *text, size_t len) {
  secrisk_level level = secrisk_level_find(text, len);
  if (level == SECRISK_NO_LEVEL && len == 8 &&
      (memcmp(text, "MODERATE", 8) == 0 || memcmp(text, "Moderate", 8) == 0 ||
       memcmp(text, "moderate", 8) == 0)) {
    level = SECRISK_LEVEL_MEDIUM;
  }
  return level;
}

/* The same metrics under the other of 3.0 and 3.1. */
static secrisk_tenths other_version(const secrisk_cvss *v) {
  secrisk_cvss other = *v;
  if (v->version != SECRISK_CVSS30 && v->version != SECRISK_CVSS31) {
    return SECRISK_NO_SCORE;
  }
  other.version = (uint8_t)(SECRISK_CVSS30 + SECRISK_CVSS31 - v->version);
  return secrisk_cvss_score(&other, SECRISK_SCORE_OVERALL);
}

/* 0.1 beside it, on the side to which calculators are known to err: v4.0 and
 * v2.0 low, v3.0 high (docs/scoring.md). */
static bool is_rounding(uint8_t version, int exact, int claim) {
  int low = version == SECRISK_CVSS40 || version == SECRISK_CVSS20;
  int high = version == SECRISK_CVSS30;
  return (low && claim == exact - 1) || (high && claim == exact + 1);
}

static const char *count(int class, char *note, const char *more) {
  counts[class]++;
  snprintf(note, CELL_SIZE, more[0] != '\0' ? "%s: %s" : "%s%s", classes[class],
           more);
  return note;
}

static const char *judge_score(const secrisk_cvss *v, secrisk_tenths claim,
                               char *note) {
  secrisk_tenths own = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  if (claim == own) {
    return count(0, note, "");
  }
  for (int i = 0; i < KINDS; i++) {
    if (claim == secrisk_cvss_score(v, kinds[i].kind)) {
      return count(3, note, kinds[i].name);
    }
  }
  if (claim == other_version(v)) {
    return count(4, note, v->version == SECRISK_CVSS30 ? "3.1" : "3.0");
  }
  return is_rounding(v->version, own, claim)
             ? count(5, note, "0.1 off, as some calculators are")
             : count(6, note, "");
}

static const char *judge_level(const secrisk_cvss *v, secrisk_level claim,
                               char *note) {
  secrisk_tenths own = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  secrisk_tenths base = secrisk_cvss_score(v, SECRISK_SCORE_B);
  secrisk_tenths other = other_version(v);
  if (claim == secrisk_cvss_severity(v->version, own)) {
    return count(0, note, "");
  }
  if (claim == secrisk_cvss_severity(v->version, base)) {
    return count(3, note, "Base");
  }
  if (claim == secrisk_cvss_severity(v->version, other)) {
    return count(4, note, v->version == SECRISK_CVSS30 ? "3.1" : "3.0");
  }
  return count(6, note, "");
}

/* "9.8", or "9,8" as half of Europe writes it. */
static secrisk_tenths read_claim(const char *text, size_t len) {
  char point[8];
  if (len >= sizeof point) {
    return SECRISK_NO_SCORE;
  }
  for (size_t i = 0; i < len; i++) {
    point[i] = text[i] == ',' ? '.' : text[i];
  }
  return secrisk_tenths_read(point, len);
}

/* The class of a claim; v is NULL where there is no vector. */
const char *claim_class(const secrisk_cvss *v, const char *text, size_t len,
                        char *note) {
  while (len > 0 && is_blank(text[len - 1])) {
    len--;
  }
  while (len > 0 && is_blank(text[0])) {
    text++;
    len--;
  }
  if (len == 0) {
    return count(1, note, "");
  }
  if (v == NULL) {
    return count(7, note, "");
  }
  secrisk_tenths score = read_claim(text, len);
  secrisk_level level = level_of(text, len);
  return score != SECRISK_NO_SCORE   ? judge_score(v, score, note)
         : level != SECRISK_NO_LEVEL ? judge_level(v, level, note)
                                     : count(2, note, "");
}

/* How many differ; tells how many there are of each class. */
unsigned long claims_summary(void) {
  unsigned long different = 0;
  put(&err, "score: claims");
  for (int i = 0; i < CLASSES; i++) {
    if (counts[i] > 0 || i == 0) {
      put(&err, "%s %lu %s", i > 0 ? "," : ":", counts[i], classes[i]);
    }
    different += i >= 2 && i <= 6 ? counts[i] : 0;
  }
  put(&err, "\n");
  return different;
}
