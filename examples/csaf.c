/* SPDX-License-Identifier: MIT */
/* csaf: checks the CVSS scores in JSON files against their vectors: CSAF, CVE,
 * NVD, OSV and whatever else has a "vectorString".
 *
 *     cc csaf.c -lsecrisk -ljansson -o csaf && ./csaf advisory.json
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

static unsigned long vectors, faults;

static void complain(const char *path, const char *member, const char *says,
                     const char *is) {
  printf("%s: %s is %s, but the vector gives %s\n", path, member, says, is);
  faults++;
}

/* A score beside the vector.  JSON writes 9.8 and 9.80 alike: compare tenths.
 */
static void check_score(const char *path, const json_t *object,
                        const char *member, secrisk_tenths score) {
  const json_t *value = json_object_get(object, member);
  char says[32], is[SECRISK_TENTHS_TEXT_SIZE];
  if (!json_is_number(value)) {
    return;
  }
  double tenths = json_number_value(value) * 10 - score;
  if (tenths > 1e-6 || tenths < -1e-6) {
    snprintf(says, sizeof says, "%g", json_number_value(value));
    (void)secrisk_tenths_format(score, is, sizeof is);
    complain(path, member, says, is[0] != '\0' ? is : "no such score");
  }
}

static void check_severity(const char *path, const json_t *object,
                           const char *member, uint8_t version,
                           secrisk_tenths score) {
  const char *says = json_string_value(json_object_get(object, member));
  secrisk_level level = secrisk_cvss_severity(version, score);
  if (says != NULL && secrisk_level_find(says, strlen(says)) != level) {
    complain(path, member, says, secrisk_level_text(level));
  }
}

/* "attackVector": "NETWORK", and the version. */
static void check_properties(const char *path, const json_t *object,
                             const secrisk_cvss *v) {
  const char *says = json_string_value(json_object_get(object, "version"));
  char version[] = {(char)('0' + v->version / 10), '.',
                    (char)('0' + v->version % 10), '\0'};
  if (says != NULL && strcmp(says, version) != 0) {
    complain(path, "version", says, version);
  }
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(v->version); m++) {
    const char *member = secrisk_cvss_metric_json(v->version, m);
    const char *is =
        secrisk_cvss_value_json(v->version, m, secrisk_cvss_get(v, m));
    says = json_string_value(json_object_get(object, member));
    if (says != NULL && strcmp(says, is) != 0) {
      complain(path, member, says, is);
    }
  }
}

static void check_vector(const char *path, const json_t *object,
                         const char *text) {
  const uint32_t flags = SECRISK_ALLOW_ORDER | SECRISK_ALLOW_PART_GROUP;
  secrisk_cvss v;
  secrisk_diag diag;
  vectors++;
  if (secrisk_cvss_parse(text, strlen(text), flags, &v, &diag) != SECRISK_OK) {
    char why[SECRISK_EXPLAIN_SIZE];
    secrisk_cvss_explain(&diag, why, sizeof why);
    printf("%s: %s: byte %lu: %s\n", path, text, (unsigned long)diag.offset + 1,
           why);
    faults++;
    return;
  }
  secrisk_tenths base =
      secrisk_cvss_score(&v, v.version == SECRISK_CVSS40 ? SECRISK_SCORE_OVERALL
                                                         : SECRISK_SCORE_B);
  check_score(path, object, "baseScore", base);
  check_severity(path, object, "baseSeverity", v.version, base);
  if (v.version != SECRISK_CVSS40) {
    check_score(path, object, "temporalScore",
                secrisk_cvss_score(&v, SECRISK_SCORE_BT));
    check_score(path, object, "environmentalScore",
                secrisk_cvss_score(&v, SECRISK_SCORE_BTE));
  }
  check_properties(path, object, &v);
}

/* Every object in the document.  jansson bounds how deep one may be. */
static void walk(const char *path, json_t *value) {
  char below[512];
  const char *key;
  json_t *member;
  size_t i;
  json_array_foreach(value, i, member) {
    snprintf(below, sizeof below, "%s[%lu]", path, (unsigned long)i);
    walk(below, member);
  }
  if (json_is_object(value)) {
    const char *text =
        json_string_value(json_object_get(value, "vectorString"));
    if (text != NULL) {
      check_vector(path, value, text);
    }
    for (void *at = json_object_iter(value); at != NULL;
         at = json_object_iter_next(value, at)) {
      key = json_object_iter_key(at);
      snprintf(below, sizeof below, "%s.%s", path, key);
      walk(below, json_object_iter_value(at));
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 2 || strcmp(argv[1], "--help") == 0) {
    puts("Usage: csaf FILE...\nCheck the CVSS scores in CSAF, CVE and other "
         "JSON "
         "files against their vectors.");
    return argc < 2 ? 2 : 0;
  }
  for (int i = 1; i < argc; i++) {
    json_error_t error;
    json_t *document = json_load_file(argv[i], JSON_REJECT_DUPLICATES, &error);
    if (document == NULL) {
      fprintf(stderr, "csaf: %s:%d: %s\n", argv[i], error.line, error.text);
      return 2;
    }
    walk(argv[i], document);
    json_decref(document);
  }
  printf("%lu vectors, %lu faults\n", vectors, faults);
  return faults > 0 ? 1 : 0;
}
