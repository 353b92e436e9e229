# SPDX-License-Identifier: MIT
# What docs/migrating.md says of gvm-libs and libopenscap is so.
# Limit: 300 s
need gcc libc6-dev python3
suite=$ROOT/tests/conformance
page=$ROOT/docs/migrating.md
lines="$suite/valid-2.0.jsonl $suite/valid-3.0.jsonl $suite/valid-3.1.jsonl
  $suite/valid-4.0.jsonl $suite/invalid.jsonl"

# The drop-in, linked by a program that knows gvm-libs' header alone.
# shellcheck disable=SC2086
gcc $WARN -O1 -I"$ROOT/include" -c "$ROOT/examples/gvm/gvm_cvss.c"
gcc -std=c99 -O1 -r -I"$ROOT/include" "$ROOT"/lib/*/*.c -o lib.o
gcc -std=c99 -O1 "$ROOT/tests/examples/gvm.c" gvm_cvss.o lib.o -o gvm
# shellcheck disable=SC2086
./gvm $lines
sed '1s/"B":[0-9.]*/"B":0.1/' "$suite/valid-2.0.jsonl" >bad
! ./gvm bad >quiet.log || fail "a wrong score is not seen"

# Each row of the page says what the drop-in gives.
cat >row.c <<'END'
#include <stdio.h>
double get_cvss_score_from_base_metrics(const char *text);
int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    printf("%g\n", get_cvss_score_from_base_metrics(argv[i]));
  }
  return 0;
}
END
gcc -std=c99 row.c gvm_cvss.o lib.o -o row
python3 - "$page" <<'END'
import re, subprocess, sys
rows = re.findall(r"^\| `(\S*:\S*)` \| [^|]* \| (-?[\d.]+) \| [^|]* \|$",
                  open(sys.argv[1]).read(), re.M)
got = subprocess.run(["./row"] + [text for text, _ in rows], text=True,
                     stdout=subprocess.PIPE, check=True).stdout.split()
for (text, want), have in zip(rows, got):
    if have != want:
        sys.exit(f"{text}: the page says {want}, but the drop-in {have}")
if len(rows) < 8:
    sys.exit("the rows of the page are not found")
print(f"ok: {len(rows)} rows of the drop-in")
END

# Of libopenscap each figure of the page.
need libopenscap-dev || {
  echo "libopenscap is not measured: it cannot be installed"
  exit 0
}
gcc -std=c99 -O1 -I/usr/include/openscap "$suite/run_openscap.c" -o openscap \
  -lopenscap -lm
# shellcheck disable=SC2086
./openscap $lines >measured
tail -n 2 measured
python3 - "$page" <<'END'
import re, sys
page = open(sys.argv[1]).read()
measured = open("measured").read()
below = re.findall(r"^BTE (\S+), not \S+: (\S+)$", measured, re.M)
other = re.findall(r"^(?:B|BT) .*|^refused.*", measured, re.M)
last = measured.splitlines()[-1]
RANGE = "between -26,000,000 and -215,000,000"
found = {
    "-0.1 or -0.2": sum(x in ("-0.1", "-0.2") for x, _ in below),
    RANGE: sum(float(x) < -1e6 for x, _ in below),
    "accepts what is no vector": len(re.findall("^accepted", measured, re.M)),
}
for words, count in found.items():
    said = re.search(rf"^\| ([\d,]+) \| .*{words}", page, re.M)
    if not said or int(said[1].replace(",", "")) != count:
        sys.exit(f"{words}: {count} measured, and the page says otherwise")
huge = [float(x) for x, _ in below if float(x) < -1e6]
if not -2.15e8 <= min(huge) <= max(huge) <= -2.6e7:
    sys.exit(f"{RANGE}: measured are {max(huge):.0f} to {min(huge):.0f}")
for x, text in below:
    if float(x) < -1e6 and "/E:" in text:
        sys.exit(f"{text}: has Temporal metrics")
if other or f"{found['-0.1 or -0.2'] + found[RANGE]} scores" \
        not in last:
    sys.exit("there are differences that the page does not know")
for text in re.findall(r"`(AV:\S+/CDP:\S+)`", page):
    if text not in dict((t, x) for x, t in below):
        sys.exit(f"{text} is no difference")
total = re.search(r"2\.0: (\d+) lines", last)[1]
if f"{int(total):,} lines of 2.0" not in page:
    sys.exit(f"{total} lines were compared, and the page says otherwise")
print("ok: the figures of libopenscap")
END
