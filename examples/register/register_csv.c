/* SPDX-License-Identifier: MIT */
/* Part of register: CSV as in RFC 4180, with the place of every cell. */
#include "register.h"

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
  }
}

void csv_start(struct csv *c, char *text, size_t len) {
  bool quoted = false;
  char *p = text;
  *c = (struct csv){0};
  c->at = text;
  c->end = text + len;
  c->line = c->column = 1;
  c->separator = ',';
  for (; p < c->end && (quoted || !is_end_of_line(*p)); p++) {
    quoted = quoted != (*p == '"');
    if (!quoted && (*p == ',' || *p == ';' || *p == '\t')) {
      c->separator = *p;
      break;
    }
  }
}

/* What is between quotes, behind the first; returns where the text ends. */
static char *take_quoted(struct csv *c, char *to) {
  unsigned long line = c->line, column = c->column - 1;
  while (c->at < c->end) {
    if (*c->at == '"') {
      (void)take(c);
      if (c->at == c->end || *c->at != '"') {
        return to;
      }
    } else if (*c->at == '\0') {
      fault(c, "a NUL byte is no text", c->line, c->column);
    }
    *to++ = take(c);
  }
  fault(c, "the quote that opens here is never closed", line, column);
  return to;
}

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
    if (*c->at == '\0') {
      fault(c, "a NUL byte is no text", c->line, c->column);
    } else if (cell->quoted) {
      fault(c, "only a separator may follow the closing quote", c->line,
            c->column);
    } else if (*c->at == '"') {
      fault(c,
            "a cell with a quote in it must be quoted, and the quote doubled",
            c->line, c->column);
    }
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
