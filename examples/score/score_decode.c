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

/* As far back as an escape may begin, an argument of TeX, a tag of HTML. */
enum { ARGUMENT = 24, TAG = 200 };

/* Bytes that what is under way may still change: an escape, of which the last
 * part is escaped as well. */
enum { SETTLED = 8 * DECODE_LOOK };

/* What c begins, and how far from it that may end. */
static uint8_t kind_of(char c, size_t *look) {
  *look = DECODE_LOOK;
  switch ((unsigned char)c) {
  case '\\':
    return BEGAN_BACKSLASH;
  case '&':
    return BEGAN_ENTITY;
  case '=':
    return BEGAN_QUOTED;
  case '%':
    *look = 6; /* %u002F */
    return BEGAN_PERCENT;
  case 0x1b:
    return BEGAN_COLOUR;
  case OTHER: /* a command, and its argument may follow */
    return BEGAN_ARGUMENT;
  case 0xc2:
  case 0xe2:
  case 0xef:
    *look = 3;
    return BEGAN_UTF8;
  default:
    return 0;
  }
}

/* The byte n before the end; 0 where there is none. */
unsigned char decode_tail(const struct window *w, size_t n) {
  return n <= w->len ? (unsigned char)w->text[w->len - n] : 0;
}

/* The last n bytes give way to a character. */
void decode_replace(struct window *w, size_t n, uint32_t code) {
  uint8_t step;
  uint64_t from = window_from(w, w->len - n, &step);
  window_pop(w, n);
  joint_forget(w);
  decode_put_code(w, code, from, 0);
}

/* Takes the last bytes off, lets the n before them give way, and puts them
 * back. */
void decode_replace_before(struct window *w, size_t n, size_t after,
                           uint32_t code) {
  struct lifted kept[DECODE_LOOK];
  window_lift(w, after, kept);
  decode_replace(w, n, code);
  for (size_t i = 0; i < after; i++) {
    window_restore(w, &kept[i]);
    decode_put(w, kept[i].c, kept[i].from, kept[i].step);
  }
}

/* ---- What a byte may end ------------------------------------------------- */

static bool end_tag(struct window *w) {
  const char *end = w->text + w->len;
  size_t n = 2, most = w->len < TAG ? w->len : TAG;
  while (n < most && end[-(ptrdiff_t)n] != '<' && end[-(ptrdiff_t)n] != '>') {
    n++;
  }
  if (decode_tail(w, n) != '<') {
    return false;
  }
  enum tag_kind kind = escape_tag(w->text + w->len - n, n);
  if (kind == TAG_INVISIBLE) {
    joint_make(w, n, 0);
  } else if (kind == TAG_INLINE) {
    decode_replace(w, n, OTHER_CODE);
  }
  return kind != TAG_NONE;
}

/* How far before the end an argument opens, {0pt} or [4], that belongs to a
 * command; 0 if none does. */
static size_t argument(const struct window *w, size_t from) {
  for (size_t n = from; n < ARGUMENT && n < w->len; n++) {
    unsigned char c = decode_tail(w, n);
    if (c == '{' || c == '[') {
      return decode_tail(w, n + 1) == OTHER ? n : 0;
    }
    if (c == '}' || c == ']' || c == ':' || c == '/' || c == '\n') {
      break;
    }
  }
  return 0;
}

static bool end_argument(struct window *w) {
  size_t n = argument(w, 2);
  if (n > 0) {
    decode_replace(w, n, OTHER_CODE);
  }
  return n > 0;
}

/* The colour of a terminal: ESC [ 1 ; 31 m. */
static bool end_colour(struct window *w) {
  size_t n = 2;
  while (n < DECODE_LOOK &&
         ((decode_tail(w, n) >= '0' && decode_tail(w, n) <= '9') ||
          decode_tail(w, n) == ';')) {
    n++;
  }
  if (decode_tail(w, n) != '[' || decode_tail(w, n + 1) != 0x1b) {
    return false;
  }
  decode_replace(w, n + 1, OTHER_CODE);
  return true;
}

static bool end_entity(struct window *w) {
  size_t n = 2;
  while (n < DECODE_LOOK && n < w->len && decode_tail(w, n) != '&') {
    n++;
  }
  uint32_t code = decode_tail(w, n) == '&'
                      ? escape_entity(w->text + w->len - n + 1, n - 2)
                      : NO_CODE;
  if (code != NO_CODE) {
    decode_replace(w, n, code);
  }
  return code != NO_CODE;
}

/* Number of hex digits at the end, at most `most`. */
static size_t hex_tail(const struct window *w, size_t most) {
  size_t n = 0;
  while (n < most && escape_hex((char)decode_tail(w, n + 1)) < 16) {
    n++;
  }
  return n;
}

static uint32_t hex_value(const struct window *w, size_t n) {
  uint32_t code = 0;
  for (; n > 0; n--) {
    code = code << 4 | escape_hex((char)decode_tail(w, n));
  }
  return code;
}

/* =3A, but not the name of =AC:L. */
static bool is_quoted(const struct window *w) {
  unsigned char high = decode_tail(w, 2), low = decode_tail(w, 1);
  bool upper = (high <= 'F' && low <= 'F') || high <= '9';
  bool name = high == 'A' && low == 'C' && decode_tail(w, 4) != OTHER;
  return decode_tail(w, 3) == '=' && upper && !name;
}

static bool end_hex(struct window *w) {
  static const struct {
    char letter;
    uint8_t digits;
  } forms[] = {{'x', 2}, {'u', 4}, {'U', 8}};
  size_t n = hex_tail(w, 8);
  if (n >= 2 && (decode_tail(w, 3) == '%' || is_quoted(w))) {
    uint32_t byte = hex_value(w, 2);
    decode_replace(w, 3, byte < 0x80 ? byte : OTHER_CODE);
    return true;
  }
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    size_t digits = forms[i].digits;
    unsigned char before = decode_tail(w, digits + 2);
    if (n >= digits &&
        decode_tail(w, digits + 1) == (unsigned char)forms[i].letter &&
        (before == '\\' || (before == '%' && digits == 4))) {
      decode_replace(w, digits + 2, hex_value(w, digits));
      return true;
    }
  }
  return false;
}

/* A line that ends in "=", with blanks that a mail server may have left. */
static bool end_soft_break(struct window *w) {
  size_t n = 2;
  n += decode_tail(w, n) == '\r';
  while (n < DECODE_LOOK &&
         (decode_tail(w, n) == ' ' || decode_tail(w, n) == '\t')) {
    n++;
  }
  if (decode_tail(w, n) != '=' || n >= w->len ||
      !escape_is_vector_byte((char)decode_tail(w, n + 1))) {
    return false;
  }
  joint_make(w, n, 0);
  return true;
}

/* Three bytes of UTF-8, or two of them, that mean something in a vector. */
static bool end_utf8(struct window *w) {
  uint32_t low = decode_tail(w, 1) & 0x3fu, code = NO_CODE;
  size_t n = 3;
  if (decode_tail(w, 2) == 0xc2) {
    n = 2;
    code = 0x80 | low;
  } else if (decode_tail(w, 3) >= 0xe0 && decode_tail(w, 3) < 0xf0 &&
             decode_tail(w, 2) >= 0x80) {
    code = (decode_tail(w, 3) & 15u) << 12 | (decode_tail(w, 2) & 0x3fu) << 6 |
           low;
  }
  if (code == NO_CODE || !escape_means_something(code)) {
    return false;
  }
  decode_replace(w, n, code);
  return true;
}

/* &#47 without its semicolon, before c. */
static bool end_bare_entity(struct window *w) {
  size_t n = 2;
  while (n < 9 && decode_tail(w, n) >= '0' && decode_tail(w, n) <= '9') {
    n++;
  }
  if (n == 2 || strchr("%\\=", decode_tail(w, 1)) != NULL ||
      decode_tail(w, n) != '#' || decode_tail(w, n + 1) != '&') {
    return false;
  }
  decode_replace_before(w, n, 1, escape_entity(w->text + w->len - n, n - 1));
  return true;
}

static bool end_backslash(struct window *w, char c) {
  return backslash_quoted(w, c) || backslash_braced(w, c) ||
         backslash_octal(w, c) ||
         (!(c >= 'a' && c <= 'z') && backslash_command(w, c));
}

/* Only what has begun is looked for. */
static bool end_escape(struct window *w, char c) {
  const uint8_t began = w->began,
                hex = BEGAN_BACKSLASH | BEGAN_PERCENT | BEGAN_QUOTED;
  bool entity = (began & BEGAN_ENTITY) != 0;
  return (c == ';' && entity && end_entity(w)) ||
         ((began & BEGAN_COLOUR) != 0 && escape_is_letter(c) &&
          end_colour(w)) ||
         (c == '\n' && (began & BEGAN_QUOTED) != 0 && end_soft_break(w)) ||
         ((unsigned char)c >= 0x80 && end_utf8(w)) ||
         ((began & hex) != 0 && escape_hex(c) < 16 && end_hex(w)) ||
         ((began & BEGAN_ARGUMENT) != 0 && (c == '}' || c == ']') &&
          end_argument(w)) ||
         (entity && !(c >= '0' && c <= '9') && end_bare_entity(w)) ||
         ((began & BEGAN_BACKSLASH) != 0 && end_backslash(w, c));
}

/* ---- Putting ------------------------------------------------------------- */

static void look_out(struct window *w, char c) {
  size_t at = w->len - 1, look;
  uint8_t kind = kind_of(c, &look);
  if (kind != 0) {
    if (at >= w->watch || at < w->watch_from) {
      w->watch_from = at;
      w->watch = w->began = 0;
    }
    w->began |= kind;
    w->watch = at + look > w->watch ? at + look : w->watch;
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
  if (w->watch > w->len) { /* a run of escapes is watched as one */
    size_t from = n > SETTLED ? n - SETTLED : 0;
    from = w->watch_from > from ? w->watch_from : from;
    n = from < n ? from : n;
  }
  for (size_t i = w->len; i > tag && w->text[i - 1] != '>'; i--) {
    if (w->text[i - 1] == '<') {
      n = i - 1 < n ? i - 1 : n;
      break;
    }
  }
  tag = argument(w, 1);
  return tag > 0 && w->len - tag < n ? w->len - tag : n;
}
