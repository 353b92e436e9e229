/* SPDX-License-Identifier: MIT */
/* score: the level under a policy, and what the policy demands. */
#include <string.h>

#include "score.h"

static secrisk_policy policy;

void policy_choose(const char *name) {
  for (secrisk_policy_id id = 1; secrisk_policy_name(id)[0] != '\0'; id++) {
    if (name != NULL && strcmp(name, secrisk_policy_name(id)) == 0 &&
        secrisk_policy_shipped(id, &policy) == SECRISK_OK) {
      opt.policy = true;
      return;
    }
  }
  usage("--policy must be followed by default or strict", "");
}

static secrisk_status rate(const struct item *it, secrisk_risk *risk) {
  memset(risk, 0, sizeof *risk);
  if (it->form == FORM_RANGE) {
    return SECRISK_E_MISSING;
  }
  if (it->form == FORM_DREAD) {
    risk->system = it->dread.scheme;
    risk->tenths = secrisk_dread_tenths(&it->dread);
    return SECRISK_OK;
  }
  secrisk_cvss device;
  (void)profile_lay(&it->v, &device);
  return secrisk_risk_of(&device, SECRISK_SCORE_OVERALL, risk);
}

/* "High: reduce the risk to ...; ..." */
void policy_text(const struct item *it, char *buf, size_t size) {
  static const secrisk_rule flags[] = {
      SECRISK_RULE_RATIONALE, SECRISK_RULE_BENEFIT, SECRISK_RULE_REDUCED};
  secrisk_risk risk;
  secrisk_level level = SECRISK_NO_LEVEL;
  secrisk_status status = rate(it, &risk);
  if (status == SECRISK_OK) {
    status = secrisk_policy_level(&policy, &risk, &level);
  }
  if (status != SECRISK_OK) {
    snprintf(buf, size, "%s", secrisk_status_text(status));
    return;
  }
  secrisk_rule rule = policy.rule[level];
  int n = snprintf(buf, size, "%s: %s", secrisk_level_text(level),
                   secrisk_rule_text(rule & 3));
  for (size_t i = 0; i < sizeof flags && n > 0 && (size_t)n < size; i++) {
    if ((rule & flags[i]) != 0) {
      n += snprintf(buf + n, size - (size_t)n, "; %s",
                    secrisk_rule_text(flags[i]));
    }
  }
}
