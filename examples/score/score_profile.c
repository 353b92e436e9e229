/* SPDX-License-Identifier: MIT */
/* score: a device's environment, laid over the vectors of others. */
#include <string.h>

#include "score.h"

static secrisk_cvss profiles[4];
static size_t count;

static void refuse(const char *text, const char *why) {
  put(&err, "score: --profile %s: %s\n", text, why);
  flush(&err);
  usage("a profile gives Threat and Environmental metrics, such as "
        "CVSS:3.1/CR:H/MAV:A",
        "");
}

void profile_add(const char *text) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  secrisk_cvss v;
  secrisk_diag diag;
  if (text == NULL ||
      secrisk_cvss_parse(text, strlen(text),
                         SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_PREFIX |
                             SECRISK_ALLOW_PART_GROUP | SECRISK_ALLOW_ORDER,
                         &v, &diag) != SECRISK_OK) {
    sentence[0] = '\0';
    if (text != NULL) {
      secrisk_cvss_explain(&diag, sentence, sizeof sentence);
    }
    refuse(text != NULL ? text : "", sentence);
  }
  bool given = false;
  for (uint8_t id = 0; id < secrisk_cvss_metric_count(v.version); id++) {
    given = given || secrisk_cvss_get(&v, id) != 0;
    if (secrisk_cvss_get(&v, id) != 0 &&
        secrisk_cvss_group(v.version, id) == SECRISK_GROUP_BASE) {
      refuse(text, "a Base metric belongs to the weakness, not to the device");
    }
  }
  if (!given) {
    refuse(text, "it gives no metric");
  }
  for (size_t i = 0; i < count; i++) {
    if (profiles[i].version == v.version) {
      refuse(text, "there is a profile for that version already");
    }
  }
  profiles[count++] = v; /* a version once: there is room for all */
  opt.profile = true;
}

/* The profile for a version; that of the other 3.x where it has none. */
static const secrisk_cvss *find(uint8_t version) {
  for (size_t i = 0; i < count; i++) {
    if (profiles[i].version == version) {
      return &profiles[i];
    }
  }
  for (size_t i = 0; i < count; i++) {
    if (profiles[i].version / 10 == version / 10) {
      return &profiles[i];
    }
  }
  return NULL;
}

/* The vector in this device; false where no profile is for its version. */
bool profile_lay(const secrisk_cvss *v, secrisk_cvss *device) {
  const secrisk_cvss *profile = find(v->version);
  *device = *v;
  if (profile == NULL) {
    return false;
  }
  for (uint8_t id = 0; id < secrisk_cvss_metric_count(v->version); id++) {
    uint8_t value = secrisk_cvss_get(profile, id);
    if (value != 0) {
      (void)secrisk_cvss_set(device, id, value);
    }
  }
  return true;
}
