/* SPDX-License-Identifier: MIT */
/* Part of register: CSV as in RFC 4180, with the place of every cell. */
#include "register_csv.h"

#include <string.h>

/* A line ends with LF, CRLF or CR; columns count characters, not bytes. */
static void step(const char *at, const char *end, unsigned long *line,
                 unsigned long *column) {
  bool crlf = *at == '\r' && at + 1 < end && at[1] == '\n';
  if (*at == '\n' || (*at == '\r' && !crlf)) {
    ++*line;
    *column = 1;
  } else if (!crlf && ((unsigned char)*at & 0xc0) != 0x80) {
    ++*column;
  }
}

static char take(struct csv *c) {
  step(c->at, c->end, &c->line, &c->column);
  return *c->at++;
}

static bool is_end_of_line(char c) {
  return c == '\n' || c == '\r';
}

static void fault(struct csv *c, const char *what, unsigned long line,
                  unsigned long column) {
  if (c->fault == NULL) {
    c->fault = what;
    c->fault_line = line;
    c->fault_column = column;
    c->fault_last = line;
  }
}

/* A title above the table has none, perhaps. */
static void find_separator(struct csv *c) {
  bool quoted = false, bar = false;
  c->separator = ',';
  for (char *p = c->at; p < c->end; p++) {
    quoted = quoted != (*p == '"');
    if (!quoted && (*p == ',' || *p == ';' || *p == '\t')) {
      c->separator = *p;
      return;
    }
    bar = bar || *p == '|';
    if (!quoted && bar && is_end_of_line(*p)) {
      c->separator = '|';
      return;
    }
  }
}

/* The hint sep=; that Excel writes and reads. */
static void take_hint(struct csv *c) {
  char *p = c->at;
  bool quoted = c->end - p > 6 && *p == '"';
  p += quoted;
  if (c->end - p < 5 || !same_word(p, 4, "sep=") || is_end_of_line(p[4])) {
    return;
  }
  char separator = p[4];
  p += 5 + quoted;
  while (p < c->end && (*p == separator || *p == ' ')) {
    p++;
  }
  if (p < c->end && is_end_of_line(*p)) {
    c->separator = separator;
    p += *p == '\r' && p + 1 < c->end && p[1] == '\n';
    c->at = p + 1;
    c->line = 2;
  }
}

void csv_start(struct csv *c, char *text, size_t len) {
  *c = (struct csv){0};
  c->at = text;
  while (len > 0 && text[len - 1] == 0x1a) { /* the end of a file, on DOS */
    len--;
  }
  c->end = text + len;
  c->line = c->column = 1;
  take_hint(c);
  if (c->separator == 0) {
    find_separator(c);
  }
}

static void check_nul(struct csv *c) {
  if (*c->at == '\0') {
    fault(c, "a NUL byte is no text", c->line, c->column);
  }
}

/* What is between quotes, behind the first; returns where the text ends. */
static char *take_quoted(struct csv *c, char *to) {
  unsigned long line = c->line, column = c->column - 1;
  bool open;
  const char *end = quote_end(c, c->at, &open);
  while (c->at < end) {
    check_nul(c);
    if (*c->at == '"') { /* the first of two */
      (void)take(c);
    }
    if (c->at < end) {
      *to++ = take(c);
    }
  }
  if (open) {
    fault(c, "the quote that opens here is never closed", line, column);
    c->fault_last = c->line;
  } else {
    (void)take(c);
  }
  return to;
}

/* Behind a closing quote, and in a cell without, a quote is text. */
static void take_cell(struct csv *c, struct cell *cell) {
  char *to = c->at;
  cell->quoted = c->at < c->end && *c->at == '"';
  if (cell->quoted) {
    (void)take(c);
  }
  cell->text = c->at;
  cell->line = c->line;
  cell->column = c->column;
  to = cell->quoted ? take_quoted(c, c->at) : c->at;
  while (c->at < c->end && *c->at != c->separator && !is_end_of_line(*c->at)) {
    check_nul(c);
    *to++ = take(c);
  }
  cell->len = (size_t)(to - cell->text);
}

static struct cell *next_cell(struct csv *c) {
  if (c->count == c->room) {
    c->room = c->room == 0 ? 16 : 2 * c->room;
    c->cells = grow(c->cells, c->room * sizeof c->cells[0]);
  }
  return &c->cells[c->count++];
}

/* Takes the end of a line or of the input, or a separator: is it one? */
static bool take_separator(struct csv *c) {
  if (c->at == c->end) {
    return false;
  }
  char ended = take(c);
  if (ended == '\r' && c->at < c->end && *c->at == '\n') {
    (void)take(c);
  }
  return ended == c->separator;
}

/* A cell's text is ended only when what stood behind it has been looked at. */
bool csv_next(struct csv *c) {
  bool more = c->at < c->end;
  bool any = more;
  c->count = 0;
  c->fault = NULL;
  c->fault_last = 0;
  while (more) {
    struct cell *cell = next_cell(c);
    take_cell(c, cell);
    more = take_separator(c);
    cell->text[cell->len] = '\0';
  }
  return any;
}

void csv_place(const struct cell *c, size_t n, unsigned long *line,
               unsigned long *column) {
  *line = c->line;
  *column = c->column;
  for (size_t i = 0; i < n && i < c->len; i++) {
    step(c->text + i, c->text + c->len, line, column);
    *column += c->quoted && c->text[i] == '"'; /* it was doubled */
  }
}
