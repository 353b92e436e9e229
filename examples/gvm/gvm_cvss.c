/* SPDX-License-Identifier: MIT */
/* gvm-libs' function for CVSS scores, in front of secrisk: link this file and
 * secrisk instead of base/cvss.c.  docs/migrating.md says what changes.
 *
 *   cc -Iinclude -c examples/gvm/gvm_cvss.c */
#include <secrisk.h>
#include <string.h>

double get_cvss_score_from_base_metrics(const char *text);

/* The Base score of 2.0 and 3.x; of 4.0, whose score is one, the score of all
 * metrics.  -1 for NULL and for what is no vector. */
double get_cvss_score_from_base_metrics(const char *text) {
  /* What gvm-libs reads though the standard does not. */
  const uint32_t flags = SECRISK_ALLOW_ORDER | SECRISK_ALLOW_CASE;
  secrisk_cvss vector;

  if (text == NULL || secrisk_cvss_parse(text, strlen(text), flags, &vector,
                                         NULL) != SECRISK_OK) {
    return -1.0;
  }
  return secrisk_cvss_score(&vector, vector.version == SECRISK_CVSS40
                                         ? SECRISK_SCORE_OVERALL
                                         : SECRISK_SCORE_B) /
         10.0;
}
