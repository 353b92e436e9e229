# SPDX-License-Identifier: MIT
"""Measures the library on each target and holds it to what is written.

    python3 size.py            hold it to tools/size/budget.csv and docs/size.md
    python3 size.py --write    write docs/size.md

With other compilers than docs/size.md names, the figures are not comparable
and only the budget counts.  Exit status 1: something is larger than allowed,
or other than written; 77: within the budget, and not compared."""
import csv
import difflib
import sys
import tempfile
from pathlib import Path

import cycles
import flash
import stack
from targets import ROOT, TARGETS, compiler

PAGE = ROOT / "docs/size.md"
BUDGET = ROOT / "tools/size/budget.csv"


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
    rows.append(["RAM: tables of everything that start-up code copies there",
                 *[ram[t][1] for t in TARGETS]])
    return table(["bytes", *TARGETS], rows)


def page(found, ram, extra, stacks, counts, parts):
    missed = "\n".join(
        f"- {line}" for line in over_budget(found, ram, extra, stacks, "aim"))
    missed = missed or "None."
    compilers = "\n".join(f"- {t}: {compiler(t)}" for t in TARGETS)
    helpers = "\n".join(f"- {t}: {', '.join(extra[t]) or 'none'}"
                        for t in TARGETS)
    steps = table(
        ["call", *[f"{b}, {w}" for b in cycles.BOARDS
                   for w in ("plainest", "worst")]],
        [[f"{call} {'v' * version[0].isdigit()}{version}", *[n for b in cycles.BOARDS
                                  for n in row[b][1:]]]
         for (version, call), row in counts.items()])
    vectors = sum(next(iter(row.values()))[0]
                  for (what, call), row in counts.items()
                  if call == "parse" and what[0].isdigit())
    total = ["together", *(sum(row[i] for row in parts) for i in (1, 2))]
    return f"""# Size, stack and speed

Written by `tools/check size --write`. `tools/check size`, which CI runs, measures
every figure again, compares it with this page (with the compilers named at its
end; with others it says that it could not), and holds it to
`tools/size/budget.csv`.

## Flash and RAM

What a device links that calls the functions named: `-Os`, one section a
function, `--gc-sections`, the compiler's own helpers included.  Rows with `+`
come on top of "all versions: parse, score, format".  AVR cannot read flash as
memory, so its tables are copied; RISC-V's compiler puts the smallest where the
same is done, unless told not to (`-msmall-data-limit=0`).

{flash_table(found, ram)}

Helpers of the compiler in "everything": multiplication and division where the
processor has none; on AVR also a swap of four bytes (`secrisk_register_order`;
without it the others would grow by 50 to 100) and the start-up code's copy of tables.

{helpers}

## What bounds it

"all versions: parse, score, format" on Cortex-M0+, by file of lib/:

{table(["bytes", "code", "tables"], [*parts, total])}

A third of it is the equations of three versions, which have hardly a step in
common: a polynomial of three impacts in 2.0, powers of 13 and 15 in 3.x, distances
between MacroVectors in 4.0. The largest table holds a byte for each of the 270
MacroVectors; names and values of all versions share one pool of letters (227 bytes),
and a row of three bytes says where each metric finds its own (204). Rows of Base
metrics serve their Modified ones, weights are bytes of the smallest unit, and one
decoder of values serves all versions: together that took it from 4,568 to what
stands here. What is left in more than one place is less than the distance to 4,096.

## Stack

Worst case in bytes of each function with all that it calls, from the
compiler's frames and the calls in the linked program.

{table(["bytes", *TARGETS], [[f"`{f}`", *r.values()] for f, r in stacks.items()])}

## Instructions per call

Counted by QEMU (`-icount`), exact and the same in every run.  "Plainest" is
the most severe vector with Base metrics only; "worst" is over {vectors}
vectors: the samples of tests/data, most of which define every group, and those of
tools/size/dearest.csv: every metric of v3.0 and v3.1 in reverse order, and the
dearest that were published. Where a corpus of published ones is at hand, the
check counts them all, and fails if any takes more. Parsing is
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


def main():
    with tempfile.TemporaryDirectory() as where:
        scratch = Path(where)
        found, ram, extra, whole, parts = flash.measure(scratch)
        stacks = stack.measure(whole)
        counts = cycles.measure(scratch)
    text = page(found, ram, extra, stacks, counts, parts)
    broken = list(over_budget(found, ram, extra, stacks, "holds"))
    tail = "## Compilers"
    old = PAGE.read_text()
    compared = old.split(tail)[1] == text.split(tail)[1]
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(text)
    elif not compared:
        print(f"{PAGE.name} is of other compilers: only the budget counts")
    elif old != text:
        broken += difflib.unified_diff(
            old.splitlines(), text.splitlines(), "docs/size.md",
            "measured", lineterm="", n=0)
        broken.append("if that is meant: tools/check size --write")
    print("\n".join(broken) or "within the budget")
    return 1 if broken else 0 if compared or sys.argv[1:] else 77


if __name__ == "__main__":
    sys.exit(main())
