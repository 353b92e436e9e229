# SPDX-License-Identifier: MIT
# Reading and scoring take no more instructions than tools/bench says.
# Limit: 120 s
#
#   tools/check instructions [--write]
need gcc valgrind libc6-dev python3
major=$(gcc -dumpversion | sed 's/\..*//')
[ "$major" = 12 ] || skip "the figures are gcc 12's, this is $major"
gcc -O2 -g -std=c99 -I"$ROOT/include" -I"$ROOT/tests" "$ROOT"/tools/bench/*.c \
  "$ROOT"/lib/*/*.c -o bench
cat >one.sh <<'END'
valgrind -q --tool=callgrind --toggle-collect=measured \
  --callgrind-out-file="$2.out" ./bench --once "$1"
END
unset SECRISK_CORPUS # may be elsewhere, and other
./bench --names | grep -v memchr >names.txt
n=0
while read -r name; do
  n=$((n + 1))
  printf '%s\0%s\0' "$(echo "$name" | cut -f1)" "$n"
done <names.txt | xargs -0 -P2 -n2 sh -eu one.sh
python3 "$ROOT/tools/bench/instructions.py" names.txt "${1-}"
