/* SPDX-License-Identifier: MIT */
/* README's program, built as a user's project would build it. */
#include <secrisk.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  secrisk_cvss v;
  const char *text = argc > 1 ? argv[1] : "";
  secrisk_status status = secrisk_cvss_parse(text, strlen(text), 0, &v, NULL);
  int tenths = secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL);
  if (status == SECRISK_OK) {
    printf("%d.%d\n", tenths / 10, tenths % 10);
  }
  return status;
}
