# SPDX-License-Identifier: MIT
# The calculator in Chromium: numbers, texts, keyboard, axe, print, attacks.
# Alone
# Limit: 900 s
#
#   tools/check browser                   the tests
#   tools/check browser --plant [GROUP]   faults, each of which must be seen
for tool in node npm; do
  command -v $tool >/dev/null || skip "there is no $tool"
done
. "$ROOT/tests/browser/setup.sh"
need chromium poppler-utils
cp "$ROOT"/tests/browser/*.mjs "$ROOT/tests/browser/package.json" .
timeout 120 npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  >npm.log 2>&1 || {
  cat npm.log
  skip "npm cannot install playwright-core and axe-core"
}
calculator reduced calculator.html -Dcvss4=false -Ddread=false -Drisk=false \
  -Djson=false -Dhelp=false
REDUCED=$page
calculator whole "calculator.html score register"
CALCULATOR=$page NATIVE=$PWD/whole/examples
SECRISK_CORPUS=${SECRISK_CORPUS:-$ROOT/../shared/corpus}
export CALCULATOR NATIVE REDUCED SECRISK_CORPUS
if [ "${1-}" = --plant ]; then
  node plant.mjs "${2-}"
else
  node --test --test-concurrency=2 test_*.mjs >log 2>&1 || status=$?
  grep -E '^(not )?ok|^# (.# |pass|fail|skipped)|error:' log |
    sed 's/ # SKIP/: skipped,/'
  [ "${status-0}" = 0 ] || { grep -A12 '^not ok' log; fail "see above"; }
fi
