/* SPDX-License-Identifier: MIT */
/* What is measured: texts made from a fixed seed, and what is done to them. */
#ifndef BENCH_WORKLOADS_H
#define BENCH_WORKLOADS_H

#include <stdbool.h>
#include <stddef.h>

#include "secrisk.h"

struct workload {
  const char *name;
  void (*make)(const struct workload *w); /* fills texts, count and items */
  unsigned (*run)(const struct workload *w);
  size_t count, items; /* texts; things done in a round */
  uint8_t version;
  bool all; /* every metric, else Base */
};

struct text {
  const char *at;
  size_t len;
};
extern struct text *texts;

extern struct workload workloads[]; /* ends with a name NULL */

#endif
