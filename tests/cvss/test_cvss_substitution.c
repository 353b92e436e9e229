/* SPDX-License-Identifier: MIT */
/* Every byte of a vector becomes every other byte: the text is then refused, or
 * means what it says.  What it says is read a second time here, pair by pair,
 * with nothing but the names that reflection gives.  So are names and values
 * alone. */
#include "exact.h"
#include "t.h"

#ifdef T_REDUCED
#define DIGITS_STEP 251
#else
#define DIGITS_STEP 1
#endif

struct pair {
  const char *name, *value;
  size_t name_len, value_len;
};

static bool is(const char *word, const char *text, size_t len) {
  return strlen(word) == len && memcmp(word, text, len) == 0;
}

/* The first of count whose abbreviation is this, else count. */
static uint8_t metric_of(uint8_t version, const struct pair *p) {
  uint8_t i = 0;
  while (i < secrisk_cvss_metric_count(version) &&
         !is(secrisk_cvss_metric_abbr(version, i), p->name, p->name_len)) {
    i++;
  }
  return i;
}

static uint8_t value_of(uint8_t version, uint8_t metric, const struct pair *p) {
  uint8_t i = 0;
  while (i < secrisk_cvss_value_count(version, metric) &&
         (p->value_len == 0 || !is(secrisk_cvss_value_abbr(version, metric, i),
                                   p->value, p->value_len))) {
    i++;
  }
  return i;
}

/* The version that a text's first nine bytes name; 20 without a prefix. */
static uint8_t version_of(const char *text, size_t len, size_t *begin) {
  static const char *const prefixes[] = {"CVSS:3.0/", "CVSS:3.1/", "CVSS:4.0/"};
  static const uint8_t versions[] = {30, 31, 40};
  for (size_t i = 0; i < T_COUNT(prefixes); i++) {
    if (len >= 9 && memcmp(text, prefixes[i], 9) == 0) {
      *begin = 9;
      return versions[i];
    }
  }
  *begin = 0;
  return SECRISK_CVSS20;
}

/* One pair into the vector, if it may stand there. */
static bool take(const struct pair *p, secrisk_cvss *v, bool given[32],
                 int *last) {
  bool fixed = v->version == SECRISK_CVSS20 || v->version == SECRISK_CVSS40;
  uint8_t m = metric_of(v->version, p);
  uint8_t value = value_of(v->version, m, p);
  if (m >= secrisk_cvss_metric_count(v->version) || given[m] ||
      value >= secrisk_cvss_value_count(v->version, m) ||
      (fixed && m < *last)) {
    return false;
  }
  v->value[m] = value;
  given[m] = true;
  *last = m;
  return true;
}

/* Base whole; v2.0's other groups whole or absent. */
static bool whole(uint8_t version, const bool given[32]) {
  unsigned have[5] = {0}, of[5] = {0};
  for (uint8_t m = 0; m < secrisk_cvss_metric_count(version); m++) {
    secrisk_group group = secrisk_cvss_group(version, m);
    have[group] += given[m];
    of[group]++;
  }
  return have[1] == of[1] &&
         (version != SECRISK_CVSS20 || ((have[2] == 0 || have[2] == of[2]) &&
                                        (have[3] == 0 || have[3] == of[3])));
}

/* Is it a vector, and which? */
static bool says(const char *text, size_t len, secrisk_cvss *v) {
  bool given[32] = {false};
  int last = -1;
  size_t at;
  memset(v, 0, sizeof *v);
  v->version = version_of(text, len, &at);
  for (;; at++) {
    const char *from = text + at;
    const char *slash = memchr(from, '/', len - at);
    size_t n = slash != NULL ? (size_t)(slash - from) : len - at;
    const char *colon = memchr(from, ':', n);
    if (colon == NULL) {
      return false;
    }
    size_t name = (size_t)(colon - from);
    struct pair p = {from, colon + 1, name, n - name - 1};
    if (!take(&p, v, given, &last)) {
      return false;
    }
    at += n;
    if (at == len) {
      return whole(v->version, given);
    }
  }
}

#define BASE2 "AV:N/AC:L/Au:N/C:P/I:P/A:P"
#define ALL2 BASE2 "/E:POC/RL:TF/RC:UC/CDP:LM/TD:M/CR:M/IR:L/AR:H"
#define BASE3 "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define ALL3                                                                   \
  BASE3 "/E:P/RL:W/RC:R/CR:M/IR:L/AR:H/MAV:A/MAC:H/MPR:L/MUI:R/MS:C/"          \
        "MC:L/MI:N/MA:H"
#define BASE4 "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
#define ALL4                                                                   \
  BASE4 "/E:P/CR:M/IR:L/AR:H/MAV:A/MAC:H/MAT:P/MPR:L/MUI:P/MVC:L/MVI:N/"       \
        "MVA:H/MSC:L/MSI:S/MSA:N/S:P/AU:Y/R:U/V:C/RE:M/U:Amber"

/* Whole ones, Base alone, and one metric more, whose name can become another's
 * that is not there yet. */
static const char *const texts[] = {
    BASE2,
    ALL2,
    BASE2 "/E:F/RL:W/RC:C",
    "CVSS:3.0/" BASE3,
    "CVSS:3.0/" ALL3,
    "CVSS:3.0/" BASE3 "/CR:H",
    "CVSS:3.1/" BASE3,
    "CVSS:3.1/" ALL3,
    "CVSS:3.1/" BASE3 "/MC:H",
    "CVSS:3.1/" BASE3 "/E:U",
    "CVSS:3.1/A:H/" BASE3, /* A twice */
    "CVSS:3.1/MAV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/AV:N",
    "CVSS:4.0/" BASE4,
    "CVSS:4.0/" ALL4,
    "CVSS:4.0/" BASE4 "/MSI:S",
    "CVSS:4.0/" BASE4 "/U:Red",
};

/* ALLOW_PREFIX lets none of these texts be more, but takes another way in. */
static const uint32_t flags[] = {SECRISK_STRICT, SECRISK_ALLOW_PREFIX};

static void every_byte_of_every_text(T_ARGS) {
  T_BEGIN;
  unsigned accepted = 0;
  for (size_t i = 0; i < T_COUNT(texts); i++) {
    size_t len = strlen(texts[i]);
    char *text = exact(texts[i], len);
    for (size_t n = 0; n < len * 256; n++) {
      char was = text[n / 256];
      text[n / 256] = (char)(uint8_t)(n % 256);
      secrisk_cvss want, got;
      bool good = says(text, len, &want);
      for (size_t f = 0; f < T_COUNT(flags); f++) {
        secrisk_status status =
            secrisk_cvss_parse(text, len, flags[f], &got, NULL);
        if (good != (status == SECRISK_OK) ||
            (good && memcmp(&want, &got, sizeof got) != 0)) {
          T_FAIL("%s: byte %u as %u: status %u", texts[i], (unsigned)(n / 256),
                 (unsigned)(n % 256), (unsigned)status);
        }
      }
      accepted += good && text[n / 256] != was;
      text[n / 256] = was;
    }
    free(text);
  }
  /* Values have neighbours, and so has a name or two: the reader above is no
   * mere refusal. */
  T_TRUE("some mean another vector", accepted > 100);
}

/* In a prefix, one digit alone has a neighbour. */
static void prefixes(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(texts); i++) {
    size_t len = strlen(texts[i]);
    if (texts[i][0] != 'C') {
      continue;
    }
    char *text = exact(texts[i], len);
    secrisk_cvss v;
    bool stands = secrisk_cvss_parse(text, len, 0, &v, NULL) == SECRISK_OK;
    for (size_t n = 0; n < (size_t)9 * 256; n++) {
      char was = text[n / 256], byte = (char)(uint8_t)(n % 256);
      bool other =
          n / 256 == 7 && text[5] == '3' && (byte == '0' || byte == '1');
      text[n / 256] = byte;
      T_EQ(texts[i], secrisk_cvss_parse(text, len, 0, &v, NULL) == SECRISK_OK,
           stands && (byte == was || other));
      text[n / 256] = was;
    }
    free(text);
  }
}

/* Both digits of a version at once, whatever bytes they are: three versions
 * there are, and no other pair may come out as the number of one of them. */
static void every_pair_of_digits(T_ARGS) {
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(texts); i++) {
    size_t len = strlen(texts[i]);
    char version[4];
    if (texts[i][0] != 'C' || len > 50) {
      continue;
    }
    char *text = exact(texts[i], len);
    memcpy(version, text + 5, 3);
    version[3] = '\0';
    for (uint32_t n = 0; n < 65536; n += DIGITS_STEP) {
      secrisk_cvss v;
      text[5] = (char)(uint8_t)(n / 256);
      text[7] = (char)(uint8_t)(n % 256);
      secrisk_status status = secrisk_cvss_parse(text, len, 0, &v, NULL);
      bool known = memcmp(text + 5, "3.0", 3) == 0 ||
                   memcmp(text + 5, "3.1", 3) == 0 ||
                   memcmp(text + 5, "4.0", 3) == 0;
      T_EQ(version, status != SECRISK_E_VERSION, known);
    }
    free(text);
  }
}

/* Do set_text and metric_find take this word, of len bytes, as reflection names
 * it, and nothing else? */
static bool one_word(uint8_t version, uint8_t metric, const char *word,
                     size_t len) {
  const char *name = secrisk_cvss_metric_abbr(version, metric);
  const struct pair p = {word, word, len, len};
  secrisk_cvss v = {version, {0}};
  uint8_t of = metric_of(version, &p);
  uint8_t value = value_of(version, metric, &p);
  bool good = value < secrisk_cvss_value_count(version, metric) &&
              (value != 0 || !secrisk_cvss_mandatory(version, metric));
  if (of == secrisk_cvss_metric_count(version)) {
    of = SECRISK_NO_METRIC;
  }
  return secrisk_cvss_metric_find(version, word, len) == of &&
         secrisk_cvss_set_text(&v, name, strlen(name), word, len, NULL) ==
             (good ? SECRISK_OK : SECRISK_E_VALUE) &&
         v.value[metric] == (good ? value : 0);
}

/* Each byte of a word becomes every other, and the word is cut to each length,
 * in memory of exactly its size. */
static bool every_byte(uint8_t version, uint8_t metric, const char *word) {
  char changed[8];
  size_t most = strlen(word);
  bool good = most < sizeof changed;
  for (size_t n = 0; good && n < most * most * 256; n++) {
    size_t len = 1 + n / 256 % most;
    memcpy(changed, word, most);
    changed[n / 256 / most] = (char)(uint8_t)(n % 256);
    char *text = exact(changed, len);
    good = one_word(version, metric, text, len);
    free(text);
  }
  return good;
}

static void every_byte_of_every_word(T_ARGS) {
  static const uint8_t versions[] = {20, 30, 31, 40};
  T_BEGIN;
  for (size_t i = 0; i < T_COUNT(versions); i++) {
    uint8_t version = versions[i];
    for (uint8_t m = 0; m < secrisk_cvss_metric_count(version); m++) {
      const char *name = secrisk_cvss_metric_abbr(version, m);
      T_TRUE(name, every_byte(version, m, name));
      for (uint8_t k = 0; k < secrisk_cvss_value_count(version, m); k++) {
        const char *value = secrisk_cvss_value_abbr(version, m, k);
        T_TRUE(value, every_byte(version, m, value));
      }
    }
  }
}

#define CASES(X)                                                               \
  X(every_byte_of_every_text)                                                  \
  X(prefixes) X(every_pair_of_digits) X(every_byte_of_every_word)
T_MAIN_IF("cvss_substitution", CASES, T_HAS(T_EVERYTHING),
          "this build leaves a version or leniency out")
