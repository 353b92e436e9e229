#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the calculator and opens it.
#
#   sh examples/calculator/open.sh [FILE]
#
# Installs what is missing (Debian: with apt-get), writes the page to FILE, or
# else calculator.html in this directory, and opens it where there is a screen.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
page=${1-calculator.html}
have() {
  command -v "$1" >/dev/null || command -v "$1-19" >/dev/null
}
{ have clang && have wasm-ld && command -v meson && command -v cc; } \
  >/dev/null ||
  sh "$root/tools/need" clang-19 lld-19 meson gcc libc6-dev python3

scratch=$(mktemp -d "${TMPDIR:-/tmp}/secrisk.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
{
  meson setup "$scratch/build" "$root" -Dcalculator=enabled -Dtests=disabled
  ninja -C "$scratch/build" examples/calculator/calculator.html
} >"$scratch/log" 2>&1 || {
  cat "$scratch/log"
  exit 1
}
cp "$scratch/build/examples/calculator/calculator.html" "$page"
sha256sum "$page"
if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  echo "there is no screen here: open $page in a browser"
elif ! command -v xdg-open >/dev/null; then
  echo "there is no xdg-open here: open $page in a browser"
else
  xdg-open "$page"
fi
