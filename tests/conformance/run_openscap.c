/* SPDX-License-Identifier: MIT */
/* run_openscap FILE...: libopenscap's functions for 2.0 on the suite's lines.
 * Lines of other versions are passed over, for it reads none of them. */
#include <cvss_score.h>
#include <math.h>
#include <stdbool.h>

#include "jsonl.h"

static unsigned lines, verdicts, scores, negative, other;

/* Does a score differ?  No score, of metrics that the vector has not, is none
 * to compare. */
static bool differs(float score, int want) {
  return !isnan(score) && fabsf(score * 10 - (float)want) > 0.01F;
}

static void line_of(const char *line) {
  static char text[8192];
  bool valid = json_at(line, "vector") != NULL;
  size_t len = json_text(line, valid ? "vector" : "text", text);
  if (strstr(line, "\"version\":\"2.0\"") == NULL || strlen(text) != len) {
    return;
  }
  lines++;
  struct cvss_impact *impact = cvss_impact_new_from_vector(text);
  bool read = impact != NULL && cvss_impact_get_base_metrics(impact) != NULL;
  if (read != valid) {
    verdicts++;
    printf("%s: %.200s\n", read ? "accepted" : "refused", line);
  } else if (valid) {
    const float got[] = {cvss_impact_base_score(impact),
                         cvss_impact_temporal_score(impact),
                         cvss_impact_environmental_score(impact)};
    static const char *const keys[] = {"B", "BT", "BTE"};
    unsigned before = negative + other;
    for (int i = 0; i < 3; i++) {
      int want = json_tenths(line, keys[i]);
      if (differs(got[i], want)) {
        *(got[i] < 0 ? &negative : &other) += 1;
        printf("%s %.6g, not %.1f: %s\n", keys[i], (double)got[i], want / 10.0,
               text);
      }
    }
    scores += negative + other > before;
  }
  cvss_impact_free(impact);
}

int main(int argc, char **argv) {
  (void)argc;
  json_lines(argv + 1, line_of);
  printf("differences: %u below 0, %u other\n", negative, other);
  printf("libopenscap 2.0: %u lines, %u verdicts wrong, %u scores wrong\n",
         lines, verdicts, scores);
  return 0;
}
