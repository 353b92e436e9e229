/* SPDX-License-Identifier: MIT */
/* score: the columns of a result, for what is no plain row. */
#include <string.h>

#include "score.h"

static const char *const names[] = {
    "score",  "severity",      "type",         "version",         "base",
    "threat", "environmental", "device_score", "device_severity", "policy"};

/* Is the column asked for? */
static bool is_shown(int column) {
  return column < 7 || (column < 9 ? opt.profile : opt.policy);
}

static char *next(struct cells *c) {
  char *cell = c->text[c->count++];
  cell[0] = '-';
  cell[1] = '\0';
  return cell;
}

static void put_cell(struct cells *c, const char *text) {
  char *cell = next(c);
  if (text[0] != '\0') {
    snprintf(cell, CELL_SIZE, "%s", text);
  }
}

static void put_tenths(struct cells *c, secrisk_tenths score) {
  char *cell = next(c);
  if (score != SECRISK_NO_SCORE) {
    (void)secrisk_tenths_format(score, cell, CELL_SIZE);
  }
}

static void put_range(struct cells *c, const struct item *it) {
  char *score = next(c), *severity = next(c);
  secrisk_level low = secrisk_cvss_severity(it->v.version, it->low);
  secrisk_level high = secrisk_cvss_severity(it->v.version, it->high);
  snprintf(score, CELL_SIZE, "%d.%d-%d.%d", it->low / 10, it->low % 10,
           it->high / 10, it->high % 10);
  snprintf(severity, CELL_SIZE, low == high ? "%s" : "%s-%s",
           secrisk_level_text(low), secrisk_level_text(high));
  put_cell(c, "range");
}

static void put_version(struct cells *c, const struct item *it) {
  snprintf(next(c), CELL_SIZE, "%d.%d%s", it->v.version / 10,
           it->v.version % 10, it->said != 0 ? " as said" : "");
}

static void put_vector(struct cells *c, const struct item *it) {
  secrisk_score_kind kind = secrisk_cvss_overall(&it->v);
  if (it->form == FORM_RANGE) {
    put_range(c, it);
  } else {
    secrisk_tenths all = secrisk_cvss_score(&it->v, kind);
    put_tenths(c, all);
    put_cell(c, secrisk_level_text(secrisk_cvss_severity(it->v.version, all)));
    put_cell(c, secrisk_cvss_nomenclature(&it->v));
  }
  put_version(c, it);
  put_tenths(c, secrisk_cvss_score(&it->v, SECRISK_SCORE_B));
  put_tenths(c, (kind & 2) != 0 ? secrisk_cvss_score(&it->v, SECRISK_SCORE_BT)
                                : SECRISK_NO_SCORE);
  put_tenths(c, (kind & 4) != 0 ? secrisk_cvss_score(&it->v, kind)
                                : SECRISK_NO_SCORE);
}

static void put_dread(struct cells *c, const struct item *it) {
  secrisk_level level = SECRISK_NO_LEVEL;
  dread_score_text(&it->dread, next(c));
  (void)secrisk_dread_level(&it->dread, &level);
  put_cell(c, secrisk_level_text(level));
  put_cell(c, "DREAD");
  put_cell(c, secrisk_dread_scheme_name(it->dread.scheme));
  for (int i = 0; i < 3; i++) {
    (void)next(c);
  }
}

static void put_device(struct cells *c, const struct item *it) {
  secrisk_cvss device;
  secrisk_tenths score = SECRISK_NO_SCORE;
  if (it->form == FORM_VECTOR && profile_lay(&it->v, &device)) {
    score = secrisk_cvss_score(&device, SECRISK_SCORE_OVERALL);
  }
  put_tenths(c, score);
  put_cell(c, secrisk_level_text(secrisk_cvss_severity(it->v.version, score)));
}

void cells_make(struct cells *c, const struct item *it) {
  c->count = 0;
  if (it->form == FORM_DREAD) {
    put_dread(c, it);
  } else {
    put_vector(c, it);
  }
  if (opt.profile) {
    put_device(c, it);
  }
  if (opt.policy) {
    policy_text(it, next(c), CELL_SIZE);
  }
}

/* Of what is no vector; the third column says what is wrong. */
void cells_make_bad(struct cells *c, const char *type, uint8_t version) {
  c->count = 0;
  for (int i = 0; i < 10; i++) {
    if (is_shown(i)) {
      (void)next(c);
    }
  }
  snprintf(c->text[2], CELL_SIZE, "%s", type);
  if (version != 0 && version < SECRISK_DREAD_D) {
    snprintf(c->text[3], CELL_SIZE, "%d.%d", version / 10, version % 10);
  }
}

void cells_make_names(struct cells *c) {
  c->count = 0;
  for (int i = 0; i < 10; i++) {
    if (is_shown(i)) {
      put_cell(c, names[i]);
    }
  }
}

/* As columns of --tsv, each with its tab behind it. */
void cells_put(const struct cells *c) {
  for (size_t i = 0; i < c->count; i++) {
    put(&out, "%s\t", c->text[i]);
  }
}
