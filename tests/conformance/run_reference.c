/* SPDX-License-Identifier: MIT */
/* run_reference FILE...: the independent reference of fuzz/ on the valid and
 * the invalid vectors, without the library. */
#include "../../fuzz/reference.h"
#include "jsonl.h"

static unsigned lines, verdicts, scores;

static void line_of(const char *line) {
  static const char *const keys[] = {
      "overall",       "B", "BT", "BE", "BTE", "impact", "exploitability",
      "modifiedImpact"};
  static const int kinds[] = {0, 1, 3, 5, 7, 8, 9, 10};
  static char text[8192];
  struct reference r;
  int is_vector = json_at(line, "vector") != NULL;
  size_t len = json_text(line, is_vector ? "vector" : "text", text);
  unsigned before = verdicts + scores;
  uint8_t eq[6];
  lines++;
  if (reference_read(&r, text, len) != is_vector) {
    verdicts++;
  } else if (is_vector) {
    int differs = 0;
    for (int i = 0; i < 8; i++) {
      differs |= json_tenths(line, keys[i]) != reference_score(&r, kinds[i]);
    }
    if (r.version == 40) {
      reference_macrovector(&r, eq);
      json_text(line, "macrovector", text);
      for (int i = 0; i < 6; i++) {
        differs |= text[i] != '0' + eq[i];
      }
    }
    scores += differs != 0;
  }
  if (verdicts + scores > before) {
    printf("otherwise: %.200s\n", line);
  }
}

int main(int argc, char **argv) {
  (void)argc;
  json_lines(argv + 1, line_of);
  printf("%u lines, %u verdicts wrong, %u scores wrong\n", lines, verdicts,
         scores);
  return verdicts + scores > 0 || lines == 0;
}
