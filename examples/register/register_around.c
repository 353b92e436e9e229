/* SPDX-License-Identifier: MIT */
/* Part of register: what people write around a rating. */
#include <string.h>

#include "register_rating.h"

/* A score, such as 9.8, 9,8, 10 or 9.8/10; false if text is none.  most: in
 * tenths. */
static bool read_score(const char *text, size_t len, unsigned most,
                       unsigned *tenths) {
  size_t i = 0;
  unsigned n = 0;
  for (; i < len && i < 2 && text[i] >= '0' && text[i] <= '9'; i++) {
    n = 10 * n + (unsigned)(text[i] - '0');
  }
  n *= 10;
  if (i > 0 && i + 1 < len && (text[i] == '.' || text[i] == ',') &&
      text[i + 1] >= '0' && text[i + 1] <= '9') {
    n += (unsigned)(text[i + 1] - '0');
    i += 2;
  }
  *tenths = n;
  return i > 0 && n <= most &&
         (i == len || same_word(text + i, len - i, "/10") ||
          same_word(text + i, len - i, "/10.0"));
}

static uint8_t version_in(const char *text, size_t len) {
  struct piece p = {0, len};
  len -= len > 0 && (text[len - 1] == '/' || text[len - 1] == '#');
  p.to = len; /* CVSS3.1/, CVSS2# */
  static const char *const fore[] = {"CVSSv", "CVSS", "v"};
  for (size_t i = 0; i < 3; i++) {
    size_t n = strlen(fore[i]);
    if (len > n && same_word(text, n, fore[i])) {
      char name[16] = "CVSS ";
      p.from = n + (text[n] == ':' || text[n] == '-');
      size_t rest = len - p.from;
      if (rest > 0 && rest < 4) {
        memcpy(name + 5, text + p.from, rest);
        return system_find(name, 5 + rest);
      }
    }
  }
  return 0;
}

static bool only_marks(const char *text, size_t len) {
  size_t i = 0;
  while (i < len && strchr("/\\-+*.,:=>~#_!", text[i]) != NULL) {
    i++;
  }
  return i == len;
}

static bool is_decoration(const char *text, size_t len) {
  static const char *const words[] = {
      "CVSS",    "score", "base",   "vector",       "severity",
      "rating",  "level", "-",      "\xe2\x80\x93", "\xe2\x80\x94",
      "overall", "NVD",   "string", "CVSSv2",       "CVSSv3",
      "CVSSv4",  "risk",  "CVSS-B", "CVSS-BT",      "CVSS-BE",
      "CVSS-BTE"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (same_word(text, len, words[i])) {
      return true;
    }
  }
  return only_marks(text, len) || text[0] == '&' || version_in(text, len) != 0;
}

/* In an address, &version=3.1 */
static void read_address(struct claims *c, const char *text, size_t len) {
  for (size_t i = 0; i + 11 <= len; i++) {
    if (same_word(text + i, 8, "version=")) {
      char name[] = "CVSS x.x";
      memcpy(name + 5, text + i + 8, 3);
      c->version = system_find(name, 8);
    }
  }
}

static bool is_address(const char *text, size_t len) {
  for (size_t i = 0; i + 3 <= len; i++) {
    if (memcmp(text + i, "://", 3) == 0) {
      return true;
    }
  }
  return len > 0 && text[0] == '&';
}

static bool take_level(struct cursor *c, struct piece p) {
  secrisk_level level;
  if (!words_find(&c->at->list->words, c->text + p.from, p.to - p.from,
                  &level)) {
    return false;
  }
  if (c->claims->level != 0 && c->claims->level != level) {
    return false;
  }
  c->claims->level = level;
  c->claims->open = level == SECRISK_NO_LEVEL;
  return true;
}

static void take_word(struct cursor *c, struct piece p, bool after_cvss) {
  const char *word = c->text + p.from;
  size_t len = p.to - p.from;
  unsigned tenths;
  if (is_address(word, len)) {
    read_address(c->claims, word, len);
  } else if (after_cvss && len == 3 && system_find(word - 5, 8) != 0) {
    c->claims->version = system_find(word - 5, 8);
  } else if (!c->claims->scored &&
             read_score(word, len, c->claims->sums ? 500 : 100, &tenths)) {
    c->claims->scored = true;
    c->claims->tenths = tenths;
    c->claims->score = p;
  } else if (is_decoration(word, len)) {
    uint8_t version = version_in(word, len);
    c->claims->version = version != 0 ? version : c->claims->version;
  } else if (!take_level(c, p) && !c->claims->spoiled) {
    c->claims->spoiled = true;
    c->claims->word = p;
  }
}

static size_t word_end(const char *text, size_t i, size_t to) {
  while (i < to && blank(text + i) == 0 &&
         strchr("()[]{}<>\"'`;=|", text[i]) == NULL) {
    bool decimal = text[i] == ',' && i + 1 < to && text[i + 1] >= '0' &&
                   text[i + 1] <= '9';
    bool address = text[i] == ':' && i + 2 < to && text[i + 1] == '/';
    if ((text[i] == ',' && !decimal) || (text[i] == ':' && !address)) {
      break;
    }
    i++;
  }
  return i;
}

/* An address is one word, whatever stands in it. */
static size_t address_end(const char *text, size_t i, size_t to) {
  size_t end = i;
  while (end < to && blank(text + end) == 0) {
    end++;
  }
  return is_address(text + i, end - i) ? end : word_end(text, i, to);
}

void read_around(struct cursor *c, struct piece p) {
  bool after_cvss = false;
  secrisk_level level;
  struct piece all = trimmed(c->text, p.from, p.to);
  if (words_find(&c->at->list->words, c->text + all.from, all.to - all.from,
                 &level)) { /* "very high" */
    (void)take_level(c, all);
    return;
  }
  for (size_t i = p.from; i < p.to;) {
    size_t end = address_end(c->text, i, p.to);
    if (end == i) {
      size_t n = blank(c->text + i);
      i += n > 0 ? n : 1;
      continue;
    }
    take_word(c, (struct piece){i, end}, after_cvss);
    after_cvss = end - i == 4 && same_word(c->text + i, 4, "CVSS") &&
                 (c->text[end] == ' ' || c->text[end] == ':');
    i = end;
  }
}
