/* SPDX-License-Identifier: MIT */
/* DREAD: any text, and any bytes of the struct, against the reference. */
#include "reference_dread.h"
#include "risk.h"

static void must_say(const secrisk_diag *d) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  must_write(write_dread_explanation, d, sentence, sizeof sentence);
}

static void must_place(const secrisk_diag *d, size_t len) {
  MUST(d->about == SECRISK_ABOUT_DREAD && d->lenient == 0);
  MUST(d->offset <= len && d->length <= len - d->offset);
  MUST(d->metric == SECRISK_NO_METRIC || d->metric < 5);
  must_say(d);
}

static void must_agree(const secrisk_dread *d) {
  struct reference_dread r = reference_dread(d->scheme, d->half);
  char text[SECRISK_DREAD_TEXT_SIZE], *alone;
  uint16_t up = 9, down = 9;
  secrisk_dread again;
  secrisk_diag diag;
  secrisk_level level = 9;
  secrisk_status status = secrisk_dread_check(d, &diag);
  size_t n = must_write(write_dread, d, text, sizeof text);
  MUST(status == diag.status && (status == SECRISK_OK) == r.valid);
  MUST(secrisk_dread_score(d, &up, &down) == status);
  must_place(&diag, sizeof *d);
  if (!r.valid) {
    MUST(n == 0 && up == 0 && down == 0);
    MUST(secrisk_dread_tenths(d) == SECRISK_NO_SCORE);
    MUST(secrisk_dread_level(d, &level) == status && level == 0);
    return;
  }
  MUST(down > 0 && (int)(r.score * down + 0.5) == up);
  MUST(secrisk_dread_tenths(d) == (int)(r.tenths + 0.5 + 1e-9));
  bool bands = secrisk_dread_level(d, &level) == SECRISK_OK;
  MUST(level == (bands ? r.level : SECRISK_NO_LEVEL));
  MUST(bands == (r.level <= SECRISK_LEVEL_CRITICAL));
  MUST((strstr(text, "/A:") < strstr(text, "/R:")) == (d->scheme % 100 == 7));
  alone = exact(text, n);
  MUST(secrisk_dread_parse(alone, n, &again, &diag) == SECRISK_OK);
  free(alone);
  MUST(memcmp(d, &again, sizeof again) == 0 && diag.version == d->scheme);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  secrisk_dread d, parsed;
  secrisk_diag diag = {.about = 9};
  secrisk_status status =
      secrisk_dread_parse((const char *)data, size, &parsed, &diag);
  MUST(status == diag.status && (size == 0) == (status == SECRISK_E_EMPTY));
  must_place(&diag, size);
  MUST(status == SECRISK_OK || all_zero(&parsed, sizeof parsed));
  must_agree(&parsed);
  take_into(&in, &d, sizeof d);
  must_agree(&d);
  take_into(&in, &diag, sizeof diag);
  MUST((secrisk_dread_rating_name(diag.metric)[0] != 0) == (diag.metric < 5));
  must_say(&diag);
  return 0;
}
