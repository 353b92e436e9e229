# SPDX-License-Identifier: MIT
"""Changes lib/ in one place at a time and runs the tests: do they notice?

    python3 mutate.py [--sample N] [--date TEXT] [--only REGEX] [--least PERCENT]

In an empty scratch directory.  A mutant is a small change of a hand-written
file of lib/: another operator, a constant one more or less, a condition that
always or never holds, another status, a statement left out.  The file, and what
includes it, is compiled anew, and the mutant dropped if that changes no object.
The rest of the library and the tests are built once.  It is killed by the first
test that fails or takes more than four times its CPU time, which is counted
apart.  Its judges, in this order:

    the C tests but for digests, whole corpora and counts of work
    the workloads of tools/bench: does one take 2 % more edges of the control
    flow than without the change?
    those of its folder under AddressSanitizer and UBSan, what has no value
    filled with a pattern
    digests of every score, for files that take part in scoring

A constant in the equations that no digest notices is equivalent: all states
were scored, and none otherwise.  So are survivors in tools/mutants.csv, each
with a reason.  Neither counts.  The sample is drawn by the date, today's unless
given.  Fails if fewer than PERCENT (98) of the others are killed, or a listed
one is, or a listed one is no mutant any more.
"""
import argparse
import csv
import datetime
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import zlib
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIGEST = 240  # seconds of CPU for a digest
SCORES = re.compile("v2|v3|v4|score|math|resolve|words|defined|macrovector")
EQUATIONS = re.compile("(cvss_)?v2|v[34]_(small|fast)|times(_small)?")
SWAPS = {"==": ["!="], "!=": ["=="], "<": ["<=", ">="], "<=": ["<"],
         ">": [">=", "<="], ">=": [">"], "&&": ["||"], "||": ["&&"],
         "+": ["-"], "-": ["+"], "*": ["+"], "/": ["*"], "%": ["/"],
         "&": ["|"], "|": ["&"], "^": ["|"], "<<": [">>"], ">>": ["<<"],
         "++": ["--"], "--": ["++"], "+=": ["-="], "-=": ["+="], "|=": ["&="],
         "&=": ["|="]}
BINARY = set(SWAPS) - {"++", "--"}
TOKEN = re.compile(r"(?P<id>[A-Za-z_]\w*)|(?P<number>0x[0-9a-f]+|\d+)(?=[uU]?\b)"
                   r"|(?P<op>->|<<=|>>=|[-+*/%&|^<>=!]=|<<|>>|&&|\|\||\+\+|--"
                   r"|[-+*/%&|^<>])")
FLAGS = {"plain": ["-O2"],
         "counted": ["-O2", "-fsanitize-coverage=trace-pc"],
         "sanitized": ["-O1", "-fsanitize=address,undefined",
                       "-fno-sanitize-recover=all",
                       "-ftrivial-auto-var-init=pattern"]}


def blanked(text):
    """The text with comments, literals and directives as blanks."""
    pattern = r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|" \
              r"^[ \t]*#(?:\\\n|[^\n])*"
    return re.sub(pattern, lambda m: re.sub(r"[^\n]", " ", m[0]), text,
                  flags=re.S | re.M)


def closing(text, at):
    """The place of the parenthesis that closes the one at `at`."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return i
    raise ValueError("unbalanced")


def changes(text):
    """(start, end, new) of each change."""
    code = blanked(text)
    for m in TOKEN.finditer(code):
        start, end = m.span()
        if m["op"] in SWAPS and (m["op"] not in BINARY or (
                code[start - 1:start] == " " and code[end:end + 1] in " \n")):
            for new in SWAPS[m["op"]]:
                yield start, end, new
        elif m["number"]:
            n = int(m["number"], 0)
            for new in {n + 1, max(n - 1, 0)} - {n}:
                yield start, end, str(new)
        elif m["id"] in ("if", "while") and code[end:end + 2] == " (":
            last = closing(code, end + 1)
            for new in ("false", "true") if m["id"] == "if" else ("false",):
                yield end + 2, last, new
        elif re.fullmatch("SECRISK_(OK|E_[A-Z_]+)", m["id"] or ""):
            new = "SECRISK_E_CONTROL" if m["id"] == "SECRISK_OK" else "SECRISK_OK"
            yield start, end, new
    statement = re.compile(r"^ +(\(void\))?[*\w.>\[\]-]+"
                           r"( [-+|&^]?= [^;{}]*|\([^;{}]*\)|\+\+|--);$", re.M)
    for m in statement.finditer(code):
        yield m.start(), m.end(), ";"


class Mutant:
    """One change; its key names it as long as the line stays as it is."""

    def __init__(self, file, text, change):
        self.file, (start, end, self.new) = file, change
        self.text = text[:start] + self.new + text[end:]
        self.line = text.count("\n", 0, start) + 1
        first = text.rfind("\n", 0, start) + 1
        self.source = text[first:text.find("\n", start)].strip()
        old = " ".join(text[start:end].split())
        column = len(text[first:start].lstrip())
        self.key = (file, self.source, str(column), old, self.new)

    def __str__(self):
        return (f"{self.file}:{self.line}: {self.key[3]} -> {self.new or 'nothing'}"
                f" (column {self.key[2]}) in: {self.source}")


def mutants():
    found = {}
    for path in sorted((ROOT / "lib").glob("*/*.[ch]")):
        if path.parent.name != "tables" and not path.stem.endswith("_off"):
            text = path.read_text()
            for change in changes(text):
                mutant = Mutant(str(path.relative_to(ROOT)), text, change)
                found.setdefault(mutant.key, mutant)
    return list(found.values())


def run(command, **more):
    """Its exit status."""
    return subprocess.run(command, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, check=False,
                          **more).returncode


def timed(command, seconds, env):
    """(exit status, seconds of CPU) of a test that may take so many of them."""
    with subprocess.Popen(["prlimit", f"--cpu={seconds}", *command], env=env,
                          stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime


def tests(digests=False):
    return [p for p in sorted((ROOT / "tests").glob("*/test_*.c"))
            if not re.search("_work$|corpus", p.stem)
            and p.stem.startswith("test_digest") == digests]


class Build:
    """The library in one variant and with one set of flags, in a folder.  Each
    file is compiled as standard input, from its folder: so its name is in no
    object, and a mutant needs no copy of the tree."""

    def __init__(self, small, kind, tests_of=None):
        self.dir = Path(f"{kind}{small}").resolve()
        self.tests_of = tests_of  # the build whose test programs it takes
        self.cc = ["gcc", "-std=c99", "-w", *FLAGS[kind], f"-DSECRISK_SMALL={small}"]
        self.objects, self.needs = {}, {}
        self.limit, self.cost, self.least = {}, {}, {}
        self.lock, self.ready = threading.Lock(), False

    def compile(self, lib, source, out, text=None):
        return run([*self.cc, "-fPIC", f"-I{ROOT}/include", "-MMD", "-MF",
                    out.with_suffix(".d"), "-c", "-x", "c", "-", "-o", out],
                   cwd=(lib / source).parent,
                   input=(text or (lib / source).read_text()).encode())

    def link(self, objects, out):
        return run([*self.cc, "-shared", "-o", out, *objects])

    def test(self, *paths):
        if run([*self.cc, "-fno-sanitize-coverage=trace-pc",
                "-rdynamic", "-DT_STDIO",
                f"-I{ROOT}/include", f"-I{ROOT}/tests", *paths,
                f"-L{self.dir}", "-lsecrisk", "-o",
                self.dir / paths[0].stem]) != 0:
            sys.exit(f"{paths[0]}: does not compile")

    def command(self, name):
        """The test; a sanitizer in a library alone has to come before it."""
        if self.tests_of is None:
            return [self.dir / name]
        asan = subprocess.run(["gcc", "-print-file-name=libasan.so"], text=True,
                              check=True, stdout=subprocess.PIPE).stdout.strip()
        return ["env", f"LD_PRELOAD={asan}", self.tests_of.dir / name]

    def measure(self, name):
        status, seconds = timed(self.command(name), DIGEST, self.env(self.dir))
        if status != 0:
            sys.exit(f"{self.dir.name}: {name} fails without a change")
        self.cost[name] = seconds
        self.limit[name] = 2 + int(4 * seconds)

    def edges(self, library):
        """{workload: edges}"""
        text = subprocess.run(
            ["prlimit", "--cpu=60", self.dir / "edges"], text=True, check=False,
            env=self.env(library), stdout=subprocess.PIPE).stdout
        return {name: int(n) for name, n in
                (line.split("\t") for line in text.splitlines())}

    def slower(self, library):
        """The first workload that takes 2 % more edges, or does not end."""
        now = self.edges(library)
        return next((name for name, n in self.least.items()
                     if now.get(name, n * 2 + 1) > n * 1.02), None)

    def prepare(self):
        with self.lock:
            if self.ready:
                return
            self.dir.mkdir()
            for path in sorted((ROOT / "lib").glob("*/*.c")):
                source = path.relative_to(ROOT / "lib")
                out = self.dir / (path.stem + ".o")
                if self.compile(ROOT / "lib", source, out) != 0:
                    sys.exit(f"{source}: does not compile")
                self.objects[source] = out
                self.needs[source] = {
                    Path(word).name
                    for word in out.with_suffix(".d").read_text().split()}
            self.link(self.objects.values(), self.dir / "libsecrisk.so")
            if "counted" in self.dir.name:
                self.test(*(ROOT / "tools/bench" / name
                            for name in ("edges/edges.c", "workloads.c")))
                self.least = self.edges(self.dir)
            else:
                with ThreadPoolExecutor(2) as pool:
                    if self.tests_of is None:
                        list(pool.map(self.test, tests()))
                    list(pool.map(self.measure, [p.stem for p in tests()]))
            self.ready = True

    def make(self, mutant, out):
        """Compiles and links a mutant; 'identical', 'broken' or ''."""
        name = Path(mutant.file).name
        lib, text = ROOT / "lib", None
        if name.endswith(".c"):
            touched, text = [Path(mutant.file).relative_to("lib")], mutant.text
        else:
            touched = [s for s, needs in self.needs.items() if name in needs]
            lib = out / "lib"
            if not lib.exists():
                shutil.copytree(ROOT / "lib", lib)
                (out / mutant.file).write_text(mutant.text)
        objects, same = dict(self.objects), True
        for source in touched:
            objects[source] = out / (source.stem + ".o")
            if self.compile(lib, source, objects[source], text) != 0:
                return "broken"
            same = same and (objects[source].read_bytes()
                             == self.objects[source].read_bytes())
        if same:
            return "identical"
        self.link(objects.values(), out / "libsecrisk.so")
        return ""

    @staticmethod
    def env(library):
        return {**os.environ, "LD_LIBRARY_PATH": str(library),
                "ASAN_OPTIONS": "detect_leaks=0"}

    def failing(self, library, names):
        """(the first test that fails with this library, is it out of time?)"""
        for name in names:
            status, _ = timed(self.command(name), self.limit.get(name, DIGEST),
                              self.env(library))
            if status != 0:
                late = status in (-signal.SIGXCPU, -signal.SIGKILL)
                return name, late
        return None, False


KILLERS = defaultdict(Counter)  # of the mutants of each file, so far


def order(mutant, cost):
    """Quick tests first, of them those most likely to kill it.  One of a second
    and more judges only the file that it is named after."""
    room = Path(mutant.file).parent.name.split("_")[0]
    stem = re.sub("_(small|fast)$", "", Path(mutant.file).stem)
    chosen = [p for p in tests() if cost[p.stem] < 1 or stem in p.stem
              or p.stem.replace("test_", "") in stem]
    return [p.stem for p in sorted(chosen, key=lambda p: (
        -KILLERS[mutant.file][p.stem], p.stem != "test_" + stem,
        cost[p.stem] > 0.3, p.parent.name != room, cost[p.stem]))]


def digests(mutant, build):
    """Digests that the mutant may change, built when first asked for."""
    stem = Path(mutant.file).stem
    if "cvss" not in mutant.file or not SCORES.search(stem):
        return []
    own = re.search("v[234]", stem)
    chosen = [p for p in tests(digests=True) if not own or own[0] in p.stem]
    with build.lock:
        for path in chosen:
            if not (build.dir / path.stem).exists():
                build.test(path)
    return [p.stem for p in chosen]


def further(mutant, build, here):
    """What kills it in a build of another kind, and is it out of time?"""
    build.prepare()
    here.mkdir()
    build.make(mutant, here)
    if build.least:
        name = build.slower(here)
        return name and f"work: {name}", False
    room = Path(mutant.file).parent.name.split("_")[0]
    own = {p.stem for p in tests() if room in ("base", p.parent.name)}
    name, late = build.failing(
        here, [n for n in order(mutant, build.cost) if n in own])
    return name and f"{name}, sanitized", late


def judge(mutant, builds):
    """'killed by ...', 'late in ...', 'identical', 'broken', 'scores alike' or
    'survived'."""
    room = Path(mutant.file).parent.name
    number = zlib.crc32(repr(mutant.key).encode())
    small = {"cvss_small": [1], "cvss_fast": [0]}.get(
        room, [1, 0] if number % 2 else [0, 1])
    here = Path(f"mutant{number:08x}").resolve()
    here.mkdir()
    try:
        for variant in small:
            plain = builds["plain", variant]
            made = plain.make(mutant, here)
            if made != "identical":
                break
        if made != "":
            return made
        test, late = plain.failing(here, order(mutant, plain.cost))
        if test is not None:
            KILLERS[mutant.file][test] += 1
        for kind in ("counted", "sanitized"):
            if test is None:
                test, late = further(mutant, builds[kind, variant], here / kind)
        if test is None:
            names = digests(mutant, plain)
            test, late = plain.failing(here, names)
            if (test is None and names and mutant.key[3].isdigit()
                    and EQUATIONS.fullmatch(Path(mutant.file).stem)):
                return "scores alike"
        return (f"{'late in' if late else 'killed by'} {test}" if test
                else "survived")
    finally:
        shutil.rmtree(here)


def report(every, chosen, results, least):
    with open(ROOT / "tools/mutants.csv", encoding="ascii", newline="") as f:
        listed = {tuple(row)[:5] for row in list(csv.reader(f))[1:]}
    gone = listed - {m.key for m in every}
    made = [(m, r) for m, r in zip(chosen, results)
            if r[0] in "kl" or r == "survived"]
    lived = [m for m, r in made if r == "survived"]
    wrong = [m for m, r in made if r != "survived" and m.key in listed]
    real = [m for m in lived if m.key not in listed]
    for m in real:
        print(f"survived: {m}", end="\n    ")
        csv.writer(sys.stdout, lineterminator="\n").writerow(m.key)
    for m in wrong:
        print(f"listed as equivalent, but killed: {m}")
    for key in sorted(gone):
        print(f"listed as equivalent, but no mutant: {key}")
    counted = len(made) - (len(lived) - len(real))
    killed = 100 * (counted - len(real)) / counted if counted else 0
    late = sum(r.startswith("late") for r in results)
    work = sum("work: " in r for r in results)
    memory = sum(r.endswith("sanitized") for r in results)
    alike = sum(r == "scores alike" for r in results)
    print(f"{len(chosen)} mutants: {len(chosen) - len(made) - alike} identical or "
          f"not C, {len(lived) - len(real)} equivalent, {alike} that score alike, "
          f"{len(real)} survived: {killed:.1f} % of {counted} killed, {late} of "
          f"them by time, {work} by work, {memory} only under a sanitizer")
    return bool(wrong) or bool(gone) or killed < least


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    parser.add_argument("--only", default="")
    parser.add_argument("--least", type=float, default=98)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    every = mutants()
    chosen = [m for m in every if re.search(args.only, str(m))]
    if args.sample and args.sample < len(chosen):
        chosen = random.Random(args.date).sample(chosen, args.sample)
    print(f"{len(chosen)} of {len(every)} mutants, {args.date}", flush=True)
    start = time.monotonic()
    builds = {(kind, small): Build(small, kind) for kind in ("plain", "counted")
              for small in (0, 1)}
    for small in (0, 1):
        builds["sanitized", small] = Build(small, "sanitized",
                                           builds["plain", small])
    with ThreadPoolExecutor(2) as pool:
        for small in (0, 1):
            builds["plain", small].prepare()
        print(f"built in {time.monotonic() - start:.0f} s", flush=True)
        results = []
        for mutant, result in zip(chosen, pool.map(
                lambda m: judge(m, builds), chosen)):
            results.append(result)
            if args.verbose:
                print(f"{result}: {mutant}", flush=True)
    print(f"{time.monotonic() - start:.0f} s")
    return report(every, chosen, results, args.least)


if __name__ == "__main__":
    sys.exit(main())
