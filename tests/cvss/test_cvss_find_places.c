/* SPDX-License-Identifier: MIT */
/* Where a search for a vector begins and ends: from any start, in a long text,
 * with nothing to find, and with arguments that it refuses. */
#include "t.h"

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"

static bool cleared(const secrisk_cvss *v) {
  static const secrisk_cvss none = {0};
  return memcmp(v, &none, sizeof none) == 0;
}

static void nothing_found(T_ARGS) {
  T_BEGIN;
  static const char text[] = "AV:N/AC:L and no more";
  static const secrisk_diag want = {sizeof text - 1,   0, 0,
                                    SECRISK_E_EMPTY,   0, SECRISK_NO_METRIC,
                                    SECRISK_ABOUT_CVSS};
  size_t start = 3;
  size_t length = 99;
  secrisk_cvss v;
  secrisk_diag d;
  memset(&v, 0xa5, sizeof v);
  memset(&d, 0xa5, sizeof d);
  T_EQ("none",
       secrisk_cvss_find(text, sizeof text - 1, 0, &start, &length, &v, &d),
       SECRISK_E_EMPTY);
  T_EQ("none", start, sizeof text - 1);
  T_EQ("none", length, 0);
  T_TRUE("none", cleared(&v));
  T_TRUE("none", memcmp(&d, &want, sizeof d) == 0);
  T_EQ("at the end",
       secrisk_cvss_find(text, sizeof text - 1, 0, &start, &length, &v, NULL),
       SECRISK_E_EMPTY);
  start = 0;
  T_EQ("no text", secrisk_cvss_find(NULL, 0, 0, &start, &length, &v, NULL),
       SECRISK_E_EMPTY);
}

static void bad_arguments(T_ARGS) {
  T_BEGIN;
  static const struct {
    uint32_t flags;
    size_t start;
  } bad[] = {
      {0x800, 0},
      {0x2000, 0},
      {0x1800, 0},
      {SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31 | SECRISK_FIND_NEAR, 0},
      {0x80000000u, 0},
      {SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31, 0},
      {0, sizeof V31},
      {0, SIZE_MAX},
  };
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    static const secrisk_diag want = {
        0, 0, 0, SECRISK_E_ARG, 0, SECRISK_NO_METRIC, SECRISK_ABOUT_CVSS};
    size_t start = bad[i].start;
    size_t length = 99;
    secrisk_cvss v;
    secrisk_diag d;
    memset(&v, 0xa5, sizeof v);
    memset(&d, 0xa5, sizeof d);
    T_EQ("ARG",
         secrisk_cvss_find(V31, sizeof V31 - 1, bad[i].flags, &start, &length,
                           &v, &d),
         SECRISK_E_ARG);
    T_EQ("ARG", length, 0);
    T_TRUE("ARG", start == bad[i].start);
    T_TRUE("ARG", cleared(&v));
    T_TRUE("ARG", memcmp(&d, &want, sizeof d) == 0);
  }
}

/* A start inside of a word, even of a prefix, is behind that word. */
static void inside_a_prefix(T_ARGS) {
  T_BEGIN;
  static const char text[] = "xCVSS:9.9/" BASE2 " " BASE2;
  for (size_t from = 0; from < 9; from++) {
    size_t start = from;
    size_t length;
    secrisk_cvss v;
    secrisk_status status =
        secrisk_cvss_find(text, sizeof text - 1, 0, &start, &length, &v, NULL);
    T_EQ(text + from, status, SECRISK_OK);
    /* From behind the colon on there is no prefix any more. */
    T_EQ(text + from, start, from < 6 ? 10 + sizeof BASE2 : 10);
  }
  static const char v2[] = "CVSS2#" BASE2;
  for (size_t from = 0; from < 6; from++) {
    size_t start = from;
    size_t length = 0;
    secrisk_cvss v;
    T_EQ(v2 + from,
         secrisk_cvss_find(v2, sizeof v2 - 1, SECRISK_ALLOW_PREFIX, &start,
                           &length, &v, NULL),
         0);
    T_EQ(v2 + from, start, from == 0 ? 0 : 6);
  }
  for (char digit = '0'; digit <= '9'; digit++) { /* a time is no metric */
    char time[] = V31 "/0:30";
    time[sizeof time - 5] = digit;
    size_t start = 0;
    size_t length = 0;
    secrisk_cvss v;
    T_EQ(time,
         secrisk_cvss_find(time, sizeof time - 1, 0, &start, &length, &v, NULL),
         0);
    T_EQ(time, length, sizeof V31 - 1);
  }
}

/* Vectors further apart than the parser reads at once. */
static void long_text(T_ARGS) {
  T_BEGIN;
  static char text[5 * SECRISK_TEXT_MAX];
  size_t start = 0;
  size_t length;
  secrisk_cvss v;
  memset(text, 'a', sizeof text);
  for (size_t i = 0; i < 3; i++) {
    memcpy(text + i * 2 * SECRISK_TEXT_MAX, " " V31 " ", sizeof V31 + 1);
  }
  for (size_t i = 0; i < 3; i++) {
    T_EQ("far apart",
         secrisk_cvss_find(text, sizeof text, 0, &start, &length, &v, NULL),
         SECRISK_OK);
    T_EQ("far apart", start, i * 2 * SECRISK_TEXT_MAX + 1);
    start += length;
  }
  T_EQ("far apart",
       secrisk_cvss_find(text, sizeof text, 0, &start, &length, &v, NULL),
       SECRISK_E_EMPTY);
}

#ifdef T_REDUCED
#define FIRST_STEP 11
#else
#define FIRST_STEP 1
#endif

/* Is one of the metrics [from, to), in a circle, mandatory? */
static bool any_mandatory(uint8_t from, uint8_t to) {
  bool any = false;
  while (from != to) {
    any = any || secrisk_cvss_mandatory(SECRISK_CVSS40, from);
    from = (uint8_t)((from + 1) % secrisk_cvss_metric_count(SECRISK_CVSS40));
  }
  return any;
}

/* Every metric of v4.0 from any one on, and one of them once more: the list is
 * no vector.  A part is none if it lacks a mandatory metric, or if AV, with
 * which a near miss begins, stands before the one that comes twice. */
static void a_metric_too_many(T_ARGS) {
  T_BEGIN;
  const uint32_t flags = SECRISK_ALLOW_ORDER | SECRISK_ALLOW_BARE_40;
  uint8_t count = secrisk_cvss_metric_count(SECRISK_CVSS40);
  for (uint8_t first = 0; first < count;
       first = (uint8_t)(first + FIRST_STEP)) {
    for (uint8_t twice = 0; twice < count; twice++) {
      char text[400];
      size_t len = 0;
      size_t start = 0, length;
      secrisk_cvss v;
      for (uint8_t i = 0; i <= count; i++) {
        uint8_t m = (uint8_t)(i < count ? (first + i) % count : twice);
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%s:%s",
                                len == 0 ? "" : "/",
                                secrisk_cvss_metric_abbr(SECRISK_CVSS40, m),
                                secrisk_cvss_value_abbr(SECRISK_CVSS40, m, 1));
      }
      T_EQ(text, secrisk_cvss_find(text, len, flags, &start, &length, &v, NULL),
           first == SECRISK_V40_AV || twice == SECRISK_V40_AV ||
                   any_mandatory(first, twice)
               ? SECRISK_E_EMPTY
               : SECRISK_OK);
      len = (size_t)(strrchr(text, '/') - text);
      start = 0;
      T_EQ(text, secrisk_cvss_find(text, len, flags, &start, &length, &v, NULL),
           SECRISK_OK);
      T_EQ(text, length, len);
    }
  }
}

/* From every start: the next vector whose first letter is not before it. */
static void any_start(T_ARGS) {
  T_BEGIN;
  static const char text[] = "x " BASE2 " (9.8/" V40 ") x" BASE2 "," BASE2 ".";
  static const size_t at[] = {2, 34, 127};
  size_t k = 0;
  for (size_t from = 0; from < sizeof text; from++) {
    size_t start = from;
    size_t length;
    secrisk_cvss v;
    while (k < T_COUNT(at) && at[k] < from) {
      k++;
    }
    secrisk_status status =
        secrisk_cvss_find(text, sizeof text - 1, 0, &start, &length, &v, NULL);
    T_EQ(text + from, status, k < T_COUNT(at) ? SECRISK_OK : SECRISK_E_EMPTY);
    T_EQ(text + from, start, k < T_COUNT(at) ? at[k] : sizeof text - 1);
  }
  size_t start = 1; /* inside of the first word */
  size_t length;
  secrisk_cvss v;
  T_EQ("xAV",
       secrisk_cvss_find("x" BASE2, sizeof BASE2, 0, &start, &length, &v, NULL),
       SECRISK_E_EMPTY);
}

#define CASES(X)                                                               \
  X(nothing_found)                                                             \
  X(bad_arguments)                                                             \
  X(inside_a_prefix)                                                           \
  X(long_text)                                                                 \
  X(a_metric_too_many)                                                         \
  X(any_start)
T_MAIN_IF("cvss_find_places", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
