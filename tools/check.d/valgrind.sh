# SPDX-License-Identifier: MIT
# Valgrind finds no fault in the quick tests.
# Limit: 480 s
need gcc valgrind libc6-dev libc6-dbg meson pkgconf libcmocka-dev python3
build plain -Dbuildtype=debugoptimized
quick_tests plain \
  --wrap='valgrind -q --error-exitcode=9 --leak-check=full --trace-children=no'
