# SPDX-License-Identifier: MIT
# For the parts json and peers of tools/check: copies the scripts here, builds
# the program that prints vectors and installs what they are compared with.
need gcc libc6-dev
for tool in node npm; do
  command -v $tool >/dev/null || skip "there is no $tool"
done
cp "$ROOT"/tests/node/*.mjs "$ROOT/tests/node/package.json" .
gcc -std=c99 -O1 -DT_STDIO -I"$ROOT/include" -I"$ROOT/tests" \
  "$ROOT/tests/node/vectors.c" "$ROOT"/lib/*/*.c -o vectors
timeout 120 npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  >npm.log 2>&1 || {
  cat npm.log
  skip "npm cannot install the peers"
}
