/* SPDX-License-Identifier: MIT */
/* Part of register: the score and the level that a cell states beside a rating.
 */
#include "register_rating.h"

static bool is_score_of(const struct rating *r, unsigned tenths) {
  static const uint8_t kinds[] = {SECRISK_SCORE_OVERALL, SECRISK_SCORE_B,
                                  SECRISK_SCORE_BT, SECRISK_SCORE_BE,
                                  SECRISK_SCORE_BTE};
  unsigned sum = 0; /* of ratings of DREAD, in tenths */
  for (size_t i = 0; i < 5; i++) {
    sum += 5u * r->dread.half[i];
  }
  if (r->risk.tenths == tenths || r->cvss.version == 0) {
    return r->risk.tenths == tenths || (r->dread.scheme != 0 && sum == tenths);
  }
  for (size_t i = 0; i < sizeof kinds; i++) {
    if (secrisk_cvss_score(&r->cvss, kinds[i]) == tenths) {
      return true;
    }
  }
  return false;
}

/* The level as the policy's bands give it for one of the vector's scores. */
static bool is_level_of(const struct list *list, const struct rating *r,
                        secrisk_level level) {
  secrisk_risk risk = r->risk;
  risk.level = SECRISK_NO_LEVEL;
  if (level_of(list, &risk) == level) {
    return true;
  }
  for (unsigned kind = 0; kind <= SECRISK_SCORE_OVERALL && r->cvss.version != 0;
       kind++) {
    risk.tenths = secrisk_cvss_score(&r->cvss, (uint8_t)kind);
    if (risk.tenths != SECRISK_NO_SCORE && level_of(list, &risk) == level) {
      return true;
    }
  }
  return false;
}

bool check_claims(const struct place *at, const struct claims *c,
                  struct rating *out) {
  secrisk_risk bare = out->risk;
  bare.level = SECRISK_NO_LEVEL;
  if (c->scored && out->risk.system != SECRISK_SYSTEM_LEVEL &&
      !is_score_of(out, c->tenths)) {
    problem(at, c->score.from, c->score.to - c->score.from,
            "the cell says %u.%u, and the rating beside it scores %d.%d",
            c->tenths / 10, c->tenths % 10, out->risk.tenths / 10,
            out->risk.tenths % 10);
    return false;
  }
  out->stated = c->level;
  if (c->level == 0 || out->risk.system == SECRISK_SYSTEM_LEVEL) {
    return true;
  }
  if (level_of(at->list, &bare) == SECRISK_NO_LEVEL) { /* there are no bands */
    out->risk.level = c->level;
    return true;
  }
  if (!is_level_of(at->list, out, c->level)) {
    problem(at, 0, at->cell->len,
            "the level contradicts the score: %d.%d is %s",
            out->risk.tenths / 10, out->risk.tenths % 10,
            level_name(at->list, level_of(at->list, &bare)));
    return false;
  }
  return true;
}
