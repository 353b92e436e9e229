# SPDX-License-Identifier: MIT
# OSS-Fuzz's build, for each of its sanitizers, and 1 s of each target from OUT.
# Limit: 600 s
need clang libclang-rt-14-dev libc6-dev libstdc++-12-dev zip unzip

mkdir src
ln -s "$ROOT" src/secrisk

# built SANITIZER FLAGS: as the base-builder image calls build.sh
built() {
  mkdir "$1" "$1/seeds"
  SRC=$PWD/src OUT=$PWD/$1 WORK=$PWD CC=clang CXX=clang++ SANITIZER=$1 \
    FUZZING_ENGINE=libfuzzer LIB_FUZZING_ENGINE=-fsanitize=fuzzer \
    CFLAGS="-O1 -fno-omit-frame-pointer -gline-tables-only $2
      -fsanitize=fuzzer-no-link" \
    CXXFLAGS="-O1 -fno-omit-frame-pointer -gline-tables-only $2
      -fsanitize=fuzzer-no-link" \
    bash -eu "$ROOT/fuzz/oss-fuzz/build.sh"
}

# started SANITIZER TARGET: with its seeds and its dictionary, as there
started() {
  dir=$1/seeds/$2
  mkdir "$dir"
  unzip -q "$1/$2_seed_corpus.zip" -d "$dir"
  dict=
  [ ! -f "$1/$2.dict" ] || dict=-dict=$1/$2.dict
  # shellcheck disable=SC2086
  "$1/$2" $dict -max_total_time=1 -timeout=25 -rss_limit_mb=2560 "$dir" \
    >"$dir.log" 2>&1 || { tail -n 30 "$dir.log"; fail "$2 ($1)"; }
}

# One build also covers what is left out for speed.
built address '-fsanitize=address -fsanitize-address-use-after-scope' &
one=$!
built undefined \
  '-fsanitize=undefined -fno-sanitize-recover=all -DSECRISK_SMALL=1'
wait $one
built memory '-fsanitize=memory -fsanitize-memory-track-origins'
for sanitizer in address undefined memory; do
  for source in "$ROOT"/fuzz/fuzz_*.c; do
    target=$(basename "$source" .c)
    for name in "$target" "${target}_seed_corpus.zip" "$target.options"; do
      [ -s "$sanitizer/$name" ] || fail "no $name in OUT ($sanitizer)"
    done
    case $target in
      *_parse | *_find | *_diff | *_dread)
        [ -s "$sanitizer/$target.dict" ] ||
          fail "no $target.dict in OUT ($sanitizer)"
        ;;
    esac
    echo "$sanitizer $target"
  done
done >all.txt
one= # two at a time: each waits for the one before
while read -r sanitizer target; do
  started "$sanitizer" "$target" &
  two=$!
  [ -z "$one" ] || wait "$one"
  one=$two
done <all.txt
wait "$one"
echo "$(wc -l <all.txt) runs"
