/* SPDX-License-Identifier: MIT */
/* What a vector says as a value: check, get and effective, each status, on any
 * bytes. */
#include "filled.h"
#include "t.h"

#define NONE SECRISK_NO_METRIC

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

struct check_row {
  const char *name;
  uint8_t version;
  uint8_t place; /* of the byte changed, in value[] */
  uint8_t byte;
  secrisk_status status;
  uint8_t offset, length, as, metric; /* of the diagnostic */
};

static const struct check_row checks[] = {
    {"v2.0", 20, 0, 1, SECRISK_OK, 0, 0, 20, NONE},
    {"v3.0", 30, 0, 4, SECRISK_OK, 0, 0, 30, NONE},
    {"v3.1", 31, 21, 0, SECRISK_OK, 0, 0, 31, NONE},
    {"v4.0", 40, 24, 4, SECRISK_OK, 0, 0, 40, NONE},
    {"no vector", 0, 0, 1, SECRISK_E_VERSION, 0, 1, 0, NONE},
    {"version 1.0", 10, 0, 1, SECRISK_E_VERSION, 0, 1, 0, NONE},
    {"version 3.2", 32, 0, 1, SECRISK_E_VERSION, 0, 1, 0, NONE},
    {"version 255", 255, 0, 1, SECRISK_E_VERSION, 0, 1, 0, NONE},
    {"AV missing", 20, 0, 0, SECRISK_E_MISSING, 1, 1, 20, 0},
    {"A missing", 31, 7, 0, SECRISK_E_MISSING, 8, 1, 31, 7},
    {"SA missing", 40, 10, 0, SECRISK_E_MISSING, 11, 1, 40, 10},
    {"AV:P in v2.0", 20, 0, 4, SECRISK_E_RANGE, 1, 1, 20, 0},
    {"AR of v2.0", 20, 13, 4, SECRISK_E_RANGE, 14, 1, 20, 13},
    {"first unused byte of v2.0", 20, 14, 1, SECRISK_E_RANGE, 15, 1, 20, NONE},
    {"S:3", 30, 4, 3, SECRISK_E_RANGE, 5, 1, 30, 4},
    {"MA:255", 31, 21, 255, SECRISK_E_RANGE, 22, 1, 31, 21},
    {"first unused byte of v3", 31, 22, 1, SECRISK_E_RANGE, 23, 1, 31, NONE},
    {"SI:S", 40, 9, 4, SECRISK_E_RANGE, 10, 1, 40, 9},
    {"MSC:S", 40, 23, 4, SECRISK_E_RANGE, 24, 1, 40, 23},
    {"U:5", 40, 31, 5, SECRISK_E_RANGE, 32, 1, 40, 31},
    {"first unused byte of v4.0", 40, 32, 1, SECRISK_E_RANGE, 33, 1, 40, NONE},
    {"last byte", 40, 38, 128, SECRISK_E_RANGE, 39, 1, 40, NONE},
};

static void check(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(checks); i++) {
    const struct check_row *r = &checks[i];
    secrisk_diag want = {r->offset, r->length,         0, r->status, r->as,
                         r->metric, SECRISK_ABOUT_CVSS};
    secrisk_diag d;
    secrisk_cvss v;
    fill(&v, r->version);
    v.value[r->place] = r->byte;
    memset(&d, 0xa5, sizeof d);
    T_EQ(r->name, secrisk_cvss_check(&v, &d), r->status);
    T_TRUE(r->name, memcmp(&d, &want, sizeof d) == 0);
    T_EQ(r->name, secrisk_cvss_check(&v, NULL), r->status);
  }
}

/* A byte that no vector has is worse than one that is not there yet. */
static void range_before_missing(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v = {SECRISK_CVSS31, {0}};
  secrisk_diag d;
  T_EQ("nothing set", secrisk_cvss_check(&v, &d), SECRISK_E_MISSING);
  T_EQ("nothing set", d.metric, SECRISK_V3_AV);
  v.value[38] = 1;
  T_EQ("last byte", secrisk_cvss_check(&v, &d), SECRISK_E_RANGE);
  T_EQ("last byte", d.offset, 39);
}

/* Every value of every byte: OK, or what the tables say is wrong with it. */
static void every_byte(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(versions) * 39 * 256; i++) {
    uint8_t version = versions[i / 256 / 39];
    uint8_t place = (uint8_t)(i / 256 % 39);
    uint8_t byte = (uint8_t)(i % 256);
    uint8_t count = secrisk_cvss_value_count(version, place);
    secrisk_status want = SECRISK_OK;
    secrisk_diag d;
    secrisk_cvss v;
    fill(&v, version);
    v.value[place] = byte;
    if (byte != 0 && byte >= count) {
      want = SECRISK_E_RANGE;
    } else if (byte == 0 && secrisk_cvss_mandatory(version, place)) {
      want = SECRISK_E_MISSING;
    }
    T_EQ("any byte", secrisk_cvss_check(&v, &d), want);
    T_EQ("any byte", d.offset, want != SECRISK_OK ? place + 1 : 0);
    T_EQ("get", secrisk_cvss_get(&v, place), count != 0 ? byte : 0);
  }
}

static void get(T_ARGS) {
  T_BEGIN;
  for (unsigned version = 0; version < 256; version++) {
    uint8_t count = secrisk_cvss_metric_count((uint8_t)version);
    secrisk_cvss v;
    memset(&v, 0xee, sizeof v);
    v.version = (uint8_t)version;
    for (unsigned m = 0; m < 256; m++) {
      T_EQ("any bytes", secrisk_cvss_get(&v, (uint8_t)m), m < count ? 0xee : 0);
    }
  }
}

struct effective_row {
  const char *text;
  const char *metric;
  const char *value; /* that it counts as; "" for Not Defined */
};

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define V31 "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define V40 "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"

static const struct effective_row effectives[] = {
    {BASE2, "AV", "N"},
    {BASE2, "E", "H"},
    {BASE2, "RL", "U"},
    {BASE2, "RC", "C"},
    {BASE2, "CDP", "N"},
    {BASE2, "TD", "H"},
    {BASE2, "CR", "M"},
    {BASE2, "IR", "M"},
    {BASE2, "AR", "M"},
    {BASE2 "/E:U/RL:ND/RC:UC", "E", "U"},
    {BASE2 "/E:U/RL:ND/RC:UC", "RL", "U"},
    {BASE2 "/CDP:ND/TD:N/CR:L/IR:ND/AR:H", "TD", "N"},
    {V31, "AV", "N"},
    {V31, "MAV", "N"},
    {V31 "/MAV:X", "AV", "N"},
    {V31 "/MAV:P", "AV", "P"},
    {V31 "/MAV:P", "MAV", "P"},
    {V31 "/MA:N", "A", "N"},
    {V31 "/MS:C", "S", "C"},
    {V31 "/MS:C", "MC", "H"},
    {V31, "E", "H"},
    {V31, "RL", "U"},
    {V31, "RC", "C"},
    {V31, "CR", "M"},
    {V31 "/IR:L/E:P", "IR", "L"},
    {V31 "/IR:L/E:P", "E", "P"},
    {V40, "SI", "N"},
    {V40, "E", "A"},
    {V40, "CR", "H"},
    {V40, "AR", "H"},
    {V40 "/MSI:S", "SI", "S"},
    {V40 "/MSI:S", "MSI", "S"},
    {V40 "/MSI:S", "MSA", "N"},
    {V40 "/MSC:H", "SC", "H"},
    {V40 "/E:U/CR:L", "CR", "L"},
    {V40 "/E:U/CR:L", "E", "U"},
    {V40, "S", ""},
    {V40, "U", ""},
    {V40 "/S:P/U:Red", "S", "P"},
    {V40 "/S:P/U:Red", "U", "Red"},
};

/* The abbreviation of an ordinal.  MSI and MSA have one more value than SI and
 * SA, which these may count as; so the Modified metric is asked where there is
 * one. */
static const char *abbr(uint8_t version, const char *metric, uint8_t value) {
  char name[8];
  size_t len = (size_t)snprintf(name, sizeof name, "M%s", metric);
  uint8_t m = secrisk_cvss_metric_find(version, name, len);
  if (m == NONE) {
    m = secrisk_cvss_metric_find(version, name + 1, len - 1);
  }
  return value != 0 ? secrisk_cvss_value_abbr(version, m, value) : "";
}

static void effective(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(effectives); i++) {
    const struct effective_row *r = &effectives[i];
    secrisk_cvss v;
    T_EQ(r->text, secrisk_cvss_parse(r->text, strlen(r->text), 0, &v, NULL),
         SECRISK_OK);
    uint8_t m =
        secrisk_cvss_metric_find(v.version, r->metric, strlen(r->metric));
    T_STR(r->text, abbr(v.version, r->metric, secrisk_cvss_effective(&v, m)),
          r->value);
  }
}

/* v2.0 has no Modified metrics: the bytes where others have them do not count,
 * not even when check refuses them. */
static void effective_of_unused(T_ARGS) {
  T_BEGIN;
  secrisk_cvss v;
  fill(&v, SECRISK_CVSS20);
  memset(v.value + 14, 3, sizeof v.value - 14);
  for (uint8_t m = 0; m < 14; m++) {
    T_EQ("own", secrisk_cvss_effective(&v, m), 1);
  }
}

/* Any byte that is not 0 is a Modified value, also one that check refuses; 0
 * leaves the Base metric. */
static void effective_of_any_byte(T_ARGS) {
  T_BEGIN;
  for (size_t i = 1; i < T_COUNT(versions); i++) {
    secrisk_cvss v;
    fill(&v, versions[i]);
    for (uint8_t m = 0; secrisk_cvss_mandatory(v.version, m); m++) {
      uint8_t modified = secrisk_cvss_modified(v.version, m);
      uint8_t base = v.value[m], was = v.value[modified];
      for (unsigned byte = 0; byte < 256; byte++) {
        v.value[modified] = (uint8_t)byte;
        T_EQ("Modified", secrisk_cvss_effective(&v, modified),
             byte != 0 ? byte : base);
        T_EQ("Base", secrisk_cvss_effective(&v, m), byte != 0 ? byte : base);
      }
      v.value[modified] = 0;
      for (unsigned byte = 0; byte < 256; byte++) {
        v.value[m] = (uint8_t)byte;
        T_EQ("Base alone", secrisk_cvss_effective(&v, m), byte);
      }
      v.value[m] = base;
      v.value[modified] = was;
    }
  }
}

static void effective_of_nothing(T_ARGS) {
  T_BEGIN;
  for (unsigned version = 0; version < 256; version++) {
    uint8_t count = secrisk_cvss_metric_count((uint8_t)version);
    secrisk_cvss v;
    memset(&v, 1, sizeof v);
    v.version = (uint8_t)version;
    for (unsigned m = 0; m < 256; m++) {
      T_EQ("any version", secrisk_cvss_effective(&v, (uint8_t)m), m < count);
    }
  }
}

#define CASES(X)                                                               \
  X(check)                                                                     \
  X(range_before_missing)                                                      \
  X(every_byte)                                                                \
  X(get)                                                                       \
  X(effective)                                                                 \
  X(effective_of_unused) X(effective_of_any_byte) X(effective_of_nothing)
T_MAIN_IF("cvss_vector", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
