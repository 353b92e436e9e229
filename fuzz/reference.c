/* SPDX-License-Identifier: MIT */
/* Which formula a score calls for. */
#include "reference.h"

static bool is_defined(const struct reference *r, int group) {
  for (int i = 0; i < r->count; i++) {
    if (r->metrics[i].group == group &&
        reference_value(r, r->metrics[i].name) != 'X') {
      return true;
    }
  }
  return false;
}

int reference_score(const struct reference *r, int kind) {
  if (kind == 0) {
    kind = 1 + 2 * is_defined(r, 1) + 4 * is_defined(r, 2);
  }
  bool sub = kind >= 8 && kind <= 10 && r->version != 40;
  if (!sub && (kind > 7 || kind % 2 == 0)) {
    return -1;
  }
  double score = r->version == 20   ? reference_v2(r, kind)
                 : r->version == 40 ? reference_v4(r, kind)
                                    : reference_v3(r, kind);
  int tenths = reference_half_up(score);
  return tenths > 0 ? tenths : 0;
}
