/* SPDX-License-Identifier: MIT */
/* Part of register: the nearest mitigation of a threat. */
#include <string.h>

#include "register_near.h"

/*
 * Of the controls that are still to come, the fewest that bring the threat to a
 * lower level; of sets of one size, the one that leaves the lowest score.
 *
 * Where limits say what each control does, every set is tried, once what
 * another control does as well is left out.  Of the MOST controls at most that
 * are then looked at there are few sets: a metric needs but one control.
 *
 * Where the residual rating is stated (always for CVSS 2.0, DREAD, levels),
 * nobody has said what one control does alone, and all of them are needed.
 *
 * If that leads nowhere, the suggestions of the library, which are limits.
 */
enum { MOST = 16 };

/* One thing that could be done: a control of the row, or a suggestion. */
struct item {
  size_t number;
  const secrisk_limit *limits;
  size_t count;
};

struct search {
  const struct list *list;
  const struct row *row; /* NULL: of the suggestions */
  const struct now *now;
  struct item items[MOST];
  size_t count;
  size_t chosen[MOST];
  struct near *out;
  size_t *kept; /* what out points to */
};

/* Under one policy: a run has but one. */
secrisk_level rate_near(const struct list *list, const secrisk_cvss *v,
                        secrisk_tenths *tenths) {
  static uint8_t known[SECRISK_CVSS40 + 1][101]; /* level + 1; 0: not yet */
  secrisk_risk risk = {.system = v->version, .kind = SECRISK_SCORE_BTE};
  *tenths = risk.tenths = secrisk_cvss_score(v, SECRISK_SCORE_BTE);
  if (risk.tenths > 100) {
    return SECRISK_NO_LEVEL;
  }
  uint8_t *at = &known[v->version][risk.tenths];
  if (*at == 0) {
    *at = (uint8_t)(level_of(list, &risk) + 1);
  }
  return (secrisk_level)(*at - 1);
}

/* --- Sets ------------------------------------------------------------------*/

/* Keeps the lowest score of all sets of one size. */
static void try_vector(struct search *s, const secrisk_cvss *v, size_t size) {
  struct near *out = s->out;
  secrisk_tenths tenths;
  secrisk_level level = rate_near(s->list, v, &tenths);
  if (level != SECRISK_NO_LEVEL && level < s->now->level &&
      (out->count == 0 || tenths < out->tenths)) {
    out->level = level;
    out->tenths = tenths;
    out->count = size;
    out->item = s->kept;
    for (size_t i = 0; i < size; i++) {
      s->kept[i] = s->items[s->chosen[i]].number;
    }
  }
}

/* Of the row's controls those that count and the chosen ones, all at once, as
 * the decision will take them. */
static bool with_controls(const struct search *s, size_t size,
                          secrisk_cvss *out) {
  const struct row *row = s->row;
  secrisk_control *controls = copy_controls(row);
  for (size_t i = 0; i < size; i++) {
    secrisk_control *c = &controls[s->items[s->chosen[i]].number];
    c->state = SECRISK_STATE_VERIFIED;
    c->reference = "to come"; /* if it needs one, and has none */
  }
  return secrisk_cvss_residual(&row->initial.cvss, controls, row->control_count,
                               out, NULL) == SECRISK_OK;
}

static bool with_suggestions(const struct search *s, size_t size,
                             secrisk_cvss *out) {
  secrisk_limit limits[3 * MOST];
  size_t count = 0;
  for (size_t i = 0; i < size; i++) {
    const struct item *item = &s->items[s->chosen[i]];
    memcpy(limits + count, item->limits, item->count * sizeof limits[0]);
    count += item->count;
  }
  return secrisk_cvss_limit(&s->now->cvss, limits, count, out, NULL) ==
         SECRISK_OK;
}

static void first_set(struct search *s, size_t size) {
  for (size_t i = 0; i < size; i++) {
    s->chosen[i] = i;
  }
}

/* The set of the same size that comes next; false: there is none. */
static bool next_set(struct search *s, size_t size) {
  size_t k = size;
  while (k > 0 && s->chosen[k - 1] == s->count - size + k - 1) {
    k--;
  }
  if (k == 0) {
    return false;
  }
  for (s->chosen[k - 1]++; k < size; k++) {
    s->chosen[k] = s->chosen[k - 1] + 1;
  }
  return true;
}

/* Few before many. */
static bool search(struct search *s) {
  secrisk_cvss v;
  for (size_t size = 1; size <= s->count && s->out->count == 0; size++) {
    first_set(s, size);
    do {
      bool good = s->row != NULL ? with_controls(s, size, &v)
                                 : with_suggestions(s, size, &v);
      if (good) {
        try_vector(s, &v, size);
      }
    } while (next_set(s, size));
  }
  return s->out->count > 0;
}

/* --- Items -----------------------------------------------------------------*/

/* Does a lower all that b lowers, and as far? */
static bool covers(const struct item *a, const struct item *b) {
  for (size_t i = 0; i < b->count; i++) {
    bool found = false;
    for (size_t k = 0; k < a->count && !found; k++) {
      found = a->limits[k].metric == b->limits[i].metric &&
              a->limits[k].version == b->limits[i].version &&
              a->limits[k].value >= b->limits[i].value;
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

static bool does_something(const struct search *s, const struct item *item) {
  for (size_t i = 0; i < item->count; i++) {
    const secrisk_limit *limit = &item->limits[i];
    if (limit->version == s->now->cvss.version &&
        limit->value > secrisk_cvss_effective(&s->now->cvss, limit->metric)) {
      return true;
    }
  }
  return false;
}

static void add_item(struct search *s, size_t number,
                     const secrisk_limit *limits, size_t count) {
  struct item item = {number, limits, count};
  size_t n = 0;
  if (!does_something(s, &item)) {
    return;
  }
  for (size_t i = 0; i < s->count; i++) {
    if (covers(&s->items[i], &item)) {
      return;
    }
  }
  for (size_t i = 0; i < s->count; i++) {
    if (!covers(&item, &s->items[i])) {
      s->items[n++] = s->items[i];
    }
  }
  s->count = n;
  if (n < MOST) {
    s->items[s->count++] = item;
  }
}

/* --- The three ways --------------------------------------------------------*/

static bool search_planned(struct search *s, const struct row *row) {
  secrisk_cvss all;
  secrisk_tenths tenths;
  s->row = row;
  for (size_t i = 0; i < row->control_count; i++) {
    const secrisk_control *c = &row->controls[i];
    if (!control_counts(c)) {
      add_item(s, i, c->limits, c->limit_count);
    }
  }
  first_set(s, s->count);
  bool falls = s->count > 0 && with_controls(s, s->count, &all) &&
               rate_near(s->list, &all, &tenths) < s->now->level;
  if (!falls && row->initial.cvss.version != SECRISK_CVSS30) {
    return false; /* more limits never score higher, but by v3.0's formula */
  }
  s->out->planned = true;
  return search(s);
}

/* All that are still to come, up to the residual that is stated. */
static bool take_stated(struct search *s, const struct row *row) {
  struct near *out = s->out;
  secrisk_level level = level_of(s->list, &row->all_residual.risk);
  if (level >= s->now->level || level == SECRISK_NO_LEVEL) {
    return false;
  }
  size_t *numbers = keep(row->control_count * sizeof numbers[0]);
  out->level = level;
  out->tenths = row->all_residual.risk.tenths;
  out->scale = &row->all_residual;
  out->item = numbers;
  for (size_t i = 0; i < row->control_count; i++) {
    if (!control_counts(&row->controls[i])) {
      numbers[out->count++] = i;
    }
  }
  out->planned = true;
  return out->count > 0;
}

void find_suggestions(const struct list *list, const struct now *now,
                      struct near *out, size_t kept[SUGGESTIONS]) {
  secrisk_limit limits[SUGGESTIONS][3];
  struct search s = {.list = list, .now = now, .out = out, .kept = kept};
  *out = (struct near){0};
  for (uint8_t i = 0; i < SUGGESTIONS && *secrisk_suggestion_text(i) != '\0';
       i++) {
    uint8_t n = secrisk_suggestion_limits(i, now->cvss.version, limits[i]);
    add_item(&s, i, limits[i], n);
  }
  (void)search(&s);
}

bool find_planned(const struct list *list, const struct row *row,
                  const struct now *now, struct near *out) {
  static size_t kept[MOST]; /* used before the next threat is looked at */
  struct search s = {.list = list, .now = now, .out = out, .kept = kept};
  uint8_t version = row->initial.cvss.version;
  bool limited = version != 0 && version != SECRISK_CVSS20 &&
                 (row->by_limits || row->residual.risk.system == 0);
  *out = (struct near){0};
  return row->control_count > 0 &&
         (limited ? search_planned(&s, row) : take_stated(&s, row));
}
