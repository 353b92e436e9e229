/* SPDX-License-Identifier: MIT */
/* A maker's own matrix of levels. */
#include "risk.h"

#if SECRISK__RISK

static bool is_level(secrisk_level level) {
  return level >= SECRISK_LEVEL_NONE && level <= SECRISK_LEVEL_CRITICAL;
}

secrisk_status secrisk_matrix_check(const secrisk_matrix *m,
                                    secrisk_diag *diag) {
  if (m->cells == NULL || m->rows == 0 || m->columns == 0) {
    return secrisk__report(diag, SECRISK_E_ARG, 0, 0);
  }
  uint16_t count = (uint16_t)((uint16_t)m->rows * m->columns);
  for (uint16_t i = 0; i < count; i++) {
    if (!is_level(m->cells[i])) {
      return secrisk__report(diag, SECRISK_E_RANGE, i, 0);
    }
  }
  return secrisk__report(diag, SECRISK_OK, 0, 0);
}

secrisk_level secrisk_matrix_level(const secrisk_matrix *m, uint8_t row,
                                   uint8_t column) {
  if (m->cells == NULL || row >= m->rows || column >= m->columns) {
    return SECRISK_NO_LEVEL;
  }
  secrisk_level level = m->cells[(uint16_t)row * (size_t)m->columns + column];
  return is_level(level) ? level : SECRISK_NO_LEVEL;
}

#endif
