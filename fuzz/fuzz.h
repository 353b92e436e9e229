/* SPDX-License-Identifier: MIT */
/* What every fuzz target is written with. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "secrisk.h"

/* The one entry point of a target, for every engine. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A property.  It aborts with its own text, which every engine reports. */
#define MUST(property)                                                         \
  do {                                                                         \
    if (!(property)) {                                                         \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #property);   \
      abort();                                                                 \
    }                                                                          \
  } while (0)

/* Input as a run of bytes; beyond the end they are 0. */
struct bytes {
  const uint8_t *next;
  size_t left;
};
uint8_t take(struct bytes *in);
void take_into(struct bytes *in, void *to, size_t size);

/* Memory of exactly that size, and a copy in such: what lies in a larger buffer
 * can be read past its end and no tool sees it.  Both are to be freed. */
void *room(size_t size);
void *exact(const void *from, size_t size);

/* A well-formed vector of any version that is built in, a byte a metric. */
bool take_vector(struct bytes *in, secrisk_cvss *v);

/* Always: the properties are those of a library with nothing left out, and one
 * that says that it lacks something breaks the first of them. */
bool can_be_lenient(void);

bool letter_or_digit(char c);
/* Does "CVSS:", a number and a slash stand right before text[at]? */
bool after_prefix(const char *text, size_t at);
/* Does it begin with a prefix of its own? */
bool prefixed(const char *text, size_t n);
bool all_zero(const void *p, size_t size);
bool same(const secrisk_cvss *a, const secrisk_cvss *b);

/* Something that writes text: the law of (buf, cap), with canaries, at the
 * caps around the length and at some below it that differ from text to text.
 * out holds limit bytes, which must be enough; the length is returned. */
typedef size_t writer(const void *object, char *buf, size_t cap);
size_t must_write(writer *write, const void *object, char *out, size_t limit);

size_t write_vector(const void *v, char *buf, size_t cap);
size_t write_explanation(const void *diag, char *buf, size_t cap);

/* A diagnostic that belongs to a text of len bytes, and can be explained. */
void must_explain(const secrisk_diag *d, const char *text, size_t len);

/* What holds of a vector that check calls OK, or MISSING. */
void must_be_vector(const secrisk_cvss *v);
/* Any version, metric and value: what is not there has no name. */
void must_reflect(uint8_t version, uint8_t metric, uint8_t value);

/* What set must answer. */
secrisk_status expect_set(const secrisk_cvss *v, uint8_t metric, uint8_t value);

/* Is it one JSON object, with no member twice? */
bool is_json(const char *text, size_t len);
/* Does it hold "name":value, or a value that begins so? */
bool json_has(const char *text, const char *name, const char *value);
bool json_has_score(const char *text, const char *name, secrisk_tenths score);

#endif
