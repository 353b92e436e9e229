/* SPDX-License-Identifier: MIT */
/* minimal: scores one CVSS vector. */
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

int main(int argc, char **argv) {
  const char *text =
      argc > 1 ? argv[1] : "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  secrisk_cvss vector;
  secrisk_diag diag;
  if (secrisk_cvss_parse(text, strlen(text), SECRISK_STRICT, &vector, &diag) !=
      SECRISK_OK) {
    char sentence[SECRISK_EXPLAIN_SIZE];
    secrisk_cvss_explain(&diag, sentence, sizeof sentence);
    fprintf(stderr, "byte %lu: %s\n", (unsigned long)diag.offset + 1, sentence);
    return 1;
  }
  secrisk_tenths score = secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL);
  secrisk_level level = secrisk_cvss_severity(vector.version, score);
  printf("%d.%d %s\n", score / 10, score % 10, secrisk_level_text(level));
  return 0;
}
