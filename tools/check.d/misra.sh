# SPDX-License-Identifier: MIT
# lib/ keeps MISRA C:2012 but for the deviations recorded in tools/misra.txt.
# Limit: 300 s
need cppcheck python3
quiet cppcheck --addon=misra --std=c99 -DNDEBUG -q -j2 --error-exitcode=1 \
  --suppressions-list="$ROOT/tools/misra.txt" --inline-suppr \
  -I"$ROOT/include" "$ROOT/lib"
