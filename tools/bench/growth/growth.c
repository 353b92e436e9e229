/* SPDX-License-Identifier: MIT */
/* How the cost of a call grows with what it is given: a line "call,size,ns" for
 * each of many sizes, the least of some rounds.  growth.py draws them.
 *
 *   parse    bytes of text: a whole vector, then what does not belong to it
 *   find     bytes of text: prose with a vector every 400 bytes
 *   junk     bytes of text: find in what looks like metrics and is none
 *   order    threats of a register
 *   count    threats of a register
 *   range    Base metrics that a v3.0 vector lacks, of all eight */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "secrisk.h"

#define VECTOR "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define LONGEST 100000000u /* bytes of text */
#define MOST 1000000u      /* threats */

static char *text;
static secrisk_evaluation *list;
static uint32_t *order;
static volatile unsigned sink;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* The text over and over, as often as it fits. */
static void fill(const char *with) {
  size_t len = strlen(with);
  for (size_t at = 0; at < LONGEST; at += len) {
    memcpy(text + at, with, len < LONGEST - at ? len : LONGEST - at);
  }
}

static void parse(size_t n) {
  secrisk_cvss v;
  sink += secrisk_cvss_parse(text, n, SECRISK_STRICT, &v, NULL);
}

static void find(size_t n) {
  size_t start = 0, length;
  secrisk_cvss v;
  while (secrisk_cvss_find(text, n, SECRISK_STRICT, &start, &length, &v,
                           NULL) == SECRISK_OK) {
    start += length;
    sink++;
  }
}

static void put_in_order(size_t n) {
  secrisk_register_order(list, (uint32_t)n, order);
  sink += order[0];
}

static void count(size_t n) {
  secrisk_counts counts;
  secrisk_register_count(list, (uint32_t)n, &counts);
  sink += counts.decision[1];
}

static void range(size_t missing) {
  secrisk_cvss v = {SECRISK_CVSS30, {1, 1, 1, 1, 1, 1, 1, 1}};
  secrisk_tenths low, high;
  memset(v.value + 8 - missing, 0, missing);
  (void)secrisk_cvss_range(&v, SECRISK_SCORE_OVERALL, &low, &high, NULL);
  sink += high;
}

/* As many calls a round as take long enough for the clock. */
static void measure(const char *name, void (*call)(size_t), size_t n) {
  double least = 0;
  size_t calls = 1;
  for (int round = 0; round < 7;) {
    double start = now();
    for (size_t i = 0; i < calls; i++) {
      call(n);
    }
    double took = now() - start;
    if (took < 20000 && calls < 100000) {
      calls *= 4;
      continue;
    }
    took /= (double)calls;
    least = round == 0 || took < least ? took : least;
    round++;
  }
  printf("%s,%zu,%.1f\n", name, n, least);
  fflush(stdout);
}

static void fill_register(void) {
  uint32_t seed = 1;
  for (uint32_t i = 0; i < MOST; i++) {
    seed = seed * 1664525u + 1013904223u;
    list[i].decision = (uint8_t)(1 + (seed >> 28) % 5);
    list[i].initial_level = (uint8_t)(1 + (seed >> 24) % 5);
    list[i].initial_tenths = (uint8_t)((seed >> 16) % 101);
    list[i].residual_level = 1;
  }
}

static void measure_all(const char *prose) {
  puts("call,size,ns");
  fill("/");
  memcpy(text, VECTOR, sizeof VECTOR - 1);
  for (size_t n = 1; n <= LONGEST; n *= 10) {
    for (size_t k = 1; k < 10 && k * n <= LONGEST; k = k == 1 ? 2 : k * 2 + 1) {
      measure("parse", parse, k * n); /* 1, 2, 5 */
    }
  }
  fill(prose);
  for (size_t n = 1; n <= LONGEST; n *= 10) {
    measure("find", find, n);
  }
  fill("AV:N/AC:L/");
  for (size_t n = 1; n <= LONGEST; n *= 10) {
    measure("junk", find, n);
  }
  for (size_t n = 1; n <= MOST; n *= 10) {
    measure("order", put_in_order, n);
    measure("count", count, n);
  }
  for (size_t n = 0; n <= 8; n++) {
    measure("range", range, n);
  }
}

int main(void) {
  static const char prose[] =
      "An attacker on the same network may send a packet that the service "
      "does not expect, whereupon it stops: it has to be started by hand. "
      "Affected are all releases before 2.4 (see below for the list); those "
      "who cannot upgrade at once may switch the service off. The score of "
      "the vendor is 9.8 and the vector is " VECTOR ", as of today. ";
  text = malloc(LONGEST);
  list = calloc(MOST, sizeof *list);
  order = malloc(MOST * sizeof *order);
  if (text == NULL || list == NULL || order == NULL) {
    fprintf(stderr, "growth: no memory\n");
    return 1;
  }
  fill_register();
  measure_all(prose);
  free(text);
  free(list);
  free(order);
  return 0;
}
