# SPDX-License-Identifier: MIT
# lib/ keeps MISRA C:2012 but for the deviations recorded in tools/misra.csv.
# Limit: 900 s
#
#   tools/check misra [--write]    writes docs/misra.md
#
# About 60 s on two idle cores: one a variant, for cppcheck's -j loses findings.
need cppcheck python3
python3 "$ROOT/tools/misra.py" "$@"
