/* SPDX-License-Identifier: MIT */
/* About 1,100 published vectors that are not well-formed, by what ails them. */
#include "corpus.h"

/* What strict reading says of each class, and how many rows the flags that it
 * calls for make readable, with parse (the whole text is a vector) and with
 * find (a vector is in it).  Where the meaning is in doubt (a metric missing, a
 * value or version unknown, a blank inside) nothing may be recovered, whatever
 * is allowed.  Vectors of v3 without prefix are read as the version the caller
 * names, here 3.1. */
static struct class {
  const char *reason;
  uint8_t strict, or_else;
  uint32_t flags;
  int rows, parsed, found;
  int seen, seen_parsed, seen_found;
} classes[] = {
#define IN_DOUBT(reason, strict, rows)                                         \
  { reason, strict, strict, 0, rows, 0, 0, 0, 0, 0 }
#define CLASS(reason, strict, or_else, flags, rows, parsed, found)             \
  {                                                                            \
    reason, SECRISK_##strict, SECRISK_##or_else, flags, rows, parsed, found,   \
        0, 0, 0                                                                \
  }
    /* 14 of these stand in square brackets: find, not parse */
    CLASS("parentheses", E_SYNTAX, E_SYNTAX, SECRISK_ALLOW_PARENS, 451, 437,
          451),
    CLASS("parentheses; missing_prefix", E_SYNTAX, E_SYNTAX,
          SECRISK_ALLOW_PARENS | SECRISK_ALLOW_BARE_31, 310, 310, 310),
    CLASS("missing_prefix", E_METRIC, E_VALUE, SECRISK_ALLOW_BARE_31, 45, 45,
          45),
    CLASS("short_version_prefix(\"3.0/AV:..\")", E_METRIC, E_METRIC,
          SECRISK_ALLOW_BARE_30, 1, 0, 1),
    CLASS("v2_with_CVSS_prefix(\"CVSS:2.0/\")", E_VERSION, E_VERSION,
          SECRISK_ALLOW_PREFIX, 50, 50, 50),
    CLASS("hash_prefix(\"CVSS2#\")", E_VERSION, E_VERSION, SECRISK_ALLOW_PREFIX,
          22, 22, 22),
    CLASS("score_prefixed(\"9.8/CVSS..\")", E_METRIC, E_METRIC, 0, 76, 0, 76),
    CLASS("score_prefixed(\"9.8/CVSS..\"); v2_with_CVSS_prefix(\"CVSS:2.0/\")",
          E_METRIC, E_METRIC, SECRISK_ALLOW_PREFIX, 10, 0, 10),
    CLASS("wrong_case_metric(\"AU:\",\"av:\")", E_METRIC, E_METRIC,
          SECRISK_ALLOW_CASE, 2, 2, 2),
    CLASS("lower_case_prefix; lower_case", E_VERSION, E_VERSION,
          SECRISK_ALLOW_CASE, 1, 1, 1),
    CLASS("outer_whitespace", E_SYNTAX, E_SYNTAX, SECRISK_ALLOW_BLANKS, 1, 1,
          1),
    CLASS("declared_version_mismatch", OK, OK, 0, 84, 84, 84),
    CLASS("embedded_text", E_METRIC, E_SYNTAX, 0, 7, 0, 7),
    CLASS("embedded_text; missing_prefix", E_METRIC, E_METRIC,
          SECRISK_ALLOW_BARE_31, 6, 0, 6),
    /* a v2.0 vector, a comma, and one of v3 without prefix */
    CLASS("embedded_text; missing_prefix; unknown_metric; unknown_value; "
          "duplicate_metric_same; order_noncanonical_v3(legal)",
          E_SYNTAX, E_SYNTAX, 0, 1, 0, 1),
    CLASS("bad_token; missing_prefix", E_METRIC, E_METRIC,
          SECRISK_ALLOW_BARE_31, 1, 0, 1),
    CLASS("unbalanced_parenthesis; missing_prefix", E_SYNTAX, E_METRIC,
          SECRISK_ALLOW_BARE_31, 4, 0, 4),
    /* two have their blank after the last metric: the vector is whole */
    CLASS("parentheses; inner_whitespace; missing_prefix", E_SYNTAX, E_SYNTAX,
          SECRISK_ALLOW_BARE_31, 3, 0, 2),
    IN_DOUBT("missing_base_metric", SECRISK_E_MISSING, 5),
    IN_DOUBT("unknown_value", SECRISK_E_VALUE, 1),
    IN_DOUBT("parentheses; unknown_value", SECRISK_E_SYNTAX, 1),
    IN_DOUBT("unknown_version_prefix; prefix_version_vs_metrics",
             SECRISK_E_VERSION, 1),
    IN_DOUBT("prefix_version_vs_metrics", SECRISK_E_VALUE, 1),
    IN_DOUBT("parentheses; missing_prefix; unknown_metric; "
             "missing_base_metric",
             SECRISK_E_SYNTAX, 1),
};

static struct class *class_of(const char *reason) {
  for (size_t i = 0; i < T_COUNT(classes); i++) {
    if (strcmp(classes[i].reason, reason) == 0) {
      return &classes[i];
    }
  }
  return NULL;
}

/* Recovered: of the version declared, with the flags that were needed. */
static void check_recovered(const struct csv *c, const secrisk_cvss *v,
                            uint32_t flags, const secrisk_diag *diag) {
  const char *vector = csv_field(c, "vector");
  uint8_t version = declared(csv_field(c, "version"));
  bool own = strcmp(csv_field(c, "reason"), "declared_version_mismatch") == 0;
  T_EQ(vector, secrisk_cvss_check(v, NULL), SECRISK_OK);
  T_EQ(vector, diag->lenient & ~flags, 0);
  if (version != 0 && !own && (flags & SECRISK_ALLOW_BARE_31) == 0) {
    T_EQ(vector, v->version, version);
  }
}

/* With everything allowed: the same value, or still nothing. */
static void check_all_allowed(const char *vector, const secrisk_cvss *v,
                              bool parsed, bool found) {
  secrisk_cvss w;
  size_t start = 0, length, len = strlen(vector);
  uint32_t all = v->version == SECRISK_CVSS30 ? ALL_30 : ALL_31;
  bool ok = secrisk_cvss_parse(vector, len, all, &w, NULL) == SECRISK_OK;
  T_EQ(vector, ok, parsed);
  T_TRUE(vector, !ok || memcmp(&w, v, sizeof w) == 0);
  ok = secrisk_cvss_find(vector, len, all, &start, &length, &w, NULL) ==
       SECRISK_OK;
  T_EQ(vector, ok, found);
  T_TRUE(vector, !ok || memcmp(&w, v, sizeof w) == 0);
}

static void recover(const struct csv *c, struct class *k) {
  const char *vector = csv_field(c, "vector");
  size_t start = 0, length, len = strlen(vector);
  secrisk_cvss v, found;
  secrisk_diag diag;
  secrisk_status strict = secrisk_cvss_parse(vector, len, 0, &v, &diag);
  T_TRUE(vector, strict == k->strict || strict == k->or_else);
  T_TRUE(vector, diag.offset + diag.length <= len);
  bool parsed =
      secrisk_cvss_parse(vector, len, k->flags, &v, &diag) == SECRISK_OK;
  if (parsed) {
    T_EQ(vector, diag.lenient, k->flags);
    check_recovered(c, &v, k->flags, &diag);
  }
  bool got = secrisk_cvss_find(vector, len, k->flags, &start, &length, &found,
                               &diag) == SECRISK_OK;
  if (got) {
    check_recovered(c, &found, k->flags, &diag);
    T_TRUE(vector, start + length <= len);
    T_TRUE(vector, !parsed || memcmp(&v, &found, sizeof v) == 0);
  }
  check_all_allowed(vector, &found, parsed, got);
  k->seen++;
  k->seen_parsed += parsed;
  k->seen_found += got;
}

static void not_well_formed(T_ARGS) {
  T_BEGIN;
  struct csv c;
  int more;
  T_TRUE("file", corpus_open(&c, "open-malformed.csv"));
  while ((more = csv_next(&c)) != 0) {
    struct class *k = class_of(csv_field(&c, "reason"));
    T_EQ("fields", more, 1);
    if (k == NULL) {
      T_FAIL("no class: %s", csv_field(&c, "reason"));
    }
    recover(&c, k);
  }
  for (size_t i = 0; i < T_COUNT(classes); i++) {
    T_EQ(classes[i].reason, classes[i].seen, classes[i].rows);
    T_EQ(classes[i].reason, classes[i].seen_parsed, classes[i].parsed);
    T_EQ(classes[i].reason, classes[i].seen_found, classes[i].found);
  }
}

#define CASES(X) X(not_well_formed)
CORPUS_MAIN("corpus_malformed", CASES)
