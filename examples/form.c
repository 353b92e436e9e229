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
  puts(secrisk_cvss_mandatory(version, metric) ? "" : "  empty  Not Defined\n");
}

/* Asks until the answer is one the metric may have; false at end of input. */
static bool fill_in(secrisk_cvss *vector, uint8_t metric) {
  const char *name = secrisk_cvss_metric_abbr(vector->version, metric);
  const char *none = secrisk_cvss_value_abbr(vector->version, metric, 0);
  char answer[80];
  ask(vector->version, metric);
  while (printf("%s: ", name) > 0 && fflush(stdout) == 0 &&
         fgets(answer, sizeof answer, stdin) != NULL) {
    answer[strcspn(answer, "\r\n")] = '\0';
    const char *value = answer[0] != '\0' ? answer : none;
    if (secrisk_cvss_set_text(vector, name, strlen(name), value, strlen(value),
                              NULL) == SECRISK_OK) {
      return true;
    }
  }
  return false;
}

int main(int argc, char **argv) {
  const char *text = argc > 1 ? argv[1] : "3.1";
  int version = strlen(text) == 3 ? (text[0] - '0') * 10 + text[2] - '0' : 0;
  secrisk_cvss vector = {(uint8_t)version, {0}};
  uint8_t count = secrisk_cvss_metric_count(vector.version);
  if (count == 0) {
    fprintf(stderr, "form: there is no CVSS %s here\n", text);
    return 1;
  }
  for (uint8_t metric = 0; metric < count; metric++) {
    if (!fill_in(&vector, metric)) {
      return 1;
    }
  }
  char result[SECRISK_CVSS_TEXT_SIZE];
  secrisk_tenths score = secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL);
  secrisk_cvss_format(&vector, result, sizeof result);
  printf("\n\n%s\n%d.%d %s\n", result, score / 10, score % 10,
         secrisk_level_text(secrisk_cvss_severity(vector.version, score)));
  return 0;
}
