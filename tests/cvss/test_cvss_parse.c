/* SPDX-License-Identifier: MIT */
/* What the parser refuses: every status with its offset, length and metric, for
 * texts as an attacker, a careless tool or a tired person writes them. */
#include "exact.h"
#include "filled.h"

#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V31 "CVSS:3.1/" BASE3
#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
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
    /* letters that differ in their lowest bit */
    {"BVSS:3.1/" BASE3, 0, 0, 0, 4, SECRISK_E_METRIC, 20, NONE},
    {"CVSR:3.1/" BASE3, 0, 0, 0, 4, SECRISK_E_METRIC, 20, NONE},
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

/* The strict text of so many metrics: OK from the last Base metric on.  A byte
 * more makes its last value another. */
static void with_count(const secrisk_cvss *full, uint8_t count) {
  char text[SECRISK_CVSS_TEXT_SIZE];
  secrisk_cvss v = *full, out;
  secrisk_diag d;
  bool whole = !secrisk_cvss_mandatory(v.version, count);
  memset(v.value + count, 0, sizeof v.value - count);
  size_t len = secrisk_cvss_format(&v, text, sizeof text);
  char *copy = exact(text, len);
  T_EQ(text, secrisk_cvss_parse(copy, len, SECRISK_STRICT, &out, &d),
       whole ? SECRISK_OK : SECRISK_E_MISSING);
  T_TRUE(text, !whole || memcmp(&out, &v, sizeof v) == 0);
  free(copy);
  memcpy(text + len, "x", 2);
  copy = exact(text, len + 1);
  T_EQ(text, secrisk_cvss_parse(copy, len + 1, SECRISK_STRICT, &out, &d),
       SECRISK_E_VALUE);
  T_EQ(text, d.offset + d.length, len + 1);
  T_EQ(text, d.metric, count - 1);
  free(copy);
}

static void each_number_of_metrics(T_ARGS) {
  T_BEGIN;
  static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                     SECRISK_CVSS31, SECRISK_CVSS40};
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    secrisk_cvss full;
    fill(&full, versions[i]);
    for (uint8_t n = 1; n <= secrisk_cvss_metric_count(versions[i]); n++) {
      if (i > 0 || n <= 6 || n == 9 || n == 14) { /* v2.0 has whole groups */
        with_count(&full, n);
      }
    }
  }
}

#define CASES(X)                                                               \
  X(bad_texts)                                                                 \
  X(no_text)                                                                   \
  X(too_long)                                                                  \
  X(lengths_beyond_a_diagnostic)                                               \
  X(each_number_of_metrics)
T_MAIN_IF("cvss_parse", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
