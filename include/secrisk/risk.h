/* SPDX-License-Identifier: MIT */
/* From a threat to a decision: policies, controls, residual risk, registers. */
#ifndef SECRISK_RISK_PART_H
#define SECRISK_RISK_PART_H

#include "base.h"
#include "cvss.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(default)
#endif

/*
 * The way through: rate a threat before and after its controls, take a policy,
 * and let secrisk_threat_evaluate decide and list what is missing.
 *
 * Texts that are inputs end in NUL.  NULL, "" and blanks alone mean "not
 * given".  A pointer to an array may be NULL if its count is 0.
 */

/* ---- Rate ----------------------------------------------------- @since 0.3 */

/* A risk, as rated once.  4 bytes, alignment 1. */
typedef struct secrisk_risk {
  secrisk_system system;   /* 0: not rated */
  secrisk_score_kind kind; /* of a CVSS score, or 0: not said.  Else 0 */
  secrisk_tenths tenths;   /* in the range of the system, see below */
  secrisk_level level;     /* NO_LEVEL: as the policy's bands say */
} secrisk_risk;

/*
 * tenths is 0 to 100 for CVSS and for a maker's own score, from the least to
 * the greatest that secrisk_dread_tenths gives for a scheme of DREAD, and
 * NO_SCORE under SYSTEM_LEVEL, where a level must be given.  Elsewhere a level
 * must agree with the policy's bands for the system, if there are any.
 *
 * secrisk_risk_of rates a vector by its score of one kind: OVERALL, B, BT, BE
 * or BTE.  OVERALL becomes the kind that it is for this vector.  The level is
 * left to the policy.  Returns OK, or with `out` all zero what
 * secrisk_cvss_check returns, or ARG for another kind.
 */
secrisk_status secrisk_risk_of(const secrisk_cvss *v, secrisk_score_kind kind,
                               secrisk_risk *out);

/*
 * Rates a threat before and after its controls, so that the two scores can be
 * compared.
 *
 * Both are Environmental scores (SECRISK_SCORE_BTE): the one kind that a vector
 * has with and without Modified metrics.  `residual` may be written with
 * Modified metrics or by changing Base metrics.  The result is the same.
 *
 * Controls change how a system can be attacked and what an attack achieves.
 * They do not change whether an exploit exists (Threat, Temporal), nor how much
 * an asset matters (Security Requirements, and in 2.0 every Environmental
 * metric).  A residual vector that differs there is refused.  Not Defined is
 * equal to the value that it counts as.
 *
 *   status    when                                        diag->metric
 *   OK        both are rated
 *   SYSTEM    the vectors have different versions         NO_METRIC
 *   BASIS     they differ in a metric that no control     the first of them
 *             changes
 *   MISSING, RANGE, VERSION, DISABLED
 *             one of them is not a valid vector           as of check
 *
 * diag->length is 1 if `initial` is at fault, and 2 otherwise.
 */
secrisk_status secrisk_risk_pair(const secrisk_cvss *initial,
                                 const secrisk_cvss *residual,
                                 secrisk_risk *before, secrisk_risk *after,
                                 secrisk_diag *diag);

/* ---- Policies ------------------------------------------------- @since 0.3 */

/* The scores of a system from `first` to `last` have this level. */
typedef struct secrisk_band {
  secrisk_system system;
  secrisk_tenths first, last;
  secrisk_level level;
} secrisk_band; /* 4 bytes, alignment 1 */

/* What a level demands: one reduction, and flags. */
typedef uint8_t secrisk_rule;
enum {
  SECRISK_RULE_RECORD = 1,      /* record the risk */
  SECRISK_RULE_PRACTICABLE = 2, /* reduce it as far as reasonably practicable */
                                /* (ALARP) */
  SECRISK_RULE_MANDATORY = 3,   /* reduce it to a level that is not MANDATORY */
  SECRISK_RULE_REDUCTION = 3,   /* a mask: the bits of the three above */
  SECRISK_RULE_RATIONALE = 4,   /* explain what no control reduces */
  SECRISK_RULE_BENEFIT = 8,     /* MANDATORY: benefit may outweigh the risk */
  SECRISK_RULE_REDUCED = 16     /* controls that lower nothing count as none */
};

/* A sentence for a reduction or one flag.  "" for anything else. */
const char *secrisk_rule_text(secrisk_rule part);

/*
 * Bands ascend.  Those of one system stand together and cover its range without
 * a gap.  rule[level] is the rule of a level, and 0 at 0, 6 and 7.
 */
typedef struct secrisk_policy {
  const secrisk_band *bands;
  size_t band_count;
  secrisk_rule rule[8];
} secrisk_policy;

/*
 * Shipped policies.  Their bands are those that FIRST, NVD (for 2.0) and the
 * schemes of DREAD publish.
 *
 *               Critical, High         Medium, Low            None
 *   default     MANDATORY + BENEFIT    PRACTICABLE            RECORD
 *               + RATIONALE            + RATIONALE
 *   strict      Critical: MANDATORY    Medium: as High        PRACTICABLE
 *               High: as the default   Low: as the default    + RATIONALE
 *
 * "default" is inferred from a maker's public guidance (docs/risk.md).
 * secrisk_policy_shipped returns OK, or with `out` all zero ARG for an unknown
 * number, or DISABLED.  secrisk_policy_name returns "" for an unknown number.
 * Numbers start at 1 and have no gap.
 */
typedef uint8_t secrisk_policy_id;
enum { SECRISK_POLICY_DEFAULT = 1, SECRISK_POLICY_STRICT = 2 };
secrisk_status secrisk_policy_shipped(secrisk_policy_id id,
                                      secrisk_policy *out);
const char *secrisk_policy_name(secrisk_policy_id id);

/*
 * Checks a policy.  The first fault is reported.
 *
 *   status    when                                        diag->offset
 *   OK        there is no fault
 *   ARG       bands is NULL and band_count is not 0       0
 *   RANGE     a field of a band is not possible           the band's index
 *   ORDER     first > last, or scores or levels descend   the band's index
 *   GAP       a score of diag->version has no band        the index of the next
 *                                                         band, or band_count
 *   OVERLAP   a score has two bands, or the rows of a     the second's index
 *             system do not stand together
 *   RULE      a rule is none, or BENEFIT stands alone     its level
 *   ORDER     a rule would let a threat be closed that    its level
 *             the rule of the next lower level keeps open
 *   DISABLED                                              0
 *
 * diag->version is the band's system, and 0 if a rule is at fault.
 * Cost: proportional to the square of band_count.
 */
secrisk_status secrisk_policy_check(const secrisk_policy *policy,
                                    secrisk_diag *diag);

/*
 * Writes the level of a risk under a policy, which need not have passed check.
 *
 *   status    when
 *   OK        the level is written
 *   BANDS     the risk has no level, and its system no bands
 *   RANGE     a field of the risk is not possible, its level contradicts the
 *             bands, or the bands give no level from NONE to CRITICAL
 *   ARG       bands is NULL and band_count is not 0
 *   DISABLED
 *
 * On failure, the level is SECRISK_NO_LEVEL.
 * Cost: proportional to band_count.
 */
secrisk_status secrisk_policy_level(const secrisk_policy *policy,
                                    const secrisk_risk *risk,
                                    secrisk_level *level);

/* ---- Controls and threats ------------------------------------- @since 0.3 */

/* Kinds of risk control measures, the preferred first. */
typedef uint8_t secrisk_control_kind;
enum {
  SECRISK_CONTROL_EXTERNAL = 1,
  SECRISK_CONTROL_HARDWARE = 2,
  SECRISK_CONTROL_VISIBLE = 3, /* software that its user sees: passwords */
  SECRISK_CONTROL_HIDDEN = 4   /* other software: encrypted transmission */
};

typedef uint8_t secrisk_state;
enum {
  SECRISK_STATE_PLANNED = 1,
  SECRISK_STATE_IMPLEMENTED = 2,
  SECRISK_STATE_VERIFIED = 3
};

typedef uint8_t secrisk_domains; /* a set of what a control serves */
enum {
  SECRISK_DOMAIN_SECURITY = 1,
  SECRISK_DOMAIN_SAFETY = 2,
  SECRISK_DOMAIN_PERFORMANCE = 4
};

/* It counts if it is verified and, if cryptographic, has its reference. */
typedef struct secrisk_control {
  const char *reference;       /* names the approved cryptographic technique */
  const secrisk_limit *limits; /* what it does to a vector */
  size_t limit_count;
  secrisk_control_kind kind;
  secrisk_state state;
  secrisk_domains domains;
  uint8_t cryptographic; /* 0: no.  Anything else: yes */
} secrisk_control;

/* A threat with its controls, and its risk before and after them. */
typedef struct secrisk_threat {
  const secrisk_control *controls;
  size_t control_count;
  const char *rationale;
  const char *benefit_risk; /* why the benefit outweighs the risk */
  secrisk_risk initial;
  secrisk_risk residual; /* system 0: not rated yet */
  uint8_t rerated;       /* not 0: rated anew, so that only levels compare */
  uint8_t impairs;       /* not 0: controls would impair critical performance */
} secrisk_threat;

/* ---- Decisions ------------------------------------------------ @since 0.3 */

typedef uint8_t secrisk_decision; /* 0: none */
enum {
  SECRISK_DECISION_OPEN = 1,
  SECRISK_DECISION_ACCEPTED = 2,
  SECRISK_DECISION_ACCEPTED_WITH_RATIONALE = 3, /* without a control */
  SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK = 4,
  SECRISK_DECISION_RECORDED = 5
};

enum { /* what is missing, a set */
       SECRISK_MISSING_CONTROL = 0x01,
       SECRISK_MISSING_VERIFICATION = 0x02,
       SECRISK_MISSING_CRYPTO_REFERENCE = 0x04,
       SECRISK_MISSING_RESIDUAL = 0x08,
       SECRISK_MISSING_RATIONALE = 0x10,
       SECRISK_MISSING_BENEFIT_RISK = 0x20
};

enum { /* remarks, a set: no decision depends on them */
       SECRISK_REMARK_TWO_DOMAINS = 0x01,   /* a control serves more than one */
       SECRISK_REMARK_SOFTWARE_ONLY = 0x02, /* controls, but all are software */
       SECRISK_REMARK_NOT_COUNTED = 0x04, /* a lower residual, not earned yet */
       SECRISK_REMARK_RERATED = 0x08,     /* only levels were compared */
       SECRISK_REMARK_NOT_REDUCED = 0x10  /* the residual counts, no lower */
};

/* Sentences for a decision and for single bits.  "" for anything else. */
const char *secrisk_decision_text(secrisk_decision decision);
const char *secrisk_missing_text(uint16_t bit);
const char *secrisk_remark_text(uint16_t bit);

/* 12 bytes, alignment 2. */
typedef struct secrisk_evaluation {
  secrisk_decision decision; /* 0: the call failed, and all else is 0 */
  uint8_t reserved;          /* 0 */
  uint16_t remarks;
  uint16_t missing; /* not 0 if and only if the decision is OPEN */
  secrisk_level initial_level;
  secrisk_tenths initial_tenths;
  secrisk_level residual_level; /* of the residual if it counts, else initial */
  secrisk_tenths residual_tenths;
  uint8_t reserved2[2]; /* 0 */
} secrisk_evaluation;

/*
 * Decides how a threat stands under a policy, and lists all that is missing.
 *
 * 1. Every control must count.  Until then the threat is open, and the residual
 *    risk does not count.
 * 2. A threat without controls is judged by the rule of its initial level:
 *      RECORD       it is recorded
 *      PRACTICABLE  it is accepted
 *      MANDATORY    it is open.  With BENEFIT it is accepted if the controls
 *                   would impair critical performance (`impairs`) and
 *                   `benefit_risk` is given
 *    With RATIONALE, `rationale` must be given too where it is not open.
 * 3. A threat with controls needs a residual rating, unless its initial level
 *    is to RECORD.  If the rule of the residual level is MANDATORY, the threat
 *    is open, unless that rule has BENEFIT and `benefit_risk` is given, and
 *    `rationale` too if it has RATIONALE.
 * 4. If the rule of the initial level has REDUCED, a residual risk that is not
 *    lower than the initial one must satisfy 2 as well.
 *
 * The residual is lower if its level is, or its score unless `rerated`.
 *
 *   status    when                                        diag->offset
 *   OK        the threat is evaluated
 *   ARG       an array is NULL and its count is not 0     the control's index
 *   CONTROL   a kind, state or domain is unknown          the control's index
 *   RANGE     secrisk_policy_level refuses a risk         0
 *   BANDS     a risk has no level, and its system no      0
 *             bands
 *   RULE      a level has no rule that check accepts      the level
 *   SYSTEM    initial and residual have two systems       0
 *   KIND      they have two kinds of score                0
 *   RESIDUAL  the residual risk is above the initial one  0
 *   DISABLED                                              0
 *
 * SYSTEM and KIND are not returned if `rerated`.  For RANGE, BANDS and RULE,
 * diag->length is 1 if the initial risk is at fault and 2 if the residual one
 * is, and diag->version is its system.
 * Cost: proportional to controls + bands + length of the texts.
 */
secrisk_status secrisk_threat_evaluate(const secrisk_policy *policy,
                                       const secrisk_threat *threat,
                                       secrisk_evaluation *out,
                                       secrisk_diag *diag);

/*
 * Writes the vector after its controls: secrisk_cvss_limit over the limits of
 * all controls that count, in any order.  `out` may be `initial`, and is left
 * alone on failure.  Statuses are those of
 * secrisk_cvss_limit, and CONTROL as above.  For a fault of a control,
 * diag->offset is its index, and diag->length is the limit's index + 1, or 0.
 * Cost: proportional to limits + length of the texts.
 */
secrisk_status secrisk_cvss_residual(const secrisk_cvss *initial,
                                     const secrisk_control *controls,
                                     size_t count, secrisk_cvss *out,
                                     secrisk_diag *diag);

/*
 * Limits to consider for usual controls [inferred: no standard has any].  They
 * are numbered from 0 up to the first text that is "".  Writes the limits for a
 * version and returns how many: 0 to 3.  The rest of `limits` is all zero.
 */
const char *secrisk_suggestion_text(uint8_t suggestion);
uint8_t secrisk_suggestion_limits(uint8_t suggestion, uint8_t version,
                                  secrisk_limit limits[3]);

/* ---- Registers and matrices ----------------------------------- @since 0.3 */

/*
 * Writes to `order` the indexes of `list`, the most urgent first: failed ones,
 * then by initial level and score, then by residual level and score, whatever
 * was decided.  Equals stay as they stood.
 * Cost: count * log(count), always.
 */
void secrisk_register_order(const secrisk_evaluation *list, uint32_t count,
                            uint32_t *order);

/* How many evaluations of a list are alike. */
typedef struct secrisk_counts {
  uint32_t decision[8]; /* [0]: failed or unknown, and not counted below */
  uint32_t initial[8], residual[8]; /* by level */
  uint32_t missing[16];             /* by bit: [n] for 1 << n */
} secrisk_counts;

/* Counts a list.  Cost: proportional to count. */
void secrisk_register_count(const secrisk_evaluation *list, uint32_t count,
                            secrisk_counts *out);

/* A maker's own matrix: a level a cell, row by row. */
typedef struct secrisk_matrix {
  const secrisk_level *cells;
  uint8_t rows, columns;
} secrisk_matrix;

/*
 * secrisk_matrix_check returns OK, ARG if there are no cells, DISABLED, or
 * RANGE if cell diag->offset is not a level from NONE to CRITICAL.
 * secrisk_matrix_level writes the level of one cell.  Returns OK, or with
 * SECRISK_NO_LEVEL ARG outside of the matrix, RANGE for such a cell, DISABLED.
 * Cost of check: proportional to the number of cells.
 */
secrisk_status secrisk_matrix_check(const secrisk_matrix *m,
                                    secrisk_diag *diag);
secrisk_status secrisk_matrix_level(const secrisk_matrix *m, uint8_t row,
                                    uint8_t column, secrisk_level *level);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
