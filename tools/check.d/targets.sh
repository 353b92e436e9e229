# SPDX-License-Identifier: MIT
# The tests pass on the processors that devices have, under emulation.
# Limit: 1500 s
#
#   tools/check targets [--full] [NAME...]   a NAME is a tools/cross/NAME.ini
#
# Each cross file says what it needs.  On the boards tests with many states run
# in their reduced form, unless --full asks for every state where the memory
# allows it (ten minutes more); on i686, powerpc and s390x always in full.
all="cortex-m0 cortex-m3 cortex-m4 riscv32 avr i686 powerpc s390x"
full=no
[ "${1-}" != --full ] || { full=yes; shift; }
[ $# -gt 0 ] || eval "set -- $all"

cross=$ROOT/tools/cross
needs="meson python3"
for name in "$@"; do
  [ -f "$cross/$name.ini" ] || fail "no target '$name', only: $all"
  needs="$needs $(sed -n 's/^# Needs: //p' "$cross/$name.ini")"
done
# shellcheck disable=SC2086
need $needs

printf "[constants]\nhere = '%s'\n" "$PWD" >here.ini

# prepare NAME: what a cross file expects to find in here
prepare() {
  foreign=$(sed -n 's/^# Foreign: //p' "$cross/$1.ini")
  # shellcheck disable=SC2086
  [ -z "$foreign" ] || quiet sh "$cross/foreign" "$PWD" $foreign || return
  [ "$1" != avr ] ||
    gcc -O2 "$cross/simavr.c" -o simavr -lsimavr -lelf
}

# try NAME: builds for it and runs every test
try() {
  prepare "$1" || return
  set -- "$1" --cross-file here.ini --cross-file "$cross/$1.ini"
  case $full-$1 in
    yes-cortex-m0 | yes-avr | no-*) ;;
    *) set -- "$@" -Dtests_reduced=false ;;
  esac
  build "$@" --werror || return
  meson test -C "$1" --no-rebuild -t 10 >quiet.log 2>&1 || true
  echo "--- $(sed -n '2s/^# //p' "$cross/$1.ini")"
  python3 "$ROOT/tests/summary.py" "$1" || { tail -5 quiet.log; return 1; }
}

bad=
for name in "$@"; do
  try "$name" || bad="$bad $name"
done
[ -z "$bad" ] || fail "on$bad"
