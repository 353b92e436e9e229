# SPDX-License-Identifier: MIT
# The tests reach every line and every branch of lib/.
# Limit: 900 s
need gcc gcovr libc6-dev meson pkgconf libcmocka-dev python3
build covered -Dbuildtype=debug -Db_coverage=true
quick_tests covered
# What answers for a version left out is only there when one is.
quiet meson setup partly "$ROOT" -Dbuildtype=debug -Db_coverage=true \
  -Dcvss2=false -Dexamples=disabled
quiet ninja -C partly tests/test_disabled
partly/tests/test_disabled
# Of the library itself: a test may build a copy of some of its files.  What is
report() {
  gcovr -r "$ROOT" --object-directory "$PWD/covered" \
    --filter '(.*/)?lib/[^/]*$' "$@" "$PWD/covered/libsecrisk.a.p" \
    "$PWD/partly/libsecrisk.a.p"
}
report --branches
report --fail-under-line 100 --fail-under-branch 100
