# SPDX-License-Identifier: MIT
# No undefined behaviour, no bad access and no silent conversion in the tests.
# Limit: 900 s
need gcc clang clang-19 libclang-rt-14-dev libclang-rt-19-dev \
  libc6-dev meson pkgconf libcmocka-dev python3

# sanitized CC CHECKS [ARG]: a build that dies at the first finding
sanitized() {
  CC=$1 build "$1" -Dbuildtype=debugoptimized -Db_lundef=false \
    "-Dc_args=-fsanitize=$2 -fno-sanitize-recover=all ${3-}" \
    "-Dc_link_args=-fsanitize=$2"
  quick_tests "$1"
}

export ASAN_OPTIONS=detect_stack_use_after_return=1
sanitized gcc address,undefined
sanitized clang address,undefined

# Tests may wrap round on purpose (hashes, random numbers); the library not.
cat >tests.ignore <<END
src:$ROOT/tests/*
src:$ROOT/examples/*
src:$ROOT/fuzz/*
src:*/examples/*
src:*/fuzz/*
src:*/tests/*
END
sanitized clang-19 undefined,integer,implicit-conversion \
  "-fsanitize-ignorelist=$PWD/tests.ignore"
