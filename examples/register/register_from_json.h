/* SPDX-License-Identifier: MIT */
/* What the files that read JSON share. */
#ifndef REGISTER_FROM_JSON_H
#define REGISTER_FROM_JSON_H

#include "register.h"

enum { JSON_OTHER, JSON_SCALAR, JSON_ARRAY, JSON_OBJECT }; /* other: null */
struct json {
  uint8_t kind;
  const char *key;  /* in an object; else "" */
  const char *text; /* of a scalar */
  unsigned long line, column;
  struct json *first, *next;
};

/* Exits with TROUBLE for what is no JSON, and says where. */
struct json *json_parse(const struct file *f, const char *text, size_t len);

#endif
