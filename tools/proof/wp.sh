#!/bin/sh
# SPDX-License-Identifier: MIT
# Proves the contracts of wp.acsl and find.acsl with Frama-C's WP, Z3 and CVC4,
# in a scratch folder.
#   tools/proof/wp.sh ROOT
set -eu
ROOT=$1
why3 config detect >why3.log 2>&1 || { cat why3.log; exit 1; }

# prove WHAT LIST LEAST DEFINE OPTION...: all goals, and no fewer than LEAST:
# then a contract or a function went missing
prove() {
  what=$1 least=$3 flags="-I$ROOT/include -DSECRISK_SMALL=1 $4"
  rm -rf wp
  python3 "$ROOT/tools/proof/annotate.py" "$ROOT/tools/proof/$2" \
    "$ROOT/lib" wp
  shift 4
  frama-c -machdep gcc_x86_64 \
    "-cpp-extra-args=$flags -U__GNUC__ -U__clang__" "$@" \
    -wp -wp-rte -wp-timeout 20 -wp-par 2 \
    >"$what.log" 2>&1 || { cat "$what.log"; exit 1; }
  grep -E -A2 '^.wp. .(Timeout|Unknown|Failed|Stepout|Unsuccess)' \
    "$what.log" || :
  proved=$(sed -n 's/^\[wp\] Proved goals: *//p' "$what.log")
  echo "WP, $what: $proved goals proved"
  [ "${proved%% *}" -ge "$least" ] && [ "${proved%% *}" = "${proved##* }" ]
}

prove contracts wp.acsl 196 '' \
  wp/base/text.c wp/cvss_small/times_small.c wp/risk/rule.c \
  wp/risk/safety_class.c wp/risk/register.c -wp-prover z3,cvc4,qed \
  -inline-calls answer,unknown,is_class,stands_alone \
  -wp-fct secrisk__put,secrisk__end,secrisk__fit,secrisk__reduction \
  -wp-fct secrisk__rule_ok,rationale,secrisk__demands_untreated \
  -wp-fct secrisk__demands_remaining,secrisk_class_item,urgency,after,sift

# The search stays within its text, whatever counts as a letter or digit.  The
# numbered names are copies, one for each file that includes a header.
search='wp/cvss/cvss_find.c wp/cvss/cvss_parse.c wp/cvss/cvss_metrics.c
  wp/cvss/cvss_reader.c wp/base/diag.c'
# shellcheck disable=SC2086
prove search find.acsl 702 "-D'ALNUM_IS(x)='" $search -wp-prover cvc4,qed \
  -wp-fct is_alnum,is_char,is_word,end_of_word \
  -wp-fct name,is_av,end_of_value,end_of_metric,next_metric,whole_at \
  -wp-fct take_list,metric_at,is_new,goes_on,-goes_on_0,judge,after_v2_prefix \
  -wp-fct any_metric_first,take_bare,take_prefixed,take_span,try_span \
  -wp-fct search,next_colon \
  -wp-fct secrisk__diag_clear,secrisk__report,secrisk__flags,secrisk__layout \
  -wp-fct secrisk__offset,secrisk__name \
  -wp-fct=-secrisk__offset_0,-secrisk__offset_1,-secrisk__offset_2 \
  -wp-fct=-secrisk__offset_3,-secrisk__name_0,-secrisk__name_1,-secrisk__name_2
# Here a letter or digit is what secrisk__alnum says.
# shellcheck disable=SC2086
prove find find.acsl 69 "-D'ALNUM_IS(x)== x'" $search \
  -wp-prover z3,cvc4,qed -wp-model Typed+Cast \
  -wp-fct secrisk__alnum,-secrisk__alnum_0,-secrisk__alnum_1,-secrisk__alnum_2 \
  -wp-fct nothing,secrisk_cvss_find
