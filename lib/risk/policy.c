/* SPDX-License-Identifier: MIT */
/* Policies: what level a risk has under one. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

bool secrisk__rates(secrisk_score_kind kind) {
  return kind <= SECRISK_SCORE_BTE && (kind & SECRISK_SCORE_B) != 0;
}

/* A scheme's score in tenths is a mean of ratings in halves, times 5.  So it
 * lies between the means of the scales' ends.  Without a scheme no rating has a
 * scale. */
static bool dread_limits(secrisk_system scheme, uint8_t *low, uint8_t *high) {
  uint16_t lows = 0;
  uint16_t highs = 0;
  uint8_t ratings = 0;
  for (uint8_t i = 0; i < 5; i++) {
    secrisk_scale scale;
    secrisk_dread_scale(scheme, i, &scale);
    lows = (uint16_t)(lows + scale.low);
    highs = (uint16_t)(highs + scale.high);
    ratings = (uint8_t)(ratings + (scale.high != 0));
  }
  if (ratings == 0) {
    return false;
  }
  *low = (uint8_t)(lows * 5u / ratings);
  *high = (uint8_t)(highs * 5u / ratings); /* at most 100 */
  return true;
}

bool secrisk__limits(secrisk_system system, uint8_t *low, uint8_t *high) {
  *low = 0;
  *high = 100;
  return (system >= SECRISK_SYSTEM_OWN && system <= SECRISK_SYSTEM_OWN_LAST) ||
         secrisk_cvss_severity(system, 0) != SECRISK_NO_LEVEL ||
         dread_limits(system, low, high);
}

/* Is every field possible, but for how the level and the bands agree? */
static bool is_possible(const secrisk_risk *risk) {
  uint8_t low;
  uint8_t high;
  if (risk->level > SECRISK_LEVEL_CRITICAL) {
    return false;
  }
  if (risk->system == SECRISK_SYSTEM_LEVEL) {
    return risk->kind == 0 && risk->tenths == SECRISK_NO_SCORE &&
           risk->level != SECRISK_NO_LEVEL;
  }
  if (risk->kind != 0 &&
      (secrisk_cvss_severity(risk->system, 0) == SECRISK_NO_LEVEL ||
       !secrisk__rates(risk->kind))) {
    return false;
  }
  return secrisk__limits(risk->system, &low, &high) && risk->tenths >= low &&
         risk->tenths <= high;
}

/* A level that the caller gives goes unquestioned if the policy has no bands of
 * the risk's system; if it has, the two must agree. */
secrisk_status secrisk_policy_level(const secrisk_policy *policy,
                                    const secrisk_risk *risk,
                                    secrisk_level *level) {
  secrisk_level given = risk->level;
  *level = SECRISK_NO_LEVEL;
  if (policy->bands == NULL && policy->band_count != 0) {
    return SECRISK_E_ARG;
  }
  if (!is_possible(risk)) {
    return SECRISK_E_RANGE;
  }
  secrisk_status status = secrisk__band_level(
      policy->bands, policy->band_count, risk->system, risk->tenths, level);
  if (given == SECRISK_NO_LEVEL || status == SECRISK_E_RANGE) {
    return status;
  }
  if (status == SECRISK_OK && *level != given) {
    *level = SECRISK_NO_LEVEL;
    return SECRISK_E_RANGE;
  }
  *level = given;
  return SECRISK_OK;
}

#endif
