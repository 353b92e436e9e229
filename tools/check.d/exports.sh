# SPDX-License-Identifier: MIT
# A shared library exports the public functions alone, for ELF, macOS, Windows.
# Limit: 900 s
#
#   tools/check exports [elf] [macos] [windows]
#
# macOS: linked by lld against a stand-in of its C library, for there is no SDK;
# nothing of it runs here.  Windows: the tests run in Wine, with mingw-w64's
# library, and with one that clang-cl made as MSVC's compiler would.
need gcc libc6-dev meson cmake make binutils python3
sed -n 's/^    \(secrisk_[a-z0-9_]*\);$/\1/p' "$ROOT/lib/secrisk.map" |
  sort >public
[ -s public ] || fail "lib/secrisk.map has no names"

# exactly WHERE: standard input names what is exported, one a line
exactly() {
  sort >exported
  diff public exported || fail "$1: other names than lib/secrisk.map (> more)"
  echo "ok: $1, $(grep -c . exported) functions"
}

# compile COMMAND...: each file of lib/, in the current directory
compile() {
  printf '%s\0' "$ROOT"/lib/*/*.c |
    xargs -0 -P2 -n8 "$@"
}

elf() {
  need clang lld
  shared="-Ddefault_library=shared -Dtests=disabled -Dexamples=disabled"
  # shellcheck disable=SC2086
  CC=clang CC_LD=lld CFLAGS=-O0 build lld $shared
  quiet cmake -S "$ROOT" -B cmake -DBUILD_SHARED_LIBS=ON
  quiet cmake --build cmake -- -j2
  for dir in lld cmake; do
    # What is exported has its version, so that either serves the same programs.
    nm -D --defined-only $dir/libsecrisk.so |
      sed -n 's/.* T \(.*\)@@SECRISK_1\.0$/\1/p' | exactly "ELF, by $dir"
    objdump -p $dir/libsecrisk.so >dynamic
    grep -q 'SONAME  *libsecrisk\.so\.0$' dynamic || fail "$dir: another soname"
  done
}

macos() {
  need clang lld llvm
  cat >libSystem.tbd <<'END'
--- !tapi-tbd
tbd-version: 4
targets: [ x86_64-macos, arm64-macos ]
install-name: '/usr/lib/libSystem.B.dylib'
exports:
  - targets: [ x86_64-macos, arm64-macos ]
    symbols: [ ___stack_chk_fail, ___stack_chk_guard, dyld_stub_binder ]
...
END
  for arch in x86_64 arm64; do
    mkdir $arch
    # Without -fvisibility=hidden what is private would be seen.
    (cd $arch && compile clang --target=$arch-apple-macos11 -std=c99 -O1 \
      -ffreestanding -fvisibility=hidden -I"$ROOT/include" -c)
    clang --target=$arch-apple-macos11 -dynamiclib -nostdlib -fuse-ld=lld \
      $arch/*.o libSystem.tbd -o $arch/libsecrisk.dylib
    llvm-nm -g --defined-only $arch/libsecrisk.dylib |
      sed -n 's/.* [A-Z] _\(.*\)$/\1/p' | exactly "macOS, $arch"
  done
}

# dll FILE: what it exports
dll() {
  x86_64-w64-mingw32-objdump -p "$1" |
    sed -n '/^\[Ordinal.Name Pointer/,/^$/s/^[[:space:]]*\[ *[0-9]*\] //p'
}

windows() {
  need gcc-mingw-w64-x86-64 wine64 clang lld
  wine=$(command -v wine64 || command -v wine || echo /usr/lib/wine/wine64)
  export WINEPREFIX="$PWD/prefix" WINEDEBUG=-all

  quiet cmake -S "$ROOT" -B cmake-windows -DCMAKE_SYSTEM_NAME=Windows \
    -DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc -DBUILD_SHARED_LIBS=ON
  quiet cmake --build cmake-windows -- -j2
  dll cmake-windows/libsecrisk.dll | exactly "Windows, CMake and mingw"

  cat >windows.ini <<END
[binaries]
c = 'x86_64-w64-mingw32-gcc'
ar = 'x86_64-w64-mingw32-ar'
strip = 'x86_64-w64-mingw32-strip'
windres = 'x86_64-w64-mingw32-windres'
exe_wrapper = '$wine'
[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
END
  CFLAGS=-O1 build windows --cross-file windows.ini -Dexamples=disabled \
    -Dfuzz=none -Ddefault_library=shared -Dtests_stdio=true -Dtests_reduced=true
  dll windows/libsecrisk-0.dll | exactly "Windows, Meson and mingw"
  quick_tests windows

  # clang-cl, without MSVC's own library, that is not here.
  mkdir cl
  (cd cl && compile clang --driver-mode=cl --target=x86_64-pc-windows-msvc \
    /O1 /GS- /Zl /W4 /WX -I"$ROOT/include" /c --)
  lld-link /dll /noentry /def:cmake-windows/secrisk.def /out:cl/secrisk.dll \
    cl/*.obj
  dll cl/secrisk.dll | exactly "Windows, clang-cl"
  for test in cvss_parse cvss_lenient cvss_score cvss_format; do
    x86_64-w64-mingw32-gcc -std=c99 -DT_STDIO -DT_REDUCED -I"$ROOT/include" \
      -I"$ROOT/tests" "$ROOT/tests/cvss/test_$test.c" cl/secrisk.dll \
      -o cl/$test.exe
    (cd cl && "$wine" $test.exe) >quiet.log || {
      cat quiet.log
      fail "clang-cl: $test"
    }
    tail -n 1 quiet.log
  done
  timeout 30 /usr/lib/wine/wineserver64 -w || :
}

[ $# -gt 0 ] || set -- elf macos windows
for system in "$@"; do
  "$system"
done
