# SPDX-License-Identifier: MIT
# The folder that a maker files: the same twice, links lead on, claims hold.
# Limit: 1800 s
need gcc libc6-dev git python3
VERSION=$(sed -n 's/^#define SECRISK_VERSION_[A-Z]* //p' \
  "$ROOT/include/secrisk.h" | paste -sd.)
for side in lib examples/register; do
  mkdir -p "o/$side"
  find "$ROOT/$side" -name '*.c' -print0 | sort -z |
    (cd "o/$side" && xargs -0 -P2 -n12 gcc -O0 "-I$ROOT/include" -c)
done
gcc o/lib/*.o o/examples/register/*.o -o register

mkdir tree
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' .) |
  tar -xf - -C tree
git -C tree init -q
git -C tree add -A
git -C tree -c user.name=secrisk -c user.email=secrisk@example.org \
  commit -qm 'assurance: planted'

# A record of a run: one part that passed, one that failed, one test.
cat >checks <<'END'
echo 'ok   house         3 s'
echo 'FAIL format        1 s'
echo 'ok   test_status      0.1 s  2 passed'
echo '2 passed, 1 failed'
exit 1
END
python3 tree/tools/record runs.json sh ./checks >/dev/null &&
  fail "record lost a status"
# What follows: a pass after the failure, another commit, changed files.
python3 - runs.json <<'END'
import copy, json, sys
report = json.load(open(sys.argv[1]))
first = report["runs"][0]
def also(name, **more):
    run = copy.deepcopy(first)
    result = {"result": "ok", "name": name, "seconds": 7.0, "more": ""}
    run.update(results=[result], started="2999-01-01T00:00:00Z", **more)
    report["runs"].append(run)
also("format")
also("mcdc", commit="0" * 40)
also("coverage", clean=False)
also("house", commit="0" * 40, clean=False)
json.dump(report, open(sys.argv[1], "w"))
END

pack() { # TREE FOLDER [ARG...]
  from=$1 out=$2
  shift 2
  python3 "$from/tools/assurance" "$VERSION" "$out" --register ./register \
    --graph graph --report runs.json "$@"
}
pack tree one
mkdir -p elsewhere
(cd elsewhere && cp ../runs.json ../register . && cp -R ../graph . &&
  pack ../tree two >/dev/null)
diff -r one elsewhere/two || fail "two packs of one tree differ"
python3 "$ROOT/tools/assure/inspect_pack.py" tree one
# With the project's history.
pack "$ROOT" here --without-report 'no time' >quiet.log
grep -q '^> It was made without a record of checks: no time' here/README.md ||
  fail "the reason for no record is not there"
python3 "$ROOT/tools/assure/inspect_pack.py" "$ROOT" here
(cd one && sha256sum --quiet -c SHA256SUMS)
(cd "$ROOT" && sha256sum --quiet -c -) <one/sources.sha256

# What the record says is what the pack says, and of the rest "not run"; what
# ran on another commit or changed files is no evidence.
says() { # PATTERN FILE
  grep -q "$1" "one/$2" || fail "$2 does not say: $1"
}
says '^| `house` .*| passed | 3 | passed at 000000000000, changed |' \
  verification.md
says '^| `format` .*| \*\*failed\*\*, then passed | 1, 7 | ' verification.md
says '^| `mcdc` .*| not run | *| passed at 000000000000 |' verification.md
says '^| `coverage` .*| not run | *| passed at .*, changed |' verification.md
says '^| `abi` .*| not run | *| *|' verification.md
says '^| test_status | ok | 2 passed |' verification.md
says 'files: 1 passed, 1 failed at least once, 0 were skipped' README.md
says '^> 3 results on other commits or changed files' README.md
python3 - one/pack.json <<'END'
import json, sys
pack = json.load(open(sys.argv[1]))
found = {name: pack["parts"][name]["verdict"]
         for name in ("house", "format", "mcdc", "coverage")}
assert found == {"house": "ok", "format": "FAIL", "mcdc": "not run",
                 "coverage": "not run"}, found
assert len(pack["parts"]["format"]["runs"]) == 2 and pack["clean"] is True
END
gcc o/lib/*.o -I"$ROOT/include" "$ROOT"/examples/score/*.c -o score
sed 1d "$ROOT/docs/assurance/ratings.csv" | cut -d, -f3,4 | tr , ' ' |
  while read -r vector score; do
    ./score "$vector" | grep -q "^  Overall *$score " || fail "$vector: $score"
  done
grep -q '^| T10 .*| open |' one/security.md || fail "what is open is not shown"

# Breaches, each in a copy.
python3 "$ROOT/tools/assurance" 9.9.9 three 2>/dev/null && fail "9.9.9"
# breach COMPLAINT FILE SED-SCRIPT: a pack is refused, or inspection names it
breach() {
  cp "tree/$2" saved
  sed -i "$3" "tree/$2"
  cmp -s "tree/$2" saved && fail "nothing was planted: $3"
  rm -rf broken
  { python3 tree/tools/assurance "$VERSION" broken --register ./register \
    --graph graph --report runs.json &&
    python3 "$ROOT/tools/assure/inspect_pack.py" tree broken; } \
    >found 2>&1 && fail "passed: $3"
  grep -qE "$1" found || { cat found; fail "$1 was not found after: $3"; }
  cp saved "tree/$2"
}
D=docs/assurance
breach 'T05.*AV must be' $D/threats.csv '/^T05/s|AV:N|AV:Q|'
breach 'T07: there is no test test_none' $D/threats.csv \
  '/^T07/s/run.test_register_page/run.test_none/'
breach 'T11: what verified its controls' $D/threats.csv \
  '/^T11/s/features.are_what.*check.features,/,/'
breach 'test_policy.c defines no test none' $D/threats.csv \
  's/policy.hostile_bands/policy.none/'
breach 'a claim: compliant' $D/pages/manual.md 's/Intended use/& (compliant)/'
breach 'a claim: conforms' $D/questions.csv 's/Nobody: no audit/It conforms/'
breach 'nowhere.html leads nowhere' $D/pages/soup.md 's/sbom\.md/nowhere.md/'
breach 'there is no lib/none.c' $D/pages/tools.md '$s|$| lib/none.c|'
breach 'tools.csv: there is no part none' $D/tools.csv \
  's/,targets firmware size,/,none,/'
breach 'standards.csv: ' $D/standards.csv 's/,secondary$/,checked/'
breach 'dread calls base, which edges' $D/edges.csv '/^dread,base/d'
breach 'allows base to call risk, and nothing does' $D/edges.csv \
  '$s/$/\nbase,risk,never/'

# The call graph sees what it is for; each planted in one tree.
cat >>tree/lib/dread/dread.c <<'END'
extern int rand(void);
int secrisk__again(int n);
secrisk_class secrisk__up(const secrisk_item *i, int (*f)(int));
int secrisk__again(int n) { return n ? secrisk__again(n - 1) + rand() : 0; }
secrisk_class secrisk__up(const secrisk_item *i, int (*f)(int)) {
  return f((int)(1.5 * (double)i->own)) ? 0 : secrisk_class_item(i, NULL);
}
END
sed -i 's|^#include "dread.h"|&\n#include "secrisk/safety_class.h"|' \
  tree/lib/dread/dread.c
grep -q 'safety_class' tree/lib/dread/dread.c
cp -R graph graph2
rm graph2/*/dread.ci
python3 "$ROOT/tools/assure/graph.py" tree graph2 >found && fail "no call seen"
for what in 'dread calls risk' 'secrisk__again calls rand, outside' \
  'secrisk__again is reached from itself' \
  'secrisk__up calls through a pointer' 'dread.c: floating point'; do
  grep -q "$what" found || { cat found; fail "not seen: $what"; }
done
echo "every planted breach was seen"
