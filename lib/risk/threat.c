/* SPDX-License-Identifier: MIT */
/* Threats: what the policy decides, and all that is missing. */
#include "risk.h"

#if SECRISK__RISK

/* A risk under the policy. */
struct rated {
  secrisk_level level;
  uint8_t rule;
};

static uint8_t reduction(const struct rated *r) {
  return r->rule & SECRISK__REDUCTION;
}

static secrisk_status rate(const secrisk_policy *policy,
                           const secrisk_risk *risk, struct rated *out) {
  out->level = secrisk_policy_level(policy, risk);
  if (out->level == SECRISK_NO_LEVEL) {
    return SECRISK_E_RANGE;
  }
  if (out->level == SECRISK_NO_BANDS) {
    return SECRISK_E_RULE;
  }
  out->rule = policy->rule[out->level];
  return secrisk__rule_ok(out->rule) ? SECRISK_OK : SECRISK_E_RULE;
}

/* -1, 0, 1: is the residual risk below, as, or above the initial one?  Scores
 * count under one system only; a bare level has none. */
static int8_t compare(const secrisk_threat *t, const struct rated *initial,
                      const struct rated *residual) {
  bool scores = t->initial.system == t->residual.system;
  if (residual->level > initial->level ||
      (scores && t->residual.tenths > t->initial.tenths)) {
    return 1;
  }
  return residual->level < initial->level ||
                 (scores && t->residual.tenths < t->initial.tenths)
             ? -1
             : 0;
}

/* Rates the residual risk, which is there, against the initial one. */
static secrisk_status rate_residual(const secrisk_policy *policy,
                                    const secrisk_threat *t,
                                    const struct rated *initial,
                                    struct rated *residual, bool *lower) {
  secrisk_status status = rate(policy, &t->residual, residual);
  if (status != SECRISK_OK) {
    return status;
  }
  if (t->residual.system != t->initial.system && !t->rerated) {
    return SECRISK_E_SYSTEM;
  }
  int8_t order = compare(t, initial, residual);
  *lower = order < 0;
  return order > 0 ? SECRISK_E_RESIDUAL : SECRISK_OK;
}

/* What the controls lack, and what there is to remark on them. */
static secrisk_status look_at_controls(const secrisk_threat *t,
                                       secrisk_evaluation *out) {
  bool software = t->control_count != 0;
  if (t->controls == NULL && t->control_count != 0) {
    return SECRISK_E_ARG;
  }
  for (size_t i = 0; i < t->control_count; i++) {
    const secrisk_control *c = t->controls + i;
    secrisk_status status = secrisk__control_check(c);
    if (status != SECRISK_OK) {
      return status;
    }
    out->missing |= secrisk__control_missing(c);
    if ((c->domains & (c->domains - 1)) != 0) {
      out->remarks |= SECRISK_REMARK_TWO_DOMAINS;
    }
    if (c->kind < SECRISK_CONTROL_VISIBLE) {
      software = false;
    }
  }
  if (software) {
    out->remarks |= SECRISK_REMARK_SOFTWARE_ONLY;
  }
  return SECRISK_OK;
}

/* What keeps a risk from being accepted as it stands, under a rule. */
static uint16_t missing_as_it_stands(const secrisk_threat *t, uint8_t rule) {
  uint16_t missing = 0;
  bool mandatory = (rule & SECRISK__REDUCTION) == SECRISK_RULE_MANDATORY;
  if (mandatory && (rule & SECRISK_RULE_BENEFIT) == 0) {
    return SECRISK_MISSING_CONTROL;
  }
  if ((rule & SECRISK_RULE_RATIONALE) != 0 && !secrisk__given(t->rationale)) {
    missing |= SECRISK_MISSING_RATIONALE;
  }
  if (mandatory && !secrisk__given(t->benefit_risk)) {
    missing |= SECRISK_MISSING_BENEFIT_RISK;
  }
  return missing;
}

static uint8_t decide_untreated(const secrisk_threat *t,
                                const struct rated *initial,
                                secrisk_evaluation *out) {
  out->missing = missing_as_it_stands(t, initial->rule);
  if (reduction(initial) == SECRISK_RULE_MANDATORY) {
    if (!t->impairs) {
      out->missing |= SECRISK_MISSING_CONTROL;
    }
    return SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK;
  }
  return secrisk__given(t->rationale) ? SECRISK_DECISION_ACCEPTED_WITH_RATIONALE
                                      : SECRISK_DECISION_ACCEPTED;
}

/* With controls, of which none lacks anything. */
static uint8_t decide_treated(const secrisk_threat *t,
                              const struct rated *initial,
                              const struct rated *residual,
                              secrisk_evaluation *out) {
  if (t->residual.system == 0) {
    if (reduction(initial) != SECRISK_RULE_RECORD) {
      out->missing = SECRISK_MISSING_RESIDUAL;
    }
    return SECRISK_DECISION_ACCEPTED;
  }
  out->residual_level = residual->level;
  out->residual_tenths = t->residual.tenths;
  if (reduction(residual) == SECRISK_RULE_MANDATORY) {
    out->missing = missing_as_it_stands(t, residual->rule);
    return SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK;
  }
  return SECRISK_DECISION_ACCEPTED;
}

static void decide(const secrisk_threat *t, const struct rated *initial,
                   const struct rated *residual, secrisk_evaluation *out) {
  uint8_t decision = SECRISK_DECISION_OPEN;
  out->initial_level = initial->level;
  out->initial_tenths = t->initial.tenths;
  out->residual_level = initial->level;
  out->residual_tenths = t->initial.tenths;
  if (t->control_count == 0) {
    decision = decide_untreated(t, initial, out);
  } else if (out->missing == 0) {
    decision = decide_treated(t, initial, residual, out);
  }
  if (out->missing != 0) {
    decision = SECRISK_DECISION_OPEN;
  } else if (reduction(initial) == SECRISK_RULE_RECORD) {
    decision = SECRISK_DECISION_RECORDED;
  }
  out->decision = decision;
}

static secrisk_status evaluate(const secrisk_policy *policy,
                               const secrisk_threat *t,
                               secrisk_evaluation *out) {
  struct rated initial;
  struct rated residual;
  bool lower = false;
  if (policy->bands == NULL && policy->band_count != 0) {
    return SECRISK_E_ARG;
  }
  residual.level = SECRISK_NO_LEVEL; /* an initialiser may call memset */
  residual.rule = 0;
  secrisk_status status = rate(policy, &t->initial, &initial);
  if (status == SECRISK_OK && t->residual.system != 0) {
    status = rate_residual(policy, t, &initial, &residual, &lower);
    if (t->residual.system != t->initial.system) {
      out->remarks |= SECRISK_REMARK_RERATED;
    }
  }
  if (status == SECRISK_OK) {
    status = look_at_controls(t, out);
  }
  if (status == SECRISK_OK) {
    bool counts = t->control_count != 0 && out->missing == 0;
    if (t->residual.system != 0 && lower != counts) {
      uint8_t remark =
          lower ? SECRISK_REMARK_NOT_COUNTED : SECRISK_REMARK_NOT_REDUCED;
      out->remarks |= remark;
    }
    decide(t, &initial, &residual, out);
  }
  return status;
}

secrisk_status secrisk_threat_evaluate(const secrisk_policy *policy,
                                       const secrisk_threat *threat,
                                       secrisk_evaluation *out) {
  secrisk__zero(out, sizeof *out);
  secrisk_status status = evaluate(policy, threat, out);
  if (status != SECRISK_OK) {
    secrisk__zero(out, sizeof *out);
  }
  return status;
}

#endif
