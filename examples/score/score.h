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
  bool raw, near, strict;
};
extern struct options opt;

extern const char help[]; /* score_help.c */

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
bool terminal(FILE *f);
void prepare_streams(void);
void complain(const char *doing, const char *name);
void flush(struct out *o);
char *room(struct out *o, size_t n);
void put(struct out *o, const char *format, ...);
void put_safe(struct out *o, char c);
size_t width(char c);
bool blank(char c);
const char *paint(const struct out *o, const char *code);

/* ---- Where we are -------------------------------------------------------- */

struct place {
  const char *what; /* "line", "argument"; with --find the file or NULL */
  unsigned long line;
  unsigned long column, byte; /* only with --find; byte from 0 */
  unsigned long seen, bad, near;
  bool progress; /* to be shown? */
  bool trouble;  /* with reading */
};
extern struct place at;

/* ---- What is shown of a vector ------------------------------------------- */

struct item {
  secrisk_cvss v;
  secrisk_diag diag;
  const char *text;
  size_t len;
  uint8_t said; /* the version, where only the text around it says so */
};

void put_place(struct out *o);
void print(struct item *it);
void print_block(const struct item *it);
void print_row(const struct item *it);
void print_row_bad(const char *text, size_t len, const secrisk_diag *d);
void print_json(const struct item *it);
void print_json_bad(const char *text, size_t len, const secrisk_diag *d);
void put_json_text(const char *text, size_t len);
const char *status_name(secrisk_status status);

/* ---- score_report.c, score_near.c: what is shown of other text ----------- */

void report(const char *text, size_t len, const secrisk_diag *d);
const char *way_out(const char *text, size_t len);
void near_miss(const char *text, size_t len, const secrisk_diag *d);
void near_summary(void);

/* ---- Where vectors come from --------------------------------------------- */

void score_text(const char *text, size_t len);
void score_lines(void);
void find_stream(FILE *f, const char *name);
void find_file(const char *name);

#endif
