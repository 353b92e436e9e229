/* SPDX-License-Identifier: MIT */
/* What a search finds in a table of texts: vectors as advisories, feeds and
 * URLs print them, side by side, malformed, and behind junk that looks like
 * one. */
#include "exact.h"
#include "t.h"

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V30 "CVSS:3.0/" BASE3
#define V31 "CVSS:3.1/" BASE3
#define BASE4 "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define V40 "CVSS:4.0/" BASE4
#define FULL2 BASE2 "/E:POC/RL:OF/RC:C/CDP:LM/TD:H/CR:M/IR:H/AR:L"
#define E11 "E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U/E:U"
#define E33 E11 "/" E11 "/" E11
#define BARE SECRISK_ALLOW_BARE_31
#define PREFIX SECRISK_ALLOW_PREFIX
#define PARTIAL SECRISK_ALLOW_PARTIAL

struct row {
  const char *text;
  size_t len; /* 0: strlen */
  uint32_t flags;
  const char *found[4]; /* the vectors in it, in their order */
};

#define T(s) s, sizeof s - 1 /* texts that hold NUL */

static const struct row rows[] = {
    /* nothing */
    {"", 0, 0, {0}},
    {"no vector here: 9.8, CVSS, see A:B and http://example.org/a:b",
     0,
     0,
     {0}},
    {"av:N", 0, 0, {0}},
    {"AV", 0, 0, {0}},
    {":::::", 0, 0, {0}},
    {"CVSS:", 0, 0, {0}},
    {"CVSS:3.1/", 0, 0, {0}},
    {"what is CVSS", 0, 0, {0}},
    {"CVSS2#", 0, SECRISK_LENIENT, {0}},
    {"CVSS:9.9/AV", 0, 0, {0}},
    /* alone */
    {V30, 0, 0, {V30}},
    {V31, 0, 0, {V31}},
    {V31 "/E", 0, 0, {V31}},
    {V31 "/", 0, 0, {V31}},
    {V40, 0, 0, {V40}},
    {FULL2, 0, 0, {FULL2}},
    /* behind a list that begins with no AV and is longer than any vector */
    {E33 "/" BASE2 " " BASE2, 0, SECRISK_ALLOW_ORDER, {BASE2, BASE2}},
    {E33 "/E:U " BASE2, 0, SECRISK_ALLOW_ORDER, {BASE2}},
    /* in feeds and advisories */
    {"CVE-2021-0001," BASE2 ",7.5,HIGH\nCVE-2021-0002," V31 ",9.8\n",
     0,
     0,
     {BASE2, V31}},
    {"CVE-2021-0001;\"(" BASE2 ")\";7.5", 0, 0, {BASE2}},
    {"{\"vectorString\":\"" V31 "\",\"baseScore\":9.8}", 0, 0, {V31}},
    {"vectors: ['" V40 "', '" V30 "']", 0, 0, {V40, V30}},
    {"<vector>" V40 "</vector>", 0, 0, {V40}},
    {"CVSS 3.1 Base Score 9.8 (Critical). CVSS Vector: (" V31 ").",
     0,
     0,
     {V31}},
    {"CVSS v2 Base Score: 7.5 (HIGH) (" BASE2 ")", 0, 0, {BASE2}},
    {"CVSS:3.1 score 9.8, vector " V31 ", see below", 0, 0, {V31}},
    {"[" V31 "] and `" V40 "` and *" BASE2 "*", 0, 0, {V31, V40, BASE2}},
    {"9.8/" V31, 0, 0, {V31}},
    {"7.5/" BASE2 " 9.3/" V40, 0, 0, {BASE2, V40}},
    {"CVSSv3.1: " V31, 0, 0, {V31}},
    {"CVSS:" V31, 0, 0, {V31}},
    {"CVSS: " BASE2, 0, 0, {BASE2}},
    {V31 "/", 0, 0, {V31}},
    {V31 "/ more", 0, 0, {V31}},
    {V31 "/E", 0, 0, {V31}},
    {V31 "/10:30", 0, 0, {V31}}, /* no metric has a digit in its name */
    {V31 "/AV2:N", 0, 0, {V31}},
    {BASE2 "/2:" V31, 0, 0, {BASE2, V31}},
    {V31 ". Next sentence", 0, 0, {V31}},
    {V31 "-" V30 "_" V40, 0, 0, {V31, V30, V40}},
    {"\xef\xbb\xbf" V31 "\xc2\xa0" BASE2, 0, 0, {V31, BASE2}},
    {T("\0" V31 "\0\0" BASE2 "\0"), 0, {V31, BASE2}},
    /* in URLs */
    {"https://www.first.org/cvss/calculator/4.0#" V40, 0, 0, {V40}},
    {"https://www.first.org/cvss/calculator/3.1#" V31 "&x=1", 0, 0, {V31}},
    {"<a href=\"https://example.org/?name=CVE-1&vector=(" BASE2 ")&v=2\">",
     0,
     0,
     {BASE2}},
    {"https://example.org/v3?vector=" BASE3 "&version=3.1", 0, 0, {0}},
    {"https://example.org/v3?vector=" BASE3 "&version=3.1", 0, BARE, {BASE3}},
    {"CVSS%3A3.1%2FAV%3AN%2FAC%3AL", 0, SECRISK_LENIENT | BARE, {0}},
    {"xCVSS:9.9/" BASE2, 0, 0, {0}},
    {"x" V31, 0, SECRISK_ALLOW_BARE_30, {0}},
    {V30 V31, 0, SECRISK_ALLOW_BARE_30, {0}},
    /* what only a flag admits */
    {"CVSS:2.0/" BASE2, 0, 0, {0}},
    {"CVSS:2.0/" BASE2, 0, PREFIX, {"CVSS:2.0/" BASE2}},
    {"(CVSS2#" BASE2 ")", 0, PREFIX, {"CVSS2#" BASE2}},
    {"CVSS2#" BASE2, 0, 0, {BASE2}},
    /* a name needs its colon, that of v2.0's Au too */
    {BASE3 "/Au thing", 0, BARE, {BASE3}},
    {BASE3 "/au bon", 0, BARE | SECRISK_ALLOW_CASE, {BASE3}},
    {BASE3 "/Au:N", 0, BARE, {0}},
    /* after a blank another text begins */
    {"CVSS:3.1 " BASE3, 0, 0, {0}},
    {"CVSS:3.1 " BASE3, 0, BARE, {BASE3}},
    {"CVSS:2.0 (" BASE2 ")", 0, 0, {BASE2}},
    {"CVSS:9.9/x:y/10:30/" BASE2, 0, 0, {BASE2}},
    {"CVSS:9.9/x:y/z:1/" BASE2, 0, 0, {0}},
    /* with PARTIAL a metric is a vector */
    {"A:P, Au:N", 0, PARTIAL, {"A:P", "Au:N"}},
    {"CVSS2#E:U/RL:OF/RC:C, then",
     0,
     PREFIX | PARTIAL,
     {"CVSS2#E:U/RL:OF/RC:C"}},
    {"E:U/RL:OF/RC:C", 0, 0, {0}},
    {"8.1 (" BASE3 ")", 0, 0, {0}},
    {"8.1 (" BASE3 ")", 0, BARE, {BASE3}},
    {"8.1 (" BASE3 ") " BASE2, 0, SECRISK_ALLOW_BARE_30, {BASE3, BASE2}},
    {"see cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h", 0, 0, {0}},
    {"see cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h",
     0,
     SECRISK_ALLOW_CASE,
     {"cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h"}},
    {"A:P/I:P/C:P/Au:N/AC:L/AV:N", 0, 0, {0}},
    {"A:P/I:P/C:P/Au:N/AC:L/AV:N",
     0,
     SECRISK_ALLOW_ORDER,
     {"A:P/I:P/C:P/Au:N/AC:L/AV:N"}},
    {BASE2 "/E:U", 0, 0, {0}},
    {BASE2 "/E:U", 0, SECRISK_ALLOW_PART_GROUP, {BASE2 "/E:U"}},
    /* blanks, slashes and parentheses are never part of a find */
    {" \t(" BASE2 "/) ", 0, SECRISK_LENIENT, {BASE2}},
    {"(" V31 ")/(" BASE2 ")", 0, SECRISK_LENIENT, {V31, BASE2}},
    /* one ends where the next begins */
    {V31 "/" V31, 0, 0, {V31, V31}},
    {BASE2 "/" BASE2 "/" V40, 0, 0, {BASE2, BASE2, V40}},
    {V31 "/" BASE2, 0, 0, {V31, BASE2}},
    {BASE3 "/" V31 "/" BASE3, 0, BARE, {BASE3, V31, BASE3}},
    {BASE3 "/" BASE2 "/" BASE3, 0, BARE, {BASE3, BASE2, BASE3}},
    {BASE2 "/av:N", 0, SECRISK_ALLOW_CASE, {0}},
    {BASE3 "/av:N", 0, SECRISK_ALLOW_CASE | BARE, {0}},
    {BASE2 "/AV:L/" BASE2, 0, 0, {BASE2}}, /* a near miss and a vector */
    {V31 "/AV:L/AC:L/Au:N/C:P/I:P/A:P",
     0,
     PARTIAL,
     {V31, "AV:L/AC:L/Au:N/C:P/I:P/A:P"}},
    {V31 "/AV:L", 0, PARTIAL, {0}},
    /* less than stands there is never handed out: across a gap in which a
     * slash stands, a metric follows that the vector does not give yet */
    {V31 "//E:P/RL:O/RC:C", 0, 0, {0}},
    {V31 "/\"\n  \"E:P", 0, 0, {0}},
    {V40 "/\"\n\"MSI:S\"", 0, 0, {0}},
    {V31 " /E:P", 0, 0, {0}},
    {V31 "=\r\n/E:P/RL:O/RC:C", 0, 0, {0}},
    {V31 "/ (E:X)", 0, 0, {0}},
    {V31 "/\xc2\xa0"
         "E:P",
     0,
     0,
     {0}},
    {V31 "\xe2\x80\x8b/E:P", 0, 0, {0}},
    {T(V31 "\0/\0"
           "E:P"),
     0,
     {0}},
    {V31 "/-/e:p", 0, 0, {0}},
    {V31 "//E:Q", 0, 0, {0}},
    {BASE2 "\\E:POC\\RL:OF\\RC:C", 0, 0, {0}},
    {V31 "/\n"
         "E:P/\n"
         "RL:O/\n"
         "RC:C " BASE2,
     0,
     0,
     {BASE2}},
    {V31 "/ E:P/AV:N/AC:L/Au:N/C:P/I:P/A:P", 0, 0, {BASE2}},
    {"CVSS:3.1/\n" BASE2, 0, 0, {0}},
    {"CVSS:3.1/\n" BASE3, 0, BARE, {0}},
    {"CVSS:3.1/\n" BASE3, 0, PARTIAL, {0}},
    {"AC:L /A:P", 0, PARTIAL, {0}},
    /* and what does not belong to it changes nothing */
    {V31 " (E:P)", 0, 0, {V31}},
    {V31 "\\\" (E:P)", 0, 0, {V31}},
    {V31 "//A:H", 0, 0, {V31}},
    {V31 "//Au:N", 0, 0, {V31}},
    {V31 "/ E:", 0, 0, {V31}},
    {V31 "/ E: P", 0, 0, {V31}},
    {V31 "/ E", 0, 0, {V31}},
    {V31 "/ x E:P", 0, 0, {V31}},
    {V31 "/ 1 E:P", 0, 0, {V31}},
    {V31 "/ EE:P", 0, 0, {V31}},
    {V31 "/ " BASE2, 0, 0, {V31, BASE2}},
    {V31 "//" V40 "//" BASE2, 0, 0, {V31, V40, BASE2}},
    {V31 "/E:P // E:P", 0, 0, {V31 "/E:P"}},
    /* a span is read as parse reads it, whatever is around it */
    {"AC:L/:C/Au:S", 0, PARTIAL | SECRISK_ALLOW_BARE_30, {"AC:L", "Au:S"}},
    {BASE3 "/:X/Au:N", 0, SECRISK_ALLOW_BARE_30, {BASE3}},
    /* the prefix alone, as format writes it */
    {"CVSS:3.1/", 0, PARTIAL, {"CVSS:3.1/"}},
    {"see CVSS:4.0/ and " V31, 0, PARTIAL, {"CVSS:4.0/", V31}},
    {"CVSS:3.1/calculator", 0, PARTIAL, {0}},
    {"CVSS:3.1/" V40, 0, PARTIAL, {V40}},
    /* bare v4.0 */
    {BASE4, 0, 0, {0}},
    {BASE4, 0, SECRISK_ALLOW_BARE_40, {BASE4}},
    {BASE4 "," BASE3 "," BASE2,
     0,
     SECRISK_ALLOW_BARE_40 | BARE,
     {BASE4, BASE3, BASE2}},
    {BASE3, 0, SECRISK_ALLOW_BARE_40, {0}},
    {"I:P//Au:N", 0, PARTIAL | BARE, {"Au:N"}},
    {V31 "(" V31, 0, 0, {V31, V31}},
    {V31 ":" V31, 0, 0, {V31, V31}},
    {V31 "/x:" V31, 0, 0, {V31}}, /* x is no metric: the first is no vector */
    /* junk before, even if it could be the start of one */
    {"CVSS:3.1/AV:N/AC:L/" V31, 0, 0, {V31}},
    {"CVSS:3.1/AV:N/" V40, 0, 0, {V40}},
    {"AV:N/AC:L/" BASE2, 0, 0, {BASE2}},
    {"AV:N/AC:L/" BASE2, 0, SECRISK_LENIENT, {BASE2}},
    {"E:U/" BASE2, 0, 0, {BASE2}},
    {"C:P/C:P/C:P/" BASE2, 0, 0, {BASE2}},
    {"x:" V31, 0, 0, {V31}},
    {"AV:" V31, 0, 0, {V31}},
    {"CVSS#" V31 "#", 0, 0, {V31}},
    {"CVSS:4.0/" V31, 0, 0, {V31}},
    {"CVSS:3.1/AV:/" V31, 0, 0, {V31}},
    {"CVSS:3.1/AV/" V31, 0, 0, {V31}},
    {"CVSS:3.1//" V31, 0, 0, {V31}},
    {"http://" BASE2, 0, 0, {BASE2}},
    {"Base:7.5/" BASE2, 0, 0, {BASE2}},
    {"path:/" BASE2, 0, 0, {BASE2}},
    /* never inside a word */
    {"x" V31, 0, 0, {0}},
    {"1" BASE2, 0, 0, {0}},
    {BASE2 "x", 0, 0, {0}},
    {V31 "0", 0, 0, {0}},
    /* "CVSS:" takes along what follows: not a v2.0 or bare v3 vector */
    {"CVSS:3.2/" BASE3, 0, BARE, {0}},
    {"CVSS:1.0/" BASE2, 0, 0, {0}},
    {"CVSS:3.1/" BASE2, 0, 0, {0}},
    {"CVSS:3/" BASE3 " " BASE3, 0, BARE, {BASE3}},
    {"CVSS:4.0/" BASE3 "," V31, 0, BARE, {V31}},
    {"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Q", 0, BARE, {0}},
    /* malformed ones are passed over, whole */
    {V31 "/AV:N", 0, 0, {0}},
    {V31 "/AV:", 0, 0, {0}},
    {V31 "/AV:L/AC:L/PR:N/UI:N", 0, 0, {0}},
    {V31 "/MAV:L", 0, 0, {V31 "/MAV:L"}},
    {V31 "/E:Q " V30, 0, 0, {V30}},
    {V31 "/C:H " V30, 0, 0, {V30}},
    {V40 "/E:A/E:A " V30, 0, 0, {V30}},
};

/* What parse says of a span must be what find said of it. */
static bool agrees(const char *span, size_t length, uint32_t flags,
                   const secrisk_cvss *found, const secrisk_diag *diag) {
  secrisk_cvss v;
  secrisk_diag d;
  return secrisk_cvss_parse(span, length, flags, &v, &d) == SECRISK_OK &&
         memcmp(&v, found, sizeof v) == 0 && memcmp(&d, diag, sizeof d) == 0;
}

/* Each text lies in memory of exactly its size. */
static void texts(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const struct row *r = &rows[i];
    size_t len = r->len != 0 ? r->len : strlen(r->text);
    size_t start = 0;
    size_t length = 0;
    secrisk_cvss v;
    secrisk_diag d;
    char *text = exact(r->text, len);
    for (size_t k = 0; r->found[k] != NULL; k++) {
      size_t want = strlen(r->found[k]);
      size_t before = start;
      T_EQ(r->text,
           secrisk_cvss_find(text, len, r->flags, &start, &length, &v, &d),
           SECRISK_OK);
      T_EQ(r->text, length, want);
      T_TRUE(r->text, memcmp(text + start, r->found[k], want) == 0);
      T_TRUE(r->text, start >= before);
      T_TRUE(r->text, agrees(text + start, length, r->flags, &v, &d));
      start += length;
    }
    T_EQ(r->text,
         secrisk_cvss_find(text, len, r->flags, &start, &length, &v, &d),
         SECRISK_E_EMPTY);
    T_EQ(r->text, start, len);
    T_EQ(r->text, length, 0);
    free(text);
  }
}

#define CASES(X) X(texts)
T_MAIN_IF("cvss_find", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
