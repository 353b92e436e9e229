/* SPDX-License-Identifier: MIT */
/* The one parser: every version, strict or lenient, driven by the tables. */
#include "engine.h"

#if SECRISK_SMALL
#include "../cvss_small/guess.h"
#include "../cvss_small/resolve.h"
#else
#include "../cvss_fast/plain.h"
#endif

/* --- Metrics and values -----------------------------------------------------
 */

/* Is a metric acceptable where it stands? */
static secrisk_status place(struct secrisk__reader *r, uint_fast8_t metric) {
  uint32_t seen = r->seen >> metric; /* it and those after it */
  if ((seen & 1u) != 0) {
    return SECRISK_E_DUPLICATE;
  }
  if (seen != 0 && (r->at->rules & SECRISK__ANY_ORDER) == 0 &&
      !secrisk__allow(r, SECRISK_ALLOW_ORDER)) {
    return SECRISK_E_ORDER;
  }
  r->seen |= (uint32_t)1 << metric;
  return SECRISK_OK;
}

/* One NAME:VALUE at the cursor, but not past the value. */
static secrisk_status read_metric(struct secrisk__reader *r,
                                  secrisk_cvss *out) {
  if (secrisk__word(&r->c) == 0) {
    return secrisk__unexpected(&r->c);
  }
  uint_fast8_t metric = secrisk__find_metric(r);
  r->c.diag->metric = (uint8_t)metric;
  if (metric == SECRISK_NO_METRIC) {
    return SECRISK_E_METRIC;
  }
  secrisk_status status = place(r, metric);
  if (status != SECRISK_OK) {
    return status;
  }
  if (!secrisk__take(&r->c, ':')) {
    return secrisk__unexpected(&r->c);
  }
  (void)secrisk__word(&r->c);
  uint_fast8_t value = secrisk__find_value(r, metric);
  if (value == SECRISK__NO_VALUE) {
    return SECRISK_E_VALUE;
  }
  out->value[metric] = (uint8_t)value;
  r->c.diag->metric = SECRISK_NO_METRIC;
  r->next = (uint8_t)(metric + 1u);
  return SECRISK_OK;
}

/* Moves on to the next metric, if there is one; else to the vector's end. */
static bool goes_on(struct secrisk__reader *r) {
  if (secrisk__goes_on(&r->c)) {
    return true;
  }
  if (r->c.pos < r->c.end && r->c.text[r->c.pos] == '/' &&
      secrisk__allow(r, SECRISK_ALLOW_SLASH)) {
    r->c.pos++;
  }
  return false;
}

/* A bit for each of the metrics [from, to); to is below 32. */
static uint32_t bits(uint8_t from, uint8_t to) {
  return ((uint32_t)1 << to) - ((uint32_t)1 << from);
}

/* NAME:VALUE/NAME:VALUE... up to the end of the vector.  done: the metrics
 * below this one were read, and the cursor is after them; 0 for none, as always
 * in a small build. */
static secrisk_status read_metrics(struct secrisk__reader *r, secrisk_cvss *out,
                                   uint8_t done) {
  r->c.n = 0;
  r->next = done;
  if (SECRISK_SMALL || done == 0 ? r->c.pos < r->c.end : goes_on(r)) {
    do { /* each takes one metric at least, not yet seen */
      secrisk_status status = !SECRISK_SMALL && plain_metrics(r, out)
                                  ? SECRISK_OK
                                  : read_metric(r, out);
      if (status != SECRISK_OK) {
        return status;
      }
    } while (goes_on(r));
  }
  return r->c.pos == r->c.end ? SECRISK_OK : secrisk__unexpected(&r->c);
}

/* --- What must be there -----------------------------------------------------
 */

/* Fails at the first of these metrics not seen, unless allowed. */
static secrisk_status whole(struct secrisk__reader *r, uint32_t metrics,
                            uint32_t flag) {
  uint32_t missing = metrics & ~r->seen;
  if (missing == 0 || secrisk__allow(r, flag)) {
    return SECRISK_OK;
  }
  for (r->c.diag->metric = 0; (missing & 1u) == 0; missing >>= 1) {
    r->c.diag->metric++;
  }
  return SECRISK_E_MISSING;
}

/* Is there anything of a vector?  A prefix is enough, as format writes it for a
 * vector without metrics.  v2.0 has none in its standard, and "()" is nothing.
 */
static bool any(const struct secrisk__reader *r) {
  return r->seen != 0 || ((r->at->rules & SECRISK__PREFIX) != 0 &&
                          r->c.pos > 1 && r->c.text[r->c.pos - 1u] == '/');
}

static secrisk_status complete(struct secrisk__reader *r) {
  const struct secrisk__layout *at = r->at;
  secrisk_status status =
      whole(r, bits(0, at->base), any(r) ? SECRISK_ALLOW_PARTIAL : 0);
  if ((at->rules & SECRISK__WHOLE_GROUPS) != 0) {
    uint32_t threat = bits(at->base, at->threat);
    uint32_t environ = bits(at->threat, at->environ);
    if (status == SECRISK_OK && (r->seen & threat) != 0) {
      status = whole(r, threat, SECRISK_ALLOW_PART_GROUP);
    }
    if (status == SECRISK_OK && (r->seen & environ) != 0) {
      status = whole(r, environ, SECRISK_ALLOW_PART_GROUP);
    }
  }
  return status;
}

/* The metrics of a vector of the version found, from the cursor, but for those
 * done. */
static secrisk_status read_body(struct secrisk__reader *r, secrisk_cvss *out,
                                uint8_t done) {
  r->seen = SECRISK_SMALL || done == 0 ? 0 : UINT32_MAX >> (32u - done);
  r->at = secrisk__layout(r->c.diag->version);
  if (!SECRISK__CVSS_WHOLE && r->at == NULL) {
    return SECRISK_E_DISABLED;
  }
  out->version = r->c.diag->version;
  secrisk_status status = read_metrics(r, out, done);
  return status == SECRISK_OK ? complete(r) : status;
}

/* The version, and where its metrics begin or, if some were guessed right, go
 * on: *done is the metric after those. */
static secrisk_status read_begin(struct secrisk__reader *r, secrisk_cvss *out,
                                 uint8_t *done) {
  if (!SECRISK_SMALL) { /* a small build guesses nothing */
    size_t n = predict(r->c.text + r->c.pos, r->c.end - r->c.pos, out, done);
    if (n != 0) {
      r->c.pos += n;
      r->c.diag->version = out->version;
      return SECRISK_OK;
    }
  }
  secrisk_status status = secrisk__read_prefix(r);
  if (status == SECRISK_OK && r->c.diag->version == 0) {
    r->c.diag->version = secrisk__bare_version(r);
  }
  return status;
}

/* Reads what lies between pos and end.  `out` is all 0 before. */
static secrisk_status read_vector(struct secrisk__reader *r,
                                  secrisk_cvss *out) {
  uint8_t done = 0;
  secrisk_status status = secrisk__bounds(&r->c);
  if (status == SECRISK_OK) {
    status = secrisk__read_frame(r);
  }
  if (status == SECRISK_OK) {
    status = read_begin(r, out, &done);
  }
  if (status == SECRISK_OK) {
    status = read_body(r, out, done);
  }
  if (!SECRISK__CVSS_WHOLE && status == SECRISK_E_DISABLED) { /* of no byte */
    r->c.pos = 0;
    r->c.n = 0;
  }
  return status;
}

SECRISK__APART
static secrisk_status read(secrisk_cvss *out, const char *text, size_t len,
                           uint32_t flags, secrisk_diag *diag) {
  struct secrisk__reader r;
  secrisk_diag unread;
  r.c.diag = diag != NULL ? diag : &unread;
  r.c.text = text;
  r.c.pos = 0;
  r.c.n = 0;
  r.c.end = len;
  r.flags = flags;
  secrisk__diag_clear(r.c.diag, SECRISK_ABOUT_CVSS);
  secrisk__clear(out);
  secrisk_status status = secrisk__flags(flags);
  if (status == SECRISK_OK) {
    status = read_vector(&r, out);
  }
  if (status != SECRISK_OK) {
    secrisk__clear(out);
  }
  return secrisk__diagnose(&r.c, status);
}

secrisk_status secrisk_cvss_parse(const char *text, size_t len, uint32_t flags,
                                  secrisk_cvss *out, secrisk_diag *diag) {
  if (!SECRISK_SMALL && parse_at_once(out, text, len, flags, diag)) {
    return SECRISK_OK;
  }
  return read(out, text, len, flags, diag);
}
