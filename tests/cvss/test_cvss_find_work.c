/* SPDX-License-Identifier: MIT */
/* Reading is linear in the length of the text, on any text: counted, not
 * timed.  The library under this test calls __sanitizer_cov_trace_pc on every
 * edge of its control flow. */
#include <stdlib.h>

#include "t.h"

/* The most edges a byte may cost; the worst texts known cost half of it.  A
 * list of n metrics without a vector in it is read n times, each time to the
 * first that comes twice: n is 14 in v2.0 and, without a prefix, 22 in v3. */
#define STRICT_MOST 500u
#define LENIENT_MOST 5000u

static uint64_t edges;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) {
  edges++;
}

/* Texts to repeat: what a search has to try, and then to give up late. */
static const char *const texts[] = {
    "AV:N/",
    "CVSS:3.1/AV:N/",
    "CVSS:",
    "CVSS:3.1/",
    "CVSS2#",
    ":",
    "/",
    "a",
    "A:",
    "A:P/",
    "A/",
    "Au/",
    "AV:N/AC:L/Au:N/C:P/I:P/A:",
    "AV:N/AC:L/Au:N/C:P/I:P/A:Px",
    "AC:L/Au:N/C:P/I:P/A:P/E:U/RL:OF/RC:C/CDP:N/TD:N/CR:L/IR:L/AR:L/",
    "RC:C/CDP:LM/TD:N/IR:H/R:U/AC:L/I:P/E:U/",
    "TD:N/AC:L/CDP:LM/Au:N/E:U/A:P/I:P/AV:N/AR:H/CR:H/RC:C/C:P/IR:H/",
    "I:H/UI:N/MUI:N/AR:H/PR:N/MA:H/MS:U/CR:H/A:H/MPR:N/MAC:L/MAV:N/IR:H/S:U/"
    "MI:H/E:U/AV:N/MC:H/RC:C/AC:L/RL:O/",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Hx",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/",
    "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/E:U/RL:O/RC:C/CR:L/IR:L/AR:L/MAV:N/MAC:L/"
    "MPR:N/MUI:N/MS:U/MC:N/MI:N/MA:N/",
    "MA:N/MI:N/MC:N/MS:U/MUI:N/MPR:N/MAC:L/MAV:N/AR:L/IR:L/CR:L/RC:C/RL:O/E:U/"
    "I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N/",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:A/CR:H/"
    "IR:H/AR:H/MAV:N/MAC:L/MAT:N/MPR:N/MUI:N/MVC:H/MVI:H/MVA:H/MSC:H/MSI:S/"
    "MSA:S/S:N/AU:N/R:A/V:D/RE:L/U:x",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n",
    "AV:N/AC:L/Au:N/C:P/I:P/A:P ",
};

static const uint32_t flags[] = {
    SECRISK_STRICT,
    SECRISK_ALLOW_PARTIAL,
    SECRISK_ALLOW_BARE_31,
    SECRISK_LENIENT,
    SECRISK_LENIENT | SECRISK_ALLOW_BARE_30,
    SECRISK_LENIENT | SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_BARE_31,
};

#define SMALLEST 8192u /* several times the parser's own limit */
#ifdef T_REDUCED
#define TIMES 2u
#else
#define TIMES 8u
#endif
#define LARGEST (TIMES * SMALLEST)

/* Edges taken to find every vector in text. */
static uint64_t work(const char *text, size_t len, uint32_t how) {
  size_t start = 0;
  size_t length = 0;
  secrisk_cvss v;
  edges = 0;
  while (secrisk_cvss_find(text, len, how, &start, &length, &v, NULL) ==
         SECRISK_OK) {
    start += length;
  }
  return edges;
}

static void repeat(char *text, size_t size, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i < size; i++) {
    text[i] = word[i % n];
  }
}

/* n, 2n, 4n and 8n bytes cost the same for each byte, and not much. */
static void find_is_linear(T_ARGS) {
  T_BEGIN;
  char *text = malloc(LARGEST);
  uint64_t worst[2] = {0, 0};
  T_TRUE("memory", text != NULL);
  for (size_t i = 0; i < T_COUNT(texts); i++) {
    repeat(text, LARGEST, texts[i]);
    for (size_t f = 0; f < T_COUNT(flags); f++) {
      uint64_t first = work(text, SMALLEST, flags[f]);
      uint64_t most = flags[f] == 0 ? STRICT_MOST : LENIENT_MOST;
      T_TRUE(texts[i], first >= SMALLEST / 16); /* a word an edge at least */
      T_TRUE(texts[i], first <= most * SMALLEST);
      for (size_t times = 2; times <= TIMES; times *= 2) {
        uint64_t now = work(text, times * SMALLEST, flags[f]);
        T_TRUE(texts[i], now <= times * (first + first / 25));
      }
      if (worst[flags[f] != 0] < first) {
        worst[flags[f] != 0] = first;
      }
    }
  }
  printf("# edges a byte: %.1f strict, %.1f lenient\n",
         (double)worst[0] / SMALLEST, (double)worst[1] / SMALLEST);
  free(text);
}

/* A run of letters longer than the parser reads, after a good beginning. */
static void long_runs(T_ARGS) {
  T_BEGIN;
  static const char *const begin[] = {"",
                                      "A:",
                                      "AV:N/",
                                      "AV:N/AC:L/Au:N/C:P/I:P/A:",
                                      "CVSS:",
                                      "CVSS:3.1/AV:N/",
                                      "CVSS:3.1/AV:"};
  char *text = malloc(LARGEST);
  T_TRUE("memory", text != NULL);
  for (size_t i = 0; i < T_COUNT(begin); i++) {
    for (size_t every = 16; every <= LARGEST; every *= 2) {
      memset(text, 'A', LARGEST);
      for (size_t k = 0; k < LARGEST; k += every) {
        size_t n = strlen(begin[i]);
        memcpy(text + k, begin[i], n < every ? n : every);
      }
      T_TRUE(begin[i], work(text, LARGEST, 0) <= STRICT_MOST * LARGEST);
      T_TRUE(begin[i], work(text, LARGEST, flags[T_COUNT(flags) - 1]) <=
                           LENIENT_MOST * LARGEST);
    }
  }
  free(text);
}

/* One vector at the end, asked for from the start: one pass. */
static void one_at_the_end(T_ARGS) {
  T_BEGIN;
  static const char vector[] = "/AV:N/AC:L/Au:N/C:P/I:P/A:P";
  char *text = malloc(LARGEST);
  T_TRUE("memory", text != NULL);
  for (size_t i = 0; i < T_COUNT(texts); i++) {
    size_t at = LARGEST - sizeof vector + 1;
    size_t start = 0;
    size_t length;
    secrisk_cvss v;
    repeat(text, LARGEST, texts[i]);
    memcpy(text + at, vector, sizeof vector - 1);
    edges = 0;
    (void)secrisk_cvss_find(text, LARGEST, 0, &start, &length, &v, NULL);
    T_TRUE(texts[i], edges <= (uint64_t)STRICT_MOST * LARGEST);
  }
  free(text);
}

/* parse reads at most SECRISK_TEXT_MAX bytes, each a bounded number of times.
 */
static void parse_is_bounded(T_ARGS) {
  T_BEGIN;
  static char text[SECRISK_TEXT_MAX];
  for (size_t i = 0; i < T_COUNT(texts); i++) {
    repeat(text, sizeof text, texts[i]);
    for (size_t f = 0; f < T_COUNT(flags); f++) {
      secrisk_cvss v;
      edges = 0;
      (void)secrisk_cvss_parse(text, sizeof text, flags[f], &v, NULL);
      T_TRUE(texts[i], edges <= (uint64_t)STRICT_MOST * sizeof text);
    }
  }
}

#define CASES(X)                                                               \
  X(find_is_linear)                                                            \
  X(long_runs)                                                                 \
  X(one_at_the_end)                                                            \
  X(parse_is_bounded)
T_MAIN_IF("cvss_find_work", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
