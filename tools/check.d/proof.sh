# SPDX-License-Identifier: MIT
# Frama-C finds no run-time error in entry points, whatever they are given.
# Limit: 14400 s
#
#   tools/check proof            WP on even days; on odd ones every driver on
#                                gcc_x86_64, and a thirteenth of the lengths
#   tools/check proof all        every driver and length on every machine
#   tools/check proof MACHDEP [DRIVER...]
#
# Eva, of the small variant: tools/proof/eva.py and its tables say which driver
# proves which function, the alarms left, and what no driver proves.  It prints
# and counts them.  Texts and buffers have every length from 0 to 64; and each
# text that parse reads fills its memory, of each length from 1 to 64 and 1,024.
# WP: contracts of the search and of a few functions (tools/proof/wp.sh).
need frama-c-base gcc libc6-dev python3 z3 cvc4 why3

# eva DIR MACHDEP [DRIVER...]
eva() {
  mkdir "$1"
  dir=$1
  shift
  (cd "$dir" && python3 "$ROOT/tools/proof/eva.py" "$@")
}

case ${1-} in
  '')
    day=$(($(date +%s) / 86400))
    if [ $((day % 2)) = 0 ]; then
      sh "$ROOT/tools/proof/wp.sh" "$ROOT"
    else
      eva drivers gcc_x86_64 all "exact:$((day / 2 % 13)):13"
    fi
    ;;
  all)
    sh "$ROOT/tools/proof/wp.sh" "$ROOT"
    for machdep in gcc_x86_64 ppc_32 x86_16; do
      eva "$machdep" "$machdep" all exact:0:1
    done
    ;;
  *) eva drivers "$@" ;;
esac
