/* SPDX-License-Identifier: MIT */
/* Part of register: ratings in words, and words that say nothing. */
#include <string.h>

#include "register.h"

/* --- Ratings in words ------------------------------------------------------*/

/* As people write them.  Where a word lies between two levels, the upper one:
 * "Elevated", which Threagile has between Medium and High. */
static const struct {
  const char *text;
  secrisk_level level;
} shipped[] = {
    {"None", SECRISK_LEVEL_NONE},
    {"Informational", SECRISK_LEVEL_NONE},
    {"Info", SECRISK_LEVEL_NONE},
    {"Low", SECRISK_LEVEL_LOW},
    {"Very Low", SECRISK_LEVEL_LOW},
    {"Minor", SECRISK_LEVEL_LOW},
    {"Medium", SECRISK_LEVEL_MEDIUM},
    {"Moderate", SECRISK_LEVEL_MEDIUM},
    {"Med", SECRISK_LEVEL_MEDIUM},
    {"High", SECRISK_LEVEL_HIGH},
    {"Elevated", SECRISK_LEVEL_HIGH},
    {"Important", SECRISK_LEVEL_HIGH},
    {"Major", SECRISK_LEVEL_HIGH},
    {"Severe", SECRISK_LEVEL_HIGH},
    {"Critical", SECRISK_LEVEL_CRITICAL},
    {"Very High", SECRISK_LEVEL_CRITICAL},
    {"Extreme", SECRISK_LEVEL_CRITICAL},
    {"Catastrophic", SECRISK_LEVEL_CRITICAL},
    {"Crit", SECRISK_LEVEL_CRITICAL},
    {"Serious", SECRISK_LEVEL_HIGH},
    {"Significant", SECRISK_LEVEL_HIGH},
    {"Negligible", SECRISK_LEVEL_LOW},
    {"Minimal", SECRISK_LEVEL_LOW},
    {"Insignificant", SECRISK_LEVEL_LOW},
    {"Information", SECRISK_LEVEL_NONE},
    {"No risk", SECRISK_LEVEL_NONE},
    {"VH", SECRISK_LEVEL_CRITICAL},
    {"H", SECRISK_LEVEL_HIGH},
    {"M", SECRISK_LEVEL_MEDIUM},
    {"L", SECRISK_LEVEL_LOW},
    {"VL", SECRISK_LEVEL_LOW},
    {"C", SECRISK_LEVEL_CRITICAL},
    {"Not scored", SECRISK_NO_LEVEL},
    {"Unscored", SECRISK_NO_LEVEL},
    {"Not assessed yet", SECRISK_NO_LEVEL},
    {"Not rated", SECRISK_NO_LEVEL},
    {"Not rated yet", SECRISK_NO_LEVEL},
    {"Unrated", SECRISK_NO_LEVEL},
    {"Not assessed", SECRISK_NO_LEVEL},
    {"Undefined", SECRISK_NO_LEVEL},
    {"Unknown", SECRISK_NO_LEVEL},
};

static void add(struct words *w, const char *text, secrisk_level level) {
  size_t n = w->count++;
  if ((n & (n + 1)) == 0) {
    w->all = grow(w->all, (2 * n + 1) * sizeof w->all[0]);
  }
  /* A blank in the text may be a wide one, of three bytes. */
  w->all[n] = (struct word){text, 3 * strlen(text), level};
}

static bool may_be(const char *text, const char *word) {
  return lower(*text) == lower(*word);
}

void words_start(struct words *w) {
  *w = (struct words){0};
  for (size_t i = 0; i < sizeof shipped / sizeof shipped[0]; i++) {
    add(w, shipped[i].text, shipped[i].level);
  }
}

static secrisk_level level_named(const char *text) {
  secrisk_level level = LEVELS;
  while (level > 0 &&
         !same_word(text, strlen(text), secrisk_level_text(level))) {
    level--;
  }
  return level;
}

void words_read(struct words *w, const struct settings *s) {
  for (size_t i = 0; i < s->count; i++) {
    const struct setting *at = &s->all[i];
    if (!same_word(at->section, strlen(at->section), "ratings")) {
      continue;
    }
    secrisk_level level = level_named(at->value);
    if (level == SECRISK_NO_LEVEL &&
        !same_word(at->value, strlen(at->value), "not rated")) {
      refuse_setting(s, at->line, at->value_column,
                     "expected None, Low, Medium, High, Critical or not rated");
    }
    add(w, same_word(at->name, strlen(at->name), "(empty)") ? "" : at->name,
        level);
  }
}

/* The maker's own words come last, and win.  Most texts are longer than any
 * word, and are not compared. */
static bool find_exact(const struct words *w, const char *text, size_t len,
                       secrisk_level *level) {
  struct piece p = trimmed(text, 0, len);
  len = p.to - p.from;
  for (size_t i = w->count; i > 0; i--) {
    const struct word *at = &w->all[i - 1];
    if (len <= at->most && (len == 0 || may_be(text + p.from, at->text)) &&
        same_name(text + p.from, len, at->text)) {
      *level = at->level;
      return true;
    }
  }
  return false;
}

/* Marks around words, and what separates them, but nothing else. */
static bool is_wordlike(const char *text, struct piece *p) {
  static const char marks[] = ".,!*:;";
  while (p->from < p->to && strchr(marks, text[p->from]) != NULL) {
    p->from++;
  }
  while (p->to > p->from && strchr(marks, text[p->to - 1]) != NULL) {
    p->to--;
  }
  size_t i = p->from;
  while (i < p->to && ((lower(text[i]) >= 'a' && lower(text[i]) <= 'z') ||
                       (text[i] & 0x80) != 0 || text[i] == ' ' ||
                       text[i] == '-' || text[i] == '_')) {
    i++;
  }
  return i == p->to && p->from < p->to;
}

/* "Low.", "VeryHigh", "Critical*" are levels, too. */
bool words_find(const struct words *w, const char *text, size_t len,
                secrisk_level *level) {
  enum { LONGEST = 40 };
  char plain[LONGEST], word[LONGEST];
  if (find_exact(w, text, len, level)) {
    return true;
  }
  struct piece p = trimmed(text, 0, len);
  if (len >= LONGEST || !is_wordlike(text, &p) ||
      squeezed(text + p.from, p.to - p.from, plain, sizeof plain) == 0) {
    return false;
  }
  for (size_t i = w->count; i > 0; i--) {
    const struct word *at = &w->all[i - 1];
    if (may_be(plain, at->text)) {
      (void)squeezed(at->text, strlen(at->text), word, sizeof word);
      if (strcmp(plain, word) == 0) {
        *level = at->level;
        return true;
      }
    }
  }
  return false;
}

const char *words_near(const struct words *w, const char *text, size_t len) {
  for (size_t i = 0; i < w->count; i++) {
    if (near_name(text, len, w->all[i].text)) {
      return w->all[i].text;
    }
  }
  return NULL;
}

/* --- Words that say nothing ------------------------------------------------*/

/* Punctuation and spaces of Latin-1 and U+2000 to U+206F are neither. */
static bool is_letter_or_digit(uint32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || (c > 0xbf && (c < 0x2000 || c > 0x206f));
}

/* From the first letter or digit to the last, or to one that is far enough from
 * the first. */
static struct piece core(const char *text, size_t enough) {
  struct piece out = {0, 0};
  const char *p = text;
  bool any = false;
  for (;;) {
    size_t at = (size_t)(p - text);
    uint32_t c = next_character(&p);
    if (c == 0) {
      return out;
    }
    if (is_letter_or_digit(c)) {
      out.from = any ? out.from : at;
      out.to = (size_t)(p - text);
      any = true;
      if (out.to - out.from > enough) {
        return out;
      }
    }
  }
}

static const char *const nothing[] = {"n/a",
                                      "na",
                                      "none",
                                      "nil",
                                      "null",
                                      "x",
                                      "xx",
                                      "xxx",
                                      "to do",
                                      "to be defined",
                                      "to be done",
                                      "to be determined",
                                      "to be added",
                                      "to be decided",
                                      "not yet",
                                      "pending",
                                      "later",
                                      "unknown",
                                      "not available",
                                      "not applicable",
                                      "see above",
                                      "placeholder",
                                      "dummy",
                                      "to be rated",
                                      "to be confirmed",
                                      "to come",
                                      "t.b.d",
                                      "t.b.c",
                                      "t.b.a",
                                      "n.a",
                                      "n. a",
                                      "ok",
                                      "okay",
                                      "ditto",
                                      "as above",
                                      "see below",
                                      "same as above",
                                      "not defined",
                                      "undefined",
                                      "in progress",
                                      "work in progress",
                                      "wip",
                                      "asap",
                                      "test",
                                      "text",
                                      "lorem ipsum"};

/* Whatever follows them, nothing has been said yet. */
static bool begins_open(const char *text, size_t len) {
  static const char *const words[] = {"TBD", "TBC", "TBA", "TODO", "FIXME"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    size_t n = strlen(words[i]);
    if (len >= n && same_word(text, n, words[i]) &&
        (len == n || !is_letter_or_digit((unsigned char)text[n]))) {
      return true;
    }
  }
  return false;
}

bool says_later(const char *text) {
  struct piece p = core(text, 0);
  return p.from < p.to && begins_open(text + p.from, strlen(text + p.from));
}

bool is_placeholder(const char *text) {
  enum { LONGEST = 24 };
  struct piece p = core(text, LONGEST);
  if (p.from == p.to) {
    return !all_blank(text);
  }
  if (p.to - p.from > LONGEST) {
    return begins_open(text + p.from, p.to - p.from);
  }
  for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
    if (may_be(text + p.from, nothing[i]) &&
        same_name(text + p.from, p.to - p.from, nothing[i])) {
      return true;
    }
  }
  return begins_open(text + p.from, p.to - p.from);
}
