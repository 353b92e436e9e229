# SPDX-License-Identifier: MIT
# Programs built for Windows leave the bytes of their streams alone (wine).
# Limit: 900 s
need gcc-mingw-w64-x86-64 wine64 python3
wine=$(command -v wine64 || command -v wine || echo /usr/lib/wine/wine64)
export WINEPREFIX="$PWD/prefix" WINEDEBUG=-all

x86_64-w64-mingw32-gcc -std=c99 -O0 -r -I"$ROOT/include" "$ROOT"/lib/*/*.c \
  -o lib.o
# windows NAME: builds NAME.exe
windows() {
  x86_64-w64-mingw32-gcc -std=c99 -O0 -I"$ROOT/include" lib.o \
    "$ROOT/examples/$1"/*.c -o "$1.exe"
}
windows score
good=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H

# A Ctrl-Z (032) ends no input, and no line end gets another CR.
printf 'x\n\032\n%s\n' $good | "$wine" score.exe -t >got 2>err || true
[ "$(tail -n 1 got | cut -f 8)" = 3 ] || fail "input ends at a Ctrl-Z"
if grep -q "$(printf '\r')" got; then fail "output has a CR"; fi
printf 'v\r\n%s\r\n' $good | "$wine" score.exe --field v >got
[ "$(tr -cd '\r' <got | wc -c)" = 2 ] || fail "a table's line ends changed"
echo "ok: score"

windows register
printf 'id,initial,note\r\nA,High,x\032y\r\nB,Low,z\r\n' >rows
cc -std=c99 -I"$ROOT/include" "$ROOT"/lib/*/*.c "$ROOT"/examples/register/*.c \
  -o register
for args in --csv --json "--html -" ""; do
  # shellcheck disable=SC2086
  ./register $args - <rows >want || true
  # shellcheck disable=SC2086
  "$wine" register.exe $args - <rows >got 2>err || true
  cmp want got || fail "register $args: other bytes than elsewhere"
done
echo "ok: register"
# Its server ends a little later; then the scratch directory can go.
timeout 30 /usr/lib/wine/wineserver64 -w || :
