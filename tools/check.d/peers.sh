# SPDX-License-Identifier: MIT
# Scores agree with other calculators, but for differences known and named.
# Limit: 300 s
. "$ROOT/tests/node/setup.sh"
./vectors 20000 >vectors.txt
node peers.mjs <vectors.txt
