/* SPDX-License-Identifier: MIT */
/* Random vectors from a fixed seed: the same on every machine and every run. */
#ifndef RANDOM_H
#define RANDOM_H

#include "t.h"

#if defined T_TINY
#define ROUNDS 100
#elif defined T_REDUCED
#define ROUNDS 300
#else
#define ROUNDS 20000
#endif

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

static uint32_t random_state = 2463534242u;

static uint32_t random_below(uint32_t end) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 17;
  random_state ^= random_state << 5;
  return random_state % end;
}

/* A valid vector; each optional metric is defined 0 to 4 times in 4. */
static void random_vector(secrisk_cvss *v, uint8_t version) {
  uint8_t count = secrisk_cvss_metric_count(version);
  uint32_t often = random_below(5);
  memset(v, 0, sizeof *v);
  v->version = version;
  for (uint8_t m = 0; m < count; m++) {
    if (secrisk_cvss_mandatory(version, m) || random_below(4) < often) {
      uint32_t values = secrisk_cvss_value_count(version, m);
      v->value[m] = (uint8_t)(1 + random_below(values - 1));
    }
  }
}

static bool same(const secrisk_cvss *a, const secrisk_cvss *b) {
  return memcmp(a, b, sizeof *a) == 0;
}

static bool all_zero(const void *object, size_t size) {
  const unsigned char *byte = object;
  while (size > 0 && *byte == 0) {
    byte++;
    size--;
  }
  return size == 0;
}

/* Whether any metric of a group is defined. */
static bool has_group(const secrisk_cvss *v, secrisk_group group) {
  uint8_t count = secrisk_cvss_metric_count(v->version);
  for (uint8_t m = 0; m < count; m++) {
    if (v->value[m] != 0 && secrisk_cvss_group(v->version, m) == group) {
      return true;
    }
  }
  return false;
}

#endif
