/* SPDX-License-Identifier: MIT */
/* Reading input, and the laws of text that all writers share. */
#include "fuzz.h"

uint8_t take(struct bytes *in) {
  if (in->left == 0) {
    return 0;
  }
  in->left--;
  return *in->next++;
}

void take_into(struct bytes *in, void *to, size_t size) {
  for (size_t i = 0; i < size; i++) {
    ((uint8_t *)to)[i] = take(in);
  }
}

bool take_vector(struct bytes *in, secrisk_cvss *v) {
  static const uint8_t versions[4] = {20, 30, 31, 40};
  memset(v, 0, sizeof *v);
  v->version = versions[take(in) % 4];
  uint8_t count = secrisk_cvss_metric_count(v->version);
  for (uint8_t i = 0; i < count; i++) {
    uint8_t values = secrisk_cvss_value_count(v->version, i);
    bool base = secrisk_cvss_mandatory(v->version, i);
    v->value[i] = (uint8_t)(take(in) % (values - base) + base);
  }
  return count != 0;
}

void *room(size_t size) {
  void *at = malloc(size > 0 ? size : 1);
  MUST(at != NULL);
  return at;
}

void *exact(const void *from, size_t size) {
  void *to = room(size);
  if (size > 0) {
    memcpy(to, from, size);
  }
  return to;
}

bool can_be_lenient(void) {
  MUST((secrisk_features() & 0x1ff) == 0x1ff);
  return true;
}

bool letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

bool prefixed(const char *text, size_t n) {
  return n > 4 && (text[0] | 0x20) == 'c' && (text[1] | 0x20) == 'v';
}

bool after_prefix(const char *text, size_t at) {
  static const char prefix[5] = "CVSS:";
  if (at < 6 || text[at - 1] != '/') {
    return false;
  }
  for (at--; at > 0 && (letter_or_digit(text[at - 1]) || text[at - 1] == '.');
       at--) {
  }
  if (at < 5 || (at > 5 && letter_or_digit(text[at - 6]))) {
    return false;
  }
  for (size_t i = 0; i < 5; i++) {
    char c = text[at - 5 + i];
    if (c != prefix[i] && c != (char)(prefix[i] | 0x20)) {
      return false;
    }
  }
  return true;
}

bool all_zero(const void *p, size_t size) {
  const uint8_t *bytes = p;
  while (size > 0 && *bytes == 0) {
    bytes++;
    size--;
  }
  return size == 0;
}

bool same(const secrisk_cvss *a, const secrisk_cvss *b) {
  return memcmp(a, b, sizeof *a) == 0;
}

#define CANARY 0xa5
#define ROOM 4096

static void must_fit(writer *write, const void *object, const char *whole,
                     size_t need, size_t cap) {
  static char buf[ROOM];
  memset(buf, CANARY, need + 16);
  MUST(write(object, buf, cap) == need);
  size_t kept = need < cap ? need : cap - 1;
  MUST(memcmp(buf, whole, kept) == 0);
  MUST(buf[kept] == '\0');
  for (size_t i = cap > need ? need + 1 : cap; i < need + 16; i++) {
    MUST((uint8_t)buf[i] == CANARY);
  }
  char *tight = exact(buf, cap); /* and no byte behind is read either */
  MUST(write(object, tight, cap) == need);
  MUST(memcmp(tight, buf, kept + 1) == 0);
  free(tight);
}

size_t must_write(writer *write, const void *object, char *out, size_t limit) {
  size_t need = write(object, NULL, 0);
  MUST(need < limit && limit + 16 <= ROOM);
  MUST(write(object, out, limit) == need);
  MUST(strlen(out) == need);
  for (size_t i = 0; i < need; i++) {
    MUST(out[i] >= ' ' && out[i] <= '~');
  }
  /* Eight caps that depend on the text: each input tries others. */
  uint32_t hash = 2166136261u;
  for (int i = 0; i < 8 && need > 0; i++) {
    hash = (hash ^ (uint8_t)out[(size_t)i * need / 8]) * 16777619u;
    must_fit(write, object, out, need, 1 + (hash >> 8) % need);
  }
  for (size_t cap = need > 0 ? need : 1; cap <= need + 2; cap++) {
    must_fit(write, object, out, need, cap);
  }
  return need;
}

size_t write_vector(const void *v, char *buf, size_t cap) {
  return secrisk_cvss_format(v, buf, cap);
}

size_t write_explanation(const void *diag, char *buf, size_t cap) {
  return secrisk_cvss_explain(diag, buf, cap);
}

static bool whole_token(const char *text, size_t len, size_t at, size_t n) {
  for (size_t i = at; i < at + n; i++) {
    if (!letter_or_digit(text[i])) {
      return false;
    }
  }
  return at + n == len || !letter_or_digit(text[at + n]);
}

/* Is there nothing more of the vector?  (What a leniency skips may follow.) */
static bool at_end(const char *text, size_t len, size_t at) {
  while (at < len && memchr(" \t\r\n)", text[at], 5) != NULL) {
    at++;
  }
  return at == len;
}

void must_explain(const secrisk_diag *d, const char *text, size_t len) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  MUST(d->about == SECRISK_ABOUT_CVSS);
  MUST(d->offset <= len && d->length <= len - d->offset);
  MUST(d->metric == SECRISK_NO_METRIC ||
       d->metric < secrisk_cvss_metric_count(d->version));
  MUST(must_write(write_explanation, d, sentence, sizeof sentence) > 0);
  switch (d->status) {
  case SECRISK_OK:
    MUST(d->offset == 0 && d->length == 0 && d->metric == SECRISK_NO_METRIC);
    break;
  case SECRISK_E_EMPTY:
    MUST(d->length == 0 && (d->offset == 0 || d->offset == len));
    break;
  case SECRISK_E_METRIC:
  case SECRISK_E_DUPLICATE:
  case SECRISK_E_ORDER:
    MUST(d->length > 0);
    MUST((d->metric == SECRISK_NO_METRIC) == (d->status == SECRISK_E_METRIC));
    MUST(whole_token(text, len, d->offset, d->length));
    break;
  case SECRISK_E_VALUE:
    MUST(d->metric != SECRISK_NO_METRIC);
    MUST(whole_token(text, len, d->offset, d->length));
    break;
  case SECRISK_E_SYNTAX:
    MUST(d->length == 1 || (d->length == 0 && at_end(text, len, d->offset)));
    break;
  case SECRISK_E_MISSING:
    MUST(d->length == 0 && at_end(text, len, d->offset));
    MUST(d->metric != SECRISK_NO_METRIC);
    break;
  default:
    break;
  }
}
