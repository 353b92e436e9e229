/* SPDX-License-Identifier: MIT */
/* DREAD scored a second time, from what each scheme's authors published. */
#ifndef REFERENCE_DREAD_H
#define REFERENCE_DREAD_H

#include <stdbool.h>
#include <stdint.h>

struct reference_dread {
  bool valid;
  double score;  /* the scheme's own */
  double tenths; /* ten times the mean on the ratings' scale, not rounded */
  int level;     /* of the header; 255 where the scheme has none */
};

/* half: D, R, E, A, DI in halves. */
struct reference_dread reference_dread(int scheme, const uint8_t half[5]);

#endif
