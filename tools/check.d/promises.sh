# SPDX-License-Identifier: MIT
# The built library keeps the promises at the top of its header.
# Limit: 1200 s
need gcc clang clang-19 llvm-19 libc6-dev binutils meson pkgconf python3 \
  gcc-arm-none-eabi

# No libc, no static data, at any level of any compiler, though nothing forbids
# it to call memset; with -fPIC a pointer in a table would show as .data.rel.ro.
for cc in gcc clang; do
  for level in -O0 -Os -O2 -O3; do
    echo "-- $cc $level"
    rm -f ./*.o
    printf '%s\0' "$ROOT"/lib/*/*.c |
      xargs -0 -P2 -n6 $cc -std=c99 -fPIC $level \
        -I"$ROOT/include" -c
    ld -r -o all.o ./*.o
    # On x86-64 not even an arithmetic helper is called.
    nm -u all.o | grep -v ' _GLOBAL_OFFSET_TABLE_$' >undefined || true
    [ ! -s undefined ] || { cat undefined; fail "undefined symbols"; }
    size all.o | awk 'NR == 2 && ($2 || $3) { print; exit 1 }' ||
      fail "static data"
    nm -g --defined-only all.o | awk '$3 !~ /^secrisk_/' >foreign
    [ ! -s foreign ] || { cat foreign; fail "names that are not ours"; }
  done
done

# Where a processor lacks an instruction, a compiler calls a helper of its own:
# these, by name, and no other.  Those of AVR: tools/size/budget.csv.
cat >helpers <<'END'
cortex-m0 __aeabi_idiv
cortex-m0 __aeabi_idivmod
cortex-m0 __aeabi_lmul
cortex-m0 __aeabi_uidiv
cortex-m0 __aeabi_uidivmod
END
# undefined PROCESSOR LEVEL: names that the objects here call and lack
undefined() {
  arm-none-eabi-ld -r -o all.o ./*.o
  arm-none-eabi-nm -u all.o | sed -n "s/^ *U /$1 /p" | sort -u >wanted
  grep -vxF -f helpers wanted >undefined || true
  [ ! -s undefined ] || { cat undefined; fail "undefined, $2"; }
  echo "ok: $1 $2: $(sed 's/.* //' wanted | paste -sd ' ')"
}
for level in -O0 -Os -O2 -O3; do
  for processor in cortex-m0 cortex-m4; do
    rm -f ./*.o
    printf '%s\0' "$ROOT"/lib/*/*.c |
      xargs -0 -P2 -n6 arm-none-eabi-gcc -mcpu=$processor -mthumb -std=c99 \
        $level -I"$ROOT/include" -c
    undefined $processor $level
  done
done

# As MSVC's build would: clang-cl makes calls of memset where others do not.
for level in /Od /O1 /O2; do
  rm -f ./*.o*
  printf '%s\0' "$ROOT"/lib/*/*.c |
    xargs -0 -P2 -n6 clang-19 --driver-mode=cl --target=x86_64-pc-windows-msvc \
      /nologo /Zl /GS- /clang:-ffreestanding $level "-I$ROOT/include" /c --
  # _fltused is a mark of the compiler's, no function.
  llvm-nm-19 -u ./*.obj | sed -n 's/^ *U //p' | sort -u >wanted
  llvm-nm-19 -g --defined-only ./*.obj | awk 'NF == 3 { print $3 }' |
    sort -u >defined
  comm -23 wanted defined | grep -vx _fltused >undefined || true
  [ ! -s undefined ] || { cat undefined; fail "clang-cl $level calls"; }
  rm -f ./*.obj
done

# A build of the whole program at once warns of nothing.
for small in 0 1; do
  gcc -std=c99 -O3 -flto -Wall -Wextra -Werror -DSECRISK_SMALL=$small \
    -I"$ROOT/include" "$ROOT"/lib/*/*.c "$ROOT"/examples/score/*.c -o whole
  ./whole CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H | grep -q 9.8 ||
    fail "no score from a whole program"
done

# Header, export map and shared library name the same functions.
cat "$ROOT/include/secrisk.h" "$ROOT"/include/secrisk/*.h >headers
gcc -std=c99 -I"$ROOT/include" -aux-info protos -fsyntax-only \
  -x c "$ROOT/include/secrisk.h"
sed -n 's/.*[ *]\(secrisk_[a-z0-9_]*\) (.*/\1/p' protos | sort -u >header
sed -n 's/^ *\(secrisk_[a-z0-9_]*\);$/\1/p' "$ROOT/lib/secrisk.map" |
  sort >map
[ -s header ] || fail "found no function in the header"
diff header map || fail "header (<) and export map (>) differ"

# Each function is called by a test, each constant's value and each struct's
# size is asserted by one.
while read -r name; do
  grep -qw "$name" "$ROOT"/tests/*/*.c || fail "no test calls $name"
done <header
sed -n 's/^} \(secrisk_[a-z0-9_]*\);.*/SIZE(\1,/p
  s/^typedef uint8_t \(secrisk_[a-z0-9_]*\);.*/SIZE(\1,/p' headers |
  while read -r size; do
    grep -qF "$size" "$ROOT/tests/shapes_data.h" ||
      fail "no test has $size"
  done
grep -oE '\bSECRISK_[A-Z0-9_]*[A-Z0-9]( =)? (0x[0-9a-f]+|[0-9]+)' headers |
  sed 's/ =//; s/\(.*\) \(.*\)/X(\1, \2)/' |
  grep -v '^X(SECRISK_VERSION_' | sort >constants
grep '^X(' "$ROOT/tests/constants_data.h" | sort >asserted
diff constants asserted ||
  fail "the header's constants (<) are not those of constants_data.h (>)"

build shared -Ddefault_library=both -Dtests=disabled -Dexamples=disabled
nm -D --defined-only shared/libsecrisk.so | awk '$2 != "A" { print $3 }' |
  sed 's/@.*//' | sort >exported
diff header exported || fail "header (<) and libsecrisk.so (>) differ"
nm -D -u shared/libsecrisk.so | grep -v ' w ' >undefined || true
[ ! -s undefined ] || { cat undefined; fail "libsecrisk.so needs symbols"; }

# Types and constants are the same on each kind of machine, though no test can
# run there.
for target in x86_64-linux-gnu i686-linux-gnu wasm32-unknown-unknown \
  s390x-linux-gnu avr armv7-none-eabi x86_64-windows-msvc; do
  clang-19 --target=$target -std=c99 -ffreestanding "-I$ROOT/include" \
    "-I$ROOT/tests" -fsyntax-only "$ROOT/tests/build/shapes.c" ||
    fail "shapes on $target"
  echo "ok: shapes on $target"
done
