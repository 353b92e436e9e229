# SPDX-License-Identifier: MIT
# The register: golden outputs, options, files, size.
#   test_register_cli.py REGISTER INPUT GOLDEN [--update]
import csv
import hashlib
import io
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

from register_case import H, INPUT, PUMP, REGISTER, V, row
from tap import done, equal, ok, run, skip, with_terminals

GOLDEN = os.path.abspath(sys.argv[3])
UPDATE = sys.argv[4:] == ["--update"]


def settled(out):
    """Without what depends on the version, or on libmd."""
    out = re.sub(rb"(secrisk\) )[0-9.]+", rb"\1N", out)
    out = re.sub(rb'SHA-256 (not comp[^<]*|[0-9a-f]{64})', b"SHA-256 N", out)
    return re.sub(rb'"sha256":(null|"[0-9a-f]{64}")', b'"sha256":N', out)


def golden(name, got):
    path = os.path.join(GOLDEN, name)
    got = settled(got)
    if UPDATE:
        with open(path, "wb") as f:
            f.write(got)
    with open(path, "rb") as f:
        equal("golden " + name, got, f.read())


def golden_cases():
    for name, args, status in [
            ("help.txt", ["--help"], 0),
            ("table.txt", [PUMP], 1),
            ("strict.txt", ["--policy", "strict", PUMP], 1),
            ("pump.json", ["--json", PUMP], 1),
            ("pump.csv", ["--csv", PUMP], 1),
            ("pump.html", ["--html", "-", PUMP], 1),
            ("dated.html", ["--html=-", "--date=2 May", "--title", "A & B",
                            PUMP], 1)]:
        got, out, err = run([REGISTER] + args, cwd=INPUT)
        equal(name + ": exit status", got, status)
        equal(name + ": nothing on standard error", err, b"")
        golden(name, out)


def pump_covers():
    """Every decision and every missing bit occurs in the shipped register."""
    data = json.loads(run([REGISTER, "--json", PUMP], cwd=INPUT)[1])
    for word, n in data["decisions"].items():
        ok("decision " + word, (n > 0) == (word != "not-read"))
    for word, n in data["missing"].items():
        ok("missing " + word, n > 0)
    systems = {t["initial"]["system"].split()[0] for t in data["threats"]}
    equal("systems", systems, {"CVSS", "DREAD", "level"})
    equal("versions", {t["initial"]["system"] for t in data["threats"]} >=
          {"CVSS 2.0", "CVSS 3.1", "CVSS 4.0"}, True)


# --- Options, files, size ----------------------------------------------------

def options():
    for args in [["--frob"], ["-x"], ["--policy", "lax"], ["--policy"],
                 ["--html"], ["--json", "--csv"], ["--json", "--html", "-"],
                 ["--open", "--json"], ["--columns", "no-such-file"],
                 ["--matrix", "no-such-file"], ["--since", "no-such-file", PUMP],
                 ["a", "b"], ["no-such-file"], ["."],
                 ["--html", "no/such/folder", PUMP]]:
        status, out, err = run([REGISTER] + args, cwd=INPUT)
        equal("%s: exit status" % args, (status, out), (2, b""))
        ok("%s: a message" % args, err.startswith(b"register: "), err)
    out = run([REGISTER, "--version"])[1]
    ok("version", out.startswith(b"register (secrisk) "), out)
    for line in run([REGISTER, "--help"])[1].split(b"\n"):
        ok("help in 80 columns", len(line) <= 80, line)
    for line in run([REGISTER, PUMP], cwd=INPUT)[1].split(b"\n"):
        ok("table in 80 columns", len(line) <= 80, line)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        both = run([REGISTER, "--html", path, PUMP], cwd=INPUT)
        equal("a page and the table", both,
              run([REGISTER, PUMP], cwd=INPUT))
        with open(path, "rb") as f:
            equal("the page", f.read(),
                  run([REGISTER, "--html", "-", PUMP], cwd=INPUT)[1])
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            p = subprocess.run([REGISTER, PUMP], cwd=INPUT, stdout=full,
                               stderr=subprocess.PIPE)
        ok("a full disk", p.returncode == 2 and b"write" in p.stderr, p.stderr)


def progress():
    """On a terminal only, and gone before anything else is written."""
    import pty
    main, other = pty.openpty()
    p = subprocess.Popen([REGISTER, "--csv"], stdin=subprocess.PIPE,
                         stdout=subprocess.DEVNULL, stderr=other)
    p.communicate(big(12000))
    os.close(other)
    got = os.read(main, 65536)
    os.close(main)
    ok("progress", b"5000 of 12000 rows" in got and
       b"10000 of 12000 rows" in got, got)
    ok("and gone at the end", got.endswith(b"\r" + b" " * 40 + b"\r"), got)
    equal("not in a file", run([REGISTER, "--csv"], big(12000))[2], b"")


def colour():
    import pty
    for more, want in [({"TERM": "xterm"}, True), ({"NO_COLOR": "1"}, False)]:
        main, other = pty.openpty()
        env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        env.update(more)
        p = subprocess.Popen([REGISTER, "-"], stdin=subprocess.PIPE,
                             stdout=other, env=env)
        p.communicate(b"id,initial\nT,High\n")
        os.close(other)
        equal("colour %s" % more, b"\x1b[" in os.read(main, 65536), want)
        os.close(main)


def big(count):
    rows = [row(V, "hidden verified 'a' crypto 'TLS' MAV:P", "caps",
                id="T%d" % (i * 7919 % count)) for i in range(count)]
    return (H + "".join(rows)).encode()


def sizes():
    times = []
    for count in (10000, 50000):
        data = big(count)
        start = time.process_time(), resource.getrusage(
            resource.RUSAGE_CHILDREN).ru_utime
        status, out, _ = run([REGISTER, "--csv"], data)
        times.append(resource.getrusage(
            resource.RUSAGE_CHILDREN).ru_utime - start[1])
        equal("%d rows" % count, (status, out.count(b"\r\n")),
              (0, count + 1))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print("# 10,000 and 50,000 rows: %.2f and %.2f s, at most %d KiB" %
          (times[0], times[1], memory))
    ok("linear", times[1] < 9 * times[0] + 1, times)
    # A sanitizer keeps a byte or more of its own for each.
    if not re.search(b"__[amt]san_init", open(REGISTER, "rb").read()):
        ok("memory, as docs/register.md says", memory < 64 * 1024, memory)
    else:
        skip("memory", "this build needs more to start")
    status, out, _ = run([REGISTER, "--html", "-"], big(2000))
    equal("a large page", status, 0)
    for name, text in [
            ("quotes", b'id,initial\n"' + b'""' * 500000),
            ("open quotes", b"id,initial\n" + b'"\n' * 200000),
            ("separators", b"id,initial\n" + b"," * 1000000),
            ("controls", b"id,initial,controls\nT,Low," +
             b"hidden verified;" * 100000),
            ("one id", b"id,initial\n" + b"T,Low\n" * 20000)]:
        start = time.time()
        run([REGISTER, "--csv"], text)
        ok("in time: " + name, time.time() - start < 20, time.time() - start)


def hashes():
    """The SHA-256 of register, policy and matrix, where the build has libmd."""
    with open(REGISTER, "rb") as f:
        has = b"SHA256Data" in f.read()
    policy = os.path.join(INPUT, "policies/strict.policy")
    matrix = os.path.join(INPUT, "matrices/owasp-risk-rating.matrix")
    for length in 0, 55, 56, 63, 64, 65, 4096:
        register = b"id,initial\nA,High\n" + b"\n" * length
        out = run([REGISTER, "--json", "--policy", policy, "--matrix", matrix],
                  register)[1]
        page = run([REGISTER, "--html", "-"], register)[1]
        got = re.findall(rb'"sha256":"?([0-9a-z]+)', out)
        want = [hashlib.sha256(register).hexdigest()]
        for name in policy, matrix:
            with open(name, "rb") as f:
                want.append(hashlib.sha256(f.read()).hexdigest())
        if has:
            equal("SHA-256, %d bytes" % len(register), sorted(got),
                  sorted(h.encode() for h in want))
            ok("SHA-256 on the page", want[0].encode() in page)
        else:
            equal("no SHA-256", (got, b"SHA-256 not computed" in page),
                  ([b"null"] * 3, True))


golden_cases()
pump_covers()
hashes()
options()
with_terminals(colour)
with_terminals(progress)
sizes()
done()
