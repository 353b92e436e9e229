/* SPDX-License-Identifier: MIT */
/* Of the extensions for databases: what a text is to their functions. */
#include <stdio.h>
#include <string.h>

#include "common_sql.h"

bool sql_cvss(const char *text, size_t len, secrisk_cvss *out) {
  return secrisk_cvss_parse(text, len, SECRISK_STRICT, out, NULL) == SECRISK_OK;
}

bool sql_dread(const char *text, size_t len, secrisk_dread *out) {
  return secrisk_dread_parse(text, len, out, NULL) == SECRISK_OK;
}

/* ---- What is wrong ------------------------------------------------------- */

static void put_message(const secrisk_diag *diag, const char *sentence,
                        char *out) {
  snprintf(out, SQL_MESSAGE_SIZE, "byte %lu: %s",
           (unsigned long)diag->offset + 1, sentence);
}

static void put_cvss_message(const secrisk_diag *diag, char *out) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  secrisk_cvss_explain(diag, sentence, sizeof sentence);
  put_message(diag, sentence, out);
}

void sql_cvss_error(const char *text, size_t len, char *out) {
  secrisk_cvss v;
  secrisk_diag diag;
  out[0] = '\0';
  if (secrisk_cvss_parse(text, len, SECRISK_STRICT, &v, &diag) != SECRISK_OK) {
    put_cvss_message(&diag, out);
  }
}

void sql_dread_error(const char *text, size_t len, char *out) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  secrisk_dread d;
  secrisk_diag diag;
  out[0] = '\0';
  if (secrisk_dread_parse(text, len, &d, &diag) != SECRISK_OK) {
    secrisk_dread_explain(&diag, sentence, sizeof sentence);
    put_message(&diag, sentence, out);
  }
}

/* ---- Severities and levels ----------------------------------------------- */

const char *sql_severity(const secrisk_cvss *v) {
  secrisk_tenths score = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  return secrisk_level_text(secrisk_cvss_severity(v->version, score));
}

unsigned sql_dread_tenths(const secrisk_dread *d) {
  uint16_t top, bottom;
  if (secrisk_dread_score(d, &top, &bottom) != SECRISK_OK) {
    return 0;
  }
  return (top * 20u + bottom) / (bottom * 2u);
}

const char *sql_dread_level(const secrisk_dread *d) {
  secrisk_level level = SECRISK_NO_LEVEL;
  (void)secrisk_dread_level(d, &level);
  return secrisk_level_text(level);
}

/* ---- Vectors in other text ----------------------------------------------- */

bool sql_find(const char *text, size_t size, size_t *from, size_t *len,
              secrisk_cvss *out) {
  return secrisk_cvss_find(text, size, SECRISK_STRICT, from, len, out, NULL) ==
         SECRISK_OK;
}

/* ---- Profiles ------------------------------------------------------------ */

static const char *find_fault(const secrisk_cvss *profile) {
  bool given = false;
  for (uint8_t id = 0; id < secrisk_cvss_metric_count(profile->version); id++) {
    bool here = secrisk_cvss_get(profile, id) != 0;
    given = given || here;
    if (here && secrisk_cvss_mandatory(profile->version, id)) {
      return "a Base metric belongs to the weakness, not to the device";
    }
  }
  return given ? NULL : "it gives no metric";
}

bool sql_profile(const char *text, size_t len, secrisk_cvss *out, char *why) {
  secrisk_diag diag;
  if (secrisk_cvss_parse(text, len,
                         SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PREFIX |
                             SECRISK_ALLOW_PART_GROUP | SECRISK_ALLOW_ORDER,
                         out, &diag) != SECRISK_OK) {
    put_cvss_message(&diag, why);
    return false;
  }
  const char *fault = find_fault(out);
  snprintf(why, SQL_MESSAGE_SIZE, "%s", fault != NULL ? fault : "");
  return fault == NULL;
}

void sql_profile_lay(const secrisk_cvss *profile, secrisk_cvss *v) {
  if (profile->version / 10 != v->version / 10) {
    return;
  }
  for (uint8_t id = 0; id < secrisk_cvss_metric_count(v->version); id++) {
    uint8_t value = secrisk_cvss_get(profile, id);
    if (value != 0) {
      (void)secrisk_cvss_set(v, id, value);
    }
  }
}

/* ---- Policies ------------------------------------------------------------ */

bool sql_policy(const char *name, size_t len, secrisk_policy *out, char *why) {
  size_t end = 0;
  why[0] = '\0';
  for (secrisk_policy_id id = 1; *secrisk_policy_name(id) != '\0'; id++) {
    const char *is = secrisk_policy_name(id);
    if (len == strlen(is) && memcmp(name, is, len) == 0) {
      return secrisk_policy_shipped(id, out) == SECRISK_OK;
    }
    end += (size_t)snprintf(why + end, SQL_MESSAGE_SIZE - end, "%s%s",
                            end == 0 ? "it must be " : " or ", is);
  }
  return false;
}

/* The risk of a vector or of a rating. */
static bool rate(const char *text, size_t len, secrisk_risk *out) {
  secrisk_cvss v;
  secrisk_dread d;
  if (sql_cvss(text, len, &v)) {
    return secrisk_risk_of(&v, SECRISK_SCORE_OVERALL, out) == SECRISK_OK;
  }
  if (sql_dread(text, len, &d)) {
    *out = (secrisk_risk){d.scheme, 0, secrisk_dread_tenths(&d), 0};
    return true;
  }
  return false;
}

void sql_action(const char *text, size_t len, const secrisk_policy *policy,
                char *out) {
  static const secrisk_rule flags[] = {
      SECRISK_RULE_RATIONALE, SECRISK_RULE_BENEFIT, SECRISK_RULE_REDUCED};
  secrisk_risk risk;
  secrisk_level level;
  out[0] = '\0';
  if (!rate(text, len, &risk) ||
      secrisk_policy_level(policy, &risk, &level) != SECRISK_OK) {
    return;
  }
  secrisk_rule rule = policy->rule[level];
  size_t end =
      (size_t)snprintf(out, SQL_ACTION_SIZE, "%s: %s",
                       secrisk_level_text(level), secrisk_rule_text(rule & 3));
  for (size_t i = 0; i < sizeof flags && end < SQL_ACTION_SIZE; i++) {
    if ((rule & flags[i]) != 0) {
      end += (size_t)snprintf(out + end, SQL_ACTION_SIZE - end, "; %s",
                              secrisk_rule_text(flags[i]));
    }
  }
}
