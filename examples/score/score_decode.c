/* SPDX-License-Identifier: MIT */
/* score: escapes, entities and soft line breaks, undone as they end.
 *
 * Each byte is put behind the text, and when it ends an escape, that escape
 * gives way to what it stands for.  The result is put in the same way, so that
 * an escape within an escape needs no rule of its own: JSON in a URL, an
 * ampersand of an entity that is itself escaped. */
#include <string.h>

#include "score_decode.h"
#include "score_escape.h"

/* As far back as an escape may begin, and an HTML tag. */
enum { LOOK = 32, TAG = 200 };

bool decode_is_special(char c) {
  switch ((unsigned char)c) {
  case '\\':
  case '%':
  case '&':
  case '=':
  case '>':
  case 0xc2:
  case 0xe2:
  case 0xef:
    return true;
  default:
    return false;
  }
}

/* The byte n before the end; 0 where there is none. */
static unsigned char tail(const struct window *w, size_t n) {
  return n <= w->len ? (unsigned char)w->text[w->len - n] : 0;
}

/* The last n bytes give way to a character. */
static void replace(struct window *w, size_t n, uint32_t code) {
  uint8_t step;
  uint64_t from = window_from(w, w->len - n, &step);
  window_pop(w, n);
  joint_forget(w);
  decode_put_code(w, code, from, 0);
}

/* Takes the last bytes off, lets the n before them give way, and puts them
 * back. */
static void replace_before(struct window *w, size_t n, size_t after,
                           uint32_t code) {
  struct lifted kept[LOOK];
  window_lift(w, after, kept);
  replace(w, n, code);
  for (size_t i = 0; i < after; i++) {
    window_restore(w, &kept[i]);
    decode_put(w, kept[i].c, kept[i].from, kept[i].step);
  }
}

/* ---- What a byte may end ------------------------------------------------- */

static bool end_tag(struct window *w) {
  size_t n = 2;
  while (n < TAG && n < w->len && tail(w, n) != '<' && tail(w, n) != '>') {
    n++;
  }
  if (tail(w, n) != '<') {
    return false;
  }
  enum tag_kind kind = escape_tag(w->text + w->len - n, n);
  if (kind == TAG_INVISIBLE) {
    joint_make(w, n, 0);
  } else if (kind == TAG_INLINE) {
    replace(w, n, OTHER_CODE);
  }
  return kind != TAG_NONE;
}

static bool end_entity(struct window *w) {
  size_t n = 2;
  while (n < LOOK && n < w->len && tail(w, n) != '&') {
    n++;
  }
  uint32_t code = tail(w, n) == '&'
                      ? escape_entity(w->text + w->len - n + 1, n - 2)
                      : NO_CODE;
  if (code != NO_CODE) {
    replace(w, n, code);
  }
  return code != NO_CODE;
}

/* Number of hex digits at the end, at most `most`. */
static size_t hex_tail(const struct window *w, size_t most) {
  size_t n = 0;
  while (n < most && escape_hex((char)tail(w, n + 1)) < 16) {
    n++;
  }
  return n;
}

static uint32_t hex_value(const struct window *w, size_t n) {
  uint32_t code = 0;
  for (; n > 0; n--) {
    code = code << 4 | escape_hex((char)tail(w, n));
  }
  return code;
}

/* =3A, but not the name of =AC:L. */
static bool is_quoted(const struct window *w) {
  unsigned char high = tail(w, 2), low = tail(w, 1);
  bool upper = (high <= 'F' && low <= 'F') || high <= '9';
  bool name = high == 'A' && low == 'C' && tail(w, 4) != OTHER;
  return tail(w, 3) == '=' && upper && !name;
}

static bool end_hex(struct window *w) {
  static const struct {
    char letter;
    uint8_t digits;
  } forms[] = {{'x', 2}, {'u', 4}, {'U', 8}};
  size_t n = hex_tail(w, 8);
  if (n >= 2 && (tail(w, 3) == '%' || is_quoted(w))) {
    uint32_t byte = hex_value(w, 2);
    replace(w, 3, byte < 0x80 ? byte : OTHER_CODE);
    return true;
  }
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    size_t digits = forms[i].digits;
    unsigned char before = tail(w, digits + 2);
    if (n >= digits && tail(w, digits + 1) == (unsigned char)forms[i].letter &&
        (before == '\\' || (before == '%' && digits == 4))) {
      replace(w, digits + 2, hex_value(w, digits));
      return true;
    }
  }
  return false;
}

/* A line that ends in "=", with blanks that a mail server may have left. */
static bool end_soft_break(struct window *w) {
  size_t n = 2;
  n += tail(w, n) == '\r';
  while (n < LOOK && (tail(w, n) == ' ' || tail(w, n) == '\t')) {
    n++;
  }
  if (tail(w, n) != '=' || n >= w->len ||
      !escape_is_vector_byte((char)tail(w, n + 1))) {
    return false;
  }
  joint_make(w, n, 0);
  return true;
}

/* Three bytes of UTF-8, or two of them, that mean something in a vector. */
static bool end_utf8(struct window *w) {
  uint32_t low = tail(w, 1) & 0x3fu, code = NO_CODE;
  size_t n = 3;
  if (tail(w, 2) == 0xc2) {
    n = 2;
    code = 0x80 | low;
  } else if (tail(w, 3) >= 0xe0 && tail(w, 3) < 0xf0 && tail(w, 2) >= 0x80) {
    code = (tail(w, 3) & 15u) << 12 | (tail(w, 2) & 0x3fu) << 6 | low;
  }
  if (code == NO_CODE || !escape_means_something(code)) {
    return false;
  }
  replace(w, n, code);
  return true;
}

/* ---- Behind a backslash -------------------------------------------------- */

/* The word of letters that ends n before the end; how long it is, and whether
 * a backslash is before it. */
static size_t command(const struct window *w, size_t n, bool *escaped) {
  size_t letters = 0;
  while (letters < LOOK - 4 &&
         escape_is_letter((char)tail(w, n + letters + 1))) {
    letters++;
  }
  *escaped = letters > 0 && tail(w, n + letters + 1) == '\\';
  return letters;
}

/* \n or \t before something else, \allowbreak, \slash: c ends it. */
static bool end_command(struct window *w, char c) {
  bool escaped;
  size_t n = command(w, 1, &escaped);
  unsigned char first = tail(w, n + 1);
  if (!escaped || (n == 1 && c != ':' && strchr("xuU", first) != NULL &&
                   escape_hex(c) < 16)) {
    return false;
  }
  bool lower = first >= 'a';
  if (n == 1 && lower) { /* \n */
    replace_before(w, 2, 1, escape_control((char)first));
  } else if (c == ':' && lower) { /* \nAV: or \nCVSS: in small letters */
    replace_before(w, 2, n, escape_control((char)first));
  } else if (n > 1 && !escape_is_letter(c) && c != ':') {
    replace_before(w, n + 1, 1, escape_command(w->text + w->len - 1 - n, n));
  } else {
    return false;
  }
  return true;
}

/* \0, \57: octal, at most three digits. */
static bool end_octal(struct window *w, char c) {
  size_t digits = 0, skip = !(c >= '0' && c <= '7');
  uint32_t code = 0, place = 1;
  for (; digits < 3; digits++, place *= 8) {
    unsigned char d = tail(w, skip + digits + 1);
    if (d < '0' || d > '7') {
      break;
    }
    code += place * (d - (uint32_t)'0');
  }
  if (digits == 0 || tail(w, skip + digits + 1) != '\\' ||
      (skip == 0 && digits < 3)) {
    return false;
  }
  replace_before(w, digits + 1, skip, code);
  return true;
}

/* &#47 without its semicolon, before c. */
static bool end_bare_entity(struct window *w) {
  size_t n = 2;
  while (n < 9 && tail(w, n) >= '0' && tail(w, n) <= '9') {
    n++;
  }
  if (n == 2 || strchr("%\\=", tail(w, 1)) != NULL || tail(w, n) != '#' ||
      tail(w, n + 1) != '&') {
    return false;
  }
  replace_before(w, n, 1, escape_entity(w->text + w->len - n, n - 1));
  return true;
}

/* What a backslash takes its meaning from: \/ \" \\ and, within a word, \: */
static bool end_quoted(struct window *w, char c) {
  bool word = escape_is_letter((char)tail(w, 3)) ||
              (tail(w, 3) >= '0' && tail(w, 3) <= '9');
  if (tail(w, 2) != '\\' || !(c == '/' || c == '"' || c == '\\' ||
                              (word && (c == ':' || c == '.')))) {
    return false;
  }
  replace(w, 2, (unsigned char)c);
  return true;
}

static bool end_escape(struct window *w, char c) {
  bool hex = escape_hex(c) < 16;
  return (c == ';' && end_entity(w)) || (c == '\n' && end_soft_break(w)) ||
         ((unsigned char)c >= 0x80 && end_utf8(w)) || (hex && end_hex(w)) ||
         end_quoted(w, c) || (!(c >= '0' && c <= '9') && end_bare_entity(w)) ||
         end_octal(w, c) || (!(c >= 'a' && c <= 'z') && end_command(w, c));
}

/* ---- Putting ------------------------------------------------------------- */

static void look_out(struct window *w, char c) {
  if (decode_is_special(c) && c != '>') {
    size_t at = w->len - 1;
    if (at >= w->watch || at < w->watch_from) {
      w->watch_from = at;
    }
    w->watch = at + LOOK;
  }
}

void decode_put(struct window *w, char c, uint64_t from, uint8_t step) {
  window_put(w, c, from, step);
  look_out(w, c);
  if ((c == '>' && end_tag(w)) || (w->len <= w->watch && end_escape(w, c))) {
    return;
  }
  if (c == '\n' && w->joint == NO_JOINT) { /* nothing goes on in a new line */
    w->watch = 0;
  }
  if (w->joint != NO_JOINT && w->len > w->joint &&
      (!escape_is_word_byte(c) || w->len - w->joint > 6)) {
    joint_decide(w, c);
  }
}

void decode_put_code(struct window *w, uint32_t code, uint64_t from,
                     uint8_t step) {
  int c = escape_meaning(code);
  if (c == INVISIBLE) {
    joint_make(w, 0, from);
  } else {
    decode_put(w, (char)c, from, c == (int)code ? step : 0);
  }
}

void decode_end(struct window *w) {
  if (w->joint != NO_JOINT) {
    joint_decide(w, 0);
  }
  w->watch = 0;
}

/* Up to where the text stays as it is, whatever follows. */
size_t decode_settled(const struct window *w) {
  size_t n = w->len, tag = w->len > TAG ? w->len - TAG : 0;
  if (w->raw) {
    return n;
  }
  if (w->joint < n) {
    n = w->joint;
  }
  if (w->watch > w->len && w->watch_from < n) {
    n = w->watch_from;
  }
  for (size_t i = w->len; i > tag && w->text[i - 1] != '>'; i--) {
    if (w->text[i - 1] == '<') {
      n = i - 1 < n ? i - 1 : n;
      break;
    }
  }
  return n;
}
