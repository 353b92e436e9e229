/* SPDX-License-Identifier: MIT */
/* DREAD as text: parse, format, explain. */
#include "exact.h"
#include "t.h"

#define NONE SECRISK_NO_METRIC
#define OP SECRISK_DREAD_OP_TEE

struct row {
  const char *text;
  secrisk_status status;
  unsigned offset, length;
  uint8_t scheme, metric;
  const char *sentence;
};

static const struct row bad[] = {
    {"", SECRISK_E_EMPTY, 0, 0, 0, NONE, "there is nothing to read"},
    {"hello", SECRISK_E_VERSION, 0, 5, 0, NONE,
     "expected DREAD: and a scheme, such as DREAD:OP-TEE/"},
    {"dread:OP-TEE/D:8", SECRISK_E_VERSION, 0, 5, 0, NONE, NULL},
    {" DREAD:OP-TEE/D:8", SECRISK_E_VERSION, 0, 0, 0, NONE, NULL},
    {"DREADFUL", SECRISK_E_VERSION, 0, 8, 0, NONE, NULL},
    {"DREAD", SECRISK_E_VERSION, 0, 5, 0, NONE, NULL},
    {"DREAD/", SECRISK_E_VERSION, 0, 5, 0, NONE, NULL},
    {"DREAD:", SECRISK_E_VERSION, 6, 0, 0, NONE, NULL},
    {"DREAD:/D:8", SECRISK_E_VERSION, 6, 0, 0, NONE, NULL},
    {"DREAD:op-tee/D:8", SECRISK_E_VERSION, 6, 6, 0, NONE, NULL},
    {"DREAD:2.0/D:8", SECRISK_E_VERSION, 6, 3, 0, NONE, NULL},
    {"DREAD:OP-TEE-E/D:8", SECRISK_E_VERSION, 6, 8, 0, NONE, NULL},
    {"DREAD:OP-TEE", SECRISK_E_SYNTAX, 12, 0, OP, NONE,
     "the text ends too early"},
    {"DREAD:OP-TEE D:8", SECRISK_E_SYNTAX, 12, 1, OP, NONE,
     "expected NAME:NUMBER pairs separated by single slashes"},
    {"DREAD:OP-TEE/", SECRISK_E_MISSING, 13, 0, OP, 0,
     "D is missing; it must be a whole number from 0 to 10"},
    {"DREAD:OP-TEE//", SECRISK_E_SYNTAX, 13, 1, OP, NONE, NULL},
    {"DREAD:OP-TEE/X:8", SECRISK_E_METRIC, 13, 1, OP, NONE,
     "OP-TEE has no rating of that name"},
    {"DREAD:OP-TEE/d:8", SECRISK_E_METRIC, 13, 1, OP, NONE, NULL},
    {"DREAD:OP-TEE/D", SECRISK_E_SYNTAX, 14, 0, OP, 0,
     "D must be followed by a colon and a number"},
    {"DREAD:OP-TEE/D=8", SECRISK_E_SYNTAX, 14, 1, OP, 0, NULL},
    {"DREAD:OP-TEE/D:", SECRISK_E_VALUE, 15, 0, OP, 0,
     "D must be a whole number from 0 to 10, in digits without a leading "
     "zero"},
    {"DREAD:OP-TEE/D:/R:1", SECRISK_E_VALUE, 15, 0, OP, 0, NULL},
    {"DREAD:OP-TEE/D:x", SECRISK_E_VALUE, 15, 1, OP, 0, NULL},
    {"DREAD:OP-TEE/D:-1", SECRISK_E_VALUE, 15, 2, OP, 0, NULL},
    {"DREAD:OP-TEE/D:08", SECRISK_E_VALUE, 15, 2, OP, 0, NULL},
    {"DREAD:OP-TEE/D:8.", SECRISK_E_VALUE, 15, 2, OP, 0, NULL},
    {"DREAD:OP-TEE/D:8.0", SECRISK_E_VALUE, 15, 3, OP, 0, NULL},
    {"DREAD:OP-TEE/D:8x5", SECRISK_E_VALUE, 15, 3, OP, 0, NULL},
    {"DREAD:OP-TEE/D:8.55", SECRISK_E_VALUE, 15, 4, OP, 0, NULL},
    {"DREAD:OP-TEE/D:.5", SECRISK_E_VALUE, 15, 2, OP, 0, NULL},
    {"DREAD:OP-TEE/D:8.5", SECRISK_E_RANGE, 15, 3, OP, 0,
     "D must be a whole number from 0 to 10"},
    {"DREAD:OP-TEE/D:11", SECRISK_E_RANGE, 15, 2, OP, 0, NULL},
    {"DREAD:OP-TEE/D:128", SECRISK_E_RANGE, 15, 3, OP, 0, NULL},
    {"DREAD:OP-TEE/D:256", SECRISK_E_RANGE, 15, 3, OP, 0, NULL},
    {"DREAD:OP-TEE/D:264", SECRISK_E_RANGE, 15, 3, OP, 0, NULL},
    {"DREAD:OP-TEE/D:4294967304", SECRISK_E_RANGE, 15, 10, OP, 0, NULL},
    {"DREAD:Microsoft/D:0", SECRISK_E_RANGE, 18, 1, SECRISK_DREAD_MICROSOFT, 0,
     "D must be a whole number from 1 to 3"},
    {"DREAD:Microsoft/D:4", SECRISK_E_RANGE, 18, 1, SECRISK_DREAD_MICROSOFT, 0,
     NULL},
    {"DREAD:EC-Council/D:10.5", SECRISK_E_RANGE, 19, 4,
     SECRISK_DREAD_EC_COUNCIL, 0,
     "D must be a number, or number.5, from 0 to 10"},
    {"DREAD:OpenStack/D:6/R:8/E:2/A:8/DI:9", SECRISK_E_RANGE, 35, 1,
     SECRISK_DREAD_OPENSTACK, 4, "DI must be 10"},
    {"DREAD:OP-TEE/D:8 ", SECRISK_E_SYNTAX, 16, 1, OP, NONE, NULL},
    {"DREAD:OP-TEE/D:8/", SECRISK_E_SYNTAX, 16, 1, OP, NONE, NULL},
    {"DREAD:OP-TEE/D:8/D:8", SECRISK_E_DUPLICATE, 17, 1, OP, 0,
     "D is given a second time"},
    {"DREAD:OP-TEE/R:8/D:8", SECRISK_E_ORDER, 17, 1, OP, 0,
     "D is out of order: the order is D, R, E, A, DI"},
    {"DREAD:1.0/D:1/R:1/A:1", SECRISK_E_ORDER, 18, 1, SECRISK_DREAD_DRADIS, 3,
     "A is out of order: the order is D, A, R, E, DI"},
    {"DREAD:OP-TEE/D:8/E:8", SECRISK_E_MISSING, 20, 0, OP, 1, NULL},
    {"DREAD:OP-TEE/D:8/R:9/E:6/A:10", SECRISK_E_MISSING, 29, 0, OP, 4, NULL},
    {"DREAD:1.0/D:1/R:1", SECRISK_E_MISSING, 17, 0, SECRISK_DREAD_DRADIS, 3,
     "A is missing; it must be a whole number from 0 to 3"},
    {"DREAD:OP-TEE-D/D:8/R:9/E:6/A:10/DI:8", SECRISK_E_METRIC, 32, 2,
     OP + SECRISK_DREAD_D, NONE, "OP-TEE-D has no rating of that name"},
    {"DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8/D:1", SECRISK_E_DUPLICATE, 35, 1, OP,
     0, NULL},
    {"DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8/DI:1", SECRISK_E_DUPLICATE, 35, 2, OP,
     4, NULL},
};

static void every_fault_and_its_place(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(bad); i++) {
    const struct row *r = &bad[i];
    secrisk_dread d = {99, {1, 1, 1, 1, 1}};
    const secrisk_dread zero = {0};
    secrisk_diag diag;
    char sentence[SECRISK_EXPLAIN_SIZE];
    memset(&diag, 0xff, sizeof diag);
    size_t len = strlen(r->text);
    T_EQ(r->text, secrisk_dread_parse(r->text, len, &d, &diag), r->status);
    T_EQ(r->text, diag.status, r->status);
    T_EQ(r->text, diag.offset, r->offset);
    T_EQ(r->text, diag.length, r->length);
    T_EQ(r->text, diag.version, r->scheme);
    T_EQ(r->text, diag.metric, r->metric);
    T_EQ(r->text, diag.lenient, 0);
    T_EQ(r->text, diag.about, SECRISK_ABOUT_DREAD);
    T_EQ(r->text, memcmp(&d, &zero, sizeof d), 0);
    T_EQ(r->text, secrisk_dread_parse(r->text, len, &d, NULL), r->status);
    size_t n = secrisk_dread_explain(&diag, sentence, sizeof sentence);
    T_TRUE(r->text, n > 0 && n < sizeof sentence);
    if (r->sentence != NULL) {
      T_STR(r->text, sentence, r->sentence);
    }
  }
}

static void arguments(T_ARGS) {
  T_BEGIN;
  secrisk_dread d;
  secrisk_diag diag;
  char text[SECRISK_TEXT_MAX + 2];
  char sentence[SECRISK_EXPLAIN_SIZE];
  memset(text, 'D', sizeof text);
  T_EQ("NULL", secrisk_dread_parse(NULL, 1, &d, &diag), SECRISK_E_ARG);
  T_EQ("NULL", secrisk_dread_parse(NULL, 0, &d, &diag), SECRISK_E_EMPTY);
  T_EQ("long", secrisk_dread_parse(text, sizeof text, &d, &diag),
       SECRISK_E_TOO_LONG);
  T_EQ("long", diag.offset, SECRISK_TEXT_MAX);
  T_EQ("long", diag.length, 2);
  (void)secrisk_dread_explain(&diag, sentence, sizeof sentence);
  T_STR("long", sentence, "longer than any rating can be");
  T_EQ("SIZE_MAX", secrisk_dread_parse(text, SIZE_MAX, &d, &diag),
       SECRISK_E_TOO_LONG);
  T_EQ("SIZE_MAX", diag.length,
       SIZE_MAX > UINT32_MAX ? UINT32_MAX : SIZE_MAX - SECRISK_TEXT_MAX);
  T_EQ("longest", secrisk_dread_parse(text, SECRISK_TEXT_MAX, &d, &diag),
       SECRISK_E_VERSION);
}

static const struct {
  const char *text;
  secrisk_dread d;
} good[] = {
    {"DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8", {OP, {16, 18, 12, 20, 16}}},
    {"DREAD:OP-TEE-D/D:8/R:9/E:6/A:10",
     {OP + SECRISK_DREAD_D, {16, 18, 12, 20, 0}}},
    {"DREAD:1.0/D:2/A:1/R:3/E:2/DI:0", {SECRISK_DREAD_DRADIS, {4, 6, 4, 2, 0}}},
    {"DREAD:1.0-D/D:2/A:1/R:3/E:2",
     {SECRISK_DREAD_DRADIS + SECRISK_DREAD_D, {4, 6, 4, 2, 0}}},
    {"DREAD:EC-Council/D:7.5/R:0.5/E:0/A:9.5/DI:10",
     {SECRISK_DREAD_EC_COUNCIL, {15, 1, 0, 19, 20}}},
    {"DREAD:OpenStack/D:6/R:8/E:2/A:8/DI:10",
     {SECRISK_DREAD_OPENSTACK, {12, 16, 4, 16, 20}}},
    {"DREAD:Howard/D:1/R:2/E:3/A:4/DI:5",
     {SECRISK_DREAD_HOWARD, {2, 4, 6, 8, 10}}},
};

static void good_texts(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(good); i++) {
    const char *text = good[i].text;
    secrisk_dread d;
    secrisk_diag diag;
    char buf[SECRISK_DREAD_TEXT_SIZE];
    T_EQ(text, secrisk_dread_parse(text, strlen(text), &d, &diag), SECRISK_OK);
    T_EQ(text, memcmp(&d, &good[i].d, sizeof d), 0);
    T_EQ(text, diag.version, d.scheme);
    T_EQ(text, diag.metric, NONE);
    T_EQ(text, diag.offset + diag.length, 0);
    T_EQ(text, secrisk_dread_format(&d, buf, sizeof buf), strlen(text));
    T_STR(text, buf, text);
  }
}

/* Every cap from 0 to one too many, with a canary; and every cut text fails. */
static void caps_and_cuts(T_ARGS) {
  T_BEGIN;
  const char *text = good[4].text;
  size_t len = strlen(text);
  for (size_t cap = 0; cap <= len + 2; cap++) {
    char buf[SECRISK_DREAD_TEXT_SIZE];
    memset(buf, '#', sizeof buf);
    T_EQ("need", secrisk_dread_format(&good[4].d, buf, cap), len);
    T_EQ("canary", buf[cap], '#');
    if (cap > 0) {
      T_EQ("cut", strncmp(buf, text, cap - 1), 0);
      T_EQ("NUL", buf[cap <= len ? cap - 1 : len], '\0');
    }
  }
  T_EQ("no buffer", secrisk_dread_format(&good[4].d, NULL, 0), len);
  for (size_t n = 0; n < len - 1; n++) {
    secrisk_dread d;
    T_TRUE("cut text", secrisk_dread_parse(text, n, &d, NULL) != SECRISK_OK);
  }
  const secrisk_dread invalid = {OP, {21, 0, 0, 0, 0}};
  char buf[4] = "abc";
  T_EQ("invalid", secrisk_dread_format(&invalid, buf, sizeof buf), 0);
  T_STR("invalid", buf, "");
}

/* parse(format(d)) is d, over the corners of every scheme. */
static void round_trips(T_ARGS) {
  T_BEGIN;
  for (int scheme = 0; scheme < 256; scheme++) {
    for (unsigned bits = 0; bits < 32; bits++) {
      secrisk_dread d = {(uint8_t)scheme, {0}}, back;
      char buf[SECRISK_DREAD_TEXT_SIZE];
      for (uint8_t i = 0; i < 5; i++) {
        secrisk_scale s;
        secrisk_dread_scale(d.scheme, i, &s);
        d.half[i] = bits >> i & 1 ? s.high : (uint8_t)(s.low + s.step);
      }
      size_t n = secrisk_dread_format(&d, buf, sizeof buf);
      T_EQ("known", n != 0, secrisk_dread_scheme_name(d.scheme)[0] != '\0');
      if (n != 0) {
        T_EQ(buf, secrisk_dread_parse(buf, n, &back, NULL), SECRISK_OK);
        T_EQ(buf, memcmp(&d, &back, sizeof d), 0);
      }
    }
  }
}

#ifdef T_REDUCED
#define NUMBERS_STEP 997
#else
#define NUMBERS_STEP 1
#endif

/* Every whole number of up to five digits, in the place of each rating: of the
 * scale, or off it. */
static void every_number(T_ARGS) {
  T_BEGIN;
  static const char *const after[] = {"/R:5/E:5/A:5/DI:5", ""};
  for (uint32_t n = 0; n < 100000; n += n < 300 ? 1 : NUMBERS_STEP) {
    char text[48];
    bool last = n % 2 != 0;
    int len = snprintf(text, sizeof text, "DREAD:OWASP/%s%lu%s",
                       last ? "D:5/R:5/E:5/A:5/DI:" : "D:", (unsigned long)n,
                       after[last]);
    secrisk_dread d;
    T_EQ(text, secrisk_dread_parse(text, (size_t)len, &d, NULL),
         n <= 10 ? SECRISK_OK : SECRISK_E_RANGE);
  }
}

/* No scheme, not even the last of the table, has a rating of these names. */
static void no_such_rating(T_ARGS) {
  T_BEGIN;
  static const char *const names[] = {"X", "DD", "d", "DIS", "Au"};
  for (size_t i = 0; i < T_COUNT(names); i++) {
    for (unsigned scheme = 101; scheme < 256; scheme++) {
      const char *name = secrisk_dread_scheme_name((uint8_t)scheme);
      char text[SECRISK_DREAD_TEXT_SIZE];
      secrisk_dread d;
      secrisk_diag diag;
      int len = snprintf(text, sizeof text, "DREAD:%s/%s:1", name, names[i]);
      char *copy = exact(text, (size_t)len);
      secrisk_status status = secrisk_dread_parse(copy, (size_t)len, &d, &diag);
      T_EQ(text, status, *name ? SECRISK_E_METRIC : SECRISK_E_VERSION);
      T_EQ(text, diag.length, *name ? strlen(names[i]) : 0);
      free(copy);
    }
  }
}

/* Every status, scheme and rating, even those that do not go together. */
static void any_diagnostic(T_ARGS) {
  T_BEGIN;
  char buf[SECRISK_EXPLAIN_SIZE];
  for (uint32_t i = 0; i < UINT32_C(20) * 256 * 8; i++) {
    const secrisk_diag d = {i % 3,
                            i % 2,
                            0,
                            (uint8_t)(i % 20),
                            (uint8_t)(i / 20),
                            (uint8_t)(i / 20 / 256),
                            0};
    size_t n = secrisk_dread_explain(&d, buf, sizeof buf);
    T_TRUE("fits", n > 0 && n < sizeof buf);
    T_TRUE("begins with a word", buf[0] > ' ');
  }
}

#define CASES(X)                                                               \
  X(every_fault_and_its_place)                                                 \
  X(arguments)                                                                 \
  X(good_texts)                                                                \
  X(caps_and_cuts)                                                             \
  X(round_trips) X(every_number) X(any_diagnostic) X(no_such_rating)
T_MAIN_IF("dread_text", CASES, T_HAS(SECRISK_FEATURE_DREAD),
          "this build leaves DREAD out")
