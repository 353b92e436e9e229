# SPDX-License-Identifier: MIT
# No input breaks a property of a fuzz target: SECONDS each, 20 unless given.
# Limit: 7200 s
need clang libclang-rt-14-dev libc6-dev zip
FUZZ_DIR=$PWD sh "$ROOT/fuzz/run" "${1:-20}"
