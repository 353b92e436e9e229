/* SPDX-License-Identifier: MIT */
/* The schemes of DREAD, each as it was published. */
#include "reference_dread.h"

enum { HOWARD = 101, MICROSOFT, OWASP, OPENSTACK, EC_COUNCIL, OP_TEE, DRADIS };

static bool on_scale(int scheme, int rating, int half) {
  int low = scheme == HOWARD || scheme == MICROSOFT ? 1 : 0;
  int high = scheme == MICROSOFT || scheme == DRADIS ? 3 : 10;
  if (scheme == OPENSTACK && rating == 4) {
    low = 10;
  }
  return half >= 2 * low && half <= 2 * high &&
         (scheme == EC_COUNCIL || half % 2 == 0);
}

/* The last band that begins at or below the score. */
static int level(int scheme, double score) {
  if (scheme == MICROSOFT) { /* 5-7, 8-11, 12-15 */
    return score >= 12 ? 4 : score >= 8 ? 3 : 2;
  }
  if (scheme == EC_COUNCIL) { /* 1-10, 11-24, 25-39, 40-50 */
    return score >= 39.5   ? 5
           : score >= 24.5 ? 4
           : score >= 10.5 ? 3
           : score >= 0.5  ? 2
                           : 1;
  }
  if (scheme == OP_TEE) { /* 0, 1, 4, 7, 9 up */
    return score >= 9   ? 5
           : score >= 7 ? 4
           : score >= 4 ? 3
           : score >= 1 ? 2
                        : 1;
  }
  return 255;
}

struct reference_dread reference_dread(int scheme, const uint8_t half[5]) {
  struct reference_dread r = {false, 0, 0, 0};
  bool without = scheme > 200;
  int base = without ? scheme - 100 : scheme;
  double d = half[0] / 2.0, re = half[1] / 2.0, e = half[2] / 2.0;
  double a = half[3] / 2.0, di = half[4] / 2.0;
  if (base < HOWARD || base > DRADIS) {
    return r;
  }
  for (int i = 0; i < 5; i++) {
    if (without && i == 4 ? half[4] != 0 : !on_scale(base, i, half[i])) {
      return r;
    }
  }
  double sum = d + re + e + a + di;
  double mean = without ? sum / 4 : sum / 5;
  r.valid = true;
  r.score = mean;
  if (base == DRADIS && !without) {
    r.score = mean = ((d + a) / 2 + (re + e + di) / 3) / 2;
  } else if ((base == MICROSOFT || base == EC_COUNCIL) && !without) {
    r.score = sum;
  }
  r.tenths = mean * 10;
  r.level = without ? 255 : level(base, r.score);
  return r;
}
