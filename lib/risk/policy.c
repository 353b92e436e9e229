/* SPDX-License-Identifier: MIT */
/* Policies: what level a risk has under one. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

bool secrisk__rates(secrisk_score_kind kind) {
  return kind <= SECRISK_SCORE_BTE && (kind & SECRISK_SCORE_B) != 0;
}

/* The score of a scheme of DREAD with each rating at one end of its scale, or
 * NO_SCORE if there is no such scheme. */
static secrisk_tenths dread_end(secrisk_system scheme, bool high) {
  secrisk_dread d;
  d.scheme = scheme;
  for (uint8_t i = 0; i < sizeof d.half; i++) {
    secrisk_scale scale;
    secrisk_dread_scale(scheme, i, &scale);
    d.half[i] = high ? scale.high : scale.low;
  }
  return secrisk_dread_tenths(&d);
}

bool secrisk__limits(secrisk_system system, uint8_t *low, uint8_t *high) {
  *low = 0;
  *high = 100;
  if ((system >= SECRISK_SYSTEM_OWN && system <= SECRISK_SYSTEM_OWN_LAST) ||
      secrisk_cvss_severity(system, 0) != SECRISK_NO_LEVEL) {
    return true;
  }
  *low = dread_end(system, false);
  *high = dread_end(system, true);
  return *low != SECRISK_NO_SCORE;
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
