#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""From the sentences of the public headers to requirements, code and tests.

    python3 trace.py [ROOT]            checks the links; the last lines count them
    python3 trace.py ROOT --proof      writes the column `proof` anew
    python3 trace.py ROOT --sentences  writes promises.csv anew: sentences that
                                       moved keep their id, new ones get one

docs/assurance/requirements.csv lists requirements, docs/assurance/promises.csv
every sentence of the headers.  A test is named as program.case of tests/, as
check.PART of tools/check, or as fuzz.TARGET.  A link holds only if

- the sentence stands in the header, word by word, at its symbol;
- the source defines the requirement's functions or is reached from them;
- the test function exists, is in its program's list, the program is one that
  Meson builds, and its code leads to the requirement's symbols;
- the fuzz target is built and leads to one of the functions;
- the driver of a proof is in tools/proof and leads to one of them, and what WP
  proves, written wp:NAME, is named in tools/proof/wp.sh.

Nothing is left over on either side: each public symbol has a requirement, each
file of lib/ serves one, each test of a room of lib/ is named.
"""
import csv
import fnmatch
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "assure"))
import csource  # noqa: E402
import headers  # noqa: E402

REQUIREMENTS = "docs/assurance/requirements.csv"
PROMISES = "docs/assurance/promises.csv"
KINDS = ("promise", "caller", "text")
ROOMS = ("base", "cvss", "dread", "risk", "build")
# Tests of the project around the library, which no requirement of it needs.
WHOLE = "REQ-ALL-"


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def write_rows(path, found):
    with open(path, "w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, list(found[0]), lineterminator="\n")
        out.writeheader()
        out.writerows(found)


class Tree:
    """What the sources of a project really hold."""

    def __init__(self, root):
        csource.read.cache_clear()  # files may have changed
        self.root = root
        self.symbols = headers.symbols(root)
        self.functions = {name for name, (kind, _) in self.symbols.items()
                          if kind == "function"}
        self.sentences = list(headers.sentences(root))
        self.programs = {}  # name: (path, defined, listed)
        for path in sorted(root.glob("tests/*/test_*.c")):
            self.programs[path.stem[5:]] = (
                path, *csource.cases(path.read_text()))
        self.built = set(re.findall(
            r"'test_(\w+)'", (root / "tests/meson.build").read_text()))
        self.fuzzers = set(re.findall(
            r"^  '(\w+)',$", (root / "fuzz/meson.build").read_text(), re.M))
        self.reach_cache = {}
        self.files = {path: csource.read(str(path), ())
                      for path in sorted(root.glob("lib/*/*.c"))}
        self.definers = {}
        self.own = {path: csource.definitions(path.read_text())
                    for path in self.files}
        for path, known in self.own.items():
            for name, text in known.items():
                if name.startswith("secrisk_") and not text.lstrip(
                        ).startswith(("#", "static")) and "{" in text:
                    self.definers.setdefault(name, set()).add(path)

    def short(self, path):
        return str(path.relative_to(self.root))

    def of_test(self, program, case):
        """The public symbols that a test leads to."""
        key = (program, case)
        if key not in self.reach_cache:
            known = csource.read(str(self.programs[program][0]),
                                 (self.root / "tests",))
            self.reach_cache[key] = (csource.reached(known, case)
                                     & set(self.symbols))
        return self.reach_cache[key]

    def of_fuzzer(self, target):
        key = ("fuzz", target)
        if key not in self.reach_cache:
            known = {}
            for path in sorted((self.root / "fuzz").glob("*.[ch]")):
                if not path.name.startswith("fuzz_"):
                    known.update(csource.read(str(path), ()))
            path = self.root / f"fuzz/fuzz_{target}.c"
            known.update(csource.definitions(path.read_text()))
            self.reach_cache[key] = (
                csource.reached(known, "LLVMFuzzerTestOneInput")
                & set(self.symbols))
        return self.reach_cache[key]

    def of_driver(self, driver):
        for path in sorted((self.root / "tools/proof").glob("*.c")):
            known = csource.read(str(path), ())
            if re.search(rf"^void {driver}\(void\)", path.read_text(), re.M):
                return csource.reached(known, driver) & self.functions
        return set()

    def sources_of(self, functions):
        """The files of lib/ whose code is reached from these functions."""
        seen, files = set(), set()
        todo = [(path, name) for name in functions
                for path in self.definers.get(name, ())]
        while todo:
            path, name = todo.pop()
            if (path, name) in seen:
                continue
            seen.add((path, name))
            if name in self.own[path]:
                files.add(self.short(path))
            known = csource.words(self.files[path].get(name, ""))
            todo += [(path, word) for word in known & self.files[path].keys()]
            todo += [(other, word) for word in known & self.definers.keys()
                     for other in self.definers[word]]
        return files


class Trace:
    def __init__(self, root):
        self.root = root
        self.tree = Tree(root)
        self.requirements = rows(root / REQUIREMENTS)
        self.promises = rows(root / PROMISES)
        self.wrong = []
        self.named = set()  # tests that something names
        self.has = {}  # requirement: its symbols

    def fail(self, where, what):
        self.wrong.append(f"{where}: {what}")

    def test(self, where, name):
        """Checks that a test exists; returns what it leads to, or None for
        one that is no function."""
        kind, _, case = name.partition(".")
        tree = self.tree
        self.named.add(name)
        if kind == "check":
            if not (self.root / f"tools/check.d/{case}.sh").is_file():
                self.fail(where, f"there is no tools/check {case}")
        elif kind == "fuzz":
            self.fuzzer(where, case)
        elif kind not in tree.programs:
            self.fail(where, f"there is no tests/*/test_{kind}.c")
        elif case not in tree.programs[kind][1]:
            self.fail(where, f"test_{kind}.c defines no test {case}")
        elif case not in tree.programs[kind][2]:
            self.fail(where, f"test_{kind}.c does not run {case}")
        elif kind not in tree.built:
            self.fail(where, f"tests/meson.build has no test_{kind}")
        else:
            return tree.of_test(kind, case)
        return None

    def fuzzer(self, where, target):
        if target not in self.tree.fuzzers or not (
                self.root / f"fuzz/fuzz_{target}.c").is_file():
            self.fail(where, f"there is no fuzz target {target}")
            return set()
        return self.tree.of_fuzzer(target)

    def requirement(self, row):
        name, tree = row["id"], self.tree
        whole = name.startswith(WHOLE)
        mine = set()
        for pattern in row["symbols"].split():
            match = {s for s in tree.symbols if fnmatch.fnmatchcase(s, pattern)}
            if not match:
                self.fail(name, f"no header declares {pattern}")
            mine |= match
        self.has[name] = mine
        if not row["requirement"].endswith(".") or not row["clause"]:
            self.fail(name, "no sentence, or no clause")
        if not (self.root / row["header"]).is_file() or mine and not any(
                tree.symbols[s][1] == row["header"] for s in mine):
            self.fail(name, f"{row['header']} declares none of its symbols")
        functions = mine & tree.functions
        self.sources(row, functions)
        reached = set()
        for test in row["tests"].split():
            found = self.test(name, test)
            if found is None:
                continue
            if not found & mine and not whole:
                self.fail(name, f"{test} leads to none of its symbols")
            reached |= found
        for symbol in sorted(mine - reached):
            self.fail(name, f"none of its tests leads to {symbol}")
        if not row["tests"]:
            self.fail(name, "it has no test")
        for target in row["fuzz"].split():
            found = self.fuzzer(name, target)
            if not found & (tree.functions if whole else functions) and (
                    target in tree.fuzzers):
                self.fail(name, f"fuzz_{target} calls none of its functions")
        wanted = " ".join(self.drivers(functions))
        if row["proof"] != wanted:
            self.fail(name, f"tools/proof has {wanted or 'no driver'}, not "
                      f"{row['proof'] or 'none'}; see trace.py --proof")

    def sources(self, row, functions):
        name, tree = row["id"], self.tree
        listed = row["source"].split()
        reached = tree.sources_of(functions or tree.functions)
        for path in listed:
            if not (self.root / path).is_file():
                self.fail(name, f"there is no {path}")
            elif path not in reached:
                self.fail(name, f"{path} neither defines its functions nor "
                          "serves them")
        for function in sorted(functions):
            if not {tree.short(p) for p in tree.definers.get(function, ())
                    } & set(listed):
                self.fail(name, f"none of its sources defines {function}")

    def drivers(self, functions):
        table = self.root / "tools/proof/eva.csv"
        if not table.is_file():
            return []
        by_wp = (self.root / "tools/proof/wp.sh").read_text()
        return [row["driver"] for row in rows(table)
                if self.tree.of_driver(row["driver"]) & functions] + [
            f"wp:{name}" for name in sorted(functions)
            if re.search(rf"\b{name}\b", by_wp)]

    def sentence_list(self):
        have = Counter((p["header"], p["symbol"], p["sentence"])
                       for p in self.promises)
        want = Counter((h, s, t) for h, _, s, t in self.tree.sentences)
        for key in have - want:
            self.fail(PROMISES, f"{key[0]} does not say of {key[1] or 'all'}: "
                      f"{key[2]}")
        for key in want - have:
            self.fail(key[0], f"a sentence without a row, of "
                      f"{key[1] or 'all'}: {key[2]}")

    def promise(self, row):
        name = row["id"]
        if row["kind"] not in KINDS:
            return self.fail(name, f"{row['kind']} is no kind")
        if row["kind"] != "text" and row["requirement"] not in self.has:
            return self.fail(name, f"there is no {row['requirement']}")
        if row["kind"] != "promise":
            if row["tests"]:
                self.fail(name, "only a promise has tests")
            return None
        mine = self.has[row["requirement"]]
        if not row["tests"] and not row["note"].startswith("none: "):
            self.fail(name, "a promise without a test, and no reason")
        if row["tests"] and row["note"].startswith("none: "):
            self.fail(name, "it has a test after all")
        reached, of_c = set(), False
        for test in row["tests"].split():
            found = self.test(name, test)
            if found is not None:
                of_c = True
                reached |= found
        if of_c and mine and not reached & mine:
            self.fail(name, f"its tests lead to no symbol of {row['requirement']}")
        # A sentence may speak of another function than that which it stands at.
        if row["symbol"] in mine & self.tree.functions and of_c and (
                row["symbol"] not in reached):
            self.fail(name, f"none of its tests calls {row['symbol']}")
        return None

    def left_over(self):
        tree = self.tree
        for symbol in sorted(set(tree.symbols) - set().union(
                *self.has.values())):
            self.fail(tree.symbols[symbol][1],
                      f"{symbol} has no requirement")
        served = {p for row in self.requirements for p in row["source"].split()}
        for path in sorted(self.root.glob("lib/*/*.c")):
            if tree.short(path) not in served:
                self.fail(tree.short(path), "it serves no requirement")
        for program, (path, defined, _) in sorted(tree.programs.items()):
            for case in sorted(defined):
                if f"{program}.{case}" not in self.named:
                    self.fail(tree.short(path), f"{case} is named nowhere")
        for where, found in ((REQUIREMENTS, self.requirements),
                             (PROMISES, self.promises)):
            for name, n in Counter(row["id"] for row in found).items():
                if n > 1 or not re.fullmatch(r"REQ-[A-Z]+-\d\d|P\d{3,4}", name):
                    self.fail(where, f"{name}: a bad id, or one that stands twice")

    def page(self):
        """docs/testing.md says the figures that are counted here."""
        n = self.counts()
        said = " ".join((self.root / "docs/testing.md").read_text().split())
        for words in (f"from {n['requirements']} requirements to",
                      f"Of {n['promises']} promises, {n['with a test']} have a "
                      f"test, {n['in part']} one that looks at a part, and "
                      f"{n['without']} have none"):
            if words not in said:
                self.fail("docs/testing.md", f"it does not say: {words}")

    def check(self):
        for row in self.requirements:
            self.requirement(row)
        self.sentence_list()
        for row in self.promises:
            self.promise(row)
        promised = {row["requirement"] for row in self.promises}
        for name in self.has:
            if name not in promised and name != "REQ-ALL-09":
                self.fail(name, "no sentence of a header promises it")
        self.left_over()
        self.page()
        return self.wrong

    def counts(self):
        kinds = Counter(row["kind"] for row in self.promises)
        promises = [r for r in self.promises if r["kind"] == "promise"]
        part = [r for r in promises if r["note"].startswith("in part")]
        none = [r for r in promises if not r["tests"]]
        return {
            "requirements": len(self.requirements),
            "symbols": len(self.tree.symbols),
            "sentences": len(self.promises),
            "texts": kinds["text"], "duties of the caller": kinds["caller"],
            "promises": len(promises),
            "with a test": len(promises) - len(none) - len(part),
            "in part": len(part), "without": len(none),
            "tests named": len(self.named),
            "proved": sum(bool(r["proof"]) for r in self.requirements),
            "fuzzed": sum(bool(r["fuzz"]) for r in self.requirements),
        }


def renew_proofs(trace):
    for row in trace.requirements:
        trace.requirement(row)
        row["proof"] = " ".join(trace.drivers(
            trace.has[row["id"]] & trace.tree.functions))
    write_rows(trace.root / REQUIREMENTS, trace.requirements)


def renew_sentences(trace):
    old = {}
    for row in trace.promises:
        old.setdefault((row["header"], row["symbol"], row["sentence"]),
                       []).append(row)
    last = max(int(row["id"][1:]) for row in trace.promises)
    found = []
    for header, _, symbol, text in trace.tree.sentences:
        rest = old.get((header, symbol, text))
        if rest:
            found.append(rest.pop(0))
            continue
        last += 1
        found.append({"id": f"P{last:03}", "kind": "promise", "header": header,
                      "symbol": symbol, "sentence": text, "requirement": "",
                      "tests": "", "note": ""})
    write_rows(trace.root / PROMISES, found)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    trace = Trace(root)
    if "--proof" in sys.argv:
        renew_proofs(trace)
        return 0
    if "--sentences" in sys.argv:
        renew_sentences(trace)
        return 0
    for line in trace.check():
        print(line)
    counts = trace.counts()
    print(", ".join(f"{n} {what}" for what, n in counts.items()))
    return 1 if trace.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
