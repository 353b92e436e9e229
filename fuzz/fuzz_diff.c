/* SPDX-License-Identifier: MIT */
/* Texts and scores against the slow reference. */
#include "fuzz.h"
#include "reference.h"

/* Every value and every score of a vector both have read. */
static void must_agree(const struct reference *r, const secrisk_cvss *v) {
  uint8_t eq[6], levels[6];
  MUST(r->version == v->version);
  for (int i = 0; i < r->count; i++) {
    const char *name = r->metrics[i].name;
    uint8_t id = secrisk_cvss_metric_find(v->version, name, strlen(name));
    const char *want = r->value[i][0] != '\0' ? r->value[i] : "X";
    uint8_t got = secrisk_cvss_get(v, id);
    const char *abbr = secrisk_cvss_value_abbr(v->version, id, got);
    MUST(id == i && (strcmp(abbr, want) == 0 ||
                     (got == 0 && reference_value(r, name) == 'X')));
  }
  for (int kind = 0; kind <= 11; kind++) {
    int want = reference_score(r, kind);
    MUST(secrisk_cvss_score(v, (uint8_t)kind) == (want < 0 ? 255 : want));
  }
  if (v->version == SECRISK_CVSS40) {
    reference_macrovector(r, levels);
    MUST(secrisk_cvss_macrovector(v, eq) == SECRISK_OK);
    MUST(memcmp(eq, levels, sizeof eq) == 0);
  }
}

static void compare(const char *from, size_t len) {
  secrisk_cvss v;
  struct reference r;
  char *text = exact(from, len);
  bool want = reference_read(&r, text, len);
  secrisk_status got = secrisk_cvss_parse(text, len, SECRISK_STRICT, &v, NULL);
  MUST(want == (got == SECRISK_OK));
  if (got == SECRISK_OK) {
    must_agree(&r, &v);
  }
  free(text);
}

/* A text as it is, then each of its lines; or, after a byte below 4, vectors
 * made of the bytes. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  uint8_t choice[1 + REFERENCE_METRICS];
  char text[512];
  while (size > 0 && data[0] < 4 && in.left > 0) {
    take_into(&in, choice, sizeof choice);
    compare(text, reference_write(choice, text));
  }
  compare((const char *)data, size);
  for (size_t at = 0, n = 0; at < size; at += n + 1) {
    const uint8_t *end = memchr(data + at, '\n', size - at);
    n = end != NULL ? (size_t)(end - data) - at : size - at;
    compare((const char *)data + at, n);
  }
  return 0;
}
