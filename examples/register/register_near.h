/* SPDX-License-Identifier: MIT */
/* What the files that look for the nearest mitigation share. */
#ifndef REGISTER_NEAR_H
#define REGISTER_NEAR_H

#include "register.h"

struct now {           /* how a threat stands with what is verified */
  secrisk_cvss cvss;   /* version 0: not one of CVSS */
  secrisk_dread dread; /* scheme 0: not one of DREAD */
  secrisk_level level;
};

enum { SUGGESTIONS = 16 }; /* of the library, at most */

secrisk_level rate_near(const struct list *list, const secrisk_cvss *v,
                        secrisk_tenths *tenths);
bool find_planned(const struct list *list, const struct row *row,
                  const struct now *now, struct near *out);
void find_suggestions(const struct list *list, const struct now *now,
                      struct near *out, size_t kept[SUGGESTIONS]);

#endif
