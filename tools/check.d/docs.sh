# SPDX-License-Identifier: MIT
# Snippets in documents compile, run, print what they say; links, addresses.
# Limit: 120 s
need gcc git libc6-dev libsqlite3-dev python3 sqlite3
# A copy, since a command of README's writes into its directory.
mkdir copy
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' .) |
  tar -xf - -C copy
cd copy
python3 tools/docs.py
python3 "$ROOT/tools/addresses.py" "$ROOT"

# Each fault is found: an address that nobody reviewed, a tag and a commit that
# the repository does not have, a reviewed address that nothing needs.
git init -q -b main .
git -c user.name=x -c user.email=x commit -q --allow-empty -m x
python3 tools/addresses.py . >found || { cat found; fail "without a fault"; }
unseen() { # WHAT FILE LINE
  cp "$2" kept
  printf '%s\n' "$3" >>"$2"
  ! python3 tools/addresses.py . >found || fail "not found: $1"
  grep -q "$1" found || fail "$(cat found)"
  mv kept "$2"
}
unseen 'is not reviewed' README.md '<https://example.net/>'
unseen 'has no v9.9.9' docs/building-in.md 'revision = v9.9.9'
unseen 'has no v0.1.0' examples/sqlite/secrisk_sqlite.c '/* since v0.1.0 */'
unseen 'has no 0123' packaging/meson/secrisk.wrap \
  '# 0123456789012345678901234567890123456789'
unseen 'nothing needs' tools/addresses.txt 'https://example.net/ none'
