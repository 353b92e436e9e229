/* SPDX-License-Identifier: MIT */
/* The one parser: every version, strict or lenient, driven by the tables. */
#include "engine.h"

#if SECRISK_SMALL
#include "../cvss_small/guess.h"
#include "../cvss_small/resolve.h"
#else
#include "../cvss_fast/guess.h"
#endif

/* --- Metrics and values -----------------------------------------------------
 */

/* Is a metric acceptable where it stands? */
static secrisk_status place(struct secrisk__parser *p, uint_fast8_t metric) {
  uint32_t seen = p->seen >> metric; /* it and those after it */
  if ((seen & 1u) != 0) {
    return secrisk__fail(p, SECRISK_E_DUPLICATE);
  }
  bool any_order =
      SECRISK__V3 && (!(SECRISK__V2 || SECRISK__V4) || p->at->index == 1);
  if (seen != 0 && !any_order && !secrisk__allow(p, SECRISK_ALLOW_ORDER)) {
    return secrisk__fail(p, SECRISK_E_ORDER);
  }
  p->seen |= (uint32_t)1 << metric;
  return SECRISK_OK;
}

/* One NAME:VALUE at p->pos, but not past the value. */
static secrisk_status read_metric(struct secrisk__parser *p,
                                  secrisk_cvss *out) {
  if (secrisk__run(p, '/') == 0) {
    return secrisk__unexpected(p);
  }
  uint_fast8_t metric = secrisk__find_metric(p);
  p->diag.metric = (uint8_t)metric;
  if (metric == SECRISK_NO_METRIC) {
    return secrisk__fail(p, SECRISK_E_METRIC);
  }
  secrisk_status status = place(p, metric);
  if (status != SECRISK_OK) {
    return status;
  }
  if (!secrisk__take(p, ':')) {
    return secrisk__unexpected(p);
  }
  (void)secrisk__run(p, '/');
  uint_fast8_t value = secrisk__find_value(p, metric);
  if (value == SECRISK__NO_VALUE) {
    return secrisk__fail(p, SECRISK_E_VALUE);
  }
  out->value[metric] = (uint8_t)value;
  p->diag.metric = SECRISK_NO_METRIC;
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
  p->n = 0;
  p->next = done;
  if (done == 0 ? p->pos < p->end : secrisk__goes_on(p)) {
    do { /* each takes a metric not yet seen */
      secrisk_status status = read_metric(p, out);
      if (status != SECRISK_OK) {
        return status;
      }
    } while (secrisk__goes_on(p));
  }
  return p->pos == p->end || p->open_end ? SECRISK_OK : secrisk__unexpected(p);
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
  for (p->diag.metric = 0; (missing & 1u) == 0; missing >>= 1) {
    p->diag.metric++;
  }
  return secrisk__fail(p, SECRISK_E_MISSING);
}

/* Is there anything of a vector?  A prefix is enough, as format writes it for a
 * vector without metrics.  v2.0 has none in its standard, and "()" is nothing.
 */
static bool any(const struct secrisk__parser *p) {
  return p->seen != 0 ||
         (p->diag.version != SECRISK_CVSS20 && p->text[p->pos - 1u] == '/');
}

static secrisk_status complete(struct secrisk__parser *p) {
  const struct secrisk__layout *at = p->at;
  secrisk_status status =
      whole(p, bits(0, at->base), any(p) ? SECRISK_ALLOW_PARTIAL : 0);
#if SECRISK__V2
  if (at->index == 0) {
    uint32_t threat = bits(at->base, at->threat);
    uint32_t environ = bits(at->threat, at->environ);
    if (status == SECRISK_OK && (p->seen & threat) != 0) {
      status = whole(p, threat, SECRISK_ALLOW_PART_GROUP);
    }
    if (status == SECRISK_OK && (p->seen & environ) != 0) {
      status = whole(p, environ, SECRISK_ALLOW_PART_GROUP);
    }
  }
#endif
  return status;
}

/* The metrics of a vector of the version found, from p->pos, but for those
 * done. */
static secrisk_status read_body(struct secrisk__parser *p, secrisk_cvss *out,
                                uint8_t done) {
  p->seen = done == 0 ? 0 : UINT32_MAX >> (32u - done);
  p->at = secrisk__layout(p->diag.version);
  if (p->at == NULL) {
    p->n = 0;
    return secrisk__fail(p, SECRISK_E_DISABLED);
  }
  out->version = p->diag.version;
  secrisk_status status = read_metrics(p, out, done);
  return status == SECRISK_OK ? complete(p) : status;
}

/* The version, and where its metrics begin or, if some were guessed right, go
 * on: *done is the metric after those. */
static secrisk_status read_begin(struct secrisk__parser *p, secrisk_cvss *out,
                                 uint8_t *done) {
  size_t n = predict(p->text + p->pos, p->end - p->pos, out, done);
  if (n != 0) {
    p->pos += n;
    p->diag.version = out->version;
    return SECRISK_OK;
  }
  secrisk_status status = secrisk__read_prefix(p);
  if (status == SECRISK_OK && p->diag.version == 0) {
    p->diag.version = secrisk__bare_version(p);
  }
  return status;
}

void secrisk__begin(struct secrisk__parser *p, secrisk_cvss *out) {
  secrisk__diag_clear(&p->diag, SECRISK_ABOUT_CVSS);
  p->n = 0;
  secrisk__clear(out);
}

secrisk_status secrisk__parse(struct secrisk__parser *p, secrisk_cvss *out) {
  uint8_t done = 0;
  secrisk_status status = secrisk__read_frame(p);
  if (status == SECRISK_OK) {
    status = read_begin(p, out, &done);
  }
  if (status == SECRISK_OK) {
    status = read_body(p, out, done);
  }
  if (status != SECRISK_OK) {
    secrisk__clear(out);
  }
  return status;
}

secrisk_status secrisk__flags(uint32_t flags) {
  const uint32_t bare_3 = SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31;
  /* BARE_40 is the highest. */
  if (flags >= SECRISK_ALLOW_BARE_40 * 2u || (flags & bare_3) == bare_3) {
    return SECRISK_E_ARG;
  }
  return SECRISK__LENIENT || flags == 0 ? SECRISK_OK : SECRISK_E_DISABLED;
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
    (void)secrisk__fail(&p, status);
  } else if (len > SECRISK_TEXT_MAX) {
    p.pos = SECRISK_TEXT_MAX;
    p.n = len - SECRISK_TEXT_MAX;
    (void)secrisk__fail(&p, SECRISK_E_TOO_LONG);
  } else {
    (void)secrisk__parse(&p, out);
  }
  return secrisk__diagnose(&p, diag);
}

secrisk_status secrisk_cvss_parse(const char *text, size_t len, uint32_t flags,
                                  secrisk_cvss *out, secrisk_diag *diag) {
  if (parse_at_once(out, text, len, flags, diag)) {
    return SECRISK_OK;
  }
  return read(out, text, len, flags, diag);
}
