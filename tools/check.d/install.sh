# SPDX-License-Identifier: MIT
# An installed secrisk serves another project: pkg-config, moved, subproject.
# Limit: 900 s
need cmake gcc libc6-dev make meson pkgconf python3
vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
want=9.8

# serves WHERE COMMAND...: COMMAND runs a consumer and prints what it should
serves() {
  where=$1
  shift
  got=$("$@" $vector) || fail "$where: status $?"
  [ "$got" = "$want" ] || fail "$where: printed '$got', expected '$want'"
  echo "ok: $where"
}

# compile NAME [PKG-CONFIG-ARG]: by hand, with what pkg-config says
compile() {
  # shellcheck disable=SC2046
  quiet cc -std=c99 "$ROOT/tests/consumer/main.c" -o "$1" \
    $(pkg-config --cflags --libs ${2-} secrisk)
}

# The lines of README as they stand there, as on a Debian without dpkg-dev:
# installed below DESTDIR, and pkg-config looks where it does by itself.
mkdir bare copy
printf '#!/bin/sh\nexit 1\n' >bare/dpkg-architecture
chmod +x bare/dpkg-architecture
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' .) |
  tar -xf - -C copy
cp "$ROOT/tests/consumer/main.c" copy
sed -n '/^    meson setup build/,/^$/s/^    //p' "$ROOT/README.md" >lines.sh
[ "$(grep -c . lines.sh)" = 2 ] || fail "README.md has no two lines to install"
looks=$(pkg-config --variable pc_path pkg-config |
  sed "s|^/|$PWD/root0/|; s|:/|:$PWD/root0/|g")
quiet env DESTDIR="$PWD/root0" PATH="$PWD/bare:$PATH" \
  PKG_CONFIG_LIBDIR="$looks" PKG_CONFIG_SYSROOT_DIR="$PWD/root0" \
  sh -euc 'cd copy; . ../lines.sh'
serves "README's lines, without dpkg-dev" copy/main
have=$(root0/usr/local/bin/secrisk-score $vector |
  sed -n 's/  Overall *\([0-9.]*\) .*/\1/p')
[ "$have" = "$want" ] || fail "the installed secrisk-score says '$have'"
root0/usr/local/bin/secrisk-register --version >/dev/null
for name in score register; do
  page=root0/usr/local/share/man/man1/secrisk-$name.1
  grep -q "^\.Nm secrisk-$name" "$page" ||
    fail "secrisk-$name.1 has another name"
done
bash -c '. root0/usr/local/share/bash-completion/completions/secrisk-score
  complete -p secrisk-score' >quiet.log || fail "bash completes nothing"
cmp "$ROOT/LICENSE" root0/usr/local/share/doc/secrisk/LICENSE
quiet cmake -S "$ROOT/tests/consumer/cmake" -B by-cmake -DWAY=find_package \
  "-DCMAKE_PREFIX_PATH=$PWD/root0/usr/local" -DWANTED=0.9
quiet cmake --build by-cmake
serves "find_package after Meson's installation" by-cmake/consumer
! cmake -S "$ROOT/tests/consumer/cmake" -B newer -DWAY=find_package \
  "-DCMAKE_PREFIX_PATH=$PWD/root0/usr/local" -DWANTED=0.10 >quiet.log 2>&1 ||
  fail "another minor version is served"

# Installed into a prefix.
build release --prefix="$PWD/prefix" --libdir=lib -Dpkgconfig.relocatable=true \
  -Dtests=disabled -Dexamples=disabled
quiet meson install -C release --no-rebuild
(cd prefix && find . -type f | sort)
export PKG_CONFIG_PATH="$PWD/prefix/lib/pkgconfig"
compile by-hand
serves "a prefix, cc" ./by-hand
quiet meson setup consumer "$ROOT/tests/consumer"
quiet ninja -C consumer
serves "a prefix, Meson" consumer/consumer
private=$(pkg-config --print-requires-private secrisk)
[ -z "$private" ] || fail "secrisk.pc requires $private"
have=$(pkg-config --modversion secrisk)
in_header=$(sed -n 's/^#define SECRISK_VERSION_[A-Z]* //p' \
  "$ROOT/include/secrisk.h" | paste -sd.)
[ "$have" = "$in_header" ] || fail "secrisk.pc says $have, not $in_header"

# The prefix moved.
mv prefix elsewhere
export PKG_CONFIG_PATH="$PWD/elsewhere/lib/pkgconfig"
compile moved
serves "a moved prefix" ./moved

# Staged with DESTDIR, as a packager does.
build staged --prefix=/usr --libdir=lib -Dtests=disabled -Dexamples=disabled
DESTDIR="$PWD/root" quiet meson install -C staged --no-rebuild
export PKG_CONFIG_PATH="$PWD/root/usr/lib/pkgconfig"
export PKG_CONFIG_SYSROOT_DIR="$PWD/root"
compile from-destdir
serves "DESTDIR" ./from-destdir
unset PKG_CONFIG_SYSROOT_DIR
export PKG_CONFIG_PATH=/nonexistent PKG_CONFIG_LIBDIR=/nonexistent

# A shared library, found by its soname.
build shared --prefix="$PWD/so" --libdir=lib -Ddefault_library=shared \
  -Dtests=disabled -Dexamples=disabled
quiet meson install -C shared --no-rebuild
export PKG_CONFIG_PATH="$PWD/so/lib/pkgconfig"
compile with-so
serves "a shared library" env LD_LIBRARY_PATH="$PWD/so/lib" ./with-so
export PKG_CONFIG_PATH=/nonexistent

# A Meson subproject; secrisk's own tests and examples stay out.
mkdir -p super/subprojects
cp "$ROOT/tests/consumer/main.c" "$ROOT/tests/consumer/meson.build" super
ln -s "$ROOT" super/subprojects/secrisk
# By the wrap file of the documents; it fetches nothing, for the copy is there.
python3 "$ROOT/tests/routes/block.py" "$ROOT/docs/building-in.md" Meson ini \
  >super/subprojects/secrisk.wrap
quiet meson setup sub super
quiet ninja -C sub
serves "a subproject" sub/consumer
quiet meson test -C sub --no-rebuild --list
tests=$(grep -c . quiet.log)
[ "$tests" = 1 ] || fail "the subproject brings $((tests - 1)) tests along"
