/* SPDX-License-Identifier: MIT */
/* Caps worth considering for usual controls: this project's inference. */
#include "../base/text.h"
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

static const char texts[] =
    "isolated network\0"
    "access only from the device itself\0"
    "locked room, where touch is needed and no remote path is left\0"
    "user authentication\0"
    "administrator authentication\0"
    "confirmation by the user, without which nothing happens\0"
    "least privilege or a sandbox\0"
    "secure element or encrypted storage, for the asset inside\0"
    "link encryption with authentication\0"
    "secure boot or signed updates, against what is to last\0"
    "monitoring or training, which lower nothing\0";

/* Metric and value, v3 and v4.0; v3.0 and v3.1 do not differ here. */
struct suggestion {
  uint8_t count;
  uint8_t v3[3][2];
  uint8_t v40[3][2];
};

/* A row for each of the texts above, in their order. */
static const struct suggestion suggestions[] = {
    {1,
     {{SECRISK_V3_MAV, SECRISK_V3_AV_A}},
     {{SECRISK_V40_MAV, SECRISK_V40_AV_A}}},
    {1,
     {{SECRISK_V3_MAV, SECRISK_V3_AV_L}},
     {{SECRISK_V40_MAV, SECRISK_V40_AV_L}}},
    {1,
     {{SECRISK_V3_MAV, SECRISK_V3_AV_P}},
     {{SECRISK_V40_MAV, SECRISK_V40_AV_P}}},
    {1,
     {{SECRISK_V3_MPR, SECRISK_V3_PR_L}},
     {{SECRISK_V40_MPR, SECRISK_V40_PR_L}}},
    {1,
     {{SECRISK_V3_MPR, SECRISK_V3_PR_H}},
     {{SECRISK_V40_MPR, SECRISK_V40_PR_H}}},
    {1,
     {{SECRISK_V3_MUI, SECRISK_V3_UI_R}},
     {{SECRISK_V40_MUI, SECRISK_V40_UI_A}}},
    {3,
     {{SECRISK_V3_MC, SECRISK_V3_C_L},
      {SECRISK_V3_MI, SECRISK_V3_I_L},
      {SECRISK_V3_MA, SECRISK_V3_A_L}},
     {{SECRISK_V40_MVC, SECRISK_V40_VC_L},
      {SECRISK_V40_MVI, SECRISK_V40_VI_L},
      {SECRISK_V40_MVA, SECRISK_V40_VA_L}}},
    {1,
     {{SECRISK_V3_MC, SECRISK_V3_C_L}},
     {{SECRISK_V40_MVC, SECRISK_V40_VC_L}}},
    {1,
     {{SECRISK_V3_MAC, SECRISK_V3_AC_H}},
     {{SECRISK_V40_MAC, SECRISK_V40_AC_H}}},
    {1,
     {{SECRISK_V3_MI, SECRISK_V3_I_L}},
     {{SECRISK_V40_MVI, SECRISK_V40_VI_L}}},
    {0, {{0, 0}}, {{0, 0}}},
};
#define COUNT (sizeof suggestions / sizeof suggestions[0])

const char *secrisk_suggestion_text(uint8_t suggestion) {
  return secrisk__nth(texts, suggestion < COUNT ? suggestion : (uint8_t)COUNT);
}

uint8_t secrisk_suggestion_limits(uint8_t suggestion, uint8_t version,
                                  secrisk_limit limits[3]) {
  secrisk__zero(limits, 3 * sizeof limits[0]);
  bool v40 = version == SECRISK_CVSS40;
  bool v3 = version == SECRISK_CVSS30 || version == SECRISK_CVSS31;
  if (suggestion >= COUNT || (!v40 && !v3)) {
    return 0;
  }
  const struct suggestion *s = suggestions + suggestion;
  for (uint8_t i = 0; i < 3 && i < s->count; i++) {
    limits[i].version = version;
    limits[i].metric = v40 ? s->v40[i][0] : s->v3[i][0];
    limits[i].value = v40 ? s->v40[i][1] : s->v3[i][1];
  }
  return s->count;
}

#endif
