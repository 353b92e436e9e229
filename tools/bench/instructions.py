# SPDX-License-Identifier: MIT
"""Compares instructions counted by callgrind with tools/bench/instructions.csv.

    python3 instructions.py NAMES [--write]

NAMES holds a line "workload<TAB>items" for each; N.out is what callgrind wrote
about the Nth.  More than 2 % above the file fails; --write renews the file.
"""
import csv
import re
import sys
from pathlib import Path

TOLERANCE = 0.02
FILE = Path(__file__).with_name("instructions.csv")


def counted(names):
    """{workload: instructions an item}"""
    found = {}
    for n, line in enumerate(Path(names).read_text().splitlines(), 1):
        name, items = line.rsplit("\t", 1)
        text = Path(f"{n}.out").read_text()
        total = re.search(r"^(?:summary|totals): (\d+)", text, re.M)
        found[name] = int(total[1]) / int(items)
    return found


def main(names, option=""):
    now = counted(names)
    if option == "--write":
        rows = [["workload", "instructions"]]
        rows += [[name, f"{n:.1f}"] for name, n in now.items()]
        with FILE.open("w", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(rows)
    with FILE.open() as rows:
        held = {r["workload"]: float(r["instructions"])
                for r in csv.DictReader(rows)}
    bad = held.keys() ^ now.keys()
    for name in sorted(bad):
        print(f"{name}: only in one of NAMES and {FILE.name}")
    for name in now.keys() & held.keys() if bad else now:
        ratio = now[name] / held[name]
        slow = ratio > 1 + TOLERANCE
        bad |= {name} if slow else set()
        print(f"{name:34} {now[name]:9.1f} instructions, held {held[name]:9.1f}"
              f", {ratio:.3f} x{'  SLOWER' if slow else ''}")
        if ratio < 1 - TOLERANCE:
            print("  faster than the file says: tools/check instructions --write")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
