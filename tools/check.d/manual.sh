# SPDX-License-Identifier: MIT
# The reference manual: no warning of doxygen, a page a function, no line lost.
# Limit: 240 s
need doxygen mandoc python3
"$ROOT/tools/manual" made

# A page for each function, which mandoc reads and which shows the function.
sed -n '/^secrisk/p' "$ROOT/abi/symbols.txt" >symbols
cd made/man
for page in man3/secrisk-*.3; do
  mandoc -T lint -W error "$page" || fail "$page"
  mandoc -T ascii "$page" | col -b >"$page.txt"
  ! grep -n '\\[*<>&#%]' "$page.txt" || fail "$page shows an escape"
done
while read -r name; do
  page=$(sed -n '1s/^\.so //p' "man3/$name.3")
  [ -f "$page.txt" ] || fail "no page for $name"
  grep -q "^ .*[ *]$name (" "$page.txt" || fail "$page does not show $name"
  grep -q 'include <secrisk.h>' "$page.txt" || fail "$page names no header"
done <../../symbols
echo "ok: $(wc -l <../../symbols) functions have a page"
cd ../..

# What is aligned in the headers is so in the manual, line by line.
python3 - "$ROOT" <<'END'
import html, re, sys
from pathlib import Path
pages = "\n".join(html.unescape(re.sub(r"<[^>]*>", "", p.read_text()))
                  for p in Path("made/html").glob("*.html"))
have = {re.sub(r"\s+", " ", line).strip() for line in pages.split("\n")}
lines = [line for header in Path(sys.argv[1], "include").rglob("*.h")
         for line in re.findall(r"^ \*   +(\S.*)$", header.read_text(), re.M)]
rows = [line for line in lines if re.search(r"[^.:]  ", line)]
lost = [row for row in rows if re.sub(r"\s+", " ", row).strip() not in have]
if lost or len(rows) < 60:
    sys.exit("\n".join(["lost of %d rows:" % len(rows), *lost]))
print(f"ok: {len(rows)} rows of tables")
END

# Each fault is refused: a function without a word, a name of nothing, a
# comment that leads nothing.
refused() { # WHAT FILE SED-COMMAND
  rm -rf broken
  mkdir -p broken/tools
  cp -R "$ROOT/include" broken
  cp "$ROOT/tools/manual" "$ROOT"/tools/manual?* broken/tools
  sed -i "$3" "broken/include/$2"
  ! cmp -s "broken/include/$2" "$ROOT/include/$2" || fail "$1: no fault planted"
  ! broken/tools/manual broken/made >refused.log 2>&1 ||
    fail "$1: passes"
  grep -v '^ *$' refused.log | head -n 2
}
refused 'a function without a word' secrisk/base.h \
  '/^\/\* An English sentence for a status/d'
refused 'a name of nothing' secrisk/cvss.h \
  's/^ \* Writes one object of .*/&  See secrisk_nothing./'
refused 'a comment that leads nothing' secrisk/dread.h \
  's|^/\* All 0 for a scheme.*|&\n|'
