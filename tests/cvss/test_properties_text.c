/* SPDX-License-Identifier: MIT */
/* What holds for every vector's text: written and read again, in any order,
 * under any leniency, cut anywhere, into any buffer. */
#include "random.h"

#define TEXT 512

/* One metric a piece: "AV:N". */
struct pieces {
  char text[32][12];
  uint8_t metric[32];
  int count;
};

/* The metrics of v in the standard's order; with spare, Not Defined too (in
 * v2.0 always where their group is there). */
static void cut_up(struct pieces *p, const secrisk_cvss *v, bool spare) {
  uint8_t count = secrisk_cvss_metric_count(v->version);
  p->count = 0;
  for (uint8_t m = 0; m < count; m++) {
    bool whole = v->version == SECRISK_CVSS20 &&
                 has_group(v, secrisk_cvss_group(v->version, m));
    if (v->value[m] != 0 || whole || (spare && v->version != SECRISK_CVSS20)) {
      p->metric[p->count] = m;
      snprintf(p->text[p->count++], sizeof p->text[0], "%s:%s",
               secrisk_cvss_metric_abbr(v->version, m),
               secrisk_cvss_value_abbr(v->version, m, v->value[m]));
    }
  }
}

static bool shuffle(struct pieces *p) {
  bool moved = false;
  for (uint32_t i = (uint32_t)p->count; i-- > 1;) {
    uint32_t k = random_below(i + 1);
    struct pieces old = *p;
    memcpy(p->text[i], old.text[k], sizeof p->text[i]);
    memcpy(p->text[k], old.text[i], sizeof p->text[k]);
    p->metric[i] = old.metric[k];
    p->metric[k] = old.metric[i];
    moved = moved || k != i;
  }
  return moved;
}

static size_t join(const struct pieces *p, uint8_t version, char *text) {
  size_t len = 0;
  if (version != SECRISK_CVSS20) {
    len = (size_t)sprintf(text, "CVSS:%d.%d/", version / 10, version % 10);
  }
  for (int i = 0; i < p->count; i++) {
    len += (size_t)sprintf(text + len, i == 0 ? "%s" : "/%s", p->text[i]);
  }
  return len;
}

static void for_random(void (*check)(const secrisk_cvss *), uint32_t rounds) {
  for (uint32_t i = 0; i < rounds; i++) {
    secrisk_cvss v;
    random_vector(&v, versions[i % T_COUNT(versions)]);
    check(&v);
  }
}

static void check_written(const secrisk_cvss *v) {
  char canonical[TEXT], own[TEXT];
  struct pieces p;
  secrisk_cvss again;
  secrisk_diag diag;
  size_t len = secrisk_cvss_format(v, canonical, sizeof canonical);
  cut_up(&p, v, false);
  T_EQ("length", len, join(&p, v->version, own));
  T_STR("canonical", canonical, own);
  T_TRUE("size", len < SECRISK_CVSS_TEXT_SIZE);
  T_EQ(own, secrisk_cvss_parse(own, len, 0, &again, &diag), SECRISK_OK);
  T_TRUE(own, same(&again, v));
}

/* A build for speed writes in another way where there is room for any text. */
static void check_room(const secrisk_cvss *v) {
  char roomy[SECRISK_CVSS_TEXT_SIZE + 8];
  char narrow[SECRISK_CVSS_TEXT_SIZE];
  memset(roomy, '#', sizeof roomy);
  size_t len = secrisk_cvss_format(v, roomy, SECRISK_CVSS_TEXT_SIZE);
  T_EQ(roomy, secrisk_cvss_format(v, narrow, len + 1), len);
  T_STR("in its own size", narrow, roomy);
  T_TRUE(roomy, memcmp(roomy + SECRISK_CVSS_TEXT_SIZE, "########", 8) == 0);
}

/* With every value of one metric, so that a Base metric may be missing. */
static void check_rooms(const secrisk_cvss *v) {
  secrisk_cvss other = *v;
  uint8_t metric = (uint8_t)random_below(secrisk_cvss_metric_count(v->version));
  uint8_t values = secrisk_cvss_value_count(v->version, metric);
  for (uint8_t value = 0; value < values; value++) {
    other.value[metric] = value;
    check_room(&other);
  }
}

static void written_in_any_room(T_ARGS) {
  T_BEGIN;
  for_random(check_rooms, ROUNDS / 4);
}

static void written_and_read_again(T_ARGS) {
  T_BEGIN;
  for_random(check_written, ROUNDS);
}

/* v3 takes any order; v2.0 and v4.0 say ORDER unless it is allowed. */
static void check_order(const secrisk_cvss *v) {
  char text[TEXT];
  struct pieces p;
  secrisk_cvss again;
  secrisk_diag diag;
  cut_up(&p, v, random_below(2) != 0);
  bool fixed = v->version == SECRISK_CVSS20 || v->version == SECRISK_CVSS40;
  bool late = shuffle(&p) && fixed;
  size_t len = join(&p, v->version, text);
  secrisk_status got = secrisk_cvss_parse(text, len, 0, &again, &diag);
  T_EQ(text, got, late ? SECRISK_E_ORDER : SECRISK_OK);
  if (late) {
    T_TRUE(text, all_zero(&again, sizeof again));
    got = secrisk_cvss_parse(text, len, SECRISK_ALLOW_ORDER, &again, &diag);
    T_EQ(text, got, SECRISK_OK);
    T_EQ(text, diag.lenient, SECRISK_ALLOW_ORDER);
  }
  T_TRUE(text, same(&again, v));
}

static void in_any_order(T_ARGS) {
  T_BEGIN;
  for_random(check_order, ROUNDS);
}

/* Leniency changes nothing in what is right, and says it was not needed. */
static void check_lenient(const secrisk_cvss *v) {
  static const uint32_t all = SECRISK_LENIENT | SECRISK_ALLOW_PARTIAL;
  char text[TEXT];
  struct pieces p;
  cut_up(&p, v, random_below(2) != 0);
  if (v->version == SECRISK_CVSS30 || v->version == SECRISK_CVSS31) {
    shuffle(&p);
  }
  size_t len = join(&p, v->version, text);
  for (int i = 0; i < 12; i++) {
    uint32_t flags = i < 10    ? 1u << i
                     : i == 10 ? all | SECRISK_ALLOW_BARE_30
                               : all | SECRISK_ALLOW_BARE_31;
    secrisk_cvss again;
    secrisk_diag diag;
    T_EQ(text, secrisk_cvss_parse(text, len, flags, &again, &diag), SECRISK_OK);
    T_EQ(text, diag.lenient, 0);
    T_TRUE(text, same(&again, v));
  }
}

static void strict_is_lenient(T_ARGS) {
  T_BEGIN;
  for_random(check_lenient, ROUNDS / 4);
}

/* The same of any text at all: strict takes exactly what lenient reading takes
 * without making use of a leniency. */
static void check_changed(const secrisk_cvss *v) {
  char text[TEXT];
  struct pieces p;
  secrisk_cvss strict, again;
  secrisk_diag diag;
  cut_up(&p, v, random_below(2) != 0);
  size_t len = join(&p, v->version, text);
  size_t at = (size_t)random_below((uint32_t)len);
  text[at] = random_below(4) != 0 ? text[random_below((uint32_t)len)]
                                  : (char)random_below(256);
  bool ok = secrisk_cvss_parse(text, len, 0, &strict, &diag) == SECRISK_OK;
  for (int i = 0; i < 10; i++) {
    bool lenient =
        secrisk_cvss_parse(text, len, 1u << i, &again, &diag) == SECRISK_OK;
    T_EQ(text, ok, lenient && diag.lenient == 0);
    T_TRUE(text, !ok || same(&strict, &again));
    T_TRUE(text, lenient || all_zero(&again, sizeof again));
    T_EQ(text, diag.lenient & ~(1u << i), 0);
  }
}

static void one_byte_changed(T_ARGS) {
  T_BEGIN;
  for_random(check_changed, ROUNDS);
}

/* v without the pieces from the n-th on; false if that is no vector. */
static bool shorter(const struct pieces *p, const secrisk_cvss *v, int n,
                    secrisk_cvss *left) {
  memcpy(left, v, sizeof *left);
  for (int i = n; i < p->count; i++) {
    left->value[p->metric[i]] = 0;
    if (secrisk_cvss_mandatory(v->version, p->metric[i])) {
      return false;
    }
  }
  return v->version != SECRISK_CVSS20 || n == 0 || n == p->count ||
         secrisk_cvss_group(v->version, p->metric[n - 1]) !=
             secrisk_cvss_group(v->version, p->metric[n]);
}

/* A text cut short is OK exactly where it ends between two metrics and what
 * is left is a vector (v2.0: of whole groups); its value is then that of the
 * metrics left.  So "CDP:LM" is never taken for "CDP:L". */
static void check_cut(const secrisk_cvss *v) {
  char text[TEXT];
  struct pieces p;
  int n = 0; /* pieces wholly before the cut */
  cut_up(&p, v, random_below(2) != 0);
  size_t len = join(&p, v->version, text);
  for (size_t cut = 0; cut < len; cut++) {
    secrisk_cvss got, left;
    secrisk_diag diag;
    bool between =
        text[cut] == '/' && (v->version == SECRISK_CVSS20 || cut > 8);
    n += between;
    bool good = shorter(&p, v, n, &left) && between;
    secrisk_status status = secrisk_cvss_parse(text, cut, 0, &got, &diag);
    T_EQ(text, status == SECRISK_OK, good);
    T_EQ(text, diag.status, status);
    T_TRUE(text, diag.offset <= cut && diag.length <= cut - diag.offset);
    T_TRUE(text, good ? same(&got, &left) : all_zero(&got, sizeof got));
  }
}

static void cut_short(T_ARGS) {
  T_BEGIN;
  for_random(check_cut, ROUNDS / 20);
}

/* Calls write with every cap from 0 to needed + 1, with canaries around. */
static void every_cap(const char *row, const void *object,
                      size_t (*write)(const void *, char *, size_t)) {
  char whole[TEXT], buf[TEXT];
  size_t needed = write(object, whole, sizeof whole);
  T_EQ(row, needed, strlen(whole));
  T_EQ(row, write(object, NULL, 0), needed);
  for (size_t cap = 0; cap <= needed + 1; cap++) {
    memset(buf, '#', sizeof buf);
    T_EQ(row, write(object, buf + 8, cap), needed);
    size_t kept = cap == 0 ? 0 : cap - 1 < needed ? cap - 1 : needed;
    T_EQ(row, memcmp(buf + 8, whole, kept), 0);
    T_TRUE(row, cap == 0 || buf[8 + kept] == '\0');
    for (size_t i = 0; i < sizeof buf; i++) {
      T_TRUE(row, (i >= 8 && i < 8 + cap) || buf[i] == '#');
    }
  }
}

static size_t write_vector(const void *v, char *buf, size_t cap) {
  return secrisk_cvss_format(v, buf, cap);
}

static size_t write_diag(const void *diag, char *buf, size_t cap) {
  return secrisk_cvss_explain(diag, buf, cap);
}

static void check_caps(const secrisk_cvss *v) {
  char text[TEXT];
  secrisk_cvss again;
  secrisk_diag diag;
  every_cap("format", v, write_vector);
  size_t len = secrisk_cvss_format(v, text, sizeof text);
  text[random_below((uint32_t)len)] = (char)random_below(256);
  size_t part = (size_t)random_below((uint32_t)len + 1);
  secrisk_cvss_parse(text, part, 0, &again, &diag);
  every_cap("explain", &diag, write_diag);
}

static void into_any_buffer(T_ARGS) {
  T_BEGIN;
  for_random(check_caps, ROUNDS / 50);
}

/* Any 16 bytes are a diagnostic that can be explained. */
static void explain_anything(T_ARGS) {
  T_BEGIN;
  for (uint32_t i = 0; i < ROUNDS; i++) {
    secrisk_diag diag;
    char buf[SECRISK_EXPLAIN_SIZE + 8];
    diag.offset = random_below(200);
    diag.length = random_below(20);
    diag.lenient = random_below(0x400);
    diag.status = (uint8_t)random_below(i % 2 ? 256 : SECRISK_E_DISABLED + 1);
    diag.version = i % 3 ? versions[i % 4] : (uint8_t)random_below(256);
    diag.metric = (uint8_t)random_below(i % 5 ? 32 : 256);
    diag.about = SECRISK_ABOUT_CVSS;
    memset(buf, '#', sizeof buf);
    size_t len = secrisk_cvss_explain(&diag, buf, SECRISK_EXPLAIN_SIZE);
    T_TRUE("size", len < SECRISK_EXPLAIN_SIZE);
    T_EQ("written whole", strlen(buf), len);
    T_EQ("canary", memcmp(buf + SECRISK_EXPLAIN_SIZE, "########", 8), 0);
  }
}

#define CASES(X)                                                               \
  X(written_in_any_room)                                                       \
  X(written_and_read_again)                                                    \
  X(in_any_order)                                                              \
  X(strict_is_lenient)                                                         \
  X(one_byte_changed) X(cut_short) X(into_any_buffer) X(explain_anything)
T_MAIN_IF("properties_text", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
