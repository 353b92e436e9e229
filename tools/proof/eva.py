# SPDX-License-Identifier: MIT
"""Runs Frama-C's Eva on the drivers of this folder, two at a time.

    python3 eva.py MACHDEP [DRIVER...]     in a scratch directory

A driver is a function prove_* of the C files here and a row of eva.csv: the
statements that the analysis must reach, the alarms left, and how Eva is told to
unroll loops and to keep cases apart.  A driver passes with the alarms of its
row, which is 0 but for what is not yet proved (an assertion that is not proved
is an alarm), and with at least that many statements reached, so that none goes
vacuous.  Every entry point of lib/secrisk.map is called by a driver, but for
those of unproved.csv, each with its reason.
"""
import csv
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SECONDS = 170  # for one driver


def rows(name):
    with open(HERE / name, encoding="ascii", newline="") as f:
        return list(csv.DictReader(f))


def sources():
    return sorted(HERE.glob("*.c"))


def check_lists(drivers):
    """Every driver has a row, and every entry point a driver or a reason."""
    text = "".join(path.read_text() for path in sources())
    defined = set(re.findall(r"^void (prove_\w+)\(void\)", text, re.M))
    wrong = [f"{name}: not both in eva.csv and in a C file"
             for name in sorted(defined ^ {d["driver"] for d in drivers})]
    unproved = {row["function"] for row in rows("unproved.csv")}
    for name in re.findall(r"(secrisk_\w+);", (ROOT / "lib/secrisk.map").read_text()):
        called = re.search(rf"\b{name}\(", text) is not None
        if called == (name in unproved):
            wrong.append(f"{name}: called by a driver: {called}; in unproved.csv: "
                         f"{name in unproved}")
    return wrong


def parse(machdep):
    copy = Path("lib")
    if not copy.exists():
        subprocess.run([sys.executable, HERE / "annotate.py", HERE / "eva.acsl",
                        ROOT / "lib", copy], check=True)
    flags = (f"-I{ROOT}/include -I{HERE} -DSECRISK_SMALL=1 -U__GNUC__"
             " -U__clang__")
    done = subprocess.run(
        ["frama-c", "-machdep", machdep, f"-cpp-extra-args={flags}", *sources(),
         *sorted(copy.glob("*/*.c")), "-save", f"{machdep}.sav"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        sys.exit(done.stdout.decode())


def analyse(machdep, row):
    """(seconds, what Eva says, None if it ran out of time)"""
    start = time.monotonic()
    slevel = ",".join(["secrisk__nth:3000", *row["slevel"].split()])

    command = ["frama-c", "-load", f"{machdep}.sav", "-eva", "-main",
               row["driver"], "-eva-ilevel", "256", "-eva-split-limit", "256",
               "-eva-min-loop-unroll", row["unroll"] or "44",
               "-eva-slevel-function", slevel]
    if row["split_return"]:
        command += ["-eva-split-return-function",
                    ",".join(row["split_return"].split())]
    if row["spec"]:  # proved by its own drivers for every vector
        command += ["-eva-use-spec", row["spec"]]
    try:
        out = subprocess.run(command, stdout=subprocess.PIPE, timeout=SECONDS,
                             stderr=subprocess.STDOUT, check=False).stdout.decode()
    except subprocess.TimeoutExpired:
        out = None
    return time.monotonic() - start, out


def judge(machdep, row, seconds, out):
    """Prints a line; is the driver proved?"""
    wrong = f"no result in {SECONDS} s"
    reached = 0
    if out is not None:
        found = re.search(r"(\d+) statements reached", out)
        reached = int(found[1]) if found else 0
        alarms = re.findall(r"\[eva:alarm\] (\S+):.*\n(.*)", out)
        wrong = ""
        if len(alarms) != int(row["alarms"]):
            wrong = "".join(f"\n    {place} {what.strip()}"
                            for place, what in alarms)
        if not re.search(r"^ *\d+ alarms? generated", out, re.M):
            wrong = "\n" + out[-2000:]
        if reached < int(row["statements"]):
            wrong += f"\n    fewer than {row['statements']} statements reached"
    print(f"{'FAIL' if wrong else 'ok':5}{machdep:12}{row['driver']:26}"
          f"{reached:5} statements {row['alarms']:>2} alarms {seconds:4.0f} s"
          f"{wrong}", flush=True)
    return not wrong


def main():
    machdep, *wanted = sys.argv[1:]
    drivers = rows("eva.csv")
    wrong = check_lists(drivers)
    print("".join(line + "\n" for line in wrong), end="")
    chosen = [d for d in drivers if not wanted or d["driver"] in wanted]
    parse(machdep)
    with ThreadPoolExecutor(2) as pool:
        proved = list(pool.map(
            lambda row: judge(machdep, row, *analyse(machdep, row)), chosen))
    clean = sum(d["alarms"] == "0" for d in chosen)
    print(f"{machdep}: {sum(proved)} of {len(proved)} drivers as listed, "
          f"{clean} of them with no alarm")
    return bool(wrong) or not all(proved)


if __name__ == "__main__":
    sys.exit(main())
