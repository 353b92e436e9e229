# SPDX-License-Identifier: MIT
# The register's page in Chromium: axe, narrow, dark, on paper, each link.
# Limit: 300 s
. "$ROOT/tests/browser/setup.sh"
chromium_ready
quiet meson setup build "$ROOT" -Dtests=disabled -Dfuzz=none
quiet meson compile -C build register
NATIVE=$PWD/build/examples
export NATIVE
node_tests test_register.mjs
