# SPDX-License-Identifier: MIT
"""Judges llvm-cov's export of MC/DC, a file for each variant.

    python3 mcdc.py EXCEPTIONS FAST.json SMALL.json

Fails on a condition that no pair of tests shows to matter and that EXCEPTIONS
does not list, on a listed one that is shown or gone, and if nothing was
measured.  EXCEPTIONS is CSV: file, the text of the decision, the number of the
condition in it from 1, variant (fast, small or both), reason.  A build's
constants do not vary within one build: they need no row, nor does a condition
that they leave idle.
"""
import csv
import itertools
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


def parsed(text):
    """The decision as nested ("&&" or "||", parts...), ("!", part) and
    ("leaf", number, text), and its leaves in order."""
    leaves = []

    def split(part, mark):
        depth, start, out = 0, 0, []
        for at, c in enumerate(part):
            depth += (c == "(") - (c == ")")
            if depth == 0 and part.startswith(mark, at) and at >= start:
                out.append(part[start:at])
                start = at + len(mark)
        return [*out, part[start:]]

    def enclosed(part):
        """Does its first parenthesis end where it ends?"""
        depth = 0
        for at, c in enumerate(part):
            depth += (c == "(") - (c == ")")
            if depth == 0:
                return at == len(part) - 1 and part[0] == "("
        return False

    def read(part):
        part = part.strip(" \\")
        for mark in ("||", "&&"):
            parts = split(part, mark)
            if len(parts) > 1:
                return (mark, *map(read, parts))
        if part.startswith("!") and not part.startswith("!="):
            return ("!", read(part[1:]))
        if enclosed(part):
            return read(part[1:-1])
        leaves.append(part)
        return ("leaf", len(leaves))

    return read(text), leaves


def value(tree, values):
    kind, *parts = tree
    if kind == "leaf":
        return values[parts[0]]
    if kind == "!":
        return not value(parts[0], values)
    return (all if kind == "&&" else any)(value(p, values) for p in parts)


def idle(text, small):
    """The numbers of conditions that cannot matter in a build of that variant
    with every feature.  One number behind the last leaf stands for what a
    constant at the end is a macro of."""
    tree, leaves = parsed(text)
    fixed = {}
    for n, leaf in enumerate(leaves, 1):
        if re.fullmatch(r"SECRISK_(SMALL|_[A-Z0-9_]+)", leaf):
            fixed[n] = {"SECRISK_SMALL": small, "SECRISK__LEFT_OUT": False}.get(
                leaf, True)
    out = set(fixed)
    if len(leaves) in fixed:
        out |= set(range(len(leaves), 100))
    free = [n for n in range(1, len(leaves) + 1) if n not in fixed]
    if fixed:
        for n in free:
            others = [m for m in free if m != n]
            if not any(
                    value(tree, {**fixed, **dict(zip(others, row)), n: False})
                    != value(tree, {**fixed, **dict(zip(others, row)), n: True})
                    for row in itertools.product((False, True),
                                                 repeat=len(others))):
                out.add(n)
    return out


def check_idle():
    """What idle must and must not excuse."""
    for text, small, want in (
            ("a && b", True, set()), ("!a || (b && c == (d & 1))", False, set()),
            ("SECRISK_SMALL || a", True, {1, 2}), ("SECRISK_SMALL || a", False, {1}),
            ("!SECRISK_SMALL && a", True, {1, 2}),
            ("(!SECRISK__V2 && a) || b", False, {1, 2}),
            ("a || SECRISK__LEFT_OUT", False, {2})):
        got = {n for n in idle(text, small) if n <= len(parsed(text)[1])}
        if got != want:
            sys.exit(f"idle({text!r}, {small}) is {got}, expected {want}")


def conditions(path, small):
    """{(file, decision, number): is it shown to matter?}"""
    shown = {}
    data = json.loads(Path(path).read_text())["data"][0]
    for entry in data["files"]:
        name = "lib/" + entry["filename"].split("/lib/")[-1]
        lines = Path(entry["filename"]).read_text().splitlines()
        for record in entry.get("mcdc_records", []):
            flags = next(x for x in record[4:] if isinstance(x, list))
            text = decision(lines, record)
            still = idle(text, small)
            for n, flag in enumerate(flags, 1):
                key = (name, text, n)
                shown[key] = (shown.get(key, False) or bool(flag)
                              or n in still)
    return shown


def main():
    check_idle()
    with open(sys.argv[1], encoding="ascii", newline="") as f:
        listed = {(r["file"], r["decision"], int(r["condition"])): r
                  for r in csv.DictReader(f)}
    wrong = 0
    for variant, path in zip(("fast", "small"), sys.argv[2:]):
        shown = conditions(path, variant == "small")
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
