/* SPDX-License-Identifier: MIT */
/* Threats: the published rows, and every combination against an oracle that is
 * written from the header's words. */
#include "t.h"

#define LEVEL(l)                                                               \
  { SECRISK_SYSTEM_LEVEL, 0, SECRISK_NO_SCORE, l }
#define NONE SECRISK_LEVEL_NONE
#define LOW SECRISK_LEVEL_LOW
#define MEDIUM SECRISK_LEVEL_MEDIUM
#define HIGH SECRISK_LEVEL_HIGH
#define CRITICAL SECRISK_LEVEL_CRITICAL
#define M(bit) SECRISK_MISSING_##bit

static const secrisk_control verified = {NULL,
                                         NULL,
                                         0,
                                         SECRISK_CONTROL_EXTERNAL,
                                         SECRISK_STATE_VERIFIED,
                                         SECRISK_DOMAIN_SECURITY,
                                         false};
static const secrisk_control implemented = {NULL,
                                            NULL,
                                            0,
                                            SECRISK_CONTROL_EXTERNAL,
                                            SECRISK_STATE_IMPLEMENTED,
                                            SECRISK_DOMAIN_SECURITY,
                                            false};
static const secrisk_control crypto = {"  ",
                                       NULL,
                                       0,
                                       SECRISK_CONTROL_HIDDEN,
                                       SECRISK_STATE_VERIFIED,
                                       SECRISK_DOMAIN_SECURITY,
                                       true};
static const secrisk_control good_crypto = {"AES-256-GCM",
                                            NULL,
                                            0,
                                            SECRISK_CONTROL_HIDDEN,
                                            SECRISK_STATE_VERIFIED,
                                            SECRISK_DOMAIN_SECURITY,
                                            true};
static const secrisk_control lacking[] = {
    {NULL, NULL, 0, SECRISK_CONTROL_VISIBLE, SECRISK_STATE_PLANNED,
     SECRISK_DOMAIN_SECURITY | SECRISK_DOMAIN_SAFETY, true},
    {NULL, NULL, 0, SECRISK_CONTROL_HIDDEN, SECRISK_STATE_VERIFIED,
     SECRISK_DOMAIN_PERFORMANCE, false}};

/* risk.md section 3, and what belongs to it. */
static const struct {
  const char *name;
  uint8_t initial;
  const secrisk_control *controls;
  uint8_t count, residual;
  const char *rationale, *benefit;
  bool impairs;
  uint8_t decision;
  unsigned missing;
} rows[] = {
    {"critical, rationale only", CRITICAL, NULL, 0, 0, "r", NULL, false,
     SECRISK_DECISION_OPEN, M(CONTROL) | M(BENEFIT_RISK)},
    {"high, benefit/risk", HIGH, NULL, 0, 0, "r", "b", true,
     SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK, 0},
    {"high, verified, medium", HIGH, &verified, 1, MEDIUM, NULL, NULL, false,
     SECRISK_DECISION_ACCEPTED, 0},
    {"high, implemented", HIGH, &implemented, 1, 0, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(VERIFICATION)},
    {"high, residual high", HIGH, &verified, 1, HIGH, "r", NULL, false,
     SECRISK_DECISION_OPEN, M(BENEFIT_RISK)},
    {"medium, nothing", MEDIUM, NULL, 0, 0, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(RATIONALE)},
    {"low, rationale", LOW, NULL, 0, 0, "r", NULL, false,
     SECRISK_DECISION_ACCEPTED_WITH_RATIONALE, 0},
    {"critical, crypto", CRITICAL, &crypto, 1, LOW, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(CRYPTO_REFERENCE)},
    {"high, crypto", HIGH, &crypto, 1, LOW, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(CRYPTO_REFERENCE)},
    {"medium, crypto", MEDIUM, &crypto, 1, LOW, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(CRYPTO_REFERENCE)},
    {"low, crypto", LOW, &crypto, 1, LOW, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(CRYPTO_REFERENCE)},
    {"none, crypto", NONE, &crypto, 1, NONE, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(CRYPTO_REFERENCE)},
    {"crypto with reference", HIGH, &good_crypto, 1, LOW, NULL, NULL, false,
     SECRISK_DECISION_ACCEPTED, 0},
    {"none", NONE, NULL, 0, 0, NULL, NULL, false, SECRISK_DECISION_RECORDED, 0},
    {"none, verified", NONE, &verified, 1, 0, NULL, NULL, false,
     SECRISK_DECISION_RECORDED, 0},
    {"not rated again", MEDIUM, &verified, 1, 0, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(RESIDUAL)},
    {"blank rationale", LOW, NULL, 0, 0, " \t\r\n\v\f", NULL, false,
     SECRISK_DECISION_OPEN, M(RATIONALE)},
    {"two lacks", HIGH, lacking, 2, LOW, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(VERIFICATION) | M(CRYPTO_REFERENCE)},
    {"high, bare", HIGH, NULL, 0, 0, NULL, NULL, false, SECRISK_DECISION_OPEN,
     M(CONTROL) | M(BENEFIT_RISK) | M(RATIONALE)},
    {"high, impairs alone", HIGH, NULL, 0, 0, "", "", true,
     SECRISK_DECISION_OPEN, M(BENEFIT_RISK) | M(RATIONALE)},
    {"high, argued, no impairment", HIGH, NULL, 0, 0, "r", "b", false,
     SECRISK_DECISION_OPEN, M(CONTROL)},
    {"residual high, argued", CRITICAL, &verified, 1, HIGH, "r", "b", false,
     SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK, 0},
    {"residual high, bare", HIGH, &verified, 1, HIGH, NULL, NULL, false,
     SECRISK_DECISION_OPEN, M(BENEFIT_RISK) | M(RATIONALE)},
};

static void rows_of_the_source(T_ARGS) {
  T_BEGIN;
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  for (size_t i = 0; i < T_COUNT(rows); i++) {
    const char *name = rows[i].name;
    secrisk_threat t = {rows[i].controls,
                        rows[i].count,
                        rows[i].rationale,
                        rows[i].benefit,
                        LEVEL(0),
                        {0, 0, 0, 0},
                        false,
                        rows[i].impairs};
    secrisk_evaluation e;
    t.initial.level = rows[i].initial;
    if (rows[i].residual != 0) {
      t.residual = t.initial;
      t.residual.level = rows[i].residual;
    }
    T_EQ(name, secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_OK);
    T_EQ(name, e.missing, rows[i].missing);
    T_EQ(name, e.decision, rows[i].decision);
    T_EQ(name, e.initial_level, rows[i].initial);
  }
}

/* --- Every combination, against an oracle ---------------------------------
 */

struct state {
  uint8_t rule, residual_rule; /* of HIGH, the initial, and of the residual */
  int control;                 /* 0: none, 1: good, 2: implemented, 3: crypto */
  int residual;                /* 0: none, 1: lower, 2: the same */
  bool impairs, rationale, benefit;
};

static bool valid(int rule) {
  int how = rule & 3;
  return rule < 32 && how != 0 && !((rule & 8) && how != 3);
}

/* What a risk left as it is under a rule still asks for. */
static unsigned left(uint8_t rule, const struct state *s, bool treated) {
  unsigned missing = 0;
  if ((rule & 3) == 3 && !(rule & 8)) {
    return M(CONTROL);
  }
  if ((rule & 3) == 3) {
    missing |= s->benefit ? 0u : (unsigned)M(BENEFIT_RISK);
    missing |= treated || s->impairs ? 0u : (unsigned)M(CONTROL);
  } else if (treated) {
    return 0;
  }
  return missing | ((rule & 4) && !s->rationale ? (unsigned)M(RATIONALE) : 0u);
}

static void oracle(const struct state *s, uint8_t *decision,
                   unsigned *missing) {
  uint8_t after = s->residual == 2 ? s->rule : s->residual_rule;
  uint8_t in_force = s->control == 0 ? s->rule : after;
  *missing = 0;
  if (s->control == 2) {
    *missing = M(VERIFICATION);
  } else if (s->control == 3) {
    *missing = M(CRYPTO_REFERENCE);
  } else if (s->control == 0) {
    *missing = left(s->rule, s, false);
  } else if (s->residual == 0) {
    *missing = (s->rule & 3) == 1 ? 0 : M(RESIDUAL);
    in_force = 2; /* accepted, if at all */
  } else {
    *missing = left(after, s, true);
  }
  /* Controls that lower nothing count as none. */
  bool as_none = s->control == 1 && s->residual == 2 && (s->rule & 16);
  if (as_none) {
    unsigned more = left(s->rule, s, false);
    *missing = more == M(CONTROL) && !(s->rule & 8) ? more : *missing | more;
  }
  if (*missing != 0) {
    *decision = SECRISK_DECISION_OPEN;
  } else if ((s->rule & 3) == 1) {
    *decision = SECRISK_DECISION_RECORDED;
  } else if ((in_force & 3) == 3) {
    *decision = SECRISK_DECISION_ACCEPTED_ON_BENEFIT_RISK;
  } else {
    *decision = (s->control == 0 || as_none) && s->rationale
                    ? SECRISK_DECISION_ACCEPTED_WITH_RATIONALE
                    : SECRISK_DECISION_ACCEPTED;
  }
}

static const char *run(const struct state *s) {
  const secrisk_control *const which[] = {NULL, &verified, &implemented,
                                          &crypto};
  secrisk_policy p = {NULL, 0, {0}};
  secrisk_threat t = {which[s->control],
                      s->control != 0,
                      s->rationale ? "r" : NULL,
                      s->benefit ? "b" : NULL,
                      LEVEL(HIGH),
                      {0, 0, 0, 0},
                      false,
                      s->impairs};
  secrisk_evaluation e;
  uint8_t decision;
  unsigned missing;
  p.rule[HIGH] = s->rule;
  p.rule[LOW] = s->residual_rule;
  if (s->residual != 0) {
    t.residual = t.initial;
    t.residual.level = s->residual == 1 ? LOW : HIGH;
  }
  secrisk_status status = secrisk_threat_evaluate(&p, &t, &e, NULL);
  if (!valid(s->rule) || (s->residual == 1 && !valid(s->residual_rule))) {
    return status == SECRISK_E_RULE && e.decision == 0 ? NULL : "rule";
  }
  oracle(s, &decision, &missing);
  bool counts = s->control == 1 && s->residual != 0;
  bool ignored = s->residual == 1 && s->control != 1;
  if (status != SECRISK_OK || e.decision != decision || e.missing != missing) {
    return "decision";
  }
  if (e.residual_level != (counts ? t.residual.level : HIGH)) {
    return "residual";
  }
  bool unreduced = s->residual > 1 && s->control == 1;
  return ((e.remarks & SECRISK_REMARK_NOT_COUNTED) != 0) == ignored &&
                 ((e.remarks & SECRISK_REMARK_NOT_REDUCED) != 0) == unreduced
             ? NULL
             : "remark";
}

static void every_combination(T_ARGS) {
  T_BEGIN;
  for (int rules = 0; rules < 32 * 32; rules++) {
    for (int i = 0; i < 4 * 3 * 8; i++) {
      struct state s = {(uint8_t)(rules / 32),
                        (uint8_t)(rules % 32),
                        i % 4,
                        i / 4 % 3,
                        (i / 12 & 1) != 0,
                        (i / 12 & 2) != 0,
                        (i / 12 & 4) != 0};
      T_STR("as the oracle", run(&s) == NULL ? "" : run(&s), "");
    }
  }
}

static void remarks(T_ARGS) {
  T_BEGIN;
  for (unsigned i = 0; i < 8 * 4; i++) {
    secrisk_control c[2];
    secrisk_policy p;
    secrisk_evaluation e;
    uint8_t domains = (uint8_t)(i % 8), kind = (uint8_t)(1 + i / 8);
    if (domains == 0) {
      continue;
    }
    c[0] = good_crypto;
    c[1] = verified;
    c[1].domains = domains;
    c[1].kind = kind;
    secrisk_threat t = {c, 2, NULL, NULL, LEVEL(LOW), LEVEL(LOW), false, false};
    (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
    T_EQ("ok", secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_OK);
    T_EQ("domains", (e.remarks & SECRISK_REMARK_TWO_DOMAINS) != 0,
         domains == 3 || domains >= 5);
    T_EQ("software", (e.remarks & SECRISK_REMARK_SOFTWARE_ONLY) != 0,
         kind >= 3);
    T_EQ("others", e.remarks & ~3u, SECRISK_REMARK_NOT_REDUCED);
  }
}

static void a_lower_score_counts_only_when_earned(T_ARGS) {
  T_BEGIN;
  secrisk_policy p;
  secrisk_evaluation e;
  secrisk_threat t = {&implemented,   1,     NULL, NULL, {31, 0, 98, 0},
                      {31, 0, 95, 0}, false, false};
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  (void)secrisk_threat_evaluate(&p, &t, &e, NULL);
  T_EQ("not yet", e.residual_tenths, 98);
  T_EQ("not yet", e.remarks, SECRISK_REMARK_NOT_COUNTED);
  t.controls = &verified;
  (void)secrisk_threat_evaluate(&p, &t, &e, NULL);
  T_EQ("earned", e.residual_tenths, 95);
  T_EQ("earned", e.remarks, 0);
  t.residual.tenths = 98;
  (void)secrisk_threat_evaluate(&p, &t, &e, NULL);
  T_EQ("as before", e.remarks, SECRISK_REMARK_NOT_REDUCED);
}

/* No field is a bool, whose byte of 2 would be one thing or another by the
 * compiler: any byte that is not 0 is a yes. */
static void any_byte_is_a_yes(T_ARGS) {
  T_BEGIN;
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  for (unsigned byte = 0; byte < 256; byte++) {
    secrisk_control c = crypto;
    secrisk_evaluation e;
    secrisk_threat t = {NULL,         0, "r",          "b", LEVEL(HIGH),
                        {0, 0, 0, 0}, 0, (uint8_t)byte};
    T_EQ("impairs", secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_OK);
    T_EQ("impairs", e.missing, byte != 0 ? 0 : M(CONTROL));
    t.initial = (secrisk_risk){31, 0, 98, 0};
    t.residual = (secrisk_risk){40, 0, 50, 0};
    t.rerated = (uint8_t)byte;
    T_EQ("rerated", secrisk_threat_evaluate(&p, &t, &e, NULL),
         byte != 0 ? SECRISK_OK : SECRISK_E_SYSTEM);
    c.cryptographic = (uint8_t)byte;
    t = (secrisk_threat){&c, 1, NULL, NULL, LEVEL(HIGH), LEVEL(LOW), 0, 0};
    T_EQ("crypto", secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_OK);
    T_EQ("crypto", e.missing, byte != 0 ? M(CRYPTO_REFERENCE) : 0);
  }
}

/* A text is given if one of its bytes is no blank, whatever it is. */
static void any_byte_is_a_text(T_ARGS) {
  T_BEGIN;
  secrisk_policy p;
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
  for (unsigned byte = 0; byte < 256; byte++) {
    const char text[] = {' ', (char)(uint8_t)byte, '\n', '\0'};
    bool given = byte != 0 && byte != ' ' && (byte < '\t' || byte > '\r');
    secrisk_control c = crypto;
    secrisk_evaluation e;
    secrisk_threat t = {NULL, 0, text, "b", LEVEL(MEDIUM), {0, 0, 0, 0}, 0, 0};
    T_EQ("text", secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_OK);
    T_EQ("rationale", e.missing, given ? 0 : M(RATIONALE));
    t = (secrisk_threat){NULL, 0, "r", text, LEVEL(HIGH), {0, 0, 0, 0}, 0, 1};
    T_EQ("text", secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_OK);
    T_EQ("benefit", e.missing, given ? 0 : M(BENEFIT_RISK));
    c.reference = text;
    t = (secrisk_threat){&c, 1, NULL, NULL, LEVEL(HIGH), LEVEL(LOW), 0, 0};
    T_EQ("text", secrisk_threat_evaluate(&p, &t, &e, NULL), SECRISK_OK);
    T_EQ("reference", e.missing, given ? 0 : M(CRYPTO_REFERENCE));
  }
}

static void sentences(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < 65536; i++) {
    bool one = i != 0 && (i & (i - 1)) == 0;
    T_EQ("missing", secrisk_missing_text((uint16_t)i)[0] != '\0',
         one && i <= M(BENEFIT_RISK));
    if (i < 256) {
      T_EQ("remark", secrisk_remark_text((uint8_t)i)[0] != '\0',
           one && i <= SECRISK_REMARK_NOT_REDUCED);
      T_EQ("decision", secrisk_decision_text((uint8_t)i)[0] != '\0',
           i >= SECRISK_DECISION_OPEN && i <= SECRISK_DECISION_RECORDED);
    }
  }
  T_STR("first", secrisk_decision_text(SECRISK_DECISION_ACCEPTED), "accepted");
  T_STR("last", secrisk_missing_text(M(BENEFIT_RISK)),
        "an argument that the benefit outweighs the risk");
}

#define CASES(X)                                                               \
  X(rows_of_the_source)                                                        \
  X(every_combination)                                                         \
  X(remarks)                                                                   \
  X(a_lower_score_counts_only_when_earned)                                     \
  X(any_byte_is_a_yes) X(any_byte_is_a_text) X(sentences)
T_MAIN_IF("threat", CASES, T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_DREAD),
          "this build leaves threats or DREAD out")
