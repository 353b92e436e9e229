/* SPDX-License-Identifier: MIT */
/* run FILE...: this library on the files of lines.  Status 1: it differs. */
#include "jsonl.h"
#include "secrisk.h"

static unsigned lines, verdicts, scores;
static char text[8192], want[8192];

static void differs(unsigned *count, const char *what, const char *line) {
  if ((*count)++ < 5) {
    printf("%s: %.160s\n", what, line);
  }
}

static int same(const char *line, const char *key, const char *have) {
  json_text(line, key, want);
  return strcmp(want, have) == 0;
}

static void valid(const char *line, const secrisk_cvss *v) {
  static const char *const keys[] = {
      "overall",       "B", "BT", "BE", "BTE", "impact", "exploitability",
      "modifiedImpact"};
  static const uint8_t kinds[] = {0, 1, 3, 5, 7, 8, 9, 10};
  char have[SECRISK_JSON_SIZE], macrovector[7] = "";
  uint8_t eq[6];
  for (int i = 0; json_at(line, "overall") != NULL && i < 8; i++) {
    int tenths = secrisk_cvss_score(v, kinds[i]);
    if (json_tenths(line, keys[i]) != (tenths == 255 ? -1 : tenths)) {
      differs(&scores, keys[i], line);
    }
  }
  if (json_at(line, "object") != NULL) {
    size_t n = secrisk_cvss_json(v, SECRISK_JSON_ALL, have, sizeof have);
    if (strncmp(json_at(line, "object"), have, n) != 0) {
      differs(&scores, "object", line);
    }
    return;
  }
  for (int i = 0; secrisk_cvss_macrovector(v, eq) == SECRISK_OK && i < 6; i++) {
    macrovector[i] = (char)('0' + eq[i]);
  }
  secrisk_cvss_format(v, have, sizeof have);
  if (!same(line, "canonical", have) ||
      !same(line, "macrovector", macrovector) ||
      !same(line, "nomenclature", secrisk_cvss_nomenclature(v)) ||
      !same(line, "severity",
            secrisk_level_text(secrisk_cvss_severity(
                v->version, secrisk_cvss_score(v, SECRISK_SCORE_OVERALL))))) {
    differs(&scores, "a word", line);
  }
}

static void line_of(const char *line) {
  static const char *const reasons[] = {
      "",       "",      "empty",     "too long", "version", "syntax",
      "metric", "value", "duplicate", "order",    "missing", "range"};
  secrisk_cvss v;
  secrisk_diag diag;
  int is_vector = json_at(line, "vector") != NULL;
  size_t len = json_text(line, is_vector ? "vector" : "text", text);
  int status = secrisk_cvss_parse(text, len, SECRISK_STRICT, &v, &diag);
  lines++;
  if (is_vector != (status == SECRISK_OK) ||
      (!is_vector && (!same(line, "reason", reasons[status]) ||
                      diag.offset != (size_t)atol(json_at(line, "offset"))))) {
    printf("%d at %u, ", status, (unsigned)diag.offset);
    differs(&verdicts, "otherwise than", line);
  } else if (is_vector) {
    valid(line, &v);
  }
}

int main(int argc, char **argv) {
  (void)argc;
  json_lines(argv + 1, line_of);
  printf("%u lines, %u verdicts wrong, %u scores wrong\n", lines, verdicts,
         scores);
  return verdicts + scores > 0 || lines == 0;
}
