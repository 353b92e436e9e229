/* SPDX-License-Identifier: MIT */
/* Any text, under every flag. */
#include "fuzz.h"

struct reading {
  secrisk_cvss v;
  secrisk_diag d;
};

/* One reading: its result, its diagnostic, and the flags it really needed. */
static secrisk_status read(struct reading *r, const char *text, size_t len,
                           uint32_t flags) {
  struct reading again;
  memset(r, 0x5a, sizeof *r);
  secrisk_status status = secrisk_cvss_parse(text, len, flags, &r->v, &r->d);
  MUST(status == r->d.status && (r->d.lenient & ~flags) == 0);
  MUST(status != SECRISK_E_ARG && status != SECRISK_E_RANGE);
  must_explain(&r->d, text, len);
  if (status != SECRISK_OK) {
    MUST(all_zero(&r->v, sizeof r->v));
    return status;
  }
  bool partial = (r->d.lenient & SECRISK_ALLOW_PARTIAL) != 0;
  MUST(r->d.version == r->v.version);
  MUST(secrisk_cvss_check(&r->v, NULL) ==
       (partial ? SECRISK_E_MISSING : SECRISK_OK));
  if (r->d.lenient != flags) { /* those, and no others, are enough */
    MUST(read(&again, text, len, r->d.lenient) == SECRISK_OK);
    MUST(same(&r->v, &again.v) && again.d.lenient == r->d.lenient);
  }
  return SECRISK_OK;
}

/* A score is its own text, less ".0" perhaps; a level has its word's length. */
static void read_words(const char *text, size_t len) {
  char buf[SECRISK_TENTHS_TEXT_SIZE];
  secrisk_tenths score = secrisk_tenths_read(text, len);
  secrisk_level level = secrisk_level_find(text, len);
  if (score != SECRISK_NO_SCORE) {
    size_t n = secrisk_tenths_format(score, buf, sizeof buf);
    MUST(n < sizeof buf && len <= n && memcmp(buf, text, len) == 0);
    MUST(secrisk_tenths_read(buf, n) == score);
  }
  MUST(level == SECRISK_NO_LEVEL || strlen(secrisk_level_text(level)) == len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const uint32_t more[] = {
      SECRISK_LENIENT, SECRISK_LENIENT | SECRISK_ALLOW_PARTIAL,
      SECRISK_LENIENT | SECRISK_ALLOW_BARE_30, 0xff | SECRISK_ALLOW_BARE_31};
  const char *text = (const char *)data;
  struct reading strict, r;
  secrisk_status status = read(&strict, text, size, SECRISK_STRICT);
  MUST(secrisk_cvss_parse(text, size, 0, &r.v, NULL) == status);
  MUST((size > SECRISK_TEXT_MAX) == (status == SECRISK_E_TOO_LONG));
  MUST((size == 0) == (status == SECRISK_E_EMPTY));
  read_words(text, size);
  r = strict;
  for (int bit = 0; bit < 10 + 4; bit++) {
    uint32_t flags = bit < 10 ? (uint32_t)1 << bit : more[bit - 10];
    bool ok = read(&r, text, size, flags) == SECRISK_OK;
    if (status == SECRISK_OK) { /* strict text is lenient text */
      MUST(ok && same(&strict.v, &r.v) && r.d.lenient == 0);
    }
  }
  if (r.v.version != 0) {
    must_be_vector(&r.v);
  }
  uint32_t wrong = (uint32_t)size << 10 | 0x300;
  MUST(secrisk_cvss_parse(text, size, wrong, &r.v, &r.d) == SECRISK_E_ARG);
  MUST(all_zero(&r.v, sizeof r.v) && r.d.status == SECRISK_E_ARG);
  return 0;
}
