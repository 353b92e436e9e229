# SPDX-License-Identifier: MIT
# Each condition of a decision in lib/ is shown to matter: MC/DC, both variants.
# Limit: 1200 s
#
# By the tests alone, without digests, fuzz replay and examples.  About 60 s on
# two idle cores.  Exceptions, each with its reason: tools/mcdc.csv.  Words,
# masks and tables hide what they decide from this measure: there, exhaustion by
# the digests under sanitizers is the evidence (tools/check sanitize).
need clang-19 llvm-19 libclang-rt-19-dev libc6-dev meson pkgconf libcmocka-dev \
  python3

# measured SMALL: its report as JSON
measured() {
  dir=mcdc$1
  flags='-fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc'
  CC=clang-19 quiet meson setup "$dir" "$ROOT" -Dbuildtype=plain \
    -Db_lundef=false -Dexamples=disabled -Dfuzz=none \
    "-Dc_args=-g -O0 -DSECRISK_SMALL=$1 $flags" \
    -Dc_link_args=-fprofile-instr-generate
  ninja -C "$dir" -t targets all |
    sed -n 's|^\(tests/test_[a-z0-9_]*\):.*|\1|p' |
    grep -vE '_small$|_work$|corpus|_digest_' >"$dir.tests"
  # shellcheck disable=SC2046
  quiet ninja -C "$dir" $(cat "$dir.tests")
  set --
  while read -r test; do
    LLVM_PROFILE_FILE=$dir/${test#tests/}.profraw "$dir/$test" \
      >quiet.log 2>&1 || { tail -n 20 quiet.log; fail "$test"; }
    set -- "$@" -object "$dir/$test"
  done <"$dir.tests"
  llvm-profdata-19 merge -sparse "$dir"/*.profraw -o "$dir.profile"
  shift
  llvm-cov-19 export "$@" -instr-profile="$dir.profile" "$ROOT/lib" \
    >"$dir.json" 2>cov.log || { cat cov.log; fail "llvm-cov"; }
  [ ! -s cov.log ] || grep -v '^$' cov.log | head -n 5
}

measured 0
measured 1
python3 "$ROOT/tools/mcdc.py" "$ROOT/tools/mcdc.csv" mcdc0.json mcdc1.json
