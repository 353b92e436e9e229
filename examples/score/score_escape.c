/* SPDX-License-Identifier: MIT */
/* score: what an escape, an entity, a tag or a character means. */
#include <string.h>

#include "score_decode.h"
#include "score_escape.h"
#include "secrisk.h"

bool escape_is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool escape_is_word_byte(char c) {
  return escape_is_letter(c) || (c >= '0' && c <= '9');
}

bool escape_is_vector_byte(char c) {
  return escape_is_word_byte(c) || c == ':' || c == '/' || c == '.';
}

unsigned escape_hex(char c) {
  if (c >= '0' && c <= '9') {
    return (unsigned)(c - '0');
  }
  c = (char)(c | 0x20);
  return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

static bool same(const char *text, size_t n, const char *word) {
  return strlen(word) == n && memcmp(text, word, n) == 0;
}

static char small(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* ---- HTML ---------------------------------------------------------------- */

static uint32_t numeric_entity(const char *digits, size_t n) {
  bool hex = n > 0 && (digits[0] | 0x20) == 'x';
  unsigned base = hex ? 16 : 10;
  uint32_t code = 0;
  size_t i = hex;
  for (; i < n && code < 0x110000; i++) {
    unsigned digit = escape_hex(digits[i]);
    if (digit >= base) {
      return NO_CODE;
    }
    code = code * base + digit;
  }
  return n > hex ? code : NO_CODE;
}

/* What stands between & and ;.  A name that is not of interest here is still
 * no part of a vector. */
uint32_t escape_entity(const char *name, size_t n) {
  static const struct {
    const char *name;
    uint32_t code;
  } names[] = {{"sol", '/'},        {"colon", ':'},
               {"period", '.'},     {"lpar", '('},
               {"rpar", ')'},       {"amp", '&'},
               {"AMP", '&'},        {"percnt", '%'},
               {"equals", '='},     {"bsol", '\\'},
               {"lt", '<'},         {"gt", '>'},
               {"num", '#'},        {"Tab", '\t'},
               {"NewLine", '\n'},   {"nbsp", ' '},
               {"shy", 0xad},       {"zwnj", 0x200c},
               {"zwj", 0x200d},     {"ZeroWidthSpace", 0x200b},
               {"NoBreak", 0x2060}, {"frasl", 0x2044},
               {"ratio", 0x2236}};
  if (n > 1 && name[0] == '#') {
    return numeric_entity(name + 1, n - 1);
  }
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (same(name, n, names[i].name)) {
      return names[i].code;
    }
  }
  for (size_t i = 0; i < n; i++) {
    if (!escape_is_word_byte(name[i])) {
      return NO_CODE;
    }
  }
  return n > 0 && escape_is_letter(name[0]) ? OTHER_CODE : NO_CODE;
}

/* Does a tag of that name stand in the middle of text, not around a field? */
static bool is_inline(const char *name, size_t n) {
  static const char names[] =
      " a abbr b big br cite code del div em font i ins kbd li mark nobr p pre "
      "q s samp small span strike strong sub sup td th tr tt u var wbr ";
  char word[16] = " ";
  if (n == 0 || n > sizeof word - 3) {
    return false;
  }
  for (size_t i = 0; i < n; i++) {
    word[i + 1] = small(name[i]);
  }
  word[n + 1] = ' ';
  word[n + 2] = '\0';
  return strstr(names, word) != NULL;
}

/* text is <...>.  One in which a vector may stand is left alone. */
enum tag_kind escape_tag(const char *text, size_t n) {
  size_t start = n > 1 && text[1] == '/' ? 2 : 1, end = start;
  while (end < n && escape_is_word_byte(text[end])) {
    end++;
  }
  char after = text[end];
  bool comment = n > 6 && memcmp(text, "<!--", 4) == 0;
  if (!comment && (!is_inline(text + start, end - start) ||
                   (after != '>' && after != '/' && after != ' ' &&
                    after != '\t' && after != '\r' && after != '\n'))) {
    return TAG_NONE;
  }
  for (size_t i = end; i + 3 < n; i++) {
    if (small(text[i]) == 'a' && small(text[i + 1]) == 'v' &&
        text[i + 2] == ':') {
      return TAG_NONE;
    }
  }
  bool invisible = comment || (end - start == 3 && small(text[start]) == 'w');
  return invisible ? TAG_INVISIBLE : TAG_INLINE;
}

/* ---- Backslashes --------------------------------------------------------- */

uint32_t escape_control(char letter) {
  static const char letters[] = "nrtbfve", controls[] = "\n\r\t\b\f\v\x1b";
  const char *at = strchr(letters, letter);
  return at != NULL ? (unsigned char)controls[at - letters] : OTHER_CODE;
}

/* A command of TeX; but for \slash none is part of a vector. */
uint32_t escape_command(const char *name, size_t n) {
  return same(name, n, "slash") || same(name, n, "textslash") ? '/'
                                                              : OTHER_CODE;
}

/* ---- Characters ---------------------------------------------------------- */

/* Those that look like one of ours, that are a blank, or that are not seen. */
int escape_meaning(uint32_t code) {
  static const struct {
    uint32_t first, last;
    int means;
  } rows[] = {{0xa0, 0xa0, ' '},           {0xad, 0xad, INVISIBLE},
              {0x180e, 0x180e, INVISIBLE}, {0x2000, 0x200a, ' '},
              {0x200b, 0x200f, INVISIBLE}, {0x2028, 0x2029, '\n'},
              {0x202a, 0x202e, INVISIBLE}, {0x202f, 0x202f, ' '},
              {0x2044, 0x2044, '/'},       {0x205f, 0x205f, ' '},
              {0x2060, 0x206f, INVISIBLE}, {0x2215, 0x2215, '/'},
              {0x2236, 0x2236, ':'},       {0x29f8, 0x29f8, '/'},
              {0x3000, 0x3000, ' '},       {0xa789, 0xa789, ':'},
              {0xfe55, 0xfe55, ':'},       {0xfeff, 0xfeff, INVISIBLE}};
  if (code < 0x80) {
    return (int)code;
  }
  if (code > 0xff00 && code < 0xff5f) { /* full-width forms of ASCII */
    return (int)(code - 0xfee0);
  }
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    if (code >= rows[i].first && code <= rows[i].last) {
      return rows[i].means;
    }
  }
  return OTHER;
}

/* Of a character that means nothing, the bytes stay as they are. */
bool escape_means_something(uint32_t code) {
  return escape_meaning(code) != OTHER;
}

/* ---- Words that something invisible stood in ----------------------------- */

/* Is it a metric's abbreviation, or one of a value, in any version? */
static bool is_known(const char *word, size_t n, bool name) {
  static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS31,
                                     SECRISK_CVSS40};
  for (size_t k = 0; k < sizeof versions; k++) {
    for (uint8_t m = 0; m < secrisk_cvss_metric_count(versions[k]); m++) {
      uint8_t count = name ? 1 : secrisk_cvss_value_count(versions[k], m);
      for (uint8_t i = 0; i < count; i++) {
        const char *known = name ? secrisk_cvss_metric_abbr(versions[k], m)
                                 : secrisk_cvss_value_abbr(versions[k], m, i);
        if (n > 0 && same(word, n, known)) {
          return true;
        }
      }
    }
  }
  return false;
}

/* Something invisible stood at text[at]; the word behind it ends at `end`.  Is
 * it one word with what is before? */
bool escape_is_one_word(const char *text, size_t len, size_t at, size_t end) {
  size_t start = at;
  if (!escape_is_word_byte(text[at - 1]) || at == end) {
    return true;
  }
  while (start > 0 && at - start < 8 && escape_is_word_byte(text[start - 1])) {
    start--;
  }
  bool colon = end < len && text[end] == ':';
  bool slash = start > 0 && text[start - 1] == '/';
  if (colon && same(text + start, end - start, "CVSS")) {
    return true;
  }
  return colon ? slash && is_known(text + start, end - start, true)
               : start > 0 && text[start - 1] == ':' &&
                     is_known(text + start, end - start, false);
}
