/* SPDX-License-Identifier: MIT */
/* Reflection: the sections into which a form groups the metrics. */
#include "cvss.h"

#include "../tables/sections.h"

secrisk_section secrisk_cvss_section(uint8_t version, uint8_t metric) {
  const struct secrisk__layout *at = secrisk__layout(version);
  return at != NULL && metric < at->count
             ? section_numbers[section_rows[at->first + metric]]
             : 0;
}

/* Two versions may name one section differently, so the name is that of the
 * version's own first metric in it. */
const char *secrisk_cvss_section_name(uint8_t version,
                                      secrisk_section section) {
  const struct secrisk__layout *at = secrisk__layout(version);
  for (uint8_t metric = 0; at != NULL && metric < at->count; metric++) {
    uint8_t row = section_rows[at->first + metric];
    if (section_numbers[row] == section) {
      return secrisk__nth(section_names, row);
    }
  }
  return "";
}
