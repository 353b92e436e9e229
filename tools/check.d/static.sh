# SPDX-License-Identifier: MIT
# Static analysers have nothing to say: cppcheck, gcc -fanalyzer, clang-tidy.
# Limit: 900 s
#
# Of lib/ in both variants, of the examples as the fast one.
need gcc clang-19 clang-tidy-19 cppcheck libc6-dev libcmocka-dev

for small in 0 1; do
  folders=$ROOT/lib
  sources="$ROOT/lib/*/*.c"
  [ $small = 1 ] || {
    folders="$folders $ROOT/examples"
    sources="$sources $ROOT/examples/*.c"
  }

  # Folders and patterns are lists of words.
  # shellcheck disable=SC2086
  {
    echo "-- cppcheck, SECRISK_SMALL=$small"
    # -D makes it look at the default configuration only; and which of two
    # conditions on an index comes first is no matter where both stay in bounds.
    # A linker script's symbols bound one piece of memory (comparePointers).
    # The address of a diagnostic, in a conditional, is no use of what is in it
    # (uninitvar; the memory sanitizer and -fanalyzer look at that, too).
    quiet cppcheck --std=c99 --enable=warning,performance,portability \
      --inline-suppr --error-exitcode=1 -q -j2 -DNDEBUG \
      -DSECRISK_SMALL=$small \
      --suppress=arrayIndexThenCheck --suppress=comparePointers:*/firmware/* \
      --suppress=uninitvar:*/lib/*_parse.c \
      --suppress=uninitvar:*/lib/cvss/cvss_word.c \
      -I"$ROOT/include" $folders

    echo "-- gcc -fanalyzer, SECRISK_SMALL=$small"
    printf '%s\0' $sources |
      xargs -0 -P2 -n4 gcc -fanalyzer -O1 -Werror -DSECRISK_SMALL=$small \
        -I"$ROOT/include" -c

    # What is asked and what is not is in .clang-tidy.
    echo "-- clang-tidy, SECRISK_SMALL=$small"
    export small
    printf '%s\0' $sources |
      xargs -0 -P2 -n3 sh -c 'exec clang-tidy-19 --quiet \
        --config-file="$ROOT/.clang-tidy" \
        --header-filter=".*/(lib|include|examples)/[^/]*$" "$@" -- -std=c99 \
        -DSECRISK_SMALL=$small -D_POSIX_C_SOURCE=200809L \
        -I"$ROOT/include"' tidy 2>tidy.log ||
      { grep -v 'warnings* generated' tidy.log; fail "clang-tidy"; }
  }
done
