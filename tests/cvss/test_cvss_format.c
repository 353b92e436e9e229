/* SPDX-License-Identifier: MIT */
/* The canonical text: order, prefix, groups; partial and invalid vectors. */
#include "text_out.h"

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define V30 "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define FULL2 BASE2 "/E:POC/RL:OF/RC:UC/CDP:LM/TD:M/CR:H/IR:M/AR:L"
#define FULL3                                                                  \
  V31 "/E:P/RL:O/RC:U/CR:H/IR:M/AR:L/MAV:P/MAC:H/MPR:L/MUI:R/MS:C/MC:L/MI:N/"  \
      "MA:H"
#define FULL4                                                                  \
  V40 "/E:P/CR:H/IR:M/AR:L/MAV:P/MAC:H/MAT:P/MPR:H/MUI:A/MVC:N/MVI:L/MVA:H/"   \
      "MSC:L/MSI:S/MSA:S/S:P/AU:Y/R:I/V:C/RE:M/U:Amber"
#define PARTIAL (SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PART_GROUP)

static size_t write(const void *v, char *buf, size_t cap) {
  return secrisk_cvss_format(v, buf, cap);
}

struct row {
  const char *text;
  uint32_t flags; /* to read it with */
  const char *want;
};

static const struct row rows[] = {
    {BASE2, 0, BASE2},
    {V30, 0, V30},
    {V31, 0, V31},
    {V40, 0, V40},
    {FULL2, 0, FULL2},
    {FULL3, 0, FULL3},
    {FULL4, 0, FULL4},
    /* Not Defined is left out, but in v2.0 where its group is there */
    {V31 "/E:X/RL:X/RC:X/CR:X/MAV:X", 0, V31},
    {V40 "/E:X/CR:X/MAV:X/S:X/U:X", 0, V40},
    {V31 "/E:X/MS:C", 0, V31 "/MS:C"},
    {BASE2 "/E:ND/RL:ND/RC:ND", 0, BASE2},
    {BASE2 "/CDP:ND/TD:ND/CR:ND/IR:ND/AR:ND", 0, BASE2},
    {BASE2 "/E:ND/RL:ND/RC:C", 0, BASE2 "/E:ND/RL:ND/RC:C"},
    {BASE2 "/CDP:ND/TD:ND/CR:ND/IR:ND/AR:L", 0,
     BASE2 "/CDP:ND/TD:ND/CR:ND/IR:ND/AR:L"},
    {BASE2 "/AR:L", SECRISK_LENIENT, BASE2 "/CDP:ND/TD:ND/CR:ND/IR:ND/AR:L"},
    {BASE2 "/E:H", SECRISK_LENIENT, BASE2 "/E:H/RL:ND/RC:ND"},
    /* the standard's order */
    {"CVSS:3.1/MA:H/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N/E:P", 0,
     V31 "/E:P/MA:H"},
    {"CVSS:4.0/U:Red/SA:N/SI:N/SC:N/VA:H/VI:H/VC:H/UI:N/PR:N/AT:N/AC:L/AV:N",
     SECRISK_ALLOW_ORDER, V40 "/U:Red"},
    {"CVSS2#A:P/I:P/C:P/Au:N/AC:L/AV:N", SECRISK_LENIENT, BASE2},
    /* as far as it goes */
    {"CVSS:3.1/E:P", PARTIAL, "CVSS:3.1/E:P"},
    {"CVSS:3.1/E:X", PARTIAL, "CVSS:3.1/"},
    {"CVSS:4.0/SA:N/U:Clear", PARTIAL, "CVSS:4.0/SA:N/U:Clear"},
    {"AC:L", PARTIAL, "AC:L"},
    {"AC:L/RC:C", PARTIAL, "AC:L/E:ND/RL:ND/RC:C"},
    {"TD:L", PARTIAL, "CDP:ND/TD:L/CR:ND/IR:ND/AR:ND"},
    {"RC:ND", PARTIAL, ""},
};

static void canonical(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const struct row *r = &rows[i];
    char buf[SECRISK_CVSS_TEXT_SIZE];
    secrisk_cvss v;
    T_EQ(r->text,
         secrisk_cvss_parse(r->text, strlen(r->text), r->flags, &v, NULL),
         SECRISK_OK);
    T_EQ(r->text, secrisk_cvss_format(&v, buf, sizeof buf), strlen(r->want));
    T_STR(r->text, buf, r->want);
    T_TRUE(r->text, text_out(write, &v, r->want));
    secrisk_cvss again; /* what format writes, parse reads; v2.0 can write "" */
    T_EQ(r->text, secrisk_cvss_parse(buf, strlen(buf), r->flags, &again, NULL),
         r->want[0] != '\0' ? SECRISK_OK : SECRISK_E_EMPTY);
    T_TRUE(r->text, r->want[0] == '\0' || memcmp(&again, &v, sizeof v) == 0);
  }
}

static void invalid(T_ARGS) {
  T_BEGIN;
  static const struct {
    uint8_t version, place, byte;
  } bad[] = {{0, 0, 1},  {10, 0, 1},  {32, 0, 1},  {255, 0, 1},  {20, 0, 4},
             {31, 7, 4}, {31, 22, 1}, {40, 31, 5}, {40, 38, 255}};
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = bad[i].version;
    v.value[bad[i].place] = bad[i].byte;
    T_TRUE("invalid", text_out(write, &v, ""));
    char roomy[SECRISK_CVSS_TEXT_SIZE] = "not empty";
    T_EQ("invalid", secrisk_cvss_format(&v, roomy, sizeof roomy), 0);
    T_STR("invalid", roomy, "");
  }
}

/* The longest text of each version fits the size that the header names. */
static void longest(T_ARGS) {
  T_BEGIN;
  static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                     SECRISK_CVSS31, SECRISK_CVSS40};
  size_t most = 0;
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    secrisk_cvss v;
    memset(&v, 0, sizeof v);
    v.version = versions[i];
    for (uint8_t m = 0; m < secrisk_cvss_metric_count(v.version); m++) {
      size_t longest_value = 0;
      for (uint8_t o = 1; o < secrisk_cvss_value_count(v.version, m); o++) {
        size_t n = strlen(secrisk_cvss_value_abbr(v.version, m, o));
        if (n > longest_value) {
          longest_value = n;
          v.value[m] = o;
        }
      }
    }
    size_t n = secrisk_cvss_format(&v, NULL, 0);
    most = n > most ? n : most;
  }
  T_TRUE("fits", most < SECRISK_CVSS_TEXT_SIZE);
  T_TRUE("with room for more", most + 64 <= SECRISK_CVSS_TEXT_SIZE);
}

#define CASES(X)                                                               \
  X(canonical)                                                                 \
  X(invalid)                                                                   \
  X(longest)
T_MAIN_IF("cvss_format", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
