/* SPDX-License-Identifier: MIT */
/* Finding vectors behind anything that looks like one, text by text. */
#include <ctype.h>

#include "t.h"

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V31 "CVSS:3.1/" BASE3
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define FULL2 BASE2 "/E:POC/RL:OF/RC:C/CDP:LM/TD:H/CR:M/IR:H/AR:L"
#define BARE SECRISK_ALLOW_BARE_31
#define PARTIAL SECRISK_ALLOW_PARTIAL

/* What parse says of a span must be what find said of it. */
static bool agrees(const char *span, size_t length, uint32_t flags,
                   const secrisk_cvss *found, const secrisk_diag *diag) {
  secrisk_cvss v;
  secrisk_diag d;
  return secrisk_cvss_parse(span, length, flags, &v, &d) == SECRISK_OK &&
         memcmp(&v, found, sizeof v) == 0 && memcmp(&d, diag, sizeof d) == 0;
}

#ifdef T_TINY
#define STRIDE 7
#else
#define STRIDE 1
#endif

/* Is a list of metrics one with the junk before it?  A slash or a colon joins
 * them, and a gap does behind a prefix, which ends with a slash. */
static bool one_list(const char *junk, size_t n, char between) {
  return between == ':' || between == '/' || (n == 9 && junk[8] == '/');
}

/* A vector is found behind any beginning of another, whatever stands between
 * them that is no part of a vector, and behind itself cut short. */
static void behind_junk(T_ARGS) {
  T_BEGIN;
  static const char *const good[] = {V40, V31, FULL2, BASE2};
  static const char between[] = " \t\n,;.\"'()[]{}<>|#=&?!%-_+*~\\\x01\xff:/";
  static const uint32_t flags[] = {0, SECRISK_LENIENT, SECRISK_LENIENT | BARE};
  char text[512];
  for (size_t i = 0; i < T_COUNT(good) * T_COUNT(good); i++) {
    const char *junk = good[i % T_COUNT(good)];
    const char *want = good[i / T_COUNT(good)];
    for (size_t n = 0; n < strlen(junk); n += STRIDE) {
      for (const char *c = between; *c != '\0'; c++) {
        for (size_t f = 0; f < T_COUNT(flags); f++) {
          size_t len = n + 1 + strlen(want);
          memcpy(text, junk, n);
          text[n] = *c;
          memcpy(text + n + 1, want, strlen(want) + 1);
          size_t start = 0;
          size_t length = 0;
          secrisk_cvss v;
          if (want[0] != 'C' && one_list(junk, n, *c)) {
            continue;
          }
          do {
            start += length;
            T_EQ(text,
                 secrisk_cvss_find(text, len, flags[f], &start, &length, &v,
                                   NULL),
                 SECRISK_OK);
          } while (start < n + 1);
          T_EQ(text, start, n + 1);
          T_EQ(text, length, strlen(want));
        }
      }
    }
  }
}

/* The vectors of a text made of two are those of the one, then of the other,
 * if no vector can hold what is between. */
struct span {
  size_t start, length;
  secrisk_cvss v;
};

static size_t all(const char *text, size_t len, uint32_t flags,
                  struct span *spans) {
  size_t count = 0;
  size_t start = 0;
  struct span *s = spans;
  secrisk_diag d;
  while (secrisk_cvss_find(text, len, flags, &start, &s->length, &s->v, &d) ==
             SECRISK_OK &&
         s->length > 0 && start + s->length <= len &&
         agrees(text + start, s->length, flags, &s->v, &d)) {
    s->start = start;
    start += s->length;
    count++;
    s++;
  }
  return start == len && s->length == 0 ? count : 999; /* the last was EMPTY */
}

static size_t soup(char *text, uint32_t *seed) {
  static const char *const words[] = {
      "CVSS:",    "3.1/",  "4.0/", "CVSS2#", "AV:N",  "AC:L",  "Au:N", "PR:N",
      "UI:N/S:U", "C:H",   "I:P",  "A:P",    BASE2,   V31,     BASE3,  "E:U",
      "/",        "/",     "/",    ":",      "CVSS:", "x",     V40,    "A:H",
      "cvss:",    "RL:OF", "RC:C", "/A:H",   "C:P/",  "/I:P/", "av:N", "#"};
  size_t len = 0;
  for (uint32_t n = *seed >> 16 & 15; n > 0; n--) {
    *seed = *seed * 1664525u + 1013904223u;
    const char *word = words[*seed >> 27];
    memcpy(text + len, word, strlen(word));
    len += strlen(word);
  }
  *seed = *seed * 1664525u + 1013904223u;
  return len;
}

#ifdef T_REDUCED
#define ROUNDS 2000
#else
#define ROUNDS 20000
#endif

/* Is there a slash among what is neither letter nor digit around the nth byte?
 */
static bool slash_around(const char *text, size_t n) {
  size_t from = n;
  size_t to = n;
  while (from > 0 && !isalnum((unsigned char)text[from - 1])) {
    from--;
  }
  while (text[to] != '\0' && !isalnum((unsigned char)text[to])) {
    to++;
  }
  return memchr(text + from, '/', to - from) != NULL;
}

static void text_by_text(T_ARGS) {
  T_BEGIN;
  static const uint32_t flags[] = {0,
                                   BARE,
                                   PARTIAL,
                                   SECRISK_LENIENT,
                                   SECRISK_LENIENT | PARTIAL | BARE,
                                   SECRISK_ALLOW_ORDER | SECRISK_ALLOW_BARE_30};
  static char text[2400];
  /* a word holds one vector at most, a soup 15 words */
  static struct span one[16], two[16], both[31];
  uint32_t seed = 1;
  size_t found = 0;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    uint32_t f = flags[i % T_COUNT(flags)];
    size_t n = soup(text, &seed);
    text[n] = " \n,;(\"\x7f|&"[i % 9];
    size_t m = soup(text + n + 1, &seed);
    text[n + 1 + m] = '\0';
    if (slash_around(text, n)) {
      continue; /* the second might go on where the first ends */
    }
    size_t a = all(text, n, f, one);
    size_t b = all(text + n + 1, m, f, two);
    T_EQ(text, all(text, n + 1 + m, f, both), a + b);
    for (size_t k = 0; k < a + b; k++) {
      const struct span *want = k < a ? &one[k] : &two[k - a];
      T_EQ(text, both[k].start, want->start + (k < a ? 0 : n + 1));
      T_EQ(text, both[k].length, want->length);
      T_TRUE(text, memcmp(&both[k].v, &want->v, sizeof want->v) == 0);
    }
    found += a + b;
  }
  T_TRUE("enough found to mean something", found > ROUNDS / 6);
}

#define CASES(X) X(behind_junk) X(text_by_text)
T_MAIN_IF("cvss_find_junk", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
