/* SPDX-License-Identifier: MIT */
/* Scores and levels as text, both ways. */
#include <stdlib.h>

#include "t.h"

static void every_score(T_ARGS) {
  T_BEGIN;
  for (unsigned i = 0; i < 256; i++) {
    char want[16] = "";
    if (i <= 100) {
      snprintf(want, sizeof want, "%u.%u", i / 10, i % 10);
    }
    size_t need = strlen(want);
    for (size_t cap = 0; cap <= SECRISK_TENTHS_TEXT_SIZE + 1; cap++) {
      char buf[16];
      memset(buf, '#', sizeof buf);
      T_EQ(want, secrisk_tenths_format((uint8_t)i, buf, cap), need);
      for (size_t k = cap; k < sizeof buf; k++) {
        T_TRUE("beyond cap", buf[k] == '#');
      }
      if (cap > 0) {
        size_t n = need < cap ? need : cap - 1;
        T_TRUE(want, memcmp(buf, want, n) == 0 && buf[n] == '\0');
      }
    }
    T_EQ("no buffer", secrisk_tenths_format((uint8_t)i, NULL, 0), need);
    T_EQ(want, secrisk_tenths_read(want, need),
         i <= 100 ? i : SECRISK_NO_SCORE);
  }
}

/* Memory of exactly the text's size. */
static uint8_t read(const char *text, size_t len) {
  char *copy = malloc(len > 0 ? len : 1);
  if (len > 0) {
    memcpy(copy, text, len);
  }
  uint8_t tenths = secrisk_tenths_read(copy, len);
  free(copy);
  return tenths;
}

static uint8_t find(const char *text, size_t len) {
  char *copy = malloc(len > 0 ? len : 1);
  if (len > 0) {
    memcpy(copy, text, len);
  }
  uint8_t level = secrisk_level_find(copy, len);
  free(copy);
  return level;
}

/* Every text of up to four of these characters: a number that format writes,
 * or one without its decimal, and nothing else. */
static void every_text(T_ARGS) {
  T_BEGIN;
  static const char set[] = {'0', '1', '7',  '9', '.', '-',       '+',
                             ' ', 'e', '\0', ':', '/', (char)0xb1};
  size_t found = 0;
  for (size_t len = 0; len <= 5; len++) {
    size_t texts = 1;
    for (size_t i = 0; i < len; i++) {
      texts *= sizeof set;
    }
    for (size_t n = 0; n < texts; n++) {
      char text[8] = {0};
      size_t rest = n;
      for (size_t i = 0; i < len; i++, rest /= sizeof set) {
        text[i] = set[rest % sizeof set];
      }
      uint8_t want = SECRISK_NO_SCORE;
      for (unsigned i = 0; i <= 100; i++) {
        char number[16];
        snprintf(number, sizeof number, "%u.%u", i / 10, i % 10);
        size_t whole = strlen(number) - 2;
        if ((len == whole + 2 || (len == whole && i % 10 == 0)) &&
            memcmp(text, number, len) == 0) {
          want = (uint8_t)i;
        }
      }
      T_EQ(text, read(text, len), want);
      for (size_t i = 0; i < 5 && len < 4; i++) { /* what follows is not read */
        text[len] = set[i];
        T_EQ(text, secrisk_tenths_read(text, len), want);
        text[len] = '\0';
      }
      found += want != SECRISK_NO_SCORE;
    }
  }
  T_EQ("found", found, 4 + 4 * 4 + 1 + 1);
  T_EQ("NULL", secrisk_tenths_read(NULL, 0), SECRISK_NO_SCORE);
}

static void levels(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *text;
    uint8_t level;
  } rows[] = {
      {"None", 1},     {"Low", 2},      {"Medium", 3}, {"High", 4},
      {"Critical", 5}, {"NONE", 1},     {"low", 2},    {"mEDIUM", 3},
      {"hIgH", 4},     {"CRITICAL", 5}, {"", 0},       {"Hig", 0},
      {"Highs", 0},    {" High", 0},    {"High ", 0},  {"H", 0},
      {"Moderate", 0}, {"(igh", 0},     {"Lo\x57", 2}, {"4", 0},
      {"Lo\x17", 0},   {"Lo\xf7", 0},   {"None\n", 0}, {"Informational", 0},
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    T_EQ(rows[i].text, find(rows[i].text, strlen(rows[i].text)), rows[i].level);
  }
  T_EQ("NUL inside", find("Low\0", 4), 0);
  T_EQ("NUL alone", find("", 1), 0);
  T_EQ("NULL", secrisk_level_find(NULL, 0), SECRISK_NO_LEVEL);
  for (uint8_t level = 1; level <= SECRISK_LEVEL_CRITICAL; level++) {
    const char *text = secrisk_level_text(level);
    T_EQ(text, find(text, strlen(text)), level);
    for (size_t at = 0; at < strlen(text); at++) {
      for (int byte = 0; byte < 256; byte++) { /* every other byte there */
        char other[16];
        strcpy(other, text);
        other[at] = (char)byte;
        T_EQ(text, find(other, strlen(text)),
             (byte | 0x20) == (text[at] | 0x20) ? level : SECRISK_NO_LEVEL);
      }
    }
  }
}

#define CASES(X) X(every_score) X(every_text) X(levels)
T_MAIN("tenths", CASES)
