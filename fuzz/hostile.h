/* SPDX-License-Identifier: MIT */
/* Structs of any bytes, made of the input, each array in memory of exactly its
 * size.  Nothing holds of them but that pointers lead where counts say. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include "fuzz.h"

#define HOSTILE_LIST 64 /* records at most */

struct hostile {
  secrisk_policy *policy;
  secrisk_threat *threat;
  secrisk_cvss *v, *other;
  secrisk_matrix *matrix;
  secrisk_evaluation *list;
  uint32_t count;
  secrisk_diag diag; /* what stands there before a call */
};

void hostile_make(struct hostile *h, struct bytes *in);
void hostile_free(struct hostile *h);

/* One of the statuses that the header lists for the call, and no other. */
#define MUST_BE(status, ...)                                                   \
  do {                                                                         \
    static const secrisk_status listed[] = {__VA_ARGS__};                      \
    MUST(memchr(listed, (status), sizeof listed) != NULL);                     \
  } while (0)

#endif
