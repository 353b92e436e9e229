/* SPDX-License-Identifier: MIT */
/* Part of register: vectors of CVSS in a cell. */
#include <string.h>

#include "register_rating.h"

static size_t skip_blanks(const char *text, size_t i, size_t to) {
  while (i < to && blank(text + i) > 0) {
    i += blank(text + i);
  }
  return i;
}

/* Do a metric's name and a colon stand at text[i], perhaps behind a slash? */
static bool is_metric(const char *text, size_t i, size_t to, bool slash) {
  if (slash) {
    i = skip_blanks(text, i + 1, to);
  }
  size_t name = i;
  while (i < to && i - name < 4 && lower(text[i]) >= 'a' &&
         lower(text[i]) <= 'z') {
    i++;
  }
  size_t colon = skip_blanks(text, i, to);
  return i > name && colon < to && text[colon] == ':';
}

/* A vector in text[from, i) ends before a blank; where it goes on behind it, as
 * in "AV:N / AC : L", or 0. */
static size_t goes_on(const char *text, size_t from, size_t i, size_t to) {
  size_t next = skip_blanks(text, i, to), metric = i;
  while (metric > from && text[metric - 1] != '/') {
    metric--;
  }
  bool colon = memchr(text + metric, ':', i - metric) != NULL;
  bool on =
      next < to && (text[next] == ':'    ? !colon && i > metric
                    : text[i - 1] == ':' ? true
                    : text[next] == '/'  ? is_metric(text, next, to, true)
                    : text[i - 1] == '/' ? is_metric(text, next, to, false)
                                         : false);
  return on ? next : 0;
}

/* The start of a vector or a text of DREAD at text[i], by `word`. */
static bool starts_with(const char *text, size_t i, size_t to,
                        const char *word) {
  size_t n = strlen(word);
  if (i + n <= to && same_word(text + i, n, word)) {
    return true;
  }
  return *word == 'A' && i + 2 < to && same_word(text + i, 2, "AV") &&
         text[skip_blanks(text, i + 2, to)] == ':';
}

/* Where a vector or a text of DREAD stands; false if there is none. */
bool find_vector(const char *text, struct piece all, struct piece *out) {
  static const char *const starts[] = {"CVSS:", "DREAD:", "AV:"};
  for (size_t s = 0; s < 3; s++) {
    size_t n = strlen(starts[s]);
    for (size_t i = all.from; i + n <= all.to; i++) {
      char before = i > all.from ? text[i - 1] : ' ';
      bool inside = lower(before) >= 'a' && lower(before) <= 'z';
      bool number = s != 0 || (i + n < all.to && text[i + n] != ' ');
      if (!inside && number && starts_with(text, i, all.to, starts[s])) {
        out->from = i;
        while (i < all.to && strchr(")]}>\"'`;&,|*", text[i]) == NULL) {
          size_t next = blank(text + i) == 0 ? i + 1
                        : s != 1 ? goes_on(text, out->from, i, all.to)
                                 : 0;
          if (next == 0) {
            break;
          }
          i = next;
        }
        while (text[i - 1] == '.') { /* of the sentence */
          i--;
        }
        out->to = i;
        if (s != 0 || memchr(text + out->from, '/', i - out->from) != NULL) {
          return true;
        }
        i = out->from; /* "CVSS:3.1 AV:N/..." */
      }
    }
  }
  return false;
}

void rate_cvss(struct rating *out, const secrisk_cvss *v) {
  char text[SECRISK_CVSS_TEXT_SIZE];
  size_t len = secrisk_cvss_format(v, text, sizeof text);
  secrisk_tenths own = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  out->cvss = *v;
  (void)secrisk_risk_of(v, SECRISK_SCORE_BTE, &out->risk);
  out->own = own != out->risk.tenths ? own : SECRISK_NO_SCORE;
  out->text = keep_text(text, len);
}

/* Without the answers of MITRE's rubric for medical devices (XAVN:Y and so on),
 * which stand behind an extended vector and rate nothing. */
static size_t without_answers(const char *text, size_t len) {
  for (;;) {
    size_t i = len;
    while (i > 0 && text[i - 1] != '/') {
      i--;
    }
    if (i < 2 || len - i < 4 || text[i] != 'X' ||
        memchr(text + i, ':', len - i) == NULL) {
      return len;
    }
    len = i - 1;
  }
}

static const char *prefix_of(uint8_t version) {
  return version == SECRISK_CVSS30   ? "CVSS:3.0/"
         : version == SECRISK_CVSS31 ? "CVSS:3.1/"
         : version == SECRISK_CVSS40 ? "CVSS:4.0/"
                                     : "";
}

/* Copies a vector without the blanks in it; its length. */
static size_t without_blanks(const char *text, size_t len, char *to) {
  size_t n = 0;
  for (size_t i = skip_blanks(text, 0, len); i < len && n < SECRISK_TEXT_MAX;
       i = skip_blanks(text, i + 1, len)) {
    to[n++] = text[i];
  }
  return n;
}

/* Where the byte of that number was before. */
static size_t with_blanks(const char *text, size_t len, size_t offset) {
  size_t i = skip_blanks(text, 0, len);
  for (; offset > 0 && i < len; offset--) {
    size_t next = skip_blanks(text, i + 1, len);
    i = next < len ? next : i + 1;
  }
  return i;
}

/* Is a metric behind what was taken for the whole vector? */
static bool goes_on_apart(const struct cell *cell, size_t end) {
  size_t i = end;
  while (i < cell->len && i - end < 4 &&
         (blank(cell->text + i) > 0 || strchr(",;|*&", cell->text[i]))) {
    i++;
  }
  return i > end && is_metric(cell->text, i, cell->len, false);
}

/* Without its prefix, a vector has the version that something else says. */
bool read_cvss(const struct place *at, struct piece p, uint8_t version,
               struct rating *out) {
  const char *text = at->cell->text + p.from;
  char whole[SECRISK_TEXT_MAX + 10], sentence[SECRISK_EXPLAIN_SIZE];
  bool bare = !same_word(text, p.to - p.from < 5 ? p.to - p.from : 5, "CVSS:");
  const char *prefix = bare ? prefix_of(version) : "";
  size_t fore = strlen(prefix), len = without_answers(text, p.to - p.from);
  const uint32_t forms = SECRISK_ALLOW_ORDER | SECRISK_ALLOW_CASE |
                         SECRISK_ALLOW_SLASH | SECRISK_ALLOW_PREFIX;
  secrisk_cvss v;
  secrisk_diag diag;
  memcpy(whole, prefix, fore);
  size_t n = without_blanks(text, len, whole + fore);
  if (secrisk_cvss_parse(whole, fore + n, forms, &v, &diag) != SECRISK_OK) {
    (void)secrisk_cvss_explain(&diag, sentence, sizeof sentence);
    size_t offset = diag.offset > fore ? diag.offset - fore : 0;
    problem(at, p.from + with_blanks(text, len, offset), diag.length, "%s%s",
            sentence,
            goes_on_apart(at->cell, p.to)
                ? "; between two metrics there must be a slash"
                : "");
    return false;
  }
  rate_cvss(out, &v);
  return true;
}
