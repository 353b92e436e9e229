# SPDX-License-Identifier: MIT
"""Budgets of the calculator, and what its WebAssembly takes and gives.

    python3 budget.py WASM PAGE EXPORTS
"""
import base64
import gzip
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2]
                       / "examples/calculator"))
from pack import number, sections  # noqa: E402

# Bytes at most, as they are and packed by gzip -9.
BUDGET = {"wasm": (43_008, 19_456), "page": (133_120, 49_152)}
FIXED = {"memory", "__heap_base"}


def exported(section):
    count, at = number(section, 0)
    for _ in range(count):
        size, at = number(section, at)
        yield section[at:at + size].decode()
        _, at = number(section, at + size + 1)


def main(wasm, page, exports):
    faults = []
    data = Path(wasm).read_bytes()
    assert data[:8] == b"\0asm\1\0\0\0", "not WebAssembly"
    found = dict(sections(data))
    if 2 in found:
        faults.append("the WebAssembly imports something")
    names = set(exported(found[7])) - FIXED
    wanted = set(Path(exports).read_text().split())
    if names != wanted:
        faults.append(f"exports: {sorted(names ^ wanted)}")
    html = Path(page).read_bytes()
    inside = base64.b64decode(re.search(rb'WASM="([^"]*)"', html)[1])
    for name, raw in (("wasm", inside), ("page", html)):
        sizes = len(raw), len(gzip.compress(raw, 9))
        print(f"{name}: {sizes[0]} bytes, {sizes[1]} packed; at most "
              f"{BUDGET[name][0]} and {BUDGET[name][1]}")
        if sizes[0] > BUDGET[name][0] or sizes[1] > BUDGET[name][1]:
            faults.append(f"{name} is too large")
    print(*(f"FAILED: {f}" for f in faults), sep="\n", end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
