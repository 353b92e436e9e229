/* SPDX-License-Identifier: MIT */
/* score: every metric of a vector spelled out. */
#include <string.h>

#include "score.h"

/* Text in lines of 79 columns, those after the first indented. */
void put_wrapped(struct out *o, const char *text, size_t indent) {
  size_t column = indent;
  while (*text != '\0') {
    size_t word = strcspn(text, " ");
    if (column > indent && column + 1 + word > 79) {
      put(o, "\n%*s", (int)indent, "");
      column = indent;
    } else if (column > indent) {
      put(o, " ");
      column++;
    }
    put(o, "%.*s", (int)word, text);
    column += word;
    text += word + strspn(text + word, " ");
  }
  put(o, "\n");
}

/* One metric, and what its value says. */
static void explain_metric(const secrisk_cvss *v, uint8_t id) {
  uint8_t version = v->version, value = secrisk_cvss_get(v, id);
  uint8_t as = secrisk_cvss_effective(v, id);
  const char *says = secrisk_cvss_value_help(version, id, value);
  put(&out, "%s    %-4s %-*s %-5s %s%s%s%s\n",
      paint(&out, value > 0 ? "" : "\033[2m"),
      secrisk_cvss_metric_abbr(version, id), version < SECRISK_CVSS40 ? 29 : 50,
      secrisk_cvss_metric_name(version, id),
      secrisk_cvss_value_abbr(version, id, value),
      secrisk_cvss_value_name(version, id, value),
      value == 0 && as > 0 ? ", counts as " : "",
      value == 0 ? secrisk_cvss_value_name(version, id, as) : "",
      paint(&out, "\033[0m"));
  if (value != 0 && says[0] != '\0') {
    put(&out, "         ");
    put_wrapped(&out, says, 9);
  }
}

/* Every metric of a group; one line where none is defined. */
static void explain_group(const secrisk_cvss *v, secrisk_group group) {
  uint8_t version = v->version, id = 0, end;
  unsigned defined = 0;
  while (id < secrisk_cvss_metric_count(version) &&
         secrisk_cvss_group(version, id) < group) {
    id++;
  }
  for (end = id; secrisk_cvss_group(version, end) == group; end++) {
    defined += secrisk_cvss_get(v, end);
  }
  if (end > id) {
    put(&out, "  %s metrics%s\n", secrisk_cvss_group_name(version, group),
        defined > 0 ? "" : ": not defined");
  }
  for (; defined > 0 && id < end; id++) {
    explain_metric(v, id);
  }
}

void explain_metrics(const secrisk_cvss *v) {
  for (secrisk_group g = 1; g <= SECRISK_GROUP_SUPPLEMENTAL; g++) {
    explain_group(v, g);
  }
}
