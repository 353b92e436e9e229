# SPDX-License-Identifier: MIT
# The generated tables are what tools/generate.py would write now.
# Limit: 300 s
#
# What names places in the code fits it too: planted bugs and annotations.
need python3
python3 "$ROOT/tools/generate.py" --check
python3 "$ROOT/fuzz/plant.py" --check
for list in eva wp; do
  python3 "$ROOT/tools/proof/annotate.py" "$ROOT/tools/proof/$list.acsl" \
    "$ROOT/lib" "$list"
done
