/* SPDX-License-Identifier: MIT */
/* Part of register: ratings, as vectors, as DREAD, and as bare levels. */
#include <string.h>

#include "register.h"

static secrisk_level read_level(const char *text, size_t len) {
  secrisk_level level = SECRISK_LEVEL_CRITICAL;
  while (level > 0 && !same_word(text, len, secrisk_level_text(level))) {
    level--;
  }
  return level;
}

/* --- Schemes ---------------------------------------------------------------*/

static uint8_t dread_scheme(const char *text, size_t len) {
  unsigned scheme = 0;
  do {
    const char *name = secrisk_dread_scheme_name((uint8_t)++scheme);
    if (*name != '\0' && same_word(text, len, name)) {
      return (uint8_t)scheme;
    }
  } while (scheme < 255);
  return 0;
}

static uint8_t cvss_version(const char *text, size_t len) {
  static const char *const names[] = {"2.0", "3.0", "3.1", "4.0"};
  static const uint8_t versions[] = {SECRISK_CVSS20, SECRISK_CVSS30,
                                     SECRISK_CVSS31, SECRISK_CVSS40};
  for (size_t i = 0; i < 4; i++) {
    if (same_word(text, len, names[i])) {
      return versions[i];
    }
  }
  return 0;
}

/* Passes over a word and what may stand between it and a name. */
static bool prefixed(const char *text, struct piece *p, const char *word) {
  size_t len = strlen(word);
  if (p->to - p->from < len || !same_word(text + p->from, len, word)) {
    return false;
  }
  p->from += len;
  while (p->from < p->to && (text[p->from] == ' ' || text[p->from] == ':')) {
    p->from++;
  }
  return true;
}

bool read_scheme(const struct place *at, uint8_t *scheme) {
  const char *text = at->cell->text;
  struct piece all = trimmed(text, 0, at->cell->len), p = all;
  *scheme = 0;
  if (p.from == p.to) {
    return true;
  }
  if (same_word(text + p.from, p.to - p.from, "level")) {
    *scheme = SECRISK_SYSTEM_LEVEL;
  } else if (prefixed(text, &p, "CVSS")) {
    *scheme = cvss_version(text + p.from, p.to - p.from);
  } else {
    (void)prefixed(text, &p, "DREAD");
    *scheme = dread_scheme(text + p.from, p.to - p.from);
  }
  if (*scheme == 0) {
    problem(at, all.from, all.to - all.from,
            "expected CVSS 2.0, 3.0, 3.1 or 4.0, DREAD and the name of a "
            "scheme, such as DREAD OP-TEE, or level");
  }
  return *scheme != 0;
}

/* --- CVSS ------------------------------------------------------------------*/

void rate_cvss(struct rating *out, const secrisk_cvss *v) {
  char text[SECRISK_CVSS_TEXT_SIZE];
  size_t len = secrisk_cvss_format(v, text, sizeof text);
  out->cvss = *v;
  out->risk.system = v->version;
  out->risk.tenths = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  out->full = 100;
  out->text = keep_text(text, len);
}

static bool read_cvss(const struct place *at, struct piece p, uint8_t scheme,
                      struct rating *out) {
  const char *text = at->cell->text;
  char sentence[SECRISK_EXPLAIN_SIZE];
  uint32_t flags = scheme == SECRISK_CVSS30   ? SECRISK_ALLOW_BARE_30
                   : scheme == SECRISK_CVSS31 ? SECRISK_ALLOW_BARE_31
                                              : SECRISK_STRICT;
  secrisk_cvss v;
  secrisk_diag diag;
  if (secrisk_cvss_parse(text + p.from, p.to - p.from, flags, &v, &diag) !=
      SECRISK_OK) {
    (void)secrisk_cvss_explain(&diag, sentence, sizeof sentence);
    problem(at, p.from + diag.offset, diag.length, "%s", sentence);
    return false;
  }
  rate_cvss(out, &v);
  return true;
}

/* --- DREAD -----------------------------------------------------------------*/

static void rate_dread(struct rating *out, const secrisk_dread *d) {
  char text[SECRISK_DREAD_TEXT_SIZE];
  size_t len = secrisk_dread_format(d, text, sizeof text);
  secrisk_scale scale;
  secrisk_dread_scale(d->scheme, 0, &scale);
  out->risk.system = d->scheme;
  out->risk.tenths = secrisk_dread_tenths(d);
  out->full = (uint16_t)(scale.high * 5);
  out->text = keep_text(text, len);
}

static void explain_dread(const struct place *at, size_t offset,
                          const secrisk_diag *diag) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  (void)secrisk_dread_explain(diag, sentence, sizeof sentence);
  problem(at, offset, diag->length, "%s", sentence);
}

static bool read_dread(const struct place *at, struct piece p,
                       struct rating *out) {
  secrisk_dread d;
  secrisk_diag diag;
  if (secrisk_dread_parse(at->cell->text + p.from, p.to - p.from, &d, &diag) !=
      SECRISK_OK) {
    explain_dread(at, p.from + diag.offset, &diag);
    return false;
  }
  rate_dread(out, &d);
  return true;
}

/* A number in halves; 255 for what is none. */
static uint8_t read_halves(const char *text, size_t len) {
  unsigned n = 0;
  size_t i = 0;
  for (; i < len && i < 2 && text[i] >= '0' && text[i] <= '9'; i++) {
    n = 10 * n + (unsigned)(text[i] - '0');
  }
  bool half = i > 0 && len - i == 2 && text[i] == '.' &&
              (text[i + 1] == '5' || text[i + 1] == '0');
  if (i == 0 || (i < len && !half)) {
    return 255;
  }
  return (uint8_t)(2 * n + (half && text[i + 1] == '5'));
}

static bool separates(char c) {
  return blank(c) || c == ',' || c == ';' || c == '/';
}

/* "8 9 6 10 8", in the order of DREAD's letters. */
static bool read_numbers(const struct place *at, struct piece p, uint8_t scheme,
                         struct rating *out) {
  const char *text = at->cell->text;
  secrisk_dread d = {0};
  struct piece number[5];
  secrisk_diag diag;
  size_t count = 0, want = scheme > SECRISK_DREAD_D + SECRISK_DREAD_D ? 4 : 5;
  d.scheme = scheme;
  for (size_t i = p.from; i < p.to;) {
    size_t from = i;
    while (i < p.to && !separates(text[i])) {
      i++;
    }
    if (count == want) {
      problem(at, from, i - from, "there is one rating too many: %s has %d",
              secrisk_dread_scheme_name(scheme), (int)want);
      return false;
    }
    d.half[count] = read_halves(text + from, i - from);
    number[count++] = (struct piece){from, i};
    while (i < p.to && separates(text[i])) {
      i++;
    }
  }
  if (count < want) {
    problem(at, p.to, 0, "%s is missing: %s has %d ratings",
            secrisk_dread_rating_name((uint8_t)count),
            secrisk_dread_scheme_name(scheme), (int)want);
    return false;
  }
  if (secrisk_dread_check(&d, &diag) != SECRISK_OK) {
    struct piece wrong = number[diag.metric < count ? diag.metric : 0];
    diag.length = (uint32_t)(wrong.to - wrong.from);
    explain_dread(at, wrong.from, &diag);
    return false;
  }
  rate_dread(out, &d);
  return true;
}

/* --- Any -------------------------------------------------------------------*/

/* Takes a level off the end, behind a blank or alone. */
static secrisk_level take_level(const char *text, struct piece *p) {
  size_t from = p->to;
  while (from > p->from && !blank(text[from - 1])) {
    from--;
  }
  secrisk_level level = read_level(text + from, p->to - from);
  if (level != SECRISK_NO_LEVEL) {
    *p = trimmed(text, p->from, from);
  }
  return level;
}

static bool is_dread(uint8_t scheme) {
  return scheme > SECRISK_DREAD_D;
}

static bool read_system(const struct place *at, struct piece p, uint8_t scheme,
                        struct rating *out) {
  const char *text = at->cell->text;
  struct piece dread = p;
  if (prefixed(text, &dread, "DREAD")) {
    return read_dread(at, p, out);
  }
  if (is_dread(scheme) && text[p.from] >= '0' && text[p.from] <= '9') {
    return read_numbers(at, p, scheme, out);
  }
  if (memchr(text + p.from, ':', p.to - p.from) == NULL) {
    problem(at, p.from, p.to - p.from,
            is_dread(scheme)
                ? "expected ratings: numbers from Damage to Discoverability"
                : "expected a CVSS vector, a DREAD rating, or None, Low, "
                  "Medium, High or Critical");
    return false;
  }
  return read_cvss(at, p, scheme, out);
}

bool read_rating(const struct place *at, uint8_t scheme, struct rating *out) {
  const char *text = at->cell->text;
  struct piece p = trimmed(text, 0, at->cell->len), all = p;
  *out = (struct rating){.text = "", .risk = {.tenths = SECRISK_NO_SCORE}};
  if (p.from == p.to) {
    return true;
  }
  out->risk.level = take_level(text, &p);
  if (p.from == p.to) {
    out->risk.system = SECRISK_SYSTEM_LEVEL;
    out->text = secrisk_level_text(out->risk.level);
  } else if (!read_system(at, p, scheme, out)) {
    return false;
  }
  bool rerated =
      at->column == column_names[RESIDUAL] && at->row->text[RERATED][0] != '\0';
  if (scheme != 0 && out->risk.system != scheme && !rerated) {
    problem(at, all.from, all.to - all.from,
            "this is rated under another scheme than the scheme column says");
    return false;
  }
  return true;
}
