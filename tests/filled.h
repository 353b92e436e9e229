/* SPDX-License-Identifier: MIT */
/* A vector in which every byte that the version uses is set. */
#ifndef FILLED_H
#define FILLED_H

#include "t.h"

/* Every metric at its most severe value. */
static void fill(secrisk_cvss *v, uint8_t version) {
  memset(v, 0, sizeof *v);
  v->version = version;
  memset(v->value, 1, secrisk_cvss_metric_count(version));
}

#endif
