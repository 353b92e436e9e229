/* SPDX-License-Identifier: MIT */
/* Sequences of set and set_text, against a model. */
#include "fuzz.h"
#include "reference.h"

/* By id, the outcome is that of the model. */
static void set_id(secrisk_cvss *v, uint8_t metric, uint8_t value) {
  secrisk_cvss model = *v;
  secrisk_status want = expect_set(v, metric, value);
  if (want == SECRISK_OK) {
    model.value[metric] = value;
  }
  MUST(want == secrisk_cvss_set(v, metric, value));
  MUST(same(v, &model));
}

/* By text, there is what the reference knows; one byte changes, to what the
 * word says. */
static void set_text(secrisk_cvss *v, const char *name, size_t name_len,
                     const char *word, size_t len) {
  struct reference r;
  secrisk_cvss model = *v;
  bool known = reference_start(&r, v->version);
  int id = reference_metric(&r, name, name_len);
  secrisk_status want = !known                              ? SECRISK_E_VERSION
                        : id < 0                            ? SECRISK_E_METRIC
                        : !reference_has(&r, id, word, len) ? SECRISK_E_VALUE
                                                            : SECRISK_OK;
  MUST(secrisk_cvss_metric_find(v->version, name, name_len) ==
       (known && id >= 0 ? id : SECRISK_NO_METRIC));
  MUST(want == secrisk_cvss_set_text(v, name, name_len, word, len, NULL));
  if (want == SECRISK_OK) {
    const char *abbr =
        secrisk_cvss_value_abbr(v->version, (uint8_t)id, v->value[id]);
    MUST(strlen(abbr) == len && memcmp(abbr, word, len) == 0);
    model.value[id] = v->value[id];
  }
  MUST(same(v, &model));
}

/* The front of a name and of a value, or the whole; now and then any bytes. */
static void set_words(struct bytes *in, secrisk_cvss *v) {
  uint8_t metric = take(in), cut = take(in), value = take(in);
  const char *name = secrisk_cvss_metric_abbr(v->version, metric);
  const char *word = secrisk_cvss_value_abbr(v->version, metric, value);
  size_t name_len = cut % 5u, len = cut / 5u % 7u;
  name_len = name_len < strlen(name) ? name_len : strlen(name);
  len = len < strlen(word) ? len : strlen(word);
  char *n = exact(name, name_len), *w = exact(word, len);
  if (cut > 240) {
    take_into(in, n, name_len);
    take_into(in, w, len);
  }
  set_text(v, n, name_len, w, len);
  free(n);
  free(w);
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
    set_id(&v, metric, value);
    set_words(&in, &v);
  }
  if (secrisk_cvss_metric_count(v.version) != 0) {
    must_be_vector(&v);
  }
  return 0;
}
