/* SPDX-License-Identifier: MIT */
/* Part of register: vectors of CVSS in a cell. */
#include <string.h>

#include "register_rating.h"

/* Where a vector or a text of DREAD stands; false if there is none. */
bool find_vector(const char *text, struct piece all, struct piece *out) {
  static const char *const starts[] = {"CVSS:", "DREAD:", "AV:"};
  for (size_t s = 0; s < 3; s++) {
    size_t n = strlen(starts[s]);
    for (size_t i = all.from; i + n <= all.to; i++) {
      char before = i > all.from ? text[i - 1] : ' ';
      bool inside = lower(before) >= 'a' && lower(before) <= 'z';
      bool number = s != 0 || (i + n < all.to && text[i + n] != ' ');
      if (!inside && number && same_word(text + i, n, starts[s])) {
        out->from = i;
        while (i < all.to && blank(text + i) == 0 &&
               strchr(")]}>\"'`;&,", text[i]) == NULL) {
          i++;
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
  len = len < SECRISK_TEXT_MAX ? len : SECRISK_TEXT_MAX;
  memcpy(whole, prefix, fore);
  memcpy(whole + fore, text, len);
  if (secrisk_cvss_parse(whole, fore + len, forms, &v, &diag) != SECRISK_OK) {
    (void)secrisk_cvss_explain(&diag, sentence, sizeof sentence);
    problem(at, p.from + (diag.offset > fore ? diag.offset - fore : 0),
            diag.length, "%s", sentence);
    return false;
  }
  rate_cvss(out, &v);
  return true;
}
