/* SPDX-License-Identifier: MIT */
/* What the fast variant reads eight bytes at a time: the guess at a vector's
 * begin, and the metrics after it. */
#include "any.h"

#include "cvss_fast/plain.h"

#define LONGEST 192 /* more than a guess looks at */
static char end_of_memory[LONGEST];

/* The last bytes of an array: a read behind them is one outside of it. */
static const char *any_of_length(size_t len) {
  any(end_of_memory, sizeof end_of_memory);
  return end_of_memory + sizeof end_of_memory - len;
}

void prove_guess(void) {
  //@ loop unroll 193;
  for (size_t len = 1; len <= LONGEST; len++) {
    secrisk_cvss v;
    uint8_t end;
    secrisk__clear(&v);
    (void)predict(any_of_length(len), len, &v, &end);
  }
}

void prove_at_once(void) {
  //@ loop unroll 193;
  for (size_t len = 1; len <= LONGEST; len++) {
    secrisk_cvss v;
    secrisk_diag d;
    (void)parse_at_once(&v, any_of_length(len), len, u32(), MAYBE(&d));
  }
}

/* Each place of texts of up to 24 bytes.  What is read depends on nothing but
 * how many bytes are left, and from eight on it is the same. */
void prove_ahead(void) {
  //@ loop unroll 25;
  for (size_t len = 1; len <= 24; len++) {
    const uint8_t *text = (const uint8_t *)any_of_length(len);
    //@ loop unroll 25;
    for (size_t pos = 0; pos < len; pos++) {
      uint64_t w = ahead(text, pos, len);
      (void)letters_before_colon(w);
    }
  }
}
