# SPDX-License-Identifier: MIT
# The C tests alone reach every line and every branch of lib/.
# Limit: 900 s
need gcc gcovr libc6-dev meson pkgconf libcmocka-dev python3
# covers SMALL: every test passes and every line is reached in that variant
covers() {
  build "covered$1" -Dbuildtype=debug -Db_coverage=true \
    -Dexamples=disabled "-Dc_args=-DSECRISK_SMALL=$1"
  quick_tests "covered$1"
  # What answers for a version left out is only there when one is.
  quiet meson setup "partly$1" "$ROOT" -Dbuildtype=debug -Db_coverage=true \
    -Dcvss2=false -Dexamples=disabled "-Dc_args=-DSECRISK_SMALL=$1"
  quiet ninja -C "partly$1" tests/test_disabled
  "partly$1/tests/test_disabled"
  report "$1" --branches
  report "$1" --fail-under-line 100 --fail-under-branch 100
}

# Of the library itself: a test may build a copy of some of its files.
report() {
  small=$1
  shift
  gcovr -r "$ROOT" --object-directory "$PWD/covered$small" \
    --filter '(.*/)?lib/[^/]*/[^/]*$' "$@" "$PWD/covered$small/libsecrisk.a.p" \
    "$PWD/partly$small/libsecrisk.a.p"
}

covers 0
covers 1
