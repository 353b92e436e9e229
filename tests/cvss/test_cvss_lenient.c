/* SPDX-License-Identifier: MIT */
/* What each leniency of the parser lets pass, and no other: texts that are not
 * quite as the standard has them, that give a part, or that have no prefix. */
#include <stdlib.h>

#include "t.h"

#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V30 "CVSS:3.0/" BASE3
#define V31 "CVSS:3.1/" BASE3
#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define BASE4 "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define V40 "CVSS:4.0/" BASE4

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
    T_EQ(r->text, d.metric, SECRISK_NO_METRIC);
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

/* Metrics of a version, the first two and the last apart. */
struct parts {
  const char *first, *small, *second, *middle, *last, *prefix;
  uint32_t allows;   /* the leniencies that a text of it can need */
  uint32_t prefixed; /* that of the prefix, or of none */
};

#define ANY                                                                    \
  (SECRISK_ALLOW_BLANKS | SECRISK_ALLOW_PARENS | SECRISK_ALLOW_SLASH |         \
   SECRISK_ALLOW_CASE | SECRISK_ALLOW_PARTIAL)

static const struct parts parts[] = {
    {"AV:N", "av:n", "AC:L", "Au:N/C:P/I:P", "/A:P", "CVSS2#",
     ANY | SECRISK_ALLOW_ORDER | SECRISK_ALLOW_PREFIX, SECRISK_ALLOW_PREFIX},
    {"AV:N", "av:n", "AC:L", "PR:N/UI:N/S:U/C:H/I:H", "/A:H", "CVSS:3.1/",
     ANY | SECRISK_ALLOW_BARE_31, SECRISK_ALLOW_BARE_31},
    {"AV:N", "av:n", "AC:L", "AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N", "/SA:N",
     "CVSS:4.0/", ANY | SECRISK_ALLOW_ORDER | SECRISK_ALLOW_BARE_40,
     SECRISK_ALLOW_BARE_40},
};

/* A text that needs these leniencies, and no other. */
static size_t needing(const struct parts *p, uint32_t flags, char *text,
                      size_t cap) {
  bool parens = (flags & SECRISK_ALLOW_PARENS) != 0;
  bool other = (flags & p->prefixed) != 0;
  const char *first = (flags & SECRISK_ALLOW_CASE) != 0 ? p->small : p->first;
  bool turned = (flags & SECRISK_ALLOW_ORDER) != 0;
  return (size_t)snprintf(
      text, cap, "%s%s%s%s/%s/%s%s%s%s%s",
      (flags & SECRISK_ALLOW_BLANKS) != 0 ? " \t" : "", parens ? "(" : "",
      other == (p->prefix[4] != ':') ? p->prefix : "",
      turned ? p->second : first, turned ? first : p->second, p->middle,
      (flags & SECRISK_ALLOW_PARTIAL) != 0 ? "" : p->last,
      (flags & SECRISK_ALLOW_SLASH) != 0 ? "/" : "", parens ? ")" : "",
      (flags & SECRISK_ALLOW_BLANKS) != 0 ? "\n" : "");
}

/* A text that needs several is read with just these, which the diagnostic then
 * tells, and refused without any one of them. */
static void every_set_of_leniencies(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(parts); i++) {
    const struct parts *p = &parts[i];
    for (uint32_t set = 0; set <= p->allows; set++) {
      char text[100];
      secrisk_cvss v;
      secrisk_diag d;
      if ((set & ~p->allows) != 0) {
        continue;
      }
      size_t len = needing(p, set, text, sizeof text);
      T_EQ(text, secrisk_cvss_parse(text, len, set, &v, &d), SECRISK_OK);
      T_EQ(text, d.lenient, set);
      T_EQ(text, secrisk_cvss_parse(text, len, p->allows, &v, &d), SECRISK_OK);
      T_EQ(text, d.lenient, set);
      for (uint32_t flag = 1; flag <= set; flag *= 2) {
        T_TRUE(text, (set & flag) == 0 ||
                         secrisk_cvss_parse(text, len, set - flag, &v, NULL) !=
                             SECRISK_OK);
      }
    }
  }
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
    /* AT is looked for to the last of the 32 metrics */
    {"AV:N/AC:L/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:A/CR:H/IR:H/AR:H/"
     "MAV:N/MAC:L/MAT:N/MPR:N/MUI:N/MVC:H/MVI:H/MVA:H/MSC:H/MSI:S/MSA:S/S:N/"
     "AU:N/R:A/V:D/RE:L/U:Clear/AT:N",
     B40 | B31 | SECRISK_ALLOW_ORDER, B40 | SECRISK_ALLOW_ORDER, 40},
    /* CVSS2# says it, whatever else is in the text */
    {"CVSS2#AV:N/AC:L", B31 | SECRISK_ALLOW_PREFIX | SECRISK_ALLOW_PARTIAL,
     SECRISK_ALLOW_PREFIX | SECRISK_ALLOW_PARTIAL, 20},
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
  secrisk_diag d;
  T_EQ("Au without a value",
       secrisk_cvss_parse("AV:N/AC:L/Au", 12, B31, &v, &d), SECRISK_E_METRIC);
  T_EQ("it says nothing", d.version, SECRISK_CVSS31);
  T_EQ("at",
       secrisk_cvss_parse("AV:N/XX:L/at:N", 14, B40 | SECRISK_ALLOW_CASE, &v,
                          &d),
       SECRISK_E_METRIC);
  T_EQ("what was looked at only", d.lenient, B40);
  T_EQ("nothing", secrisk_cvss_parse("()", 2, SECRISK_LENIENT, &v, NULL),
       SECRISK_E_MISSING);
}

/* After blanks, too, no byte behind the text counts. */
static void cut_short(T_ARGS) {
  T_BEGIN;
  static const char text[] = " \t(" V31;
  for (size_t len = 3; len < sizeof text; len++) {
    secrisk_cvss v, plain;
    secrisk_diag d, want;
    char *copy = malloc(len);
    memcpy(copy, text, len);
    copy[2] = ' ';
    secrisk_status status =
        secrisk_cvss_parse(copy, len, SECRISK_LENIENT, &v, &d);
    T_EQ(text + 3, status,
         secrisk_cvss_parse(text + 3, len - 3, SECRISK_LENIENT, &plain, &want));
    T_TRUE(text + 3, memcmp(&v, &plain, sizeof v) == 0);
    T_EQ(text + 3, d.length, want.length);
    free(copy);
  }
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

#define CASES(X)                                                               \
  X(lenient_texts)                                                             \
  X(all_leniencies_at_once)                                                    \
  X(every_set_of_leniencies)                                                   \
  X(partial_vectors)                                                           \
  X(bare_versions)                                                             \
  X(cut_short)                                                                 \
  X(bare_prefixes)                                                             \
  X(bare_v2_stays_v2)
T_MAIN_IF("cvss_lenient", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
