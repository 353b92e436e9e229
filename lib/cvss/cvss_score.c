/* SPDX-License-Identifier: MIT */
/* Scores of every version: which kind, which scorer. */
#include "engine.h"

#if SECRISK_SMALL
#include "../cvss_small/defined.h"
#else
#include "../cvss_fast/defined.h"
#endif

secrisk_score_kind secrisk_cvss_overall(const secrisk_cvss *v) {
  const struct secrisk__layout *at = secrisk__layout(v->version);
  if (at == NULL) {
    return 0;
  }
  return SECRISK_SCORE_B | secrisk__defined(v, at);
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
