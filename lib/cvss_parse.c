/* SPDX-License-Identifier: MIT */
/* The one parser: every version, strict or lenient, driven by the tables. */
#include "internal.h"
#if !SECRISK_SMALL
#include "cvss_predict.h"
#endif

/* --- Metrics and values -----------------------------------------------------
 */

/* Is a metric acceptable where it stands? */
static secrisk_status place(struct secrisk__parser *p, size_t pos,
                            size_t length, uint8_t metric) {
  uint32_t seen = p->seen >> metric; /* it and those after it */
  if ((seen & 1u) != 0) {
    return secrisk__fail(p, SECRISK_E_DUPLICATE, pos, length);
  }
  bool any_order = p->version == SECRISK_CVSS30 || p->version == SECRISK_CVSS31;
  if (seen != 0 && !any_order && !secrisk__allow(p, SECRISK_ALLOW_ORDER)) {
    return secrisk__fail(p, SECRISK_E_ORDER, pos, length);
  }
  p->seen |= (uint32_t)1 << metric;
  return SECRISK_OK;
}

/* One NAME:VALUE at p->pos. */
static secrisk_status read_metric(struct secrisk__parser *p,
                                  secrisk_cvss *out) {
  size_t pos = p->pos;
  size_t n = secrisk__run(p, pos);
  if (n == 0) {
    return secrisk__unexpected(p, pos);
  }
  uint8_t metric = secrisk__find_metric(p, pos, n);
  if (metric == SECRISK_NO_METRIC) {
    return secrisk__fail(p, SECRISK_E_METRIC, pos, n);
  }
  p->metric = metric;
  secrisk_status status = place(p, pos, n, metric);
  if (status != SECRISK_OK) {
    return status;
  }
  pos += n;
  if (!secrisk__at(p, pos, ':')) {
    return secrisk__unexpected(p, pos);
  }
  pos++;
  n = secrisk__run(p, pos);
  uint8_t value = secrisk__find_value(p, pos, n, metric);
  if (value == SECRISK__NO_VALUE) {
    return secrisk__fail(p, SECRISK_E_VALUE, pos, n);
  }
  out->value[metric] = value;
  p->pos = pos + n;
  p->metric = SECRISK_NO_METRIC;
  p->next = (uint8_t)(metric + 1u);
  return SECRISK_OK;
}

/* A bit for each of the metrics [from, to); to is below 32. */
static uint32_t bits(uint8_t from, uint8_t to) {
  return ((uint32_t)1 << to) - ((uint32_t)1 << from);
}

/* NAME:VALUE/NAME:VALUE... up to the end of the vector.  done: the metrics
 * below this one were read, and p->pos is after them; 0 for none. */
static secrisk_status read_metrics(struct secrisk__parser *p, secrisk_cvss *out,
                                   uint8_t done) {
  p->next = done;
  while (done != 0 || p->pos < p->end) { /* each takes a metric not yet seen */
    secrisk_status status = done == 0 ? read_metric(p, out) : SECRISK_OK;
    if (status != SECRISK_OK) {
      return status;
    }
    done = 0;
    if (!secrisk__at(p, p->pos, '/')) {
      return p->pos == p->end || p->open_end ? SECRISK_OK
                                             : secrisk__unexpected(p, p->pos);
    }
    p->pos++;
    if (p->pos == p->end && !secrisk__allow(p, SECRISK_ALLOW_SLASH)) {
      return secrisk__unexpected(p, p->pos - 1u);
    }
  }
  return SECRISK_OK;
}

/* --- What must be there -----------------------------------------------------
 */

/* Fails at the first of these metrics not seen, unless allowed. */
static secrisk_status whole(struct secrisk__parser *p, uint32_t metrics,
                            uint32_t flag) {
  uint32_t missing = metrics & ~p->seen;
  if (missing == 0 || secrisk__allow(p, flag)) {
    return SECRISK_OK;
  }
  for (p->metric = 0; (missing & 1u) == 0; missing >>= 1) {
    p->metric++;
  }
  return secrisk__fail(p, SECRISK_E_MISSING, p->pos, 0);
}

static secrisk_status complete(struct secrisk__parser *p) {
  const struct secrisk__layout *at = p->at;
  if (whole(p, bits(0, at->base), p->seen != 0 ? SECRISK_ALLOW_PARTIAL : 0) !=
      SECRISK_OK) {
    return p->status;
  }
#if SECRISK__V2
  if (p->version == SECRISK_CVSS20) {
    uint32_t threat = bits(at->base, at->threat);
    uint32_t environ = bits(at->threat, at->environ);
    if ((p->seen & threat) != 0 &&
        whole(p, threat, SECRISK_ALLOW_PART_GROUP) != SECRISK_OK) {
      return p->status;
    }
    if ((p->seen & environ) != 0) {
      return whole(p, environ, SECRISK_ALLOW_PART_GROUP);
    }
  }
#endif
  return SECRISK_OK;
}

/* The metrics of a vector of p->version, from p->pos, but for those done. */
static secrisk_status read_body(struct secrisk__parser *p, secrisk_cvss *out,
                                uint8_t done) {
  p->seen = done == 0 ? 0 : UINT32_MAX >> (32u - done);
  p->at = secrisk__layout(p->version);
  if (p->at == NULL) {
    return secrisk__fail(p, SECRISK_E_DISABLED, p->pos, 0);
  }
  out->version = p->version;
  return read_metrics(p, out, done) == SECRISK_OK ? complete(p) : p->status;
}

/* The version, and where its metrics begin or, if some were guessed right, go
 * on; returns the metric after those. */
static uint8_t read_begin(struct secrisk__parser *p, secrisk_cvss *out) {
#if !SECRISK_SMALL
  uint8_t done = 0;
  size_t n = predict(p->text + p->pos, p->end - p->pos, out, &done);
  if (n != 0) {
    p->pos += n;
    p->version = out->version;
    return done;
  }
  secrisk__clear(out);
#else
  (void)out;
#endif
  if (secrisk__read_prefix(p) == SECRISK_OK && p->version == 0) {
    p->version = secrisk__bare_version(p);
  }
  return 0;
}

void secrisk__begin(struct secrisk__parser *p, secrisk_cvss *out) {
  p->status = SECRISK_OK;
  p->offset = 0;
  p->length = 0;
  p->lenient = 0;
  p->version = 0;
  p->metric = SECRISK_NO_METRIC;
  secrisk__clear(out);
}

secrisk_status secrisk__parse(struct secrisk__parser *p, secrisk_cvss *out) {
  if (secrisk__read_frame(p) == SECRISK_OK) {
    uint8_t done = read_begin(p, out);
    if (p->status == SECRISK_OK) {
      (void)read_body(p, out, done);
    }
  }
  if (p->status != SECRISK_OK) {
    secrisk__clear(out);
  }
  return p->status;
}

#define FLAGS                                                                  \
  (SECRISK_LENIENT | SECRISK_ALLOW_PARTIAL | SECRISK_ALLOW_BARE_30 |           \
   SECRISK_ALLOW_BARE_31)

secrisk_status secrisk__flags(uint32_t flags) {
  uint32_t both = SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31;
  if ((flags & ~(uint32_t)FLAGS) != 0 || (flags & both) == both) {
    return SECRISK_E_ARG;
  }
  return SECRISK__LENIENT || flags == 0 ? SECRISK_OK : SECRISK_E_DISABLED;
}

void secrisk__diagnose(const struct secrisk__parser *p, secrisk_diag *diag) {
  if (diag == NULL) {
    return;
  }
  diag->offset = (uint32_t)p->offset;
  diag->length = (uint32_t)p->length;
  diag->lenient = p->lenient;
  diag->status = p->status;
  diag->version = p->version;
  diag->metric = p->metric;
  diag->reserved = 0;
}

SECRISK__APART
static secrisk_status read(secrisk_cvss *out, const char *text, size_t len,
                           uint32_t flags, secrisk_diag *diag) {
  struct secrisk__parser p;
  p.text = text;
  p.pos = 0;
  p.end = len;
  p.flags = flags;
  p.open_end = false;
  secrisk__begin(&p, out);
  secrisk_status status = secrisk__flags(flags);
  if (text == NULL && len > 0) {
    status = SECRISK_E_ARG;
  }
  if (status != SECRISK_OK) {
    (void)secrisk__fail(&p, status, 0, 0);
  } else if (len > SECRISK_TEXT_MAX) {
    (void)secrisk__fail(&p, SECRISK_E_TOO_LONG, SECRISK_TEXT_MAX,
                        len - SECRISK_TEXT_MAX);
  } else {
    (void)secrisk__parse(&p, out);
  }
  secrisk__diagnose(&p, diag);
  return p.status;
}

secrisk_status secrisk_cvss_parse(secrisk_cvss *out, const char *text,
                                  size_t len, uint32_t flags,
                                  secrisk_diag *diag) {
#if !SECRISK_SMALL
  uint8_t end = 0;
  secrisk__clear(out);
  if (flags == SECRISK_STRICT && text != NULL && len != 0 &&
      guess(text, len, out, true, &end) == len) { /* all as guessed */
    return diag == NULL ? SECRISK_OK
                        : secrisk__report(diag, SECRISK_OK, 0, out->version);
  }
#endif
  return read(out, text, len, flags, diag);
}
