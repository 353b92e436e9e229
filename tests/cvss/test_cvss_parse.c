/* SPDX-License-Identifier: MIT */
/* The parser: every status with its offset, length and metric; every leniency.
 * Rows are texts as an attacker, a careless tool or a tired person writes
 * them. */
#include <stdlib.h>

#include "t.h"

#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V30 "CVSS:3.0/" BASE3
#define V31 "CVSS:3.1/" BASE3
#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define BASE4 "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define V40 "CVSS:4.0/" BASE4
#define NONE SECRISK_NO_METRIC

#define C8 "C:N/C:N/C:N/C:N/C:N/C:N/C:N/C:N/"

struct row {
  const char *text;
  size_t len; /* 0: strlen */
  uint32_t flags;
  uint32_t offset;
  uint32_t length;
  secrisk_status status;
  uint8_t version;
  uint8_t metric;
};

#define T(s) s, sizeof s - 1 /* texts that hold NUL */

static const struct row bad[] = {
    /* nothing there */
    {"", 0, 0, 0, 0, SECRISK_E_EMPTY, 0, NONE},
    {" \t\r\n", 0, SECRISK_ALLOW_BLANKS, 4, 0, SECRISK_E_EMPTY, 0, NONE},
    /* prefixes */
    {"CVSS:3.2/" BASE3, 0, 0, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:1.0/AV:R", 0, 0, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:2.0/" BASE2, 0, 0, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:2.0", 0, SECRISK_ALLOW_PREFIX, 8, 0, SECRISK_E_SYNTAX, 20, NONE},
    {"CVSS:3/" BASE3, 0, 0, 5, 1, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:3.10/" BASE3, 0, 0, 5, 4, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:31/" BASE3, 0, 0, 5, 2, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:3.1./" BASE3, 0, 0, 5, 4, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:2.0", 0, SECRISK_LENIENT, 8, 0, SECRISK_E_SYNTAX, 20, NONE},
    {"CVSS:/" BASE3, 0, 0, 5, 0, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:", 0, 0, 5, 0, SECRISK_E_VERSION, 0, NONE},
    {"CVSS", 0, 0, 0, 4, SECRISK_E_VERSION, 0, NONE},
    {"CVSS2#" BASE2, 0, 0, 0, 5, SECRISK_E_VERSION, 0, NONE},
    {"CVSS2", 0, SECRISK_LENIENT, 0, 5, SECRISK_E_VERSION, 0, NONE},
    {"CVSS20#" BASE2, 0, SECRISK_LENIENT, 0, 6, SECRISK_E_VERSION, 0, NONE},
    {"cvss2#" BASE2, 0, SECRISK_ALLOW_PREFIX, 0, 5, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:3.:/" BASE3, 0, 0, 5, 2, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:301/" BASE3, 0, 0, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:1.1/" BASE3, 0, 0, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:L.0/" BASE3, 0, 0, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:..1/" BASE3, 0, 0, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {"CVSSv3.1:" BASE3, 0, 0, 0, 6, SECRISK_E_VERSION, 0, NONE},
    {"cvss:3.1/" BASE3, 0, 0, 0, 4, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:3.1", 0, 0, 8, 0, SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS:3.1:" BASE3, 0, 0, 8, 1, SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS:4.0AV:N", 0, 0, 5, 5, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:4.0#AV:N", 0, 0, 8, 1, SECRISK_E_SYNTAX, 40, NONE},
    {T("CVSS:3\0001/" BASE3), 0, 5, 1, SECRISK_E_VERSION, 0, NONE},
    {"CVS", 0, 0, 0, 3, SECRISK_E_METRIC, 20, NONE},
    /* no vector at all */
    {"hello world", 0, 0, 0, 5, SECRISK_E_METRIC, 20, NONE},
    {"9.8", 0, 0, 0, 1, SECRISK_E_METRIC, 20, NONE},
    {"/", 0, 0, 0, 1, SECRISK_E_SYNTAX, 20, NONE},
    /* more metrics than any version has, before an Au that would settle it */
    {C8 C8 C8 C8 "Au:N", 0, SECRISK_ALLOW_BARE_31, 4, 1, SECRISK_E_DUPLICATE,
     31, SECRISK_V3_C},
    {":", 0, 0, 0, 1, SECRISK_E_SYNTAX, 20, NONE},
    {T("\0"), 0, 0, 1, SECRISK_E_SYNTAX, 20, NONE},
    {"\xff\xfe", 0, 0, 0, 1, SECRISK_E_SYNTAX, 20, NONE},
    {BASE3, 0, 0, 10, 2, SECRISK_E_METRIC, 20, NONE},
    /* metrics */
    {"CVSS:3.1/AX:N/" BASE3, 0, 0, 9, 2, SECRISK_E_METRIC, 31, NONE},
    {"CVSS:3.1/av:N", 0, 0, 9, 2, SECRISK_E_METRIC, 31, NONE},
    {"CVSS:3.1/AVX:N", 0, 0, 9, 3, SECRISK_E_METRIC, 31, NONE},
    {"CVSS:3.1/A V:N", 0, 0, 10, 1, SECRISK_E_SYNTAX, 31, 7},
    {V31 "/Au:N", 0, 0, 45, 2, SECRISK_E_METRIC, 31, NONE},
    {V31 "/CDP:N", 0, 0, 45, 3, SECRISK_E_METRIC, 31, NONE},
    {V31 "/MAU:N", 0, 0, 45, 3, SECRISK_E_METRIC, 31, NONE},
    {V40 "/RL:O", 0, 0, 64, 2, SECRISK_E_METRIC, 40, NONE},
    {BASE2 "/PR:N", 0, 0, 27, 2, SECRISK_E_METRIC, 20, NONE},
    /* values */
    {"CVSS:3.1/AV:Q/AC:L", 0, 0, 12, 1, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV:X/AC:L", 0, 0, 12, 1, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV:n/AC:L", 0, 0, 12, 1, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV:NN/AC:L", 0, 0, 12, 2, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV:/AC:L", 0, 0, 12, 0, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV:", 0, 0, 12, 0, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV::N/AC:L", 0, 0, 12, 0, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV: N/AC:L", 0, 0, 12, 0, SECRISK_E_VALUE, 31, 0},
    {T("CVSS:3.1/AV:\0/AC:L"), 0, 12, 0, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV:\xc3\x91/AC:L", 0, 0, 12, 0, SECRISK_E_VALUE, 31, 0},
    {"CVSS:3.1/AV:0/AC:L", 0, 0, 12, 1, SECRISK_E_VALUE, 31, 0},
    {V31 "/E:ND", 0, 0, 47, 2, SECRISK_E_VALUE, 31, 8},
    {V31 "/E:POC", 0, 0, 47, 3, SECRISK_E_VALUE, 31, 8},
    {V31 "/MAV:R", 0, 0, 49, 1, SECRISK_E_VALUE, 31, 14},
    {V40 "/MSC:S", 0, 0, 68, 1, SECRISK_E_VALUE, 40, 23},
    {V40 "/U:red", 0, 0, 66, 3, SECRISK_E_VALUE, 40, 31},
    {V40 "/E:H", 0, 0, 66, 1, SECRISK_E_VALUE, 40, 11},
    {BASE2 "/E:X", 0, 0, 29, 1, SECRISK_E_VALUE, 20, 6},
    {"AV:N/AC:L/Au:N/C:H", 0, 0, 17, 1, SECRISK_E_VALUE, 20, 3},
    {"AV:P/AC:L", 0, 0, 3, 1, SECRISK_E_VALUE, 20, 0},
    {"AV:ND/AC:L", 0, 0, 3, 2, SECRISK_E_VALUE, 20, 0},
    /* colons, slashes, blanks, ends */
    {"CVSS:3.1/AV/AC:L", 0, 0, 11, 1, SECRISK_E_SYNTAX, 31, 0},
    {"CVSS:3.1/AV", 0, 0, 11, 0, SECRISK_E_SYNTAX, 31, 0},
    {"CVSS:3.1/AV=N", 0, 0, 11, 1, SECRISK_E_SYNTAX, 31, 0},
    {"CVSS:3.1//" BASE3, 0, 0, 9, 1, SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS:3.1/AV:N//AC:L", 0, 0, 14, 1, SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS:3.1/AV:N AC:L", 0, 0, 13, 1, SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS:3.1/AV:N,AC:L", 0, 0, 13, 1, SECRISK_E_SYNTAX, 31, NONE},
    {V31 "/", 0, 0, 44, 1, SECRISK_E_SYNTAX, 31, NONE},
    {V31 "//", 0, 0, 45, 1, SECRISK_E_SYNTAX, 31, NONE},
    {V31 " ", 0, 0, 44, 1, SECRISK_E_SYNTAX, 31, NONE},
    {V31 "\n", 0, 0, 44, 1, SECRISK_E_SYNTAX, 31, NONE},
    {T(V31 "\0"), 0, 44, 1, SECRISK_E_SYNTAX, 31, NONE},
    {V31 ")", 0, 0, 44, 1, SECRISK_E_SYNTAX, 31, NONE},
    {" " V31, 0, 0, 0, 1, SECRISK_E_SYNTAX, 20, NONE},
    {"\xef\xbb\xbf" V31, 0, 0, 0, 1, SECRISK_E_SYNTAX, 20, NONE},
    {"(" BASE2 ")", 0, 0, 0, 1, SECRISK_E_SYNTAX, 20, NONE},
    {"(" BASE2, 0, SECRISK_ALLOW_PARENS, 27, 0, SECRISK_E_SYNTAX, 0, NONE},
    {"(", 0, SECRISK_ALLOW_PARENS, 1, 0, SECRISK_E_SYNTAX, 0, NONE},
    {"()", 0, SECRISK_ALLOW_PARENS, 1, 0, SECRISK_E_MISSING, 20, 0},
    {"((" BASE2 "))", 0, SECRISK_LENIENT, 1, 1, SECRISK_E_SYNTAX, 20, NONE},
    {V31 "/E:P E:U", 0, 0, 48, 1, SECRISK_E_SYNTAX, 31, NONE},
    /* twice, out of order, missing */
    {V31 "/AV:N", 0, 0, 45, 2, SECRISK_E_DUPLICATE, 31, 0},
    {V31 "/E:X/E:X", 0, 0, 49, 1, SECRISK_E_DUPLICATE, 31, 8},
    {"CVSS:3.1/AV:N/AV:N", 0, 0, 14, 2, SECRISK_E_DUPLICATE, 31, 0},
    {V31 "/" V31, 0, 0, 45, 4, SECRISK_E_METRIC, 31, NONE},
    {BASE2 "/AV:N", 0, 0, 27, 2, SECRISK_E_DUPLICATE, 20, 0},
    {V40 "/MSI:S/MSI:S", 0, 0, 70, 3, SECRISK_E_DUPLICATE, 40, 24},
    {"CVSS:4.0/AC:L/AV:N", 0, 0, 14, 2, SECRISK_E_ORDER, 40, 0},
    {V40 "/U:Red/E:A", 0, 0, 70, 1, SECRISK_E_ORDER, 40, 11},
    {"AC:L/AV:N/Au:N/C:P/I:P/A:P", 0, 0, 5, 2, SECRISK_E_ORDER, 20, 0},
    {"CVSS:3.1/", 0, 0, 9, 0, SECRISK_E_MISSING, 31, 0},
    {"CVSS:3.1/AV:N", 0, 0, 13, 0, SECRISK_E_MISSING, 31, 1},
    {"CVSS:3.1/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L", 0, 0, 39, 0, SECRISK_E_MISSING,
     31, 0},
    {"CVSS:3.0/E:H/RL:U/RC:C", 0, 0, 22, 0, SECRISK_E_MISSING, 30, 0},
    {"CVSS:4.0/AV:N/AC:L/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 0, 0, 58, 0,
     SECRISK_E_MISSING, 40, 2},
    /* PARTIAL needs something to begin with: v2.0 has no prefix */
    {"()", 0, SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PARENS, 1, 0,
     SECRISK_E_MISSING, 20, 0},
    {"()", 0,
     SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PARENS | SECRISK_ALLOW_BARE_31, 1, 0,
     SECRISK_E_MISSING, 31, 0},
    {"CVSS2#", 0, SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PREFIX, 6, 0,
     SECRISK_E_MISSING, 20, 0},
    {"CVSS:2.0/", 0, SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PREFIX, 9, 0,
     SECRISK_E_MISSING, 20, 0},
    {"CVSS:3.1", 0, SECRISK_ALLOW_PARTIAL, 8, 0, SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS:3.1//", 0, SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_SLASH, 9, 1,
     SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS:3.2/", 0, SECRISK_ALLOW_PARTIAL, 5, 3, SECRISK_E_VERSION, 0, NONE},
    {BASE2 "/E:U", 0, 0, 30, 0, SECRISK_E_MISSING, 20, 7},
    {BASE2 "/E:U/RL:OF", 0, 0, 36, 0, SECRISK_E_MISSING, 20, 8},
    {BASE2 "/E:ND/RC:ND", 0, 0, 37, 0, SECRISK_E_MISSING, 20, 7},
    {BASE2 "/TD:H/CR:M/IR:M/AR:M", 0, 0, 46, 0, SECRISK_E_MISSING, 20, 9},
    /* a leniency allows its own departure and no other */
    {"CVSS:4.0/AC:L/AV:Q", 0, SECRISK_ALLOW_ORDER, 17, 1, SECRISK_E_VALUE, 40,
     0},
    {V31 " x", 0, SECRISK_ALLOW_BLANKS, 44, 1, SECRISK_E_SYNTAX, 31, NONE},
    {"CVSS3#" BASE3, 0, SECRISK_LENIENT, 0, 5, SECRISK_E_VERSION, 0, NONE},
    {"CVSS:3.2/" BASE3, 0, SECRISK_LENIENT | SECRISK_ALLOW_BARE_31, 5, 3,
     SECRISK_E_VERSION, 0, NONE},
    {V31 "//", 0, SECRISK_LENIENT, 45, 1, SECRISK_E_SYNTAX, 31, NONE},
    /* without prefix: with Au v2.0, else what the caller says */
    {"AV:N/AC:L/PR:N/UI:Q", 0, SECRISK_ALLOW_BARE_31, 18, 1, SECRISK_E_VALUE,
     31, 3},
    {"AV:N/AC:L/Au:Q", 0, SECRISK_ALLOW_BARE_30, 13, 1, SECRISK_E_VALUE, 20, 2},
    {"nonsense", 0, SECRISK_ALLOW_BARE_30, 0, 8, SECRISK_E_METRIC, 30, NONE},
    {"AV:N/AC:L/au:N", 0, SECRISK_ALLOW_BARE_30, 10, 2, SECRISK_E_METRIC, 30,
     NONE},
    {"AV:N/AC:L/PR:N,Au:N", 0, SECRISK_ALLOW_BARE_31, 14, 1, SECRISK_E_SYNTAX,
     31, NONE},
    /* arguments */
    {V31, 0, 0x800, 0, 0, SECRISK_E_ARG, 0, NONE},
    {V31, 0, SECRISK_FIND_NEAR, 0, 0, SECRISK_E_ARG, 0, NONE},
    {V31, 0,
     SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31 | SECRISK_ALLOW_BARE_40, 0,
     0, SECRISK_E_ARG, 0, NONE},
    {V31, 0, 0x80000000u, 0, 0, SECRISK_E_ARG, 0, NONE},
    {V31, 0, SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31, 0, 0, SECRISK_E_ARG,
     0, NONE},
};

static void diag_is(const struct row *r, const secrisk_diag *d) {
  T_EQ(r->text, d->status, r->status);
  T_EQ(r->text, d->offset, r->offset);
  T_EQ(r->text, d->length, r->length);
  T_EQ(r->text, d->version, r->version);
  T_EQ(r->text, d->metric, r->metric);
  T_EQ(r->text, d->about, SECRISK_ABOUT_CVSS);
}

static void is_zero(const char *row, const void *p, size_t n) {
  for (size_t i = 0; i < n; i++) {
    T_EQ(row, ((const uint8_t *)p)[i], 0);
  }
}

/* A copy of exactly len bytes, so that tools see a read past the end. */
static char *exact(const char *text, size_t len) {
  char *copy = malloc(len > 0 ? len : 1);
  if (copy != NULL) {
    memcpy(copy, text, len);
  }
  return copy;
}

static void bad_texts(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    const struct row *r = &bad[i];
    size_t len = r->len != 0 ? r->len : strlen(r->text);
    char *text = exact(r->text, len);
    secrisk_cvss v;
    secrisk_diag d;
    memset(&v, 0xa5, sizeof v);
    memset(&d, 0xa5, sizeof d);
    T_EQ(r->text, secrisk_cvss_parse(text, len, r->flags, &v, &d), r->status);
    diag_is(r, &d);
    is_zero(r->text, &v, sizeof v);
    T_EQ(r->text, secrisk_cvss_parse(text, len, r->flags, &v, NULL), r->status);
    T_EQ(r->text, secrisk_cvss_score(&v, SECRISK_SCORE_B), SECRISK_NO_SCORE);
    T_TRUE(r->text, d.offset <= len && d.length <= len - d.offset);
    free(text);
  }
}

static void no_text(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v;
  secrisk_diag d;
  T_EQ("NULL, 0", secrisk_cvss_parse(NULL, 0, 0, &v, &d), SECRISK_E_EMPTY);
  T_EQ("NULL, 1", secrisk_cvss_parse(NULL, 1, 0, &v, &d), SECRISK_E_ARG);
  T_EQ("NULL, 1", d.status, SECRISK_E_ARG);
}

static void too_long(T_ARGS) {
  T_BEGIN;
#ifdef T_REDUCED
  size_t len = 2 * SECRISK_TEXT_MAX;
#else
  size_t len = 1u << 20;
#endif
  char *text = malloc(len);
  secrisk_cvss v;
  secrisk_diag d;
  T_TRUE("memory", text != NULL);
  memset(text, 'A', len);
  memcpy(text, V31, sizeof V31 - 1);
  T_EQ("long text", secrisk_cvss_parse(text, len, 0, &v, &d),
       SECRISK_E_TOO_LONG);
  T_EQ("long text", d.offset, SECRISK_TEXT_MAX);
  T_EQ("long text", d.length, len - SECRISK_TEXT_MAX);
  T_EQ("the longest read",
       secrisk_cvss_parse(text, SECRISK_TEXT_MAX, 0, &v, &d), SECRISK_E_VALUE);
  T_EQ("one more", secrisk_cvss_parse(text, SECRISK_TEXT_MAX + 1, 0, &v, &d),
       SECRISK_E_TOO_LONG);
  memset(text, ' ', SECRISK_TEXT_MAX);
  memcpy(text + SECRISK_TEXT_MAX - (sizeof V31 - 1), V31, sizeof V31 - 1);
  T_EQ("blanks before",
       secrisk_cvss_parse(text, SECRISK_TEXT_MAX, SECRISK_ALLOW_BLANKS, &v, &d),
       SECRISK_OK);
  free(text);
}

struct lenient_row {
  const char *text;
  uint32_t flag; /* with it the text is read, without it not */
  const char *same_as;
};

static const struct lenient_row lenient[] = {
    {"cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h", SECRISK_ALLOW_CASE, V31},
    {"Cvss:3.1/" BASE3, SECRISK_ALLOW_CASE, V31},
    {"AV:N/AC:L/AU:N/C:P/I:P/A:P", SECRISK_ALLOW_CASE, BASE2},
    {V40 "/U:AMBER", SECRISK_ALLOW_CASE, V40 "/U:Amber"},
    {V40 "/U:amber", SECRISK_ALLOW_CASE, V40 "/U:Amber"},
    {BASE2 "/e:poc/rl:of/rc:uc", SECRISK_ALLOW_CASE,
     BASE2 "/E:POC/RL:OF/RC:UC"},
    {V31 "/e:x", SECRISK_ALLOW_CASE, V31},
    {" " V31, SECRISK_ALLOW_BLANKS, V31},
    {V31 "\r\n", SECRISK_ALLOW_BLANKS, V31},
    {"\t " BASE2 " \t", SECRISK_ALLOW_BLANKS, BASE2},
    {V31 "/", SECRISK_ALLOW_SLASH, V31},
    {BASE2 "/", SECRISK_ALLOW_SLASH, BASE2},
    {V40 "/", SECRISK_ALLOW_SLASH, V40},
    {"(" BASE2 ")", SECRISK_ALLOW_PARENS, BASE2},
    {"(" V31 ")", SECRISK_ALLOW_PARENS, V31},
    {"CVSS2#" BASE2, SECRISK_ALLOW_PREFIX, BASE2},
    {"CVSS:2.0/" BASE2, SECRISK_ALLOW_PREFIX, BASE2},
    {"A:P/I:P/C:P/Au:N/AC:L/AV:N", SECRISK_ALLOW_ORDER, BASE2},
    {"CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
     SECRISK_ALLOW_ORDER, V40},
    {V40 "/U:Red/E:A", SECRISK_ALLOW_ORDER, V40 "/E:A/U:Red"},
    {BASE2 "/E:U", SECRISK_ALLOW_PART_GROUP, BASE2 "/E:U/RL:ND/RC:ND"},
    {BASE2 "/TD:L/CR:H", SECRISK_ALLOW_PART_GROUP,
     BASE2 "/CDP:ND/TD:L/CR:H/IR:ND/AR:ND"},
    {BASE3, SECRISK_ALLOW_BARE_31, V31},
    {BASE3, SECRISK_ALLOW_BARE_30, V30},
    {"A:H/AC:L/PR:N/UI:N/S:U/C:H/I:H/AV:N", SECRISK_ALLOW_BARE_30, V30},
};

static void lenient_texts(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(lenient); i++) {
    const struct lenient_row *r = &lenient[i];
    size_t len = strlen(r->text);
    secrisk_cvss v;
    secrisk_cvss want;
    secrisk_diag d;
    T_EQ(r->same_as,
         secrisk_cvss_parse(r->same_as, strlen(r->same_as), 0, &want, NULL),
         SECRISK_OK);
    T_TRUE(r->text, secrisk_cvss_parse(r->text, len, 0, &v, &d) != SECRISK_OK);
    T_EQ(r->text, secrisk_cvss_parse(r->text, len, r->flag, &v, &d),
         SECRISK_OK);
    T_EQ(r->text, d.lenient, r->flag);
    T_EQ(r->text, d.offset, 0);
    T_EQ(r->text, d.length, 0);
    T_EQ(r->text, d.version, want.version);
    T_EQ(r->text, d.metric, NONE);
    T_TRUE(r->text, memcmp(&v, &want, sizeof v) == 0);
    uint32_t others = SECRISK_LENIENT & ~r->flag;
    T_TRUE(r->text,
           secrisk_cvss_parse(r->text, len, others, &v, &d) != SECRISK_OK);
  }
}

static void all_leniencies_at_once(T_ARGS) {
  T_BEGIN;
  static const char text[] = "\t (cvss2#a:p/av:n/AC:L/AU:N/C:P/I:P/e:u/)\r\n";
  secrisk_cvss v;
  secrisk_diag d;
  char buf[SECRISK_CVSS_TEXT_SIZE];
  T_EQ(text, secrisk_cvss_parse(text, sizeof text - 1, SECRISK_LENIENT, &v, &d),
       SECRISK_OK);
  T_EQ(text, d.lenient, SECRISK_LENIENT);
  secrisk_cvss_format(&v, buf, sizeof buf);
  T_STR(text, buf, BASE2 "/E:U/RL:ND/RC:ND");
}

static void partial_vectors(T_ARGS) {
  T_BEGIN;
  static const char text[] = "E:U/RL:OF/RC:C";
  secrisk_cvss v;
  secrisk_diag d;
  char buf[SECRISK_CVSS_TEXT_SIZE];
  T_EQ(text,
       secrisk_cvss_parse(text, sizeof text - 1, SECRISK_ALLOW_PARTIAL, &v, &d),
       SECRISK_OK);
  T_EQ(text, d.lenient, SECRISK_ALLOW_PARTIAL);
  T_EQ(text, secrisk_cvss_check(&v, &d), SECRISK_E_MISSING);
  T_EQ(text, d.metric, SECRISK_V20_AV);
  T_EQ(text, secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL), SECRISK_NO_SCORE);
  secrisk_cvss_format(&v, buf, sizeof buf);
  T_STR(text, buf, text);
}

/* What format writes for a vector of which nothing is defined. */
static void bare_prefixes(T_ARGS) {
  T_BEGIN;
  static const struct {
    const char *text;
    uint32_t flags;
    uint8_t version;
  } rows[] = {
      {"CVSS:3.0/", 0, 30},
      {"CVSS:3.1/", 0, 31},
      {"CVSS:4.0/", 0, 40},
      {"(CVSS:3.1/)", SECRISK_ALLOW_PARENS, 31},
      {" CVSS:4.0/\n", SECRISK_ALLOW_BLANKS, 40},
      {"cvss:3.0/", SECRISK_ALLOW_CASE, 30},
  };
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    size_t len = strlen(rows[i].text);
    uint32_t flags = rows[i].flags | SECRISK_ALLOW_PARTIAL;
    secrisk_cvss v, want = {rows[i].version, {0}};
    secrisk_diag d;
    char buf[SECRISK_CVSS_TEXT_SIZE];
    T_EQ(rows[i].text, secrisk_cvss_parse(rows[i].text, len, flags, &v, &d),
         SECRISK_OK);
    T_EQ(rows[i].text, d.lenient, flags);
    T_EQ(rows[i].text, d.version, rows[i].version);
    T_TRUE(rows[i].text, memcmp(&v, &want, sizeof v) == 0);
    size_t n = secrisk_cvss_format(&v, buf, sizeof buf);
    T_EQ(buf, secrisk_cvss_parse(buf, n, SECRISK_ALLOW_PARTIAL, &v, NULL),
         SECRISK_OK);
    T_EQ(buf, secrisk_cvss_parse(buf, n, SECRISK_LENIENT, &v, NULL),
         SECRISK_E_MISSING);
  }
}

static const struct {
  const char *text;
  uint32_t flags;
  uint32_t lenient;
  uint8_t version;
} bare[] = {
#define B30 SECRISK_ALLOW_BARE_30
#define B31 SECRISK_ALLOW_BARE_31
#define B40 SECRISK_ALLOW_BARE_40
    {BASE4, B40, B40, 40},
    {BASE4, B40 | B30, B40, 40},
    {BASE4, B40 | B31, B40, 40},
    {BASE4 "/U:Red", B40 | B31, B40, 40},
    {BASE4 "/E:A/CR:H/IR:H/AR:H/MAV:N/MAC:L/MAT:N/MPR:N/MUI:N/MVC:H/MVI:H/"
           "MVA:H/MSC:H/MSI:S/MSA:S/S:N/AU:N/R:A/V:D/RE:L/U:Clear",
     B40 | B31 | SECRISK_LENIENT, B40, 40},
    {BASE3, B40 | B31, B31, 31},
    {BASE3, B40 | B30, B30, 30},
    {BASE2, B40, 0, 20},
    {BASE2, B40 | B31, 0, 20},
    {"AV:N/AC:L/AU:N/C:P/I:P/A:P", B40 | B31 | SECRISK_ALLOW_CASE,
     SECRISK_ALLOW_CASE, 20},
    {"U:Red", B40 | SECRISK_ALLOW_PARTIAL, B40 | SECRISK_ALLOW_PARTIAL, 40},
    {"MAV:N", B40 | B31 | SECRISK_ALLOW_PARTIAL, B31 | SECRISK_ALLOW_PARTIAL,
     31},
    {"U:Red/AT:P", B40 | B31 | SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_ORDER,
     B40 | SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_ORDER, 40},
    {V31, B40, 0, 31},
};

/* Without a prefix, AT makes it v4.0, Au v2.0, and the flags say what else. */
static void bare_versions(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(bare); i++) {
    secrisk_cvss v;
    secrisk_diag d;
    T_EQ(bare[i].text,
         secrisk_cvss_parse(bare[i].text, strlen(bare[i].text), bare[i].flags,
                            &v, &d),
         SECRISK_OK);
    T_EQ(bare[i].text, v.version, bare[i].version);
    T_EQ(bare[i].text, d.lenient, bare[i].lenient);
  }
  secrisk_cvss v;
  T_EQ("v3 is no v4", secrisk_cvss_parse(BASE3, strlen(BASE3), B40, &v, NULL),
       SECRISK_E_VALUE); /* S is Safety there */
  T_EQ("v4 without AT",
       secrisk_cvss_parse("AV:N/AC:L/VC:H", 14, B40 | B31, &v, NULL),
       SECRISK_E_METRIC);
}

/* Text that is a v2.0 vector is never taken for v3. */
static void bare_v2_stays_v2(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v;
  secrisk_diag d;
  T_EQ("v2",
       secrisk_cvss_parse(BASE2, sizeof BASE2 - 1,
                          SECRISK_LENIENT | SECRISK_ALLOW_BARE_31, &v, &d),
       SECRISK_OK);
  T_EQ("v2", v.version, SECRISK_CVSS20);
  T_EQ("v2", d.lenient, 0);
}

/* A length that 32 bits do not hold is the largest that they do.  Of such a
 * text no more is read than there is here. */
static void lengths_beyond_a_diagnostic(T_ARGS) {
  T_BEGIN;
  static const char text[SECRISK_TEXT_MAX] = "AAAAAAAAAAAA";
  const uint64_t beyond = SIZE_MAX - SECRISK_TEXT_MAX;
  secrisk_cvss v;
  secrisk_diag d;
  T_EQ("SIZE_MAX", secrisk_cvss_parse(text, SIZE_MAX, 0, &v, &d),
       SECRISK_E_TOO_LONG);
  T_EQ("SIZE_MAX", d.offset, SECRISK_TEXT_MAX);
  T_EQ("SIZE_MAX", d.length, beyond < UINT32_MAX ? beyond : UINT32_MAX);
}

#define CASES(X)                                                               \
  X(bad_texts)                                                                 \
  X(no_text)                                                                   \
  X(too_long)                                                                  \
  X(lengths_beyond_a_diagnostic)                                               \
  X(lenient_texts)                                                             \
  X(all_leniencies_at_once)                                                    \
  X(partial_vectors)                                                           \
  X(bare_versions)                                                             \
  X(bare_prefixes)                                                             \
  X(bare_v2_stays_v2)
T_MAIN_IF("cvss_parse", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
