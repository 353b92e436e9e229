/* SPDX-License-Identifier: MIT */
/* About 10,000 published vectors with the scores their publishers gave. */
#include "corpus.h"

/* "9.8" and "10" as tenths; NO_SCORE for "". */
static uint8_t tenths(const char *text) {
  if (text[0] == '\0') {
    return SECRISK_NO_SCORE;
  }
  size_t dot = strcspn(text, ".");
  long whole = strtol(text, NULL, 10);
  return (uint8_t)(whole * 10 + (text[dot] == '.' && text[dot + 1] != '\0'
                                     ? text[dot + 1] - '0'
                                     : 0));
}

/* ---- What is known of a row, by source, id and vector ------------------- */

#define KEY 512
static struct known {
  char key[KEY];
  char note[80]; /* reason, or computed scores */
} malformed[1200], mismatches[320];
static size_t malformed_count, mismatch_count;

static void make_key(const struct csv *c, char *key) {
  snprintf(key, KEY, "%s %s %s", csv_field(c, "source"), csv_field(c, "id"),
           csv_field(c, "vector"));
}

static size_t load(const char *file, const char *note, struct known *list,
                   size_t cap) {
  struct csv c;
  size_t n = 0;
  if (!corpus_open(&c, file)) {
    return 0;
  }
  while (csv_next(&c) == 1 && n < cap) {
    make_key(&c, list[n].key);
    snprintf(list[n].note, sizeof list[n].note, "%s", csv_field(&c, note));
    n++;
  }
  return n;
}

static const struct known *look_up(const struct csv *c,
                                   const struct known *list, size_t count) {
  char key[KEY];
  make_key(c, key);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(list[i].key, key) == 0) {
      return &list[i];
    }
  }
  return NULL;
}

static bool load_known(void) {
  malformed_count =
      load("open-malformed.csv", "reason", malformed, T_COUNT(malformed));
  mismatch_count =
      load("mismatches-open.csv", "computed", mismatches, T_COUNT(mismatches));
  return malformed_count != 0 && mismatch_count != 0;
}

/* ---- Well-formed vectors ------------------------------------------------ */

/* Whether the publisher's scores are ours.  v4.0 has one score: publishers give
 * CVSS-B or that of all the metrics; *base_only counts the former where the two
 * differ. */
static bool agrees(const struct csv *c, const secrisk_cvss *v, int *base_only) {
  uint8_t base = tenths(csv_field(c, "base"));
  uint8_t temporal = tenths(csv_field(c, "temporal"));
  uint8_t environmental = tenths(csv_field(c, "environmental"));
  uint8_t b = secrisk_cvss_score(v, SECRISK_SCORE_B);
  uint8_t bte = secrisk_cvss_score(v, SECRISK_SCORE_BTE);
  if (v->version == SECRISK_CVSS40 && base == bte) {
    b = bte;
  } else if (v->version == SECRISK_CVSS40 && base == b && b != bte) {
    (*base_only)++;
  }
  return (base == SECRISK_NO_SCORE || base == b) &&
         (temporal == SECRISK_NO_SCORE ||
          temporal == secrisk_cvss_score(v, SECRISK_SCORE_BT)) &&
         (environmental == SECRISK_NO_SCORE || environmental == bte);
}

/* A mismatch row holds our "base/temporal/environmental", or v4.0's one score.
 */
static void check_computed(const char *vector, const secrisk_cvss *v,
                           const char *computed) {
  char own[24];
  uint8_t s[3] = {secrisk_cvss_score(v, SECRISK_SCORE_B),
                  secrisk_cvss_score(v, SECRISK_SCORE_BT),
                  secrisk_cvss_score(v, SECRISK_SCORE_BTE)};
  if (v->version == SECRISK_CVSS40) {
    snprintf(own, sizeof own, "%d.%d//", s[2] / 10, s[2] % 10);
  } else {
    snprintf(own, sizeof own, "%d.%d/%d.%d/%d.%d", s[0] / 10, s[0] % 10,
             s[1] / 10, s[1] % 10, s[2] / 10, s[2] % 10);
  }
  T_STR(vector, own, computed);
}

/* Strict takes exactly what is not listed as malformed (a version declared
 * elsewhere that is not the vector's does not make the vector so), and each
 * score that differs from its publisher's is listed. */
static void published(T_ARGS) {
  T_BEGIN;
  struct csv c;
  int strict = 0, scored = 0, differ = 0, base_only = 0, more;
  T_TRUE("files", load_known() && corpus_open(&c, "open.csv"));
  while ((more = csv_next(&c)) != 0) {
    const char *vector = csv_field(&c, "vector");
    const struct known *bad = look_up(&c, malformed, malformed_count);
    const struct known *off = look_up(&c, mismatches, mismatch_count);
    secrisk_cvss v;
    T_EQ("fields", more, 1);
    bool ok =
        secrisk_cvss_parse(vector, strlen(vector), 0, &v, NULL) == SECRISK_OK;
    T_EQ(vector, ok,
         bad == NULL || strcmp(bad->note, "declared_version_mismatch") == 0);
    strict += ok;
    if (!ok) {
      size_t start = 0, length;
      ok = secrisk_cvss_find(vector, strlen(vector), ALL_31, &start, &length,
                             &v, NULL) == SECRISK_OK;
    } else if (bad == NULL) {
      T_EQ(vector, v.version, declared(csv_field(&c, "version")));
    }
    if (ok) {
      scored++;
      differ += off != NULL;
      T_EQ(vector, agrees(&c, &v, &base_only), off == NULL);
      if (off != NULL) {
        check_computed(vector, &v, off->note);
      }
    }
  }
  T_EQ("read strictly", strict, 9281);
  T_EQ("scored", scored, 10026);
  T_EQ("listed differences", differ, (int)mismatch_count);
  T_EQ("v4.0 published as CVSS-B", base_only, 11);
}

/* ---- Medical devices ---------------------------------------------------- */

static void medical(T_ARGS) {
  T_BEGIN;
  static const char *const words[] = {"",       "NONE", "LOW",
                                      "MEDIUM", "HIGH", "CRITICAL"};
  struct csv c;
  int more;
  T_TRUE("file", corpus_open(&c, "medical-examples.csv"));
  while ((more = csv_next(&c)) != 0) {
    const char *before = csv_field(&c, "initial_vector");
    const char *after = csv_field(&c, "residual_vector");
    secrisk_cvss v;
    T_EQ("fields", more, 1);
    T_EQ(before, secrisk_cvss_parse(before, strlen(before), 0, &v, NULL),
         SECRISK_OK);
    T_EQ(before, secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL),
         tenths(csv_field(&c, "initial_computed")));
    T_EQ(after, secrisk_cvss_parse(after, strlen(after), 0, &v, NULL),
         SECRISK_OK);
    uint8_t score = secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL);
    T_EQ(after, score, tenths(csv_field(&c, "residual_score")));
    T_STR(after, words[secrisk_cvss_severity(v.version, score)],
          csv_field(&c, "residual_severity"));
  }
  T_EQ("rows", c.row, 12);
}

#define CASES(X) X(published) X(medical)
CORPUS_MAIN("corpus", CASES)
