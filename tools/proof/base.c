/* SPDX-License-Identifier: MIT */
/* Entry points that belong to no one grammar. */
#include "any.h"

void prove_base(void) {
  size_t len = any_text();
  (void)secrisk_version();
  (void)secrisk_features();
  (void)secrisk_status_text(u8());
  (void)secrisk_level_text(u8());
  (void)secrisk_tenths_format(u8(), buffer, upto(N));
  (void)secrisk_tenths_format(u8(), NULL, 0);
  (void)secrisk_tenths_read(text, len);
  (void)secrisk_tenths_read(NULL, 0);
  (void)secrisk_level_find(text, len);
  (void)secrisk_level_find(NULL, 0);
}
