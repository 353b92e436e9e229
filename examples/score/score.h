/* SPDX-License-Identifier: MIT */
/* score: what its files share. */
#ifndef SCORE_H
#define SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "secrisk.h"

enum { BAD_INPUT = 1, TROUBLE = 2 }; /* exit status */
enum { IN_SIZE = 1 << 18, OUT_SIZE = 1 << 16 };

/* ---- score_options.c: what is asked for ---------------------------------- */

struct options {
  uint32_t flags; /* for secrisk_cvss_parse and _find */
  bool explain, tsv, header, json, find, lenient, help, version;
  bool raw, near, strict, what_if, range, profile, policy, stream;
  secrisk_level fail_at;
  const char *field, *claims, *completion;
};
extern struct options opt;

/* An option: a letter or 0, and what it sets or is followed by. */
struct option {
  const char *name;
  char letter;
  bool *set;
  void (*take)(const char *value); /* NULL: it takes none */
  const char *values;              /* to choose from, for completion; or NULL */
  bool or_file;                    /* a file's name is as good */
};
extern const struct option options[];
extern const size_t option_count;

extern const char help[]; /* score_help.c */
void complete(const char *shell);

int read_options(char **argv);
void check_options(void);
void usage(const char *wrong, const char *option);

/* ---- score_io.c: big reads and writes, text made safe to show ------------ */

struct out {
  FILE *to; /* unbuffered */
  bool colour;
  size_t len;
  char buf[OUT_SIZE];
};
extern struct out out, err;

size_t fill(FILE *f, const char *name, char *buf, size_t size);
bool terminal(FILE *f); /* common_input.c */
void keep_bytes(void);  /* common_input.c */
void prepare_streams(void);
void complain(const char *doing, const char *name);
void flush(struct out *o);
char *room(struct out *o, size_t n);
void put(struct out *o, const char *format, ...);
void put_safe(struct out *o, char c);
size_t width(char c);
bool is_blank(char c);
const char *paint(const struct out *o, const char *code);

/* ---- Where we are -------------------------------------------------------- */

struct place {
  const char *what; /* "line", "argument"; with --find the file or NULL */
  unsigned long line;
  unsigned long column, byte;            /* only with --find; byte from 0 */
  unsigned long seen, bad, near, failed; /* failed: as bad as --fail-at */
  bool progress;                         /* to be shown? */
  bool trouble;                          /* with reading */
};
extern struct place at;

/* ---- What is shown of a vector ------------------------------------------- */

enum { FORM_VECTOR, FORM_DREAD, FORM_RANGE };
struct item {
  secrisk_cvss v;
  secrisk_dread dread;
  secrisk_tenths low, high; /* FORM_RANGE: of what the vector could be */
  uint8_t form;
  secrisk_diag diag;
  const char *text;
  size_t len;
  uint8_t said; /* the version, where only the text around it says so */
};

void put_place(struct out *o);
size_t explain(const secrisk_diag *d, char *buf);
void print(struct item *it);
void print_block(const struct item *it);
void print_row(const struct item *it);
void print_wide_row(const struct item *it);
void print_row_bad(const char *text, size_t len, const secrisk_diag *d);
void print_json(const struct item *it);
void print_json_bad(const char *text, size_t len, const secrisk_diag *d);
void put_json_text(const char *text, size_t len);
const char *status_name(secrisk_status status);

/* The columns of a result. */
enum { CELLS = 10, CELL_SIZE = 512 };
struct cells {
  size_t count;
  char text[CELLS][CELL_SIZE];
};
void cells_make(struct cells *c, const struct item *it);
void cells_make_bad(struct cells *c, const char *type, uint8_t version);
void cells_make_names(struct cells *c);
void cells_put(const struct cells *c);

/* score_explain.c */
void explain_metrics(const secrisk_cvss *v);
void put_wrapped(struct out *o, const char *text, size_t indent);

/* score_dread.c */
bool is_dread(const char *text, size_t len);
size_t dread_find(const char *text, size_t from, size_t limit, size_t have,
                  size_t *len);
void dread_score_text(const secrisk_dread *d, char *buf);
secrisk_level dread_level(const secrisk_dread *d);
void print_dread_block(const struct item *it);
void print_dread_json(const struct item *it);

/* score_profile.c, score_policy.c, score_whatif.c, score_claims.c */
void profile_add(const char *text);
bool profile_lay(const secrisk_cvss *v, secrisk_cvss *device);
void policy_choose(const char *name);
void policy_text(const struct item *it, char *buf, size_t size);
void print_what_if(const secrisk_cvss *v);
const char *claim_class(const secrisk_cvss *v, const char *text, size_t len,
                        char *note);
unsigned long claims_summary(void);

/* ---- score_report.c, score_near.c: what is shown of other text ----------- */

void report(const char *text, size_t len, const secrisk_diag *d);
const char *way_out(const char *text, size_t len);
void near_miss(const char *text, size_t len, const secrisk_diag *d);
void near_summary(void);
size_t loose_find(const char *text, size_t from, size_t limit, size_t have,
                  size_t *len); /* score_loose.c */

/* ---- Where vectors come from --------------------------------------------- */

bool read_item(struct item *it, const char *text, size_t len);
bool read_range(struct item *it, const char *text, size_t len);
void note_level(const struct item *it);
void score_text(const char *text, size_t len);
void score_fields(FILE *f, const char *name);
void names_begin(void); /* score_names.c */
bool names_is_number(const char *text);
void names_add(const char *text, size_t len, size_t column);
void names_tell(const char *file, unsigned long line);
size_t names_column(size_t which, const char *file, unsigned long line);
void score_lines(void);
void find_stream(FILE *f, const char *name);

#endif
