/* SPDX-License-Identifier: MIT */
/* run_states FILE: this library over every state of states.jsonl. */
#include "../enumerate.h"
#include "jsonl.h"

static unsigned long states;
static unsigned wrong;

static uint8_t version_of(const char *text) {
  return (uint8_t)((text[0] - '0') * 10 + text[2] - '0');
}

/* The first state of a line, with the metrics that all have. */
static void start(struct states *s, const char *line) {
  static char text[8192], rest[300];
  json_text(line, "version", text);
  uint8_t version = version_of(text);
  memset(s, 0, sizeof *s);
  if (json_text(line, "rest", text) != 0) {
    snprintf(rest, sizeof rest, "CVSS:%d.%d/%s", version / 10, version % 10,
             text);
    secrisk_cvss_parse(rest, strlen(rest), SECRISK_STRICT, &s->v, NULL);
  }
  json_text(line, "metrics", text);
  states_start(s, version, text);
}

static void line_of(const char *line) {
  static char text[8192];
  struct states s;
  uint64_t fnv = 0xcbf29ce484222325u;
  uint32_t crc = 0xffffffffu;
  unsigned long n = 0, sum = 0;
  json_text(line, "kind", text);
  uint8_t kind = strlen(text) == 1 ? 1 : strlen(text) == 2 ? 3 : 7;
  start(&s, line);
  do {
    uint8_t byte = secrisk_cvss_score(&s.v, kind);
    crc ^= byte;
    for (int bit = 0; bit < 8; bit++) {
      crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }
    fnv = (fnv ^ byte) * 0x100000001b3u;
    sum += byte;
    n++;
  } while (states_next(&s));
  json_text(line, "crc32", text);
  int differs = strtoul(text, NULL, 16) != (crc ^ 0xffffffffu);
  json_text(line, "fnv1a64", text);
  differs |= strtoull(text, NULL, 16) != fnv;
  differs |= (unsigned long)atol(json_at(line, "states")) != n;
  differs |= (unsigned long)atol(json_at(line, "sum")) != sum;
  states += n;
  if (differs) {
    wrong++;
    printf("otherwise: %lu states, crc32 %08lx: %.60s\n", n,
           (unsigned long)crc ^ 0xfffffffful, line);
  }
}

int main(int argc, char **argv) {
  (void)argc;
  json_lines(argv + 1, line_of);
  printf("%lu states, %u digests wrong\n", states, wrong);
  return wrong > 0 || states == 0;
}
