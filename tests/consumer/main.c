/* SPDX-License-Identifier: MIT */
/* README's program, built as a user's project would build it. */
#include <secrisk.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  const char *text = argc > 1 ? argv[1] : "";
  secrisk_cvss vector;
  secrisk_diag diag;
  char line[SECRISK_EXPLAIN_SIZE];

  if (secrisk_cvss_parse(text, strlen(text), SECRISK_STRICT, &vector,
                         &diag) != SECRISK_OK) {
    secrisk_cvss_explain(&diag, line, sizeof line);
    printf("byte %u: %s\n", (unsigned)diag.offset + 1, line);
    return 1;
  }
  secrisk_tenths_format(secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL),
                        line, sizeof line);
  puts(line);
  return 0;
}
