# SPDX-License-Identifier: MIT
# secrisk serves projects by CMake, three ways, and as two files.
# Limit: 900 s
need gcc g++ libc6-dev cmake make pkgconf python3
vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
want=9.8

# serves WHERE CONSUMER
serves() {
  got=$("$2" $vector) || fail "$1: status $?"
  [ "$got" = "$want" ] || fail "$1: printed '$got', expected '$want'"
  echo "ok: $1"
}

# consume WAY [CMAKE-ARG...]
consume() {
  way=$1
  shift
  quiet cmake -S "$ROOT/tests/consumer/cmake" -B "$way" "-DWAY=$way" "$@"
  quiet cmake --build "$way"
  serves "CMake, $way" "$way/consumer"
}

mkdir source
cp -R "$ROOT/CMakeLists.txt" "$ROOT/LICENSE" "$ROOT/cmake" "$ROOT/include" \
  "$ROOT/lib" source
consume add_subdirectory "-DSECRISK=$PWD/source"
tar czf secrisk.tar.gz source
consume FetchContent "-DSECRISK=$PWD/secrisk.tar.gz"

quiet cmake -S source -B built "-DCMAKE_INSTALL_PREFIX=$PWD/prefix"
quiet cmake --build built --target install
rm -r source built
version=$(sed -n 's/^#define SECRISK_VERSION_[A-Z]* //p' \
  "$ROOT/include/secrisk.h" | paste -sd.)
consume find_package "-DCMAKE_PREFIX_PATH=$PWD/prefix" "-DWANTED=$version"
! cmake -S "$ROOT/tests/consumer/cmake" -B newer -DWAY=find_package \
  "-DCMAKE_PREFIX_PATH=$PWD/prefix" -DWANTED=99.0 >quiet.log 2>&1 ||
  fail "version $version serves one who wants 99.0"
PKG_CONFIG_PATH=$(dirname "$(find "$PWD/prefix" -name secrisk.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
cc -std=c99 "$ROOT/tests/consumer/main.c" -o by-pc \
  $(pkg-config --cflags --libs secrisk)
serves "pkg-config after CMake's installation" ./by-pc

# Two files, without a warning; and they pass the tests.
python3 "$ROOT/tools/amalgamate.py" two
for level in -O0 -Os -O3; do
  # shellcheck disable=SC2086
  cc $WARN -ffreestanding $level -c two/secrisk.c -o two/secrisk.o
done
cc -std=c99 -Itwo "$ROOT/tests/consumer/main.c" two/secrisk.o -o two/consumer
serves "two files" two/consumer
for test in "$ROOT"/tests/[!c]*/test_*.c "$ROOT"/tests/cvss/test_cvss_*.c; do
  case $test in *_work.c) continue ;; esac # counts calls its build puts in
  cc -std=c99 -O1 -DT_STDIO -DT_REDUCED -Itwo -I"$ROOT/tests" "$test" \
    two/secrisk.o -o two/test
  two/test >quiet.log || { cat quiet.log; fail "two files: $test"; }
  tail -n 1 quiet.log
done
