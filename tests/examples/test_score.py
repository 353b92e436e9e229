# SPDX-License-Identifier: MIT
# What the command line says: every option, every status, against golden files.
#   test_score.py SCORE DATA [--update]
import os
import shutil
import sys

from tap import done, equal, ok, run, skip

SCORE, DATA = (os.path.abspath(name) for name in sys.argv[1:3])
UPDATE = sys.argv[3:] == ["--update"]

V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
DREAD = "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"
BARE = V31[9:]
V20 = "AV:N/AC:L/Au:N/C:P/I:P/A:P"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
ALL40 = ("CVSS:4.0/AV:P/AC:H/AT:N/PR:H/UI:P/VC:L/VI:N/VA:H/SC:L/SI:N/SA:H/E:U/"
         "CR:L/IR:H/AR:M/MAV:L/MAC:L/MAT:P/MPR:L/MUI:N/MVC:H/MVI:H/MVA:H/MSC:H/"
         "MSI:S/MSA:S/S:P/AU:Y/R:U/V:C/RE:M/U:Amber")
MIXED = "\n".join([V31, "CVSS:3.1/AV:Q", V20, "rubbish", V40, ""]).encode()


def data(name):
    with open(os.path.join(DATA, name), "rb") as f:
        return f.read()


VECTORS, ADVISORY = data("vectors.txt"), data("advisory.txt")

# name, arguments, standard input, exit status; output in DATA/name.out, .err
GOLDEN = [
    ("help", ["--help"], b"", 0),
    ("block", [], VECTORS, 0),
    ("block-arguments", [V31, V20], b"", 0),
    ("explain-31", ["--explain", V31 + "/E:P/CR:H/MAV:L"], b"", 0),
    ("explain-30", ["-e", "CVSS:3.0/" + BARE], b"", 0),
    ("explain-20", ["-e", V20 + "/E:F/RL:OF/RC:C"], b"", 0),
    ("explain-40", ["-e", V40], b"", 0),
    ("explain-all-40", ["-e", ALL40], b"", 0),
    ("tsv", ["--tsv"], VECTORS, 0),
    ("tsv-header", ["--header", V31, V20, V40], b"", 0),
    ("json", ["--json"], VECTORS, 0),
    ("find", ["--find"], ADVISORY, 0),
    ("find-tsv", ["-f", "-t"], ADVISORY, 0),
    ("find-json", ["-fj"], ADVISORY, 0),
    ("find-lenient", ["-flt"], ADVISORY, 0),
    ("find-hint", ["-ft", "--version-hint", "3.1"], ADVISORY, 0),
    ("find-files", ["-ft", "advisory.txt", "-", "vectors.txt"], b"x " +
     V31.encode(), 0),
    ("find-file-block", ["-f", "advisory.txt"], b"", 0),
    ("find-none", ["--find"], b"nothing here\n", 1),
    ("hint-30", ["--version-hint=3.0", BARE, V20], b"", 0),
    ("hint-31", ["--version-hint", "3.1", BARE], b"", 0),
    ("lenient", ["--lenient", "(" + V20 + ")", "cvss:3.1/" + BARE.lower() + "/",
                 "  " + V31 + "\t", "CVSS2#" + V20, "CVSS:2.0/" + V20,
                 "CVSS:4.0/AC:L/AV:N" + V40[18:], V20 + "/E:F"], b"", 0),
    ("lenient-tsv", ["-l", "-t", " \t" + V31 + " "], b"", 0),
    ("mixed", [], MIXED, 1),
    ("mixed-tsv", ["--tsv"], MIXED, 1),
    ("mixed-json", ["--json"], MIXED, 1),
    ("stream", ["--stream"], b"\n" + MIXED + b" \n", 0),
    ("stream-json", ["--stream", "--json"], b"\n" + MIXED, 0),
    ("stream-policy", ["--stream", "--policy=strict", "--profile=CVSS:3.1/MAV:P"],
     b"\n" + MIXED + DREAD.encode(), 0),
    ("stream-header", ["--stream", "--header"], b"", 2),
    ("stream-find", ["--stream", "--find"], b"", 2),
    ("stream-field", ["--stream", "--field=1"], b"", 2),
    ("stream-explain", ["--stream", "--explain"], b"", 2),
    ("ways-out", ["(" + V20 + ")", BARE, "(" + BARE + ")", V31 + "\n"], b"", 1),
    ("statuses", ["", "A" * 1025, "CVSS:3.2/AV:N", "rubbish", "AV:N AC:L",
                  V31 + "/XX:Y", V31 + "/E:Z", V31 + "/E:", V31 + "/AV:N",
                  "CVSS:4.0/AC:L/AV:N", V31[:-4], V20 + "/E:F"], b"", 1),
    ("unsafe", ["CVSS:3.1/\x01\t\\\x7f" + "\u00e9", "\u20ac" * 30 + V31], b"", 1),
    ("near", ["-f", "--near"], ADVISORY, 0),
    ("near-json", ["-fj", "--near"], ADVISORY, 0),
    ("as-said", ["-f"], ("CVSSv3.1 (" + BARE + ")").encode(), 0),
    ("profile", ["--profile=CVSS:3.1/CR:H/MAV:L", "--profile", "CVSS:4.0/MAV:P",
                 V31, V40, V20, "CVSS:3.0/" + BARE], b"", 0),
    ("profile-tsv", ["--profile=CVSS:3.1/CR:H/MAV:L", "--header", V31, V20, "x"],
     b"", 1),
    ("profile-json", ["--profile=CVSS:3.1/CR:H/MAV:L", "-j", V31, V20], b"", 0),
    ("profile-base", ["--profile", "CVSS:3.1/AV:L", V31], b"", 2),
    ("profile-bad", ["--profile", "CVSS:3.1/MAV:Q", V31], b"", 2),
    ("profile-twice", ["--profile=CVSS:3.1/CR:H", "--profile=CVSS:3.1/IR:H", V31],
     b"", 2),
    ("profile-empty", ["--profile", "CVSS:3.1/CR:X", V31], b"", 2),
    ("near-alone", ["--near", V31], b"", 2),
    ("raw-alone", ["--raw", V31], b"", 2),
    ("strict-alone", ["--strict-exit", V31], b"", 2),
    ("what-if-other", ["--what-if", "--range", DREAD, "CVSS:3.1/AV:N"], b"", 0),
    ("policy", ["--policy", "default", V31, V20, DREAD], b"", 0),
    ("policy-json", ["--policy=strict", "-j", V31], b"", 0),
    ("policy-bad", ["--policy", "mild", V31], b"", 2),
    ("policy-file", ["--policy", "own.policy", V31, V20, DREAD,
                     "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"], b"", 0),
    ("policy-file-tsv", ["--policy=own.policy", "--header", V31, V20], b"", 0),
    ("policy-file-bad", ["--policy", "bad.policy", V31], b"", 2),
    ("policy-file-rule", ["--policy", "benefit.policy", V31], b"", 2),
    ("policy-directory", ["--policy", ".", V31], b"", 2),
    ("policy-missing", ["--policy"], b"", 2),
    ("what-if", ["--what-if", V31 + "/E:P"], b"", 0),
    ("what-if-tsv", ["--what-if", "-t", V31], b"", 2),
    ("explain-tsv", ["-et", V31], b"", 2),
    ("explain-json", ["--json", "--explain", V31], b"", 2),
    ("range", ["--range", "CVSS:3.1/AV:N/AC:L/PR:N", V31], b"", 0),
    ("range-tsv", ["--range", "-t", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
                   V31, "CVSS:3.1/AV:Q"], b"", 1),
    ("range-json", ["--range", "-j", "CVSS:4.0/AV:P"], b"", 0),
    ("dread", [DREAD, "DREAD:EC-Council/D:7.5/R:8/E:9/A:4/DI:3",
               "DREAD:Howard/D:7/R:8/E:9/A:4/DI:3"], b"", 0),
    ("dread-explain", ["-e", DREAD], b"", 0),
    ("dread-tsv", ["-t", DREAD], b"", 0),
    ("dread-json", ["-j", DREAD, "DREAD:OP-TEE/D:11"], b"", 1),
    ("dread-bad", ["DREAD:OP-TEE/D:11", "DREAD:X/D:1", "DREAD:"], b"", 1),
    ("file-name", ["vectors.txt", "no-such-file"], b"", 1),
    ("completion-bash", ["--completion", "bash"], b"", 0),
    ("completion-zsh", ["--completion=zsh"], b"", 0),
    ("completion-fish", ["--completion=fish"], b"", 0),
    ("completion-bad", ["--completion", "tcsh"], b"", 2),
    ("no-value", ["--find=x"], b"", 2),
    ("both-formats", ["--tsv", "--json"], b"", 2),
    ("unknown-long", ["--frob"], b"", 2),
    ("unknown-short", ["-tx", V31], b"", 2),
    ("hint-bad", ["--version-hint=2.0", V31], b"", 2),
    ("hint-missing", ["--version-hint"], b"", 2),
    ("no-such-file", ["-f", "no-such-file"], b"", 2),
    ("goes-on", ["-ft", "no-such-file", "-"], V31.encode(), 2),
    ("directory", ["-f", "."], b"", 2),
]


def golden(name, got):
    path = os.path.join(DATA, name)
    if UPDATE:
        if got:
            with open(path, "wb") as f:
                f.write(got)
        elif os.path.exists(path):
            os.remove(path)
    return data(name) if os.path.exists(path) else b""


def golden_cases():
    for name, args, stdin, status in GOLDEN:
        got, out, err = run([SCORE] + args, stdin, cwd=DATA)
        equal(name + ": exit status", got, status)
        equal(name + ": standard output", out, golden(name + ".out", out))
        equal(name + ": standard error", err, golden(name + ".err", err))


def marked(err):
    """The byte number of the first message, and what it underlines."""
    lines = err.decode().split("\n")
    byte = int(lines[0].split("byte ")[1].split(":")[0])
    first, last = lines[2].find("^"), lines[2].rfind("^")
    return byte, lines[1][first:last + 1]


# vector, number of the byte at fault, what is underlined
CARETS = [
    (b"A" * 1025, 1025, "A"),
    (b"B" * 1024 + b"C" * 2000, 1025, "C" * 26),  # as far as the window goes
    (b"CVSS:3.2/AV:N", 6, "3.2"),
    (b"CVSS", 1, "CVSS"),
    (b"rubbish", 1, "rubbish"),
    (b"CVSS:3.1/AV:N AC:L", 14, " "),
    (b"CVSS:3.1/AV:N//AC:L", 15, "/"),
    (b"CVSS:3.1/AV", 12, ""),
    (V31.encode() + b"/XYZ:Y", 46, "XYZ"),
    (V31.encode() + b"/E:ZZ", 48, "ZZ"),
    (V31.encode() + b"/E:", 48, ""),
    (V31.encode() + b"/", 45, "/"),
    (V31.encode() + b"/AV:N", 46, "AV"),
    (b"CVSS:4.0/AC:L/AV:N", 15, "AV"),
    (V31.encode()[:-4], 41, ""),
    (b"CVSS:3.1/AV:\t", 13, ""),
    (b"CVSS:3.1/\t", 10, "\\x09"),
    (b"CVSS:3.1/\\", 10, "\\\\"),
    (b"CVSS:3.1/AV:N\xc3\xa9", 14, "\\xc3"),
    (b"CVSS:3.1/AV:N/\x80\xff", 15, "\\x80"),
    (b"\xe2\x82\xac", 1, "\\xe2"),
    (ALL40.encode() + b"/U:Red", len(ALL40) + 2, "U"),
]


def carets():
    for vector, byte, text in CARETS:
        _, _, err = run([SCORE, vector])
        name = "caret of %r" % vector[-30:]
        equal(name, marked(err), (byte, text if text else
                                  marked(err)[1][:1]))
        for line in err.split(b"\n")[1:3]:
            ok(name + ": narrow", len(line) < 90, line)
    _, _, err = run([SCORE], b"CVSS:3.1/A\0V\n")
    equal("caret of NUL", marked(err), (11, "\\x00"))
    _, _, err = run([SCORE], b"CVSS:3.1/\0V\n")
    equal("caret at NUL", marked(err), (10, "\\x00"))


def options():
    status, out, err = run([SCORE, "--version"])
    ok("version", status == 0 and out.startswith(b"score (secrisk) ")
       and out.count(b".") == 2 and err == b"", out)
    for short, name in [("-h", "--help"), ("-V", "--version")]:
        equal(short, run([SCORE, short]), run([SCORE, name]))
    for short, name in [("-e", "--explain"), ("-t", "--tsv"),
                        ("-j", "--json")]:
        equal(short, run([SCORE, short, V31]), run([SCORE, name, V31]))
    equal("options after vectors", run([SCORE, V31, "-t"]),
          run([SCORE, "-t", V31]))
    status, _, err = run([SCORE, "--", "--tsv"])
    equal("no options after --", (status, err.split(b":")[1]),
          (1, b" argument 1, byte 1"))
    equal("the last hint counts",
          run([SCORE, "--version-hint=3.0", "--version-hint=3.1", BARE]),
          run([SCORE, "--version-hint=3.1", BARE]))
    _, out, _ = run([SCORE, "--help"])
    for line in out.split(b"\n"):
        ok("help in 80 columns", len(line) <= 80, line)
    names = [line.split()[4] for line in
             run([SCORE, "--completion", "fish"])[1].splitlines()]
    equal("options", len(names), 21)
    for name in names:
        ok("help has --" + name.decode(), b"--" + name + b" " in out, out)


def streams():
    """A line in, a line out: pieces of the input give pieces of the output."""
    lines = [V31, "", V20, " ", "rubbish", V40 + "\r", "\r", DREAD, ALL40,
             "A\tB", V31 + "/E:\u00e4", "x" * 300000, "CVSS:3.1/AV:Q"] * 2
    for form in [], ["--json"], ["--range", "--lenient"]:
        args = [SCORE, "--stream", *form]
        whole = run(args, ("\n".join(lines) + "\n").encode())
        name = "stream %s: " % form
        equal(name + "status and errors", (whole[0], whole[2]), (0, b""))
        equal(name + "lines", whole[1].count(b"\n"), len(lines))
        single = [run(args, line.encode() + b"\n")[1] for line in lines]
        equal(name + "line by line", b"".join(single), whole[1])
        halves = [run(args, ("\n".join(part) + end).encode())[1]
                  for part, end in [(lines[:9], "\n"), (lines[9:], "")]]
        equal(name + "in two", b"".join(halves), whole[1])
    equal("stream: nothing", run([SCORE, "--stream"]), (0, b"", b""))
    equal("stream: fails at a level on demand",
          run([SCORE, "--stream", "--fail-at=high"], V31.encode())[0], 1)


def fail_at():
    low = "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"
    for level, vector, status in [
            ("high", V31, 1), ("critical", V31, 1), ("CRITICAL", V20, 0),
            ("high", V20, 1), ("medium", low, 0), ("low", low, 1),
            ("low", V31.replace("H", "N"), 0), ("high", DREAD, 1),
            ("critical", DREAD, 0)]:
        for form in [], ["-t"], ["-j"]:
            equal("fail at %s: %s %s" % (level, vector, form),
                  run([SCORE, "--fail-at", level, vector, *form])[0], status)
    device = ["--profile", "CVSS:3.1/MC:N/MI:N/MA:L", "--fail-at=high", V31]
    equal("fail at: in the device", run([SCORE, *device])[0], 0)
    equal("fail at: found", run([SCORE, "-f", "--fail-at=high"],
                                V31.encode())[0], 1)
    equal("fail at: none is no level to wait for",
          run([SCORE, "--fail-at", "none", V31])[0], 2)
    equal("fail at: no level", run([SCORE, "--fail-at", "bad", V31])[0], 2)


def what_if():
    """The most relieving change first, each score that of its vector."""
    for vector in V31, V40, V20, "CVSS:3.0/" + BARE + "/E:P":
        _, out, _ = run([SCORE, "--what-if", vector])
        rows = [line.split() for line in
                out.decode().split("What if\n")[1].splitlines()]
        ok("what if of " + vector, len(rows) > 8)
        scores = [float(row[0]) for row in rows]
        equal("what if, in order", scores, sorted(scores))
        for score, _, _, change, *_ in rows[:6]:
            name, value = change.split(":")
            parts = [p for p in vector.split("/") if not p.startswith(name + ":")]
            if len(parts) == len(vector.split("/")):
                other = vector + "/" + change
            else:
                other = vector.replace(
                    "/" + name + ":" + [p for p in vector.split("/") if
                                        p.startswith(name + ":")][0][len(name) + 1:],
                    "/" + change) if not vector.startswith(name) else (
                        change + vector[vector.index("/"):])
            got = run([SCORE, "-tl", other])[1].split(b"\t")[0].decode()
            equal("what if " + other, got, score)


def completion():
    for shell in "bash", "zsh", "fish":
        if not shutil.which(shell):
            skip("completion for " + shell, "there is no " + shell)
            continue
        text = run([SCORE, "--completion", shell])[1]
        parse = [shell, "-n", *(["/dev/stdin"] if shell == "fish" else [])]
        equal("completion for " + shell, run(parse, text)[0], 0)
        ok(shell + " sees a fault", run(parse, text + b"if (\n")[0] != 0)


golden_cases()
streams()
fail_at()
what_if()
completion()
carets()
options()
done()
