/* SPDX-License-Identifier: MIT */
/* README's program, built as a user's project would build it. */
#include <secrisk.h>
#include <stdio.h>

int main(void) {
  const char text[] = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  secrisk_cvss v;
  secrisk_diag diag;
  if (secrisk_cvss_parse(&v, text, sizeof text - 1, 0, &diag) != SECRISK_OK) {
    return printf("wrong at byte %u\n", (unsigned)diag.offset), 1;
  }
  secrisk_tenths score = secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL);
  printf("%d.%d %s\n", score / 10, score % 10,
         secrisk_level_text(secrisk_cvss_severity(v.version, score)));
}
