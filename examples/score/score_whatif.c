/* SPDX-License-Identifier: MIT */
/* score: what each other value of each metric would do to the score. */
#include <stdlib.h>
#include <string.h>

#include "score.h"

struct change {
  uint8_t metric, value;
  secrisk_tenths score;
};

static int by_score(const void *a, const void *b) {
  const struct change *x = a, *y = b;
  return x->score != y->score     ? x->score - y->score
         : x->metric != y->metric ? x->metric - y->metric
                                  : x->value - y->value;
}

/* Every change of one metric that changes the score. */
static size_t collect(const secrisk_cvss *v, struct change *list) {
  secrisk_tenths now = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  size_t n = 0;
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(v->version); m++) {
    uint8_t values = secrisk_cvss_value_count(v->version, m);
    for (uint8_t value = 0; value < values; value++) {
      secrisk_cvss other = *v;
      if (value == secrisk_cvss_get(v, m) ||
          secrisk_cvss_set(&other, m, value) != SECRISK_OK) {
        continue;
      }
      list[n].metric = m;
      list[n].value = value;
      list[n].score = secrisk_cvss_score(&other, SECRISK_SCORE_OVERALL);
      n += list[n].score != now;
    }
  }
  qsort(list, n, sizeof *list, by_score);
  return n;
}

void print_what_if(const secrisk_cvss *v) {
  static struct change list[256];
  int now = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  size_t n = collect(v, list);
  put(&out, n > 0 ? "  What if\n" : "  What if: no single change matters\n");
  for (size_t i = 0; i < n; i++) {
    const struct change *c = &list[i];
    int by = c->score - now, size = by < 0 ? -by : by;
    char pair[16];
    snprintf(pair, sizeof pair, "%s:%s",
             secrisk_cvss_metric_abbr(v->version, c->metric),
             secrisk_cvss_value_abbr(v->version, c->metric, c->value));
    put(&out, "    %2d.%d  %c%d.%d  %-8s  %-9s %s %s\n", c->score / 10,
        c->score % 10, by < 0 ? '-' : '+', size / 10, size % 10,
        secrisk_level_text(secrisk_cvss_severity(v->version, c->score)), pair,
        secrisk_cvss_metric_name(v->version, c->metric),
        secrisk_cvss_value_name(v->version, c->metric, c->value));
  }
}
