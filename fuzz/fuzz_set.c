/* SPDX-License-Identifier: MIT */
/* Sequences of set and set_text, against a model. */
#include "fuzz.h"

/* By id, or by text where there is one, the outcome is that of the model. */
static void must_set(secrisk_cvss *v, uint8_t metric, uint8_t value,
                     const char *name, size_t n, const char *word, size_t len) {
  secrisk_cvss model = *v;
  secrisk_status want = expect_set(v, metric, value);
  if (want == SECRISK_OK) {
    model.value[metric] = value;
  }
  MUST(want == (name == NULL
                    ? secrisk_cvss_set(v, metric, value)
                    : secrisk_cvss_set_text(v, name, n, word, len, NULL)));
  MUST(same(v, &model));
}

/* The front of a name and of a value; the whole of them now and then. */
static void set_words(struct bytes *in, secrisk_cvss *v) {
  uint8_t metric = take(in), cut = take(in), value = take(in);
  const char *name = secrisk_cvss_metric_abbr(v->version, metric);
  const char *word = secrisk_cvss_value_abbr(v->version, metric, value);
  size_t name_len = cut % 5u, len = cut / 5u % 7u;
  name_len = name_len < strlen(name) ? name_len : strlen(name);
  len = len < strlen(word) ? len : strlen(word);
  uint8_t id = secrisk_cvss_metric_find(v->version, name, name_len);
  uint8_t count = secrisk_cvss_value_count(v->version, id), i = 0;
  for (; i < count; i++) {
    const char *abbr = secrisk_cvss_value_abbr(v->version, id, i);
    if (strlen(abbr) == len && memcmp(abbr, word, len) == 0) {
      break;
    }
  }
  must_set(v, id, len > 0 ? i : 255, name, name_len, word, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  secrisk_cvss v;
  take_vector(&in, &v);
  if (take(&in) % 8 == 0) {
    memset(&v, 0, sizeof v);
    v.version = take(&in);
  }
  while (in.left > 0) {
    uint8_t metric = take(&in), value = take(&in);
    must_set(&v, metric, value, NULL, 0, NULL, 0);
    set_words(&in, &v);
  }
  if (secrisk_cvss_metric_count(v.version) != 0) {
    must_be_vector(&v);
  }
  return 0;
}
