/* SPDX-License-Identifier: MIT */
/* Threats: what the policy decides, and all that is missing. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

/* Which rule decides depends on the controls and on the residual risk:
 *
 *     controls           residual risk   decided by
 *     none               does not count  the initial risk's rule, untreated
 *     some are lacking   does not count  nothing: the threat is open
 *     all are whole      not rated       open, unless the rule only records
 *     all are whole      lower           the residual risk's rule
 *     all are whole      not lower       the same; with REDUCED, the initial
 *                                        risk's rule too, as if untreated
 *
 * A threat that lacks anything is open, and `missing` names all of it. */

/* A risk under the policy. */
struct rated {
  secrisk_level level;
  secrisk_rule rule;
};

/* INITIAL and RESIDUAL: which of the two risks a diagnostic blames. */
enum { BOTH = 0, INITIAL = 1, RESIDUAL = 2 };

static secrisk_status blame(secrisk_diag *diag, secrisk_status status,
                            size_t offset, uint8_t which,
                            secrisk_system system) {
  (void)secrisk__report(diag, SECRISK_ABOUT_THREAT, status, offset, system);
  if (diag != NULL) {
    diag->length = which;
  }
  return status;
}

static secrisk_status rate(const secrisk_policy *policy,
                           const secrisk_risk *risk, uint8_t which,
                           struct rated *out, secrisk_diag *diag) {
  secrisk_status status = secrisk_policy_level(policy, risk, &out->level);
  if (status != SECRISK_OK) {
    return blame(diag, status, 0, which, risk->system);
  }
  out->rule = policy->rule[out->level];
  return secrisk__rule_ok(out->rule)
             ? SECRISK_OK
             : blame(diag, SECRISK_E_RULE, out->level, which, risk->system);
}

/* -1, 0, 1: is the residual risk below, as, or above the initial one?  Where
 * scores count, they are of one system and kind.  A bare level has none. */
static int8_t compare(const secrisk_threat *t, const struct rated *initial,
                      const struct rated *residual) {
  bool scores = t->rerated == 0;
  if (residual->level > initial->level ||
      (scores && t->residual.tenths > t->initial.tenths)) {
    return 1;
  }
  return residual->level < initial->level ||
                 (scores && t->residual.tenths < t->initial.tenths)
             ? -1
             : 0;
}

/* Can the two scores be compared, or need they not be? */
static secrisk_status comparable(const secrisk_threat *t) {
  if (t->rerated != 0) {
    return SECRISK_OK;
  }
  if (t->residual.system != t->initial.system) {
    return SECRISK_E_SYSTEM;
  }
  return t->residual.kind != t->initial.kind ? SECRISK_E_KIND : SECRISK_OK;
}

/* Rates the residual risk, which is there, against the initial one. */
static secrisk_status rate_residual(const secrisk_policy *policy,
                                    const secrisk_threat *t,
                                    const struct rated *initial,
                                    struct rated *residual, bool *lower,
                                    secrisk_diag *diag) {
  secrisk_status status = rate(policy, &t->residual, RESIDUAL, residual, diag);
  if (status != SECRISK_OK) {
    return status;
  }
  status = comparable(t);
  if (status == SECRISK_OK) {
    int8_t order = compare(t, initial, residual);
    *lower = order < 0;
    status = order > 0 ? SECRISK_E_RESIDUAL : SECRISK_OK;
  }
  return status != SECRISK_OK
             ? blame(diag, status, 0, RESIDUAL, t->residual.system)
             : status;
}

/* What the controls lack, and what there is to remark on them. */
static secrisk_status look_at_controls(const secrisk_threat *t,
                                       secrisk_evaluation *out,
                                       secrisk_diag *diag) {
  bool software = t->control_count != 0;
  if (t->controls == NULL && t->control_count != 0) {
    return blame(diag, SECRISK_E_ARG, 0, BOTH, 0);
  }
  for (size_t i = 0; i < t->control_count; i++) {
    const secrisk_control *c = t->controls + i;
    secrisk_status status = secrisk__control_check(c);
    if (status != SECRISK_OK) {
      return blame(diag, status, i, BOTH, 0);
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

/* Which of a rule's demands are not met. */
static uint16_t unmet(const secrisk_threat *t, uint8_t demands) {
  uint16_t missing = 0;
  if ((demands & SECRISK__CONTROL) != 0) {
    return SECRISK_MISSING_CONTROL;
  }
  if ((demands & SECRISK__IMPAIRS) != 0 && t->impairs == 0) {
    missing |= SECRISK_MISSING_CONTROL;
  }
  if ((demands & SECRISK__RATIONALE) != 0 && !secrisk__given(t->rationale)) {
    missing |= SECRISK_MISSING_RATIONALE;
  }
  if ((demands & SECRISK__BENEFIT) != 0 && !secrisk__given(t->benefit_risk)) {
    missing |= SECRISK_MISSING_BENEFIT_RISK;
  }
  return missing;
}

/* No control counts for anything.  Returns the decision that holds if nothing
 * of what the rule demands is missing. */
static secrisk_decision decide_untreated(const secrisk_threat *t,
                                         secrisk_rule rule,
                                         secrisk_evaluation *out) {
  out->missing |= unmet(t, secrisk__demands_untreated(rule));
  if (secrisk__reduction(rule) == SECRISK_RULE_MANDATORY) {
    return SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK;
  }
  return secrisk__given(t->rationale) ? SECRISK_DECISION_ACCEPTED_WITH_RATIONALE
                                      : SECRISK_DECISION_ACCEPTED;
}

/* With controls, of which none lacks anything. */
static secrisk_decision decide_treated(const secrisk_threat *t,
                                       const struct rated *initial,
                                       const struct rated *residual, bool lower,
                                       secrisk_evaluation *out) {
  if (t->residual.system == SECRISK_SYSTEM_NONE) {
    if (secrisk__reduction(initial->rule) != SECRISK_RULE_RECORD) {
      out->missing = SECRISK_MISSING_RESIDUAL;
    }
    return SECRISK_DECISION_ACCEPTED;
  }
  out->residual_level = residual->level;
  out->residual_tenths = t->residual.tenths;
  out->missing = unmet(t, secrisk__demands_remaining(residual->rule));
  secrisk_decision decision = SECRISK_DECISION_ACCEPTED;
  if (!lower && (initial->rule & SECRISK_RULE_REDUCED) != 0) {
    decision = decide_untreated(t, initial->rule, out);
  }
  return secrisk__reduction(residual->rule) == SECRISK_RULE_MANDATORY
             ? SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK
             : decision;
}

static void decide(const secrisk_threat *t, const struct rated *initial,
                   const struct rated *residual, bool lower,
                   secrisk_evaluation *out) {
  secrisk_decision decision = SECRISK_DECISION_OPEN;
  out->initial_level = initial->level;
  out->initial_tenths = t->initial.tenths;
  out->residual_level = initial->level;
  out->residual_tenths = t->initial.tenths;
  if (t->control_count == 0) {
    decision = decide_untreated(t, initial->rule, out);
  } else if (out->missing == 0) {
    decision = decide_treated(t, initial, residual, lower, out);
  }
  if (out->missing != 0) {
    decision = SECRISK_DECISION_OPEN;
  } else if (secrisk__reduction(initial->rule) == SECRISK_RULE_RECORD) {
    decision = SECRISK_DECISION_RECORDED;
  }
  out->decision = decision;
}

/* The remarks that a residual risk, which is there, calls for. */
static uint16_t remarks(const secrisk_threat *t, uint16_t missing, bool lower) {
  bool counts = t->control_count != 0 && missing == 0;
  uint16_t found = 0;
  if (t->rerated != 0) {
    found |= SECRISK_REMARK_RERATED;
  }
  if (lower != counts) {
    found |= lower ? SECRISK_REMARK_NOT_COUNTED : SECRISK_REMARK_NOT_REDUCED;
  }
  return found;
}

static secrisk_status evaluate(const secrisk_policy *policy,
                               const secrisk_threat *t, secrisk_evaluation *out,
                               secrisk_diag *diag) {
  struct rated initial;
  struct rated residual;
  bool lower = false;
  bool rated = t->residual.system != SECRISK_SYSTEM_NONE;
  residual.level = SECRISK_NO_LEVEL; /* an initialiser may call memset */
  residual.rule = 0;
  secrisk_status status = rate(policy, &t->initial, INITIAL, &initial, diag);
  if (status == SECRISK_OK && rated) {
    status = rate_residual(policy, t, &initial, &residual, &lower, diag);
  }
  if (status == SECRISK_OK) {
    status = look_at_controls(t, out, diag);
  }
  if (status == SECRISK_OK) {
    if (rated) {
      out->remarks |= remarks(t, out->missing, lower);
    }
    decide(t, &initial, &residual, lower, out);
  }
  return status;
}

secrisk_status secrisk_threat_evaluate(const secrisk_policy *policy,
                                       const secrisk_threat *threat,
                                       secrisk_evaluation *out,
                                       secrisk_diag *diag) {
  (void)secrisk__report(diag, SECRISK_ABOUT_THREAT, SECRISK_OK, 0, 0);
  secrisk__zero(out, sizeof *out);
  secrisk_status status = evaluate(policy, threat, out, diag);
  if (status != SECRISK_OK) {
    secrisk__zero(out, sizeof *out);
  }
  return status;
}

#endif
