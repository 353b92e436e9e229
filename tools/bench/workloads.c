/* SPDX-License-Identifier: MIT */
/* What is measured: texts made from a fixed seed, and what is done to them. */
#define _POSIX_C_SOURCE 200809L
#include "workloads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"

enum { VECTORS = 10000, ADVISORY = 10000000, THREATS = 100000 };

struct text *texts;
static char *bytes; /* what texts point into */
static secrisk_cvss *vectors;
static secrisk_evaluation *threats;
static uint32_t *order;
static uint64_t seed;

static void *room(size_t size) {
  void *p = malloc(size);
  if (p == NULL) {
    fprintf(stderr, "bench: out of memory\n");
    exit(2);
  }
  return p;
}

static void begin(const struct workload *w, size_t count, size_t items) {
  struct workload *mine = workloads + (w - workloads);
  if (bytes == NULL) {
    bytes = room(ADVISORY);
    texts = room(sizeof *texts * VECTORS * 2);
    vectors = room(sizeof *vectors * VECTORS);
    threats = room(sizeof *threats * THREATS);
    order = room(sizeof *order * THREATS);
  }
  seed = UINT64_C(88172645463325252);
  mine->count = count;
  mine->items = items;
}

static uint32_t below(uint32_t n) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (uint32_t)(seed >> 32) % n;
}

static secrisk_cvss any(uint8_t version, bool all) {
  secrisk_cvss v = {version, {0}};
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(version); m++) {
    uint8_t count = secrisk_cvss_value_count(version, m);
    if (all || secrisk_cvss_mandatory(version, m)) {
      v.value[m] = (uint8_t)(1 + below(count - 1u));
    }
  }
  return v;
}

/* --- Texts ------------------------------------------------------------------
 */

static void make_vectors(const struct workload *w) {
  begin(w, VECTORS, VECTORS);
  char *at = bytes;
  for (size_t i = 0; i < VECTORS; i++) {
    vectors[i] = any(w->version, w->all);
    texts[i].at = at;
    texts[i].len = secrisk_cvss_format(vectors + i, at, 256);
    at += texts[i].len + 1;
  }
}

static void make_constant(const struct workload *w) {
  make_vectors(w);
  for (size_t i = 1; i < VECTORS; i++) {
    texts[i] = texts[0];
  }
}

/* The metrics of each text in any order. */
static void make_shuffled(const struct workload *w) {
  make_vectors(w);
  for (size_t i = 0; i < VECTORS; i++) {
    char *base = bytes + (texts[i].at - bytes) + 9; /* after CVSS:3.1/ */
    char copy[256], *parts[32];
    size_t n = 0;
    strcpy(copy, base);
    for (char *p = strtok(copy, "/"); p != NULL; p = strtok(NULL, "/")) {
      parts[n++] = p;
    }
    for (; n > 0; n--) {
      size_t pick = below((uint32_t)n);
      base += sprintf(base, n > 1 ? "%s/" : "%s", parts[pick]);
      parts[pick] = parts[n - 1];
    }
  }
}

/* A fifth of them with a wrong byte somewhere. */
static void make_malformed(const struct workload *w) {
  make_vectors(w);
  for (size_t i = 0; i < VECTORS; i += 5) {
    bytes[(size_t)(texts[i].at - bytes) + below((uint32_t)texts[i].len)] = '?';
  }
}

/* Prose with a vector every few hundred bytes. */
static void make_advisory(const struct workload *w) {
  static const char *const words[] = {"A remote, unauthenticated attacker ",
                                      "could read memory of ",
                                      "the infusion pump's web server; ",
                                      "see https://example.org/a?b=c#d ",
                                      "Vendor: ACME. CWE-787. ",
                                      "versions 1.2 to 3.4.5 are affected. ",
                                      "Severity: HIGH (base score 8.8), "};
  static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS31,
                                     SECRISK_CVSS40};
  begin(w, 1, ADVISORY);
  size_t n = 0;
  while (n < ADVISORY - 600) {
    for (uint32_t i = below(10); i > 0; i--) {
      n += (size_t)sprintf(bytes + n, "%s", words[below(7)]);
    }
    secrisk_cvss v = any(versions[below(3)], below(4) == 0);
    n += secrisk_cvss_format(&v, bytes + n, 256);
    bytes[n++] = ' ';
  }
  memset(bytes + n, ' ', ADVISORY - n);
  texts[0].at = bytes;
  texts[0].len = ADVISORY;
}

static void make_threats(const struct workload *w) {
  begin(w, 1, THREATS);
  for (size_t i = 0; i < THREATS; i++) {
    uint8_t tenths = (uint8_t)below(101);
    uint8_t left = (uint8_t)below(tenths + 1u);
    secrisk_evaluation e = {(uint8_t)(1 + below(5)),
                            0,
                            0,
                            0,
                            secrisk_cvss_severity(31, tenths),
                            tenths,
                            secrisk_cvss_severity(31, left),
                            left,
                            {0, 0}};
    threats[i] = e;
  }
  texts[0].at = (const char *)threats;
  texts[0].len = sizeof *threats * THREATS;
}

/* The published vectors of the folder SECRISK_CORPUS, malformed ones too; none
 * where there is no such. */
static void make_published(const struct workload *w) {
  struct csv c;
  const char *folder = getenv("SECRISK_CORPUS");
  size_t count = 0, end = 0;
  begin(w, 0, 0);
  if (folder == NULL || !csv_open(&c, folder, "open.csv")) {
    return;
  }
  while (csv_next(&c) == 1) {
    const char *text = csv_field(&c, "vector");
    size_t len = strlen(text);
    if (count == VECTORS * 2 || ADVISORY - end <= len) {
      fprintf(stderr, "bench: no room for more than %zu vectors\n", count);
      exit(2);
    }
    texts[count].at = memcpy(bytes + end, text, len + 1);
    texts[count++].len = len;
    end += len + 1;
  }
  begin(w, count, count);
}

/* --- Work -------------------------------------------------------------------
 */

static unsigned score_with(const struct workload *w, uint32_t flags) {
  unsigned s = 0;
  for (size_t i = 0; i < w->count; i++) {
    secrisk_cvss v;
    s += secrisk_cvss_parse(texts[i].at, texts[i].len, flags, &v, NULL);
    s += secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL);
  }
  return s;
}

static unsigned score(const struct workload *w) {
  return score_with(w, SECRISK_STRICT);
}

static unsigned score_lenient(const struct workload *w) {
  return score_with(w, SECRISK_LENIENT);
}

static unsigned three_scores(const struct workload *w) {
  unsigned s = 0;
  for (size_t i = 0; i < w->count; i++) {
    secrisk_cvss v;
    s += secrisk_cvss_parse(texts[i].at, texts[i].len, 0, &v, NULL);
    s += secrisk_cvss_score(&v, SECRISK_SCORE_B);
    s += secrisk_cvss_score(&v, SECRISK_SCORE_BT);
    s += secrisk_cvss_score(&v, SECRISK_SCORE_BTE);
  }
  return s;
}

static unsigned format(const struct workload *w) {
  unsigned s = 0;
  char text[SECRISK_CVSS_TEXT_SIZE];
  for (size_t i = 0; i < w->count; i++) {
    s += (unsigned)secrisk_cvss_format(vectors + i, text, sizeof text);
  }
  return s;
}

static unsigned json(const struct workload *w) {
  unsigned s = 0;
  char text[SECRISK_JSON_SIZE];
  for (size_t i = 0; i < w->count; i++) {
    s += (unsigned)secrisk_cvss_json(vectors + i, SECRISK_JSON_ALL, text,
                                     sizeof text);
  }
  return s;
}

static unsigned find(const struct workload *w) {
  (void)w;
  unsigned s = 0;
  size_t start = 0, length = 0;
  secrisk_cvss v;
  while (secrisk_cvss_find(texts[0].at, texts[0].len, 0, &start, &length, &v,
                           NULL) == SECRISK_OK) {
    s += v.value[0];
    start += length;
  }
  return s;
}

/* What libc needs to look at each byte once. */
static unsigned find_byte(const struct workload *w) {
  (void)w;
  return memchr(texts[0].at, 1, texts[0].len) != NULL;
}

static unsigned sort_threats(const struct workload *w) {
  (void)w;
  secrisk_counts counts;
  secrisk_register_order(threats, THREATS, order);
  secrisk_register_count(threats, THREATS, &counts);
  return order[0] + counts.initial[5];
}

#define V20 SECRISK_CVSS20
#define V31 SECRISK_CVSS31
#define V40 SECRISK_CVSS40
struct workload workloads[] = {
    {"v3.1 base", make_vectors, score, 0, 0, V31, false},
    {"v4.0 base", make_vectors, score, 0, 0, V40, false},
    {"v4.0 all", make_vectors, score, 0, 0, V40, true},
    {"v3.1 all, three scores", make_vectors, three_scores, 0, 0, V31, true},
    {"v2.0 base", make_vectors, score, 0, 0, V20, false},
    {"v3.1 base, one vector", make_constant, score, 0, 0, V31, false},
    {"v3.1 base, shuffled", make_shuffled, score, 0, 0, V31, false},
    {"v3.1 base, a fifth malformed", make_malformed, score, 0, 0, V31, false},
    {"published", make_published, score, 0, 0, 0, false},
    {"published, lenient", make_published, score_lenient, 0, 0, 0, false},
    {"v3.1 all, format", make_vectors, format, 0, 0, V31, true},
    {"v4.0 all, format", make_vectors, format, 0, 0, V40, true},
    {"v3.1 all, JSON", make_vectors, json, 0, 0, V31, true},
    {"find in 10 MB of advisories", make_advisory, find, 0, 0, 0, false},
    {"memchr in the same", make_advisory, find_byte, 0, 0, 0, false},
    {"register of 100,000", make_threats, sort_threats, 0, 0, 0, false},
    {NULL, NULL, NULL, 0, 0, 0, false},
};
