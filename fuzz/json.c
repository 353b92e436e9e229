/* SPDX-License-Identifier: MIT */
/* Is it JSON?  Objects, strings without escapes, numbers (RFC 8259). */
#include "fuzz.h"

struct cursor {
  const char *at;
  const char *end;
};

static bool eat(struct cursor *c, char expected) {
  if (c->at == c->end || *c->at != expected) {
    return false;
  }
  c->at++;
  return true;
}

static size_t digits(struct cursor *c) {
  const char *from = c->at;
  while (c->at < c->end && *c->at >= '0' && *c->at <= '9') {
    c->at++;
  }
  return (size_t)(c->at - from);
}

static bool number(struct cursor *c) {
  bool zero = c->at < c->end && *c->at == '0';
  size_t n = digits(c);
  if (n == 0 || (zero && n > 1)) {
    return false;
  }
  return !eat(c, '.') || digits(c) > 0;
}

static bool string(struct cursor *c) {
  if (!eat(c, '"')) {
    return false;
  }
  while (c->at < c->end && *c->at != '"') {
    if (*c->at < ' ' || *c->at > '~' || *c->at == '\\') {
      return false;
    }
    c->at++;
  }
  return eat(c, '"');
}

static bool member(struct cursor *c) {
  const char *name = c->at;
  if (!string(c) || !eat(c, ':')) {
    return false;
  }
  char key[64] = "";
  size_t n = (size_t)(c->at - name);
  if (n >= sizeof key) {
    return false;
  }
  memcpy(key, name, n);
  if (strstr(c->at, key) != NULL) {
    return false; /* the same name again */
  }
  return c->at < c->end && *c->at == '"' ? string(c) : number(c);
}

bool is_json(const char *text, size_t len) {
  struct cursor c = {text, text + len};
  if (!eat(&c, '{') || !member(&c)) {
    return false;
  }
  while (eat(&c, ',')) {
    if (!member(&c)) {
      return false;
    }
  }
  return eat(&c, '}') && c.at == c.end;
}

bool json_has(const char *text, const char *name, const char *value) {
  char member[SECRISK_CVSS_TEXT_SIZE + 64];
  snprintf(member, sizeof member, "\"%s\":%s", name, value);
  return strstr(text, member) != NULL;
}

bool json_has_score(const char *text, const char *name, secrisk_tenths score) {
  char value[8];
  snprintf(value, sizeof value, "%d.%d", score / 10, score % 10);
  return json_has(text, name, value);
}
