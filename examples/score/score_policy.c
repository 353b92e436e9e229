/* SPDX-License-Identifier: MIT */
/* score: the level under a policy, and what the policy demands. */
#include <string.h>

#include "../common/common.h"
#include "score.h"

const char program[] = "score";

/* A page of register says of which file it was made; here none does. */
void hash_file(struct file *f) {
  f->sha256[0] = '\0';
}

static struct policy policy;

/* A shipped policy, or a file that register --policy reads, too. */
void policy_choose(const char *name) {
  if (name == NULL || name[0] == '\0') {
    usage("--policy must be followed by default, strict or a file", "");
  }
  opt.policy = true;
  policy_shipped(&policy, name);
  if (policy.name == NULL) {
    FILE *f = fopen(name, "rb");
    if (f != NULL) {
      (void)fclose(f);
      policy_read(&policy, name);
    } else {
      usage("--policy is default, strict or a file, and there is no file ",
            name);
    }
  }
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

/* No level: why. */
static void put_reason(secrisk_status status, const secrisk_risk *risk,
                       char *buf, size_t size) {
  bool dread = risk->system > SECRISK_DREAD_D;
  if (status == SECRISK_E_BANDS) {
    snprintf(buf, size, "no level: the policy has no bands for %s%s%s",
             system_name(risk->system), dread ? " " : "",
             dread ? secrisk_dread_scheme_name(risk->system) : "");
  } else {
    snprintf(buf, size, "no level: %s", secrisk_status_text(status));
  }
}

/* Names of levels come from a file: a tab would end a cell. */
static void make_plain(char *text) {
  for (; *text != '\0'; text++) {
    *text = (unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text;
  }
}

/* "High: reduce the risk to ...; ..." */
void policy_text(const struct item *it, char *buf, size_t size) {
  static const secrisk_rule flags[] = {
      SECRISK_RULE_RATIONALE, SECRISK_RULE_BENEFIT, SECRISK_RULE_REDUCED};
  secrisk_risk risk;
  secrisk_level level = SECRISK_NO_LEVEL;
  secrisk_status status = rate(it, &risk);
  if (status == SECRISK_OK) {
    status = secrisk_policy_level(&policy.rules, &risk, &level);
  }
  if (status != SECRISK_OK) {
    put_reason(status, &risk, buf, size);
    return;
  }
  secrisk_rule rule = policy.rules.rule[level];
  int n = snprintf(buf, size, "%s: %s", policy.level_names[level],
                   secrisk_rule_text(rule & 3));
  for (size_t i = 0; i < sizeof flags && n > 0 && (size_t)n < size; i++) {
    if ((rule & flags[i]) != 0) {
      n += snprintf(buf + n, size - (size_t)n, "; %s",
                    secrisk_rule_text(flags[i]));
    }
  }
  make_plain(buf);
}
