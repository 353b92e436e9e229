# SPDX-License-Identifier: MIT
# The shared library serves every program that abi/ says it serves.
# Limit: 120 s
#
#   tools/check abi [--write]   --write makes abi/ anew; docs/abi.md says when
need gcc libc6-dev binutils meson abigail-tools python3
build shared -Ddefault_library=shared -Dbuildtype=debug -Dtests=disabled \
  -Dexamples=disabled
lib=shared/libsecrisk.so
{
  echo '# SPDX-License-Identifier: MIT'
  nm -D --defined-only "$lib" | sed -n 's/.* T \([^@]*\).*/\1/p' | sort
} >symbols
if [ "${1-}" = --write ]; then
  mkdir -p "$ROOT/abi"
  cp symbols "$ROOT/abi/symbols.txt"
  abidw --no-corpus-path --no-comp-dir-path --no-show-locs \
    --out-file "$ROOT/abi/libsecrisk.abi" "$lib"
  sed -i "s|path='[^']*/lib/|path='lib/|" "$ROOT/abi/libsecrisk.abi"
fi
diff "$ROOT/abi/symbols.txt" symbols ||
  fail "other symbols than abi/symbols.txt (< gone, > new)"
abidiff --no-added-syms "$ROOT/abi/libsecrisk.abi" "$lib" ||
  fail "not compatible with abi/libsecrisk.abi"
echo "ok: $(grep -c ^secrisk symbols) symbols"
