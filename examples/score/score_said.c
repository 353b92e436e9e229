/* SPDX-License-Identifier: MIT */
/* score: the version that a text says of a vector without its prefix.
 *
 * "CVSS: 3.1/AV:...", "3.0/AV:...", "CVSSv3.1 (AV:...)" and
 * "vector=AV:...&version=3.1" say it in one breath.  Nothing is guessed: two
 * versions, or one of which 3.0 and 3.1 are left, are none. */
#include <string.h>

#include "score_said.h"

/* What was said so far. */
struct saying {
  uint8_t version;  /* 0: none */
  bool two;         /* versions that differ, or one that there is not */
  bool maybe_score; /* the number could be a score as well */
};

enum { BREATH = 64 };

bool said_is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

bool said_is_vector_byte(char c) {
  return said_is_word_byte(c) || c == ':' || c == '/' || c == '.';
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* Does text[..end) end with the word, in any letter case? */
static bool ends_with(const char *text, size_t end, const char *word) {
  size_t n = strlen(word);
  if (n > end) {
    return false;
  }
  for (size_t i = 0; i < n; i++) {
    if (((text[end - n + i] ^ word[i]) & ~0x20) != 0) {
      return false;
    }
  }
  return true;
}

enum key { KEY_NONE, KEY_CVSS, KEY_VERSION };

/* What a number at text[at] is of: "v3.1", "version=3.1", "CVSS: 3.1". */
static enum key key_before(const char *text, size_t floor, size_t start) {
  size_t end = start;
  if (end > floor && text[end - 1] == '>') { /* <version>3.1</version> */
    return ends_with(text, end - 1, "version") ? KEY_VERSION : KEY_NONE;
  }
  while (end > floor && start - end < 6 &&
         strchr(" :=_#\"'(-", text[end - 1])) {
    end--;
  }
  if (ends_with(text, end, "version") ||
      (ends_with(text, end, "v") && end > floor &&
       (end == 1 || !said_is_word_byte(text[end - 2]) ||
        ends_with(text, end - 1, "CVSS")))) {
    return KEY_VERSION;
  }
  return ends_with(text, end, "CVSS") ? KEY_CVSS : KEY_NONE;
}

static bool is_version(uint8_t value) {
  return value == SECRISK_CVSS20 || value == SECRISK_CVSS30 ||
         value == SECRISK_CVSS31 || value == SECRISK_CVSS40;
}

/* CVSSv31, as CycloneDX writes it: two digits right behind the letters. */
static bool is_short(const char *text, size_t len, size_t floor, size_t start) {
  return start + 1 < len && is_digit(text[start + 1]) &&
         (start + 2 == len || !said_is_word_byte(text[start + 2])) &&
         start >= floor + 4 &&
         (ends_with(text, start, "CVSS") || ends_with(text, start, "CVSSv"));
}

/* The number of one digit, or of two around a point, at text[start]; its
 * length, and 31 for 3.1, or 30 and alone for 3. */
static size_t number(const char *text, size_t len, size_t floor, size_t start,
                     uint8_t *value, bool *alone) {
  if (is_short(text, len, floor, start)) {
    *alone = false;
    *value = (uint8_t)((text[start] - '0') * 10 + text[start + 1] - '0');
    return is_version(*value) ? 2 : 0;
  }
  size_t n =
      start + 2 < len && text[start + 1] == '.' && is_digit(text[start + 2])
          ? 3
          : 1;
  *alone = n == 1;
  *value = (uint8_t)((text[start] - '0') * 10 +
                     (n == 3 ? text[start + 2] - '0' : 0));
  bool more =
      start + n < len && (is_digit(text[start + n]) ||
                          (text[start + n] == '.' && start + n + 1 < len &&
                           is_digit(text[start + n + 1])));
  return more ? 0 : n;
}

static void say(struct saying *say, uint8_t version, bool maybe_score) {
  if (say->version == 0) {
    say->maybe_score = maybe_score;
  } else if (say->version == version) {
    say->maybe_score = say->maybe_score && maybe_score;
  } else {
    say->two = true;
  }
  say->version = version;
}

/* Hears one number.  `joined`: a slash and the vector follow it. */
static void hear_number(struct saying *s, enum key key, uint8_t value,
                        bool alone, bool joined) {
  if (alone) { /* "v3" leaves two; "v4" and "CVSS2" do not */
    if (key != KEY_NONE && value != SECRISK_CVSS30 && is_version(value)) {
      say(s, value, false);
    }
  } else if (is_version(value) && (key != KEY_NONE || joined)) {
    say(s, value, key == KEY_NONE || (key == KEY_CVSS && !joined));
  } else if (joined && key != KEY_NONE) { /* CVSS:3.2/ */
    s->two = true;
  }
}

/* Hears what stands in text[from, to).  Before a vector, `to` is where it
 * begins; behind one, another vector ends the breath. */
static void hear(struct saying *s, const char *text, size_t from, size_t to,
                 size_t len, bool before) {
  for (size_t i = from; i < to; i++) {
    uint8_t value;
    bool alone;
    if (!is_digit(text[i]) ||
        (i > from && (is_digit(text[i - 1]) || text[i - 1] == '.'))) {
      continue;
    }
    size_t n = number(text, len, from, i, &value, &alone);
    size_t end = i + n;
    bool slash = n > 0 && end < len && text[end] == '/';
    if (slash && !before) {
      return;
    }
    while (slash && end < to && !said_is_word_byte(text[end])) {
      end++;
    }
    enum key key = key_before(text, from, i);
    if (n > 0 && (before || key == KEY_VERSION || key == KEY_CVSS)) {
      hear_number(s, key, value, alone, slash && end == to);
    }
  }
}

/* The breath before pos: 64 bytes, at most one line end. */
static size_t breath_before(const struct said *s, size_t pos) {
  size_t from = pos;
  unsigned lines = 0;
  while (from > s->floor && pos - from < BREATH) {
    lines += s->text[from - 1] == '\n';
    if (lines > 1) {
      break;
    }
    from--;
  }
  return from;
}

static size_t breath_behind(const struct said *s, size_t end) {
  size_t to = end;
  while (to < s->len && to - end < BREATH && s->text[to] != '\n') {
    to++;
  }
  return to;
}

static size_t find_av(const struct said *s) {
  size_t pos = s->pos, end = s->pos + s->n;
  while (pos + 3 < end && (memcmp(s->text + pos, "AV:", 3) != 0 ||
                           (pos > 0 && said_is_word_byte(s->text[pos - 1])))) {
    pos++;
  }
  return pos + 3 < end ? pos : end;
}

static uint32_t bare_flag(uint8_t version) {
  return version == SECRISK_CVSS30   ? SECRISK_ALLOW_BARE_30
         : version == SECRISK_CVSS31 ? SECRISK_ALLOW_BARE_31
         : version == SECRISK_CVSS40 ? SECRISK_ALLOW_BARE_40
                                     : 0;
}

static bool parse_as(struct item *it, const char *text, size_t n,
                     uint8_t version) {
  uint32_t bare =
      SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31 | SECRISK_ALLOW_BARE_40;
  it->text = text;
  it->len = n;
  it->said = version;
  return secrisk_cvss_parse(text, n, (opt.flags & ~bare) | bare_flag(version),
                            &it->v, &it->diag) == SECRISK_OK &&
         it->v.version == version;
}

/* Does a score stand right before it, as in "8.3|AV:...", that is another? */
static bool is_contradicted(const struct said *s, size_t av,
                            const secrisk_cvss *v) {
  const char *text = s->text;
  if (av < s->floor + 4 || (text[av - 1] != '|' && text[av - 1] != '/') ||
      !is_digit(text[av - 2]) || text[av - 3] != '.' ||
      !is_digit(text[av - 4])) {
    return false;
  }
  bool ten = av >= s->floor + 5 && text[av - 5] == '1';
  int score = (text[av - 4] - '0') * 10 + text[av - 2] - '0' + (ten ? 100 : 0);
  return score != v->version &&
         score != secrisk_cvss_score(v, SECRISK_SCORE_OVERALL) &&
         score != secrisk_cvss_score(v, SECRISK_SCORE_B);
}

/* Reads what is almost a vector as the version that the text says.  On failure
 * item is as it was. */
bool said_vector(const struct said *s, struct item *it) {
  struct item as = *it;
  struct saying said = {0, false, false};
  size_t av = find_av(s), end = s->pos + s->n;
  if (av == end) {
    return false;
  }
  hear(&said, s->text, breath_before(s, av), av, s->len, true);
  hear(&said, s->text, end, breath_behind(s, end), s->len, false);
  if (said.version == 0 && !said.two) {
    said.version = SECRISK_CVSS40; /* AT: alone shows it */
    said.maybe_score = false;
  }
  if (said.two || !parse_as(&as, s->text + av, end - av, said.version)) {
    return false;
  }
  if (said.maybe_score &&
      secrisk_cvss_score(&as.v, SECRISK_SCORE_OVERALL) == said.version) {
    return false; /* "CVSS: 3.1 (AV:..." may well be a score */
  }
  if (is_contradicted(s, av, &as.v)) {
    return false;
  }
  *it = as;
  return true;
}
