/* SPDX-License-Identifier: MIT */
/* The rules of a policy: which a level may have, which the next higher level
 * may have beside it, and what each demands in words. */
#include "t.h"

/* Is the rule one that a policy may have?  From the header's words. */
static bool rule_ok(unsigned rule) {
  return rule < 32 && (rule & 3) != 0 && ((rule & 8) == 0 || (rule & 3) == 3);
}

/* What a rule lets pass, a bit for each state of a threat: without controls, or
 * with one and a residual risk that is not rated, rated at the same level, or
 * lower at the same level; with each of rationale, benefit/risk, impairs. */
static uint32_t closed(uint8_t rule) {
  static const secrisk_control good = {NULL,
                                       NULL,
                                       0,
                                       SECRISK_CONTROL_EXTERNAL,
                                       SECRISK_STATE_VERIFIED,
                                       SECRISK_DOMAIN_SECURITY,
                                       0};
  static const secrisk_band band = {SECRISK_SYSTEM_OWN, 0, 100,
                                    SECRISK_LEVEL_HIGH};
  uint32_t set = 0;
  for (unsigned i = 0; i < 32; i++) {
    const secrisk_policy p = {&band, 1, {0, 0, 0, 0, rule, 0, 0, 0}};
    secrisk_threat t = {&good,
                        i / 8 != 0,
                        (i & 1) != 0 ? "r" : NULL,
                        (i & 2) != 0 ? "b" : NULL,
                        {SECRISK_SYSTEM_OWN, 0, 80, 0},
                        {i < 16 ? 0 : SECRISK_SYSTEM_OWN, 0, 80, 0},
                        0,
                        (i & 4) != 0};
    secrisk_evaluation e;
    t.residual.tenths = i < 24 ? 80 : 70;
    if (secrisk_threat_evaluate(&p, &t, &e, NULL) == SECRISK_OK &&
        e.decision != SECRISK_DECISION_OPEN) {
      set |= UINT32_C(1) << i;
    }
  }
  return set;
}

/* On slow machines every valid one, elsewhere every byte. */
#if defined T_REDUCED || defined T_TINY
#define RULES 32
#else
#define RULES 256
#endif

/* Every pair of rules at neighbouring levels: refused if and only if the higher
 * level's closes a threat that the lower one's keeps open. */
static void every_pair_of_rules(T_ARGS) {
  T_BEGIN;
  for (unsigned lower = 0; lower < RULES; lower++) {
    for (unsigned higher = 0; higher < RULES; higher++) {
      secrisk_diag diag;
      secrisk_policy p = {NULL, 0, {0, 1, 1, 1, 3, 3, 0, 0}};
      secrisk_status want = SECRISK_OK;
      unsigned at = 0;
      p.rule[1] = p.rule[2] = p.rule[3] = (uint8_t)lower;
      p.rule[4] = p.rule[5] = (uint8_t)higher;
      if (!rule_ok(lower)) {
        want = SECRISK_E_RULE, at = 1;
      } else if (!rule_ok(higher)) {
        want = SECRISK_E_RULE, at = 4;
      } else if ((closed((uint8_t)higher) & ~closed((uint8_t)lower)) != 0) {
        want = SECRISK_E_ORDER, at = 4;
      }
      T_EQ("rule", secrisk_policy_check(&p, &diag), want);
      T_EQ("at", diag.offset, at);
      T_EQ("version", diag.version, 0);
      T_EQ("about", diag.about, SECRISK_ABOUT_POLICY);
    }
  }
}

/* The same for the rules without REDUCED, as worked out by hand: O is ORDER. */
static void pairs_of_rules_by_hand(T_ARGS) {
  T_BEGIN;
  static const uint8_t rules[] = {1, 2, 3, 5, 6, 7, 11, 15};
  static const char *const want[] = {"--------", "O--O----", "OO-OO-OO",
                                     "OO----O-", "OO-O--O-", "OO-OO-OO",
                                     "OO-OO---", "OO-OO-O-"};
  for (size_t a = 0; a < T_COUNT(rules); a++) {
    for (size_t b = 0; b < T_COUNT(rules); b++) {
      secrisk_policy p = {NULL, 0, {0, 1, 1, 1, 1, 1, 0, 0}};
      p.rule[1] = p.rule[2] = p.rule[3] = p.rule[4] = rules[a];
      p.rule[5] = rules[b];
      T_EQ("pair", secrisk_policy_check(&p, NULL),
           want[a][b] == 'O' ? SECRISK_E_ORDER : SECRISK_OK);
    }
  }
}

static void levels_without_a_rule(T_ARGS) {
  T_BEGIN;
  static const uint8_t none[] = {0, 6, 7};
  for (size_t i = 0; i < T_COUNT(none); i++) {
    for (unsigned rule = 0; rule < 256; rule++) {
      secrisk_diag diag;
      secrisk_policy p;
      (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &p);
      p.rule[none[i]] = (uint8_t)rule;
      T_EQ("rule", secrisk_policy_check(&p, &diag),
           rule == 0 ? SECRISK_OK : SECRISK_E_RULE);
      T_EQ("at", diag.offset, rule == 0 ? 0 : none[i]);
    }
  }
}

static void rule_words(T_ARGS) {
  T_BEGIN;
  for (unsigned i = 0; i < 256; i++) {
    bool part = (i >= 1 && i <= 4) || i == 8 || i == 16;
    T_EQ("rule", secrisk_rule_text((uint8_t)i)[0] != 0, part);
  }
  T_STR("practicable", secrisk_rule_text(SECRISK_RULE_PRACTICABLE),
        "reduce the risk as far as reasonably practicable (ALARP)");
  T_STR("reduced", secrisk_rule_text(SECRISK_RULE_REDUCED),
        "controls that do not lower the risk count as none");
}

#define CASES(X)                                                               \
  X(every_pair_of_rules)                                                       \
  X(pairs_of_rules_by_hand)                                                    \
  X(levels_without_a_rule)                                                     \
  X(rule_words)
T_MAIN_IF("policy_rules", CASES,
          T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_DREAD),
          "this build leaves policies or DREAD out")
