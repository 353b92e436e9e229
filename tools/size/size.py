# SPDX-License-Identifier: MIT
"""Measures the library on each target and holds it to docs/size.md.

    python3 size.py            hold Cortex-M0+ to tools/size/budget.csv and to
                               its column of docs/size.md
    python3 size.py --all      hold every target to it and to docs/size.md
    python3 size.py --write    write docs/size.md

With other compilers than docs/size.md names, the figures are not comparable
and only the budget counts.  Exit status 1: something is larger than allowed,
or other than written."""
import csv
import difflib
import re
import sys
import tempfile
from pathlib import Path

import cycles
import flash
import stack
from targets import ROOT, TARGETS, compiler

PAGE = ROOT / "docs/size.md"
BUDGET = ROOT / "tools/size/budget.csv"
HELPERS_TOLD = {"Cortex-M0+", "Cortex-M4", "RV32IMAC", "x86-64"}


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |",
             "|---|" + "---:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(c) for c in row) + " |" for row in rows]
    return "\n".join(lines)


def flash_table(found, ram):
    names = {name: base for name, _, _, base in flash.uses()}
    rows = [[("+ " if names[name] else "") + name, *row.values()]
            for name, row in found.items()]
    rows.append(["RAM: variables", *[ram[t][0] for t in TARGETS]])
    rows.append(["RAM: tables of everything, where flash cannot be read as "
                 "memory", *[ram[t][1] for t in TARGETS]])
    return table(["bytes", *TARGETS], rows)


def page(found, ram, extra, stacks, counts):
    missed = "\n".join(
        f"- {line}" for line in over_budget(found, ram, extra, stacks, "aim"))
    missed = missed or "None."
    compilers = "\n".join(f"- {t}: {compiler(t)}" for t in TARGETS)
    helpers = "\n".join(f"- {t}: {', '.join(extra[t]) or 'none'}"
                        for t in TARGETS if t in HELPERS_TOLD)
    steps = table(
        ["call", *[f"{b}, {w}" for b in cycles.BOARDS
                   for w in ("plainest", "worst")]],
        [[f"{call} {'v' * version[0].isdigit()}{version}", *[n for b in cycles.BOARDS
                                  for n in row[b][1:]]]
         for (version, call), row in counts.items()])
    samples = {b: sum(row[b][0] for (what, call), row in counts.items()
                      if call == "parse" and what[0].isdigit())
               for b in cycles.BOARDS}
    vectors = "; ".join(f"{b}: {n}" for b, n in samples.items())
    return f"""# Size, stack and speed

Written by `tools/check size --write`; `tools/check size --all` measures again
and compares; `tools/check size` holds the smallest core to
`tools/size/budget.csv`.

## Flash and RAM

What a device links that calls the functions named: `-Os`, one section a
function, `--gc-sections`, the compiler's own helpers included.  Rows with `+`
come on top of "all versions: parse, score, format".

{flash_table(found, ram)}

Helpers of the compiler in "everything":

{helpers}

## Stack

Worst case in bytes of each function with all that it calls, from the
compiler's frames and the calls in the linked program.

{table(["bytes", *TARGETS], [[f"`{f}`", *r.values()] for f, r in stacks.items()])}

## Instructions per call

Counted by QEMU (`-icount`), exact and the same in every run.  "Plainest" is
the most severe vector with Base metrics only; "worst" is over the sample
vectors of tests/data ({vectors}), most of which define every group.  Parsing is
strict, scoring OVERALL, JSON with all its parts.  Of DREAD, plainest is OP-TEE
and worst the dearest of four schemes; of a threat, a bare level without
controls and ten controls under the system whose bands come last.

{steps}

## Aims not reached

{missed}

## Compilers

{compilers}
"""


def over_budget(found, ram, extra, stacks, column):
    """A line for each limit ("holds") or aim ("aim") that is broken."""
    for rule in csv.DictReader(BUDGET.open()):
        what, row, limit = rule["what"], rule["row"], int(rule[column])
        for t in TARGETS if rule["target"] == "*" else [rule["target"]]:
            if t not in found[next(iter(found))]:
                continue
            if what == "flash":
                got = {row: found[row][t]}
            elif what == "stack":
                got = {f: r[t] for f, r in stacks.items()}
            elif what == "variables":
                got = {"variables": ram[t][0]}
            else:
                got = {h: 1 for h in extra[t] if h not in row.split()}
            for name, n in got.items():
                if n > limit:
                    yield f"{what} on {t}, {name}: {n}, {column} {limit}"


def not_as_written(target, found, stacks):
    """A line for each figure of the target, the page's first, that differs."""
    page_text = PAGE.read_text()
    if f"- {target}: {compiler(target)}" not in page_text:
        print("another compiler than docs/size.md: only the budget counts")
        return
    written = dict(re.findall(r"^\| (?:\+ )?(.+?) \| (-?\d+) \|", page_text, re.M))
    measured = dict(found) | {f"`{f}`": row for f, row in stacks.items()}
    for name, row in measured.items():
        if written.get(name) != str(row[target]):
            yield (f"{name}: {row[target]}, docs/size.md: {written.get(name)}; "
                   "if that is meant: tools/check size --write")


def quick():
    """The smallest core alone."""
    for target in [t for t in TARGETS if t != "Cortex-M0+"]:
        del TARGETS[target]
    with tempfile.TemporaryDirectory() as where:
        found, ram, extra, whole = flash.measure(Path(where))
        stacks = stack.measure(whole)
    broken = list(over_budget(found, ram, extra, stacks, "holds"))
    broken += not_as_written("Cortex-M0+", found, stacks)
    for name, row in found.items():
        print(f"{row['Cortex-M0+']:6} {name}")
    print("\n".join(broken) or "within the budget")
    return 1 if broken else 0


def main():
    if len(sys.argv) == 1:
        return quick()
    with tempfile.TemporaryDirectory() as where:
        scratch = Path(where)
        found, ram, extra, whole = flash.measure(scratch)
        stacks = stack.measure(whole)
        counts = cycles.measure(scratch)
    text = page(found, ram, extra, stacks, counts)
    broken = list(over_budget(found, ram, extra, stacks, "holds"))
    if sys.argv[1:] == ["--write"]:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(text)
    else:
        old = PAGE.read_text()
        tail = "## Compilers"
        if old.split(tail)[1] != text.split(tail)[1]:
            print("other compilers than docs/size.md: only the budget counts")
        elif old != text:
            broken += difflib.unified_diff(
                old.splitlines(), text.splitlines(), "docs/size.md",
                "measured", lineterm="", n=0)
            broken.append("if that is meant: size.py --write")
    print("\n".join(broken))
    print("within the budget" if not broken else "NOT as docs/size.md says")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
