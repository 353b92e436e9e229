/* SPDX-License-Identifier: MIT */
/* say valid|json|dread <TEXTS: what the library says of each line, in columns,
 * once the independent reference of fuzz/ has said the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../fuzz/reference.h"
#include "../../fuzz/reference_dread.h"
#include "secrisk.h"

static void must(int holds, const char *what, const char *text) {
  if (!holds) {
    fprintf(stderr, "say: library and reference differ, %s: %s\n", what, text);
    exit(1);
  }
}

static void scores(const secrisk_cvss *v, const struct reference *r,
                   const char *text) {
  static const uint8_t kinds[] = {0, 1, 3, 5, 7, 8, 9, 10};
  for (size_t i = 0; i < sizeof kinds; i++) {
    int score = secrisk_cvss_score(v, kinds[i]);
    int want = reference_score(r, kinds[i]);
    must(score == (want < 0 ? 255 : want), "a score", text);
    printf("\t%d", want);
  }
}

static void macrovector(const secrisk_cvss *v, const struct reference *r,
                        const char *text) {
  uint8_t eq[6], want[6];
  printf("\t");
  if (v->version == SECRISK_CVSS40) {
    reference_macrovector(r, want);
    must(secrisk_cvss_macrovector(v, eq) == SECRISK_OK, "macrovector", text);
    must(memcmp(eq, want, sizeof eq) == 0, "macrovector", text);
    for (int i = 0; i < 6; i++) {
      printf("%d", eq[i]);
    }
  }
}

/* Canonical text, scores, severity, nomenclature, MacroVector, the score that
 * v4.0 rounds; with `object`, the JSON object too. */
static void valid(const char *text, int object) {
  secrisk_cvss v;
  struct reference r;
  char canonical[SECRISK_CVSS_TEXT_SIZE], json[SECRISK_JSON_SIZE];
  size_t len = strlen(text);
  must(reference_read(&r, text, len), "the reference refuses", text);
  must(secrisk_cvss_parse(text, len, SECRISK_STRICT, &v, NULL) == SECRISK_OK,
       "the library refuses", text);
  must(r.version == v.version, "version", text);
  secrisk_cvss_format(&v, canonical, sizeof canonical);
  secrisk_cvss_json(&v, SECRISK_JSON_ALL, json, sizeof json);
  printf("%s", canonical);
  scores(&v, &r, text);
  printf("\t%s\t%s",
         secrisk_level_text(
             secrisk_cvss_severity(v.version, secrisk_cvss_score(&v, 0))),
         secrisk_cvss_nomenclature(&v));
  macrovector(&v, &r, text);
  double raw = v.version == SECRISK_CVSS40
                   ? reference_v4(&r, secrisk_cvss_overall(&v))
                   : 0;
  printf("\t%.12f%s%s\n", raw, object ? "\t" : "", object ? json : "");
}

/* Scheme, numerator, denominator, mean in tenths, level. */
static void dread(const char *text) {
  secrisk_dread d;
  secrisk_level level;
  uint16_t n, of;
  must(secrisk_dread_parse(text, strlen(text), &d, NULL) == SECRISK_OK,
       "the library refuses", text);
  struct reference_dread r = reference_dread(d.scheme, d.half);
  must(secrisk_dread_score(&d, &n, &of) == SECRISK_OK, "no score", text);
  must(r.valid && n / (double)of - r.score < 1e-9 &&
           r.score - n / (double)of < 1e-9,
       "a score", text);
  secrisk_status has = secrisk_dread_level(&d, &level);
  must(has == SECRISK_OK ? level == r.level : r.level == 255, "level", text);
  must(secrisk_dread_tenths(&d) == (int)(r.tenths + 0.5 + 1e-9), "mean", text);
  printf("%s\t%d\t%d\t%d\t%s\n", secrisk_dread_scheme_name(d.scheme), n, of,
         secrisk_dread_tenths(&d), secrisk_level_text(level));
}

int main(int argc, char **argv) {
  char line[2048];
  while (argc == 2 && fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (strcmp(argv[1], "dread") == 0) {
      dread(line);
    } else {
      valid(line, strcmp(argv[1], "json") == 0);
    }
  }
  return argc != 2;
}
