/* SPDX-License-Identifier: MIT */
/* Part of register: the nearest mitigation, and which metrics decide. */
#include <string.h>

#include "register.h"

enum { MOST = 3, ITEMS = 24 };

/* One thing that could be done: a control of the row, or a suggestion. */
struct item {
  size_t number;
  const secrisk_limit *limits;
  size_t count;
};

struct search {
  const struct list *list;
  secrisk_cvss now; /* as what is verified leaves it */
  secrisk_level level;
  struct item items[ITEMS];
  size_t count;
  struct near *out;
};

static secrisk_level rate(const struct list *list, const secrisk_cvss *v,
                          secrisk_tenths *tenths) {
  secrisk_risk risk;
  (void)secrisk_risk_of(v, SECRISK_SCORE_BTE, &risk);
  *tenths = risk.tenths;
  return level_of(list, &risk);
}

/* Keeps the lowest score of all sets of one size. */
static void try_set(struct search *s, const secrisk_cvss *v,
                    const size_t *chosen, uint8_t size) {
  secrisk_tenths tenths;
  secrisk_level level = rate(s->list, v, &tenths);
  bool better = level < s->level && level != SECRISK_NO_LEVEL &&
                (s->out->level == SECRISK_NO_LEVEL || level < s->out->level ||
                 (level == s->out->level && tenths < s->out->tenths));
  if (better) {
    s->out->level = level;
    s->out->tenths = tenths;
    s->out->count = size;
    for (uint8_t i = 0; i < size; i++) {
      s->out->item[i] = s->items[chosen[i]].number;
    }
  }
}

static bool add(const struct search *s, const secrisk_cvss *v, size_t i,
                secrisk_cvss *out) {
  return secrisk_cvss_limit(v, s->items[i].limits, s->items[i].count, out,
                            NULL) == SECRISK_OK;
}

/* Every set of one size, the items of a set in ascending order. */
static void try_size(struct search *s, uint8_t size) {
  size_t chosen[MOST] = {0, 1, 2};
  secrisk_cvss v;
  if (size > s->count) {
    return;
  }
  for (;;) {
    bool good = true;
    uint8_t k = size;
    v = s->now;
    for (uint8_t i = 0; i < size; i++) {
      good = good && add(s, &v, chosen[i], &v);
    }
    if (good) {
      try_set(s, &v, chosen, size);
    }
    while (k > 0 && chosen[k - 1] == s->count - size + k - 1) {
      k--;
    }
    if (k == 0) {
      return;
    }
    for (chosen[k - 1]++; k < size; k++) {
      chosen[k] = chosen[k - 1] + 1;
    }
  }
}

/* Few before many. */
static bool search(struct search *s) {
  for (uint8_t size = 1; size <= MOST && s->out->count == 0; size++) {
    try_size(s, size);
  }
  return s->out->count > 0;
}

static void add_item(struct search *s, size_t number,
                     const secrisk_limit *limits, size_t count) {
  if (s->count < ITEMS && count > 0) {
    s->items[s->count++] = (struct item){number, limits, count};
  }
}

static bool search_planned(struct search *s, const struct row *row) {
  for (size_t i = 0; i < row->control_count; i++) {
    const secrisk_control *c = &row->controls[i];
    if (!control_counts(c)) {
      add_item(s, i, c->limits, c->limit_count);
    }
  }
  s->out->planned = true;
  return search(s);
}

static bool search_suggestions(struct search *s) {
  secrisk_limit limits[ITEMS][3];
  s->count = 0;
  for (uint8_t i = 0; i < ITEMS && *secrisk_suggestion_text(i) != '\0'; i++) {
    uint8_t n = secrisk_suggestion_limits(i, s->now.version, limits[i]);
    add_item(s, i, limits[i], n);
  }
  s->out->planned = false;
  return search(s);
}

static bool start(struct search *s, const struct list *list,
                  const struct row *row) {
  secrisk_tenths tenths;
  uint8_t version = row->initial.cvss.version;
  s->list = list;
  s->count = 0;
  if (version == 0 || version == SECRISK_CVSS20 ||
      !vector_after(row, false, &s->now)) {
    return false;
  }
  s->level = rate(list, &s->now, &tenths);
  return s->level > SECRISK_LEVEL_NONE;
}

/* Registers repeat their vectors, and the suggestions are the same for all. */
struct known {
  secrisk_cvss now;
  struct near near;
};

static struct known *known_for(const secrisk_cvss *v) {
  enum { SLOTS = 4096 };
  static struct known slots[SLOTS];
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < sizeof *v; i++) {
    h = (h ^ ((const unsigned char *)v)[i]) * 16777619u;
  }
  return &slots[(h ^ h >> 16) % SLOTS];
}

void find_near(const struct list *list, const struct row *row,
               struct near *out) {
  struct search s = {.out = out};
  *out = (struct near){0};
  if (!start(&s, list, row) || search_planned(&s, row)) {
    return;
  }
  struct known *known = known_for(&s.now);
  if (memcmp(&known->now, &s.now, sizeof s.now) != 0) {
    (void)search_suggestions(&s);
    known->now = s.now;
    known->near = *out;
  }
  *out = known->near;
}

/* --- Metrics ---------------------------------------------------------------*/

static bool one_step(const struct search *s, uint8_t metric,
                     secrisk_limit *limit, secrisk_level *level) {
  secrisk_cvss v;
  secrisk_tenths tenths;
  uint8_t version = s->now.version;
  uint8_t value = secrisk_cvss_effective(&s->now, metric);
  *limit = (secrisk_limit){version, metric, (uint8_t)(value + 1)};
  if (value == 0 || value + 1 >= secrisk_cvss_value_count(version, metric) ||
      secrisk_cvss_limit(&s->now, limit, 1, &v, NULL) != SECRISK_OK) {
    return false;
  }
  *level = rate(s->list, &v, &tenths);
  return *level != s->level && *level != SECRISK_NO_LEVEL;
}

size_t metric_steps(const struct list *list, const struct row *row,
                    secrisk_limit *out, secrisk_level *levels, size_t cap) {
  struct search s = {.out = NULL};
  size_t n = 0;
  if (!start(&s, list, row)) {
    return 0;
  }
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(s.now.version); m++) {
    bool modified = secrisk_cvss_metric_abbr(s.now.version, m)[0] == 'M';
    if (modified && n < cap && one_step(&s, m, &out[n], &levels[n])) {
      n++;
    }
  }
  return n;
}
