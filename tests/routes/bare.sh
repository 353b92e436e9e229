# SPDX-License-Identifier: MIT
# A bare Debian: an empty /usr/local, no dpkg-dev, no CMocka, no settings of
# this machine's user.  Called in a mount namespace of its own:
#   unshare -m sh -eu bare.sh DIRECTORY SCRIPT...
# runs each SCRIPT in DIRECTORY, one after the other, in one shell.
mount -t tmpfs none /usr/local
pc=$(pkg-config --variable pcfiledir cmocka 2>/dev/null || :)/cmocka.pc
for hidden in /usr/bin/dpkg-architecture "$pc"; do
  [ ! -f "$hidden" ] || mount --bind /dev/null "$hidden"
done
cd "$1"
shift
home=$PWD/home
mkdir -p "$home"
cat "$@" >all.sh
# Lines of a document stop at the first that fails, as a reader would.
exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME="$home" CFLAGS=-O0 \
  TESTS="$TESTS" GIT_CONFIG_GLOBAL="${GIT_CONFIG_GLOBAL-/dev/null}" \
  sh -eu all.sh
