# SPDX-License-Identifier: MIT
# Sources look as .clang-format and the house's few rules say.
# Limit: 120 s
need clang-format-14 python3
cd "$ROOT"
find . -name '*.[ch]' ! -name '*_data.h' ! -path './lib/tables/*' \
  ! -path './build*' ! -path './tests/consumer/*' \
  -exec clang-format-14 --dry-run -Werror {} +
python3 tools/style.py
