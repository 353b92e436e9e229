# SPDX-License-Identifier: MIT
# No input breaks a property of a fuzz target, in 20 s each (in CI 10) or ARG s.
# Limit: 86400 s
need clang libclang-rt-14-dev libc6-dev zip
seconds=20
[ -z "${CI-}" ] || seconds=10
FUZZ_DIR=$PWD sh "$ROOT/fuzz/run" "${1:-$seconds}"
