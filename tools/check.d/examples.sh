# SPDX-License-Identifier: MIT
# The examples in C++, Python and SQL say what they should.
# Limit: 300 s
need gcc g++ libc6-dev libsqlite3-dev sqlite3 meson pkgconf python3
good=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
bad=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Q
printf '%s\n' '9.8 Critical' '0.0 None' >want.out
echo "$bad: byte 44: A must be H, L or N" >want.err

# says WHERE COMMAND...
says() {
  where=$1
  shift
  status=0
  "$@" "$good" "$(echo $good | tr H N)" "$bad" >got.out 2>got.err || status=$?
  [ $status = 1 ] || fail "$where: status $status, expected 1"
  diff want.out got.out && diff want.err got.err || fail "$where"
  echo "ok: $where"
}

# helps WHERE COMMAND...: --help on standard output, a usage without arguments
helps() {
  where=$1
  shift
  "$@" --help | grep -q '^Usage: ' || fail "$where: no --help"
  status=0
  "$@" >got.out 2>got.err || status=$?
  [ $status = 2 ] && grep -q '^Usage: ' got.err || fail "$where: no usage"
}

build shared -Ddefault_library=shared -Dtests=disabled -Dexamples=disabled
g++ -std=c++17 -Wall -Wextra -Wpedantic -Werror -I"$ROOT/include" \
  "$ROOT/examples/cpp/score.cc" -o cpp -Lshared -lsecrisk -Wl,-rpath,shared
says C++ ./cpp
helps C++ ./cpp
says Python python3 "$ROOT/examples/python/score.py" shared/libsecrisk.so
helps Python python3 "$ROOT/examples/python/score.py"

build static -Dtests=disabled -Dexamples=disabled
# shellcheck disable=SC2086
cc $WARN -O2 -fPIC -shared -I"$ROOT/include" \
  "$ROOT"/examples/sqlite/*.c -Lstatic -lsecrisk \
  -o secrisk_sqlite.so
python3 "$ROOT/tests/examples/test_sqlite.py" ./secrisk_sqlite.so

# Completions as their shells read them, and SHA-256 as libmd computes it.
need zsh fish libmd-dev || echo "skipped: what one of zsh, fish, libmd shows"
build programs -Dtests=disabled -Dfuzz=none
tests=$ROOT/tests
python3 "$tests/examples/test_score.py" programs/examples/score \
  "$tests/data/score" >log || { grep -A9 '^not ok' log; fail "score"; }
grep -E '^ok .* (completion for|# SKIP)' log
python3 "$tests/examples/test_register_cli.py" programs/examples/register \
  "$ROOT/examples/data" "$tests/data/register" >log ||
  { grep -A9 '^not ok' log; fail "register"; }
grep -E '^ok .* - (no )?SHA-256( on|$)' log | sort -u -k 4
