# SPDX-License-Identifier: MIT
# What every part of tools/check may use.  Sourced by tools/check.

# The warning set of the project, as errors.
WARN='-std=c99 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion
  -Wshadow -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes -Werror'

need() {
  sh "$ROOT/tools/need" "$@"
}

# A part that cannot run here says why, and is not counted.
skip() {
  echo "skipped: $*"
  exit 77
}

fail() {
  echo "FAILED: $*"
  exit 1
}

# quiet COMMAND...: its output only if it fails
quiet() {
  "$@" >quiet.log 2>&1 || {
    status=$?
    cat quiet.log
    echo "FAILED ($status): $*"
    return $status
  }
}

# The variant of the library for a part that takes both in turn: $SMALL, else
# small on odd days.  Told, and a flag for whatever is built.
take_variant() {
  CFLAGS="-DSECRISK_SMALL=${SMALL:-$(($(date +%s) / 86400 % 2))}"
  export CFLAGS
  echo "the library with $CFLAGS"
}

# build DIR [MESON-ARG...]: a build of the project with these options
build() {
  dir=$1
  shift
  quiet meson setup "$dir" "$ROOT" "$@"
  quiet ninja -C "$dir"
}

# quick_tests DIR [MESON-ARG...]: the tests of a build that take no seconds,
# each with more time than usual; with $ONLY, those whose names match it, and
# none whose name matches $EXCEPT
quick_tests() {
  dir=$1
  shift
  meson test -C "$dir" --list --no-suite slow 2>/dev/null |
    sed 's|.* / ||' | grep -v '^test_digest_' | grep -E "${ONLY:-.}" |
    grep -Ev "${EXCEPT:-^$}" >tests.txt || true
  # shellcheck disable=SC2046
  meson test -C "$dir" --no-rebuild -t 10 "$@" $(cat tests.txt) \
    >quiet.log 2>&1 || true
  python3 "$ROOT/tests/summary.py" "$dir" || { tail -5 quiet.log; return 1; }
}
