/* SPDX-License-Identifier: MIT */
/* A maker's own matrix of levels.  Cells lie row after row, and 255 rows of 255
 * columns are 65,025 cells, which 16 bits count. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

secrisk_status secrisk_matrix_check(const secrisk_matrix *m,
                                    secrisk_diag *diag) {
  if (m->cells == NULL || m->rows == 0 || m->columns == 0) {
    return secrisk__report(diag, SECRISK_ABOUT_MATRIX, SECRISK_E_ARG, 0, 0);
  }
  uint16_t count = (uint16_t)((uint16_t)m->rows * m->columns);
  for (uint16_t i = 0; i < count; i++) {
    if (!secrisk__is_level(m->cells[i])) {
      return secrisk__report(diag, SECRISK_ABOUT_MATRIX, SECRISK_E_RANGE, i, 0);
    }
  }
  return secrisk__report(diag, SECRISK_ABOUT_MATRIX, SECRISK_OK, 0, 0);
}

secrisk_status secrisk_matrix_level(const secrisk_matrix *m, uint8_t row,
                                    uint8_t column, secrisk_level *level) {
  *level = SECRISK_NO_LEVEL;
  if (m->cells == NULL || row >= m->rows || column >= m->columns) {
    return SECRISK_E_ARG;
  }
  secrisk_level cell = m->cells[(uint16_t)row * (size_t)m->columns + column];
  if (!secrisk__is_level(cell)) {
    return SECRISK_E_RANGE;
  }
  *level = cell;
  return SECRISK_OK;
}

#endif
