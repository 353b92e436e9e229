/* SPDX-License-Identifier: MIT */
/* score: columns by the names of a table's first row. */
#include <stdlib.h>
#include <string.h>

#include "score.h"

/* Of each column that is asked for: where its name is, and a second one,
 * exactly or in any letter case.  0: nowhere. */
static struct { size_t exact, twin, loose, loose_twin; } found[2];

/* Names, for a message: all, and those of results. */
static struct list {
  char text[256];
  size_t len;
} header, clashes;

void names_begin(void) {
  memset(found, 0, sizeof found);
  header.len = clashes.len = 0;
}

bool names_is_number(const char *text) {
  return text[0] != '\0' && strspn(text, "0123456789") == strlen(text);
}

/* Blanks around a name are no part of it. */
static size_t trim(const char **text, size_t len) {
  while (len > 0 && is_blank((*text)[len - 1])) {
    len--;
  }
  for (; len > 0 && is_blank(**text); len--) {
    ++*text;
  }
  return len;
}

static bool is_name(const char *text, size_t len, const char *name,
                    bool exact) {
  len = trim(&text, len);
  if (strlen(name) != len) {
    return false;
  }
  for (size_t i = 0; i < len; i++) {
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

static void keep_name(struct list *list, const char *text, size_t n) {
  size_t left = sizeof list->text - list->len;
  if (list->len > 0 && left > 2) {
    memcpy(list->text + list->len, ", ", 2);
    list->len += 2;
    left -= 2;
  }
  n = n < left ? n : left;
  memcpy(list->text + list->len, text, n);
  list->len += n;
}

static void put_list(const struct list *list) {
  for (size_t i = 0; i < list->len; i++) {
    put_safe(&err, list->text[i]);
  }
  put(&err, "%s\n", list->len == sizeof list->text ? " ..." : "");
}

/* Has a result this name, as in the output of an earlier run? */
static bool is_result(const char *text, size_t len) {
  struct cells c;
  char name[CELL_SIZE];
  bool is = is_name(text, len, "cvss_error", false) ||
            (opt.claims != NULL && is_name(text, len, "cvss_claim", false));
  cells_make_names(&c);
  for (size_t i = 0; i < c.count && !is; i++) {
    snprintf(name, sizeof name, "cvss_%s", c.text[i]);
    is = is_name(text, len, name, false);
  }
  return is;
}

/* Who reads the output by names must know of two that are the same. */
void names_tell(const char *file, unsigned long line) {
  if (clashes.len > 0) {
    put(&err,
        "score: %s: line %lu: columns of the input have names of results, "
        "which come last: ",
        file, line);
    put_list(&clashes);
  }
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
  keep_name(&header, text, len);
  if (is_result(text, len)) {
    len = trim(&text, len);
    keep_name(&clashes, text, len);
  }
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
    put_list(&header);
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
