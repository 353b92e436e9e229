# SPDX-License-Identifier: MIT
# What the Python tests share: programs run, checks counted, TAP printed.
import os
import subprocess
import sys

count = 0
failed = 0


def ok(name, good, *notes):
    """One check; the notes are shown when it fails."""
    global count, failed
    count += 1
    failed += not good
    print("ok" if good else "not ok", count, "-", name.replace("#", "\\#"))
    for note in () if good else notes:
        for line in str(note).split("\n"):
            print("#  ", line)
    sys.stdout.flush()


def equal(name, got, want):
    ok(name, got == want, "got:      %r" % (got,), "expected: %r" % (want,))


def skip(name, why):
    global count
    count += 1
    print("ok %d - %s # SKIP %s" % (count, name, why))


def with_terminals(check):
    """Runs a check that needs pseudo-terminals, where there are any."""
    try:
        for end in os.openpty():
            os.close(end)
    except OSError as why:
        skip(check.__name__, "no terminals: %s" % why)
        return
    check()


def done():
    print("1..%d" % count)
    print("# %d passed, %d failed" % (count - failed, failed))
    sys.exit(failed != 0)


def run(args, stdin=b"", env=None, **more):
    """Runs a program; returns (exit status, standard output and error)."""
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    clean["LC_ALL"] = "C"  # strerror speaks English
    clean.update(env or {})
    p = subprocess.run(args, input=stdin, env=clean, timeout=60,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    return p.returncode, p.stdout, p.stderr
