# SPDX-License-Identifier: MIT
"""Who calls whom in lib/, from gcc's own call graph, against allowed edges.

    python3 graph.py ROOT SCRATCH

Fails on a call from one room of lib/ to another that docs/assurance/edges.csv
does not allow, on an allowed edge that no call uses, on a call out of the
library or through a pointer that is not listed there, on recursion, and on a
floating-point type in lib/ or include/.
"""
import csv
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

EDGE = re.compile(r'^edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"', re.M)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
FLOAT = re.compile(r"\b(float|double|_Complex|long double)\b|\b\d+\.\d+[fFlL]?\b")
VARIANTS = (("fast", 0), ("small", 1))


def compile_one(job):
    source, folder, small, include = job
    if (folder / (Path(source).stem + ".ci")).exists():
        return  # a scratch folder that was filled before
    subprocess.run(
        ["gcc", "-std=c99", "-O0", "-ffreestanding", "-fcallgraph-info", "-c",
         f"-DSECRISK_SMALL={small}", "-I", include, source, "-o",
         str(folder / (Path(source).stem + ".o"))],
        check=True, cwd=folder)


def read(root, scratch):
    """{variant: (calls, where)}: the pairs of functions, and each one's file."""
    found = {}
    for variant, small in VARIANTS:
        folder = Path(scratch).resolve() / variant
        folder.mkdir(parents=True, exist_ok=True)
        sources = sorted(root.glob("lib/*/*.c"))
        jobs = [(str(s), folder, small, str(root / "include")) for s in sources]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(compile_one, jobs))
        calls, where = set(), {}
        for source in sources:
            graph = (folder / (source.stem + ".ci")).read_text()
            path = str(source.relative_to(root))
            for node in re.findall(r'^node: \{ title: "([^"]+)" label: [^}]*\}',
                                   graph, re.M):
                if 'ellipse' not in re.search(
                        rf'^node: \{{ title: "{re.escape(node)}".*$', graph,
                        re.M)[0]:
                    where[short(node, source)] = path
            calls |= {(short(a, source), short(b, source))
                      for a, b in EDGE.findall(graph)}
        found[variant] = (calls, where)
    return found


def short(name, source):
    """A static function is known by its file and its name."""
    return f"{source.name}:{name.rsplit(':', 1)[1]}" if ":" in name else name


def room(where, name):
    path = where.get(name)
    return path.split("/")[1] if path else "outside"


def edges(found):
    """{(from, to): {variant: number of calls}} between rooms."""
    between = {}
    for variant, (calls, where) in found.items():
        for a, b in calls:
            key = (room(where, a), room(where, b))
            if key[0] != key[1]:
                n = between.setdefault(key, {})
                n[variant] = n.get(variant, 0) + 1
    return between


def cycle(calls):
    """A function that is reached from itself, or None."""
    after = {}
    for a, b in calls:
        after.setdefault(a, set()).add(b)
    state = {}
    for start in sorted(after):
        stack = [(start, iter(sorted(after[start])))]
        if start in state:
            continue
        state[start] = 1
        while stack:
            name, rest = stack[-1]
            nxt = next(rest, None)
            if nxt is None:
                state[name] = 2
                stack.pop()
            elif state.get(nxt) == 1:
                return nxt
            elif nxt not in state:
                state[nxt] = 1
                stack.append((nxt, iter(sorted(after.get(nxt, ())))))
    return None


def rows(root):
    with open(root / "docs/assurance/edges.csv", encoding="ascii",
              newline="") as f:
        return list(csv.DictReader(f))


def allowed(root):
    """{(room, room): why}"""
    return {(r["from"], r["to"]): r["why"] for r in rows(root)
            if ":" not in r["from"]}


def indirect(root):
    """{function that calls through a pointer: the functions it may call}"""
    return {r["from"]: r["to"].split() for r in rows(root) if ":" in r["from"]}


def direct(root, calls, wrong):
    """The calls with those through pointers resolved as edges.csv says."""
    through = {a for a, b in calls if b == "__indirect_call"}
    known = indirect(root)
    for name in sorted(through - known.keys()):
        wrong.append(f"{name} calls through a pointer")
    return {(a, b) for a, b in calls if b != "__indirect_call"} | {
        (a, b) for a in through for b in known.get(a, ())}


def faults(root, found):
    wrong, pointers = [], set()
    for variant, (calls, where) in found.items():
        pointers |= {a for a, b in calls if b == "__indirect_call"}
        found[variant] = (direct(root, calls, wrong), where)
    wrong += [f"edges.csv lets {name} call through a pointer, and it does not"
              for name in sorted(indirect(root).keys() - pointers)]
    may, have = allowed(root), edges(found)
    wrong += [f"{a} calls {b}, which edges.csv does not allow"
             for a, b in sorted(have.keys() - may.keys())]
    wrong += [f"edges.csv allows {a} to call {b}, and nothing does"
              for a, b in sorted(may.keys() - have.keys())]
    for variant, (calls, where) in sorted(found.items()):
        for a, b in sorted(calls):
            if b not in where:
                wrong.append(f"{variant}: {a} calls {b}, outside of lib/")
        again = cycle(calls)
        if again:
            wrong.append(f"{variant}: {again} is reached from itself")
    for path in sorted([*root.glob("lib/*/*.[ch]"), *root.glob("include/**/*.h")]):
        code = re.sub(r'"(?:\\.|[^"\\\n])*"', '""',
                      COMMENT.sub("", path.read_text()))
        hit = FLOAT.search(code)
        if hit:
            wrong.append(f"{path.relative_to(root)}: floating point, {hit[0]}")
    return wrong


def main():
    root = Path(sys.argv[1]).resolve()
    found = read(root, sys.argv[2])
    wrong = faults(root, found)
    for line in wrong:
        print(line)
    for variant, (calls, where) in sorted(found.items()):
        print(f"{variant}: {len(where)} functions, {len(calls)} calls")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
