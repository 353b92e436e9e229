/* SPDX-License-Identifier: MIT */
/* Rows of a CSV file (RFC 4180, no line breaks inside a field). */
#ifndef CSV_H
#define CSV_H

#include <stdio.h>
#include <string.h>

#define CSV_FIELDS 16
#define CSV_LINE 4096

struct csv {
  FILE *file;
  long row;    /* of the current row; the one of names is 0 */
  int columns; /* in the row of names */
  char names_line[CSV_LINE];
  char line[CSV_LINE];
  const char *names[CSV_FIELDS];
  const char *fields[CSV_FIELDS];
};

/* Splits a line in place; the number of fields. */
static int csv_split(char *line, const char **fields) {
  int n = 0;
  char *in = line, *out = line;
  line[strcspn(line, "\r\n")] = '\0';
  while (n < CSV_FIELDS) {
    int quoted = *in == '"';
    in += quoted;
    fields[n++] = out;
    while (*in != '\0' && (quoted || *in != ',')) {
      if (quoted && *in == '"' && *++in != '"') {
        quoted = 0;
      } else {
        *out++ = *in++;
      }
    }
    if (*in == '\0') {
      break;
    }
    in++;
    *out++ = '\0';
  }
  *out = '\0';
  return n;
}

/* The next row; 0 after the last, and the file is closed.  -1: it has another
 * number of fields than there are names. */
static int csv_next(struct csv *c) {
  if (fgets(c->line, sizeof c->line, c->file) == NULL) {
    fclose(c->file);
    return 0;
  }
  c->row++;
  return csv_split(c->line, c->fields) == c->columns ? 1 : -1;
}

/* Opens folder/name; 0 if it is not there. */
static int csv_open(struct csv *c, const char *folder, const char *name) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  c->file = fopen(path, "r");
  c->row = 0;
  c->columns = 0;
  if (c->file == NULL) {
    return 0;
  }
  if (fgets(c->names_line, sizeof c->names_line, c->file) != NULL) {
    c->columns = csv_split(c->names_line, c->names);
  }
  return 1;
}

/* The field of that name in the current row; "" where there is no such. */
static const char *csv_field(const struct csv *c, const char *name) {
  for (int i = 0; i < c->columns; i++) {
    if (strcmp(c->names[i], name) == 0) {
      return c->fields[i];
    }
  }
  return "";
}

#endif
