/* SPDX-License-Identifier: MIT */
/* score: vectors in a column of a table (RFC 4180, or with tabs).
 *
 * Every row goes through as it is, of any length, with the columns of the
 * result behind it.  Only the fields that are looked at are kept. */
#include <stdlib.h>
#include <string.h>

#include "score.h"

enum { FIELD = SECRISK_TEXT_MAX + 1, HEADER = 1 << 16 };

static struct {
  char separator;       /* 0: not known yet */
  size_t vector, claim; /* columns from 1; 0: looked up by name, or none */
  size_t columns;       /* of the first row */
  size_t column;        /* of the byte that is read, from 1 */
  bool fresh;           /* no byte of this field was read */
  bool quoted, quote;   /* within quotes; a quote may have ended them */
  bool cr;              /* a CR that may be of the row's end */
  bool begun;           /* this row has a byte */
  bool first;           /* row */
  bool newline;         /* the byte before was one */
  unsigned long line, quote_line; /* of the byte; where the quote opened */
  const char *name;               /* of the file */
} at_row;

static struct field {
  char text[FIELD];
  size_t len;         /* FIELD: more than a vector has */
} fields[2], kept[2]; /* kept: of the first row, which may have no names */

/* ---- Result columns ------------------------------------------------------ */

static void put_quoted(const char *text) {
  bool quote =
      strpbrk(text, at_row.separator == '\t' ? "\t\"" : ",;\"|") != NULL;
  put(&out, "%c%s", at_row.separator, quote ? "\"" : "");
  for (; *text != '\0'; text++) {
    put(&out, *text == '"' ? "\"\"" : "%c", *text);
  }
  put(&out, "%s", quote ? "\"" : "");
}

static void put_results(const struct cells *c, const char *claim,
                        const char *error, const char *prefix) {
  char name[CELL_SIZE];
  for (size_t i = 0; i < c->count; i++) {
    snprintf(name, sizeof name, "%s%s", prefix, c->text[i]);
    put_quoted(name);
  }
  if (opt.claims != NULL) {
    put_quoted(claim);
  }
  put_quoted(error);
}

/* What is wrong, in one cell: "VALUE at byte 44: A must be H, L or N". */
static void describe(const struct item *it, char *error) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  explain(&it->diag, sentence);
  const char *way = way_out(it->text, it->len);
  snprintf(error, CELL_SIZE, "%s at byte %lu: %s%s%s%s",
           status_name(it->diag.status), (unsigned long)it->diag.offset + 1,
           sentence, way != NULL ? "; " : "", way != NULL ? way : "",
           way != NULL ? " would accept it" : "");
}

static void put_names(void) {
  struct cells c;
  cells_make_names(&c);
  put_results(&c, "cvss_claim", "cvss_error", "cvss_");
}

static void put_scores(void) {
  char error[CELL_SIZE] = "", note[CELL_SIZE] = "";
  struct cells c;
  struct item it;
  bool good = false;
  at.seen++;
  if (at_row.column < at_row.vector) {
    snprintf(error, sizeof error, "there is no column %lu in this row",
             (unsigned long)at_row.vector);
  } else {
    good = read_item(&it, fields[0].text, fields[0].len);
    if (!good) {
      describe(&it, error);
    }
  }
  if (good) {
    cells_make(&c, &it);
    note_level(&it);
  } else {
    at.bad++;
    cells_make_bad(&c, "-", 0);
  }
  if (opt.claims != NULL) {
    bool vector = good && it.form == FORM_VECTOR;
    (void)claim_class(vector ? &it.v : NULL, fields[1].text, fields[1].len,
                      note);
  }
  put_results(&c, note, error, "");
}

/* ---- The first row ------------------------------------------------------- */

/* The separator that the first row has most of, outside of quotes. */
static char separator_of(const char *row, size_t n) {
  static const char known[] = "\t,;";
  size_t best = 0, most = 0;
  for (size_t k = 0; k < 3; k++) {
    size_t seen = 0;
    bool quoted = false;
    for (size_t i = 0; i < n && (quoted || row[i] != '\n'); i++) {
      quoted ^= row[i] == '"';
      seen += !quoted && row[i] == known[k];
    }
    if (seen > most) {
      best = k;
      most = seen;
    }
  }
  return most > 0 ? known[best] : ',';
}

/* ---- Rows ---------------------------------------------------------------- */

/* In the first row every field is kept, in turn, as it may be the name. */
static void end_field(void) {
  const char *wanted[] = {opt.field, opt.claims};
  for (size_t i = 0; at_row.first && i < 2; i++) {
    if (wanted[i] != NULL && names_is_number(wanted[i]) &&
        strtoul(wanted[i], NULL, 10) == at_row.column) {
      kept[i] = fields[0];
    }
  }
  if (at_row.first) {
    names_add(fields[0].text, fields[0].len, at_row.column);
    fields[0].len = 0;
  }
}

/* A first row that has a vector where one is looked for is no row of names. */
static void end_first_row(void) {
  struct item it;
  at_row.columns = at_row.column;
  at_row.vector = names_column(0, at_row.name, at_row.line);
  at_row.claim = names_column(1, at_row.name, at_row.line);
  at_row.first = false;
  if (names_is_number(opt.field) && read_item(&it, kept[0].text, kept[0].len)) {
    fields[0] = kept[0];
    fields[1] = kept[1];
    put_scores();
  } else {
    names_tell(at_row.name, at_row.line);
    put_names();
  }
}

static void end_row(void) {
  at.line++;
  if (!at_row.begun) {
    return;
  }
  end_field();
  if (at_row.first) {
    end_first_row();
  } else {
    size_t have = at_row.column;
    for (; at_row.column < at_row.columns; at_row.column++) {
      put(&out, "%c", at_row.separator);
    }
    at_row.column = have;
    put_scores();
  }
  at_row.column = 1;
  at_row.fresh = true;
  at_row.quoted = at_row.quote = at_row.begun = false;
  fields[0].len = fields[1].len = 0;
}

static void keep(char c) {
  struct field *f = at_row.first || at_row.column == at_row.vector ? &fields[0]
                    : at_row.column == at_row.claim                ? &fields[1]
                                                                   : NULL;
  if (f != NULL && f->len < FIELD) {
    f->text[f->len++] = c;
  }
}

/* A byte that ends no row: of a field, a separator, or a quote. */
static void read_byte(char c) {
  bool fresh = at_row.fresh, quote = at_row.quote;
  at_row.begun = true;
  at_row.fresh = at_row.quote = false;
  if (c == '"' && at_row.quoted) {
    at_row.quoted = false;
    at_row.quote = true;
  } else if (c == '"' && (fresh || quote)) { /* "" within quotes is one */
    at_row.quoted = true;
    at_row.quote_line = fresh ? at_row.line : at_row.quote_line;
    if (quote) {
      keep(c);
    }
  } else if (c == at_row.separator && !at_row.quoted) {
    end_field();
    at_row.column++;
    at_row.fresh = true;
  } else {
    keep(c);
  }
}

static void put_byte(char c) {
  *room(&out, 1) = c;
  out.len++;
}

static void read_rows(const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    char c = text[i];
    at_row.line += at_row.newline;
    at_row.newline = c == '\n';
    if (c == '\n' && !at_row.quoted) {
      end_row();
      if (at_row.cr) {
        put_byte('\r');
      }
      at_row.cr = false;
      put_byte(c);
      continue;
    }
    if (at_row.cr) {
      at_row.cr = false;
      put_byte('\r');
      read_byte('\r');
    }
    if (c == '\r' && !at_row.quoted) {
      at_row.cr = true;
    } else {
      put_byte(c);
      read_byte(c);
    }
  }
}

/* The line sep=; by which a spreadsheet program is told: its length, or 0. */
static size_t hint(const char *text, size_t n) {
  if (n < 6 || memcmp(text, "sep=", 4) != 0 || text[4] == '\r' ||
      text[4] == '\n') {
    return 0;
  }
  size_t end = 5 + (text[5] == '\r');
  return end < n && text[end] == '\n' ? end + 1 : 0;
}

/* The first row, as far as it fits, tells the separator. */
static void begin(const char *text, size_t n) {
  size_t skip = n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  size_t told = hint(text + skip, n - skip);
  at_row.separator =
      told > 0 ? text[skip + 4] : separator_of(text + skip, n - skip);
  at_row.newline = told > 0; /* the table begins in the next line */
  at.line += told > 0;
  skip += told;
  at_row.column = 1;
  at_row.first = at_row.fresh = true;
  for (size_t i = 0; i < skip; i++) {
    put_byte(text[i]);
  }
  read_rows(text + skip, n - skip);
}

/* UTF-16, which Windows calls Unicode text: with a mark, or as every second
 * byte of its first letters is 0. */
static bool is_wide(const char *s, size_t n) {
  return n >= 2 &&
         (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0 ||
          (n >= 4 && s[0] != 0 && s[1] == 0 && s[2] != 0 && s[3] == 0));
}

void score_fields(FILE *f, const char *name) {
  static char start[HEADER];
  size_t have = 0, got;
  memset(&at_row, 0, sizeof at_row);
  at_row.name = name;
  at_row.line = 1;
  names_begin();
  at.line = 0;
  do {
    got = fill(f, name, start + have, sizeof start - have);
    have += got;
  } while (got > 0 && have < sizeof start && memchr(start, '\n', have) == NULL);
  if (is_wide(start, have)) {
    put(&err, "score: %s: this is UTF-16; expected CSV or TSV in UTF-8\n",
        name);
    at.trouble = true;
    return;
  }
  begin(start, have);
  while (got > 0) {
    got = fill(f, name, start, sizeof start);
    read_rows(start, got);
  }
  if (at_row.quoted) {
    put(&err, "score: %s: line %lu: a quote opens here and is never closed\n",
        name, at_row.quote_line);
    at.trouble = true;
  }
  end_row(); /* without a final newline */
  if (at_row.first && !at.trouble) {
    put(&err, "score: %s: the table is empty; expected a row of names\n", name);
    at.trouble = true;
  }
  if (at_row.cr) {
    put_byte('\r');
  }
}
