# SPDX-License-Identifier: MIT
# The calculator: no import, exports as listed, within budget, the same twice.
# Limit: 240 s
. "$ROOT/tests/browser/setup.sh"
for place in here another/place/altogether; do
  mkdir -p "$place"
  cp -R "$ROOT/cmake" "$ROOT/include" "$ROOT/lib" "$ROOT/examples" \
    "$ROOT"/meson* "$place"
  quiet meson setup "$place/build" "$place" -Dcalculator=enabled \
    -Dtools=disabled -Dtests=disabled
  quiet ninja -C "$place/build" examples/calculator/calculator.html
  sha256sum <"$place/build/examples/calculator/calculator.html"
done >sums
cat sums
[ "$(sort -u sums | wc -l)" = 1 ] || fail "two builds differ"
python3 "$ROOT/tests/browser/budget.py" \
  here/build/examples/calculator/secrisk.wasm \
  here/build/examples/calculator/calculator.html \
  "$ROOT/examples/calculator/exports.txt"
