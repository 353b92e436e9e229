/* SPDX-License-Identifier: MIT */
/* DREAD as numbers: every rating of every scheme, the published facts. */
#include "t.h"

/* An independent account of the schemes, in whole points; halves: may a rating
 * end in .5?  bands: the lowest sum or mean * 10 of Low, Medium, High,
 * Critical. */
struct scheme {
  uint8_t id;
  const char *name;
  int low, high, halves;
  char score; /* s: sum, m: mean, d: Dradis */
  int bands[4];
};

/* The level that a call writes, or its status above the levels. */
#define FAILED(status) (100 + (status))
static int level_of(const secrisk_dread *d) {
  secrisk_level level = 99;
  secrisk_status status = secrisk_dread_level(d, &level);
  if (status == SECRISK_OK) {
    return level;
  }
  return level == SECRISK_NO_LEVEL ? FAILED(status) : -1;
}

static const struct scheme schemes[] = {
    {SECRISK_DREAD_HOWARD, "Howard", 1, 10, 0, 'm', {0}},
    {SECRISK_DREAD_MICROSOFT, "Microsoft", 1, 3, 0, 's', {50, 80, 120, 999}},
    {SECRISK_DREAD_OWASP, "OWASP", 0, 10, 0, 'm', {0}},
    {SECRISK_DREAD_OPENSTACK, "OpenStack", 0, 10, 0, 'm', {0}},
    {SECRISK_DREAD_EC_COUNCIL, "EC-Council", 0, 10, 1, 's', {1, 101, 241, 391}},
    {SECRISK_DREAD_OP_TEE, "OP-TEE", 0, 10, 0, 'm', {10, 40, 70, 90}},
    {SECRISK_DREAD_DRADIS, "1.0", 0, 3, 0, 'd', {0}},
};

static bool fits(const struct scheme *s, bool variant, int place, int half) {
  if (place == 4 && variant) {
    return half == 0;
  }
  if (place == 4 && s->id == SECRISK_DREAD_OPENSTACK) {
    return half == 20;
  }
  return half >= 2 * s->low && half <= 2 * s->high &&
         (s->halves || half % 2 == 0);
}

/* The score as a fraction, straight from each scheme's words. */
static void fraction(const struct scheme *s, bool variant, const uint8_t *h,
                     long *num, long *den) {
  long sum = h[0] + h[1] + h[2] + h[3] + h[4];
  if (variant) {
    *num = sum, *den = 8;
  } else if (s->score == 's') {
    *num = sum, *den = 2;
  } else if (s->score == 'm') {
    *num = sum, *den = 10;
  } else { /* ((D+A)/2 + (R+E+DI)/3)/2 in halves */
    *num = 3L * (h[0] + h[3]) + 2L * (h[1] + h[2] + h[4]), *den = 24;
  }
}

/* The level that the bands give, or why none. */
static int level_by(const struct scheme *s, bool variant, long num, long den) {
  if (variant || s->bands[0] == 0) {
    return FAILED(SECRISK_E_BANDS);
  }
  int level = SECRISK_LEVEL_NONE;
  for (int i = 0; i < 4; i++) { /* score * 10 >= band */
    if (num * 10 >= s->bands[i] * den) {
      level = SECRISK_LEVEL_LOW + i;
    }
  }
  return level;
}

static long first_den[2][T_COUNT(schemes)];

static void check_one(const struct scheme *s, bool variant,
                      const secrisk_dread *d, int *bad) {
  long num, den;
  uint16_t n, m;
  fraction(s, variant, d->half, &num, &den);
  secrisk_status status = secrisk_dread_score(d, &n, &m);
  long of = variant ? 1 : s->score == 's' ? 5 : 1;
  long tenths = (20 * num + den * of) / (2 * den * of);
  long *seen = &first_den[variant][s - schemes];
  *seen = *seen == 0 ? m : *seen;
  *bad += status != SECRISK_OK || n * den != num * m || *seen != m ||
          secrisk_dread_tenths(d) != tenths ||
          level_of(d) != level_by(s, variant, num, den);
}

#if defined T_TINY /* the slowest machines */
#define STEP 6
#elif defined T_REDUCED
#define STEP 2
#else
#define STEP (s->halves ? 1 : 2)
#endif

/* Every combination of ratings; where time is short, halves of two only. */
static int walk(const struct scheme *s, bool variant) {
  secrisk_dread d = {0};
  int bad = 0;
  int low = 2 * s->low, high = 2 * s->high;
  d.scheme = (uint8_t)(s->id + (variant ? SECRISK_DREAD_D : 0));
  for (int a = low; a <= high; a += s->halves ? 1 : 2) {
    for (int b = low; b <= high; b += STEP) {
      for (int c = low; c <= high; c += STEP) {
        for (int e = low; e <= high; e += 2) {
          for (int f = 0; f <= 20; f += s->halves ? 1 : 2) {
            if (fits(s, variant, 4, f)) {
              const uint8_t half[5] = {(uint8_t)a, (uint8_t)b, (uint8_t)c,
                                       (uint8_t)e, (uint8_t)f};
              memcpy(d.half, half, 5);
              check_one(s, variant, &d, &bad);
            }
          }
        }
      }
    }
  }
  return bad;
}

static void every_rating_of_every_scheme(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(schemes); i++) {
    T_EQ(schemes[i].name, walk(&schemes[i], false), 0);
    T_EQ(schemes[i].name, walk(&schemes[i], true), 0);
  }
}

/* Each of 256 bytes in each place: in range exactly as fits() says. */
static void every_byte_in_every_place(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < 2 * T_COUNT(schemes); i++) {
    const struct scheme *s = &schemes[i / 2];
    bool variant = i % 2 != 0;
    for (int place = 0; place < 5; place++) {
      for (int half = 0; half < 256; half++) {
        uint8_t ok = (uint8_t)(2 * s->high);
        secrisk_dread d = {s->id, {ok, ok, ok, ok, ok}};
        secrisk_diag diag;
        uint16_t n = 7, m = 7;
        memset(&diag, 0xa5, sizeof diag);
        d.scheme = (uint8_t)(s->id + (variant ? SECRISK_DREAD_D : 0));
        d.half[4] = variant ? 0 : ok;
        d.half[place] = (uint8_t)half;
        bool fit = fits(s, variant, place, half);
        secrisk_status want = fit ? SECRISK_OK : SECRISK_E_RANGE;
        T_EQ(s->name, secrisk_dread_check(&d, &diag), want);
        T_EQ(s->name, secrisk_dread_check(&d, NULL), want);
        T_EQ(s->name, diag.status, want);
        T_EQ(s->name, diag.version, d.scheme);
        T_EQ(s->name, diag.offset, fit ? 0 : 1 + place);
        T_EQ(s->name, diag.length, fit ? 0 : 1);
        T_EQ(s->name, diag.metric, fit ? SECRISK_NO_METRIC : place);
        T_EQ(s->name, diag.about, SECRISK_ABOUT_DREAD);
        T_EQ(s->name, diag.lenient, 0);
        T_EQ(s->name, secrisk_dread_score(&d, &n, &m), want);
        if (!fit) {
          T_EQ(s->name, n + m, 0);
          T_EQ(s->name, secrisk_dread_tenths(&d), SECRISK_NO_SCORE);
          T_EQ(s->name, level_of(&d), FAILED(SECRISK_E_RANGE));
        }
      }
    }
  }
}

static void unknown_schemes(T_ARGS) {
  T_BEGIN;
  for (int i = 0; i < 256; i++) {
    secrisk_dread d = {(uint8_t)i, {2, 2, 2, 2, 2}};
    secrisk_diag diag;
    bool known = (i >= 101 && i <= 107) || (i >= 201 && i <= 207);
    secrisk_status status = secrisk_dread_check(&d, &diag);
    T_EQ("scheme", status == SECRISK_E_VERSION, !known);
    T_EQ("scheme", diag.version, known ? i : 0);
    T_TRUE("scheme", known || diag.offset == 0);
    T_EQ("name", secrisk_dread_scheme_name((uint8_t)i)[0] == '\0', !known);
  }
}

struct fact {
  const char *name;
  secrisk_dread d;
  int num, den, tenths;
  secrisk_level level;
};
#define H(a, b, c, d, e)                                                       \
  { 2 * (a), 2 * (b), 2 * (c), 2 * (d), 2 * (e) }
#define MS SECRISK_DREAD_MICROSOFT
#define EC SECRISK_DREAD_EC_COUNCIL
#define OP SECRISK_DREAD_OP_TEE
static const struct fact facts[] = {
    {"Microsoft 12", {MS, H(3, 3, 2, 2, 2)}, 12, 1, 24, SECRISK_LEVEL_HIGH},
    {"Microsoft 5", {MS, H(1, 1, 1, 1, 1)}, 5, 1, 10, SECRISK_LEVEL_LOW},
    {"Microsoft 7", {MS, H(3, 1, 1, 1, 1)}, 7, 1, 14, SECRISK_LEVEL_LOW},
    {"Microsoft 8", {MS, H(3, 2, 1, 1, 1)}, 8, 1, 16, SECRISK_LEVEL_MEDIUM},
    {"Microsoft 11", {MS, H(3, 3, 3, 1, 1)}, 11, 1, 22, SECRISK_LEVEL_MEDIUM},
    {"Microsoft 15", {MS, H(3, 3, 3, 3, 3)}, 15, 1, 30, SECRISK_LEVEL_HIGH},
    {"OWASP 7.0",
     {SECRISK_DREAD_OWASP, H(10, 10, 5, 5, 5)},
     35,
     5,
     70,
     FAILED(SECRISK_E_BANDS)},
    {"OWASP 9.0",
     {SECRISK_DREAD_OWASP, H(10, 10, 10, 10, 5)},
     45,
     5,
     90,
     FAILED(SECRISK_E_BANDS)},
    {"OpenStack 6.8",
     {SECRISK_DREAD_OPENSTACK, H(6, 8, 2, 8, 10)},
     34,
     5,
     68,
     FAILED(SECRISK_E_BANDS)},
    {"EC 10", {EC, H(10, 0, 0, 0, 0)}, 20, 2, 20, SECRISK_LEVEL_LOW},
    {"EC 11", {EC, H(10, 1, 0, 0, 0)}, 22, 2, 22, SECRISK_LEVEL_MEDIUM},
    {"EC 24", {EC, H(10, 10, 4, 0, 0)}, 48, 2, 48, SECRISK_LEVEL_MEDIUM},
    {"EC 25", {EC, H(10, 10, 5, 0, 0)}, 50, 2, 50, SECRISK_LEVEL_HIGH},
    {"EC 30", {EC, H(10, 10, 10, 0, 0)}, 60, 2, 60, SECRISK_LEVEL_HIGH},
    {"EC 39", {EC, H(10, 10, 10, 9, 0)}, 78, 2, 78, SECRISK_LEVEL_HIGH},
    {"EC 40", {EC, H(10, 10, 10, 10, 0)}, 80, 2, 80, SECRISK_LEVEL_CRITICAL},
    {"EC 42", {EC, H(10, 10, 10, 10, 2)}, 84, 2, 84, SECRISK_LEVEL_CRITICAL},
    {"EC 0", {EC, H(0, 0, 0, 0, 0)}, 0, 2, 0, SECRISK_LEVEL_NONE},
    {"EC 0.5", {EC, {1, 0, 0, 0, 0}}, 1, 2, 1, SECRISK_LEVEL_LOW},
    {"EC 10.5", {EC, {20, 1, 0, 0, 0}}, 21, 2, 21, SECRISK_LEVEL_MEDIUM},
    {"EC 24.5", {EC, {20, 20, 9, 0, 0}}, 49, 2, 49, SECRISK_LEVEL_HIGH},
    {"EC 39.5", {EC, {20, 20, 20, 19, 0}}, 79, 2, 79, SECRISK_LEVEL_CRITICAL},
    {"OP-TEE 4", {OP, H(4, 0, 0, 0, 0)}, 4, 5, 8, SECRISK_LEVEL_NONE},
    {"OP-TEE 5", {OP, H(5, 0, 0, 0, 0)}, 5, 5, 10, SECRISK_LEVEL_LOW},
    {"OP-TEE 19", {OP, H(10, 9, 0, 0, 0)}, 19, 5, 38, SECRISK_LEVEL_LOW},
    {"OP-TEE 20", {OP, H(10, 10, 0, 0, 0)}, 20, 5, 40, SECRISK_LEVEL_MEDIUM},
    {"OP-TEE 30", {OP, H(10, 10, 10, 0, 0)}, 30, 5, 60, SECRISK_LEVEL_MEDIUM},
    {"OP-TEE 34", {OP, H(10, 10, 10, 4, 0)}, 34, 5, 68, SECRISK_LEVEL_MEDIUM},
    {"OP-TEE 35", {OP, H(10, 10, 10, 5, 0)}, 35, 5, 70, SECRISK_LEVEL_HIGH},
    {"OP-TEE 42", {OP, H(10, 10, 10, 10, 2)}, 42, 5, 84, SECRISK_LEVEL_HIGH},
    {"OP-TEE 44", {OP, H(10, 10, 10, 10, 4)}, 44, 5, 88, SECRISK_LEVEL_HIGH},
    {"OP-TEE 45",
     {OP, H(10, 10, 10, 10, 5)},
     45,
     5,
     90,
     SECRISK_LEVEL_CRITICAL},
    {"mean 8.2", {OP, H(8, 9, 6, 10, 8)}, 41, 5, 82, SECRISK_LEVEL_HIGH},
    {"Dradis 19/12",
     {SECRISK_DREAD_DRADIS, H(2, 3, 2, 1, 0)},
     19,
     12,
     16,
     FAILED(SECRISK_E_BANDS)},
    {"OP-TEE-D",
     {OP + SECRISK_DREAD_D, H(8, 9, 6, 10, 0)},
     33,
     4,
     83,
     FAILED(SECRISK_E_BANDS)},
    {"EC-Council-D",
     {EC + SECRISK_DREAD_D, {1, 0, 0, 0, 0}},
     1,
     8,
     1,
     FAILED(SECRISK_E_BANDS)},
};

static void published_facts(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(facts); i++) {
    uint16_t n, m;
    T_EQ(facts[i].name, secrisk_dread_score(&facts[i].d, &n, &m), SECRISK_OK);
    T_EQ(facts[i].name, n, facts[i].num);
    T_EQ(facts[i].name, m, facts[i].den);
    T_EQ(facts[i].name, secrisk_dread_tenths(&facts[i].d), facts[i].tenths);
    T_EQ(facts[i].name, level_of(&facts[i].d), facts[i].level);
  }
}

static void reflection(T_ARGS) {
  T_BEGIN;
  static const char *const abbrs[] = {"D", "R", "E", "A", "DI", "", ""};
  static const char *const names[] = {"Damage",
                                      "Reproducibility",
                                      "Exploitability",
                                      "Affected users",
                                      "Discoverability",
                                      "",
                                      ""};
  for (uint8_t i = 0; i < T_COUNT(names); i++) {
    T_STR("abbr", secrisk_dread_rating_abbr(i), abbrs[i]);
    T_STR("name", secrisk_dread_rating_name(i), names[i]);
  }
  T_STR("last", secrisk_dread_rating_abbr(255), "");
  T_STR("last", secrisk_dread_rating_name(255), "");
  for (size_t i = 0; i < T_COUNT(schemes); i++) {
    char variant[32];
    snprintf(variant, sizeof variant, "%s-D", schemes[i].name);
    T_STR("scheme", secrisk_dread_scheme_name(schemes[i].id), schemes[i].name);
    T_STR("scheme",
          secrisk_dread_scheme_name((uint8_t)(schemes[i].id + SECRISK_DREAD_D)),
          variant);
  }
}

/* A scale says of every number what check says. */
static void scales_agree_with_check(T_ARGS) {
  T_BEGIN;
  for (int scheme = 0; scheme < 256; scheme++) {
    for (int rating = 0; rating < 7; rating++) {
      secrisk_scale scale;
      secrisk_dread_scale((uint8_t)scheme, (uint8_t)rating, &scale);
      const struct scheme *s = NULL;
      for (size_t i = 0; i < T_COUNT(schemes); i++) {
        if (scheme % 100 + 100 == schemes[i].id && scheme >= 100) {
          s = &schemes[i];
        }
      }
      bool variant = scheme >= 200;
      for (int half = 0; half < 256; half++) {
        bool in = half >= scale.low && half <= scale.high &&
                  (scale.step == 0 ? half == scale.low
                                   : (half - scale.low) % scale.step == 0);
        bool want = s != NULL && rating < 5 ? fits(s, variant, rating, half)
                                            : half == 0;
        T_EQ("scale", in, want);
      }
    }
  }
}

#define CASES(X)                                                               \
  X(every_rating_of_every_scheme)                                              \
  X(every_byte_in_every_place)                                                 \
  X(unknown_schemes) X(published_facts) X(reflection) X(scales_agree_with_check)
T_MAIN_IF("dread", CASES, T_HAS(SECRISK_FEATURE_DREAD),
          "this build leaves DREAD out")
