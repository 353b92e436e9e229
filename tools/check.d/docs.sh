# SPDX-License-Identifier: MIT
# Snippets in the documents compile, run and print what they say; links lead on.
# Limit: 120 s
need gcc libc6-dev python3
# A copy, since a command of README's writes into its directory.
mkdir copy
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' .) |
  tar -xf - -C copy
cd copy
python3 tools/docs.py
