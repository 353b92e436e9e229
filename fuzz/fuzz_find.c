/* SPDX-License-Identifier: MIT */
/* Vectors and near misses inside any text. */
#include "fuzz.h"

/* All flags but BLANKS, SLASH and PARENS, which find does not use. */
#define USED 0x7e3u

struct text {
  const char *at;
  size_t len;
  uint32_t flags; /* NEAR too, perhaps */
};

/* A span stands on its own: a copy of its bytes reads the same. */
static void must_stand(const struct text *t, size_t at, size_t n,
                       const secrisk_cvss *v, const secrisk_diag *found) {
  secrisk_cvss alone;
  secrisk_diag d;
  MUST(n > 0 && at <= t->len && n <= t->len - at);
  MUST(at == 0 || !letter_or_digit(t->at[at - 1]));
  char *copy = malloc(n);
  memcpy(copy, t->at + at, n);
  MUST(secrisk_cvss_parse(copy, n, t->flags & USED, &alone, &d) ==
       found->status);
  free(copy);
  if (d.status != SECRISK_OK) {
    d.offset += (uint32_t)at;
  } else {
    MUST(at + n == t->len || !letter_or_digit(t->at[at + n]));
  }
  MUST(same(v, &alone) && memcmp(&d, found, sizeof d) == 0);
}

/* Does the span hold this name, of n bytes, before a colon? */
static bool gives(const char *span, size_t length, const char *name, size_t n) {
  for (size_t i = 0; i + n < length; i++) {
    if ((i == 0 || !letter_or_digit(span[i - 1])) && span[i + n] == ':' &&
        memcmp(span + i, name, n) == 0) {
      return true;
    }
  }
  return false;
}

/* Does "CVSS:" stand here, in any letter case?  A vector begins there, and no
 * value. */
static bool begins(const struct text *t, size_t at) {
  for (size_t i = 0; i < 5; i++) {
    char c = at + i < t->len ? t->at[at + i] : '\0';
    if (c != "CVSS:"[i] && c != "cvss:"[i]) {
      return false;
    }
  }
  return true;
}

/* Behind a vector, "/" and "NAME:VALUE" that it does not give, with nothing but
 * other characters between, would belong to it. */
static void must_end(const struct text *t, size_t start, size_t length,
                     const secrisk_cvss *v) {
  size_t end = start + length, at = end, n = 0;
  while (at < t->len && !letter_or_digit(t->at[at])) {
    at++;
  }
  while (at + n < t->len && letter_or_digit(t->at[at + n])) {
    n++;
  }
  if (at + n + 1 >= t->len || t->at[at + n] != ':' ||
      !letter_or_digit(t->at[at + n + 1]) ||
      memchr(t->at + end, '/', at - end) == NULL || begins(t, at + n + 1)) {
    return;
  }
  uint8_t m = secrisk_cvss_metric_find(v->version, t->at + at, n);
  MUST(m == SECRISK_NO_METRIC || secrisk_cvss_get(v, m) != 0 ||
       gives(t->at + start, length, t->at + at, n));
}

/* Every vector of the text in turn, and every near miss if asked for.  The last
 * vector's place is returned. */
static size_t find_all(const struct text *t, size_t start, secrisk_cvss *last) {
  size_t n = 0, place = t->len, from = start;
  secrisk_cvss v;
  secrisk_diag d;
  secrisk_status status;
  while ((status = secrisk_cvss_find(t->at, t->len, t->flags, &start, &n, &v,
                                     &d)) == SECRISK_OK ||
         n > 0) {
    MUST(start >= from && d.status == status);
    must_stand(t, start, n, &v, &d);
    from = start; /* from there on, the same is found again */
    if (status == SECRISK_OK) {
      must_end(t, start, n, &v);
      *last = v;
      place = start;
    }
    size_t again = n;
    MUST(secrisk_cvss_find(t->at, t->len, t->flags, &from, &n, &v, NULL) ==
         status);
    MUST(from == start && n == again);
    from = start += n;
  }
  MUST(status == SECRISK_E_EMPTY && d.offset == t->len);
  MUST(start == t->len && all_zero(&v, sizeof v));
  return place;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char tail[] = "\nAV:N/AC:L/Au:N/C:N/I:P/A:C";
  secrisk_cvss v, last, near, whole;
  size_t start = size + 1, n = 0;
  char *text = malloc(size + 1);
  struct text t = {text + 1, size, 0}; /* it ends where the memory does */
  memcpy(text + 1, data, size);
  MUST(secrisk_cvss_find(t.at, size, 0, &start, &n, &v, NULL) == SECRISK_E_ARG);
  for (int i = 0; i < (can_be_lenient() ? 4 : 1); i++) {
    static const uint32_t flags[4] = {0, 0xff, 0x17f, 0x680};
    t.flags = flags[i];
    find_all(&t, size / 3, &last);
    size_t first = find_all(&t, 0, &last);
    t.flags |= SECRISK_FIND_NEAR;
    MUST(find_all(&t, 0, &near) == first);
    MUST(first == size || same(&near, &last));
    if (secrisk_cvss_parse(t.at, size, flags[i] & USED, &whole, NULL) == 0) {
      MUST(first == 0 && same(&whole, &last));
    }
  }
  free(text);
  text = malloc(size + sizeof tail); /* found after anything without a slash */
  memcpy(text, data, size);
  memcpy(text + size, tail, sizeof tail);
  t = (struct text){text, size + sizeof tail - 1, 0};
  for (n = size; n > 0 && !letter_or_digit(text[n - 1]);) {
    n--;
  }
  MUST(find_all(&t, 0, &last) == size + 1 ||
       memchr(text + n, '/', size - n) != NULL);
  free(text);
  return 0;
}
