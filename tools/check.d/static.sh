# SPDX-License-Identifier: MIT
# Static analysers have nothing to say: cppcheck, gcc -fanalyzer, clang-tidy.
# Limit: 300 s
need gcc clang-19 clang-tidy-19 cppcheck libc6-dev libcmocka-dev

echo "-- cppcheck"
# -D makes it look at the default configuration only; and which of two
# conditions on an index comes first is no matter where both stay in bounds.
# A linker script's symbols bound one piece of memory (comparePointers).  The
# address of a diagnostic, in a conditional, is no use of what is in it
# (uninitvar; the memory sanitizer and -fanalyzer look at that, too).
quiet cppcheck --std=c99 --enable=warning,performance,portability \
  --inline-suppr --error-exitcode=1 -q -j2 -DNDEBUG \
  --suppress=arrayIndexThenCheck --suppress=comparePointers:*/firmware/* \
  --suppress=uninitvar:*/lib/*_parse.c \
  --suppress=uninitvar:*/lib/cvss/cvss_word.c \
  -I"$ROOT/include" "$ROOT/lib" "$ROOT/examples"

echo "-- gcc -fanalyzer"
printf '%s\0' "$ROOT"/lib/*/*.c "$ROOT"/examples/*.c |
  xargs -0 -P2 -n4 gcc -fanalyzer -O1 -Werror -I"$ROOT/include" -c

# What is asked and what is not is in .clang-tidy.
echo "-- clang-tidy"
printf '%s\0' "$ROOT"/lib/*/*.c "$ROOT"/examples/*.c |
  xargs -0 -P2 -n3 sh -c 'exec clang-tidy-19 --quiet \
    --config-file="$ROOT/.clang-tidy" \
    --header-filter=".*/(lib|include|examples)/[^/]*$" "$@" \
    -- -std=c99 -D_POSIX_C_SOURCE=200809L -I"$ROOT/include"' tidy 2>tidy.log ||
  { grep -v 'warnings* generated' tidy.log; fail "clang-tidy"; }
