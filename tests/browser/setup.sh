# SPDX-License-Identifier: MIT
# For the parts calculator and browser of tools/check: builds the page and the
# native programs from a copy of what they are made of.
need gcc libc6-dev meson python3 clang-19 lld-19

# calculator DIR "TARGET..." [MESON-ARG...]: sets page to what is built there
calculator() {
  dir=$1 targets=$2
  shift 2
  quiet meson setup "$dir" "$ROOT" "$@" -Dcalculator=enabled \
    -Dtests=disabled -Dfuzz=none -Ddefault_library=static
  # $targets is a list of words.
  # shellcheck disable=SC2086
  quiet meson compile -C "$dir" $targets
  page=$PWD/$dir/examples/calculator/calculator.html
}
