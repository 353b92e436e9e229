/* SPDX-License-Identifier: MIT */
/* Scores of every version: which kind, which scorer. */
#include "internal.h"
#if !SECRISK_SMALL
#include "cvss_groups_data.h"
#include "cvss_valid.h"
#endif

/* Does secrisk_cvss_check say OK?  at: the version's, NULL if there is none. */
static bool is_valid(const secrisk_cvss *v, const struct secrisk__layout *at) {
#if SECRISK_SMALL
  (void)at;
  return secrisk_cvss_check(v, NULL) == SECRISK_OK;
#else
  return at != NULL && valid(v, at->index);
#endif
}

/* Which optional groups have a metric that is defined: the bits of BT, BE. */
static uint8_t defined_groups(const secrisk_cvss *v,
                              const struct secrisk__layout *at) {
#if SECRISK_SMALL
  bool t = secrisk__any(v, at->base, at->threat);
  bool e = secrisk__any(v, at->threat, at->environ);
#else
  uint64_t t = 0;
  uint64_t e = 0;
  for (uint8_t i = 0; i < 5; i++) {
    uint64_t word = secrisk__load64(&v->version + 8u * i);
    t |= word & threat[at->index][i];
    e |= word & environmental[at->index][i];
  }
#endif
  return (uint8_t)((t != 0 ? 2 : 0) | (e != 0 ? 4 : 0));
}

secrisk_score_kind secrisk_cvss_overall(const secrisk_cvss *v) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  return at != NULL ? SECRISK_SCORE_B | defined_groups(v, at) : 0;
}

const char *secrisk_cvss_nomenclature(const secrisk_cvss *v) {
  switch (secrisk_cvss_overall(v)) {
  case SECRISK_SCORE_B:
    return "CVSS-B";
  case SECRISK_SCORE_BT:
    return "CVSS-BT";
  case SECRISK_SCORE_BE:
    return "CVSS-BE";
  case SECRISK_SCORE_BTE:
    return "CVSS-BTE";
  default:
    return "";
  }
}

secrisk_score_kind secrisk__groups(secrisk_score_kind kind) {
  if (kind <= SECRISK_SCORE_BTE) {
    return kind;
  }
  return kind == SECRISK_SCORE_MODIFIED_IMPACT ? SECRISK_SCORE_BE
                                               : SECRISK_SCORE_B;
}

static bool known_kind(secrisk_score_kind kind) {
  return kind <= SECRISK_SCORE_BTE ? (kind & 1) != 0
                                   : kind <= SECRISK_SCORE_MODIFIED_IMPACT;
}

secrisk_tenths secrisk_cvss_score(const secrisk_cvss *v,
                                  secrisk_score_kind kind) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (!is_valid(v, at)) {
    return SECRISK_NO_SCORE;
  }
  if (kind == SECRISK_SCORE_OVERALL) {
    kind = SECRISK_SCORE_B | defined_groups(v, at);
  }
  if (!known_kind(kind)) {
    return SECRISK_NO_SCORE;
  }
#if SECRISK__V2
  if (v->version == SECRISK_CVSS20) {
    return secrisk__score_v2(v, kind);
  }
#endif
#if SECRISK__V4
  if (v->version == SECRISK_CVSS40) {
    return secrisk__score_v4(v, kind);
  }
#endif
#if SECRISK__V3
  return secrisk__score_v3(v, kind);
#else
  return SECRISK_NO_SCORE;
#endif
}
