# SPDX-License-Identifier: MIT
# Valgrind finds no fault in the quick tests, nor in the command-line examples.
# Limit: 900 s
#
# Of one variant of the library a day; SMALL=0 or SMALL=1 chooses.
need gcc valgrind libc6-dev libc6-dbg meson pkgconf libcmocka-dev python3
take_variant
build plain -Dbuildtype=debugoptimized
memcheck='valgrind -q --error-exitcode=9 --leak-check=full
  --errors-for-leak-kinds=definite'
tests='cvss|corpus|dread|policy|properties|register$|safety|sam|sta|sub|threat'
ONLY="^(test_($tests)|fuzz_)"
export ONLY
# shellcheck disable=SC2086
quick_tests plain --wrap="$(echo $memcheck)"

# Good and bad lines, a long one, prose; and a whole register.
{
  cat "$ROOT"/tests/data/score/*.txt 2>/dev/null || true
  echo CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
  echo CVSS:3.1/AV:N/AC:L/PR:Q
  head -c 5000 /dev/zero | tr '\0' A
} >lines.txt
for how in '' --tsv --json --find; do
  # shellcheck disable=SC2086
  $memcheck plain/examples/score $how <lines.txt >out.txt 2>err.txt || {
    [ $? = 1 ] || { tail err.txt; fail "score $how"; }
  }
done
for how in --csv --json --html=page.html; do
  # shellcheck disable=SC2086
  $memcheck plain/examples/register $how \
    "$ROOT/examples/data/infusion-pump.csv" >out.txt 2>err.txt || {
    [ $? = 1 ] || { tail err.txt; fail "register $how"; }
  }
done
