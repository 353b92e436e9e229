# SPDX-License-Identifier: MIT
"""Counts the results that `meson test` left in a build directory.

    python3 summary.py BUILD [NAME...]

Every case of a TAP test counts.  A program that crashed, ran out of time, or
failed without saying which case did, counts as one failure more; so does a
NAME that no test bears, and a run without any test.  The last line is
"N passed, N failed"; the exit status is 0 only if none failed.
"""
import json
import re
import sys
from pathlib import Path

CASE = re.compile(r"^(not )?ok\b(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)(.*)$")
SHOWN = 200  # lines of a failing test's output


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
        if re.search(r"# *skip", case[2], re.I):
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


def describe(test, passed, failed, skipped):
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
    if failed:
        for line in lines[-SHOWN:]:
            if not CASE.match(line) or line.startswith("not ok"):
                print("     | " + line)
        print(f"     | (exit status {test['returncode']})")
    else:  # say what was left out, and why
        for line in lines:
            if re.search(r"# *skip", line, re.I):
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
    for test in sorted(tests, key=lambda t: t["name"]):
        counts = count(test)
        describe(test, *counts)
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
