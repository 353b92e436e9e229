# SPDX-License-Identifier: MIT
"""Counts the results that `meson test` left in a build directory.

    python3 summary.py BUILD [NAME...]

Every case of a TAP test counts.  A program that crashed, ran out of time, or
failed without saying which case did, counts as one failure more; so does a
NAME that no test bears, a run without any test, and a skip that the build's
options do not explain.  The last line is "N passed, N failed"; the exit status
is 0 only if none failed.
"""
import json
import os
import re
import sys
from pathlib import Path

CASE = re.compile(r"^(not )?ok\b(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)(.*)$")
SKIP = re.compile(r"# *skip\b *(.*)$", re.I)
SHOWN = 200  # lines of a failing test's output

FEATURES = ("cvss2", "cvss3", "cvss4", "names", "json", "lenient", "dread",
            "risk", "help")


class Build:
    """What a build's options say, as far as they may excuse a skip."""

    def __init__(self, build):
        path = build / "meson-info" / "intro-buildoptions.json"
        options = {o["name"]: o["value"]
                   for o in json.loads(path.read_text())}
        self.left_out = {f for f in FEATURES if not options.get(f, True)}
        self.sanitized = options.get("b_sanitize", "none") != "none" or any(
            "-fsanitize" in arg for arg in options.get("c_args", []))

    def explains(self, test, why):
        """Each reason that a test may give, and when it holds."""
        if why.startswith("this build leaves neither"):
            return not self.left_out & {"dread", "risk"}
        if why.startswith("this build leaves"):
            return bool(self.left_out)
        if why.startswith("no corpus"):
            corpus = (test.get("env") or {}).get("SECRISK_CORPUS", "")
            return bool(self.left_out) or not os.path.exists(
                os.path.join(corpus, "open.csv"))
        if why.startswith("this build needs more to start"):
            return self.sanitized
        if why.startswith("no cases"):
            return not os.path.exists(os.path.join(
                os.path.dirname(os.path.abspath(__file__)),
                "../../shared/cases/find.tsv"))
        return why.startswith("no terminals")


def unexplained(test, build):
    """The reasons that a test gave for a skip and that do not hold."""
    lines = (test.get("stdout") or "").splitlines()
    whys = [SKIP.search(line)[1] for line in lines
            if (CASE.match(line) or PLAN.match(line)) and SKIP.search(line)]
    if not whys and test["result"] == "SKIP":
        whys = ["no reason given"]
    return [why for why in whys if not build.explains(test, why)]


def count_cases(stdout):
    """Returns passed, failed, skipped and planned of a TAP text."""
    passed = failed = skipped = 0
    planned = None
    for line in stdout.splitlines():
        plan = PLAN.match(line)
        if plan:
            planned = int(plan[1])
            skipped += planned == 0
        case = CASE.match(line)
        if not case:
            continue
        if SKIP.search(case[2]):
            skipped += 1
        elif case[1]:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped, planned


def count(test):
    """Returns passed, failed and skipped of one entry of Meson's log."""
    result = test["result"]
    passed, failed, skipped, planned = count_cases(test.get("stdout") or "")
    if planned is None:  # no TAP: the exit status is the one case
        passed, failed, skipped = 0, 0, 0
        if result == "SKIP":
            skipped = 1
        elif result in ("OK", "EXPECTEDFAIL"):
            passed = 1
        else:
            failed = 1
        return passed, failed, skipped
    whole = planned == 0 or passed + failed + skipped == planned
    if failed == 0 and not (whole and result in ("OK", "SKIP")):
        failed += 1
    return passed, failed, skipped


def describe(test, passed, failed, skipped, wrong):
    words = [f"{passed} passed"]
    if failed:
        words.append(f"{failed} failed")
    if skipped:
        words.append(f"{skipped} skipped")
    if test["result"] in ("TIMEOUT", "INTERRUPT", "ERROR"):
        words.append(test["result"].lower())
    head = "FAIL" if failed else "ok" if passed else "skip"
    print(f"{head:<5}{test['name']:<32}{test['duration']:6.1f} s  "
          + ", ".join(words))
    output = ((test.get("stdout") or "") + (test.get("stderr") or ""))
    lines = output.splitlines()
    for why in wrong:
        print(f"     | no option of this build explains the skip: {why}")
    if failed > len(wrong):
        for line in lines[-SHOWN:]:
            if not CASE.match(line) or line.startswith("not ok"):
                print("     | " + line)
        print(f"     | (exit status {test['returncode']})")
    else:  # say what was left out, and why
        for line in lines:
            if SKIP.search(line):
                print("     | " + line)


def main():
    build, names = Path(sys.argv[1]), sys.argv[2:]
    # With --wrap, Meson puts the wrapper's name into the log's.
    logs = sorted((build / "meson-logs").glob("testlog*.json"),
                  key=lambda log: log.stat().st_mtime)
    lines = logs[-1].read_text().splitlines() if logs else []
    tests = [json.loads(line) for line in lines]
    for test in tests:  # "secrisk:suite / name" when there are suites
        test["name"] = test["name"].split(" / ")[-1]
    total = [0, 0, 0]
    options = Build(build)
    for test in sorted(tests, key=lambda t: t["name"]):
        passed, failed, skipped = count(test)
        wrong = unexplained(test, options)
        counts = (passed, failed + len(wrong), skipped)
        describe(test, *counts, wrong)
        total = [a + b for a, b in zip(total, counts)]
    ran = {test["name"] for test in tests}
    for name in names:
        if name not in ran:
            print(f"FAIL {name}: no test of that name")
            total[1] += 1
    if total[0] + total[1] == 0:
        print("FAIL no test ran")
        total[1] = 1
    if tests:
        slowest = max(tests, key=lambda t: t["duration"])
        print(f"slowest: {slowest['name']}, {slowest['duration']:.1f} s"
              + (f"; {total[2]} skipped" if total[2] else ""))
    print(f"{total[0]} passed, {total[1]} failed")
    return 1 if total[1] else 0


if __name__ == "__main__":
    sys.exit(main())
