/* SPDX-License-Identifier: MIT */
/* Vectors inside any text. */
#include "fuzz.h"

/* All flags but BLANKS, SLASH and PARENS, which find does not use. */
#define USED 0x3e3u

/* Each vector found stands on its own and reads the same there. */
static void must_stand(const char *text, size_t len, size_t at, size_t n,
                       uint32_t flags, const secrisk_cvss *v) {
  secrisk_cvss alone;
  MUST(n > 0 && n <= SECRISK_TEXT_MAX && at <= len && n <= len - at);
  MUST(at == 0 || !letter_or_digit(text[at - 1]));
  MUST(at + n == len || !letter_or_digit(text[at + n]));
  MUST(secrisk_cvss_parse(text + at, n, flags & USED, &alone, NULL) == 0);
  MUST(same(v, &alone));
}

/* Every vector of the text in turn; the last one's place is returned. */
static size_t find_all(const char *text, size_t start, size_t len,
                       uint32_t flags, secrisk_cvss *last) {
  size_t n = 0, place = len, from = start;
  secrisk_cvss v;
  secrisk_diag d;
  while (secrisk_cvss_find(text, len, flags, &start, &n, &v, &d) == 0) {
    MUST(start >= from && d.status == SECRISK_OK && d.version == v.version);
    MUST(prefixed(text + start, n) || !after_prefix(text + from, start - from));
    must_stand(text, len, start, n, flags, &v);
    *last = v;
    place = start;
    from = start; /* from there on, the same is found again */
    MUST(secrisk_cvss_find(text, len, flags, &from, &n, &v, NULL) == 0);
    MUST(from == start && same(&v, last));
    from = start += n;
  }
  MUST(d.status == SECRISK_E_EMPTY && d.offset == len);
  MUST(start == len && n == 0 && all_zero(&v, sizeof v));
  return place;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static char text[8192];
  static const char tail[] = "\nAV:N/AC:L/Au:N/C:N/I:P/A:C";
  secrisk_cvss v, last, whole;
  size_t len = size < 8000 ? size : 8000, start = len + 1, n = 0;
  memcpy(text, data, len);
  MUST(secrisk_cvss_find(text, len, 0, &start, &n, &v, NULL) == SECRISK_E_ARG);
  for (int i = 0; i < (can_be_lenient() ? 3 : 1); i++) {
    static const uint32_t flags[3] = {0, 0xff, 0x17f};
    find_all(text, len / 3, len, flags[i], &last);
    size_t first = find_all(text, 0, len, flags[i], &last);
    if (secrisk_cvss_parse(text, len, flags[i] & USED, &whole, NULL) == 0) {
      MUST(first == 0 && same(&whole, &last));
    }
  }
  memcpy(text + len, tail, sizeof tail); /* found after anything at all */
  MUST(find_all(text, 0, len + sizeof tail - 1, 0, &last) == len + 1);
  return 0;
}
