# SPDX-License-Identifier: MIT
# Recipes for Conan, vcpkg and Meson make a package that serves; CI's file.
# Limit: 400 s
#
# Conan and vcpkg are not in Debian and are not run: stand-ins of the functions
# that the recipes call do what their documentation says.  Meson is run.
# The Debian package has a part of its own, debian.
need cmake gcc libc6-dev make meson pkgconf python3 python3-yaml
vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
version=$(sed -n 's/^#define SECRISK_VERSION_[A-Z]* //p' \
  "$ROOT/include/secrisk.h" | paste -sd.)
recipes=$ROOT/packaging

# The source archive.
mkdir "secrisk-$version"
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' \
  --exclude=__pycache__ .) | tar -xf - -C "secrisk-$version"
tar -czf "secrisk-$version.tar.gz" "secrisk-$version"

# serves WHERE PROGRAM
serves() {
  got=$("$2" $vector) || fail "$1: status $?"
  [ "$got" = 9.8 ] || fail "$1: printed '$got'"
  echo "ok: $1"
}

# lacks LIBRARY: it was built without CVSS 2.0
cat >lacks.c <<'END'
#include <secrisk.h>
int main(void) {
  return (secrisk_features() & SECRISK_FEATURE_CVSS2) != 0 ||
         (secrisk_features() & SECRISK_FEATURE_CVSS4) == 0;
}
END
lacks() {
  gcc "-I$ROOT/include" lacks.c "$1" -o lacks
  ./lacks || fail "$1: the option was not heard"
}

# Conan: from a copy of the tree, static, shared, and without CVSS 2.0.
python3 -m py_compile "$recipes/conan/conanfile.py"
conan() {
  way=$1
  shift
  lib=$(python3 "$ROOT/tests/packaging/conan_stand_in.py" \
    "secrisk-$version/packaging/conan/conanfile.py" "conan-$way" "$@") ||
    return
  package=$PWD/conan-$way/package
  [ -f "$package/licenses/LICENSE" ] || fail "Conan: no licence"
  [ ! -d "$package/share" ] && [ ! -d "$package/lib/cmake" ] ||
    fail "Conan: files that it would complain of"
}
conan static
gcc "-I$package/include" "$ROOT/tests/consumer/main.c" "-L$package/lib" \
  "-l$lib" -o by-conan
serves "the Conan recipe" ./by-conan
conan shared shared=True
gcc "-I$package/include" "$ROOT/tests/consumer/main.c" "-L$package/lib" \
  "-l$lib" "-Wl,-rpath,$package/lib" -o by-conan-shared
serves "the Conan recipe, shared" ./by-conan-shared
conan without cvss2=False
lacks "$package/lib/libsecrisk.a"
! conan wrong cvss5=True 2>quiet.log || fail "Conan: an option that is none"

# vcpkg: the port with the archive beside it, and a program in both its builds.
cp -R "$recipes/vcpkg" vcpkg
cp "secrisk-$version.tar.gz" vcpkg/secrisk
port() { # WORK FEATURES
  quiet cmake "-DPORT_DIR=$PWD/vcpkg/secrisk" "-DWORK=$PWD/$1" \
    "-DVERSION=$version" "-DFEATURES=$2" \
    -P "$ROOT/tests/packaging/vcpkg_stand_in.cmake"
}
all=$(python3 -c 'import json, sys
port = json.load(open(sys.argv[1]))
print(";".join(port["default-features"]))' "$recipes/vcpkg/secrisk/vcpkg.json")
port vcpkg-all "$all"
for type in Release Debug; do
  quiet cmake -S "$ROOT/tests/consumer/cmake" -B "by-vcpkg-$type" \
    -DWAY=find_package "-DCMAKE_BUILD_TYPE=$type" "-DWANTED=$version" \
    "-DCMAKE_PREFIX_PATH=$PWD/vcpkg-all/package"
  quiet cmake --build "by-vcpkg-$type" --verbose
  case $type in Debug) sub=debug/ ;; *) sub= ;; esac
  grep -q "package/${sub}lib/libsecrisk.a" quiet.log ||
    fail "vcpkg: $type links another library"
  serves "the vcpkg port, $type" "by-vcpkg-$type/consumer"
done
package=vcpkg-all/package
[ ! -d $package/debug/include ] && [ ! -d $package/share/doc ] ||
  fail "vcpkg: files that it would complain of"
[ -f $package/share/secrisk/copyright ] || fail "vcpkg: no licence"
port vcpkg-without "$(echo "$all" | sed 's/cvss2;//')"
lacks vcpkg-without/package/lib/libsecrisk.a

# Meson's own reader of wrap files, with the archive where the file wants it.
mkdir -p super/subprojects/packagefiles
cp "$ROOT/tests/consumer/main.c" "$ROOT/tests/consumer/meson.build" super
cp "$recipes/meson/secrisk.wrap" super/subprojects
! PKG_CONFIG_LIBDIR=/nonexistent meson setup by-nothing super >quiet.log 2>&1 ||
  fail "Meson: the wrap file takes something else than the archive"
cp "secrisk-$version.tar.gz" super/subprojects/packagefiles
quiet env PKG_CONFIG_LIBDIR=/nonexistent meson setup by-wrap super
quiet ninja -C by-wrap
serves "the wrap file" by-wrap/consumer

# The file of the public CI.  Debian's module is of Debian's python.
/usr/bin/python3 "$ROOT/tests/packaging/workflows.py" "$ROOT"
fault() { # WHAT SED-COMMAND
  rm -rf planted
  mkdir -p planted/.github planted/tools
  cp -R "$ROOT/.github/workflows" planted/.github
  cp -R "$ROOT/.ci" planted
  cp -R "$ROOT/tools/check" "$ROOT/tools/check.d" planted/tools
  sed -i "$2" planted/.github/workflows/ci.yml
  ! /usr/bin/python3 "$ROOT/tests/packaging/workflows.py" planted >quiet.log \
    2>&1 || fail "CI: not noticed: $1"
}
fault 'no YAML' '1,/^jobs:/s/^jobs:/jobs: ]/'
fault 'a part that is none' 's/oss-fuzz/nothing/'
fault 'a tag of an action' 's/@[0-9a-f]* # v4.2.2/@v4/'
fault 'more rights' 's/contents: read/contents: write/'
fault 'no .ci/run' 's|\.ci/run|tools/check format|'
