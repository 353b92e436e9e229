/* SPDX-License-Identifier: MIT */
/* Diagnostics: written whole, whatever happened. */
#include "base.h"

void secrisk__diag_clear(secrisk_diag *diag, secrisk_about about) {
  diag->offset = 0;
  diag->length = 0;
  diag->lenient = 0;
  diag->status = SECRISK_OK;
  diag->version = 0;
  diag->metric = SECRISK_NO_METRIC;
  diag->about = about;
}

secrisk_status secrisk__report(secrisk_diag *diag, secrisk_about about,
                               secrisk_status status, size_t offset,
                               uint8_t version) {
  if (diag != NULL) {
    secrisk__diag_clear(diag, about);
    diag->offset = secrisk__offset(offset);
    diag->status = status;
    diag->version = version;
  }
  return status;
}
