# SPDX-License-Identifier: MIT
# Sentences of the headers, requirements, code, tests, fuzzers: no link is dead.
# Limit: 600 s
need python3
python3 "$ROOT/tools/trace.py" "$ROOT"

# Each kind of dead link is planted in a copy, and trace.py has to name it.
mkdir tree
(cd "$ROOT" && tar -cf - include lib tests/*/*.c tests/*.h tests/*/*.h \
  tests/meson.build fuzz/*.c fuzz/*.h fuzz/meson.build tools docs/assurance \
  docs/testing.md) |
  tar -xf - -C tree

# breach COMPLAINT FILE SED-SCRIPT
breach() {
  cp "tree/$2" saved
  sed -i "$3" "tree/$2"
  cmp -s "tree/$2" saved && fail "nothing was planted: $3"
  python3 "$ROOT/tools/trace.py" tree >found && fail "passed: $3"
  grep -qE "$1" found || { cat found; fail "$1 was not found after: $3"; }
  cp saved "tree/$2"
}
R=docs/assurance/requirements.csv P=docs/assurance/promises.csv
breach 'secrisk_age has no requirement' include/secrisk.h \
  's/^uint32_t secrisk_version(void);/&\nuint32_t secrisk_age(void);/'
breach 'none of its tests leads to SECRISK_FEATURE_NEW' include/secrisk.h \
  's/^  SECRISK_FEATURE_CVSS2 = 0x01,/&\n  SECRISK_FEATURE_NEW = 0x200,/'
breach 'without a row, of secrisk_status_text: Never so' \
  include/secrisk/base.h 's/Never NULL\./Never so./'
breach 'does not say of secrisk_tenths_format' include/secrisk/base.h \
  's|^/\* Writes "0.0".*|/* Writes. */|'
breach 'defines no test matrix' tests/risk/test_register.c \
  's/static void matrix(/static void other(/'
breach 'does not run matrix' tests/risk/test_register.c 's/ X(matrix)//'
breach 'meson.build has no test_suggestion' tests/meson.build \
  "/'test_suggestion'/d"
breach 'leads to secrisk_register_count' tests/risk/test_register.c \
  's/secrisk_register_count(/(void)(/'
breach 'leads to none of its symbols' tests/risk/test_suggestion.c \
  's/secrisk_suggestion_/other_/'
breach 'extra is named nowhere' tests/risk/test_suggestion.c \
  's/^#define CASES(X)/static void extra(T_ARGS) {\n}\n&/'
breach 'there is no fuzz target matrix' fuzz/meson.build "/^  'matrix',/d"
breach 'fuzz_matrix calls none' fuzz/fuzz_matrix.c 's/secrisk_matrix_/other_/'
breach 'there is no lib/risk/matrix2.c' $R 's|risk/matrix\.c|risk/matrix2.c|'
breach 'lib/risk/rule.c neither defines' $R \
  's|lib/risk/matrix\.c|lib/risk/rule.c|'
breach 'none of its sources defines secrisk_matrix_level' $R \
  's|lib/risk/matrix\.c|lib/risk/rule.c|'
breach 'matrix.c: it serves no requirement' $R 's|lib/risk/matrix\.c||'
breach 'secrisk_matrix_check has no requirement' $R '/^REQ-RISK-13,/d'
breach 'no header declares secrisk_cvss_age' $R \
  's/,secrisk_limit /,secrisk_cvss_age secrisk_limit /'
breach 'REQ-RISK-13: a bad id, or' $R 's/^REQ-RISK-12,/REQ-RISK-13,/'
breach 'tools/proof has' $R \
  '/^REQ-RISK-13/s/,[a-z_ ]*,matrix$/,prove_no_one,matrix/'
breach 'there is no tools/check jason' $R 's/check\.json/check.jason/'
breach 'a promise without a test' $P \
  '/^P066,/s/,status.statuses_have_sentences,/,,/'
breach 'it has a test after all' $P '/^P540,/s/,$/,none: no way/'
breach 'testing.md: it does not say: from' docs/testing.md \
  's/from [0-9]* requirements to/from 9 requirements to/'
breach 'there is no REQ-RISK-99' $P '/^P540,/s/REQ-RISK-13/REQ-RISK-99/'
breach 'no sentence of a header promises it' $P 's/,REQ-CVSS-18,/,REQ-CVSS-16,/'
breach 'is no kind' $P 's/^P011,promise/P011,wish/'
echo "every planted breach was named"
