/* SPDX-License-Identifier: MIT */
/* How many edges of the library's control flow a round of each workload takes,
 * a line "workload<TAB>edges" each: a slower way to the same results, seen
 * without a clock.  The library calls __sanitizer_cov_trace_pc on each edge. */
#include <inttypes.h>
#include <stdio.h>

#include "../workloads.h"

static uint64_t edges;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) {
  edges++;
}

int main(void) {
  for (const struct workload *w = workloads; w->name != NULL; w++) {
    w->make(w);
    edges = 0;
    (void)w->run(w);
    printf("%s\t%" PRIu64 "\n", w->name, edges);
  }
  return 0;
}
