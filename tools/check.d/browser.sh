# SPDX-License-Identifier: MIT
# The calculator in Chromium: numbers, texts, keyboard, axe, print, attacks.
# Alone
# Limit: 900 s
#
#   tools/check browser                   the tests
#   tools/check browser --plant [GROUP]   faults, each of which must be seen
. "$ROOT/tests/browser/setup.sh"
chromium_ready
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
  node_tests test_access.mjs test_form.mjs test_risk.mjs test_text.mjs
fi
