/* SPDX-License-Identifier: MIT */
/* Of register and score: policies, the shipped ones and those of files. */
#include <stdlib.h>
#include <string.h>

#include "common.h"

static void name_levels(struct policy *p) {
  for (secrisk_level level = 0; level <= LEVELS; level++) {
    p->level_names[level] = secrisk_level_text(level);
  }
}

/* The default policy, or the shipped one of that name. */
void policy_shipped(struct policy *p, const char *name) {
  *p = (struct policy){.source = ""};
  name_levels(p);
  for (secrisk_policy_id id = 1; *secrisk_policy_name(id) != '\0'; id++) {
    p->name = secrisk_policy_name(id);
    if (strcmp(name, p->name) == 0) {
      p->needs_evidence = id == SECRISK_POLICY_STRICT;
      p->source = id == SECRISK_POLICY_DEFAULT
                      ? "inferred by secrisk from a medical-device maker's "
                        "public guidance, see docs/risk.md"
                      : "an example of going further, by secrisk";
      (void)secrisk_policy_shipped(id, &p->rules);
      return;
    }
  }
  p->name = NULL;
}

/* --- From a file -----------------------------------------------------------*/

static secrisk_level level_named(const struct settings *s,
                                 const struct setting *at, const char *text,
                                 unsigned long column) {
  secrisk_level level = LEVELS;
  while (level > 0 &&
         !same_word(text, strlen(text), secrisk_level_text(level))) {
    level--;
  }
  if (level == SECRISK_NO_LEVEL) {
    refuse_setting(s, at->line, column,
                   "expected None, Low, Medium, High or Critical, not %s",
                   text);
  }
  return level;
}

static void read_head(struct policy *p, const struct setting *at) {
  if (same_word(at->name, strlen(at->name), "name")) {
    p->name = at->value;
  } else if (same_word(at->name, strlen(at->name), "source")) {
    p->source = at->value;
  } else if (!same_word(at->name, strlen(at->name), "evidence")) {
    refuse_setting(&p->file, at->line, at->column,
                   "expected name, source or evidence, or a [section] first");
  } else if (same_word(at->value, strlen(at->value), "required")) {
    p->needs_evidence = true;
  } else if (!same_word(at->value, strlen(at->value), "remark")) {
    refuse_setting(&p->file, at->line, at->value_column,
                   "evidence is \"remark\" (a placeholder gets a remark) or "
                   "\"required\" (it counts as missing)");
  }
}

const char *const flag_names[6] = {"record",  "practicable", "mandatory",
                                   "benefit", "rationale",   "reduced"};
const secrisk_rule flag_values[6] = {
    SECRISK_RULE_RECORD,  SECRISK_RULE_PRACTICABLE, SECRISK_RULE_MANDATORY,
    SECRISK_RULE_BENEFIT, SECRISK_RULE_RATIONALE,   SECRISK_RULE_REDUCED};
enum { FLAGS = sizeof flag_values };

static void read_rule(struct policy *p, const struct setting *at) {
  secrisk_level level = level_named(&p->file, at, at->name, at->column);
  struct piece item;
  if (p->rules.rule[level] != 0) {
    refuse_setting(&p->file, at->line, at->column,
                   "a second rule for the level %s", at->name);
  }
  for (size_t n = 0; list_item(at->value, n, &item); n++) {
    size_t i = 0;
    while (i < FLAGS && !same_word(at->value + item.from, item.to - item.from,
                                   flag_names[i])) {
      i++;
    }
    if (i == FLAGS) {
      refuse_setting(&p->file, at->line, at->value_column + item.from,
                     "expected record, practicable or mandatory, with benefit, "
                     "rationale or reduced behind a comma");
      return;
    }
    p->rules.rule[level] |= flag_values[i];
  }
}

/* Tenths at text, such as 3.9; moves text behind them. */
static bool take_tenths(const char **text, unsigned *tenths) {
  const char *p = *text + strspn(*text, " ");
  unsigned n = 0;
  if (*p < '0' || *p > '9') {
    return false;
  }
  for (; *p >= '0' && *p <= '9' && n < 1000; p++) {
    n = 10 * n + (unsigned)(*p - '0');
  }
  n *= 10;
  if (*p == '.' && p[1] >= '0' && p[1] <= '9') {
    n += (unsigned)(p[1] - '0');
    p += 2;
  }
  *tenths = n;
  *text = p;
  return true;
}

static void read_band(struct policy *p, const struct setting *at,
                      secrisk_band *band) {
  const char *text = at->name;
  const char *system = strchr(at->section, ' ');
  unsigned first = 0, last;
  bool good = take_tenths(&text, &first);
  last = first;
  text += strspn(text, " ");
  if (good && *text == '-') {
    text++;
    good = take_tenths(&text, &last);
  }
  if (!good || *text != '\0' || first > 200 || last > 200) {
    refuse_setting(&p->file, at->line, at->column,
                   "expected a band of scores, such as 7.0 - 8.9");
  }
  band->system = system == NULL ? 0 : system_find(system, strlen(system));
  if (band->system <= SECRISK_SYSTEM_LEVEL) {
    refuse_setting(&p->file, at->line, at->column,
                   "[%s] names no system with scores, such as bands CVSS 3.1, "
                   "bands DREAD OP-TEE or bands score 2",
                   at->section);
  }
  band->first = (secrisk_tenths)first;
  band->last = (secrisk_tenths)last;
  band->level = level_named(&p->file, at, at->value, at->value_column);
}

bool in_section(const struct setting *at, const char *name) {
  size_t n = strlen(name);
  return strlen(at->section) >= n && same_word(at->section, n, name) &&
         (at->section[n] == '\0' || at->section[n] == ' ');
}

/* The setting that a fault of secrisk_policy_check is about. */
static const struct setting *faulty(const struct policy *p,
                                    const secrisk_diag *diag) {
  size_t n = diag->offset;
  const struct setting *last = p->file.all;
  for (size_t i = 0; i < p->file.count; i++) {
    const struct setting *at = &p->file.all[i];
    if (diag->version == 0 && in_section(at, "rules")) {
      last = at;
      if (same_word(at->name, strlen(at->name),
                    secrisk_level_text((secrisk_level)diag->offset))) {
        return at;
      }
    } else if (diag->version != 0 && in_section(at, "bands")) {
      last = at;
      if (n-- == 0) {
        return at;
      }
    }
  }
  return last;
}

static void check(struct policy *p) {
  secrisk_diag diag;
  secrisk_status status = secrisk_policy_check(&p->rules, &diag);
  if (status == SECRISK_OK) {
    return;
  }
  const struct setting *at = faulty(p, &diag);
  secrisk_level level = (secrisk_level)diag.offset;
  bool rule = status == SECRISK_E_RULE;
  const char *what =
      rule && p->rules.rule[level] == 0 ? "there is no rule for the level "
      : rule ? "expected record, practicable or mandatory, and benefit beside "
               "mandatory alone, for the level "
      : status == SECRISK_E_ORDER && diag.version == 0
          ? "this rule asks less than that of a lower level"
      : status == SECRISK_E_ORDER   ? "bands and their levels must ascend"
      : status == SECRISK_E_GAP     ? "there is a gap between two bands"
      : status == SECRISK_E_OVERLAP ? "two bands overlap"
                                    : secrisk_status_text(status);
  refuse_setting(&p->file, at == NULL ? 1 : at->line,
                 at == NULL ? 1 : at->column, "%s%s", what,
                 rule ? secrisk_level_text(level) : "");
}

static void set_level_name(struct policy *p, const struct setting *at) {
  secrisk_level level = level_named(&p->file, at, at->name, at->column);
  if (*at->value == '\0') {
    refuse_setting(&p->file, at->line, at->value_column,
                   "the level %s needs a name", at->name);
  }
  for (size_t i = 0; i < p->file.count; i++) {
    const struct setting *other = &p->file.all[i];
    if (other != at && in_section(other, "levels") &&
        same_name(at->value, strlen(at->value), other->value)) {
      refuse_setting(&p->file, at->line, at->value_column,
                     "two levels have the name %s", at->value);
    }
  }
  p->level_names[level] = at->value;
}

void policy_read(struct policy *p, const char *name) {
  *p = (struct policy){.source = ""};
  read_settings(&p->file, name);
  name_levels(p);
  p->name = p->file.file.name;
  secrisk_band *bands = keep((p->file.count + 1) * sizeof bands[0]);
  for (size_t i = 0; i < p->file.count; i++) {
    const struct setting *at = &p->file.all[i];
    if (*at->section == '\0') {
      read_head(p, at);
    } else if (in_section(at, "rules")) {
      read_rule(p, at);
    } else if (in_section(at, "bands")) {
      read_band(p, at, &bands[p->rules.band_count++]);
    } else if (in_section(at, "levels")) {
      set_level_name(p, at);
    } else if (!in_section(at, "ratings")) {
      refuse_setting(&p->file, at->line, at->column,
                     "there is no section [%s]; expected rules, levels, "
                     "ratings, or bands and a system",
                     at->section);
    }
  }
  p->rules.bands = bands;
  check(p);
}
