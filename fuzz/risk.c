/* SPDX-License-Identifier: MIT */
/* Risk: records made of bytes, and what must hold of policies and decisions. */
#include "risk.h"

size_t write_dread(const void *d, char *buf, size_t cap) {
  return secrisk_dread_format(d, buf, cap);
}

size_t write_dread_explanation(const void *diag, char *buf, size_t cap) {
  return secrisk_dread_explain(diag, buf, cap);
}

/* The level of a risk, or NO_LEVEL. */
static secrisk_level level_of(const secrisk_policy *p, const secrisk_risk *r) {
  secrisk_level level = 99;
  secrisk_status status = secrisk_policy_level(p, r, &level);
  MUST((status == SECRISK_OK) == (level != SECRISK_NO_LEVEL));
  return level;
}

void must_cover(const secrisk_policy *p) {
  for (size_t i = 0; i < p->band_count; i++) {
    const secrisk_band *b = p->bands + i;
    MUST(b->first <= b->last && b->last <= 100);
    MUST(b->level >= SECRISK_LEVEL_NONE && b->level <= SECRISK_LEVEL_CRITICAL);
    bool next = i + 1 < p->band_count && b[1].system == b->system;
    MUST(!next || (b[1].first == b->last + 1 && b[1].level >= b->level));
    for (unsigned score = b->first; score <= b->last; score++) {
      secrisk_risk risk = {b->system, 0, (uint8_t)score, SECRISK_NO_LEVEL};
      MUST(level_of(p, &risk) == b->level);
      risk.level = b->level;
      MUST(level_of(p, &risk) == b->level);
      risk.level = (uint8_t)(b->level % 5 + 1); /* another */
      MUST(level_of(p, &risk) == SECRISK_NO_LEVEL);
    }
  }
  for (int level = 1; level <= 5; level++) {
    uint8_t rule = p->rule[level], kind = rule & 3;
    MUST(kind != 0 && rule < 32 && (kind == 3 || (rule & 8) == 0));
    MUST(level == 1 || kind >= (p->rule[level - 1] & 3));
  }
}

static const char *const texts[4] = {NULL, "", " \t", "because"};

static void take_risk(struct bytes *in, secrisk_risk *r) {
  static const uint8_t systems[8] = {0, 1, 1, 20, 31, 40, 105, 106};
  uint8_t system = take(in);
  r->system = system < 250 ? systems[system % 8] : system;
  r->kind = 0;
  r->tenths = r->system == 1 && system % 3 != 0 ? 255 : take(in) % 104;
  r->level = system % 3 == 0 && r->system != 1 ? 0 : take(in) % 7;
}

void take_threat(struct bytes *in, secrisk_threat *t,
                 secrisk_control controls[4]) {
  memset(t, 0, sizeof *t);
  memset(controls, 0, 4 * sizeof *controls);
  take_risk(in, &t->initial);
  take_risk(in, &t->residual);
  uint8_t bits = take(in);
  t->controls = controls;
  t->control_count = take(in) % 5;
  t->rationale = texts[bits % 4];
  t->benefit_risk = texts[bits / 4 % 4];
  t->rerated = (bits & 16) != 0;
  t->impairs = (bits & 32) != 0;
  for (size_t i = 0; i < t->control_count; i++) {
    uint8_t b = take(in);
    controls[i].kind = b % 4 + 1;
    controls[i].state = b / 4 % 4;
    controls[i].domains = take(in) % 9;
    controls[i].cryptographic = b / 16 % 2 != 0;
    controls[i].reference = texts[b / 32 % 4];
  }
}

static bool is_given(const char *text) {
  return text == texts[3];
}

/* What is missing of verification and references; every control is known. */
static unsigned lacking(const secrisk_threat *t) {
  unsigned missing = 0;
  for (size_t i = 0; i < t->control_count; i++) {
    const secrisk_control *c = t->controls + i;
    missing |=
        c->state != SECRISK_STATE_VERIFIED ? SECRISK_MISSING_VERIFICATION : 0;
    missing |= c->cryptographic && !is_given(c->reference)
                   ? SECRISK_MISSING_CRYPTO_REFERENCE
                   : 0;
  }
  return missing;
}

/* What is said of the residual, which counts or not. */
static void must_remark(const secrisk_policy *p, const secrisk_threat *t,
                        const secrisk_evaluation *e, bool counts) {
  bool rated = t->residual.system != 0;
  bool lower =
      rated && (level_of(p, &t->residual) < e->initial_level ||
                (!t->rerated && t->residual.tenths < t->initial.tenths));
  MUST(((e->remarks & SECRISK_REMARK_NOT_COUNTED) != 0) == (lower && !counts));
  MUST(((e->remarks & SECRISK_REMARK_NOT_REDUCED) != 0) == (!lower && counts));
}

/* What is missing where controls that lower nothing count as none. */
static unsigned as_none(const secrisk_threat *t, uint8_t rule) {
  unsigned missing = (rule & 4) != 0 && !is_given(t->rationale)
                         ? SECRISK_MISSING_RATIONALE
                         : 0;
  if ((rule & 3) != SECRISK_RULE_MANDATORY) {
    return missing;
  }
  if ((rule & SECRISK_RULE_BENEFIT) == 0) {
    return SECRISK_MISSING_CONTROL;
  }
  missing |= t->impairs ? 0 : SECRISK_MISSING_CONTROL;
  return missing |
         (is_given(t->benefit_risk) ? 0 : SECRISK_MISSING_BENEFIT_RISK);
}

void must_decide(const secrisk_policy *p, const secrisk_threat *t,
                 const secrisk_evaluation *e) {
  unsigned missing = lacking(t);
  bool counts = t->control_count > 0 && missing == 0 && t->residual.system != 0;
  uint8_t initial = p->rule[e->initial_level];
  uint8_t rule = counts ? p->rule[e->residual_level] : initial;
  bool must = (rule & 3) == SECRISK_RULE_MANDATORY;
  bool treated = t->control_count > 0;
  MUST(e->initial_level == level_of(p, &t->initial));
  MUST(e->residual_level ==
       (counts ? level_of(p, &t->residual) : e->initial_level));
  if (missing == 0 && treated && t->residual.system == 0) {
    missing |=
        (initial & 3) != SECRISK_RULE_RECORD ? SECRISK_MISSING_RESIDUAL : 0;
  } else if (missing == 0 && must) {
    bool way = (rule & SECRISK_RULE_BENEFIT) != 0;
    missing |= !way || (!treated && !t->impairs) ? SECRISK_MISSING_CONTROL : 0;
    missing |=
        way && !is_given(t->benefit_risk) ? SECRISK_MISSING_BENEFIT_RISK : 0;
    missing |= way && (rule & 4) != 0 && !is_given(t->rationale)
                   ? SECRISK_MISSING_RATIONALE
                   : 0;
  } else if (missing == 0 && !treated && (rule & 4) != 0) {
    missing |= is_given(t->rationale) ? 0 : SECRISK_MISSING_RATIONALE;
  }
  if (counts && (initial & SECRISK_RULE_REDUCED) != 0 &&
      (e->remarks & SECRISK_REMARK_NOT_REDUCED) != 0) {
    missing |= as_none(t, initial);
  }
  must_remark(p, t, e, counts);
  MUST(e->missing == missing);
  MUST((e->decision == SECRISK_DECISION_OPEN) == (missing != 0));
  MUST((e->decision == SECRISK_DECISION_RECORDED) ==
       (missing == 0 && (initial & 3) == SECRISK_RULE_RECORD));
  /* A policy that asks more of a lower level is refused by its check. */
  MUST(!must || missing != 0 || (initial & 3) == SECRISK_RULE_RECORD ||
       e->decision == SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK);
}

int mildness(const secrisk_cvss *v, uint8_t metric) {
  uint8_t value = secrisk_cvss_effective(v, metric);
  bool safety = metric == SECRISK_V40_SI || metric == SECRISK_V40_SA ||
                metric == SECRISK_V40_MSI || metric == SECRISK_V40_MSA;
  return v->version == SECRISK_CVSS40 && value == 4 && safety ? 0 : value;
}

void take_controls(struct bytes *in, secrisk_control c[3],
                   secrisk_limit limits[3][4]) {
  static const uint8_t versions[8] = {30, 31, 40, 40, 30, 31, 20, 77};
  for (int i = 0; i < 3; i++) {
    uint8_t bits = take(in);
    memset(&c[i], 0, sizeof c[i]);
    c[i].kind = bits % 4 + 1;
    c[i].state = bits % 8 != 0 ? SECRISK_STATE_VERIFIED : bits / 32 % 4;
    c[i].domains = SECRISK_DOMAIN_SECURITY;
    c[i].cryptographic = bits / 16 % 4 == 0;
    c[i].limits = limits[i];
    c[i].limit_count = bits / 8 % 5;
    for (int k = 0; k < 4; k++) {
      limits[i][k].version = versions[take(in) % 8];
      limits[i][k].metric = take(in) % 34;
      limits[i][k].value = take(in) % 6;
    }
  }
}
