# SPDX-License-Identifier: MIT
# The C tests notice small changes of lib/: a sample of 200, drawn by the date.
# On request: no whole sample was seen to pass on this tree yet.
# Limit: 28800 s
#
#   tools/check mutate              200 mutants
#   tools/check mutate --sample 0   all, about 5,000
#   tools/check mutate --date 2026-11-26 --only cvss_json
#
# Which tests judge, and what counts as killed: tools/mutate.py.  Survivors that
# are equivalent, each with its reason: tools/mutants.csv.
need gcc libc6-dev python3
python3 "$ROOT/tools/mutate.py" --sample 200 "$@"
