# SPDX-License-Identifier: MIT
"""Runs Frama-C's Eva on the drivers of this folder, two at a time.

    python3 eva.py MACHDEP [NAME...]     in a scratch directory

NAME is a driver, "all" for every one of them, or "exact:FROM:STEP" for drivers of
the lengths FROM, FROM + STEP... up to 64, and 1,024 in place of 0.  All drivers
and no lengths unless one is named.  One more always runs, which tells parse that
a text is longer than its memory: it passes if Eva sees that.

A driver is a function prove_* of the C files here and a row of eva.csv: the
statements that the analysis must reach, the alarms left, why they are left, and
how Eva is told to unroll loops and to keep cases apart.  A driver passes with
the alarms of its row, which is 0 but for what is not yet proved (an assertion
that is not proved is an alarm), and with at least that many statements reached,
so that none goes vacuous.  Those in fast/ are of the fast variant.  Every entry
point of lib/secrisk.map is called by a driver, or named in wp.sh, which proves it.

The driver of a length reads a text that fills an array of exactly that many
bytes: a read outside of the text is one outside of the array.  There are two
such arrays, so that Eva takes no byte of either for known.  It goes by the row of
prove_cvss_parse, its statements by exact.csv.

lib/base/bytes.c is read without its "volatile", which is there for compilers:
a store through such a pointer leaves any value, for Eva, and a copied vector
would have no version.  What a driver takes by its specification is named in its
row: the contract stands in any.h.
"""
import csv
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SECONDS = 240  # of CPU, for one driver
LENGTHS = [1024, *range(1, 65)]
TOO_LONG = 65  # for its memory


def rows(name):
    with open(HERE / name, encoding="ascii", newline="") as f:
        return list(csv.DictReader(f))


def sources():
    return sorted(HERE.glob("*.c"))


def fast_sources():
    """Those of the drivers that are of the fast variant."""
    return sorted((HERE / "fast").glob("*.c"))


def defined_in(paths):
    text = "".join(path.read_text() for path in paths)
    return set(re.findall(r"^void (prove_\w+)\(void\)", text, re.M))


def exact(length, given=None):
    """A driver of texts of one length, in as many bytes or those given."""
    return f"""
static char text_{length}[{given or length}];
static char other_{length}[{given or length}];
void exact_{length}(void) {{
  secrisk_cvss v;
  secrisk_diag d;
  any(text_{length}, sizeof text_{length});
  any(other_{length}, sizeof other_{length});
  (void)secrisk_cvss_parse(Frama_C_nondet_ptr(text_{length}, other_{length}),
                           {length}, u32(), &v, &d);
}}
"""


def like_parse(drivers):
    return next(d for d in drivers if d["driver"] == "prove_cvss_parse")


def exact_rows(wanted, drivers):
    """A row for each length of "exact:FROM:STEP"."""
    like = like_parse(drivers)
    least = {int(r["length"]): r["statements"] for r in rows("exact.csv")}
    for word in wanted:
        if word.startswith("exact:"):
            first, step = (int(n) for n in word.split(":")[1:])
            for length in LENGTHS:
                if length % 1024 % step == first % step:
                    at_least = max(n for n in least if n <= length)
                    yield {**like, "driver": f"exact_{length}", "alarms": "0",
                           "statements": least[at_least]}


def check_lists(drivers):
    """Every driver has a row, and every entry point a driver or a reason."""
    text = "".join(path.read_text() for path in sources())
    defined = defined_in(sources() + fast_sources())
    wrong = [f"{name}: not both in eva.csv and in a C file"
             for name in sorted(defined ^ {d["driver"] for d in drivers})]
    by_wp = (HERE / "wp.sh").read_text()
    for name in re.findall(r"(secrisk_\w+);", (ROOT / "lib/secrisk.map").read_text()):
        if not (re.search(rf"\b{name}\(", text)
                or re.search(rf"\b{name}\b", by_wp)):
            wrong.append(f"{name}: neither called by a driver nor proved by wp.sh")
    return wrong


def parse(machdep, saved, small, files):
    """Saves what Frama-C reads of these files and of the copy of lib/."""
    copy = Path("lib")
    if not copy.exists():
        subprocess.run([sys.executable, HERE / "annotate.py", HERE / "eva.acsl",
                        ROOT / "lib", copy], check=True)
    flags = (f"-I{ROOT}/include -I{HERE} -Ilib -DSECRISK_SMALL={small}"
             " -U__GNUC__ -U__clang__")
    done = subprocess.run(
        ["frama-c", "-machdep", machdep, f"-cpp-extra-args={flags}", *files,
         *sorted(copy.glob("*/*.c")),
         f"-cpp-extra-args-per-file={copy}/base/bytes.c:-Dvolatile=",
         "-save", saved],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        sys.exit(done.stdout.decode())


def parse_both(machdep):
    more = Path("exact.c")
    more.write_text('#include "any.h"\n' + "".join(map(exact, LENGTHS))
                    + exact(TOO_LONG, TOO_LONG - 1))
    parse(machdep, f"{machdep}.sav", 1, [*sources(), more])
    parse(machdep, f"{machdep}.fast.sav", 0, fast_sources())


def analyse(machdep, row):
    """(seconds, what Eva says, None if it ran out of time)"""
    start = time.monotonic()
    slevel = ",".join(["secrisk__nth:3000", *row["slevel"].split()])
    fast = ".fast" if row["driver"] in defined_in(fast_sources()) else ""
    command = ["prlimit", f"--cpu={SECONDS}", "frama-c", "-load",
               f"{machdep}{fast}.sav", "-eva", "-main",
               row["driver"], "-eva-ilevel", row["ilevel"] or "256",
               "-eva-split-limit", "256",
               "-eva-min-loop-unroll", row["unroll"] or "44",
               "-eva-slevel-function", slevel]
    if row["split_return"]:
        command += ["-eva-split-return-function",
                    ",".join(row["split_return"].split())]
    if row["spec"]:  # proved by its own drivers for every vector
        command += ["-eva-use-spec", row["spec"]]
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    late = done.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
    return time.monotonic() - start, None if late else done.stdout.decode()


def judge(machdep, row, seconds, out):
    """Prints a line; is the driver proved?"""
    wrong = f"no result in {SECONDS} s of CPU"
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
        wrong += "".join(f"\n    {line}" for line in out.splitlines()
                         if "User Error" in line)
        if reached < int(row["statements"]):
            wrong += f"\n    fewer than {row['statements']} statements reached"
    print(f"{'FAIL' if wrong else 'ok':5}{machdep:12}{row['driver']:26}"
          f"{reached:5} statements {row['alarms']:>2} alarms {seconds:4.0f} s"
          f"{wrong}", flush=True)
    return not wrong


def sees_too_long(machdep, drivers):
    """Is a read behind a text's memory an alarm?"""
    row = {**like_parse(drivers), "driver": f"exact_{TOO_LONG}"}
    seconds, out = analyse(machdep, row)
    alarm = out is not None and "out of bounds read" in out
    print(f"{'ok' if alarm else 'FAIL':5}{machdep:12}a text longer than its memory"
          f"{'' if alarm else ' not'} seen {seconds:4.0f} s", flush=True)
    return alarm


def say_open(drivers):
    """The drivers with alarms; returns those that do not say why."""
    alarms = [d for d in drivers if d["alarms"] != "0"]
    for d in alarms:
        print(f"open {d['driver']}: {d['alarms']} alarms: {d['reason']}")
    print(f"{len(alarms)} of {len(drivers)} drivers have an alarm")
    return [d["driver"] + ": alarms without a reason"
            for d in alarms if not d["reason"]]


def main():
    machdep, *wanted = sys.argv[1:]
    drivers = rows("eva.csv")
    wrong = check_lists(drivers) + say_open(drivers)
    print("".join(line + "\n" for line in wrong), end="")
    lengths = list(exact_rows(wanted, drivers))
    named = [w for w in wanted if not w.startswith("exact:")]
    chosen = [d for d in drivers if d["driver"] in named
              or "all" in named or not (named or lengths)] + lengths
    missing = set(named) - {"all"} - {d["driver"] for d in drivers}
    if missing or not chosen:
        sys.exit(f"no such driver: {missing or wanted}")
    parse_both(machdep)
    with ThreadPoolExecutor(2) as pool:
        proved = list(pool.map(
            lambda row: judge(machdep, row, *analyse(machdep, row)), chosen))
    clean = sum(d["alarms"] == "0" for d in chosen)
    print(f"{machdep}: {sum(proved)} of {len(proved)} drivers as listed, "
          f"{clean} of them with no alarm")
    proved.append(sees_too_long(machdep, drivers))
    return bool(wrong) or not all(proved)


if __name__ == "__main__":
    sys.exit(main())
