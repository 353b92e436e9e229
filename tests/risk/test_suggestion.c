/* SPDX-License-Identifier: MIT */
/* The suggested limits, one by one, with what stands behind them. */
#include "t.h"

/* As a person reads them: blanks between, "" for none. */
static const struct row {
  const char *text, *v3, *v40;
} rows[] = {
    {"isolated network", "MAV:A", "MAV:A"},
    {"access only from the device itself", "MAV:L", "MAV:L"},
    {"locked room, where touch is needed and no remote path is left", "MAV:P",
     "MAV:P"},
    {"user authentication", "MPR:L", "MPR:L"},
    {"administrator authentication", "MPR:H", "MPR:H"},
    {"confirmation by the user, without which nothing happens", "MUI:R",
     "MUI:A"},
    {"least privilege or a sandbox", "MC:L MI:L MA:L", "MVC:L MVI:L MVA:L"},
    {"secure element or encrypted storage, for the asset inside", "MC:L",
     "MVC:L"},
    {"link encryption with authentication", "MAC:H", "MAC:H"},
    {"secure boot or signed updates, against what is to last", "MI:L", "MVI:L"},
    {"monitoring or training, which lower nothing", "", ""},
};

/* "MC:L MI:L" as limits; how many. */
static uint8_t read(const char *list, uint8_t version, secrisk_limit out[3]) {
  uint8_t n = 0;
  memset(out, 0, 3 * sizeof *out);
  while (*list != '\0') {
    size_t name = strcspn(list, ":");
    const char *word = strchr(list, ':') + 1;
    size_t value = strcspn(word, " ");
    uint8_t m = secrisk_cvss_metric_find(version, list, name);
    uint8_t i = 1;
    while (strlen(secrisk_cvss_value_abbr(version, m, i)) != value ||
           strncmp(secrisk_cvss_value_abbr(version, m, i), word, value) != 0) {
      i++;
    }
    out[n].version = version;
    out[n].metric = m;
    out[n].value = i;
    n++;
    list = word + value + (word[value] == ' ');
  }
  return n;
}

static void each_is_as_listed(T_ARGS) {
  T_BEGIN;
  for (unsigned i = 0; i < 256; i++) {
    const struct row *r = i < T_COUNT(rows) ? &rows[i] : NULL;
    T_STR("text", secrisk_suggestion_text((uint8_t)i),
          r != NULL ? r->text : "");
    for (unsigned version = 0; version < 256; version++) {
      const char *list = r == NULL                        ? ""
                         : version == 40                  ? r->v40
                         : version == 30 || version == 31 ? r->v3
                                                          : "";
      secrisk_limit want[3], got[5];
      uint8_t n = read(list, (uint8_t)version, want);
      memset(got, 0xa5, sizeof got);
      T_EQ(list,
           secrisk_suggestion_limits((uint8_t)i, (uint8_t)version, got + 1), n);
      T_EQ(list, memcmp(got + 1, want, sizeof want), 0);
      T_EQ("a byte before", got[0].version + got[0].metric + got[0].value,
           3 * 0xa5);
      T_EQ("a byte behind", got[4].version + got[4].metric + got[4].value,
           3 * 0xa5);
    }
  }
}

#define CASES(X) X(each_is_as_listed)
T_MAIN_IF("suggestion", CASES,
          T_HAS(SECRISK_FEATURE_RISK | SECRISK_FEATURE_CVSS3 |
                SECRISK_FEATURE_CVSS4),
          "this build leaves controls, v3 or v4.0 out")
