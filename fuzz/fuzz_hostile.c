/* SPDX-License-Identifier: MIT */
/* No call relies on another: structs of any bytes, which no check has seen, in
 * memory of exactly their size.  A call answers with a status that the header
 * lists, writes all of its output and nothing else. */
#include "hostile.h"

static void rate(const struct hostile *h) {
  const secrisk_risk *risks[2] = {&h->threat->initial, &h->threat->residual};
  for (int i = 0; i < 2; i++) {
    secrisk_level level = 99;
    secrisk_status status = secrisk_policy_level(h->policy, risks[i], &level);
    MUST_BE(status, SECRISK_OK, SECRISK_E_ARG, SECRISK_E_RANGE,
            SECRISK_E_BANDS);
    MUST(status == SECRISK_OK ? level >= 1 && level <= 5 : level == 0);
  }
}

static void check_policy(const struct hostile *h) {
  secrisk_diag d = h->diag;
  secrisk_status status = secrisk_policy_check(h->policy, &d);
  MUST_BE(status, SECRISK_OK, SECRISK_E_ARG, SECRISK_E_RANGE, SECRISK_E_ORDER,
          SECRISK_E_GAP, SECRISK_E_OVERLAP, SECRISK_E_RULE);
  MUST(d.status == status && d.about == SECRISK_ABOUT_POLICY);
  MUST(d.length == 0 && d.lenient == 0 && d.metric == SECRISK_NO_METRIC);
  MUST(status == SECRISK_E_GAP ? d.offset <= h->policy->band_count
                               : d.offset < 8 + h->policy->band_count);
  MUST(secrisk_policy_check(h->policy, NULL) == status);
}

static void evaluate(const struct hostile *h) {
  secrisk_evaluation e, again;
  secrisk_diag d = h->diag;
  memset(&e, 0x5a, sizeof e);
  memset(&again, 0xa5, sizeof again);
  secrisk_status status = secrisk_threat_evaluate(h->policy, h->threat, &e, &d);
  MUST(secrisk_threat_evaluate(h->policy, h->threat, &again, NULL) == status);
  MUST(memcmp(&e, &again, sizeof e) == 0); /* every byte is written */
  MUST_BE(status, SECRISK_OK, SECRISK_E_ARG, SECRISK_E_RANGE, SECRISK_E_RULE,
          SECRISK_E_SYSTEM, SECRISK_E_RESIDUAL, SECRISK_E_CONTROL,
          SECRISK_E_KIND, SECRISK_E_BANDS);
  MUST(d.status == status && d.lenient == 0 && d.length <= 2);
  if (status == SECRISK_E_CONTROL) {
    MUST(d.offset < h->threat->control_count);
  }
  if (status != SECRISK_OK) {
    MUST(all_zero(&e, sizeof e));
    return;
  }
  MUST(e.decision >= 1 && e.decision <= 5 && e.reserved == 0);
  MUST((e.decision == SECRISK_DECISION_OPEN) == (e.missing != 0));
  MUST(e.missing < 64 && e.remarks < 32 && all_zero(e.reserved2, 2));
  MUST(e.initial_level >= 1 && e.initial_level <= 5);
  MUST(e.residual_level >= 1 && e.residual_level <= e.initial_level);
}

/* By the limits of controls, and by those of the first alone. */
static void lower(const struct hostile *h) {
  const secrisk_threat *t = h->threat;
  const secrisk_control *c = t->controls;
  for (int alone = 0; alone < (c != NULL && t->control_count > 0 ? 2 : 1);
       alone++) {
    secrisk_cvss out = *h->v;
    secrisk_diag d = h->diag;
    secrisk_status status =
        alone ? secrisk_cvss_limit(h->v, c->limits, c->limit_count, &out, &d)
              : secrisk_cvss_residual(h->v, c, t->control_count, &out, &d);
    MUST_BE(status, SECRISK_OK, SECRISK_E_ARG, SECRISK_E_VERSION,
            SECRISK_E_METRIC, SECRISK_E_VALUE, SECRISK_E_MISSING,
            SECRISK_E_RANGE, SECRISK_E_CONTROL);
    MUST(d.status == status && (status == SECRISK_OK || same(&out, h->v)));
    MUST(status != SECRISK_OK || secrisk_cvss_check(&out, NULL) == status);
    secrisk_cvss place = *h->v; /* in place, without a diagnostic */
    MUST(status == (alone ? secrisk_cvss_limit(&place, c->limits,
                                               c->limit_count, &place, NULL)
                          : secrisk_cvss_residual(&place, c, t->control_count,
                                                  &place, NULL)));
    MUST(same(&place, &out));
  }
}

static void rate_vectors(const struct hostile *h) {
  secrisk_risk before, after, one;
  secrisk_diag d = h->diag;
  memset(&before, 0x5a, sizeof before);
  memset(&after, 0x5a, sizeof after);
  memset(&one, 0x5a, sizeof one);
  secrisk_status status = secrisk_risk_of(h->v, h->diag.metric, &one);
  MUST_BE(status, SECRISK_OK, SECRISK_E_ARG, SECRISK_E_VERSION,
          SECRISK_E_MISSING, SECRISK_E_RANGE);
  MUST(status == SECRISK_OK ? one.tenths <= 100 && one.level == 0
                            : all_zero(&one, sizeof one));
  status = secrisk_risk_pair(h->v, h->other, &before, &after, &d);
  MUST_BE(status, SECRISK_OK, SECRISK_E_SYSTEM, SECRISK_E_BASIS,
          SECRISK_E_VERSION, SECRISK_E_MISSING, SECRISK_E_RANGE);
  MUST(d.status == status && d.length <= 2);
  MUST(status == SECRISK_OK ||
       (all_zero(&before, sizeof before) && all_zero(&after, sizeof after)));
}

static void order_register(const struct hostile *h) {
  uint32_t n = h->count, sum = 0, levels = 0;
  secrisk_counts counts;
  memset(&counts, 0x5a, sizeof counts);
  uint32_t *order = room(n * sizeof *order);
  bool seen[HOSTILE_LIST] = {false};
  secrisk_register_order(h->list, n, order);
  for (uint32_t i = 0; i < n; i++) {
    MUST(order[i] < n && !seen[order[i]]);
    seen[order[i]] = true;
  }
  free(order);
  secrisk_register_count(h->list, n, &counts);
  for (int i = 0; i < 8; i++) {
    sum += counts.decision[i];
    levels += counts.initial[i];
  }
  MUST(sum == n && levels == n - counts.decision[0]);
}

static void look_up_cells(const struct hostile *h) {
  secrisk_diag d = h->diag;
  secrisk_level level = 99;
  secrisk_status status = secrisk_matrix_check(h->matrix, &d);
  MUST_BE(status, SECRISK_OK, SECRISK_E_ARG, SECRISK_E_RANGE);
  MUST(d.status == status && d.about == SECRISK_ABOUT_MATRIX);
  for (unsigned i = 0; i < 0x10000; i += i % 64 < 8 ? 1 : 29) {
    status =
        secrisk_matrix_level(h->matrix, (uint8_t)(i >> 8), (uint8_t)i, &level);
    MUST_BE(status, SECRISK_OK, SECRISK_E_ARG, SECRISK_E_RANGE);
    MUST(status == SECRISK_OK ? level >= 1 && level <= 5 : level == 0);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  struct hostile h;
  hostile_make(&h, &in);
  rate(&h);
  check_policy(&h);
  evaluate(&h);
  lower(&h);
  rate_vectors(&h);
  order_register(&h);
  look_up_cells(&h);
  hostile_free(&h);
  return 0;
}
