/* SPDX-License-Identifier: MIT */
/* Of register and score: systems of rating by their names. */
#include <string.h>

#include "common.h"

enum { OWN_FIRST = SECRISK_SYSTEM_OWN, OWN_LAST = SECRISK_SYSTEM_OWN_LAST };

const char *system_name(uint8_t system) {
  static const char *const own[] = {"score 2", "score 3", "score 4", "score 5",
                                    "score 6", "score 7", "score 8", "score 9"};
  switch (system) {
  case SECRISK_CVSS20:
    return "CVSS 2.0";
  case SECRISK_CVSS30:
    return "CVSS 3.0";
  case SECRISK_CVSS31:
    return "CVSS 3.1";
  case SECRISK_CVSS40:
    return "CVSS 4.0";
  case SECRISK_SYSTEM_LEVEL:
    return "level";
  default:
    return system >= OWN_FIRST && system <= OWN_LAST ? own[system - OWN_FIRST]
                                                     : "DREAD";
  }
}

void put_system(FILE *to, uint8_t system) {
  fputs(system_name(system), to);
  if (system > SECRISK_DREAD_D) {
    fprintf(to, " %s", secrisk_dread_scheme_name(system));
  }
}

/* Passes over a word and what may stand between it and a name. */
static bool prefixed(const char *text, struct piece *p, const char *word) {
  size_t len = strlen(word);
  if (p->to - p->from < len || !same_word(text + p->from, len, word)) {
    return false;
  }
  p->from += len;
  while (p->from < p->to && strchr(" :vV-_", text[p->from]) != NULL) {
    p->from++;
  }
  return true;
}

static uint8_t cvss_version(const char *text, size_t len) {
  static const char *const names[] = {"2.0", "3.0", "3.1", "4.0", "2",
                                      "4",   "20",  "30",  "31",  "40"};
  static const uint8_t versions[] = {
      SECRISK_CVSS20, SECRISK_CVSS30, SECRISK_CVSS31, SECRISK_CVSS40,
      SECRISK_CVSS20, SECRISK_CVSS40, SECRISK_CVSS20, SECRISK_CVSS30,
      SECRISK_CVSS31, SECRISK_CVSS40};
  for (size_t i = 0; i < sizeof versions; i++) {
    if (same_word(text, len, names[i])) {
      return versions[i];
    }
  }
  return 0;
}

static uint8_t dread_scheme(const char *text, size_t len) {
  for (unsigned scheme = SECRISK_DREAD_D + 1u; scheme <= 255; scheme++) {
    const char *name = secrisk_dread_scheme_name((uint8_t)scheme);
    if (*name != '\0' && same_word(text, len, name)) {
      return (uint8_t)scheme;
    }
  }
  return 0;
}

uint8_t system_find(const char *text, size_t len) {
  struct piece p = trimmed(text, 0, len);
  if (prefixed(text, &p, "CVSS")) {
    return cvss_version(text + p.from, p.to - p.from);
  }
  if (len > 2 && p.to - p.from > 2) { /* "3.1", "v3.1" */
    size_t skip = lower(text[p.from]) == 'v';
    uint8_t version = cvss_version(text + p.from + skip, p.to - p.from - skip);
    if (version != 0) {
      return version;
    }
  }
  for (uint8_t i = SECRISK_SYSTEM_LEVEL; i <= OWN_LAST; i++) {
    if (same_word(text + p.from, p.to - p.from, system_name(i))) {
      return i;
    }
  }
  (void)prefixed(text, &p, "DREAD");
  return dread_scheme(text + p.from, p.to - p.from);
}

uint16_t system_high(uint8_t system) {
  secrisk_scale scale;
  if (system <= SECRISK_DREAD_D) {
    return 100;
  }
  secrisk_dread_scale(system, 0, &scale);
  return (uint16_t)(scale.high * 5);
}
