# SPDX-License-Identifier: MIT
# For the parts calculator and browser of tools/check: builds the page and the
# native programs from a copy of what they are made of.
need gcc libc6-dev meson python3 clang-19 lld-19

# calculator DIR [MESON-ARG...]: sets page to what is built there
calculator() {
  build "$@" -Dcalculator=enabled -Dtests=disabled -Dfuzz=none
  page=$PWD/$1/examples/calculator/calculator.html
}
