/* SPDX-License-Identifier: MIT */
/* Any matrix, and cells outside of it. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  size_t area = size < 2 ? 0 : size - 2, bad = 0;
  secrisk_matrix m = {size < 2 ? data : data + 2, 0, 0};
  secrisk_diag d;
  m.columns = size < 2 ? 0 : data[0];
  m.rows = size < 2 ? 0 : data[1];
  if (m.columns != 0 && area / m.columns < m.rows) {
    m.rows = (uint8_t)(area / m.columns);
  }
  area = (size_t)m.rows * m.columns;
  secrisk_level *cells = exact(m.cells, area);
  m.cells = cells;
  for (unsigned i = 0; i < 0x10000; i += i % 64 < 32 ? 1 : 29) {
    uint8_t row = (uint8_t)(i >> 8), column = (uint8_t)i;
    bool inside = row < m.rows && column < m.columns;
    uint8_t cell = inside ? m.cells[(size_t)row * m.columns + column] : 0;
    secrisk_level level = 99;
    secrisk_status found = secrisk_matrix_level(&m, row, column, &level);
    bool good = cell >= SECRISK_LEVEL_NONE && cell <= SECRISK_LEVEL_CRITICAL;
    MUST(level == (good ? cell : SECRISK_NO_LEVEL));
    MUST(found == (good     ? SECRISK_OK
                   : inside ? SECRISK_E_RANGE
                            : SECRISK_E_ARG));
  }
  while (bad < area && m.cells[bad] >= 1 && m.cells[bad] <= 5) {
    bad++;
  }
  secrisk_status status = secrisk_matrix_check(&m, &d);
  MUST(status == d.status && d.about == SECRISK_ABOUT_MATRIX);
  MUST(status == (area == 0     ? SECRISK_E_ARG
                  : bad == area ? SECRISK_OK
                                : SECRISK_E_RANGE));
  MUST(d.offset == (status == SECRISK_E_RANGE ? bad : 0));
  free(cells);
  return 0;
}
