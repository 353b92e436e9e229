/* SPDX-License-Identifier: MIT */
/* A guess at what a vector begins with: prefix and all Base metrics, perhaps
 * all others, in the standard's order and with valid values.  Where it is
 * right, it saves the parser the work; where not, nothing has happened. */
#ifndef SECRISK_CVSS_PREDICT_H
#define SECRISK_CVSS_PREDICT_H

#include "../cvss/engine.h"
#include "resolve.h"

struct tail {
  uint64_t text, mask;
  uint8_t length;
};

/* The generated functions compare the text eight bytes at a time (of a value
 * only the bits that make it a capital letter), look the values up and store
 * them as whole words, for that is how they will be read.  They look at as many
 * bytes as V2_BASE, V3_REST and so on say, and no others.  None looks at the
 * length: fits() has been asked for it before every call. */
#include "../tables/predict.h"

/* The version that "CVSS:x.y/" names, of those with a prefix; else 0. */
SECRISK__INTO uint8_t prefix_version(const uint8_t *text, size_t left) {
  const uint64_t cvss30 = 0x302e333a53535643u; /* as load64 makes it */
  const uint64_t cvss40 = 0x302e343a53535643u;
  if (left < 9 || text[8] != '/') {
    return 0;
  }
  uint64_t t = secrisk__load64(text);
  uint64_t minor = (t >> 56) & 1u; /* '0' or '1', if it is one of them */
  if (t - (minor << 56) == cvss30) {
    return (uint8_t)(SECRISK_CVSS30 + minor);
  }
  return t == cvss40 ? SECRISK_CVSS40 : 0;
}

/* Do n bytes fit, with no letter or digit after them?  whole: nothing but a
 * slash will do after them. */
SECRISK__INTO bool fits(const uint8_t *text, size_t left, size_t n,
                        bool whole) {
  return left >= n && (left == n || text[n] == '/' ||
                       (!whole && !secrisk__alnum((char)text[n])));
}

#if SECRISK__V3
SECRISK__INTO size_t v3_begins(const uint8_t *text, size_t len, uint8_t *bytes,
                               uint8_t version, bool whole, uint8_t *end) {
  if (!fits(text, len, V3_BASE, whole) || !v3_base(text, bytes, version)) {
    return 0;
  }
  size_t n = V3_BASE + 1u + V3_REST;
  if (len >= n && text[V3_BASE] == '/' &&
      fits(text + V3_BASE + 1, len - V3_BASE - 1u, V3_REST, whole) &&
      v3_rest(text + V3_BASE + 1, bytes)) {
    *end = V3_REST_END;
    return n;
  }
  *end = V3_BASE_END;
  return V3_BASE;
}
#endif

#if SECRISK__V4
/* The last metric, if the text from n on is nothing else.  Its values differ in
 * length, so it is compared from the end of the text: n bytes have been read,
 * far more than the eight that are loaded. */
SECRISK__INTO size_t v4_ends(const uint8_t *text, size_t len, size_t n,
                             uint8_t *bytes, uint8_t *end) {
  uint64_t last = secrisk__load64(text + len - 8u);
  SECRISK__WRITE_OUT
  for (uint8_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
    if (n + tails[i].length == len && (last & tails[i].mask) == tails[i].text) {
      bytes[1 + SECRISK_V40_U] = (uint8_t)(i + 1u);
      *end = SECRISK_V40_U + 1;
      return len;
    }
  }
  return n;
}

SECRISK__INTO size_t v4_begins(const uint8_t *text, size_t len, uint8_t *bytes,
                               bool whole, uint8_t *end) {
  if (!fits(text, len, V4_BASE, whole) ||
      !v4_base(text, bytes, SECRISK_CVSS40)) {
    return 0;
  }
  size_t n = V4_BASE + 1u + V4_REST;
  if (len >= n && text[V4_BASE] == '/' &&
      fits(text + V4_BASE + 1, len - V4_BASE - 1u, V4_REST, whole) &&
      v4_rest(text + V4_BASE + 1, bytes)) {
    *end = V4_REST_END;
    return v4_ends(text, len, n, bytes, end);
  }
  *end = V4_BASE_END;
  return V4_BASE;
}
#endif

/* Reads what it recognises of a vector at the front of the text.  Returns its
 * length, 0 for nothing; *end: the metric after the last.  out was all 0; a
 * value that was stored and then refused is met again by the parser.  whole:
 * the caller has no use for less than the whole text. */
SECRISK__INTO size_t guess(const char *chars, size_t len, secrisk_cvss *out,
                           bool whole, uint8_t *end) {
  const uint8_t *text = (const uint8_t *)chars;
  uint8_t *bytes = &out->version;
  uint8_t version = prefix_version(text, len);
  size_t n = 0;
  (void)bytes; /* unused without CVSS, as the next three */
  (void)version;
  (void)whole;
  (void)end;
#if SECRISK__V2
  if (version == 0 && fits(text, len, V2_BASE, whole)) {
    *end = V2_BASE_END;
    return v2_base(text, bytes, SECRISK_CVSS20) ? V2_BASE : 0;
  }
#endif
#if SECRISK__V3
  if (version == SECRISK_CVSS31 || version == SECRISK_CVSS30) {
    n = v3_begins(text + 9, len - 9u, bytes, version, whole, end);
  }
#endif
#if SECRISK__V4
  if (version == SECRISK_CVSS40) {
    n = v4_begins(text + 9, len - 9u, bytes, whole, end);
  }
#endif
  return n != 0 ? n + 9u : 0;
}

/* The front of a text, of which a prefix alone is recognised, too; out is all 0
 * but for the version then, and all 0 where nothing was recognised. */
SECRISK__APART
static size_t predict(const char *text, size_t len, secrisk_cvss *out,
                      uint8_t *end) {
  size_t n = guess(text, len, out, false, end);
  if (n == 0) {
    secrisk__clear(out);
    *end = 0;
    out->version = prefix_version((const uint8_t *)text, len);
    n = out->version != 0 ? 9 : 0;
  }
  return n;
}

/* Is the whole text, read strictly, as guessed? */
SECRISK__INTO bool parse_at_once(secrisk_cvss *out, const char *text,
                                 size_t len, uint32_t flags,
                                 secrisk_diag *diag) {
  uint8_t end = 0;
  secrisk__clear(out);
  if (flags != SECRISK_STRICT || text == NULL || len == 0 ||
      guess(text, len, out, true, &end) != len) {
    return false;
  }
  if (diag != NULL) {
    (void)secrisk__report(diag, SECRISK_ABOUT_CVSS, SECRISK_OK, 0,
                          out->version);
  }
  return true;
}

#endif
