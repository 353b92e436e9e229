/* SPDX-License-Identifier: MIT */
/* What is wrong, as a sentence: for every status, and for any diagnostic. */
#include "text_out.h"

#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V31 "CVSS:3.1/" BASE3
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"

static size_t write(const void *diag, char *buf, size_t cap) {
  return secrisk_cvss_explain(diag, buf, cap);
}

struct row {
  const char *text;
  uint32_t flags;
  const char *want;
};

#define PREFIXES "expected CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/"
#define PAIRS "expected NAME:VALUE pairs separated by single slashes"

static const struct row rows[] = {
    {V31, 0, "ok"},
    {"", 0, "there is nothing to read"},
    {V31, 0x800, "an argument is not acceptable"},
    {"CVSS:3.2/" BASE3, 0, PREFIXES "; a v2.0 vector has no prefix"},
    {"CVSS2#" BASE2, 0, PREFIXES "; a v2.0 vector has no prefix"},
    {"hello", 0, PREFIXES ", or \"AV:\", which starts a v2.0 vector"},
    {BASE3, 0,
     "CVSS v2.0 has no metric of that name; later versions start with "
     "\"CVSS:\" and a number"},
    {V31 "/Au:N", 0, "CVSS v3.1 has no metric of that name"},
    {"CVSS:3.0/XX:N", 0, "CVSS v3.0 has no metric of that name"},
    {V40 "/RL:O", 0, "CVSS v4.0 has no metric of that name"},
    {"CVSS:3.1/AV:Q", 0, "AV must be N, A, L or P"},
    {"CVSS:3.1/AV:", 0, "AV must be N, A, L or P"},
    {"CVSS:3.1/S:H", 0, "S must be U or C"},
    {V31 "/MAV:R", 0, "MAV must be N, A, L or P, or X (not defined)"},
    {BASE2 "/E:X", 0, "E must be H, F, POC or U, or ND (not defined)"},
    {V40 "/U:red", 0,
     "U must be Clear, Green, Amber or Red, or X (not defined)"},
    {V40 "/MSI:Q", 0, "MSI must be H, L, N or S, or X (not defined)"},
    {"CVSS:3.1/AV/AC:L", 0, "AV must be followed by a colon and a value"},
    {"CVSS:3.1/AV", 0, "AV must be followed by a colon and a value"},
    {"CVSS:3.1", 0, "the text ends too early"},
    {"CVSS:3.1:AV:N", 0, PAIRS},
    {"CVSS:3.1//AV:N", 0, PAIRS},
    {V31 " ", 0, PAIRS},
    {V31 "/AV:N", 0, "AV is given a second time"},
    {"CVSS:4.0/AC:L/AV:N", 0,
     "AV is out of order: CVSS v4.0 requires the standard's order"},
    {"AC:L/AV:N", 0,
     "AV is out of order: CVSS v2.0 requires the standard's order"},
    {"CVSS:3.1/AV:N", 0, "AC is missing; it must be L or H"},
    {BASE2 "/E:H", 0,
     "RL is missing; it must be U, W, TF or OF, or ND (not defined)"},
};

static void sentences(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const struct row *r = &rows[i];
    char buf[SECRISK_EXPLAIN_SIZE];
    secrisk_cvss v;
    secrisk_diag d;
    secrisk_cvss_parse(r->text, strlen(r->text), r->flags, &v, &d);
    T_EQ(r->text, secrisk_cvss_explain(&d, buf, sizeof buf), strlen(r->want));
    T_STR(r->text, buf, r->want);
    T_TRUE(r->text, text_out(write, &d, r->want));
  }
}

static void of_other_calls(T_ARGS) {
  T_BEGIN;
  static const char long_text[SECRISK_TEXT_MAX + 1] = "CVSS:3.1/";
  char buf[SECRISK_EXPLAIN_SIZE];
  secrisk_cvss v = {SECRISK_CVSS31, {0}};
  secrisk_diag d;
  secrisk_cvss_check(&v, &d);
  secrisk_cvss_explain(&d, buf, sizeof buf);
  T_STR("check", buf, "AV is missing; it must be N, A, L or P");
  v.value[0] = 9;
  secrisk_cvss_check(&v, &d);
  secrisk_cvss_explain(&d, buf, sizeof buf);
  T_STR("check", buf, "AV must be N, A, L or P");
  v.value[0] = 1;
  v.value[30] = 9;
  secrisk_cvss_check(&v, &d);
  secrisk_cvss_explain(&d, buf, sizeof buf);
  T_STR("check", buf, "a value is out of range");
  secrisk_cvss_parse(long_text, sizeof long_text, 0, &v, &d);
  secrisk_cvss_explain(&d, buf, sizeof buf);
  T_STR("too long", buf, "longer than any vector can be");
}

/* What is not about CVSS gets no sentence of CVSS, whatever its numbers. */
static void of_other_grammars(T_ARGS) {
  T_BEGIN;
  char buf[SECRISK_EXPLAIN_SIZE];
  secrisk_dread dread;
  secrisk_diag d;
  secrisk_dread_parse("DRX", 3, &dread, &d);
  secrisk_cvss_explain(&d, buf, sizeof buf);
  T_STR("DREAD", buf, secrisk_status_text(d.status));
  for (uint8_t about = 0; about < 8; about++) {
    for (uint32_t status = 0; status < 256; status++) {
      d.status = (uint8_t)status;
      d.version = SECRISK_CVSS31;
      d.metric = SECRISK_V3_S;
      d.about = about;
      secrisk_cvss_explain(&d, buf, sizeof buf);
      if (about != SECRISK_ABOUT_CVSS) {
        T_STR("not of CVSS", buf, secrisk_status_text(d.status));
      }
      T_TRUE("a sentence", buf[0] != '\0');
      if (status > SECRISK_E_BANDS) { /* the highest there is */
        T_STR("no status", buf, secrisk_status_text(255));
      }
      secrisk_dread_explain(&d, buf, sizeof buf);
      T_TRUE("a sentence", buf[0] != '\0');
      if (status > SECRISK_E_BANDS) {
        T_STR("no status", buf, secrisk_status_text(255));
      }
      if (about != SECRISK_ABOUT_DREAD) {
        T_STR("not of DREAD", buf, secrisk_status_text(d.status));
      }
    }
  }
}

/* Every status, version and metric, even those that do not go together. */
static void any_diagnostic(T_ARGS) {
  T_BEGIN;
  char buf[SECRISK_EXPLAIN_SIZE];
  for (uint32_t i = 0; i < UINT32_C(16) * 256 * 40; i++) {
    secrisk_diag d = {i % 3,
                      i % 2,
                      0,
                      (uint8_t)(i % 16),
                      (uint8_t)(i / 16),
                      (uint8_t)(i / 16 / 256),
                      SECRISK_ABOUT_CVSS};
    d.metric = d.metric == 39 ? SECRISK_NO_METRIC : d.metric;
    size_t n = secrisk_cvss_explain(&d, buf, sizeof buf);
    T_TRUE("fits", n > 0 && n < sizeof buf);
    T_TRUE("begins with a word", buf[0] > ' ');
    T_TRUE("no full stop", buf[n - 1] != '.');
  }
}

#define CASES(X)                                                               \
  X(sentences)                                                                 \
  X(of_other_calls)                                                            \
  X(of_other_grammars)                                                         \
  X(any_diagnostic)
T_MAIN_IF("cvss_explain", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
