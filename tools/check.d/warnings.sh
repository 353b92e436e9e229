# SPDX-License-Identifier: MIT
# gcc and clang find nothing to warn of, with or without the build system.
# Limit: 900 s
need gcc g++ clang clang-19 libc6-dev meson pkgconf libcmocka-dev python3

# The library, at every level that changes what a compiler sees.
for cc in gcc clang; do
  for level in -O0 -Os -O2 -O3; do
    # shellcheck disable=SC2086
    printf '%s\0' "$ROOT"/lib/*/*.c |
      xargs -0 -P2 -n6 $cc $WARN -ffreestanding $level -I"$ROOT/include" -c
  done
done

# Every warning that clang knows, but for these: C99 lets declarations follow
# statements; padding is part of the layout that a test fixes; what a build
# leaves out stands behind a constant in an if; and pointers are what C has
# (known from clang 19 on).
every='-std=c99 -pedantic-errors -Weverything -Werror
  -Wno-declaration-after-statement -Wno-padded -Wno-unreachable-code
  -Wno-unreachable-code-return'
for small in 0 1; do
  # shellcheck disable=SC2086
  clang $every -O2 -DSECRISK_SMALL=$small -I"$ROOT/include" -fsyntax-only \
    "$ROOT"/lib/*/*.c
  # shellcheck disable=SC2086
  clang-19 $every -Wno-unsafe-buffer-usage -O2 -DSECRISK_SMALL=$small \
    -I"$ROOT/include" -fsyntax-only "$ROOT"/lib/*/*.c
done

# The library with features left out: each by itself, and all but each version.
for without in 'CVSS2' 'CVSS3' 'CVSS4' 'NAMES' 'JSON' 'HELP' 'CVSS2 CVSS3' \
  'CVSS3 CVSS4 NAMES' 'CVSS2 CVSS4 JSON' 'CVSS2 CVSS3 CVSS4 NAMES JSON HELP'; do
  echo "-- without $without"
  # shellcheck disable=SC2046,SC2086
  printf '%s\0' "$ROOT"/lib/*/*.c |
    xargs -0 -P2 -n8 gcc $WARN -ffreestanding -O1 -I"$ROOT/include" -c \
      $(printf ' -DSECRISK_WITHOUT_%s' $without)
done

# Each header alone, in both languages.
strict='-Wall -Wextra -Wpedantic -Werror'
for header in secrisk.h secrisk/base.h secrisk/cvss.h secrisk/cvss_metrics.h \
  secrisk/dread.h secrisk/risk.h secrisk/safety_class.h; do
  echo "#include \"$header\"" >alone.c
  cp alone.c alone.cc
  for cc in gcc clang; do
    # shellcheck disable=SC2086
    $cc -std=c99 $strict -I"$ROOT/include" -c alone.c
  done
  for standard in 98 11 14 17 20 23; do
    for cxx in g++ clang++-19; do
      # shellcheck disable=SC2086
      $cxx -std=c++$standard $strict -I"$ROOT/include" -c alone.cc
    done
  done
done

# Tests and examples, by Meson.
for cc in gcc clang; do
  CC=$cc build $cc --werror
done

# And with no build system, as README's first command.
cc "-I$ROOT/include" "$ROOT"/lib/*/*.c "$ROOT"/examples/score/*.c -o score
./score --version
