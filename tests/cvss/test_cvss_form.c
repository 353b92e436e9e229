/* SPDX-License-Identifier: MIT */
/* Names of groups, sections and kinds of scores, and Modified metrics: each of
 * every version, and nothing for any other byte. */
#include "t.h"

static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                   SECRISK_CVSS31, SECRISK_CVSS40};

/* Is the version in this build? */
static bool built(uint8_t version) {
  return secrisk_cvss_metric_count(version) != 0;
}

#define NAMES 11
static const struct {
  const char *groups[5];
  const char *kinds[NAMES];
} names[] = {
    {{"", "Base", "Temporal", "Environmental", ""},
     {"Overall Score", "Base Score", "", "Temporal Score", "",
      "Environmental Score", "", "Environmental Score", "Impact Sub-score",
      "Exploitability Sub-score", "Adjusted Impact Sub-score"}},
    {{"", "Base", "Temporal", "Environmental", ""},
     {"Overall Score", "Base Score", "", "Temporal Score", "",
      "Environmental Score", "", "Environmental Score", "Impact Sub-score",
      "Exploitability Sub-score", "Modified Impact Sub-score"}},
    {{"", "Base", "Temporal", "Environmental", ""},
     {"Overall Score", "Base Score", "", "Temporal Score", "",
      "Environmental Score", "", "Environmental Score", "Impact Sub-score",
      "Exploitability Sub-score", "Modified Impact Sub-score"}},
    {{"", "Base", "Threat", "Environmental", "Supplemental"},
     {"Overall Score", "CVSS-B", "", "CVSS-BT", "", "CVSS-BE", "", "CVSS-BTE",
      "", "", ""}},
};

static void groups_and_kinds(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    for (unsigned n = 0; n < 256; n++) {
      bool in = built(versions[i]);
      T_STR("group", secrisk_cvss_group_name(versions[i], (uint8_t)n),
            in && n < 5 ? names[i].groups[n] : "");
      T_STR("kind", secrisk_cvss_kind_name(versions[i], (uint8_t)n),
            in && n < NAMES ? names[i].kinds[n] : "");
    }
  }
}

/* A kind has a name where it has a score; v4.0's is its nomenclature. */
static void kinds_have_scores(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    secrisk_cvss v = {versions[i], {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
    if (versions[i] != SECRISK_CVSS40) {
      memset(v.value + (versions[i] == SECRISK_CVSS20 ? 6 : 8), 0, 5);
    }
    for (unsigned n = 0; n < 256 && built(versions[i]); n++) {
      T_EQ("kind", secrisk_cvss_kind_name(versions[i], (uint8_t)n)[0] != '\0',
           secrisk_cvss_score(&v, (uint8_t)n) != SECRISK_NO_SCORE);
    }
    if (versions[i] == SECRISK_CVSS40 && built(SECRISK_CVSS40)) {
      v.value[SECRISK_V40_E] = SECRISK_V40_E_A;
      T_STR("nomenclature", secrisk_cvss_kind_name(40, SECRISK_SCORE_BT),
            secrisk_cvss_nomenclature(&v));
    }
  }
}

/* Where each section begins, by hand from the specifications' headings. */
static const struct {
  uint8_t version;
  const char *first;
  secrisk_section section;
  const char *name;
} sections[] = {
    {20, "AV", SECRISK_SECTION_EXPLOITABILITY, "Exploitability Metrics"},
    {20, "C", SECRISK_SECTION_IMPACT, "Impact Metrics"},
    {20, "E", SECRISK_SECTION_THREAT, "Temporal Metrics"},
    {20, "CDP", SECRISK_SECTION_GENERAL, "General Modifiers"},
    {20, "CR", SECRISK_SECTION_REQUIREMENTS, "Security Requirements"},
    {31, "AV", SECRISK_SECTION_EXPLOITABILITY, "Exploitability Metrics"},
    {31, "S", SECRISK_SECTION_SCOPE, "Scope"},
    {31, "C", SECRISK_SECTION_IMPACT, "Impact Metrics"},
    {31, "E", SECRISK_SECTION_THREAT, "Temporal Metrics"},
    {31, "CR", SECRISK_SECTION_REQUIREMENTS, "Security Requirements"},
    {31, "MAV", SECRISK_SECTION_MODIFIED_EXPLOITABILITY,
     "Modified Base Metrics: Exploitability"},
    {31, "MS", SECRISK_SECTION_MODIFIED_SCOPE, "Modified Base Metrics: Scope"},
    {31, "MC", SECRISK_SECTION_MODIFIED_IMPACT,
     "Modified Base Metrics: Impact"},
    {40, "AV", SECRISK_SECTION_EXPLOITABILITY, "Exploitability Metrics"},
    {40, "VC", SECRISK_SECTION_VULNERABLE_IMPACT,
     "Vulnerable System Impact Metrics"},
    {40, "SC", SECRISK_SECTION_SUBSEQUENT_IMPACT,
     "Subsequent System Impact Metrics"},
    {40, "E", SECRISK_SECTION_THREAT, "Threat Metrics"},
    {40, "CR", SECRISK_SECTION_REQUIREMENTS, "Security Requirements"},
    {40, "MAV", SECRISK_SECTION_MODIFIED_EXPLOITABILITY,
     "Modified Base Metrics: Exploitability"},
    {40, "MVC", SECRISK_SECTION_MODIFIED_VULNERABLE_IMPACT,
     "Modified Base Metrics: Vulnerable System Impact"},
    {40, "MSC", SECRISK_SECTION_MODIFIED_SUBSEQUENT_IMPACT,
     "Modified Base Metrics: Subsequent System Impact"},
    {40, "S", SECRISK_SECTION_SUPPLEMENTAL, "Supplemental Metrics"},
};

/* The row of sections that begins at that metric, or `row` if none does. */
static size_t row_at(uint8_t version, uint8_t metric, size_t row) {
  const char *abbr = secrisk_cvss_metric_abbr(version, metric);
  for (size_t i = 0; i < T_COUNT(sections); i++) {
    if (sections[i].version == version && !strcmp(sections[i].first, abbr)) {
      return i;
    }
  }
  return row;
}

static void sections_of_metrics(T_ARGS) {
  T_BEGIN;
  static const uint8_t told[] = {20, 31, 40};
  for (size_t i = 0; i < T_COUNT(told); i++) {
    size_t row = T_COUNT(sections), begun = 0;
    for (uint8_t m = 0; m < secrisk_cvss_metric_count(told[i]); m++) {
      size_t now = row_at(told[i], m, row);
      begun += now != row;
      row = now;
      T_EQ("section", secrisk_cvss_section(told[i], m), sections[row].section);
      T_STR("name", secrisk_cvss_section_name(told[i], sections[row].section),
            sections[row].name);
    }
    T_EQ("sections of 2.0, 3.1, 4.0", begun,
         !built(told[i]) ? 0
         : i == 0        ? 5
         : i == 1        ? 8
                         : 9);
  }
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(SECRISK_CVSS30); m++) {
    T_EQ("3.0 is 3.1", secrisk_cvss_section(SECRISK_CVSS30, m),
         secrisk_cvss_section(SECRISK_CVSS31, m));
  }
}

/* What the header says of the numbers. */
static void sections_ascend_in_their_group(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    secrisk_section last = 0;
    for (uint8_t m = 0; m < secrisk_cvss_metric_count(versions[i]); m++) {
      secrisk_section section = secrisk_cvss_section(versions[i], m);
      T_EQ("tens", section / 10, secrisk_cvss_group(versions[i], m));
      T_TRUE("order", section >= last);
      last = section;
    }
  }
}

/* Has a metric of the version that section? */
static bool has_section(uint8_t version, secrisk_section section) {
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(version); m++) {
    if (secrisk_cvss_section(version, m) == section) {
      return true;
    }
  }
  return false;
}

static void only_sections_have_names(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    for (unsigned n = 0; n < 256; n++) {
      T_EQ("name",
           secrisk_cvss_section_name(versions[i], (uint8_t)n)[0] != '\0',
           has_section(versions[i], (uint8_t)n));
    }
  }
}

/* The Modified metric's abbreviation is M and the Base metric's. */
static void check_modified(uint8_t version, uint8_t metric) {
  const char *abbr = secrisk_cvss_metric_abbr(version, metric);
  uint8_t modified = secrisk_cvss_modified(version, metric);
  char want[5] = "M";
  strcat(want, abbr);
  if (secrisk_cvss_mandatory(version, metric) && version != SECRISK_CVSS20) {
    T_STR(abbr, secrisk_cvss_metric_abbr(version, modified), want);
    T_EQ(abbr, secrisk_cvss_modifies(version, modified), metric);
  } else {
    T_EQ(abbr, modified, SECRISK_NO_METRIC);
  }
  uint8_t base = secrisk_cvss_modifies(version, metric);
  T_EQ(abbr, base != SECRISK_NO_METRIC, abbr[0] == 'M');
  T_TRUE(abbr, base == SECRISK_NO_METRIC ||
                   !strcmp(secrisk_cvss_metric_abbr(version, base), abbr + 1));
}

static void modified_and_back(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    for (uint8_t m = 0; m < secrisk_cvss_metric_count(versions[i]); m++) {
      check_modified(versions[i], m);
    }
  }
}

/* Whatever the bytes: text that ends, and nothing where nothing is. */
static void check_nothing(uint8_t version, uint8_t n) {
  if (n < secrisk_cvss_metric_count(version)) {
    return;
  }
  T_EQ("section", secrisk_cvss_section(version, n), 0);
  T_EQ("modified", secrisk_cvss_modified(version, n), SECRISK_NO_METRIC);
  T_EQ("modifies", secrisk_cvss_modifies(version, n), SECRISK_NO_METRIC);
  T_STR("help", secrisk_cvss_metric_help(version, n), "");
  if (!built(version)) {
    T_STR("group", secrisk_cvss_group_name(version, n), "");
    T_STR("section", secrisk_cvss_section_name(version, n), "");
    T_STR("kind", secrisk_cvss_kind_name(version, n), "");
  }
}

static void check_value(uint8_t version, uint8_t metric, uint8_t value) {
  size_t len = strlen(secrisk_cvss_value_help(version, metric, value));
  T_TRUE("help", len == 0 || value < secrisk_cvss_value_count(version, metric));
}

/* The byte after n: of all, or of those below 45 and every 35th from there. */
static unsigned next(unsigned n) {
#ifdef T_REDUCED
  return n < 45 ? n + 1 : n + 35;
#else
  return n + 1;
#endif
}

static void nothing_beyond(T_ARGS) {
  T_BEGIN;
  for (unsigned v = 0; v < 256; v = next(v)) {
    for (unsigned n = 0; n < 256; n = next(n)) {
      check_nothing((uint8_t)v, (uint8_t)n);
      for (unsigned i = 0; i < 256; i = next(i)) {
        check_value((uint8_t)v, (uint8_t)n, (uint8_t)i);
      }
    }
  }
}

#define CASES(X)                                                               \
  X(groups_and_kinds)                                                          \
  X(kinds_have_scores)                                                         \
  X(sections_of_metrics)                                                       \
  X(sections_ascend_in_their_group)                                            \
  X(only_sections_have_names) X(modified_and_back) X(nothing_beyond)
T_MAIN("cvss_form", CASES)
