/* SPDX-License-Identifier: MIT */
/* Reflection: names of groups and of kinds of scores. */
#include "cvss.h"

/* Rows of the tables below: v2.0, v3.x, v4.0, as in secrisk__layout.index. */

static const char groups[] =
    "\0Base\0Temporal\0Environmental\0Threat\0Supplemental";

static const uint8_t group_rows[][SECRISK_GROUP_SUPPLEMENTAL + 1] = {
    {0, 1, 2, 3, 0},
    {0, 1, 2, 3, 0},
    {0, 1, 4, 3, 5},
};

const char *secrisk_cvss_group_name(uint8_t version, secrisk_group group) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && group <= SECRISK_GROUP_SUPPLEMENTAL
             ? secrisk__nth(groups, group_rows[at->index][group])
             : "";
}

/* v2.0 calls Impact "adjusted" (guide 3.2.3) where v3.x says "modified"; v4.0
 * has its nomenclature (specification 1.3) and no sub-scores. */
static const char kinds[] = "\0Overall Score\0"
                            "Base Score\0Temporal Score\0Environmental Score\0"
                            "Impact Sub-score\0Exploitability Sub-score\0"
                            "Adjusted Impact Sub-score\0"
                            "Modified Impact Sub-score\0"
                            "CVSS-B\0CVSS-BT\0CVSS-BE\0CVSS-BTE";

static const uint8_t kind_rows[][SECRISK_SCORE_MODIFIED_IMPACT + 1] = {
    {1, 2, 0, 3, 0, 4, 0, 4, 5, 6, 7},
    {1, 2, 0, 3, 0, 4, 0, 4, 5, 6, 8},
    {1, 9, 0, 10, 0, 11, 0, 12, 0, 0, 0},
};

const char *secrisk_cvss_kind_name(uint8_t version, secrisk_score_kind kind) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && kind <= SECRISK_SCORE_MODIFIED_IMPACT
             ? secrisk__nth(kinds, kind_rows[at->index][kind])
             : "";
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
