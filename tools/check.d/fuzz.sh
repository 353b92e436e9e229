# SPDX-License-Identifier: MIT
# No input breaks a property of a fuzz target, in 5 s each or ARG s; AFL++ too.
# Limit: 86400 s
#
# Of one variant of the library a day; SMALL=0 or SMALL=1 chooses.
#
# libFuzzer runs every target; AFL++ one, for 5 s, to see that it still can.
# Whether the bugs of `tools/check plant` still fit is seen here.
need clang libclang-rt-14-dev libc6-dev zip afl++ python3
take_variant
python3 "$ROOT/fuzz/plant.py" --check
FUZZ_DIR=$PWD/libfuzzer sh "$ROOT/fuzz/run" "${1:-5}"
FUZZ_DIR=$PWD/afl FUZZ_ONLY=parse sh "$ROOT/fuzz/run" --afl 5
