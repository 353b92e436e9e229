/* SPDX-License-Identifier: MIT */
/* run_find FIND DREAD: this library on find.jsonl and dread.jsonl. */
#include "jsonl.h"
#include "secrisk.h"

static unsigned lines, wrong;
static char text[8192], want[8192];
static const char *const reasons[] = {
    "",       "",      "empty",     "too long", "version", "syntax",
    "metric", "value", "duplicate", "order",    "missing", "range"};

static int is(const char *object, const char *key, size_t have) {
  const char *at = json_at(object, key);
  return at != NULL && (size_t)atol(at) == have;
}

static int find_is(const char *line, size_t len) {
  const char *found = json_at(line, "found"), *near = json_at(line, "near");
  size_t at = 0, length;
  secrisk_cvss v;
  secrisk_diag diag;
  int status;
  char have[SECRISK_CVSS_TEXT_SIZE];
  while (status = secrisk_cvss_find(text, len, SECRISK_FIND_NEAR, &at, &length,
                                    &v, &diag),
         length > 0) {
    const char **object = status == SECRISK_OK ? &found : &near;
    if ((*object = strchr(*object, '{')) == NULL ||
        !is(*object, "offset", at) || !is(*object, "length", length)) {
      return 0;
    }
    secrisk_cvss_format(&v, have, sizeof have);
    json_text(*object, status == SECRISK_OK ? "canonical" : "reason", want);
    if (strcmp(want, status == SECRISK_OK ? have : reasons[status]) != 0 ||
        (status == SECRISK_OK
             ? json_tenths(*object, "overall") != secrisk_cvss_score(&v, 0)
             : !is(*object, "at", diag.offset))) {
      return 0;
    }
    *object += 1;
    at += length;
  }
  return strchr(near, '{') == NULL &&
         strcspn(found, "{") >= strcspn(found, "]");
}

static int dread_is(const char *line, size_t len) {
  secrisk_dread d;
  secrisk_diag diag;
  secrisk_level level;
  uint16_t n, of;
  int status = secrisk_dread_parse(text, len, &d, &diag);
  if (json_at(line, "reason") != NULL) {
    json_text(line, "reason", want);
    return strcmp(reasons[status], want) == 0 &&
           is(line, "offset", diag.offset);
  }
  json_text(line, "level", want);
  return secrisk_dread_score(&d, &n, &of) == SECRISK_OK &&
         is(line, "numerator", n) && is(line, "denominator", of) &&
         json_tenths(line, "mean") == secrisk_dread_tenths(&d) &&
         (secrisk_dread_level(&d, &level),
          strcmp(secrisk_level_text(level), want) == 0);
}

static void line_of(const char *line) {
  size_t len = json_text(line, "text", text);
  int finds = json_at(line, "found") != NULL;
  lines++;
  if (!(finds ? find_is(line, len) : dread_is(line, len)) && wrong++ < 8) {
    printf("otherwise: %.400s\n", line);
  }
}

int main(int argc, char **argv) {
  (void)argc;
  json_lines(argv + 1, line_of);
  printf("%u lines, %u wrong\n", lines, wrong);
  return wrong > 0 || lines == 0;
}
