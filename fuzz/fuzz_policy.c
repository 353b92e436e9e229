/* SPDX-License-Identifier: MIT */
/* Policies of any bytes: what check lets pass answers for every score. */
#include "risk.h"

#define BANDS 16

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct bytes in = {data, size};
  secrisk_band bands[BANDS], *own = NULL;
  secrisk_policy p;
  secrisk_diag d;
  uint8_t choice = take(&in);
  (void)secrisk_policy_shipped((uint8_t)(1 + choice % 2), &p);
  MUST(secrisk_policy_check(&p, &d) == SECRISK_OK);
  if (choice % 64 == 0) {
    must_cover(&p);
  }
  take_into(&in, p.rule, choice % 4 < 2 ? 0 : sizeof p.rule);
  size_t count = take(&in) % (BANDS + 1);
  for (size_t i = 0; choice % 8 > 3 && i < count; i++) { /* its rows, altered */
    bands[i] = p.bands[(choice + i) % p.band_count];
    uint8_t change = take(&in);
    ((uint8_t *)&bands[i])[change % 4] ^= (uint8_t)(change / 4);
  }
  if (choice % 8 > 3) {
    p.bands = own = exact(bands, count * sizeof *bands);
    p.band_count = count;
  }
  memset(&d, 0x5a, sizeof d);
  secrisk_status status = secrisk_policy_check(&p, &d);
  MUST(status == d.status && d.about == SECRISK_ABOUT_POLICY);
  MUST(d.offset <= (p.band_count > 8 ? p.band_count : 8));
  MUST(secrisk_policy_check(&p, NULL) == status);
  if (status == SECRISK_OK) {
    must_cover(&p);
  }
  free(own);
  return 0;
}
