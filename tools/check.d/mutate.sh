# SPDX-License-Identifier: MIT
# The C tests notice small changes of lib/: a sample of 200, drawn by the date.
# On request: until a sample was run; so far it was only built.
# Limit: 14400 s
#
#   tools/check mutate              200 mutants
#   tools/check mutate --sample 0   all, about 5,000
#   tools/check mutate --date 2026-11-26 --only cvss_json
#
# Survivors that are equivalent, each with its reason: tools/mutants.csv.
need gcc libc6-dev python3
python3 "$ROOT/tools/mutate.py" --sample 200 "$@"
