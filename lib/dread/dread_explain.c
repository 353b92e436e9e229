/* SPDX-License-Identifier: MIT */
/* DREAD: a diagnostic as a sentence for a person. */
#include "../base/token.h"
#include "dread.h"

/* "a whole number from 0 to 10" */
static void put_scale(struct secrisk__text *t, const secrisk_diag *d) {
  secrisk_scale scale;
  secrisk_dread_scale(d->version, d->metric, &scale);
  if (scale.step == 1) {
    secrisk__puts(t, "a number, or number.5, from ");
  } else if (scale.step == 2) {
    secrisk__puts(t, "a whole number from ");
  }
  if (scale.step != 0) {
    secrisk__put_half(t, scale.low);
    secrisk__puts(t, " to ");
  }
  secrisk__put_half(t, scale.high);
}

static void put_order(struct secrisk__text *t, uint8_t scheme) {
  uint8_t count = secrisk__ratings(scheme);
  secrisk__puts(t, "the order is ");
  for (uint8_t i = 0; i < count; i++) {
    if (i != 0) {
      secrisk__puts(t, ", ");
    }
    secrisk__puts(t, secrisk_dread_rating_abbr(secrisk__rating_at(scheme, i)));
  }
}

/* What DREAD alone says, of a rating if it has a name. */
static void put_rest(struct secrisk__text *t, const secrisk_diag *d,
                     secrisk_status status, bool named) {
  if (status == SECRISK_E_VERSION) {
    secrisk__puts(t, "expected DREAD: and a scheme, such as DREAD:OP-TEE/");
  } else if (status == SECRISK_E_METRIC &&
             secrisk__scheme(d->version) != NULL) {
    secrisk__puts(t, secrisk_dread_scheme_name(d->version));
    secrisk__puts(t, " has no rating of that name");
  } else if (named && status == SECRISK_E_ORDER) {
    put_order(t, d->version);
  } else if (named &&
             (status == SECRISK_E_MISSING || status == SECRISK_E_VALUE ||
              status == SECRISK_E_RANGE)) {
    put_scale(t, d);
    if (status == SECRISK_E_VALUE) {
      secrisk__puts(t, ", in digits without a leading zero");
    }
  } else if (status != SECRISK__SAID) {
    secrisk__puts(t, secrisk_status_text(status));
  }
}

size_t secrisk_dread_explain(const secrisk_diag *diag, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  if (!SECRISK__DREAD || diag->about != SECRISK_ABOUT_DREAD) {
    secrisk__puts(&t, secrisk_status_text(diag->status));
    return secrisk__end(&t);
  }
  bool known = secrisk__scheme(diag->version) != NULL;
  const char *name = known ? secrisk_dread_rating_abbr(diag->metric) : "";
  secrisk_status rest =
      secrisk__explain(&t, diag, name, "number\0NUMBER\0rating");
  put_rest(&t, diag, rest, name[0] != '\0');
  return secrisk__end(&t);
}
