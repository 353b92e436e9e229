# SPDX-License-Identifier: MIT
# The Debian packages build, please lintian, install, and serve a C program.
# Limit: 600 s
#
#   tools/check debian [--tests]   --tests: the package runs its tests, too
need build-essential debhelper doxygen fakeroot libcmocka-dev libmd-dev \
  lintian meson pkgconf python3
vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
version=$(sed -n 's/^#define SECRISK_VERSION_[A-Z]* //p' \
  "$ROOT/include/secrisk.h" | paste -sd.)

# As a packager does: the source archive, and packaging/debian beside it.
mkdir "secrisk-$version"
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' \
  --exclude=__pycache__ .) | tar -xf - -C "secrisk-$version"
tar -czf "secrisk_$version.orig.tar.gz" "secrisk-$version"
cp -R "$ROOT/packaging/debian" "secrisk-$version/debian"
DEB_BUILD_OPTIONS='nocheck parallel=2'
[ "${1-}" != --tests ] || DEB_BUILD_OPTIONS=parallel=2
export DEB_BUILD_OPTIONS
export TMPDIR="$PWD"
quiet sh -euc 'cd "$1"; exec dpkg-buildpackage -us -uc' at "secrisk-$version"
[ "${1-}" != --tests ] || grep '^Ok:' quiet.log

# Only a package that goes into Debian closes a bug with its first version.
lintian --allow-root --fail-on error,warning --info \
  --suppress-tags initial-upload-closes-no-bugs ./*.changes ||
  fail "lintian complains"

# Installed below root/, where no file may belong to two of them.
mkdir -p root/var/lib/dpkg/info root/var/lib/dpkg/updates
touch root/var/lib/dpkg/status
rm ./*-dbgsym_*.deb
quiet fakeroot dpkg "--root=$PWD/root" --log=/dev/null --force-depends \
  -i ./*.deb
for deb in ./*.deb; do
  echo "$(dpkg-deb -f "$deb" Package) needs $(dpkg-deb -f "$deb" Depends)"
done
lib=$(dirname "$(find root/usr/lib -name 'libsecrisk.so.*' -type f)")
export LD_LIBRARY_PATH="$PWD/$lib"
printed=$(root/usr/bin/secrisk-score $vector)
case $printed in
  *'Overall             9.8  Critical'*) ;;
  *) fail "secrisk-score printed: $printed" ;;
esac
ldd root/usr/bin/secrisk-score | grep -q "=> $PWD/root/.*libsecrisk" ||
  fail "secrisk-score does not use the packaged library"
root/usr/bin/secrisk-register --html page.html \
  "$ROOT/examples/data/infusion-pump.csv" >table || [ $? = 1 ] ||
  fail "secrisk-register"
grep -q '</html>' page.html || fail "secrisk-register made no page"
for page in man1/secrisk-score.1 man1/secrisk-register.1 \
  man3/secrisk_cvss_parse.3; do
  zcat "root/usr/share/man/$page.gz" 2>quiet.log | grep -qi '^\.SH name' ||
    fail "no manual page $page"
done

# A C program, by what pkg-config says of the packages alone.
export PKG_CONFIG_LIBDIR="$PWD/$lib/pkgconfig"
export PKG_CONFIG_SYSROOT_DIR="$PWD/root"
have=$(pkg-config --modversion secrisk)
[ "$have" = "$version" ] || fail "secrisk.pc says $have, not $version"
# shellcheck disable=SC2046
cc -std=c99 "$ROOT/tests/consumer/main.c" -o shared \
  $(pkg-config --cflags --libs secrisk)
# shellcheck disable=SC2046
cc -std=c99 "$ROOT/tests/consumer/main.c" -o static \
  $(pkg-config --cflags secrisk) "$lib/libsecrisk.a"
for program in shared static; do
  got=$(./$program $vector)
  [ "$got" = 9.8 ] || fail "the $program program printed '$got'"
  echo "ok: a program, $program"
done
objdump -p shared | grep NEEDED.*libsecrisk
