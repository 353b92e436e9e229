# SPDX-License-Identifier: MIT
# With any features left out, the library builds and passes its tests.
# Limit: 1200 s
#
#   tools/check features [--all]
need gcc libc6-dev python3
python3 "$ROOT/tools/amalgamate.py" two
features=$(
  sed -n "s/^option('\([a-z0-9]*\)', type: 'boolean', value: true.*/\1/p" \
    "$ROOT/meson_options.txt" | tr '[:lower:]' '[:upper:]'
)
[ -n "$features" ] || fail "no features in meson_options.txt"

# Sets of features to leave out, a line each: with --all every one, else those
# that leave out, or leave in, one at most.
python3 - "${1-}" $features >combinations <<'END'
import itertools, sys
every, names = sys.argv[1] == "--all", sys.argv[2:]
for n in range(len(names) + 1):
    if every or n <= 1 or n >= len(names) - 1:
        for out in itertools.combinations(names, n):
            print("".join(f" -DSECRISK_WITHOUT_{name}" for name in out))
END

# Every test; those whose features are left out say so.  (find_work counts calls
# that its own build puts in; features, built with each combination, asks what
# was left out.)
for test in "$ROOT"/tests/*/test_*.c; do
  case $test in *_work.c | *corpus* | *_features.c) continue ;; esac
  echo "$test"
done | xargs -P2 -I{} sh -c 'cc -std=c99 -O1 -DT_STDIO -DT_REDUCED -Itwo \
  "-I$ROOT/tests" -c {} -o "$(basename {} .c).o"'

cat >one.sh <<'END'
without=$1
place=$(echo "all $without" | tr -d ' ' | sed 's/-DSECRISK_WITHOUT_/-/g')
mkdir "$place"
# shellcheck disable=SC2086
cc $WARN -Wno-unused-const-variable -O1 -ffreestanding $without \
  -c two/secrisk.c -o "$place/secrisk.o" || {
  echo "FAILED to build: $without"; exit 1
}
# shellcheck disable=SC2086
cc -std=c99 -DT_STDIO -Itwo "-I$ROOT/tests" $without \
  -c "$ROOT/tests/build/test_features.c" -o "$place/features.o"
for test in "$place/features.o" *.o; do
  cc "$test" "$place/secrisk.o" -o "$place/test"
  timeout 60 "$place/test" >"$place/log" || {
    echo "FAILED: $test$without"
    grep -v '^ok' "$place/log"
    exit 1
  }
done
rm -r "$place"
END
export WARN
tr '\n' '\0' <combinations | xargs -0 -P2 -n1 sh one.sh || fail "see above"
echo "$(wc -l <combinations) combinations"
