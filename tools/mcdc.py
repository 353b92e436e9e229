# SPDX-License-Identifier: MIT
"""Judges llvm-cov's export of MC/DC, a file for each variant.

    python3 mcdc.py EXCEPTIONS FAST.json SMALL.json

Fails on a condition that no pair of tests shows to matter and that EXCEPTIONS
does not list, on a listed one that is shown or gone, and if nothing was
measured.  EXCEPTIONS is CSV: file, the text of the decision, the number of the
condition in it from 1, variant (fast, small or both), reason.  A build
constant cannot vary within one build and needs no row.
"""
import csv
import json
import re
import sys
from pathlib import Path


def decision(lines, record):
    """Its text, in one line: from (line, column) to (line, column)."""
    l1, c1, l2, c2 = record[:4]
    part = lines[l1 - 1:l2]
    part[-1] = part[-1][:c2 - 1]
    part[0] = part[0][c1 - 1:]
    return " ".join(" ".join(part).split())


def is_constant(text, n):
    """Is the nth condition of a decision one of the build's constants, or made
    idle by one that is true where nothing is left out?"""
    if re.match(r"SECRISK__[A-Z0-9_]+ [|]", text):
        return True
    leaf = re.split(r"&&|[|]{2}", text)[n - 1:n]
    return bool(leaf and re.fullmatch(
        r"SECRISK_(SMALL|_[A-Z0-9_]+)", leaf[0].strip(" !()")))


def conditions(path):
    """{(file, decision, number): is it shown to matter?}"""
    shown = {}
    data = json.loads(Path(path).read_text())["data"][0]
    for entry in data["files"]:
        name = "lib/" + entry["filename"].split("/lib/")[-1]
        lines = Path(entry["filename"]).read_text().splitlines()
        for record in entry.get("mcdc_records", []):
            flags = next(x for x in record[4:] if isinstance(x, list))
            text = decision(lines, record)
            for n, flag in enumerate(flags, 1):
                key = (name, text, n)
                shown[key] = (shown.get(key, False) or bool(flag)
                              or is_constant(text, n))
    return shown


def main():
    with open(sys.argv[1], encoding="ascii", newline="") as f:
        listed = {(r["file"], r["decision"], int(r["condition"])): r
                  for r in csv.DictReader(f)}
    wrong = 0
    for variant, path in zip(("fast", "small"), sys.argv[2:]):
        shown = conditions(path)
        excused = {key for key, row in listed.items()
                   if row["variant"] in (variant, "both")}
        missing = {key for key, is_shown in shown.items() if not is_shown}
        for file, text, n in sorted(missing - excused):
            print(f"{variant}: {file}: condition {n} of ({text})")
        for file, text, n in sorted(excused - missing):
            print(f"{variant}: {file}: listed, but shown or gone: {n} of ({text})")
        wrong += len(missing ^ excused) + (not shown)
        print(f"{variant}: {len(shown) - len(missing)} of {len(shown)} conditions,"
              f" {len(missing & excused)} excused")
    return wrong != 0


if __name__ == "__main__":
    sys.exit(main())
