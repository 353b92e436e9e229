/* SPDX-License-Identifier: MIT */
/* Part of register: what the policy decides about a threat, as things are and
 * once all of its controls are verified. */
#include <string.h>

#include "register.h"

secrisk_level level_of(const struct list *list, const secrisk_risk *risk) {
  secrisk_level level;
  (void)secrisk_policy_level(&list->policy.rules, risk, &level);
  return level;
}

const char *level_name(const struct list *list, secrisk_level level) {
  return level <= LEVELS ? list->policy.level_names[level] : "";
}

bool control_counts(const secrisk_control *c) {
  return c->state == SECRISK_STATE_VERIFIED &&
         (c->cryptographic == 0 ||
          (c->reference != NULL && !all_blank(c->reference)));
}

secrisk_control *copy_controls(const struct row *row) {
  static secrisk_control *all;
  static size_t room;
  if (row->control_count > room) {
    room = 2 * row->control_count;
    all = grow(all, room * sizeof all[0]);
  }
  for (size_t i = 0; i < row->control_count; i++) {
    all[i] = row->controls[i];
  }
  return all;
}

static secrisk_control *all_verified(const struct row *row) {
  secrisk_control *all = copy_controls(row);
  for (size_t i = 0; i < row->control_count; i++) {
    all[i].state = SECRISK_STATE_VERIFIED;
  }
  return all;
}

bool vector_after(const struct row *row, bool all, secrisk_cvss *out) {
  return secrisk_cvss_residual(&row->initial.cvss,
                               all ? all_verified(row) : row->controls,
                               row->control_count, out, NULL) == SECRISK_OK;
}

/* --- Two ratings -----------------------------------------------------------*/

/* Where in the residual cell a metric stands; false if it does not. */
static bool find_metric(const struct cell *cell, const char *abbr,
                        size_t *offset, size_t *length) {
  size_t n = strlen(abbr);
  for (size_t i = 0; i + n < cell->len; i++) {
    bool start = i == 0 || cell->text[i - 1] == '/' || cell->text[i - 1] == ' ';
    if (start && memcmp(cell->text + i, abbr, n) == 0 &&
        cell->text[i + n] == ':') {
      *offset = i;
      *length = n + 1 + strcspn(cell->text + i + n + 1, "/ )");
      return true;
    }
  }
  return false;
}

/* A control changes neither how mature exploits are nor what an asset is
 * worth. */
static void refuse_basis(struct list *list, struct row *row, uint8_t metric) {
  struct place at = place_of(list, row, RESIDUAL);
  uint8_t version = row->residual.cvss.version;
  const char *abbr = secrisk_cvss_metric_abbr(version, metric);
  size_t offset = 0, length = at.cell->len;
  (void)find_metric(at.cell, abbr, &offset, &length);
  problem(&at, offset, length,
          "before and after differ in %s (%s), which no control changes: give "
          "both the same, or say yes under rerated",
          abbr, secrisk_cvss_metric_name(version, metric));
}

/* Both by the one kind of score that both can have. */
static bool rate_pair(struct list *list, struct row *row) {
  secrisk_diag diag;
  secrisk_risk before, after;
  struct rating *a = &row->initial, *b = &row->residual;
  if (row->rerated || a->cvss.version == 0 ||
      a->cvss.version != b->cvss.version) {
    return true;
  }
  secrisk_status status =
      secrisk_risk_pair(&a->cvss, &b->cvss, &before, &after, &diag);
  if (status == SECRISK_E_BASIS) {
    refuse_basis(list, row, diag.metric);
  }
  return status == SECRISK_OK;
}

/* --- Evidence --------------------------------------------------------------*/

static bool says_nothing(const char *text) {
  return text != NULL && is_placeholder(text);
}

static const char *evidence(struct list *list, struct row *row,
                            const char *text) {
  if (!says_nothing(text)) {
    return text;
  }
  row->notes |= NOTE_PLACEHOLDER;
  return list->policy.needs_evidence ? "" : text;
}

static bool lowers(const secrisk_evaluation *e) {
  return e->residual_level < e->initial_level ||
         (e->residual_tenths != SECRISK_NO_SCORE &&
          e->residual_tenths < e->initial_tenths);
}

static bool nameless(const struct list *list, const struct row *row,
                     bool *placeholder) {
  for (size_t i = 0; i < row->control_count; i++) {
    const struct control *c = &row->control_texts[i];
    bool none = all_blank(c->name) && all_blank(c->library);
    *placeholder = *placeholder || says_nothing(c->name);
    if (none || (says_nothing(c->name) && list->policy.needs_evidence)) {
      return true;
    }
  }
  return false;
}

static void leave_open_if(bool lower, secrisk_evaluation *e) {
  e->decision = lower ? SECRISK_DECISION_OPEN : e->decision;
}

/* A control that lowers a risk has a name, or nobody can find it. */
static void check_names(struct list *list, struct row *row,
                        secrisk_evaluation *e) {
  bool placeholder = false;
  bool none = nameless(list, row, &placeholder);
  row->notes |= placeholder ? NOTE_PLACEHOLDER : 0;
  if (none && (lowers(e) || lowers(&row->all))) {
    row->notes |= NOTE_NAMELESS;
    row->lacks |= LACKS_NAME;
    leave_open_if(lowers(e), e);
    leave_open_if(lowers(&row->all), &row->all);
  }
}

static void check_references(struct list *list, struct row *row) {
  for (size_t i = 0; i < row->control_count; i++) {
    secrisk_control *c = &row->controls[i];
    c->reference = evidence(list, row, c->reference);
  }
}

/* --- The decision ----------------------------------------------------------*/

static void explain(struct list *list, struct row *row, secrisk_status status,
                    const secrisk_diag *diag) {
  bool residual = status == SECRISK_E_RESIDUAL || status == SECRISK_E_SYSTEM ||
                  status == SECRISK_E_KIND || diag->length == 2;
  struct place at = place_of(list, row, residual ? RESIDUAL : INITIAL);
  problem(&at, 0, at.cell->len, "%s",
          status == SECRISK_E_RANGE ? "the level contradicts the score"
          : status == SECRISK_E_BANDS
              ? "this scheme has no bands, so the level must follow the rating"
          : status == SECRISK_E_SYSTEM
              ? "rated under another system than the initial risk; if that is "
                "meant, say yes under rerated"
          : status == SECRISK_E_KIND
              ? "a score alone and a vector cannot be compared; write both as "
                "vectors"
          : status == SECRISK_E_RESIDUAL
              ? "the residual risk is above the initial one"
              : secrisk_status_text(status));
}

static secrisk_threat threat_of(struct list *list, struct row *row) {
  return (secrisk_threat){
      .controls = row->controls,
      .control_count = row->control_count,
      .rationale = evidence(list, row, row->text[RATIONALE]),
      .benefit_risk = evidence(list, row, row->text[BENEFIT_RISK]),
      .initial = row->initial.risk,
      .residual = row->residual.risk,
      .rerated = row->rerated,
      .impairs = row->impairs};
}

/* As evaluate, were every control verified. */
static void decide_once_verified(const struct list *list, struct row *row,
                                 secrisk_threat t) {
  t.controls = all_verified(row);
  t.residual = row->all_residual.risk;
  (void)secrisk_threat_evaluate(&list->policy.rules, &t, &row->all, NULL);
}

/* Not rated yet: open, and urgent until somebody knows better. */
static void leave_open(struct row *row, secrisk_evaluation *e) {
  *e = (secrisk_evaluation){.decision = SECRISK_DECISION_OPEN,
                            .initial_tenths = SECRISK_NO_SCORE,
                            .residual_tenths = SECRISK_NO_SCORE};
  row->lacks |= LACKS_RATING;
  row->all = *e;
}

static void note_kinds(struct row *row) {
  bool other = row->initial.own != SECRISK_NO_SCORE ||
               row->residual.own != SECRISK_NO_SCORE;
  row->notes |= other ? NOTE_KIND : 0;
}

void decide(struct list *list, struct row *row) {
  secrisk_evaluation *e = &list->evaluations[row - list->rows];
  secrisk_diag diag;
  if (row->initial.open) {
    leave_open(row, e);
    return;
  }
  if (!rate_pair(list, row)) {
    return;
  }
  check_references(list, row);
  secrisk_threat t = threat_of(list, row);
  secrisk_status status =
      secrisk_threat_evaluate(&list->policy.rules, &t, e, &diag);
  if (status != SECRISK_OK) {
    explain(list, row, status, &diag);
    return;
  }
  decide_once_verified(list, row, t);
  check_names(list, row, e);
  note_kinds(row);
}
