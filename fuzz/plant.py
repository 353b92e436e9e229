#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can the targets find things?  Plants one bug at a time into a copy of the
library and says which target caught it, and how fast.

fuzz/plant.py [SECONDS [BUG...]]   60 s a target unless said; all bugs

A bug is a replacement that must fit exactly once: when the code moves, this
script fails until its list is put right.  A bug is first looked for with the
target named beside it, then with the others.
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

# (name, target, file of lib/, old, new)
BUGS = [
    ("a byte read past the end", "parse", "token.c",
     "while (p->pos + n < p->end) {", "while (p->pos + n <= p->end) {"),
    ("a prediction reads past the end", "parse", "cvss_predict.h",
     "return left >= n &&", "return left + 1 >= n &&"),
    ("no duplicate check", "diff", "cvss_parse.c",
     "if ((seen & 1u) != 0) {", "if ((seen & 1u) > 1) {"),
    ("no check of the order", "diff", "cvss_parse.c",
     "if (seen != 0 && !any_order", "if (seen == 0 && !any_order"),
    ("first Base metric may be missing", "diff", "cvss_parse.c",
     "whole(p, bits(0, at->base)", "whole(p, bits(1, at->base)"),
    ("part of v2.0's Temporal group accepted", "diff", "cvss_parse.c",
     "whole(p, threat, SECRISK_ALLOW_PART_GROUP)",
     "whole(p, 0, SECRISK_ALLOW_PART_GROUP)"),
    ("final slash accepted", "diff", "token.c",
     "(p->pos < p->end || secrisk__allow",
     "(p->pos <= p->end || secrisk__allow"),
    ("output not cleared on failure", "parse", "cvss_parse.c",
     "  if (status != SECRISK_OK) {\n    secrisk__clear(out);",
     "  if (status > SECRISK_E_VALUE) {\n    secrisk__clear(out);"),
    ("reserved byte of the diagnostic not written", "parse", "diag.c",
     "  diag->reserved = 0;\n", ""),
    ("both BARE flags accepted", "parse", "cvss_parse.c",
     "(flags & bare_3) == bare_3", "(flags & bare_3) == 0x400"),
    ("a leniency not reported", "parse", "token.c",
     "p->diag.lenient |= flag;", "p->diag.lenient |= flag & 0x1df;"),
    ("a name cut short is taken for the metric", "diff", "token.c",
     "(differs & 0xdf) == 0 && word[p->n] == '\\0' &&",
     "(differs & 0xdf) == 0 && word[p->n] != 1 &&"),
    ("blanks counted as skipped when they are not", "parse", "cvss_prefix.c",
     "    while (p->pos < p->end && blank(p->text[p->end - 1u])) {\n"
     "      p->end--;\n",
     "    while (p->pos < p->end && blank(p->text[p->end - 1u])) {\n"
     "      p->end -= p->end > p->pos + 40 ? 2 : 1;\n"),
    ("find starts inside a word", "find", "cvss_find.c",
     "secrisk_status status = inside ? SECRISK_E_EMPTY : try_span(s);",
     "secrisk_status status = inside && 0 ? SECRISK_E_EMPTY : try_span(s);"),
    ("find reads what an unknown prefix heads", "find", "cvss_find.c",
     "if (status != SECRISK_E_EMPTY || s->prefix) {",
     "if (status != SECRISK_E_EMPTY && !s->prefix) {"),
    ("find's span a byte too long", "find", "cvss_find.c",
     "*length = s.end - s.start;", "*length = s.end - s.start + (s.end < len);"),
    ("find hands out a vector that goes on", "find", "cvss_find.c",
     "return slash && is_new(s, pos) ? pos : 0;",
     "return slash && is_new(s, pos) && pos % 8 != 0 ? pos : 0;"),
    ("a near miss placed from its own start", "find", "cvss_find.c",
     "s.diag.offset += (uint32_t)s.start;",
     "s.diag.offset += (uint32_t)(s.start & 7);"),
    ("find's *start is not the end", "find", "cvss_find.c",
     "    *start = len;\n", "    *start = len - (len > 0);\n"),
    ("missing terminator when cut to one byte", "parse", "text.c",
     "if (t->cap > 0u) {", "if (t->cap > 1u) {"),
    ("a byte written past cap", "json", "text.c",
     "if (t->len + 1u < t->cap) {", "if (t->len < t->cap + (t->len > 60u)) {"),
    ("JSON's room miscounted", "json", "cvss_json.c",
     "t->len < t->cap ? t->cap - t->len : 0;",
     "t->len < t->cap ? t->cap - t->len : 1;"),
    ("JSON's environmental score is the Temporal one", "json", "cvss_json.c",
     "              SECRISK_SCORE_BTE);", "              SECRISK_SCORE_BT);"),
    ("JSON's metrics named twice", "json", "cvss_json.c",
     "put_metrics(&o, o.at->environ, o.at->count)",
     "put_metrics(&o, (uint8_t)(o.at->environ - 1u), o.at->count)"),
    ("set leaves a Base metric undefined", "set", "cvss_vector.c",
     "(value == 0 && metric < at->base)",
     "(value == 0 && metric + 1u < at->base)"),
    ("set's range one too wide", "set", "cvss_vector.c",
     "if (value >= secrisk__metric(at, metric)->count ||",
     "if (value > secrisk__metric(at, metric)->count ||"),
    ("reflection reads past its table", "check", "cvss_reflect.c",
     "return at != NULL && metric < at->count ? secrisk__metric(at, metric)->count",
     "return at != NULL ? secrisk__metric(at, metric)->count"),
    ("check lets unused bytes through", "check", "cvss_vector.c",
     "i < at->count ? (metric++)->count : 1;",
     "i < at->count ? (metric++)->count : 2;"),
    ("the quick check stops a word early", "check", "cvss_valid.h",
     "for (uint8_t i = 0; i < used; i++) {",
     "for (uint8_t i = 0; i + 1 < used; i++) {"),
    ("a Modified metric not resolved", "diff", "cvss_resolve.h",
     "own = mod | (own & ~secrisk__nonzero(mod));",
     "own = mod | (own & ~secrisk__nonzero(mod & 3));"),
    ("requirements counted in the wrong kind", "diff", "cvss_resolve.h",
     "(at->environ[i] & environ);", "(at->environ[i] & threat);"),
    ("the Critical band off by one", "check", "bands.c",
     "(version), 90, 100, CRITICAL", "(version), 91, 100, CRITICAL"),
    ("v4.0: one wrong cell of 270", "diff", "cvss_v4_words_data.h",
     "95944754, 3670016, 374491,",
     "94896178, 3670016, 374491,"),
    ("v4.0: the wrong level of EQ6", "diff", "cvss_v4.c",
     "m.eq36 < 4 ? m.eq36 % 2 : 1", "m.eq36 % 2"),
    ("v4.0: ties rounded down", "diff", "cvss_v4_words.h",
     "score >> FRACTION", "(score - 70u) >> FRACTION"),
    ("v4.0: no impact missed", "diff", "cvss_v4_words.h",
     "(class & NO_IMPACT) != 0", "(class & NO_IMPACT) > NO_IMPACT"),
    ("v3: a score above 10", "diff", "cvss_v3_words.h",
     "sum = sum < 100000000u ? sum : 100000000u;", ""),
    ("v3.0: v3.1's formula", "diff", "cvss_v3_words.h",
     "v->version == SECRISK_CVSS31 && (groups & 4) != 0",
     "v->version >= SECRISK_CVSS30 && (groups & 4) != 0"),
    ("v3: a wrong weight", "diff", "cvss_v3_words_data.h",
     "38870428, 38870428, 28352548,", "37870428, 38870428, 28352548,"),
    ("v2.0: a wrong weight", "diff", "cvss_v2_data.h",
     "1000, 646, 395,", "1000, 645, 395,"),
    ("v2.0: AdjustedImpact above 10", "diff", "cvss_v2.c",
     "return impact < 6000000u ? impact : 6000000u;",
     "return impact < 6100000u ? impact : 6100000u;"),
    ("DREAD: Dradis' order is the common one", "dread", "dread_names.c",
     "{0, 3, 1, 2, 4}", "{0, 1, 2, 3, 4}"),
    ("DREAD: half points everywhere", "dread", "dread_scale.c",
     "return scale->step != 2 || half % 2u == 0;",
     "return scale->step != 3 || half % 2u == 0;"),
    ("a level that contradicts the bands passes", "policy", "policy.c",
     "return level == SECRISK_NO_BANDS ? risk->level : SECRISK_NO_LEVEL;",
     "return level == SECRISK_NO_LEVEL ? SECRISK_NO_LEVEL : risk->level;"),
    ("a control not verified counts", "threat", "control.c",
     "if (control->state != SECRISK_STATE_VERIFIED) {",
     "if (control->state < SECRISK_STATE_IMPLEMENTED) {"),
    ("benefit and risk not weighed after controls", "threat", "threat.c",
     "if (mandatory && !secrisk__given(t->benefit_risk)) {",
     "if (mandatory && t->impairs && !secrisk__given(t->benefit_risk)) {"),
    ("blanks are a rationale", "threat", "control.c",
     "while (*text == ' ' ||", "while (*text == '_' ||"),
    ("the register's heap forgets a child", "register", "register.c",
     "if (child + 1u < count && after", "if (child + 2u < count && after"),
    ("equal threats change places", "register", "register.c",
     "first > second : a < b", "first > second : a > b"),
    ("a class falls with its parent unknown", "class", "safety_class.c",
     "if (!is_class(item->parent) || !is_class(item->own)",
     "if (item->parent > 3 || !is_class(item->own)"),
    ("a cap raises Safety", "residual", "cvss_residual.c",
     "rank(cap, now) < rank(cap, cap->value)", "now != cap->value"),
    ("a matrix read beyond its last row", "matrix", "matrix.c",
     "row >= m->rows", "row > m->rows"),
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
    return sorted(os.path.join(where, f) for f in
                  os.listdir(os.path.join(tree, where)) if f.endswith(".c"))


def affected(tree, changed):
    """The files of lib/ to compile again: a header may be anyone's."""
    if changed.endswith(".c"):
        return [os.path.join("lib", changed)]
    return sources(tree, "lib")


def plant(tree, bug):
    _, _, name, old, new = bug
    path = os.path.join(tree, "lib", name)
    with open(path, encoding="ascii") as f:
        text = f.read()
    if text.count(old) != 1:
        sys.exit(f"fuzz/plant.py: '{bug[0]}' fits {text.count(old)} times in "
                 f"lib/{name}: put the list of bugs right")
    with open(path, "w", encoding="ascii") as f:
        f.write(text.replace(old, new))
    return path, text


class Tree:
    """A copy of the project, its objects, and its targets."""

    def __init__(self, scratch):
        self.root = os.path.join(scratch, "tree")
        self.objects = os.path.join(scratch, "objects")
        os.makedirs(self.objects)
        for name in ("lib", "include", "fuzz"):
            shutil.copytree(os.path.join(ROOT, name),
                            os.path.join(self.root, name))
        compile_all(self.root, sources(self.root, "lib") + [
            f for f in sources(self.root, "fuzz") if "replay" not in f],
            self.objects)
        self.targets = [os.path.basename(f)[5:-2]
                        for f in sources(self.root, "fuzz") if "fuzz_" in f]

    def link(self, target):
        common = [os.path.join(self.objects, f)
                  for f in os.listdir(self.objects)
                  if not f.startswith("fuzz_")]
        out = os.path.join(self.objects, "fuzz_" + target)
        subprocess.run(["clang", *FLAGS, "-fsanitize=fuzzer", out + ".o",
                        *common, "-lm", "-o", out], check=True)
        return out

    def fuzz(self, target, seconds):
        """(caught, executions, seconds) of one target."""
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
    path, text = plant(tree.root, bug)
    files = affected(tree.root, bug[2])
    compile_all(tree.root, files, tree.objects)
    first = [bug[1]]
    for target in first + [t for t in tree.targets if t not in first]:
        caught, runs, took = tree.fuzz(target, seconds)
        if caught:
            break
    with open(path, "w", encoding="ascii") as f:
        f.write(text)
    compile_all(tree.root, files, tree.objects)
    return caught, target, runs, took


def main():
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
