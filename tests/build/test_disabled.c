/* SPDX-License-Identifier: MIT */
/* A version left out of the build says so; one that is in does not. */
#include "t.h"

static const struct row {
  uint8_t version;
  uint32_t feature;
  const char *text;
} rows[] = {
    {SECRISK_CVSS20, SECRISK_FEATURE_CVSS2, "AV:N/AC:L/Au:N/C:P/I:P/A:P"},
    {SECRISK_CVSS30, SECRISK_FEATURE_CVSS3,
     "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
    {SECRISK_CVSS31, SECRISK_FEATURE_CVSS3,
     "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
    {SECRISK_CVSS40, SECRISK_FEATURE_CVSS4,
     "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"},
};

static void a_version_left_out_says_so(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const struct row *r = &rows[i];
    bool in = (secrisk_features() & r->feature) != 0;
    secrisk_status want = in ? SECRISK_OK : SECRISK_E_DISABLED;
    secrisk_cvss v;
    secrisk_diag d;
    T_EQ(r->text, secrisk_cvss_parse(r->text, strlen(r->text), 0, &v, &d),
         want);
    T_EQ(r->text, d.status, want);
    T_EQ(r->text, v.version, in ? r->version : 0);
    T_EQ(r->text, d.offset + d.length, 0);
    T_EQ(r->text, d.version, r->version);
    memset(&v, 0, sizeof v);
    v.version = r->version;
    T_EQ(r->text, secrisk_cvss_set(&v, 0, 1), want);
    T_EQ(r->text, secrisk_cvss_get(&v, 0), in ? 1 : 0);
    T_EQ(r->text, secrisk_cvss_check(&v, &d),
         in ? SECRISK_E_MISSING : SECRISK_E_DISABLED);
    T_EQ(r->text, d.version, r->version);
    T_EQ(r->text, secrisk_cvss_set_text(&v, "AV", 2, "N", 1, &d), want);
    T_EQ(r->text, d.version, r->version);
    secrisk_limit limit = {r->version, 99, 1};
    T_TRUE(r->text, secrisk_cvss_limit(&v, &limit, 1, &v, &d) != SECRISK_OK);
    char line[SECRISK_EXPLAIN_SIZE];
    d.about = SECRISK_ABOUT_CVSS;
    d.status = SECRISK_E_METRIC;
    d.version = r->version;
    d.offset = 1;
    secrisk_cvss_explain(&d, line, sizeof line);
    T_TRUE(r->text, strstr(line, "has no metric of that name") != NULL);
  }
}

static void a_version_that_there_is_not(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v;
  memset(&v, 0, sizeof v);
  for (unsigned version = 0; version < 256; version++) {
    if (version == 20 || version == 30 || version == 31 || version == 40) {
      continue;
    }
    v.version = (uint8_t)version;
    T_EQ("count", secrisk_cvss_metric_count((uint8_t)version), 0);
    T_EQ("set", secrisk_cvss_set(&v, 0, 1), SECRISK_E_VERSION);
    secrisk_diag d;
    T_EQ("check", secrisk_cvss_check(&v, &d), SECRISK_E_VERSION);
    T_EQ("check", d.version, 0);
    T_EQ("set_text", secrisk_cvss_set_text(&v, "AV", 2, "N", 1, &d),
         SECRISK_E_VERSION);
    T_EQ("set_text", d.version, 0);
    char line[SECRISK_EXPLAIN_SIZE];
    d.about = SECRISK_ABOUT_CVSS;
    d.status = SECRISK_E_METRIC;
    d.version = (uint8_t)version;
    secrisk_cvss_explain(&d, line, sizeof line);
    T_STR("explain", line, secrisk_status_text(SECRISK_E_METRIC));
  }
}

/* A build without leniency refuses every flag that it knows, and knows which
 * are none. */
static void flags_left_out(T_ARGS) {
  T_BEGIN;
  static const char text[] = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  bool lenient = T_HAS(SECRISK_FEATURE_LENIENT);
  bool in = lenient && T_HAS(SECRISK_FEATURE_CVSS3);
  for (uint32_t bit = 1; bit != 0; bit <<= 1) {
    secrisk_status want = SECRISK_E_ARG;
    secrisk_cvss v, none;
    secrisk_diag d;
    size_t start = 3, length = 9;
    memset(&v, 0xa5, sizeof v);
    memset(&d, 0xa5, sizeof d);
    memset(&none, 0, sizeof none);
    if (bit <= SECRISK_ALLOW_BARE_40) {
      want = in ? SECRISK_OK : SECRISK_E_DISABLED;
    }
    T_EQ("parse", secrisk_cvss_parse(text, sizeof text - 1, bit, &v, &d), want);
    T_EQ("parse", d.status, want);
    T_EQ("parse", d.offset + d.length + d.lenient, 0);
    T_EQ("parse", memcmp(&v, &none, sizeof v) == 0, want != SECRISK_OK);
    if (bit > SECRISK_ALLOW_BARE_40 ? bit != SECRISK_FIND_NEAR : !lenient) {
      memset(&v, 0xa5, sizeof v);
      T_EQ("find",
           secrisk_cvss_find(text, sizeof text - 1, bit, &start, &length, &v,
                             &d),
           want);
      T_EQ("find: start is left alone", start, 3);
      T_EQ("find", length + d.offset, 0);
      T_EQ("find", memcmp(&v, &none, sizeof v), 0);
    }
  }
}

/* In every build, whatever find meets and is asked: a loop that ends on "not OK
 * and length 0" ends. */
static void loops_end(T_ARGS) {
  T_BEGIN;
  static const char text[] =
      "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H AV:N/AC:L/Au:N/C:P/I:P/A:P "
      "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N,"
      "CVSS:3.1/AV:N xCVSS:3.1/AV:N CVSS:3.1/ AV:N/AC:L//Au:N";
  for (uint32_t i = 0; i < 28; i++) {
    uint32_t flags =
        i < 14 ? 1u << i >> 1 : (1u << (i - 14)) | SECRISK_FIND_NEAR;
    size_t start = 0;
    size_t length = 1;
    int rounds = 0;
    while (rounds++ < 50 && length > 0) {
      secrisk_cvss v;
      secrisk_diag d;
      secrisk_status status = secrisk_cvss_find(text, sizeof text - 1, flags,
                                                &start, &length, &v, &d);
      T_TRUE("OK has a length", status != SECRISK_OK || length > 0);
      T_EQ("status", d.status, status);
      T_TRUE("DISABLED is no vector", status == SECRISK_OK || v.version == 0);
      start += length;
    }
    T_TRUE("it ends", rounds < 50);
  }
}

#define CASES(X)                                                               \
  X(a_version_left_out_says_so)                                                \
  X(a_version_that_there_is_not) X(flags_left_out) X(loops_end)
T_MAIN("disabled", CASES)
