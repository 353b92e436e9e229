/* SPDX-License-Identifier: MIT */
/* The MacroVector of a v4.0 vector. */
#include "internal.h"

secrisk_status secrisk_cvss_macrovector(const secrisk_cvss *v, uint8_t eq[6]) {
  secrisk_status status = secrisk_cvss_check(v, NULL);
  if (status == SECRISK_OK && v->version != SECRISK_CVSS40) {
    status = SECRISK_E_ARG;
  }
#if SECRISK__V4
  if (status == SECRISK_OK) {
    secrisk__levels_v4(v, eq);
    return status;
  }
#endif
  secrisk__zero(eq, 6);
  return status;
}
