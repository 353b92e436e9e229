/* SPDX-License-Identifier: MIT */
/* Clearing and copying without the calls that compilers make of such loops.
 *
 * A compiler may turn a loop that stores zeros into a call of memset, and one
 * that copies into memcpy, which a device need not have.  Stores through a
 * pointer to volatile must be made one by one, in any compiler. */
#include "base.h"

void secrisk__zero(void *at, size_t size) {
  volatile uint8_t *to = at;
  for (size_t i = 0; i < size; i++) {
    to[i] = 0;
  }
}

void secrisk__copy(void *at, const void *from, size_t size) {
  volatile uint8_t *to = at;
  const uint8_t *bytes = from;
  for (size_t i = 0; i < size; i++) {
    to[i] = bytes[i];
  }
}
