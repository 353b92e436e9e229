# SPDX-License-Identifier: MIT
# No undefined behaviour, bad access or silent conversion in tests and digests.
# Limit: 1800 s
#
# Of one variant of the library a day; SMALL=0 or SMALL=1 chooses.
need gcc clang clang-19 libclang-rt-14-dev libclang-rt-19-dev \
  libc6-dev meson pkgconf libcmocka-dev python3
take_variant

# sanitized CC CHECKS [ARG]: a build that dies at the first finding
sanitized() {
  CC=$1 build "$1" -Dbuildtype=debugoptimized -Db_lundef=false \
    "-Dc_args=-fsanitize=$2 -fno-sanitize-recover=all ${3-}" \
    "-Dc_link_args=-fsanitize=$2"
  quick_tests "$1"
}

# The programs are tried as clang builds them, and leaks looked for there.
export ASAN_OPTIONS=detect_stack_use_after_return=1:detect_leaks=0
EXCEPT='^test_(score|register_)' sanitized gcc address,undefined
ASAN_OPTIONS=detect_stack_use_after_return=1
sanitized clang address,undefined

# Tests may wrap round on purpose (hashes, random numbers), and so may examples;
# the library not.  What is tested of examples alone is left out.
cat >tests.ignore <<END
src:$ROOT/tests/*
src:$ROOT/examples/*
src:$ROOT/fuzz/*
src:*/examples/*
src:*/fuzz/*
src:*/tests/*
END
EXCEPT='^test_(score|register_|csaf|examples)' \
  sanitized clang-19 undefined,integer,implicit-conversion \
  "-fsanitize-ignorelist=$PWD/tests.ignore"

# The digests go through every state that a score depends on: as near to a proof
# of the indexes into tables as a run comes.  Both variants, both compilers.
cat >digests.sh <<'END'
cc=$1 small=$2
mkdir "digest-$cc-$small"
cd "digest-$cc-$small"
checks='-O1 -fsanitize=address,undefined -fno-sanitize-recover=all'
# shellcheck disable=SC2086
$cc -std=c99 $checks -DSECRISK_SMALL=$small -I"$ROOT/include" \
  -c "$ROOT"/lib/*/*.c
for digest in v2 v3 v4; do
  # shellcheck disable=SC2086
  $cc -std=c99 $checks -DT_STDIO -I"$ROOT/include" -I"$ROOT/tests" \
    "$ROOT/tests/cvss/test_digest_$digest.c" ./*.o -o $digest
  ./$digest >log 2>&1 || { cat log; echo "FAILED: $cc $small $digest"; exit 1; }
  grep -q '^# .* [1-9][0-9]* passed, 0 failed$' log || { cat log; exit 1; }
  echo "$cc, SECRISK_SMALL=$small: $(tail -n 1 log)"
done
END
printf '%s\n' 'gcc 0' 'clang 0' 'gcc 1' 'clang 1' |
  xargs -P2 -L1 sh -eu digests.sh || fail "a digest under sanitizers"
