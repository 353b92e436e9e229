/* SPDX-License-Identifier: MIT */
/* Part of register: what would move a threat to another level: the nearest
 * mitigation, and the metrics of which one step is enough. */
#include <string.h>

#include "register_near.h"

/* --- Steps of CVSS ---------------------------------------------------------*/

static void keep_step(struct steps *out, const struct now *now, uint8_t metric,
                      uint8_t value, secrisk_level level) {
  if (level != now->level && level != SECRISK_NO_LEVEL &&
      out->count < STEPS_MOST) {
    out->all[out->count++] = (struct step){metric, value, level};
  }
}

/* Of a value the next less (by 1) or more severe one (by -1); 0: none.  4.0's
 * Safety is numbered last and is above High. */
static uint8_t next_value(uint8_t version, uint8_t metric, uint8_t value,
                          int by) {
  uint8_t base = secrisk_cvss_modifies(version, metric);
  uint8_t last =
      (uint8_t)(secrisk_cvss_value_count(
                    version, base == SECRISK_NO_METRIC ? metric : base) -
                1);
  uint8_t top = (uint8_t)(secrisk_cvss_value_count(version, metric) - 1);
  if (value > last) {
    return by > 0 ? 1 : 0;
  }
  if (by < 0 && value == 1) {
    return top > last ? top : 0;
  }
  return by > 0 && value == last ? 0 : (uint8_t)(value + by);
}

static void step_cvss(const struct list *list, const struct now *now,
                      uint8_t metric, int by, struct steps *out) {
  secrisk_cvss v = now->cvss;
  secrisk_tenths tenths;
  uint8_t value =
      next_value(v.version, metric, secrisk_cvss_effective(&v, metric), by);
  if (value != 0 && secrisk_cvss_set(&v, metric, value) == SECRISK_OK) {
    keep_step(out, now, metric, value, rate_near(list, &v, &tenths));
  }
}

/* What a control can change: Modified metrics, or 2.0's Base metrics. */
static bool is_stepped(uint8_t version, uint8_t metric) {
  return version == SECRISK_CVSS20
             ? secrisk_cvss_mandatory(version, metric)
             : secrisk_cvss_modifies(version, metric) != SECRISK_NO_METRIC;
}

static void find_cvss_steps(const struct list *list, const struct now *now,
                            struct steps *out) {
  uint8_t version = now->cvss.version;
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(version); m++) {
    if (is_stepped(version, m)) {
      step_cvss(list, now, m, 1, out);
      step_cvss(list, now, m, -1, out);
    }
  }
}

/* --- Steps of DREAD --------------------------------------------------------*/

/* A level that is stated beside the ratings says nothing about others. */
static void find_dread_steps(const struct list *list, const struct now *now,
                             struct steps *out) {
  for (uint8_t i = 0; i < 5; i++) {
    secrisk_scale scale;
    secrisk_dread_scale(now->dread.scheme, i, &scale);
    for (int by = -scale.step; scale.step > 0 && by <= scale.step;
         by += 2 * scale.step) {
      secrisk_dread d = now->dread;
      int half = d.half[i] + by;
      if (half >= scale.low && half <= scale.high) {
        d.half[i] = (uint8_t)half;
        secrisk_risk risk = {.system = d.scheme,
                             .tenths = secrisk_dread_tenths(&d)};
        keep_step(out, now, i, d.half[i], level_of(list, &risk));
      }
    }
  }
}

/* --- How a threat stands ---------------------------------------------------*/

/* By limits, what is verified counts at once; a residual that is stated, only
 * once all is. */
static void find_now(const struct list *list, const struct row *row,
                     struct now *out) {
  const secrisk_evaluation *e = &list->evaluations[row - list->rows];
  const struct rating *r = &row->initial;
  secrisk_tenths tenths;
  bool counts = e->residual_level != e->initial_level ||
                e->residual_tenths != e->initial_tenths;
  if (row->by_limits || counts) {
    r = &row->residual;
  }
  out->cvss = r->cvss;
  out->dread = r->dread;
  out->level = e->residual_level;
  if (row->residual.risk.system == 0 && r->cvss.version != 0 &&
      r->cvss.version != SECRISK_CVSS20 && row->control_count > 0) {
    (void)vector_after(row, false, &out->cvss);
  }
  if (out->cvss.version != 0) {
    out->level = rate_near(list, &out->cvss, &tenths);
  }
}

/* --- The answer ------------------------------------------------------------*/

/* Registers repeat their vectors, and all but the controls is the same then. */
struct known {
  struct now now;
  struct near near;
  struct steps steps;
  size_t items[SUGGESTIONS];
};

static struct known *known_for(const struct now *now) {
  enum { SLOTS = 4096 };
  static struct known slots[SLOTS];
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < sizeof now->cvss; i++) {
    h = (h ^ ((const unsigned char *)&now->cvss)[i]) * 16777619u;
  }
  return &slots[(h ^ h >> 16) % SLOTS];
}

static const struct known *find_known(const struct list *list,
                                      const struct now *now) {
  struct known *k = known_for(now);
  if (memcmp(&k->now.cvss, &now->cvss, sizeof now->cvss) != 0) {
    k->now = *now;
    k->steps.count = 0;
    find_cvss_steps(list, now, &k->steps);
    find_suggestions(list, now, &k->near, k->items);
  }
  return k;
}

void find_near(const struct list *list, const struct row *row, struct near *out,
               struct steps *steps) {
  struct now now;
  find_now(list, row, &now);
  steps->version = now.cvss.version;
  steps->count = 0;
  bool found = find_planned(list, row, &now, out);
  if (now.cvss.version != 0) {
    const struct known *known = find_known(list, &now);
    *steps = known->steps;
    steps->version = now.cvss.version;
    *out = found ? *out : known->near;
  } else if (now.dread.scheme != 0) {
    find_dread_steps(list, &now, steps);
  }
}
