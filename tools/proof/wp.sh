#!/bin/sh
# SPDX-License-Identifier: MIT
# Proves the contracts of wp.acsl with Frama-C's WP, Z3 and CVC4, in a scratch
# folder.
#   tools/proof/wp.sh ROOT
set -eu
ROOT=$1

python3 "$ROOT/tools/proof/annotate.py" "$ROOT/tools/proof/wp.acsl" \
  "$ROOT/lib" wp
why3 config detect >why3.log 2>&1 || { cat why3.log; exit 1; }
frama-c -machdep gcc_x86_64 \
  "-cpp-extra-args=-I$ROOT/include -DSECRISK_SMALL=1 -U__GNUC__ -U__clang__" \
  -inline-calls answer,unknown,is_class,stands_alone \
  wp/base/text.c wp/cvss_small/times_small.c wp/risk/rule.c \
  wp/risk/safety_class.c wp/risk/register.c \
  -wp -wp-rte -wp-prover z3,cvc4,qed -wp-timeout 10 \
  -wp-fct secrisk__put,secrisk__end,secrisk__fit,secrisk__reduction \
  -wp-fct secrisk__rule_ok,rationale,secrisk__demands_untreated \
  -wp-fct secrisk__demands_remaining,secrisk_class_item,urgency,after,sift \
  >wp.log 2>&1 || { cat wp.log; exit 1; }
grep -E 'Goal .* : (Timeout|Unknown|Failed|Stepout|Unsuccess)' wp.log || :
proved=$(sed -n 's/^\[wp\] Proved goals: *//p' wp.log)
echo "WP: $proved goals proved"
# Fewer goals: a contract or a function went missing.
[ "${proved%% *}" -ge 100 ] && [ "${proved%% *}" = "${proved##* }" ]
