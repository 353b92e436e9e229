/* SPDX-License-Identifier: MIT */
/* Clearing and copying without the calls that compilers make of such loops. */
#include "base.h"

#ifdef __GNUC__
#define BARRIER __asm__ volatile("")
#else
#define BARRIER (void)0
#endif

void secrisk__zero(void *at, size_t size) {
  uint8_t *to = at;
  for (size_t i = 0; i < size; i++) {
    BARRIER; /* or the loop becomes a call of memset */
    to[i] = 0;
  }
}

void secrisk__copy(void *at, const void *from, size_t size) {
  uint8_t *to = at;
  const uint8_t *bytes = from;
  for (size_t i = 0; i < size; i++) {
    BARRIER; /* or of memcpy */
    to[i] = bytes[i];
  }
}
