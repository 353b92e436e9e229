/* SPDX-License-Identifier: MIT */
/* A small build writes a text byte by byte. */
#ifndef SECRISK_SMALL_FORMAT_H
#define SECRISK_SMALL_FORMAT_H

#include "../cvss/cvss.h"

static inline size_t written_at_once(const secrisk_cvss *v, char *buf) {
  (void)v;
  (void)buf;
  return 0;
}

#endif
