# SPDX-License-Identifier: MIT
# How fast reading and scoring are, beside a byte sum and other calculators.
# Limit: 900 s
# On request
#
#   tools/check bench [ROUNDS]   the table
#   tools/check bench growth     how cost grows: draws docs/growth.svg anew
need gcc libc6-dev util-linux
if [ "${1-}" = growth ]; then
  need python3
  gcc -O3 -std=c99 -I"$ROOT/include" "$ROOT/tools/bench/growth/growth.c" \
    "$ROOT"/lib/*/*.c -o growth
  ./growth >growth.csv
  cat growth.csv
  python3 "$ROOT/tools/bench/growth/growth.py" <growth.csv \
    >"$ROOT/docs/growth.svg"
  exit 0
fi
gcc -O3 -std=c99 -I"$ROOT/include" -I"$ROOT/tests" "$ROOT"/tools/bench/*.c \
  "$ROOT"/lib/*/*.c -o bench
sed -n 's/^model name.*: /CPU: /p' /proc/cpuinfo | head -n 1
gcc --version | head -n 1
pin=
! taskset -c 0 true 2>/dev/null || pin='taskset -c 0'
SECRISK_CORPUS=$ROOT/../shared/corpus $pin ./bench "${1:-101}"

# Ten million lines through the command line, from a pipe, beside wc -l.
gcc -O3 -std=c99 -I"$ROOT/include" "$ROOT"/examples/score/*.c \
  "$ROOT"/lib/*/*.c \
  -o score
./bench --print 'v3.1 base' >texts.txt
for i in 1 2 3 4 5 6 7 8 9 10; do cat texts.txt; done >more.txt
for i in 1 2 3 4 5 6 7 8 9 10; do cat more.txt; done >texts.txt
for i in 1 2 3 4 5 6 7 8 9 10; do cat texts.txt; done >many.txt
timed() {
  start=$(date +%s%N)
  "$@" <many.txt >/dev/null
  end=$(date +%s%N)
  echo "$(wc -l <many.txt) lines, $*: $(((end - start) / 1000000)) ms"
}
timed wc -l
timed ./score --tsv
timed sh -c 'cat | ./score --tsv'
rm -f more.txt many.txt

# Other calculators over the same texts: Debian's in C, where it is installed,
if command -v pkg-config >/dev/null && pkg-config --exists libopenscap; then
  # shellcheck disable=SC2046
  gcc -O3 -std=c99 "$ROOT/tools/bench/peers/openscap.c" \
    $(pkg-config --cflags --libs libopenscap) -o openscap
  ./bench --print 'v2.0 base' >texts.txt
  $pin ./openscap 'v2.0 base, libopenscap' <texts.txt
else
  echo "libopenscap: skipped, libopenscap-dev is not installed"
fi

# and others in node.
if command -v node >/dev/null && command -v npm >/dev/null; then
  (
    . "$ROOT/tests/node/setup.sh"
    for workload in 'v3.1 base' 'v4.0 base' 'v4.0 all' 'v2.0 base'; do
      ./bench --print "$workload" >texts.txt
      $pin node bench.mjs "$workload" <texts.txt
    done
  )
else
  echo "other calculators: skipped, there is no node"
fi
