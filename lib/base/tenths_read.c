/* SPDX-License-Identifier: MIT */
/* A score and a level from their text. */
#include "base.h"

/* The digit at text[at], or 10 if there is none. */
static uint8_t digit(const char *text, size_t len, size_t at) {
  uint8_t d = at < len ? (uint8_t)((uint8_t)text[at] - '0') : 10;
  return d < 10 ? d : 10;
}

secrisk_tenths secrisk_tenths_read(const char *text, size_t len) {
  uint8_t whole = digit(text, len, 0);
  size_t at = 1;
  if (whole == 1 && digit(text, len, 1) == 0) {
    whole = 10;
    at = 2;
  } else if (whole > 9) {
    return SECRISK_NO_SCORE;
  }
  uint8_t tenth = 0;
  if (at < len) {
    tenth = text[at] == '.' ? digit(text, len, at + 1u) : 10;
    at += 2u;
  }
  if (at != len || tenth > (whole == 10 ? 0 : 9)) {
    return SECRISK_NO_SCORE;
  }
  return (secrisk_tenths)(whole * 10 + tenth);
}

/* Is text this word, in any letter case? */
static bool is_word(const char *text, size_t len, const char *word) {
  size_t n = 0;
  while (n < len && word[n] != '\0' && ((text[n] ^ word[n]) & ~0x20) == 0) {
    n++;
  }
  return n == len && word[n] == '\0';
}

secrisk_level secrisk_level_find(const char *text, size_t len) {
  secrisk_level level = len > 0 ? SECRISK_LEVEL_CRITICAL : SECRISK_NO_LEVEL;
  while (level != SECRISK_NO_LEVEL &&
         !is_word(text, len, secrisk_level_text(level))) {
    level--;
  }
  return level;
}
