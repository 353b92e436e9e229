# SPDX-License-Identifier: MIT
# No input breaks a property of a fuzz target, in 20 s each or ARG s; AFL++ too.
# Limit: 86400 s
#
# libFuzzer runs every target; AFL++ one, for 5 s, to see that it still can.
need clang libclang-rt-14-dev libc6-dev zip afl++
FUZZ_DIR=$PWD/libfuzzer sh "$ROOT/fuzz/run" "${1:-20}"
FUZZ_DIR=$PWD/afl FUZZ_ONLY=parse sh "$ROOT/fuzz/run" --afl 5
