/* SPDX-License-Identifier: MIT */
/* What every test file is written with: one list of cases, run by CMocka or,
 * where CMocka cannot go (T_STDIO), by a runner that needs only printf.
 *
 *   #include "t.h"
 *   static void adds(T_ARGS) { T_EQ("one and one", 1 + 1, 2); }
 *   #define CASES(X) X(adds)
 *   T_MAIN("sums", CASES)
 *
 * Each check names the row that it is about; that name is in the message. */
#ifndef T_H
#define T_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

#ifdef T_STDIO

#define T_ARGS void
static int t_failed; /* checks failed in the running case */
#define T_FAIL(...)                                                            \
  do {                                                                         \
    printf("# %s:%d: ", __FILE__, __LINE__);                                   \
    printf(__VA_ARGS__);                                                       \
    printf("\n");                                                              \
    t_failed++;                                                                \
    return;                                                                    \
  } while (0)
struct t_case {
  const char *name;
  void (*run)(void);
};
#define T_CASE(f) {#f, f},
#define T_MAIN_IF(group, CASES, available, why)                                \
  int main(void) {                                                             \
    if (!(available)) {                                                        \
      printf("1..0 # SKIP %s\n", why);                                         \
      return 0;                                                                \
    }                                                                          \
    static const struct t_case t_cases[] = {CASES(T_CASE)};                    \
    int t_n = (int)(sizeof t_cases / sizeof t_cases[0]);                       \
    int t_bad = 0;                                                             \
    printf("1..%d\n", t_n);                                                    \
    for (int t_i = 0; t_i < t_n; t_i++) {                                      \
      t_failed = 0;                                                            \
      t_cases[t_i].run();                                                      \
      printf("%s %d - %s.%s\n", t_failed ? "not ok" : "ok", t_i + 1, group,    \
             t_cases[t_i].name);                                               \
      t_bad += t_failed != 0;                                                  \
    }                                                                          \
    printf("# %s: %d passed, %d failed\n", group, t_n - t_bad, t_bad);         \
    return t_bad != 0;                                                         \
  }

#else

#include <cmocka.h>

#define T_ARGS void **t_state
#define T_FAIL(...)                                                            \
  do {                                                                         \
    fail_msg(__VA_ARGS__);                                                     \
    return;                                                                    \
  } while (0)
#define T_CASE(f) cmocka_unit_test(f),
#define T_MAIN_IF(group, CASES, available, why)                                \
  int main(void) {                                                             \
    if (!(available)) {                                                        \
      printf("1..0 # SKIP %s\n", why);                                         \
      return 0;                                                                \
    }                                                                          \
    const struct CMUnitTest cases[] = {CASES(T_CASE)};                         \
    cmocka_set_message_output(CM_OUTPUT_TAP);                                  \
    return cmocka_run_group_tests_name(group, cases, NULL, NULL);              \
  }

#endif

/* T_MAIN_IF skips the whole file, and says why, where it cannot run. */
#define T_MAIN(group, CASES) T_MAIN_IF(group, CASES, true, "")

/* For T_MAIN_IF: what a build may leave out. */
#define T_HAS(features) ((secrisk_features() & (features)) == (features))
#define T_VERSIONS                                                             \
  (SECRISK_FEATURE_CVSS2 | SECRISK_FEATURE_CVSS3 | SECRISK_FEATURE_CVSS4)
#define T_EVERYTHING (T_VERSIONS | SECRISK_FEATURE_LENIENT)

/* A case that does not use its argument under CMocka says so first. */
#ifdef T_STDIO
#define T_BEGIN
#else
#define T_BEGIN (void)t_state
#endif

/* Equal integers. */
#define T_EQ(row, got, want)                                                   \
  do {                                                                         \
    long t_got = (long)(got), t_want = (long)(want);                           \
    if (t_got != t_want) {                                                     \
      T_FAIL("%s: %s is %ld, expected %ld", row, #got, t_got, t_want);         \
    }                                                                          \
  } while (0)

/* Equal strings. */
#define T_STR(row, got, want)                                                  \
  do {                                                                         \
    const char *t_got = (got), *t_want = (want);                               \
    if (strcmp(t_got, t_want) != 0) {                                          \
      T_FAIL("%s: %s is \"%s\", expected \"%s\"", row, #got, t_got, t_want);   \
    }                                                                          \
  } while (0)

/* A condition. */
#define T_TRUE(row, cond)                                                      \
  do {                                                                         \
    if (!(cond)) {                                                             \
      T_FAIL("%s: not so: %s", row, #cond);                                    \
    }                                                                          \
  } while (0)

#define T_COUNT(array) (sizeof(array) / sizeof(array)[0])

#endif
