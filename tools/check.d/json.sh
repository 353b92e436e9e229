# SPDX-License-Identifier: MIT
# JSON of random vectors is valid under FIRST's schemas, in node.
# Limit: 240 s
. "$ROOT/tests/node/setup.sh"
./vectors 8000 >vectors.txt
node json_schema.mjs <vectors.txt
