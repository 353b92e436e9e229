#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can the targets find things?  Plants one bug at a time into a copy of the
library and says which target caught it, and how fast.

fuzz/plant.py [SECONDS [BUG...]]   60 s a target unless said; all bugs
fuzz/plant.py --check              do all of them fit?

A bug is a replacement that must fit exactly once in a room of lib/: when the
code changes, this script fails until its list is put right.  A bug is first
looked for with the target named beside it, then with the others; where a test
is named, that test must fail.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
FLAGS = ("-g -O1 -std=c99 -Iinclude -Ifuzz -fno-sanitize-recover=all "
         "-fsanitize=address,undefined,fuzzer-no-link").split()

# (name, target or test, room of lib/, old, new)
BUGS = [
    ("a byte read past the end", "parse", "base",
     "at = c->pos; at < c->end; at++) {", "at = c->pos; at <= c->end; at++) {"),
    ("a prediction reads past the end", "parse", "cvss_fast",
     "return left >= n &&", "return left + 1 >= n &&"),
    ("no duplicate check", "diff", "cvss",
     "if ((seen & 1u) != 0) {", "if ((seen & 1u) > 1) {"),
    ("no check of the order", "diff", "cvss",
     "if (seen != 0 && (r->at->rules", "if (seen == 0 && (r->at->rules"),
    ("first Base metric may be missing", "diff", "cvss",
     "whole(r, bits(0, at->base)", "whole(r, bits(1, at->base)"),
    ("part of v2.0's Temporal group accepted", "diff", "cvss",
     "whole(r, threat, SECRISK_ALLOW_PART_GROUP)",
     "whole(r, 0, SECRISK_ALLOW_PART_GROUP)"),
    ("final slash accepted", "diff", "cvss",
     "      secrisk__allow(r, SECRISK_ALLOW_SLASH)) {",
     "      (r->flags == 0 || secrisk__allow(r, SECRISK_ALLOW_SLASH))) {"),
    ("output not cleared on failure", "parse", "cvss",
     "  if (status != SECRISK_OK) {\n    secrisk__clear(out);",
     "  if (status > SECRISK_E_VALUE) {\n    secrisk__clear(out);"),
    ("the diagnostic does not say what it is about", "parse", "base",
     "  diag->about = about;\n", ""),
    ("both BARE flags accepted", "parse", "cvss",
     "(flags & bare_3) == bare_3", "(flags & bare_3) == 0x400"),
    ("a leniency not reported", "parse", "cvss",
     "r->c.diag->lenient |= flag;", "r->c.diag->lenient |= flag & 0x1df;"),
    ("a name cut short is taken for the metric", "diff", "base",
     "c->pos + c->n && *word == '\\0' ?", "c->pos + c->n ?"),
    ("a longer name is taken for the metric", "diff", "base",
     "return at == c->pos + c->n && *word", "return *word"),
    ("blanks counted as skipped when they are not", "parse", "cvss",
     "      r->c.end--;\n      r->c.diag",
     "      r->c.end -= r->c.end > r->c.pos + 40 ? 2 : 1;\n      r->c.diag"),
    ("find starts inside a word", "find", "cvss",
     "secrisk_status status = inside ? SECRISK_E_EMPTY : try_span(s);",
     "secrisk_status status = inside && 0 ? SECRISK_E_EMPTY : try_span(s);"),
    ("find reads what an unknown prefix heads", "find", "cvss",
     "if (status != SECRISK_E_EMPTY || s->prefix) {",
     "if (status != SECRISK_E_EMPTY && !s->prefix) {"),
    ("find's span a byte too long", "find", "cvss",
     "*length = s.end - s.start;", "*length = s.end - s.start + (s.end < len);"),
    ("find hands out a vector that goes on", "find", "cvss",
     "return slash && is_new(s, pos) ? pos : 0;",
     "return slash && is_new(s, pos) && pos % 8 != 0 ? pos : 0;"),
    ("a near miss placed from its own start", "find", "cvss",
     "s.diag.offset += (uint32_t)s.start;",
     "s.diag.offset += (uint32_t)(s.start & 7);"),
    ("find's *start is not the end", "find", "cvss",
     "    *start = len;\n", "    *start = len - (len > 0);\n"),
    ("missing terminator when cut to one byte", "parse", "base",
     "if (t->cap > 0u) {", "if (t->cap > 1u) {"),
    ("a byte written past cap", "json", "base",
     "if (t->len < t->cap && t->cap - t->len > 1u) {",
     "if (t->len < t->cap + (t->len > 60u)) {"),
    ("JSON's room miscounted", "json", "cvss",
     "t->len < t->cap ? t->cap - t->len : 0;",
     "t->len < t->cap ? t->cap - t->len : 1;"),
    ("JSON's environmental score is the Temporal one", "json", "cvss",
     "              SECRISK_SCORE_BTE);", "              SECRISK_SCORE_BT);"),
    ("JSON's metrics named twice", "json", "cvss",
     "put_metrics(&o, o.at->environ, o.at->count)",
     "put_metrics(&o, (uint8_t)(o.at->environ - 1u), o.at->count)"),
    ("set leaves a Base metric undefined", "set", "cvss",
     "count ||\n      (value == 0 && metric < at->base)",
     "count ||\n      (value == 0 && metric + 1u < at->base)"),
    ("set's range one too wide", "set", "cvss",
     "if (value >= secrisk__metric(at, metric)->count ||",
     "if (value > secrisk__metric(at, metric)->count ||"),
    ("reflection reads past its table", "check", "cvss",
     "return at != NULL && metric < at->count ? secrisk__metric(at, metric)->count",
     "return at != NULL ? secrisk__metric(at, metric)->count"),
    ("check lets unused bytes through", "check", "cvss",
     "i < at->count ? (metric++)->count : 1;",
     "i < at->count ? (metric++)->count : 2;"),
    ("the quick check stops a word early", "check", "cvss_fast",
     "for (uint8_t i = 0; i < used; i++) {",
     "for (uint8_t i = 0; i + 1 < used; i++) {"),
    ("a Modified metric not resolved", "diff", "cvss_fast",
     "own = mod | (own & ~secrisk__nonzero(mod));",
     "own = mod | (own & ~secrisk__nonzero(mod & 3));"),
    ("requirements counted in the wrong kind", "diff", "cvss_fast",
     "(at->environ[i] & environ);", "(at->environ[i] & threat);"),
    ("the Critical band off by one", "check", "tables",
     "SECRISK_CVSS31, 90, 100,", "SECRISK_CVSS31, 91, 100,"),
    ("v4.0: one wrong cell of 270", "diff", "tables",
     "95944754, 3670016, 374491,",
     "94896178, 3670016, 374491,"),
    ("v4.0: the wrong level of EQ6", "diff", "cvss",
     "m.eq36 < 4 ? m.eq36 % 2 : 1", "m.eq36 % 2"),
    ("v4.0: ties rounded down", "diff", "cvss_fast",
     "score >> FRACTION", "(score - 70u) >> FRACTION"),
    ("v4.0: no impact missed", "diff", "cvss_fast",
     "(class & NO_IMPACT) != 0", "(class & NO_IMPACT) > NO_IMPACT"),
    ("v3: a score above 10", "diff", "cvss_fast",
     "sum = sum < 100000000u ? sum : 100000000u;", ""),
    ("v3.0: v3.1's formula", "diff", "cvss_fast",
     "v->version == SECRISK_CVSS31 && (groups & SECRISK__ENVIRON) != 0",
     "v->version >= SECRISK_CVSS30 && (groups & SECRISK__ENVIRON) != 0"),
    ("v3: a wrong weight", "diff", "tables",
     "38870428, 38870428, 28352548,", "37870428, 38870428, 28352548,"),
    ("v2.0: a wrong weight", "diff", "tables",
     "1000, 646, 395,", "1000, 645, 395,"),
    ("v2.0: AdjustedImpact above 10", "diff", "cvss",
     "return impact < 6000000u ? impact : 6000000u;",
     "return impact < 6100000u ? impact : 6100000u;"),
    ("DREAD: Dradis' order is the common one", "dread", "tables",
     "{0, 3, 1, 2, 4}", "{0, 1, 2, 3, 4}"),
    ("DREAD: half points everywhere", "dread", "dread",
     "return scale->step != 2 || half % 2u == 0;",
     "return scale->step != 3 || half % 2u == 0;"),
    ("a level that contradicts the bands passes", "policy", "risk",
     "if (status == SECRISK_OK && *level != given) {",
     "if (status == SECRISK_OK && *level > given) {"),
    ("a control not verified counts", "threat", "risk",
     "if (control->state != SECRISK_STATE_VERIFIED) {",
     "if (control->state < SECRISK_STATE_IMPLEMENTED) {"),
    ("benefit and risk not weighed after controls", "threat", "risk",
     "(demands & SECRISK__BENEFIT) != 0 && !secrisk__given",
     "(demands & SECRISK__BENEFIT) != 0 && t->impairs != 0 && !secrisk__given"),
    ("blanks are a rationale", "threat", "risk",
     "while (*text == ' ' ||", "while (*text == '_' ||"),
    ("the register's heap forgets a child", "register", "risk",
     "if (child + 1u < count && after", "if (child + 2u < count && after"),
    ("equal threats change places", "register", "risk",
     "first > second : a < b", "first > second : a > b"),
    ("a class falls with its parent unknown", "class", "risk",
     "if (!is_class(item->parent) || !is_class(item->own)",
     "if (item->parent > 3 || !is_class(item->own)"),
    ("a limit raises Safety", "residual", "cvss",
     "rank(limit, now) < rank(limit, limit->value)", "now != limit->value"),
    ("a matrix read beyond its last row", "matrix", "risk",
     "row >= m->rows", "row > m->rows"),
    # Of kinds that all tests and targets once missed.
    ("another word than CVSS is a prefix", "test_cvss_substitution",
     "cvss_fast",
     "cvss30 = 0x302e333a53535643u;", "cvss30 = 0x302e333a53535642u;"),
    ("a name is read past its end", "set", "base",
     "while (*word != '\\0' && at < c->end && ",
     "while (*word != '\\0' && at <= c->end && "),
    ("level 6 is one", "test_policy_bands", "base",
     "level >= SECRISK_LEVEL_NONE && level <= SECRISK_LEVEL_CRITICAL;",
     "level >= SECRISK_LEVEL_NONE && level <= SECRISK_LEVEL_CRITICAL + 1;"),
    ("a level indexes the rules unchecked", "hostile", "base",
     "if (secrisk__is_level(band->level)) {", "if (band->level != 0) {"),
    ("-D schemes have gaps in their bands", "test_policy_bands", "risk",
     "*high = (uint8_t)(highs * 5u",
     "*high = (uint8_t)((scheme < 200 ? highs : lows) * 5u"),
    ("a suggestion gives another value", "test_suggestion", "risk",
     "SECRISK_V40_UI_A}", "SECRISK_V40_UI_P}"),
    ("a suggestion leaves bytes unwritten", "test_suggestion", "risk",
     "secrisk__zero(limits, 3 * sizeof limits[0]);\n  bool v40",
     "secrisk__zero(limits, 2 * sizeof limits[0]);\n  bool v40"),
    ("Safety is a limit", "residual", "cvss",
     "return rank(limit, limit->value) == 0 ||",
     "return limit->value == 0 ||"),
    ("an item's parent may be unknown", "class", "risk",
     "if (!is_class(item->parent) || ", "if ("),
    ("a feature that is in says it is not", "test_features", "base",
     "(SECRISK__LENIENT ? SECRISK_FEATURE_LENIENT : 0u)",
     "(SECRISK__LENIENT ? 0u : SECRISK_FEATURE_LENIENT)"),
    ("an evaluation keeps what stood there", "hostile", "risk",
     "  secrisk__zero(out, sizeof *out);\n"
     "  secrisk_status status = evaluate(", "  secrisk_status status = evaluate("),
]


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True,
                          errors="replace", **more)


def compile_all(tree, files, objects):
    """Compiles each file, two at a time; names its object after it."""
    jobs = [["clang", *FLAGS, "-c", f, "-o",
             os.path.join(objects, os.path.basename(f)[:-2] + ".o")]
            for f in files]
    while jobs:
        pair = [subprocess.Popen(j, cwd=tree) for j in jobs[:2]]
        if any([p.wait() for p in pair]):
            sys.exit("fuzz/plant.py: a bug does not compile")
        del jobs[:2]


def sources(tree, where):
    found = []
    for folder, _, names in os.walk(os.path.join(tree, where)):
        found += [os.path.relpath(os.path.join(folder, n), tree)
                  for n in names if n.endswith(".c")]
    return sorted(found)


def affected(tree, changed):
    """The files of lib/ to compile again: a header may be anyone's."""
    return [changed] if changed.endswith(".c") else sources(tree, "lib")


def place(tree, bug):
    """The one file of the room that the bug fits once, and its text."""
    name, _, room, old, _ = bug
    fits = []
    for entry in sorted(os.listdir(os.path.join(tree, "lib", room))):
        path = os.path.join("lib", room, entry)
        with open(os.path.join(tree, path), encoding="ascii") as f:
            text = f.read()
        fits += [(path, text)] * text.count(old)
    if len(fits) != 1:
        raise LookupError(f"'{name}' fits {len(fits)} times in lib/{room}")
    return fits[0]


def write(tree, path, text):
    with open(os.path.join(tree, path), "w", encoding="ascii") as f:
        f.write(text)


class Tree:
    """A copy of the project, its objects, and its targets."""

    def __init__(self, scratch):
        self.root = os.path.join(scratch, "tree")
        self.objects = os.path.join(scratch, "objects")
        os.makedirs(self.objects)
        for name in ("lib", "include", "fuzz", "tests"):
            shutil.copytree(os.path.join(ROOT, name),
                            os.path.join(self.root, name))
        fuzz = [f for f in sources(self.root, "fuzz") if "replay" not in f]
        compile_all(self.root, sources(self.root, "lib") + fuzz, self.objects)
        self.targets = [os.path.basename(f)[5:-2] for f in fuzz if "/fuzz_" in f]
        self.fuzz = {os.path.basename(f)[:-2] + ".o" for f in fuzz}

    def link(self, target):
        common = [os.path.join(self.objects, f)
                  for f in os.listdir(self.objects)
                  if not f.startswith("fuzz_")]
        out = os.path.join(self.objects, "fuzz_" + target)
        subprocess.run(["clang", *FLAGS, "-fsanitize=fuzzer", out + ".o",
                        *common, "-lm", "-o", out], check=True)
        return out

    def test(self, name):
        """(caught, executions, seconds) of one test of tests/."""
        start = time.monotonic()
        source = next(f for f in sources(self.root, "tests")
                      if f.endswith(f"/{name}.c"))
        library = [os.path.join(self.objects, f)
                   for f in os.listdir(self.objects)
                   if f.endswith(".o") and f not in self.fuzz]
        out = os.path.join(self.objects, name)
        subprocess.run(["clang", *FLAGS, "-DT_STDIO", "-Itests", source,
                        *library, "-o", out], check=True, cwd=self.root)
        done = run([out])
        os.remove(out)
        return done.returncode != 0, 1, time.monotonic() - start

    def hunt(self, target, seconds):
        """(caught, executions, seconds) of one target."""
        if target.startswith("test_"):
            return self.test(target)
        seeds = [os.path.join(self.root, "fuzz", kind, target)
                 for kind in ("seeds", "regress")]
        with tempfile.TemporaryDirectory() as corpus:
            start = time.monotonic()
            done = run([self.link(target), corpus,
                        *filter(os.path.isdir, seeds), "-timeout=20",
                        f"-max_total_time={seconds}", "-max_len=2048",
                        "-use_value_profile=1", "-print_final_stats=1"],
                       cwd=corpus)
            took = time.monotonic() - start
        found = re.search(r"number_of_executed_units: *(\d+)", done.stdout)
        caught = done.returncode != 0 and re.search(
            r"not so: |ERROR: AddressSanitizer|runtime error: |ERROR: lib"
            r"Fuzzer: timeout", done.stdout)
        return bool(caught), int(found[1]) if found else 0, took


def hunt(tree, bug, seconds):
    path, text = place(tree.root, bug)
    files = affected(tree.root, path)
    write(tree.root, path, text.replace(bug[3], bug[4]))
    compile_all(tree.root, files, tree.objects)
    first = [bug[1]]
    more = [] if bug[1].startswith("test_") else tree.targets
    for target in first + [t for t in more if t not in first]:
        caught, runs, took = tree.hunt(target, seconds)
        if caught:
            break
    write(tree.root, path, text)
    compile_all(tree.root, files, tree.objects)
    return caught, target, runs, took


def check():
    wrong = 0
    for bug in BUGS:
        try:
            place(ROOT, bug)
        except LookupError as why:
            print(f"fuzz/plant.py: {why}: put the list of bugs right")
            wrong += 1
    print(f"{len(BUGS) - wrong} bugs fit, {wrong} do not")
    return wrong != 0


def main():
    if sys.argv[1:] == ["--check"]:
        return check()
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    bugs = [b for b in BUGS if b[0] in sys.argv[2:] or len(sys.argv) < 3]
    missed = 0
    with tempfile.TemporaryDirectory(prefix="secrisk-plant.") as scratch:
        tree = Tree(scratch)
        for bug in bugs:
            caught, target, runs, took = hunt(tree, bug, seconds)
            missed += not caught
            print(f"| {bug[0]} | {target if caught else 'MISSED'} "
                  f"| {runs} | {took:.1f} s |", flush=True)
    print(f"{len(bugs) - missed} caught, {missed} missed")
    return missed != 0


if __name__ == "__main__":
    sys.exit(main())
