/* SPDX-License-Identifier: MIT */
/* CVSS read a second time, from the text of the standards: the lowest of three
 * floors.  The formulas stand on it, and reference.h on them. */
#ifndef REFERENCE_VECTOR_H
#define REFERENCE_VECTOR_H

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

/* The place of the metric of that name, or -1. */
int reference_metric(const struct reference *r, const char *name, size_t len);
/* Does the metric have such a value, Not Defined included? */
bool reference_has(const struct reference *r, int metric, const char *value,
                   size_t len);

/* The first letter of a value; 'X' for Not Defined and for no such metric. */
char reference_value(const struct reference *r, const char *name);
/* The same of the Modified metric where it is defined. */
char reference_modified(const struct reference *r, const char *name);

/* Half up to a whole number of tenths. */
int reference_half_up(double score);

#endif
