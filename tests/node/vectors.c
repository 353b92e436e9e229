/* SPDX-License-Identifier: MIT */
/* vectors: prints COUNT random vectors of every version as lines of JSON, what
 * the scripts beside it compare: { text, scores, json, parts, values }. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

/* Numbers in tenths, in the order of the kinds. */
static void print_scores(const secrisk_cvss *v) {
  static const secrisk_score_kind kinds[] = {SECRISK_SCORE_OVERALL,
                                             SECRISK_SCORE_B,
                                             SECRISK_SCORE_BT,
                                             SECRISK_SCORE_BE,
                                             SECRISK_SCORE_BTE,
                                             SECRISK_SCORE_IMPACT,
                                             SECRISK_SCORE_EXPLOITABILITY};
  printf("\"scores\":[");
  for (size_t i = 0; i < T_COUNT(kinds); i++) {
    printf("%s%d", i == 0 ? "" : ",", secrisk_cvss_score(v, kinds[i]));
  }
  printf("]");
}

/* { name in JSON: [its value's name in JSON, may it be left out] } */
static void print_values(const secrisk_cvss *v) {
  printf("\"values\":{");
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(v->version); m++) {
    printf("%s\"%s\":[\"%s\",%d]", m == 0 ? "" : ",",
           secrisk_cvss_metric_json(v->version, m),
           secrisk_cvss_value_json(v->version, m, v->value[m]),
           v->value[m] != 0);
  }
  printf("}");
}

int main(int argc, char **argv) {
  long count = argc > 1 ? strtol(argv[1], NULL, 10) : 1000;
  for (long i = 0; i < count; i++) {
    char text[SECRISK_CVSS_TEXT_SIZE];
    char json[SECRISK_JSON_SIZE];
    uint32_t parts = (uint32_t)(i / 4 % 8);
    secrisk_cvss v;
    random_vector(&v, versions[i % 4]);
    secrisk_cvss_format(&v, text, sizeof text);
    secrisk_cvss_json(&v, parts, json, sizeof json);
    printf("{\"text\":\"%s\",\"parts\":%u,\"json\":%s,", text, (unsigned)parts,
           json);
    print_scores(&v);
    printf(",");
    print_values(&v);
    printf("}\n");
  }
  return 0;
}
