/* SPDX-License-Identifier: MIT */
/* Reflection: metrics, values and names of every version, against a list
 * copied by hand from the standards and FIRST's JSON schemas. */
#include "t.h"

#define B SECRISK_GROUP_BASE
#define T SECRISK_GROUP_THREAT
#define E SECRISK_GROUP_ENVIRONMENTAL
#define S SECRISK_GROUP_SUPPLEMENTAL

struct metric {
  const char *abbr, *name, *json;
  secrisk_group group;
  const char *values; /* abbreviations from ordinal 1 on */
};

static const struct metric v20[] = {
    {"AV", "Access Vector", "accessVector", B, "N A L"},
    {"AC", "Access Complexity", "accessComplexity", B, "L M H"},
    {"Au", "Authentication", "authentication", B, "N S M"},
    {"C", "Confidentiality Impact", "confidentialityImpact", B, "C P N"},
    {"I", "Integrity Impact", "integrityImpact", B, "C P N"},
    {"A", "Availability Impact", "availabilityImpact", B, "C P N"},
    {"E", "Exploitability", "exploitability", T, "H F POC U"},
    {"RL", "Remediation Level", "remediationLevel", T, "U W TF OF"},
    {"RC", "Report Confidence", "reportConfidence", T, "C UR UC"},
    {"CDP", "Collateral Damage Potential", "collateralDamagePotential", E,
     "H MH LM L N"},
    {"TD", "Target Distribution", "targetDistribution", E, "H M L N"},
    {"CR", "Confidentiality Requirement", "confidentialityRequirement", E,
     "H M L"},
    {"IR", "Integrity Requirement", "integrityRequirement", E, "H M L"},
    {"AR", "Availability Requirement", "availabilityRequirement", E, "H M L"},
};

static const struct metric v3[] = {
    {"AV", "Attack Vector", "attackVector", B, "N A L P"},
    {"AC", "Attack Complexity", "attackComplexity", B, "L H"},
    {"PR", "Privileges Required", "privilegesRequired", B, "N L H"},
    {"UI", "User Interaction", "userInteraction", B, "N R"},
    {"S", "Scope", "scope", B, "U C"},
    {"C", "Confidentiality", "confidentialityImpact", B, "H L N"},
    {"I", "Integrity", "integrityImpact", B, "H L N"},
    {"A", "Availability", "availabilityImpact", B, "H L N"},
    {"E", "Exploit Code Maturity", "exploitCodeMaturity", T, "H F P U"},
    {"RL", "Remediation Level", "remediationLevel", T, "U W T O"},
    {"RC", "Report Confidence", "reportConfidence", T, "C R U"},
    {"CR", "Confidentiality Requirement", "confidentialityRequirement", E,
     "H M L"},
    {"IR", "Integrity Requirement", "integrityRequirement", E, "H M L"},
    {"AR", "Availability Requirement", "availabilityRequirement", E, "H M L"},
    {"MAV", "Modified Attack Vector", "modifiedAttackVector", E, "N A L P"},
    {"MAC", "Modified Attack Complexity", "modifiedAttackComplexity", E, "L H"},
    {"MPR", "Modified Privileges Required", "modifiedPrivilegesRequired", E,
     "N L H"},
    {"MUI", "Modified User Interaction", "modifiedUserInteraction", E, "N R"},
    {"MS", "Modified Scope", "modifiedScope", E, "U C"},
    {"MC", "Modified Confidentiality", "modifiedConfidentialityImpact", E,
     "H L N"},
    {"MI", "Modified Integrity", "modifiedIntegrityImpact", E, "H L N"},
    {"MA", "Modified Availability", "modifiedAvailabilityImpact", E, "H L N"},
};

static const struct metric v40[] = {
    {"AV", "Attack Vector", "attackVector", B, "N A L P"},
    {"AC", "Attack Complexity", "attackComplexity", B, "L H"},
    {"AT", "Attack Requirements", "attackRequirements", B, "N P"},
    {"PR", "Privileges Required", "privilegesRequired", B, "N L H"},
    {"UI", "User Interaction", "userInteraction", B, "N P A"},
    {"VC", "Vulnerable System Confidentiality Impact",
     "vulnConfidentialityImpact", B, "H L N"},
    {"VI", "Vulnerable System Integrity Impact", "vulnIntegrityImpact", B,
     "H L N"},
    {"VA", "Vulnerable System Availability Impact", "vulnAvailabilityImpact", B,
     "H L N"},
    {"SC", "Subsequent System Confidentiality Impact",
     "subConfidentialityImpact", B, "H L N"},
    {"SI", "Subsequent System Integrity Impact", "subIntegrityImpact", B,
     "H L N"},
    {"SA", "Subsequent System Availability Impact", "subAvailabilityImpact", B,
     "H L N"},
    {"E", "Exploit Maturity", "exploitMaturity", T, "A P U"},
    {"CR", "Confidentiality Requirement", "confidentialityRequirement", E,
     "H M L"},
    {"IR", "Integrity Requirement", "integrityRequirement", E, "H M L"},
    {"AR", "Availability Requirement", "availabilityRequirement", E, "H M L"},
    {"MAV", "Modified Attack Vector", "modifiedAttackVector", E, "N A L P"},
    {"MAC", "Modified Attack Complexity", "modifiedAttackComplexity", E, "L H"},
    {"MAT", "Modified Attack Requirements", "modifiedAttackRequirements", E,
     "N P"},
    {"MPR", "Modified Privileges Required", "modifiedPrivilegesRequired", E,
     "N L H"},
    {"MUI", "Modified User Interaction", "modifiedUserInteraction", E, "N P A"},
    {"MVC", "Modified Vulnerable System Confidentiality Impact",
     "modifiedVulnConfidentialityImpact", E, "H L N"},
    {"MVI", "Modified Vulnerable System Integrity Impact",
     "modifiedVulnIntegrityImpact", E, "H L N"},
    {"MVA", "Modified Vulnerable System Availability Impact",
     "modifiedVulnAvailabilityImpact", E, "H L N"},
    {"MSC", "Modified Subsequent System Confidentiality Impact",
     "modifiedSubConfidentialityImpact", E, "H L N"},
    {"MSI", "Modified Subsequent System Integrity Impact",
     "modifiedSubIntegrityImpact", E, "H L N S"},
    {"MSA", "Modified Subsequent System Availability Impact",
     "modifiedSubAvailabilityImpact", E, "H L N S"},
    {"S", "Safety", "Safety", S, "N P"},
    {"AU", "Automatable", "Automatable", S, "N Y"},
    {"R", "Recovery", "Recovery", S, "A U I"},
    {"V", "Value Density", "valueDensity", S, "D C"},
    {"RE", "Vulnerability Response Effort", "vulnerabilityResponseEffort", S,
     "L M H"},
    {"U", "Provider Urgency", "providerUrgency", S, "Clear Green Amber Red"},
};

static const struct version {
  uint8_t version;
  uint32_t feature;
  const struct metric *metrics;
  uint8_t count;
  const char *undefined;
} versions[] = {
    {SECRISK_CVSS20, SECRISK_FEATURE_CVSS2, v20, T_COUNT(v20), "ND"},
    {SECRISK_CVSS30, SECRISK_FEATURE_CVSS3, v3, T_COUNT(v3), "X"},
    {SECRISK_CVSS31, SECRISK_FEATURE_CVSS3, v3, T_COUNT(v3), "X"},
    {SECRISK_CVSS40, SECRISK_FEATURE_CVSS4, v40, T_COUNT(v40), "X"},
};

static bool has(uint32_t feature) {
  return (secrisk_features() & feature) != 0;
}

static void counts(T_ARGS) {
  T_BEGIN;
  for (unsigned v = 0; v < 256; v++) {
    unsigned want = 0;
    for (size_t i = 0; i < T_COUNT(versions); i++) {
      if (versions[i].version == v && has(versions[i].feature)) {
        want = versions[i].count;
      }
    }
    T_EQ("metrics of a version", secrisk_cvss_metric_count((uint8_t)v), want);
  }
}

/* Calls check for every metric of every version in the build. */
static void each(void (*check)(const struct version *at, uint8_t id)) {
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    for (uint8_t id = 0; id < versions[i].count; id++) {
      if (has(versions[i].feature)) {
        check(&versions[i], id);
      }
    }
  }
}

static void check_metric(const struct version *at, uint8_t id) {
  const struct metric *m = &at->metrics[id];
  uint8_t v = at->version;
  T_STR(m->abbr, secrisk_cvss_metric_abbr(v, id), m->abbr);
  T_STR(m->abbr, secrisk_cvss_metric_name(v, id),
        has(SECRISK_FEATURE_NAMES) ? m->name : "");
  T_STR(m->abbr, secrisk_cvss_metric_json(v, id),
        has(SECRISK_FEATURE_JSON) ? m->json : "");
  T_EQ(m->abbr, secrisk_cvss_group(v, id), m->group);
  T_EQ(m->abbr, secrisk_cvss_mandatory(v, id), m->group == B);
  T_EQ(m->abbr, secrisk_cvss_metric_find(v, m->abbr, strlen(m->abbr)), id);
}

static void metrics(T_ARGS) {
  T_BEGIN;
  each(check_metric);
}

static void check_values(const struct version *at, uint8_t id) {
  const struct metric *m = &at->metrics[id];
  uint8_t v = at->version;
  char joined[64] = "";
  uint8_t count = secrisk_cvss_value_count(v, id);
  for (uint8_t i = 1; i < count; i++) {
    const char *abbr = secrisk_cvss_value_abbr(v, id, i);
    secrisk_cvss vector = {v, {0}};
    strcat(joined, i > 1 ? " " : "");
    strcat(joined, abbr);
    T_EQ(m->abbr,
         secrisk_cvss_set_text(&vector, m->abbr, strlen(m->abbr), abbr,
                               strlen(abbr), NULL),
         SECRISK_OK);
    T_EQ(m->abbr, secrisk_cvss_get(&vector, id), i);
    T_EQ(m->abbr, secrisk_cvss_value_name(v, id, i)[0] != '\0',
         has(SECRISK_FEATURE_NAMES));
    T_EQ(m->abbr, secrisk_cvss_value_json(v, id, i)[0] != '\0',
         has(SECRISK_FEATURE_JSON));
  }
  T_STR(m->abbr, joined, m->values);
  T_STR(m->abbr, secrisk_cvss_value_abbr(v, id, 0),
        m->group == B ? "" : at->undefined);
}

static void values(T_ARGS) {
  T_BEGIN;
  each(check_values);
}

static const struct {
  uint8_t version, metric, value;
  const char *name, *json;
} value_rows[] = {
    {20, SECRISK_V20_AV, SECRISK_V20_AV_A, "Adjacent Network",
     "ADJACENT_NETWORK"},
    {20, SECRISK_V20_AU, SECRISK_V20_AU_M, "Multiple", "MULTIPLE"},
    {20, SECRISK_V20_E, SECRISK_V20_E_POC, "Proof-of-Concept",
     "PROOF_OF_CONCEPT"},
    {20, SECRISK_V20_RC, SECRISK_V20_RC_UR, "Uncorroborated", "UNCORROBORATED"},
    {20, SECRISK_V20_CDP, SECRISK_V20_CDP_LM, "Low-Medium", "LOW_MEDIUM"},
    {20, SECRISK_V20_CDP, 0, "Not Defined", "NOT_DEFINED"},
    {30, SECRISK_V3_AV, SECRISK_V3_AV_P, "Physical", "PHYSICAL"},
    {31, SECRISK_V3_AV, SECRISK_V3_AV_A, "Adjacent", "ADJACENT_NETWORK"},
    {31, SECRISK_V3_MS, SECRISK_V3_S_C, "Changed", "CHANGED"},
    {31, SECRISK_V3_RL, SECRISK_V3_RL_O, "Official Fix", "OFFICIAL_FIX"},
    {31, SECRISK_V3_E, 0, "Not Defined", "NOT_DEFINED"},
    {31, SECRISK_V3_AV, 0, "Not Defined", ""}, /* it is mandatory */
    {40, SECRISK_V40_AV, SECRISK_V40_AV_A, "Adjacent", "ADJACENT"},
    {40, SECRISK_V40_E, SECRISK_V40_E_U, "Unreported", "UNREPORTED"},
    {40, SECRISK_V40_SC, SECRISK_V40_SC_N, "None", "NONE"},
    {40, SECRISK_V40_MSC, SECRISK_V40_SC_N, "Negligible", "NEGLIGIBLE"},
    {40, SECRISK_V40_MSI, SECRISK_V40_MSI_S, "Safety", "SAFETY"},
    {40, SECRISK_V40_R, SECRISK_V40_R_I, "Irrecoverable", "IRRECOVERABLE"},
    {40, SECRISK_V40_U, SECRISK_V40_U_RED, "Red", "RED"},
};

static void value_names(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(value_rows); i++) {
    if (secrisk_cvss_metric_count(value_rows[i].version) == 0) {
      continue;
    }
    T_STR(value_rows[i].json,
          secrisk_cvss_value_name(value_rows[i].version, value_rows[i].metric,
                                  value_rows[i].value),
          has(SECRISK_FEATURE_NAMES) ? value_rows[i].name : "");
    T_STR(value_rows[i].json,
          secrisk_cvss_value_json(value_rows[i].version, value_rows[i].metric,
                                  value_rows[i].value),
          has(SECRISK_FEATURE_JSON) ? value_rows[i].json : "");
  }
}

static void nothing_at(uint8_t version, uint8_t metric, uint8_t value) {
  T_STR("value", secrisk_cvss_value_abbr(version, metric, value), "");
  T_STR("value", secrisk_cvss_value_name(version, metric, value), "");
  T_STR("value", secrisk_cvss_value_json(version, metric, value), "");
}

static void nothing_after(uint8_t version) {
  for (unsigned n = 0; n < 256; n++) {
    uint8_t id = (uint8_t)n;
    uint8_t count = secrisk_cvss_value_count(version, id);
    if (id >= secrisk_cvss_metric_count(version)) {
      T_EQ("values", count, 0);
      T_EQ("group", secrisk_cvss_group(version, id), 0);
      T_EQ("mandatory", secrisk_cvss_mandatory(version, id), false);
      T_STR("metric", secrisk_cvss_metric_abbr(version, id), "");
      T_STR("metric", secrisk_cvss_metric_name(version, id), "");
      T_STR("metric", secrisk_cvss_metric_json(version, id), "");
    }
    nothing_at(version, id, count);
    nothing_at(version, id, 255);
  }
}

static void nothing_beyond(T_ARGS) {
  T_BEGIN;
  for (unsigned v = 0; v < 256; v++) {
    nothing_after((uint8_t)v);
  }
}

static void finds_only_whole_names(T_ARGS) {
  T_BEGIN;
  static const char *const none[] = {"", "av", "AVX", "M", "AV:", "X"};
  for (size_t i = 0; i < T_COUNT(none); i++) {
    for (unsigned v = 0; v < 256; v++) {
      T_EQ(none[i],
           secrisk_cvss_metric_find((uint8_t)v, none[i], strlen(none[i])),
           SECRISK_NO_METRIC);
    }
  }
  T_EQ("length counts", secrisk_cvss_metric_find(40, "MAVx", 3),
       has(SECRISK_FEATURE_CVSS4) ? SECRISK_V40_MAV : SECRISK_NO_METRIC);
}

#define CASES(X)                                                               \
  X(counts)                                                                    \
  X(metrics)                                                                   \
  X(values) X(value_names) X(nothing_beyond) X(finds_only_whole_names)
T_MAIN("reflect", CASES)
