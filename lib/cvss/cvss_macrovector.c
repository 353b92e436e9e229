/* SPDX-License-Identifier: MIT */
/* The MacroVector of a v4.0 vector. */
#include "engine.h"

secrisk_status secrisk_cvss_macrovector(const secrisk_cvss *v, uint8_t eq[6]) {
  secrisk_status status = secrisk_cvss_check(v, NULL);
  if (status == SECRISK_OK && v->version != SECRISK_CVSS40) {
    status = SECRISK_E_ARG;
  }
#if SECRISK__V4
  if (status == SECRISK_OK) {
    struct secrisk__macro m;
    secrisk__macro_v4(v, &m);
    eq[0] = m.eq1;
    eq[1] = m.eq2;
    eq[2] = m.eq36 / 2;
    eq[3] = m.eq4;
    eq[4] = m.eq5;
    eq[5] = m.eq36 < 4 ? m.eq36 % 2 : 1;
    return status;
  }
#endif
  secrisk__zero(eq, 6);
  return status;
}
