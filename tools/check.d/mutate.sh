# SPDX-License-Identifier: MIT
# The C tests notice small changes of lib/: 200 of them, drawn by a date.
# Limit: 900 s
#
#   tools/check mutate              the sample of this version's date
#   tools/check mutate --sample 0   all, about 5,400: hours, with no limit
#   tools/check mutate --date 2026-12-24 --only cvss_json
#
# Which tests judge, and what counts as killed: tools/mutate.py.  Survivors that
# are equivalent, each with its reason: tools/mutants.csv.
need gcc libc6-dev python3
python3 "$ROOT/tools/mutate.py" --sample 200 --date 2026-11-26 "$@"
