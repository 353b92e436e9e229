/* SPDX-License-Identifier: MIT */
/* Unknown values, as Frama-C's Eva makes them: an analysis of one call then
 * stands for every call. */
#ifndef PROOF_ANY_H
#define PROOF_ANY_H

#include "__fc_builtin.h"
#include "secrisk.h"

/* Texts and buffers have every length from 0 to N. */
#ifndef N
#define N 64
#endif

static char text[N];
static char buffer[N];

static inline uint8_t u8(void) {
  return (uint8_t)Frama_C_unsigned_int_interval(0, 255);
}

static inline uint16_t u16(void) {
  return (uint16_t)((uint16_t)u8() << 8 | u8());
}

static inline uint32_t u32(void) {
  return (uint32_t)u16() << 16 | u16();
}

/* 0 to most */
static inline size_t upto(unsigned most) {
  return (size_t)Frama_C_unsigned_int_interval(0, most);
}

static inline size_t any_size(void) {
  return sizeof(size_t) > 2 ? (size_t)u32() << 16 << 16 | u32() : u16();
}

static inline bool either(void) {
  return Frama_C_nondet(0, 1) != 0;
}

static inline void any(void *at, size_t size) {
  Frama_C_make_unknown((char *)at, size);
}

/* Unknown bytes in text, and how many of them are given. */
static inline size_t any_text(void) {
  any(text, sizeof text);
  return upto(N);
}

/* A driver whose row names this function under `spec` takes any score for its
 * result.  Its own drivers put every vector through it. */
/*@ assigns \result \from *v, kind; */
secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind);

#define MAYBE(pointer) (either() ? (pointer) : NULL)

/* A call for each version, and one for all other numbers. */
static inline uint8_t no_version(void) {
  uint8_t n = u8();
  if (n == SECRISK_CVSS20) {
    return 0;
  }
  if (n == SECRISK_CVSS30) {
    return 0;
  }
  if (n == SECRISK_CVSS31) {
    return 0;
  }
  return n == SECRISK_CVSS40 ? 0 : n;
}
#define EACH_VERSION(call)                                                     \
  call(SECRISK_CVSS20);                                                        \
  call(SECRISK_CVSS30);                                                        \
  call(SECRISK_CVSS31);                                                        \
  call(SECRISK_CVSS40);                                                        \
  call(no_version())

/* A vector of any bytes, and one that secrisk_cvss_check lets pass, or with
 * partial calls MISSING: that these are all it lets pass is proved too. */
static inline void any_vector(secrisk_cvss *v, uint8_t version) {
  any(v, sizeof *v);
  v->version = version;
}

static inline void checked_vector(secrisk_cvss *v, uint8_t version,
                                  bool partial) {
  v->version = version;
  for (uint8_t i = 0; i < sizeof v->value; i++) {
    unsigned count = secrisk_cvss_value_count(version, i);
    bool least = !partial && secrisk_cvss_mandatory(version, i);
    v->value[i] = 0;
    if (count > 0) {
      v->value[i] = (uint8_t)Frama_C_unsigned_int_interval(least, count - 1u);
    }
  }
}

#endif
