/* SPDX-License-Identifier: MIT */
/* Near misses: what find passes over, and reports when asked to. */
#include <ctype.h>
#include <stdlib.h>

#include "t.h"

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define BASE4 "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define V31 "CVSS:3.1/" BASE3
#define V40 "CVSS:4.0/" BASE4
#define E11 "E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U"
#define E34 E11 "/" E11 "/" E11 "/E:U" /* more than any version has */
#define NEAR SECRISK_FIND_NEAR
#define PARTIAL SECRISK_ALLOW_PARTIAL
#define BARE SECRISK_ALLOW_BARE_31

static const struct row {
  const char *text;
  uint32_t flags;
  struct {
    const char *span;
    uint8_t status;
    uint8_t offset; /* in the span */
  } want[3];
} rows[] = {
    /* prose has none */
    {"AV: yes", 0, {{0}}},
    {"AV:N", 0, {{0}}},
    {"Network (AV:N), Low (AC:L)", 0, {{0}}},
    {"AV:N/AC: high", 0, {{0}}},
    {"E:P/RL:O/RC:C", 0, {{0}}},
    {"see CVSS: 9.8, CVSS:3.1 and CVSS:3.1/", 0, {{0}}},
    {"https://a.example:80/b:c/d:e C:/x:y", 0, {{0}}},
    {"CVSS:3.1 score/AV", 0, {{0}}},
    {"CVSS:3.1/AV: there", 0, {{0}}},
    {"AV: / AC:L", 0, {{0}}},
    /* what a person would call a vector */
    {"CVSS:3.1/AV:N", 0, {{"CVSS:3.1/AV:N", SECRISK_E_MISSING, 13}}},
    {"(CVSS:3.2/" BASE3 ")", 0, {{"CVSS:3.2/" BASE3, SECRISK_E_VERSION, 5}}},
    {"CVSS:3/" BASE3, 0, {{"CVSS:3/" BASE3, SECRISK_E_VERSION, 5}}},
    {"CVSS:3.1/" BASE2, 0, {{"CVSS:3.1/" BASE2, SECRISK_E_METRIC, 19}}},
    {"cvss:3.1/" BASE3, 0, {{"cvss:3.1/" BASE3, SECRISK_E_VERSION, 0}}},
    {"x" V31, 0, {{"x" V31, SECRISK_E_METRIC, 0}}},
    {V31 "x", 0, {{V31 "x", SECRISK_E_VALUE, 43}}},
    {V31 V31, 0, {{V31 "CVSS", SECRISK_E_VALUE, 43}}},
    {"see CVSS:3.1 " BASE3, 0, {{BASE3, SECRISK_E_METRIC, 10}}},
    {"?v=" BASE4 "&x", 0, {{BASE4, SECRISK_E_METRIC, 10}}},
    {"CVSS4#" BASE4, 0, {{BASE4, SECRISK_E_METRIC, 10}}},
    {"av:n/ac:l", 0, {{"av:n/ac:l", SECRISK_E_METRIC, 0}}},
    {"CVSS2#" BASE3,
     SECRISK_ALLOW_PREFIX,
     {{"CVSS2#" BASE3, SECRISK_E_METRIC, 16}}},
    /* twice */
    {V31 "/AV:L", 0, {{V31 "/AV:L", SECRISK_E_DUPLICATE, 45}}},
    {V31 "/AV:L/" BASE2 ".",
     0,
     {{V31 "/AV:L", SECRISK_E_DUPLICATE, 45}, {BASE2, SECRISK_OK, 0}}},
    {V31 "/AV:L", PARTIAL, {{V31 "/AV:L", SECRISK_E_DUPLICATE, 45}}},
    {"CVSS:3.1/" E34, 0, {{"CVSS:3.1/" E34, SECRISK_E_DUPLICATE, 13}}},
    {"AV:N/" E34, 0, {{"AV:N/" E34, SECRISK_E_DUPLICATE, 9}}},
    /* across a gap */
    {V31 "//E:P/RL:O, " V31,
     0,
     {{V31 "//E:P/RL:O", SECRISK_E_SYNTAX, 45}, {V31, SECRISK_OK, 0}}},
    {V31 "/\n> E:P/\n> RL:O/\n> RL:O",
     0,
     {{V31 "/\n> E:P/\n> RL:O", SECRISK_E_SYNTAX, 45}}},
    {BASE2 "\\E:POC\\RL:OF",
     0,
     {{BASE2 "\\E:POC\\RL:OF", SECRISK_E_SYNTAX, 26}}},
    {"CVSS:3.1/\n" BASE3, 0, {{"CVSS:3.1/\n" BASE3, SECRISK_E_SYNTAX, 9}}},
    {"CVSS:3.1//AV:N//AC:L",
     PARTIAL,
     {{"CVSS:3.1//AV:N//AC:L", SECRISK_E_SYNTAX, 9}}},
    /* of a version that lacks the metric, and of none */
    {"CVSS:3.1//AT:N", PARTIAL, {{"CVSS:3.1//AT:N", SECRISK_E_SYNTAX, 9}}},
    {"CVSS:3.1//Foo:1/x, " BASE2,
     PARTIAL,
     {{"CVSS:3.1//Foo:1", SECRISK_E_SYNTAX, 9}, {BASE2, SECRISK_OK, 0}}},
    {"AV:N / AC:L / Au:N", 0, {{"AV:N / AC:L / Au:N", SECRISK_E_SYNTAX, 4}}},
    {"A:P /C:P,I:P",
     PARTIAL,
     {{"A:P /C:P", SECRISK_E_SYNTAX, 3}, {"I:P", SECRISK_OK, 0}}},
};

static void texts(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const struct row *r = &rows[i];
    size_t len = strlen(r->text);
    size_t start = 0;
    size_t length = 0;
    secrisk_cvss v;
    secrisk_diag d;
    for (size_t k = 0; k < T_COUNT(r->want) && r->want[k].span != NULL; k++) {
      size_t want = strlen(r->want[k].span);
      T_EQ(r->text,
           secrisk_cvss_find(r->text, len, r->flags | NEAR, &start, &length, &v,
                             &d),
           r->want[k].status);
      T_EQ(r->text, length, want);
      T_TRUE(r->text, memcmp(r->text + start, r->want[k].span, want) == 0);
      T_EQ(r->text, d.status, r->want[k].status);
      T_EQ(r->text, d.offset,
           d.status == SECRISK_OK ? 0 : start + r->want[k].offset);
      T_EQ(r->text, d.about, SECRISK_ABOUT_CVSS);
      start += length;
    }
    T_EQ(r->text,
         secrisk_cvss_find(r->text, len, r->flags | NEAR, &start, &length, &v,
                           &d),
         SECRISK_E_EMPTY);
    T_EQ(r->text, start, len);
    T_EQ(r->text, length, 0);
  }
}

/* A span longer than any vector: TOO_LONG, from its start. */
static void too_long(T_ARGS) {
  T_BEGIN;
  static char text[2100 + sizeof BASE2];
  size_t start = 0;
  size_t length = 0;
  secrisk_cvss v;
  secrisk_diag d;
  memset(text, ' ', sizeof text);
  memcpy(text + 100, V31 "/", sizeof V31);
  memcpy(text + 2000, "E:P", 3);
  memcpy(text + 2100, BASE2, sizeof BASE2 - 1);
  T_EQ("gap",
       secrisk_cvss_find(text, sizeof text, NEAR, &start, &length, &v, &d),
       SECRISK_E_TOO_LONG);
  T_EQ("gap", start, 100);
  T_EQ("gap", length, 1903);
  T_EQ("gap", d.offset, 100 + SECRISK_TEXT_MAX);
  T_EQ("gap", d.length, 1903 - SECRISK_TEXT_MAX);
  start = 0;
  T_EQ("gap", secrisk_cvss_find(text, sizeof text, 0, &start, &length, &v, &d),
       SECRISK_OK);
  T_EQ("gap", start, 2100);
}

static void arguments(T_ARGS) {
  T_BEGIN;
  size_t start = 0;
  size_t length = 9;
  secrisk_cvss v;
  secrisk_diag d;
  T_EQ("NULL", secrisk_cvss_find(NULL, 0, NEAR, &start, &length, &v, &d),
       SECRISK_E_EMPTY);
  T_EQ("NULL", secrisk_cvss_find(NULL, 1, NEAR, &start, &length, &v, &d),
       SECRISK_E_ARG);
#if SIZE_MAX > UINT32_MAX
  T_EQ("4 GiB",
       secrisk_cvss_find("x", (size_t)UINT32_MAX + 1, 0, &start, &length, &v,
                         &d),
       SECRISK_E_ARG);
  T_EQ("4 GiB", start + length + d.offset, 0);
#endif
  T_EQ("parse", secrisk_cvss_parse(V31, strlen(V31), NEAR, &v, &d),
       SECRISK_E_ARG);
}

/* --- Any text -------------------------------------------------------------
 */

/* ROUNDS texts of LONGEST bytes; a span takes four bytes at least. */
#if defined T_TINY
enum { ROUNDS = 500, LONGEST = 120 };
#elif defined T_REDUCED
enum { ROUNDS = 3000, LONGEST = 255 };
#else
enum { ROUNDS = 60000, LONGEST = 511 };
#endif

static uint32_t seed = 1;

static uint32_t below(uint32_t end) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % end;
}

static const char *const pieces[] = {
    BASE2,   BASE3,       BASE4,  V31,       V40,    "E:P", "RL:O",  "RC:C",
    "E:POC", "AV:L",      "AV:N", "AC:L",    "Au:N", "A:P", "CVSS:", "3.1/",
    "4.0/",  "CVSS2#",    "C:H",  "MSI:S",   "AT:N", "x",   "/",     "/",
    "/",     "//",        "/\n",  "/\"\n\"", " ",    ",",   "\\",    ":",
    "\\/",   "CVSS:3.1/", "av:n", "U:Red"};

/* Vectors and parts of them, with gaps, and a byte changed here and there. */
static size_t make(char *text, size_t most) {
  size_t len = 0;
  for (uint32_t n = below(12); n > 0; n--) {
    const char *piece = pieces[below(T_COUNT(pieces))];
    size_t size = strlen(piece);
    if (len + size + 1 > most) {
      break;
    }
    memcpy(text + len, piece, size);
    len += size;
    if (below(3) == 0) {
      text[len++] = "/ \n,/"[below(5)];
    }
  }
  if (len > 0 && below(2) == 0) {
    text[below((uint32_t)len)] =
        below(3) == 0 ? (char)below(256) : text[below((uint32_t)len)];
  }
  return len;
}

static bool alnum(char c) {
  return isalnum((unsigned char)c) && (unsigned char)c < 128;
}

/* The metric of that name in either letter case, or NO_METRIC. */
static uint8_t named(uint8_t version, const char *name, size_t n) {
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(version); m++) {
    const char *abbr = secrisk_cvss_metric_abbr(version, m);
    size_t i = 0;
    while (i < n && abbr[i] != '\0' &&
           toupper((unsigned char)abbr[i]) == toupper((unsigned char)name[i])) {
      i++;
    }
    if (i == n && abbr[i] == '\0') {
      return m;
    }
  }
  return SECRISK_NO_METRIC;
}

/* Does a metric that v does not give follow, across a gap with a slash?  As
 * the contract says it, read once more by other means. */
static bool goes_on(const char *text, size_t len, size_t end,
                    const secrisk_cvss *v) {
  size_t at = end - (text[end - 1] == '/');
  size_t from = at;
  while (at < len && !alnum(text[at])) {
    at++;
  }
  size_t n = 0;
  while (at + n < len && alnum(text[at + n])) {
    n++;
  }
  bool slash = memchr(text + from, '/', at - from) != NULL ||
               (at > from && text[at - 1] == '\\');
  if (!slash || at + n + 1 >= len || text[at + n] != ':' ||
      !alnum(text[at + n + 1])) {
    return false;
  }
  /* "AV:CVSS:3.1/": not a value but the next vector */
  if (len - at > n + 5 && memcmp(text + at + n, ":CVSS:", 6) == 0) {
    return false;
  }
  uint8_t m = named(v->version, text + at, n);
  return m != SECRISK_NO_METRIC && v->value[m] == 0;
}

struct span {
  size_t start, end;
  bool vector;
  secrisk_cvss v;
};

static size_t spans(const char *text, size_t len, uint32_t flags,
                    struct span *list, size_t most) {
  size_t start = 0;
  size_t length = 0;
  size_t count = 0;
  for (; count < most; count++) {
    struct span *s = &list[count];
    secrisk_diag found, alone;
    secrisk_cvss v;
    secrisk_status status =
        secrisk_cvss_find(text, len, flags, &start, &length, &s->v, &found);
    if (status != SECRISK_OK && length == 0) {
      break;
    }
    s->start = start;
    s->end = start + length;
    s->vector = status == SECRISK_OK;
    /* parse says the same of a copy of exactly these bytes */
    char *copy = malloc(length);
    memcpy(copy, text + start, length);
    if (secrisk_cvss_parse(copy, length, flags & ~(uint32_t)NEAR, &v, &alone) !=
        status) {
      most = 0;
    }
    free(copy);
    alone.offset += status == SECRISK_OK ? 0 : (uint32_t)start;
    if (memcmp(&v, &s->v, sizeof v) != 0 ||
        memcmp(&alone, &found, sizeof alone) != 0) {
      most = 0;
    }
    start = s->end;
  }
  return start == len && most != 0 ? count : SIZE_MAX;
}

static const uint32_t ways[] = {
    0,
    PARTIAL,
    BARE,
    SECRISK_ALLOW_BARE_40,
    SECRISK_LENIENT,
    PARTIAL | SECRISK_ALLOW_BARE_30,
    SECRISK_LENIENT | PARTIAL | BARE | SECRISK_ALLOW_BARE_40,
    SECRISK_ALLOW_CASE | SECRISK_ALLOW_ORDER | SECRISK_ALLOW_BARE_40 | BARE};

static void any_text(T_ARGS) {
  T_BEGIN;
  static struct span all[LONGEST / 4 + 1], vectors[LONGEST / 4 + 1];
  size_t found[2] = {0, 0};
  for (uint32_t i = 0; i < ROUNDS; i++) {
    char made[LONGEST + 1];
    uint32_t flags = ways[i % T_COUNT(ways)];
    size_t len = make(made, sizeof made - 1);
    made[len] = '\0';
    char *text = malloc(len > 0 ? len : 1);
    memcpy(text, made, len);
    size_t n = spans(text, len, flags | NEAR, all, T_COUNT(all));
    size_t k = spans(text, len, flags, vectors, T_COUNT(vectors));
    T_TRUE(made, n != SIZE_MAX && k != SIZE_MAX);
    size_t at = 0;
    for (size_t j = 0; j < n; j++) {
      const struct span *s = &all[j];
      T_TRUE(made, j == 0 || s->start >= all[j - 1].end);
      T_TRUE(made, s->start == 0 || !alnum(text[s->start - 1]));
      T_TRUE(made, s->end == len || !alnum(text[s->end]) ||
                       (!s->vector && text[s->end - 1] == ':'));
      found[s->vector]++;
      if (s->vector) { /* reporting near misses changes no vector */
        T_TRUE(made, at < k && vectors[at].start == s->start &&
                         vectors[at].end == s->end &&
                         memcmp(&vectors[at].v, &s->v, sizeof s->v) == 0);
        at++;
        T_TRUE(made, !goes_on(text, len, s->end, &s->v));
      }
    }
    T_EQ(made, at, k);
    free(text);
  }
  T_TRUE("vectors", found[1] > ROUNDS / 4);
  T_TRUE("near misses", found[0] > ROUNDS / 4);
}

#define CASES(X)                                                               \
  X(texts)                                                                     \
  X(too_long)                                                                  \
  X(arguments)                                                                 \
  X(any_text)
T_MAIN_IF("cvss_near", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
