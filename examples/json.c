/* SPDX-License-Identifier: MIT */
/* json: prints CVSS vectors as JSON objects, one a line. */
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

static bool print_json(const char *text) {
  secrisk_cvss vector;
  secrisk_diag diag;
  char json[SECRISK_JSON_SIZE];
  if (secrisk_cvss_parse(text, strlen(text), SECRISK_STRICT, &vector, &diag) !=
      SECRISK_OK) {
    char sentence[SECRISK_EXPLAIN_SIZE];
    secrisk_cvss_explain(&diag, sentence, sizeof sentence);
    fprintf(stderr, "json: %s: byte %lu: %s\n", text,
            (unsigned long)diag.offset + 1, sentence);
    return false;
  }
  secrisk_cvss_json(&vector, SECRISK_JSON_METRICS | SECRISK_JSON_SCORES, json,
                    sizeof json);
  return puts(json) >= 0;
}

int main(int argc, char **argv) {
  bool good = true;
  if (argc < 2 || strcmp(argv[1], "--help") == 0 ||
      strcmp(argv[1], "-h") == 0) {
    FILE *to = argc < 2 ? stderr : stdout;
    return fputs("Usage: json VECTOR...\n"
                 "Print each CVSS vector as a JSON object, one per line, as in "
                 "FIRST's schemas.\n",
                 to) < 0 ||
           argc < 2;
  }
  for (int i = 1; i < argc; i++) {
    good = print_json(argv[i]) && good;
  }
  return good ? 0 : 1;
}
