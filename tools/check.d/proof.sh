# SPDX-License-Identifier: MIT
# Frama-C finds no run-time error in entry points, whatever they are given.
# On request: until it was measured on an idle machine.
# Limit: 1800 s
#
#   tools/check proof [MACHDEP...]     gcc_x86_64 unless named; ppc_32, x86_16
#
# Eva, of the small variant: tools/proof/eva.py and its tables say which driver
# proves which function, the alarms left, and what no driver proves.  Texts and
# buffers have every length from 0 to 64.  A read beyond a text's length but
# within the 64 bytes is not seen.  WP: contracts of a few functions.
need frama-c-base gcc libc6-dev python3 z3 why3
sh "$ROOT/tools/proof/wp.sh" "$ROOT"
for machdep in ${*:-gcc_x86_64}; do
  mkdir "$machdep"
  (cd "$machdep" && python3 "$ROOT/tools/proof/eva.py" "$machdep")
done
