/* SPDX-License-Identifier: MIT */
/* form: asks for each metric of a CVSS version and scores the answers. */
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

/* Writes a question: the metric's name and what may be answered. */
static void ask(uint8_t version, uint8_t metric) {
  printf("\n%s (%s)\n", secrisk_cvss_metric_name(version, metric),
         secrisk_cvss_metric_abbr(version, metric));
  uint8_t count = secrisk_cvss_value_count(version, metric);
  for (uint8_t value = 1; value < count; value++) {
    printf("  %-6s %s\n", secrisk_cvss_value_abbr(version, metric, value),
           secrisk_cvss_value_name(version, metric, value));
  }
  if (!secrisk_cvss_mandatory(version, metric)) {
    printf("  (empty for Not Defined)\n");
  }
}

/* Asks until the answer is one the metric may have; false at end of input. */
static bool fill_in(secrisk_cvss *vector, uint8_t metric) {
  const char *name = secrisk_cvss_metric_abbr(vector->version, metric);
  char answer[80];
  ask(vector->version, metric);
  while (printf("%s: ", name) > 0 && fflush(stdout) == 0 &&
         fgets(answer, sizeof answer, stdin) != NULL) {
    size_t len = strcspn(answer, "\r\n");
    if (len == 0 ? secrisk_cvss_set(vector, metric, 0) == SECRISK_OK
                 : secrisk_cvss_set_text(vector, name, strlen(name), answer,
                                         len) == SECRISK_OK) {
      return true;
    }
  }
  return false;
}

int main(int argc, char **argv) {
  secrisk_cvss vector = {SECRISK_CVSS31, {0}};
  if (argc > 1) { /* "4.0" */
    vector.version = (uint8_t)((argv[1][0] - '0') * 10 + argv[1][2] - '0');
  }
  uint8_t count = secrisk_cvss_metric_count(vector.version);
  for (uint8_t metric = 0; metric < count; metric++) {
    if (!fill_in(&vector, metric)) {
      return 1;
    }
  }
  char text[SECRISK_CVSS_TEXT_SIZE];
  secrisk_tenths score = secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL);
  secrisk_cvss_format(&vector, text, sizeof text);
  printf("\n\n%s\n%d.%d %s\n", text, score / 10, score % 10,
         secrisk_level_text(secrisk_cvss_severity(vector.version, score)));
  return 0;
}
