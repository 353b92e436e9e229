/* SPDX-License-Identifier: MIT */
/* Part of register: JSON, as other tools export it, into a tree. */
#include "register_from_json.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 200 };

struct reader {
  const struct file *file;
  const char *at, *end;
  const char *seen; /* up to here the column is counted */
  unsigned long line, column;
  int depth;
};

/* A file may be one long line. */
static unsigned long column_here(struct reader *r) {
  for (; r->seen < r->at; r->seen++) {
    r->column += ((unsigned char)*r->seen & 0xc0) != 0x80;
  }
  return r->column;
}

static void refuse(struct reader *r, const char *what) {
  fprintf(stderr, "register: %s:%lu:%lu: this is no JSON: %s\n", r->file->name,
          r->line, column_here(r), what);
  exit(TROUBLE);
}

static void skip_blanks(struct reader *r) {
  for (; r->at < r->end && strchr(" \t\r\n", *r->at) != NULL && *r->at != '\0';
       r->at++) {
    if (*r->at == '\n') {
      r->line++;
      r->seen = r->at + 1;
      r->column = 1;
    }
  }
}

static bool take(struct reader *r, char c) {
  skip_blanks(r);
  bool there = r->at < r->end && *r->at == c;
  r->at += there;
  return there;
}

/* --- Strings ---------------------------------------------------------------*/

static uint32_t hex_digits(struct reader *r) {
  uint32_t c = 0;
  for (int i = 0; i < 4; i++, r->at++) {
    char h = r->at < r->end ? lower(*r->at) : ' ';
    if ((h < '0' || h > '9') && (h < 'a' || h > 'f')) {
      refuse(r, "four hexadecimal digits follow \\u");
    }
    c = c << 4 | (uint32_t)(h <= '9' ? h - '0' : h - 'a' + 10);
  }
  return c;
}

/* Behind \u; what is half a character, or none, becomes U+FFFD. */
static uint32_t escaped_character(struct reader *r) {
  uint32_t c = hex_digits(r);
  if (c >= 0xd800 && c <= 0xdbff && r->end - r->at > 6 && r->at[0] == '\\' &&
      r->at[1] == 'u') {
    r->at += 2;
    uint32_t low = hex_digits(r);
    return low >= 0xdc00 && low <= 0xdfff
               ? 0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff))
               : 0xfffd;
  }
  return c == 0 || (c >= 0xd800 && c <= 0xdfff) ? 0xfffd : c;
}

static char *take_escape(struct reader *r, char *to) {
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  char c = r->at < r->end ? *r->at : '\0';
  const char *name = c != '\0' ? strchr(names, c) : NULL;
  if (c == 'u') {
    r->at++;
    return add_utf8(to, escaped_character(r));
  }
  if (name == NULL) {
    refuse(r, "no such escape");
    return to;
  }
  r->at++;
  *to = values[name - names];
  return to + 1;
}

/* Behind the opening quote. */
static const char *take_string(struct reader *r) {
  const char *from = r->at;
  while (from < r->end && *from != '"') {
    from += *from == '\\' ? 2 : 1;
  }
  char *text = keep((size_t)(from - r->at) + 1), *to = text;
  while (r->at < r->end && *r->at != '"') {
    if ((unsigned char)*r->at < ' ') {
      refuse(r, "a line break or a control character within a string");
    }
    if (*r->at == '\\') {
      r->at++;
      to = take_escape(r, to);
    } else {
      *to++ = *r->at++;
    }
  }
  if (!take(r, '"')) {
    refuse(r, "a string is never closed");
  }
  return text;
}

/* --- Values ----------------------------------------------------------------*/

static struct json *take_value(struct reader *r);

static void take_members(struct reader *r, struct json *in, char close) {
  struct json **next = &in->first;
  if (++r->depth > DEEPEST) {
    refuse(r, "it is nested too deep");
  }
  while (!take(r, close)) {
    const char *key = "";
    if (in->first != NULL && !take(r, ',')) {
      refuse(r, "expected a comma or a closing bracket");
    }
    if (close == '}') {
      if (!take(r, '"')) {
        refuse(r, "expected a name in double quotes");
      }
      key = take_string(r);
      if (!take(r, ':')) {
        refuse(r, "expected a colon behind the name");
      }
    }
    *next = take_value(r);
    (*next)->key = key;
    next = &(*next)->next;
  }
  r->depth--;
}

/* A number, true, false or null. */
static void take_word(struct reader *r, struct json *out) {
  const char *from = r->at;
  while (r->at < r->end &&
         (lower(*r->at) != *r->at || (*r->at >= 'a' && *r->at <= 'z') ||
          (*r->at >= '0' && *r->at <= '9') || *r->at == '-' || *r->at == '+' ||
          *r->at == '.')) {
    r->at++;
  }
  size_t len = (size_t)(r->at - from);
  bool number = len > 0 && (*from == '-' || (*from >= '0' && *from <= '9'));
  bool null = len == 4 && memcmp(from, "null", 4) == 0;
  if (!number && !null && !(len == 4 && memcmp(from, "true", 4) == 0) &&
      !(len == 5 && memcmp(from, "false", 5) == 0)) {
    r->at = from;
    refuse(r, "expected a value");
  }
  out->kind = null ? JSON_OTHER : JSON_SCALAR;
  out->text = keep_text(from, len);
}

static struct json *take_value(struct reader *r) {
  struct json *out = keep(sizeof *out);
  skip_blanks(r);
  *out = (struct json){
      .key = "", .text = "", .line = r->line, .column = column_here(r)};
  if (take(r, '{')) {
    out->kind = JSON_OBJECT;
    take_members(r, out, '}');
  } else if (take(r, '[')) {
    out->kind = JSON_ARRAY;
    take_members(r, out, ']');
  } else if (take(r, '"')) {
    out->kind = JSON_SCALAR;
    out->column++;
    out->text = take_string(r);
  } else {
    take_word(r, out);
  }
  return out;
}

struct json *json_parse(const struct file *f, const char *text, size_t len) {
  struct reader r = {f, text, text + len, text, 1, 1, 0};
  struct json *out = take_value(&r);
  skip_blanks(&r);
  if (r.at < r.end) {
    refuse(&r, "there is something behind its end");
  }
  return out;
}
