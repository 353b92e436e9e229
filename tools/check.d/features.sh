# SPDX-License-Identifier: MIT
# With any features left out, the library builds and passes its tests.
# Limit: 400 s
need gcc libc6-dev python3
python3 "$ROOT/tools/amalgamate.py" two
features=$(sed -n "s/^option('\([a-z0-9]*\)', type: 'boolean', value: true.*/\1/p" \
  "$ROOT/meson_options.txt" | tr a-z A-Z)
[ -n "$features" ] || fail "no features in meson_options.txt"

# Every set of them, a line each.
combinations=
for feature in $features; do
  combinations="$combinations
$(printf '%s\n' "$combinations" | sed "s/$/ -DSECRISK_NO_$feature/")"
done
printf '%s\n' "$combinations" | sort -u >combinations

for test in promises reflect status properties_value cvss_parse; do
  cc -std=c99 -O1 -DT_STDIO -DT_REDUCED -Itwo -I"$ROOT/tests" \
    -c "$ROOT/tests/test_$test.c" -o "$test.o"
done

cat >one.sh <<'END'
without=$1
place=$(echo "all $without" | tr -d ' ' | sed 's/-DSECRISK_NO_/-/g')
mkdir "$place"
# shellcheck disable=SC2086
cc $WARN -O1 -ffreestanding $without -c two/secrisk.c -o "$place/secrisk.o" || {
  echo "FAILED to build: $without"; exit 1
}
for test in *.o; do
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
tr '\n' '\0' <combinations | xargs -0 -P2 -n1 sh one.sh
echo "$(wc -l <combinations) combinations"
