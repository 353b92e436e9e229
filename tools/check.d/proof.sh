# SPDX-License-Identifier: MIT
# Frama-C finds no run-time error in entry points, whatever they are given.
# On request: no whole run was seen to pass on this tree yet.
# Limit: 14400 s
#
#   tools/check proof            what a day has: a machine and some lengths
#   tools/check proof all        every driver and length on every machine
#   tools/check proof MACHDEP [DRIVER...]
#
# Eva, of the small variant: tools/proof/eva.py and its tables say which driver
# proves which function, the alarms left, and what no driver proves.  It prints
# and counts them.  Texts and buffers have every length from 0 to 64; and each
# text that parse reads fills its memory, of each length from 1 to 64 and 1,024:
# a sixteenth of them a day, and all machines in three days.  WP: contracts of a
# few functions (tools/proof/wp.sh).
need frama-c-base gcc libc6-dev python3 z3 why3

# eva DIR MACHDEP [DRIVER...]
eva() {
  mkdir "$1"
  dir=$1
  shift
  (cd "$dir" && python3 "$ROOT/tools/proof/eva.py" "$@")
}

day=$(($(date +%s) / 86400))
case ${1-} in
  '')
    sh "$ROOT/tools/proof/wp.sh" "$ROOT"
    # shellcheck disable=SC2086
    set -- $(echo gcc_x86_64 ppc_32 x86_16 | cut -d ' ' -f $((day % 3 + 1)))
    eva drivers "$1"
    eva lengths "$1" exact:$((day / 3 % 16)):16
    ;;
  all)
    sh "$ROOT/tools/proof/wp.sh" "$ROOT"
    for machdep in gcc_x86_64 ppc_32 x86_16; do
      eva "$machdep" "$machdep"
      eva "$machdep.lengths" "$machdep" exact:0:1
    done
    ;;
  *) eva drivers "$@" ;;
esac
