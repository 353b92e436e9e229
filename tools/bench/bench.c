/* SPDX-License-Identifier: MIT */
/* How long reading and scoring take, beside a plain sum of the same bytes in
 * the same run.
 *
 *   bench [ROUNDS]       a table
 *   bench --once NAME    one round of a workload, to count its instructions
 *   bench --names        the workloads and how many items a round has
 *   bench --print NAME   its texts, a line each, for other programs
 *
 * Published vectors are among them where SECRISK_CORPUS names their folder. */
#ifdef __linux__
#define _GNU_SOURCE /* for sched.h */
#include <sched.h>
#else
#define _POSIX_C_SOURCE 200809L
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "workloads.h"

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Stays on the processor it is on, where that can be asked for. */
static void pin(void) {
#ifdef __linux__
  cpu_set_t here;
  int cpu = sched_getcpu();
  CPU_ZERO(&here);
  if (cpu >= 0) {
    CPU_SET((size_t)cpu, &here);
    (void)sched_setaffinity(0, sizeof here, &here);
  }
#endif
}

static volatile unsigned sink; /* or the compiler leaves the work out */

/* What is counted and timed. */
__attribute__((noinline)) void measured(const struct workload *w);
void measured(const struct workload *w) {
  sink += w->run(w);
}

__attribute__((noinline)) static unsigned sum(const char *text, size_t len) {
  unsigned total = 0;
  for (size_t i = 0; i < len; i++) {
    total += (unsigned char)text[i];
  }
  return total;
}

static void floor_of(const struct workload *w) {
  for (size_t i = 0; i < w->count; i++) {
    sink += sum(texts[i].at, texts[i].len);
  }
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

enum { MOST_ROUNDS = 1000 };

/* Median of the rounds; *spread: half the middle half's width, in percent. */
static double median(double *times, size_t rounds, double *spread) {
  qsort(times, rounds, sizeof *times, ascending);
  double middle = times[rounds / 2];
  *spread = (times[rounds * 3 / 4] - times[rounds / 4]) / middle * 50;
  return middle;
}

static void row(const struct workload *w, size_t rounds) {
  static double work[MOST_ROUNDS], plain[MOST_ROUNDS];
  double spread, floor_spread;
  w->make(w);
  if (w->count == 0) {
    printf("%-34s skipped: SECRISK_CORPUS names no folder of them\n", w->name);
    return;
  }
  measured(w); /* warm */
  for (size_t i = 0; i < rounds; i++) {
    double start = now();
    floor_of(w);
    double between = now();
    measured(w);
    plain[i] = between - start;
    work[i] = now() - between;
  }
  double t = median(work, rounds, &spread);
  double f = median(plain, rounds, &floor_spread);
  double bytes = 0;
  for (size_t i = 0; i < w->count; i++) {
    bytes += (double)texts[i].len;
  }
  if (w->count == 1 && bytes > 1000) {
    printf("%-34s %9.0f MB/s  floor %6.0f MB/s  %6.2f x  +-%.0f %%\n", w->name,
           bytes / t * 1e3, bytes / f * 1e3, t / f, spread);
  } else {
    printf("%-34s %9.1f ns    floor %6.1f ns    %6.2f x  +-%.0f %%\n", w->name,
           t / (double)w->items, f / (double)w->items, t / f, spread);
  }
  fflush(stdout);
}

static const struct workload *named(const char *name) {
  for (const struct workload *w = workloads; w->name != NULL; w++) {
    if (strcmp(w->name, name) == 0) {
      return w;
    }
  }
  fprintf(stderr, "bench: no workload '%s'\n", name);
  exit(2);
}

int main(int argc, char **argv) {
  if (argc == 3 && strcmp(argv[1], "--once") == 0) {
    const struct workload *w = named(argv[2]);
    w->make(w);
    measured(w);
    return 0;
  }
  if (argc == 3 && strcmp(argv[1], "--print") == 0) {
    const struct workload *w = named(argv[2]);
    w->make(w);
    for (size_t i = 0; i < w->count; i++) {
      printf("%.*s\n", (int)texts[i].len, texts[i].at);
    }
    return 0;
  }
  if (argc == 2 && strcmp(argv[1], "--names") == 0) {
    for (const struct workload *w = workloads; w->name != NULL; w++) {
      w->make(w);
      if (w->items != 0) {
        printf("%s\t%zu\n", w->name, w->items);
      }
    }
    return 0;
  }
  size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 51;
  if (rounds == 0 || rounds > MOST_ROUNDS) {
    fprintf(stderr, "usage: bench [1 to %d rounds]\n", MOST_ROUNDS);
    return 2;
  }
  pin();
  for (const struct workload *w = workloads; w->name != NULL; w++) {
    row(w, w->count == 1 ? rounds / 10 + 1 : rounds);
  }
  return 0;
}
