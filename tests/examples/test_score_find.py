# SPDX-License-Identifier: MIT
# What is found in files as people bring them: encodings, versions said beside
# the vector, near misses, and the place of each in the bytes of the input.
#   test_score_find.py SCORE DATA
import json
import os
import subprocess
import sys
import tempfile
import time

from tap import done, equal, ok, run, skip

SCORE, DATA = sys.argv[1:3]
# To look for leaks takes 80 ms a run, and here are hundreds.  valgrind looks.
os.environ["ASAN_OPTIONS"] = (os.environ.get("ASAN_OPTIONS", "")
                              + ":detect_leaks=0")
V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V30 = V31.replace("3.1", "3.0")
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
V20 = "AV:N/AC:L/Au:N/C:P/I:P/A:P"
BARE, BARE4 = V31[9:], V40[9:]
TEMPORAL = "E:P/RL:O/RC:C"
CHUNK = 1 << 17  # of score_decode.h


def find(text, *options):
    """[score, version, place] of each vector, and the number of near misses."""
    text = text if isinstance(text, bytes) else text.encode()
    status, out, err = run([SCORE, "-ft", *options], text)
    rows = [line.split("\t") for line in out.decode("latin-1").splitlines()]
    near = err.split(b"score: ")[-1].split(b" near miss")[0]
    found = [(r[0], r[3], r[7]) for r in rows if r[0] != "-"]
    return found, int(near) if near.isdigit() else 0, status


def scores(text, *options):
    return " ".join(row[0] for row in find(text, *options)[0])


def escaped(s, slash, colon=":"):
    return s.replace("/", slash).replace(":", colon)


# text, scores; where it is only near, the number of near misses instead
ROWS = [
    # escapes of JSON and C
    (escaped(V31, "\\/"), "9.8"), (escaped(V40, "\\/"), "9.3"),
    ("(" + escaped(V20 + "/E:POC/RL:OF/RC:C", "\\/") + ")", "5.9"),
    (escaped(V31, "\\\\/"), "9.8"), (escaped(V31, "\\\\\\/"), "9.8"),
    (escaped(V31, "\\u002f"), "9.8"),
    (escaped(V31, "\\u002F", "\\u003A"), "9.8"),
    (escaped(V31, "\\x2f", "\\x3a"), "9.8"), (escaped(V31, "\\57", "\\072"), "9.8"),
    (escaped(V31, "\\U0000002f"), "9.8"), (escaped(V31, "\\u{2f}"), "9.8"),
    (escaped(V31, "\\x{2F}", "\\u{00003a}"), "9.8"), ("x\\u{a}" + V20, "7.5"),
    ("x\\u{}" + V31, "9.8"),
    ("\\u{" + V31 + "}", "9.8"), (escaped(V31, "\\\\u002f"), "9.8"),
    ("".join("\\u%04x" % ord(c) for c in V31), "9.8"),
    *[("x" + e + V31, "9.8") for e in (
        "\\n", "\\t", "\\r\\n", "\\b", "\\f", "\\u00a0", "\\u003e", "\\u00e9",
        "\\x20", "\\40", "\\\\n", "\\d", "\\s", "\\\"", "\\n\\n", "\\u200b")],
    ("v2:\\n" + V20, "7.5"), ("v2:\\nname" + V20, ""),
    (V31 + "\\n" + V20 + "\\n" + V40, "9.8 7.5 9.3"),
    (V31 + "\\n/" + TEMPORAL, 1), (V31 + "/\\n" + TEMPORAL, 1),
    ("C:\\temp\\new\\" + V20, "7.5"), ("\\\\server\\share: " + V20, "7.5"),
    *[("x" + e + "CVSS" + c + "3.1/" + BARE, "9.8") for e in ("\\n", "\\t", "\\d")
      for c in ("%3A", "&#58;", "\\u003a", "=3A")],
    ("x\\n" + escaped(V20, "%2F", "%3A"), "7.5"),
    ("CVSS\\:3.1/" + BARE.replace(":", "\\:"), "9.8"),
    ("CVSS:3\\.1/" + BARE, "9.8"),
    # percent
    (escaped(V31, "%2F", "%3A"), "9.8"), (escaped(V31, "%2f", "%3a"), "9.8"),
    (escaped(V40, "%2F"), "9.3"), ("%28" + escaped(V20, "%2F", "%3A") + "%29",
                                   "7.5"),
    (escaped(V31, "%252F", "%253A"), "9.8"),
    (escaped(V31, "%25252F", "%25253A"), "9.8"),
    ("".join("%%%02X" % ord(c) for c in V31), "9.8"),
    (V31 + "%2F" + escaped(TEMPORAL, "%2F", "%3A"), "8.8"),
    (V31 + "%20" + V20, "9.8 7.5"), (V31 + "%20/" + TEMPORAL, 1),
    (V31 + "%E2%80%8B/" + TEMPORAL, 1), ("100%" + V31, "9.8"),
    ("100%AV" + V20[2:], "7.5"), (escaped(V31, "%u002F"), "9.8"),
    *[("v=x" + e + V31, "9.8") for e in ("%22", "%3D", "%23", "%20", "%0A")],
    # HTML
    *[(escaped(V31, e), "9.8") for e in (
        "&#47;", "&#x2f;", "&#X2F;", "&sol;", "&#047;", "&amp;#47;",
        "&amp;sol;", "/<wbr>", "/<wbr/>", "/<wbr />", "/<WBR>", "/&shy;",
        "/&#8203;", "/&ZeroWidthSpace;", "/&zwnj;", "&#47")],
    (escaped(V31, "/", "&colon;"), "9.8"), (escaped(V31, "/", "&#58;"), "9.8"),
    ("CVSS:3&period;1/" + BARE, "9.8"),
    *[(V31 + "/" + e + TEMPORAL, "8.8") for e in ("<wbr>", "&shy;", "&#173;")],
    *[(V31 + e + "/" + TEMPORAL, 1) for e in (
        "&nbsp;", "<b>", "</b>", "<span class=\"x\">", "<br>", "<br />",
        "&unknown;", "&#160;", "</em><em>")],
    *[(V31 + "/" + e + TEMPORAL, 1) for e in ("<b>", "<br>\n", "&nbsp;")],
    ("<a href=\"#" + V31 + "\">" + V31 + "</a>", "9.8 9.8"),
    ("<v>" + V31 + "</v><t>CVSS:3.1/" + TEMPORAL + "</t>", "9.8"),
    ("a<b>" + V31 + "</b>c", "9.8"), ("a &lt;" + V31 + "&gt;", "9.8"),
    ("a<wbr>" + V31 + "<wbr>b", "9.8"), ("&amp;" + V31, "9.8"),
    # quoted-printable
    ("v=20" + V31, "9.8"), ("v=3D" + V31, "9.8"),
    (escaped(V31, "=2F", "=3A"), "9.8"),
    ("\n".join(V31[:n] + "=\n" + V31[n:] for n in range(1, len(V31))),
     " ".join(["9.8"] * 43)),
    ("\n".join(V40[:n] + "=\r\n" + V40[n:] for n in range(1, len(V40))),
     " ".join(["9.3"] * 62)),
    (V31 + "=\n/" + TEMPORAL, "8.8"), (V31 + "/E:=\nP/RL:O/RC:C", "8.8"),
    (V20 + "/E:P=\nOC/RL:OF/RC:C", "5.9"), (V31 + "= \t\r\n/" + TEMPORAL, "8.8"),
    (V31 + "/M=\nAV:L", "8.4"), ("vector=\n" + V31, "9.8"),
    ("vector=\n" + V20, "7.5"), (V31 + "=\nfollows", "9.8"),
    (V31 + "=20/" + TEMPORAL, 1), (V31 + "=C2=A0/" + TEMPORAL, 1),
    ("x=AC:L/AV:N", ""), ("score=75/" + V31, "9.8"),
    # layers
    (escaped(V31, "%5C%2F"), "9.8"), (escaped(V31, "\\u0026#47;"), "9.8"),
    (escaped(V31, "%26%2347%3B"), "9.8"), (escaped(V31, "&#37;2F"), "9.8"),
    (escaped(V31, "=252F"), "9.8"),
    # characters
    *[(c + V31 + c, "9.8") for c in "\u00a0\u200b\ufeff\u2060\u00ad\u202f\u3042"],
    *[(V31[:12] + c + V31[12:], "9.8") for c in "\u200b\ufeff\u2060\u00ad"],
    *[(V31 + c + "/" + TEMPORAL, "8.8") for c in "\u200b\ufeff\u2060\u00ad"],
    *[(V31 + c + "/" + TEMPORAL, 1) for c in "\u00a0\u202f\u3000\u2009"],
    ("x\u200b" + V31, "9.8"), (V31 + "\u200band", "9.8"),
    (V31 + "\u00ad" + V31, "9.8 9.8"),
    (escaped(V31, "/", "\uff1a"), "9.8"), (escaped(V31, "\uff0f"), "9.8"),
    (escaped(V31, "\u2044"), "9.8"), (escaped(V31, "\u2215"), "9.8"),
    (V31 + "\uff0f" + escaped(TEMPORAL, "\uff0f", "\uff1a"), "8.8"),
    ("\u0421" + V31[1:], "9.8"),
    # TeX
    (V31 + "/\\allowbreak " + TEMPORAL, 1), (V31 + "/\\-" + TEMPORAL, 1),
    (V31 + "\\discretionary{/}{}{/}E:P", 1), (V31 + "\\slash E:P", 1),
    (escaped(V31, "\\slash{}"), 1), (escaped(V31, "/\\linebreak[0]"), ""),
    (V31 + "/\\hspace{0pt}" + TEMPORAL, 1), (V31 + "/\\penalty0 E:P", 1),
    (V31 + "/\\penalty10000 E:P", 1), (V31 + "/\\linebreak[4]E:P", 1),
    (V31 + "/\\nobreak\\hspace{0pt}E:P", 1), (V31 + "/\\allowbreak{}E:P", 1),
    # colours of a terminal, comments
    ("\x1b[1;31m" + V31 + "\x1b[0m", "9.8"), ("\\u001b[31m" + V31, "9.8"),
    ("\\e[1m" + V31, "9.8"), ("\\033[0;1m" + V31, "9.8"), ("[31m" + V31, "9.8"),
    (V31 + "\x1b[0m/" + TEMPORAL, 1), (V31 + "<!-- -->/" + TEMPORAL, "8.8"),
    ("<!-- " + V31 + " -->", "9.8"), (V31 + "\u202a/" + TEMPORAL, "8.8"),
    ("\\url{x\\#" + V31 + "}", "9.8"), ("\\texttt{" + V31 + "}", "9.8"),
    # cut, glued, given twice
    (V31 + "/\n" + TEMPORAL, 1), (V31 + "/\"\n  + \"" + TEMPORAL, 1),
    (V31 + "//" + TEMPORAL, 1), (V31 + "\\E:P", 1), (V31 + " (" + TEMPORAL + ")",
                                                     "9.8"),
    ("CVSS:3.1/\n" + BARE, "9.8"), (V31 + V31, 2), (V31 + "/" + V20, "9.8 7.5"),
    (V31 + "/AV:L", 1), (V31 + "/AV:", 1), ("9.8/" + V31, "9.8"),
    # glued to a word, or with other signs between its metrics
    ("CVSS:3.1" + BARE, 1), ("Vector" + BARE, 1), ("v3.1" + BARE, 1),
    ("&nbsp" + V20, 1), ("9.8" + V20, 1), ("CVSSv4" + BARE4, 1), ("M" + V20, 1),
    *[(V20.replace("/", sign), 1) for sign in (", ", ";", "|", " ", "-", "//")],
    (V20.replace(":", "="), 1), (V20.replace("/", " / "), 1),
    (V20.replace("/", " / ").replace(":", " : "), 1),
    ("x" + V20 + " y" + V20, 2), ("x" + V20 + " " + V20, "7.5"),
    (V20 + " x" + V20, "7.5"), ("x" + V20 + V31, "9.8"),
    (" " * (CHUNK - 9) + "x" + V20, 1), (" " * (CHUNK - 13) + "AV:N, AC:L", 1),
    ("AV:N\nAC:L", ""), ("AV:N, then AC:L", ""), ("AV: N", ""), ("AV", ""),
    ("V:N/AC:L", ""), ("AV: 220V, AC: yes", ""), ("AV:N, AC: 5", ""),
    ("AV=1, AC=2", ""), ("| AV:N | AC:L |", 1),
    ("<td>AV:N</td><td>AC:L</td>", 1),
    ("AV:N, AC", ""), ("AV:, AC:L", ""),
    # versions that nobody knows
    ("CVSS:3.2/" + BARE, 1), ("CVSS:4.1/" + BARE4, 1), ("CVSS:5/" + BARE, 1),
]

# text, version as said (or "" where nothing says it)
SAID = [
    ("CVSS: 3.1/" + BARE, "3.1"), ("CVSS 3.0/" + BARE, "3.0"),
    ("3.0/" + BARE, "3.0"), ("CVSSv3.1 (" + BARE + ")", "3.1"),
    ("CVSS v3.0: " + BARE, "3.0"), ("CVSS3.1/" + BARE, "3.1"),
    ("CVSS:3.1 " + BARE, "3.1"), ("CVSS:3.1\n" + BARE, "3.1"),
    ("?vector=" + BARE + "&version=3.1", "3.1"),
    ("?version=3.0&vector=" + BARE, "3.0"),
    ("?vector=" + BARE.replace(":", "%3A") + "&amp;version=3.1", "3.1"),
    ("\"version\": \"3.1\",\n\"vectorString\": \"" + BARE + "\"", "3.1"),
    ("cvss:3.1/" + BARE, "3.1"), (BARE + " (CVSS 3.0)", "3.0"),
    ("<version>3.0</version><vector>" + BARE + "</vector>", "3.0"),
    ("<score>3.0</score><vector>" + BARE + "</vector>", ""),
    (BARE4, "4.0"), ("CVSS v4 (" + BARE4 + ")", "4.0"),
    ("CVSSv4.0/" + BARE4, "4.0"),
    ("\"method\":\"CVSSv31\",\"vector\":\"" + BARE, "3.1"), ("CVSSv311 " + BARE, ""),
    ("CVSSv32/" + BARE, ""), ("v31 " + BARE, ""), ("CVSS4#" + BARE4, "4.0"),
    ("cvss:2.0/" + V20, "2.0"),
    # none, or two
    (BARE, ""), ("CVSS:3/" + BARE, ""), ("v3-calculator?vector=" + BARE, ""),
    ("CVSS v3.0 and v3.1 (" + BARE + ")", ""),
    ("CVSS:3.2/" + BARE, ""), ("CVSS:4.0 " + BARE, ""),
    ("CVSS: 3.1/" + BARE4, ""), ("CVSS v3.0 " + BARE + "&version=3.1", ""),
    (BARE + ", " + V40, ""), (V31 + " " + BARE, ""),
    ("CVSSv3.1\n\n" + BARE, ""), ("CVSS v3 score 9.8 (" + BARE + ")", ""),
    # a score of 3.1, as well as the version
    ("3.1/AV:P/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:N", "3.1"),
    ("CVSS: 3.1 (AV:L/AC:H/PR:L/UI:R/S:C/C:N/I:L/A:L)", "3.1"),
]


def rows():
    for text, want in ROWS:
        got, near, status = find(text)
        name = "found in " + ascii(text)
        if isinstance(want, int):
            equal(name + ": near", (got, near), ([], want))
        else:
            equal(name, " ".join(r[0] for r in got), want)
        equal("status of " + ascii(text), status, 0 if got else 1)


def said():
    for text, want in SAID:
        got, near, _ = find(text)
        got = [r[1] for r in got if r[1].endswith(" as said")]
        equal("said in " + ascii(text), got, [want + " as said"] if want else [])
        ok("not in silence: " + ascii(text), bool(want) or near > 0)
    equal("CVSS2/ needs no option", find("CVSS2/" + V20)[0][0][:2], ("7.5", "2.0"))
    equal("CVSS:2.0/ needs no option", find("CVSS:2.0/" + V20)[0][0][:2],
          ("7.5", "2.0"))
    for hint in "3.0", "3.1":
        equal("hint " + hint, find(BARE, "--version-hint", hint)[0][0][1], hint)
    equal("hint 4.0", find(BARE4, "--version-hint=4.0")[0][0][1], "4.0")


ENCODINGS = {
    "plain": lambda s: s.encode(),
    "JSON": lambda s: escaped(s, "\\/").encode(),
    "JSON, \\u": lambda s: escaped(s, "\\u002f", "\\u003a").encode(),
    "percent": lambda s: escaped(s, "%2F", "%3A").encode(),
    "percent twice": lambda s: escaped(s, "%252F", "%253A").encode(),
    "HTML": lambda s: escaped(s, "&#47;", "&colon;").encode(),
    "wbr": lambda s: s.replace("/", "/<wbr>").encode(),
    "soft breaks": lambda s: s.replace("/", "/=\r\n").encode(),
    "zero width": lambda s: s.replace("/", "\u200b/").encode(),
    "full width": lambda s: escaped(s, "\uff0f", "\uff1a").encode(),
}


def place(data, at, unit=1):
    """line:column, in bytes, of the byte at `at`."""
    newline = b"\n" if unit == 1 else "\n".encode("utf-16-le" if unit == 2
                                                  else "utf-16-be")
    before = data[:at]
    start = before.rfind(newline) + len(newline) if newline in before else 0
    return "%d:%d" % (before.count(newline) + 1, at - start + 1)


def places():
    """The place is that of the input's bytes, whatever stands before."""
    for name, encode in ENCODINGS.items():
        data, wants = b"", []
        for before in ("", "x\n", "a=\nb\n", "\\n \\n\n", "%0A%0d\n", "&#10;\n",
                       "<b\n>\n", "\u200b\n", "\ufeff", "\r\n\r\n", "=\r\n",
                       "<a href='x'>", "&lt;b&gt;", "q=3D=3D=\r\n"):
            data += before.encode()
            wants.append(place(data, len(data)))
            data += encode(V31) + b"\n"
        equal("places, " + name, [r[2] for r in find(data)[0]], wants)
    for codec, unit in ("utf-16-le", 2), ("utf-16-be", 3):
        for bom in "\ufeff", "":
            data, wants = bom.encode(codec), []
            for before in "Vector: ", "\r\n", "x\n\n\u3042\u200b \\n", "\\t":
                data += before.encode(codec)
                wants.append(place(data, len(data), unit))
                data += (V31 + ";").encode(codec)
            for odd in b"", b"x":
                equal("places, %s %r%r" % (codec, bom, odd),
                      [r[2] for r in find(data + odd)[0]], wants)
    _, out, _ = run([SCORE, "-fj"], b"a=\n" + escaped(V31, "%2F").encode())
    row = json.loads(out)
    equal("places in JSON", (row["line"], row["column"], row["byte"]), (2, 1, 3))


def edges():
    """An encoded vector across a buffer's edge, at every position."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x")
        for name, encode in list(ENCODINGS.items()) + [
                ("UTF-16", lambda s: s.encode("utf-16-le"))]:
            wide = 2 if name == "UTF-16" else 1
            vector = encode(V31 + "/E:P")
            good = []
            for at in range(0, len(vector) + 3, 1):
                space = " ".encode("utf-16-le") if wide == 2 else b" "
                text = space * ((CHUNK - at) // wide) + vector
                text += space * 200 + encode(V20)
                with open(path, "wb") as f:
                    f.write(text)
                got = run([SCORE, "-ft", path])[1].decode().split("\n")
                rows = [g.split("\t") for g in got if g]
                start = (CHUNK - at) // wide * wide
                end = len(text) - len(encode(V20))
                good.append([(r[0], r[7][len(path) + 1:]) for r in rows] == [
                    ("9.3", place(text, start, wide)),
                    ("7.5", place(text, end, wide))])
            ok("across an edge, " + name, all(good),
               [i for i, g in enumerate(good) if not g])


def pieces():
    """What is found does not depend on how the bytes arrive."""
    parts = [V31, " and so on, some more words, then ", BARE, " \\nx ",
             escaped(V31, "%2F", "%3A"), "\n(" + BARE + ") 3.1/" + BARE + "\n",
             V31.replace("/", "/=\n"), " ", escaped(V20, "&sol;", "\\u003a")]
    text = "".join(parts).encode()
    whole = run([SCORE, "-ft", "--near"], text)
    for size in 1, 7, 64, 300:
        p = subprocess.Popen([SCORE, "-ft", "--near"], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for at in range(0, len(text), size):
            p.stdin.write(text[at:at + size])
            p.stdin.flush()
            time.sleep(0.002)
        out, err = p.communicate(timeout=60)
        equal("in pieces of %d" % size, (p.returncode, out, err), whole)


DREAD = "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"


def others():
    """Ratings of DREAD, and vectors that lack Base metrics."""
    for text, want, near in [
            (DREAD, "8.2", 0), ("(" + DREAD + ").", "8.2", 0),
            ("x " + DREAD + ", " + V31 + " " + DREAD, "8.2 9.8 8.2", 0),
            ("x\\n" + escaped(DREAD, "\\/"), "8.2", 0),
            (escaped(DREAD, "%2F", "%3A"), "8.2", 0),
            ("DREAD:EC-Council/D:7.5/R:8/E:9/A:4/DI:3.", "31.5", 0),
            ("DREAD:Foo/D:1", "", 1), (DREAD.replace("9", "11"), "", 1),
            (DREAD[:-5], "", 1), ("x" + DREAD, "8.2", 0), ("DREAD: a model", "", 0),
            ("DREAD:", "", 0), ("DREAD:/x:1", "", 0), ("DREAD:a/b", "", 0),
            ("DREADDREAD:D", "", 0)]:
        got, misses, _ = find(text)
        equal("DREAD in " + ascii(text), (" ".join(r[0] for r in got), misses),
              (want, near))
    for at in range(CHUNK - 60, CHUNK + 3, 3):
        got, misses, _ = find(" " * at + DREAD + " " * 200 + V31)
        equal("DREAD at %d" % at, [(r[0], r[2]) for r in got],
              [("8.2", "1:%d" % (at + 1)), ("9.8", "1:%d" % (at + 235))])
    part = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H"
    equal("a part is near", find(part)[:2], ([], 1))
    ok("--range would read it", b"--range reads 1" in run([SCORE, "-f"],
                                                         part.encode())[2])
    equal("with --range", find("x " + part + ", " + V31, "--range"),
          ([("9.1-9.8", "3.1", "1:3"), ("9.8", "3.1", "1:45")], 0, 0))
    equal("more metrics behind a gap are no range",
          find(part + "/\nA:H", "--range")[:2], ([], 1))


def floods():
    """More than any buffer holds of what changes the text: nothing is lost."""
    for piece in ("&amp;", "&", "\\", "\\n", "%25", "=", "A=\n", "<b x>",
                  "A\u200b", "\\a{b}", "\\allowbreak ", "/", "x>", "\x1b[1m",
                  "\0", "D", "<", "\u00a0"):
        text = piece * ((5 << 19) // len(piece)) + "\n" + V31 + "\n"
        got = find(text)[0]
        equal("after a flood of " + ascii(piece), [r[:2] for r in got],
              [("9.8", "3.1")])


def raw():
    equal("raw: as it stands", scores(V31, "--raw"), "9.8")
    for text in (escaped(V31, "\\/"), escaped(V31, "%2F"), "\\n" + V31,
                 escaped(V31, "&#47;"), "CVSS: 3.1/" + BARE, V31[:12] + "=\n" +
                 V31[12:]):
        equal("raw: " + ascii(text), scores(text, "--raw"), "")
    equal("raw: UTF-16", find(V31.encode("utf-16"), "--raw")[0], [])


def near():
    text = "\n".join(["one " + BARE, "CVSS:4.0/AC:L/AV:N" + V40[18:], "ok " + V31,
                      "CVSS:3.1/AV:N/AC:L", V31 + "/\n" + TEMPORAL, "two " + BARE])
    status, out, err = run([SCORE, "-ft"], text.encode())
    lines = err.decode().splitlines()
    equal("near: five", (status, out.count(b"\n"), lines[0]), (
        0, 1, "score: 5 near misses, which look like vectors (--near shows what "
        "is wrong)"))
    for part in ("      2  a vector of v3 whose text does not say whether 3.0 or "
                 "3.1; first at 1:5; --version-hint 3.1 reads 2",
                 "first at 2:1; --lenient reads 1",
                 "      1  a vector with more metrics behind a gap; first at 5:1",
                 "a mandatory metric is missing; first at 4:1"):
        ok("near: " + part, any(part in line for line in lines), err.decode())
    equal("near: strict exit", run([SCORE, "-ft", "--strict-exit"],
                                   text.encode())[0], 1)
    equal("near: strict exit, none", run([SCORE, "-ft", "--strict-exit"],
                                         V31.encode())[0], 0)
    status, out, err = run([SCORE, "-ft", "--near"], text.encode())
    equal("near: listed", (status, [r.split("\t")[2] + " " + r.split("\t")[7]
                                    for r in out.decode().splitlines()]),
          (0, ["METRIC 1:5", "ORDER 2:1", "CVSS-B 3:4", "MISSING 4:1",
               "SYNTAX 5:1", "METRIC 7:5"]))
    ok("near: with what is wrong", b"score: 4:1: " in err, err)
    _, out, _ = run([SCORE, "-fj", "--near"], text.encode())
    rows = [json.loads(line) for line in out.splitlines()]
    equal("near: in JSON", [r.get("error") for r in rows],
          ["METRIC", "ORDER", None, "MISSING", "SYNTAX", "METRIC"])
    equal("none: nothing said", run([SCORE, "-ft"], V31.encode())[2], b"")
    equal("near: no vector", run([SCORE, "-ft"], BARE.encode())[0], 1)


def unescape(text):
    """C-style escapes of the rows of others."""
    out, i, raw = bytearray(), 0, text.encode()
    codes = {ord("n"): 10, ord("t"): 9, ord("r"): 13, ord("\\"): 92}
    while i < len(raw):
        if raw[i] == 92 and raw[i + 1] == ord("x"):
            out.append(int(raw[i + 2:i + 4], 16))
            i += 4
        elif raw[i] == 92:
            out.append(codes[raw[i + 1]])
            i += 2
        else:
            out.append(raw[i])
            i += 1
    return bytes(out)


# Files in the shape of what people have: scores as stated there, near misses.
FILES = {
    "advisory.html": ("6.1 6.1 7.8", 0), "advisory.rst": ("7.8 7.5", 0),
    "csaf-2.0.json": ("4.7 7.5", 0), "csaf-2.1.json": ("9.3", 0),
    "cve.json": ("5.5 9.3 5.5", 0), "cvrf.xml": ("6.5", 0),
    "cyclonedx.json": ("7.8 8.2 4.3", 0), "ghsa.md": ("9.8 5.5 5.5 4.7", 0),
    "gitlab.json": ("9.8 8.2 9.8", 0), "grype.json": ("6.1 4.3", 0),
    "jira.csv": ("9.8 7.5", 0), "links.txt": ("6.1 7.5 8.2", 0),
    "mail.eml": ("9.8 5.0 9.8 7.5", 0), "nessus.xml": ("9.8 7.5", 2),
    "nvd-php.json": ("9.8 7.5", 0), "nvd.json": ("9.8 7.5", 0),
    "openvas.xml": ("4.3 9.8", 0), "osv.json": ("9.8 9.3", 0),
    "oval.xml": ("7.5 4.3 6.1", 0), "qualys.xml": ("7.5", 1),
    "report.tex": ("9.8 7.5", 1), "sarif.json": ("9.8", 0),
    "scan.log": ("7.8 9.8", 0), "trivy.json": ("7.5 9.8 7.5", 0),
    "windows.txt": ("9.8 7.5", 0), "xray.json": ("7.5 9.8", 0),
}
# Not stated in the file itself: OSV has vectors alone.
UNSTATED = {"osv.json": "9.8 9.3"}


def files():
    folder = os.path.join(DATA, "files")
    equal("files", sorted(os.listdir(folder)), sorted(FILES))
    for name, (want, near) in FILES.items():
        with open(os.path.join(folder, name), "rb") as f:
            data = f.read()
        got, misses, _ = find(data)
        equal("file " + name, (" ".join(r[0] for r in got), misses), (want, near))
        for score in set(want.split()) - set(UNSTATED.get(name, "").split()):
            ok("file %s states %s" % (name, score),
               score.encode() in data.replace(b"\0", b""))
    equal("all files at once", run([SCORE, "-ft", *(
        os.path.join(folder, name) for name in sorted(FILES))])[1].count(b"\n"),
        sum(len(want.split()) for want, _ in FILES.values()))


def cases():
    """Inputs out of bug reports and published files, where they are."""
    path = os.path.join(DATA, "../../../../shared/cases/find.tsv")
    if not os.path.exists(path):
        skip("cases", "no cases of bug reports beside the project")
        return
    with open(path, encoding="utf-8") as f:
        lines = f.read().split("\n")
    ok("cases: all there", len(lines) >= 122)
    for n, line in enumerate(lines[1:], 2):
        if not line:
            continue
        kind, text, want, _, _ = line.split("\t")
        options = ["-t"] if kind == "line-bom" else ["-ft"]
        _, out, err = run([SCORE, *options], unescape(text))
        got = [r.split(b"\t")[0].decode() for r in out.splitlines()]
        got = " ".join(s for s in got if s != "-") or "none"
        told = got == "none" and b"near miss" in err and "notice" in want
        ok("case %d, %s" % (n, kind), told or got in want.split("|"),
           text, "want " + want, "got " + got)


rows()
said()
places()
edges()
pieces()
others()
floods()
raw()
near()
files()
cases()
done()
