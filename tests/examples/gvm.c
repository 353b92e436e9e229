/* SPDX-License-Identifier: MIT */
/* gvm FILE...: gvm-libs' function, from examples/gvm, on the vectors of
 * tests/conformance. */
#include "../conformance/jsonl.h"

double get_cvss_score_from_base_metrics(const char *text);

static unsigned lines, wrong;

/* Two departures from the standard are read, as gvm-libs reads them. */
static int is_read(const char *line) {
  static char why[8192];
  json_text(line, "class", why);
  return strstr(why, "lower case") != NULL ||
         strstr(why, "another letter case") != NULL ||
         strstr(why, "in the wrong order") != NULL;
}

static void line_of(const char *line) {
  static char text[8192];
  int valid = json_at(line, "vector") != NULL;
  size_t len = json_text(line, valid ? "vector" : "text", text);
  double got = get_cvss_score_from_base_metrics(text);
  if (strlen(text) != len) {
    return; /* a zero byte: a text of C ends there */
  }
  lines++;
  if (valid) {
    const char *key = strncmp(text, "CVSS:4", 6) == 0 ? "overall" : "B";
    wrong += (int)(got * 10 + 0.5) != json_tenths(line, key);
  } else {
    wrong += (got >= 0) != is_read(line);
  }
}

int main(int argc, char **argv) {
  (void)argc;
  json_lines(argv + 1, line_of);
  wrong += get_cvss_score_from_base_metrics(NULL) != -1.0;
  printf("%u lines, %u wrong\n", lines, wrong);
  return wrong > 0 || lines == 0;
}
