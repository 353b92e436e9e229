/* SPDX-License-Identifier: MIT */
/* score: columns by the names of a table's first row. */
#include <stdlib.h>
#include <string.h>

#include "score.h"

/* Of each column that is asked for: where its name is, and a second one,
 * exactly or in any letter case.  0: nowhere. */
static struct { size_t exact, twin, loose, loose_twin; } found[2];

/* The names, for a message. */
static struct {
  char text[256];
  size_t len;
} header;

void names_begin(void) {
  memset(found, 0, sizeof found);
  header.len = 0;
}

bool names_is_number(const char *text) {
  return text[0] != '\0' && strspn(text, "0123456789") == strlen(text);
}

/* Blanks around a name are no part of it. */
static bool is_name(const char *text, size_t len, const char *name,
                    bool exact) {
  size_t from = 0, to = len;
  while (from < to && is_blank(text[from])) {
    from++;
  }
  while (to > from && is_blank(text[to - 1])) {
    to--;
  }
  if (strlen(name) != to - from) {
    return false;
  }
  for (size_t i = from; i < to; i++) {
    char a = text[i], b = *name++;
    bool letter = (a | 0x20) >= 'a' && (a | 0x20) <= 'z';
    if (a != b && (exact || !letter || (a ^ b) != 0x20)) {
      return false;
    }
  }
  return true;
}

static void note(size_t column, size_t *first, size_t *second) {
  if (*first == 0) {
    *first = column;
  } else if (*second == 0) {
    *second = column;
  }
}

static void keep_name(const char *text, size_t n, size_t column) {
  size_t left = sizeof header.text - header.len;
  if (column > 1 && left > 2) {
    memcpy(header.text + header.len, ", ", 2);
    header.len += 2;
    left -= 2;
  }
  n = n < left ? n : left;
  memcpy(header.text + header.len, text, n);
  header.len += n;
}

/* The name of a column. */
void names_add(const char *text, size_t len, size_t column) {
  const char *wanted[] = {opt.field, opt.claims};
  for (size_t i = 0; i < 2; i++) {
    if (wanted[i] != NULL && is_name(text, len, wanted[i], true)) {
      note(column, &found[i].exact, &found[i].twin);
    }
    if (wanted[i] != NULL && is_name(text, len, wanted[i], false)) {
      note(column, &found[i].loose, &found[i].loose_twin);
    }
  }
  keep_name(text, len, column);
}

/* Nothing is shown of a table whose column is not known. */
static void refuse(const char *name, size_t first, size_t second,
                   const char *file, unsigned long line) {
  out.len = 0;
  put(&err, "score: %s: line %lu: ", file, line);
  if (second > 0) {
    put(&err, "columns %lu and %lu are both named %s; give a number\n",
        (unsigned long)first, (unsigned long)second, name);
  } else {
    put(&err, "there is no column %s; expected one of: ", name);
    for (size_t i = 0; i < header.len; i++) {
      put_safe(&err, header.text[i]);
    }
    put(&err, "%s\n", header.len == sizeof header.text ? " ..." : "");
  }
  flush(&err);
  exit(TROUBLE);
}

/* The column of --field, 0, or of --claims, 1; 0 if none is asked for. */
size_t names_column(size_t which, const char *file, unsigned long line) {
  const char *name = which == 0 ? opt.field : opt.claims;
  bool exact = found[which].exact > 0;
  size_t column = exact ? found[which].exact : found[which].loose;
  size_t twin = exact ? found[which].twin : found[which].loose_twin;
  if (name == NULL) {
    return 0;
  }
  if (names_is_number(name)) {
    column = strtoul(name, NULL, 10);
    twin = 0;
  }
  if (column == 0 || twin > 0) {
    refuse(name, column, twin, file, line);
  }
  return column;
}
