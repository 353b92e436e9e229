/* SPDX-License-Identifier: MIT */
/* Just enough of JSON for the lines of this suite: one object a line, keys that
 * no text contains. */
#ifndef JSONL_H
#define JSONL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What follows "KEY": in the line, or NULL. */
static const char *json_at(const char *line, const char *key) {
  char name[32];
  snprintf(name, sizeof name, "\"%s\":", key);
  const char *at = strstr(line, name);
  return at == NULL ? NULL : at + strlen(name);
}

/* A number in tenths, -1 where the line has none. */
static inline int json_tenths(const char *line, const char *key) {
  const char *at = json_at(line, key);
  return at == NULL ? -1 : (int)(strtod(at, NULL) * 10 + 0.5);
}

static size_t json_utf8(unsigned code, char *to) {
  if (code < 0x80) {
    to[0] = (char)code;
    return 1;
  }
  size_t n = code < 0x800 ? 2 : 3;
  for (size_t i = n - 1; i > 0; i--, code >>= 6) {
    to[i] = (char)(0x80 | (code & 0x3f));
  }
  to[0] = (char)((n == 2 ? 0xc0 : 0xe0) | code);
  return n;
}

/* Copies a text with its escapes resolved; returns its bytes. */
static inline size_t json_text(const char *line, const char *key,
                               char to[8192]) {
  const char *at = json_at(line, key);
  size_t n = 0;
  to[0] = '\0';
  for (at = at == NULL ? "\"" : at + 1; *at != '"'; at++) {
    if (*at != '\\') {
      to[n++] = *at;
    } else if (*++at == 'u') {
      char hex[5] = {at[1], at[2], at[3], at[4], '\0'};
      n += json_utf8((unsigned)strtoul(hex, NULL, 16), to + n);
      at += 4;
    } else {
      to[n++] = *at == 'n'   ? '\n'
                : *at == 'r' ? '\r'
                : *at == 't' ? '\t'
                             : *at; /* the suite has no other escapes */
    }
  }
  to[n] = '\0';
  return n;
}

/* Every line of the files named, up to a NULL. */
static inline void json_lines(char **files, void (*each)(const char *line)) {
  static char line[16384];
  for (; *files != NULL; files++) {
    FILE *f = fopen(*files, "r");
    if (f == NULL) {
      perror(*files);
      exit(2);
    }
    while (fgets(line, sizeof line, f) != NULL) {
      each(line);
    }
    fclose(f);
  }
}

#endif
