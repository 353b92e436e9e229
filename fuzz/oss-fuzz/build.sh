#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds every target, its seeds and its dictionary into $OUT.  CC, CFLAGS, CXX,
# CXXFLAGS, LIB_FUZZING_ENGINE, OUT and SRC are those of OSS-Fuzz;
# ClusterFuzzLite and fuzz/run set the same.
set -eu

cd "$SRC/secrisk"
objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT

# $CFLAGS, $CXXFLAGS and $LIB_FUZZING_ENGINE are lists of words.
# shellcheck disable=SC2086
compile() {
  $CC $CFLAGS -std=c99 -Iinclude -Ifuzz -c "$1" -o "$2"
}

mkdir "$objects/common"
for file in lib/*/*.c fuzz/*.c; do
  name=$(basename "$file" .c)
  case $name in
    replay | fuzz_*) continue ;;
  esac
  compile "$file" "$objects/common/$name.o"
done

for file in fuzz/fuzz_*.c; do
  name=$(basename "$file" .c)
  target=${name#fuzz_}
  compile "$file" "$objects/$name.o"
  # shellcheck disable=SC2086
  $CXX $CXXFLAGS "$objects/$name.o" "$objects"/common/*.o \
    $LIB_FUZZING_ENGINE -lm -o "$OUT/$name"
  for kind in seeds regress; do
    [ ! -d "fuzz/$kind/$target" ] ||
      find "fuzz/$kind/$target" -type f |
      zip -q -j -@ "$OUT/${name}_seed_corpus.zip"
  done
  case $target in
    parse | find | diff) cp fuzz/cvss.dict "$OUT/$name.dict" ;;
    dread) cp fuzz/dread.dict "$OUT/$name.dict" ;;
  esac
  printf '[libfuzzer]\nmax_len = 2048\n' >"$OUT/$name.options"
done
