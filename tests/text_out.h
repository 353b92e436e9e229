/* SPDX-License-Identifier: MIT */
/* What is true of every call that writes text into (buf, cap). */
#ifndef TEXT_OUT_H
#define TEXT_OUT_H

#include "t.h"

#define TEXT_OUT_MAX 4096

#ifdef T_REDUCED
#define TEXT_OUT_ENOUGH 0
#else
#define TEXT_OUT_ENOUGH 65536
#endif

/* And for caps of which eight or sixteen bits would leave too little? */
static bool text_out_whole(size_t (*write)(const void *, char *, size_t),
                           const void *object, const char *want) {
  static char buf[TEXT_OUT_ENOUGH + TEXT_OUT_MAX];
  size_t needed = strlen(want);
  for (size_t part = 0; part <= needed + 2; part++) {
    size_t caps[] = {needed + 1, TEXT_OUT_ENOUGH + part};
    caps[0] += 256 - (needed + 1) % 256 + part % 256; /* ends in part */
    for (size_t i = 0; i < 2; i++) {
      if (caps[i] <= needed || caps[i] > sizeof buf) {
        continue;
      }
      memset(buf, '#', needed + 1);
      if (write(object, buf, caps[i]) != needed ||
          memcmp(buf, want, needed + 1) != 0) {
        return false;
      }
    }
  }
  return true;
}

/* Is the text written as `want` for every cap from 0 to its length + 2, cut
 * short where it must be, ended by NUL, and never a byte past cap? */
static bool text_out(size_t (*write)(const void *, char *, size_t),
                     const void *object, const char *want) {
  static char buf[TEXT_OUT_MAX + 16];
  size_t needed = strlen(want);
  if (needed + 2 > TEXT_OUT_MAX || write(object, NULL, 0) != needed) {
    return false;
  }
  for (size_t cap = 0; cap <= needed + 2; cap++) {
    size_t kept = cap == 0 ? 0 : cap - 1 < needed ? cap - 1 : needed;
    memset(buf, '#', sizeof buf);
    if (write(object, buf + 8, cap) != needed ||
        memcmp(buf + 8, want, kept) != 0 || (cap > 0 && buf[8 + kept] != 0) ||
        memcmp(buf, "########", 8) != 0) {
      return false;
    }
    for (size_t i = cap; i < needed + 8; i++) {
      if (buf[8 + i] != '#') {
        return false;
      }
    }
  }
  return text_out_whole(write, object, want);
}

#endif
