/* SPDX-License-Identifier: MIT */
/* DREAD: a diagnostic as a sentence for a person. */
#include "dread.h"

#if SECRISK__DREAD

/* About one rating; text is what is said of it. */
static void put_about(struct secrisk__text *t, const secrisk_diag *d,
                      const char *text) {
  secrisk__puts(t, secrisk_dread_rating_abbr(d->metric));
  secrisk__puts(t, text);
}

/* "D must be a whole number from 0 to 10" */
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

/* Not so in diagnostics of other than DREAD. */
static bool is_about_rating(const secrisk_diag *d) {
  return d->metric < 5 && secrisk__scheme(d->version) != NULL;
}

static void put_syntax(struct secrisk__text *t, const secrisk_diag *d) {
  if (is_about_rating(d)) {
    put_about(t, d, " must be followed by a colon and a number");
  } else if (d->length == 0) {
    secrisk__puts(t, "the text ends too early");
  } else {
    secrisk__puts(t, "nothing but NAME:NUMBER, with one slash between two of "
                     "them, may stand here");
  }
}

static void put_order(struct secrisk__text *t, const secrisk_diag *d) {
  uint8_t count = secrisk__ratings(d->version);
  put_about(t, d, " is too late: the order is ");
  for (uint8_t i = 0; i < count; i++) {
    if (i != 0) {
      secrisk__puts(t, ", ");
    }
    secrisk__puts(t,
                  secrisk_dread_rating_abbr(secrisk__rating_at(d->version, i)));
  }
}

/* Where the rating is known, but not right as it stands. */
static void put_fault(struct secrisk__text *t, const secrisk_diag *d) {
  if (d->status == SECRISK_E_DUPLICATE) {
    put_about(t, d, " is given a second time");
  } else if (d->status == SECRISK_E_ORDER) {
    put_order(t, d);
  } else {
    put_about(t, d,
              d->status == SECRISK_E_MISSING ? " is missing; it must be "
                                             : " must be ");
    put_scale(t, d);
    if (d->status == SECRISK_E_VALUE) {
      secrisk__puts(t, ", in digits without a leading zero");
    }
  }
}

static const char *text(secrisk_status status) {
  if (status == SECRISK_E_TOO_LONG) {
    return "longer than any rating can be";
  }
  return status == SECRISK_E_VERSION
             ? "expected DREAD: and a scheme, such as DREAD:OP-TEE/"
             : secrisk_status_text(status);
}

/* No switch: of one so long, compilers make a call where code is small. */
size_t secrisk_dread_explain(const secrisk_diag *diag, char *buf, size_t cap) {
  struct secrisk__text t = {buf, cap, 0};
  secrisk_status status = diag->status;
  if (status == SECRISK_E_SYNTAX) {
    put_syntax(&t, diag);
  } else if (status == SECRISK_E_METRIC &&
             secrisk__scheme(diag->version) != NULL) {
    secrisk__puts(&t, secrisk_dread_scheme_name(diag->version));
    secrisk__puts(&t, " has no rating of that name");
  } else if (is_about_rating(diag) &&
             ((status >= SECRISK_E_VALUE && status <= SECRISK_E_MISSING) ||
              status == SECRISK_E_RANGE)) {
    put_fault(&t, diag);
  } else {
    secrisk__puts(&t, text(status));
  }
  return secrisk__end(&t);
}

#endif
