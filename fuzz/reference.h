/* SPDX-License-Identifier: MIT */
/* CVSS read and scored a second time: slowly, in doubles, from the text of the
 * standards, with no code and no table of lib/. */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define REFERENCE_METRICS 32

/* A metric and its values as the standard lists them: names between blanks;
 * group 0 is Base, 1 Temporal or Threat, 2 Environmental, 3 Supplemental. */
struct reference_metric {
  const char *name;
  const char *values;
  int group;
};

struct reference {
  int version; /* 20, 30, 31 or 40 */
  const struct reference_metric *metrics;
  int count;
  char value[REFERENCE_METRICS][6]; /* as written; "" for what is not there */
};

/* Sets the version, with no values; false for one that is none. */
bool reference_start(struct reference *r, int version);

/* Is the text, to the letter, a vector of its standard? */
bool reference_read(struct reference *r, const char *text, size_t len);

/* Writes a vector, its version and each metric's value chosen by a byte;
 * returns its length. */
size_t reference_write(const uint8_t *choice, char text[512]);

/* The first letter of a value; 'X' for Not Defined and for no such metric. */
char reference_value(const struct reference *r, const char *name);
/* The same of the Modified metric where it is defined. */
char reference_modified(const struct reference *r, const char *name);

/* A score in tenths, or -1; kinds are those of the header. */
int reference_score(const struct reference *r, int kind);

/* Half up to a whole number of tenths. */
int reference_half_up(double score);

double reference_v2(const struct reference *r, int kind);
double reference_v3(const struct reference *r, int kind);
double reference_v4(const struct reference *r, int kind);
/* The levels of EQ1 to EQ6 of a v4.0 vector. */
void reference_macrovector(const struct reference *r, uint8_t levels[6]);

#endif
