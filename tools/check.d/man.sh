# SPDX-License-Identifier: MIT
# Manual pages are right, and have every option of --help.
# Limit: 120 s
need gcc libc6-dev mandoc
mandoc -T lint "$ROOT"/docs/man/*.1
gcc -I"$ROOT/include" "$ROOT"/lib/*/*.c "$ROOT"/examples/score/*.c -o score
mandoc -T ascii "$ROOT/docs/man/score.1" | col -b >score.txt
./score --help | grep -o -e ' --[a-z-]*' | sort -u >options
[ "$(wc -l <options)" -ge 20 ] || fail "--help has few options"
while read -r option; do
  grep -q -e "$option" score.txt || fail "score.1 lacks $option"
done <options
