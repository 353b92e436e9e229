/* SPDX-License-Identifier: MIT */
/* Times Debian's libopenscap over v2.0 texts: openscap NAME <texts. */
#define _POSIX_C_SOURCE 200809L
#include <cvss_score.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 1000
#define ROUNDS 51

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  static char texts[MOST][256];
  double times[ROUNDS], sum = 0;
  size_t count = 0;
  while (count < MOST && fgets(texts[count], sizeof texts[0], stdin) != NULL) {
    texts[count][strcspn(texts[count], "\n")] = '\0';
    count++;
  }
  for (int i = 0; i < ROUNDS && count > 0; i++) {
    double start = now();
    for (size_t k = 0; k < count; k++) {
      struct cvss_impact *impact = cvss_impact_new_from_vector(texts[k]);
      if (impact == NULL) {
        fprintf(stderr, "openscap: not read: %s\n", texts[k]);
        return 1;
      }
      sum += cvss_impact_base_score(impact);
      cvss_impact_free(impact);
    }
    times[i] = (now() - start) / (double)count;
  }
  if (count == 0 || !(sum > 0)) {
    fprintf(stderr, "openscap: no vector, or no score\n");
    return 1;
  }
  qsort(times, ROUNDS, sizeof times[0], by_size);
  printf("%-34s %9.1f ns\n", argc > 1 ? argv[1] : "", times[ROUNDS / 2]);
  return 0;
}
