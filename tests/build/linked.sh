#!/bin/sh
# SPDX-License-Identifier: MIT
# A device that only wants DREAD links only DREAD: looks at what was pulled in.
# Arguments: compiler, nm, include directory, static library.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat > "$dir/dread.c" <<'C'
#include "secrisk.h"
int main(void) {
  secrisk_dread d;
  secrisk_diag diag;
  char text[SECRISK_DREAD_TEXT_SIZE];
  secrisk_level level;
  secrisk_dread_parse("", 0, &d, &diag);
  secrisk_dread_format(&d, text, sizeof text);
  return secrisk_dread_level(&d, &level);
}
C
"$1" -std=c99 -I"$3" "$dir/dread.c" "$4" -o "$dir/dread"
"$2" "$dir/dread" | sed -n 's/.* [A-Za-z] \(secrisk_[a-z0-9_]*\)$/\1/p' \
  > "$dir/symbols"
echo 1..2
if grep -q '^secrisk_dread_parse$' "$dir/symbols"; then
  echo 'ok 1 - DREAD is there'
else
  echo 'not ok 1 - DREAD is there'
fi
if grep -E 'cvss|policy|threat|control|register|matrix|class|metric' \
  "$dir/symbols" | sed 's/^/# pulled in: /' | grep .; then
  echo 'not ok 2 - nothing of CVSS or risk is'
else
  echo 'ok 2 - nothing of CVSS or risk is'
fi
