/* SPDX-License-Identifier: MIT */
/* Conditions that no other test shows to matter (tools/check mcdc). */
#include <stdlib.h>

#include "t.h"

static const char v31[] = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

static void texts_that_are_null(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v, before;
  (void)secrisk_cvss_parse(v31, sizeof v31 - 1, 0, &v, NULL);
  memcpy(&before, &v, sizeof v);
  T_EQ("no name, and a length",
       secrisk_cvss_set_text(&v, NULL, 2, "N", 1, NULL), SECRISK_E_ARG);
  T_EQ("no value, and a length",
       secrisk_cvss_set_text(&v, "AV", 2, NULL, 1, NULL), SECRISK_E_ARG);
  T_EQ("no name", secrisk_cvss_set_text(&v, NULL, 0, "N", 1, NULL),
       SECRISK_E_METRIC);
  T_EQ("no value", secrisk_cvss_set_text(&v, "AV", 2, NULL, 0, NULL),
       SECRISK_E_VALUE);
  T_EQ("left alone", memcmp(&v, &before, sizeof v), 0);
  T_EQ("both", secrisk_cvss_set_text(&v, "AV", 2, "L", 1, NULL), SECRISK_OK);
}

static void parts_that_are_none(T_ARGS) {
  T_BEGIN;
  char text[SECRISK_JSON_SIZE];
  secrisk_cvss v;
  (void)secrisk_cvss_parse(v31, sizeof v31 - 1, 0, &v, NULL);
  for (unsigned bit = 0; bit < 32; bit++) {
    size_t n = secrisk_cvss_json(&v, UINT32_C(1) << bit, text, sizeof text);
    T_EQ("unknown bits write nothing", n > 0, bit < 3);
    T_EQ("ended", strlen(text), n);
  }
}

/* More metrics in a row than any version has. */
static void a_list_without_end(T_ARGS) {
  T_BEGIN;
  enum { COUNT = 3000 };
  char *text = malloc(4 * (size_t)COUNT);
  for (size_t i = 0; text != NULL && i < COUNT; i++) {
    memcpy(text + 4 * i, "C:N/", 4);
  }
  for (uint32_t flags = 0; flags <= SECRISK_ALLOW_BARE_31;
       flags += SECRISK_ALLOW_BARE_31) { /* it may begin a vector, or may not */
    size_t start = 0, length = 1;
    secrisk_cvss v;
    T_EQ("no vector",
         secrisk_cvss_find(text, 4 * (size_t)COUNT, flags, &start, &length, &v,
                           NULL),
         SECRISK_E_EMPTY);
    T_EQ("at its end", start, 4 * (size_t)COUNT);
    T_EQ("nothing", length, 0);
  }
  free(text);
}

/* Parentheses alone, after a blank, do not stand for a prefix. */
static void nothing_in_parentheses(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v;
  uint32_t flags = SECRISK_ALLOW_BARE_31 | SECRISK_ALLOW_BLANKS |
                   SECRISK_ALLOW_PARENS | SECRISK_ALLOW_PARTIAL;
  T_EQ("blank", secrisk_cvss_parse(" ()", 3, flags, &v, NULL),
       SECRISK_E_MISSING);
  T_EQ("none", secrisk_cvss_parse("()", 2, flags, &v, NULL), SECRISK_E_MISSING);
}

#define CASES(X)                                                               \
  X(texts_that_are_null)                                                       \
  X(parts_that_are_none)                                                       \
  X(a_list_without_end) X(nothing_in_parentheses)
T_MAIN_IF("cvss_conditions", CASES, T_HAS(T_EVERYTHING | SECRISK_FEATURE_JSON),
          "this build leaves a version, leniency or JSON out")
