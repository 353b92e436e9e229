/* SPDX-License-Identifier: MIT */
/* score: what a backslash escapes, in JSON, C, TeX and properties files. */
#include <string.h>

#include "score_decode.h"
#include "score_escape.h"

/* The word of letters that ends n before the end; how long it is, and whether
 * a backslash is before it. */
static size_t command(const struct window *w, size_t n, bool *escaped) {
  size_t letters = 0;
  while (letters < DECODE_LOOK - 4 &&
         escape_is_letter((char)decode_tail(w, n + letters + 1))) {
    letters++;
  }
  *escaped = letters > 0 && decode_tail(w, n + letters + 1) == '\\';
  return letters;
}

/* How many digits end n before the end, where they belong to \penalty. */
static size_t penalty(const struct window *w, size_t n) {
  size_t digits = 0;
  while (digits < 6 && decode_tail(w, n + digits + 1) >= '0' &&
         decode_tail(w, n + digits + 1) <= '9') {
    digits++;
  }
  n += digits;
  bool is =
      n + 8 <= w->len && memcmp(w->text + w->len - n - 8, "\\penalty", 8) == 0;
  return is ? digits : 0;
}

/* Does the word of n letters before the last byte end in what a vector begins
 * with?  Then an escape behind it may be its colon. */
static bool may_begin(const struct window *w, size_t n) {
  const char *end = w->text + w->len - 1;
  return (n >= 2 && memcmp(end - 2, "AV", 2) == 0) ||
         (n >= 4 &&
          (memcmp(end - 4, "CVSS", 4) == 0 || memcmp(end - 4, "cvss", 4) == 0));
}

/* \n or \t before something else, \allowbreak, \slash: c ends it. */
bool backslash_command(struct window *w, char c) {
  bool escaped, digit = c >= '0' && c <= '9';
  size_t digits =
      escape_is_word_byte((char)decode_tail(w, 2)) ? penalty(w, 1) : 0;
  size_t n = command(w, 1 + digits, &escaped);
  unsigned char first = decode_tail(w, digits + n + 1);
  bool hex = n == 1 && c != ':' && strchr("xuU", first) != NULL &&
             (escape_hex(c) < 16 || (c == '{' && first != 'U'));
  if (!escaped || hex || (digit && (digits > 0 || penalty(w, 0) > 0))) {
    return false;
  }
  bool starts = c == '%' || c == '&' || c == '=' || c == '\\';
  if (starts && digits == 0 && may_begin(w, n)) {
    return false;
  }
  bool lower = first >= 'a';
  if (n == 1 && lower) { /* \n */
    decode_replace_before(w, 2, 1, escape_control((char)first));
  } else if (c == ':' && lower) { /* \nAV: or \nCVSS: in small letters */
    decode_replace_before(w, 2, n, escape_control((char)first));
  } else if (n > 1 && !escape_is_letter(c) && c != ':') {
    decode_replace_before(w, digits + n + 1, 1,
                          escape_command(w->text + w->len - 1 - digits - n, n));
  } else {
    return false;
  }
  return true;
}

/* \0, \57: octal, at most three digits. */
bool backslash_octal(struct window *w, char c) {
  size_t digits = 0, skip = !(c >= '0' && c <= '7');
  uint32_t code = 0, place = 1;
  for (; digits < 3; digits++, place *= 8) {
    unsigned char d = decode_tail(w, skip + digits + 1);
    if (d < '0' || d > '7') {
      break;
    }
    code += place * (d - (uint32_t)'0');
  }
  if (digits == 0 || decode_tail(w, skip + digits + 1) != '\\' ||
      (skip == 0 && digits < 3)) {
    return false;
  }
  decode_replace_before(w, digits + 1, skip, code);
  return true;
}

/* What a backslash takes its meaning from: \/ \" \\ and, within a word, \: */
bool backslash_quoted(struct window *w, char c) {
  bool word = escape_is_letter((char)decode_tail(w, 3)) ||
              (decode_tail(w, 3) >= '0' && decode_tail(w, 3) <= '9');
  if (decode_tail(w, 2) != '\\' || !(c == '/' || c == '"' || c == '\\' ||
                                     (word && (c == ':' || c == '.')))) {
    return false;
  }
  decode_replace(w, 2, (unsigned char)c);
  return true;
}

/* \u{2f} and \x{2f}, at their end. */
bool backslash_braced(struct window *w, char c) {
  uint32_t code = 0;
  size_t n = 2;
  while (n < 9 && escape_hex((char)decode_tail(w, n)) < 16) {
    code += (uint32_t)escape_hex((char)decode_tail(w, n)) << 4 * (n - 2);
    n++;
  }
  unsigned char letter = decode_tail(w, n + 1);
  if (c != '}' || n == 2 || decode_tail(w, n) != '{' ||
      (letter != 'u' && letter != 'x') || decode_tail(w, n + 2) != '\\') {
    return false;
  }
  decode_replace(w, n + 2, code);
  return true;
}
