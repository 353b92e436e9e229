# SPDX-License-Identifier: MIT
# Two builds in different places give the same library, byte for byte.
# Limit: 120 s
need gcc libc6-dev meson python3
for place in here another/place/altogether; do
  mkdir -p "$place"
  cp -R "$ROOT/cmake" "$ROOT/include" "$ROOT/lib" "$ROOT"/meson* "$place"
  quiet meson setup "$place/build" "$place" -Dtests=disabled \
    -Dexamples=disabled
  quiet ninja -C "$place/build"
  sha256sum <"$place/build/libsecrisk.a"
done >sums
cat sums
[ "$(sort -u sums | wc -l)" = 1 ] || fail "they differ"
