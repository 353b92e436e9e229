/* SPDX-License-Identifier: MIT */
/* Any threat under any rules: the laws of a decision. */
#include "risk.h"

static void must_say(uint8_t bit) {
  bool one = bit != 0 && (bit & (bit - 1)) == 0;
  MUST((secrisk_missing_text(bit)[0] != '\0') == (one && bit <= 32));
  MUST((secrisk_remark_text(bit)[0] != '\0') == (one && bit <= 16));
  MUST((secrisk_decision_text(bit)[0] != '\0') == (bit >= 1 && bit <= 5));
}

static void must_evaluate(const secrisk_policy *p, secrisk_threat *t) {
  secrisk_evaluation e, again;
  memset(&e, 0x5a, sizeof e);
  secrisk_status status = secrisk_threat_evaluate(p, t, &e, NULL);
  MUST((status == SECRISK_OK) == (e.decision != 0));
  if (status != SECRISK_OK) {
    MUST(all_zero(&e, sizeof e));
    return;
  }
  MUST(e.residual_level <= e.initial_level &&
       e.decision <= SECRISK_DECISION_RECORDED);
  must_decide(p, t, &e);
  t->rationale = t->benefit_risk = "because"; /* more said, no more missing */
  MUST(secrisk_threat_evaluate(p, t, &again, NULL) == SECRISK_OK);
  MUST((again.missing & ~e.missing) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  secrisk_control controls[4];
  secrisk_threat t;
  secrisk_policy p;
  uint8_t choice = take(&in);
  (void)secrisk_policy_shipped((uint8_t)(1 + choice % 2), &p);
  take_into(&in, p.rule + 1, choice % 4 < 2 ? 0 : 5);
  take_threat(&in, &t, controls);
  secrisk_control *own = exact(controls, t.control_count * sizeof *own);
  t.controls = own;
  must_evaluate(&p, &t);
  free(own);
  must_say(take(&in));
  return 0;
}
