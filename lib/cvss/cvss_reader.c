/* SPDX-License-Identifier: MIT */
/* The reader of vectors: which departures from the standard it allows. */
#include "cvss.h"

secrisk_status secrisk__flags(uint32_t flags) {
  const uint32_t bare_3 = SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31;
  /* BARE_40 is the highest. */
  if (flags >= SECRISK_ALLOW_BARE_40 * 2u || (flags & bare_3) == bare_3) {
    return SECRISK_E_ARG;
  }
  return SECRISK__LENIENT || flags == 0 ? SECRISK_OK : SECRISK_E_DISABLED;
}

#if SECRISK__LENIENT
bool secrisk__allow(struct secrisk__reader *r, uint32_t flag) {
  if ((r->flags & flag) == 0) {
    return false;
  }
  r->c.diag->lenient |= flag;
  return true;
}
#endif
