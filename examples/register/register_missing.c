/* SPDX-License-Identifier: MIT */
/* Part of register: what is missing, and of which control. */
#include <string.h>

#include "register_output.h"

static bool lacks(const secrisk_control *c, unsigned bit) {
  return bit == SECRISK_MISSING_VERIFICATION
             ? c->state != SECRISK_STATE_VERIFIED
         : bit == SECRISK_MISSING_CRYPTO_REFERENCE
             ? c->cryptographic != 0 &&
                   (c->reference == NULL || all_blank(c->reference))
             : false;
}

static size_t add(char *to, size_t at, const char *text) {
  size_t len = strlen(text);
  if (to != NULL) {
    memcpy(to + at, text, len);
  }
  return at + len;
}

/* Returns how long it is; to NULL: only that. */
static size_t write_names(char *to, const struct row *row, unsigned bit) {
  const char *between = ": ";
  size_t at = add(to, 0, secrisk_missing_text((uint16_t)bit));
  for (size_t i = 0; i < row->control_count; i++) {
    if (!lacks(&row->controls[i], bit)) {
      continue;
    }
    const char *name = control_name(&row->control_texts[i]);
    at = add(to, at, between);
    at = add(to, at, *name != '\0' ? name : "(no name)");
    if (bit == SECRISK_MISSING_VERIFICATION) {
      at = add(to, at, " (");
      at = add(to, at, state_words[row->controls[i].state]);
      at = add(to, at, ")");
    }
    between = "; ";
  }
  return at;
}

const char *missing_sentence(const struct row *row, unsigned bit) {
  char *text = keep(write_names(NULL, row, bit) + 1);
  (void)write_names(text, row, bit);
  return text;
}
