/* SPDX-License-Identifier: MIT */
/* Controls: which of them are known, and which count. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

bool secrisk__given(const char *text) {
  if (text == NULL) {
    return false;
  }
  while (*text == ' ' || (*text >= '\t' && *text <= '\r')) {
    text++;
  }
  return *text != '\0';
}

secrisk_status secrisk__control_check(const secrisk_control *control) {
  uint8_t known = SECRISK_DOMAIN_SECURITY | SECRISK_DOMAIN_SAFETY |
                  SECRISK_DOMAIN_PERFORMANCE;
  if (control->kind < SECRISK_CONTROL_EXTERNAL ||
      control->kind > SECRISK_CONTROL_HIDDEN ||
      control->state < SECRISK_STATE_PLANNED ||
      control->state > SECRISK_STATE_VERIFIED || control->domains == 0 ||
      control->domains > known) {
    return SECRISK_E_CONTROL;
  }
  return control->limits == NULL && control->limit_count != 0 ? SECRISK_E_ARG
                                                              : SECRISK_OK;
}

uint16_t secrisk__control_missing(const secrisk_control *control) {
  uint16_t missing = 0;
  if (control->state != SECRISK_STATE_VERIFIED) {
    missing |= SECRISK_MISSING_VERIFICATION;
  }
  if (control->cryptographic && !secrisk__given(control->reference)) {
    missing |= SECRISK_MISSING_CRYPTO_REFERENCE;
  }
  return missing;
}

#endif
