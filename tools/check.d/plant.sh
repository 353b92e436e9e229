# SPDX-License-Identifier: MIT
# Each bug planted in the library is found by a fuzz target.
# On request: it takes ten minutes.
# Limit: 7200 s
need clang libclang-rt-14-dev libc6-dev python3
python3 "$ROOT/fuzz/plant.py" "$@"
