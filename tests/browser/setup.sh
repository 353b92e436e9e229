# SPDX-License-Identifier: MIT
# For the parts calculator, browser and pages of tools/check: builds the
# calculator's page and the native programs, and runs tests in Chromium.
need gcc libc6-dev meson python3 clang-19 lld-19

# calculator DIR "TARGET..." [MESON-ARG...]: sets page to what is built there
calculator() {
  dir=$1 targets=$2
  shift 2
  quiet meson setup "$dir" "$ROOT" "$@" -Dcalculator=enabled \
    -Dtests=disabled -Dfuzz=none -Ddefault_library=static
  # $targets is a list of words.
  # shellcheck disable=SC2086
  quiet meson compile -C "$dir" $targets
  page=$PWD/$dir/examples/calculator/calculator.html
}

# Copies the scripts here and installs what they need.  The headless shell is
# Chromium without windows: the tests took 124 s in it, 152 s in the other.
chromium_ready() {
  for tool in node npm; do
    command -v $tool >/dev/null || skip "there is no $tool"
  done
  CHROMIUM=chromium-headless-shell
  apt-cache show $CHROMIUM >/dev/null 2>&1 || CHROMIUM=chromium
  need $CHROMIUM poppler-utils
  CHROMIUM=/usr/bin/$CHROMIUM
  export CHROMIUM
  cp "$ROOT"/tests/browser/*.mjs "$ROOT/tests/browser/package.json" .
  timeout 120 npm install --no-audit --no-fund --ignore-scripts \
    --loglevel=error >npm.log 2>&1 || {
    cat npm.log
    skip "npm cannot install playwright-core and axe-core"
  }
}

# node_tests FILE...: each test by its name, and all of one that failed
node_tests() {
  node --test --test-concurrency=2 "$@" >log 2>&1 || status=$?
  grep -E '^(not )?ok|^# (.# |pass|fail|skipped)|error:' log |
    sed 's/ # SKIP/: skipped,/'
  [ "${status-0}" = 0 ] || { grep -A12 '^not ok' log; fail "see above"; }
}
