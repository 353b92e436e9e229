# SPDX-License-Identifier: MIT
# The generated tables are what tools/generate.py would write now.
# Limit: 120 s
need python3
python3 "$ROOT/tools/generate.py" --check
