# SPDX-License-Identifier: MIT
# The register: golden outputs, each error and its place, hostile input.
#   test_register_cli.py REGISTER INPUT GOLDEN [--update]
import csv
import html.parser
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

from tap import done, equal, ok, run, with_terminals

REGISTER, INPUT, GOLDEN = (os.path.abspath(name) for name in sys.argv[1:4])
UPDATE = sys.argv[4:] == ["--update"]
PUMP = "infusion-pump.csv"
V = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
VOID = "area base br col embed hr img input link meta source wbr".split()


def golden(name, got):
    path = os.path.join(GOLDEN, name)
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


# --- What is wrong, and where ------------------------------------------------

H = "id,initial,controls,residual,scheme,rerated,impairs,\n"
GOOD = "Z,None,,,,,,\n"


def row(initial=V, controls="", residual="", scheme="", rerated="", impairs="",
        id="T"):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(
        [id, initial, controls, residual, scheme, rerated, impairs, ""])
    return out.getvalue()


# name, the row after the header, line, column, part of the sentence
C = len("T," + V + ",") + 1  # the column of the controls cell
WRONG = [
    ("vector", row(V.replace("AV:N", "AV:Q")), 2, 15, "AV must be N, A, L or P"),
    ("vector ends early", row(V[:-4]), 2, 3 + len(V) - 4, "A is missing"),
    ("vector, quoted cell", 'T,"%s",,,,,,\n' % V.replace("A:H", "A:Z"), 2,
     4 + len(V) - 1, "A must be"),
    ("second line of a cell", row("\n\n  " + V.replace("S:U", "S:Q")), 4,
     3 + V.index("S:U") + 2, "S must be"),
    ("after a wide character", row(V + "/E:Q", id="\u20ac\U0001f600"), 2,
     len(V) + 7, "E must be"),
    ("no rating", row("Hihg"), 2, 3, "expected a CVSS vector"),
    ("nothing", row(" "), 2, 3, "there must be something here"),
    ("no id", row(id=""), 2, 1, "there must be something here"),
    ("scheme", row(scheme="CVSS 3.2"), 2, C + 2, "expected CVSS 2.0"),
    ("scheme DREAD alone", row(scheme="DREAD"), 2, C + 2, "name of a scheme"),
    ("other scheme", row(scheme="CVSS 4.0"), 2, 3, "another scheme"),
    ("DREAD", row("DREAD:OP-TEE/D:8/R:9/E:6/A:11/DI:8"), 2, 30, "A must be"),
    ("DREAD scheme", row("DREAD:FOO/D:8"), 2, 9, "expected DREAD:"),
    ("number", row("8 9 6 11 8", scheme="OP-TEE"), 2, 9, "A must be"),
    ("no number", row("8 9 6 x 8", scheme="OP-TEE"), 2, 9, "A must be"),
    ("four numbers", row("8 9 6 1", scheme="OP-TEE"), 2, 10,
     "Discoverability is missing"),
    ("six numbers", row("8 9 6 1 2 3", scheme="OP-TEE"), 2, 13, "too many"),
    ("no bands", row("DREAD:OWASP/D:8/R:9/E:6/A:1/DI:8"), 2, 3, "no bands"),
    ("level contradicts", row(V + " Low"), 2, 3, "contradicts"),
    ("control kind", row(controls="verified"), 2, C, "must say its kind"),
    ("control state", row(controls="hidden"), 2, C, "must say its state"),
    ("control word", row(controls="hidden verified secret"), 2, C + 16,
     "expected a kind"),
    ("second control", row(controls="hidden verified; visible"), 2, C + 17,
     "must say its state"),
    ("two kinds", row(controls="hidden visible verified"), 2, C + 7,
     "of one kind"),
    ("two states", row(controls="hidden planned verified"), 2, C + 15,
     "in one state"),
    ("two names", row(controls="hidden 'a' verified 'b'"), 2, C + 21,
     "has a name already"),
    ("open quote", row(controls="hidden 'a verified"), 2, C + 7,
     "never closed"),
    ("after doubled quotes", row(controls='hidden "a" frob verified'), 2,
     C + 14, "expected a kind"),
    ("cap metric", row(controls="hidden verified MFOO:A"), 2, C + 16,
     "no such metric in CVSS 3.1"),
    ("cap on base", row(controls="hidden verified AV:L"), 2, C + 16,
     "only a Modified metric"),
    ("cap value", row(controls="hidden verified MAV:Q"), 2, C + 20,
     "cannot be capped"),
    ("cap without vector", row("High", "hidden verified MAV:A"), 2, 24,
     "a cap needs"),
    ("caps without vector", row("High", "", "caps"), 2, 9, "caps needs"),
    ("residual", row(V, "", V[:-1] + "Q"), 2, C + len(V), "A must be"),
    ("residual above", row("Low", "hidden verified", "High"), 2, 23, "above"),
    ("system", row(V, "hidden verified", "Low"), 2, C + 16, "rerated"),
    ("guarded", row("'=5"), 2, 4, "expected a CVSS vector"),
    ("yes", row(rerated="maybe"), 2, C + 3, "yes or no"),
    ("yes again", row(impairs=" x"), 2, C + 5, "yes or no"),
    ("too few cells", "T,None\n", 2, 7, "has 2 cells, and the header 8"),
    ("too many cells", "T,None,,,,,,,x\n", 2, 14, "has 9 cells"),
    ("nameless column", "T,None,,,,,,x\n", 2, 13, "has no name"),
    ("quote in a cell", 'T,No"ne,,,,,,\n', 2, 5, "must be quoted"),
    ("text after a quote", 'T,"None" ,,,,,,\n', 2, 9, "only a separator"),
    ("NUL", "T,No\0ne,,,,,,\n", 2, 5, "NUL"),
    ("NUL in quotes", 'T,"No\0ne",,,,,,\n', 2, 6, "NUL"),
    ("duplicate", row("None", id="Z"), 3, 1, "line 2 has this id"),
]


def wrong():
    for name, text, line, column, sentence in WRONG:
        first = name == "duplicate"
        data = (H + (GOOD + text if first else text + GOOD)).encode()
        status, out, err = run([REGISTER, "--json"], data)
        equal(name + ": exit status", status, 1)
        lines = err.decode().split("\n")
        place = lines[0].split(":")[1:4]
        equal(name + ": place", place[1:3], [str(line), str(column)])
        ok(name + ": sentence", sentence in lines[0], lines[0])
        threats = json.loads(out)["threats"]
        equal(name + ": the rest is done",
              sorted(t["decision"] for t in threats),
              ["not-read", "recorded"])
        p = threats[0]["problems"][0]
        equal(name + ": also in JSON", (p["line"], p["column"]),
              (line, column))
    status, out, err = run([REGISTER], (H + 'T,"None,,,,,,\n').encode())
    ok("open quote at the end", status == 1 and b":2:3: " in err and
       b"never closed" in err, err)
    _, _, err = run([REGISTER], (H + row(V.replace("AV:N", "AV:Q"))).encode())
    mark = err.split(b"\n")
    equal("mark", mark[1][mark[2].index(b"^"):][:1], b"Q")


def headers():
    for name, text, place, sentence in [
            ("empty", "", "1:1", "empty"),
            ("unknown column", "id,initial,frob\n", "1:12", "frob"),
            ("twice", "id,initial,ID\n", "1:12", "second column"),
            ("no id", "initial\n", "1:1", "id"),
            ("no initial", "id\n", "1:1", "initial"),
            ("quote", 'id,in"itial\n', "1:6", "quoted")]:
        status, out, err = run([REGISTER], text.encode())
        equal("header, %s: exit status" % name, (status, out), (2, b""))
        ok("header, %s: place" % name, (":%s: " % place).encode() in err, err)
        ok("header, %s: sentence" % name, sentence.encode() in err, err)
    for name in ["benefit-risk", "Benefit/Risk", "benefit_risk",
                 " BENEFIT RISK "]:
        status, _, err = run([REGISTER],
                             ("%s,initial,id\nx,None,T\n" % name).encode())
        equal("column " + name, (status, err), (0, b""))


def forms():
    """Ways of writing the same register."""
    want = run([REGISTER, "--csv"], b"id,initial\nA,High\nB,None\n")
    for name, text in [
            ("CRLF", b"id,initial\r\nA,High\r\nB,None\r\n"),
            ("CR", b"id,initial\rA,High\rB,None\r"),
            ("no end of line", b"id,initial\nA,High\nB,None"),
            ("quoted", b'"id","initial"\n"A","High"\n"B","None"\n'),
            ("blank lines", b"id,initial\n\nA,High\n,\n \nB,None\n\n"),
            ("nameless", b"id,initial,,\nA,High,,\nB,None,,\n")]:
        equal("form " + name, run([REGISTER, "--csv"], text), want)
    for separator in b";\t":
        text = b"id,initial\nA,High\nB,None\n".replace(b",", bytes([separator]))
        out = run([REGISTER, "--csv"], text)[1]
        equal("separator", out, want[1].replace(b",", bytes([separator])))
    out = run([REGISTER, "--csv"], b"\xef\xbb\xbfid,initial\nA,High\nB,None\n")
    equal("byte order mark", out[1], b"\xef\xbb\xbf" + want[1])
    status, _, err = run([REGISTER], "id,initial\n".encode("utf-16"))
    ok("UTF-16", status == 2 and b"UTF-16" in err, err)


def one(text):
    status, out, err = run([REGISTER, "--json"], (H + text).encode())
    data = json.loads(out)
    return status, data["threats"][0] if data["threats"] else None


def meanings():
    status, t = one(row(V[9:], scheme="3.1"))
    equal("scheme needs its CVSS", status, 1)
    status, t = one(row(V[9:], scheme="CVSS 3.1"))
    equal("bare 3.1", t["initial"]["rating"], V)
    status, t = one(row("8 9,6;10/8", scheme="dread: op-tee"))
    equal("numbers", t["initial"]["rating"],
          "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8")
    status, t = one(row("4 5 3.5 2.0 4", scheme="EC-Council"))
    equal("halves", t["initial"]["rating"],
          "DREAD:EC-Council/D:4/R:5/E:3.5/A:2/DI:4")
    status, t = one(row("DREAD:OWASP/D:8/R:9/E:6/A:1/DI:8 high"))
    equal("level behind", t["before"], {"level": "High", "score": 6.4})
    caps = "external verified MAV:A; hidden verified MC:L MI:L MA:L MPR:H"
    for states, score in [("verified", 4.3), ("planned", 9.8)]:
        status, t = one(row(V, caps.replace("verified", states), "caps"))
        equal("caps, " + states, t["residual"]["score"], score)
    status, t = one(row(V40, "hidden verified MAV:P MVC:N", "CAPS"))
    equal("caps of 4.0", t["residual"]["rating"], V40 + "/MAV:P/MVC:N")
    status, t = one(row(V, "crypto 'TLS; 1.3' verified hidden safety "
                        "security \u201cname\u201d; external planned ;"))
    equal("control", t["controls"][0],
          {"name": "name", "kind": "hidden", "state": "verified",
           "domains": ["security", "safety"], "cryptographic": True,
           "reference": "TLS; 1.3", "caps": []})
    equal("two controls", len(t["controls"]), 2)
    for word in ["yes", "TRUE", " Yes "]:
        status, t = one(row(V, "hidden verified", "Low", rerated=word))
        equal("rerated " + word, (status, t["decision"]), (0, "accepted"))
    equal("none", one("")[0], 1)
    equal("recorded only", one(GOOD)[0], 0)


# --- Hostile text ------------------------------------------------------------

HOSTILE = {
    "script": b"<script>alert('x')</script>",
    "attribute": b"\"><img src=http://e.example/x onerror=y>",
    "entities": b"&lt;&amp;&#60;",
    "controls": bytes(range(1, 32)) + b"\x7f",
    "invalid": b"\xff\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80\xe2\x82",
    "override": "\u202egnp.exe\u2066x\u200f".encode(),
    "formula": b"=cmd|' /C calc'!A0",
    "plus": b"+1", "minus": b"-1", "at": b"@SUM(A1)", "apostrophe": b"'=1",
    "tab": b"\t=1", "long": b"L" * 100000, "comment": b"--><!--",
    "style": b"</style></title></main>", "astral": "\U0001f600\ue000".encode(),
    "C1": b"\xc2\x9b31m", "separator": "\u2028\u2029\ufeff".encode(),
    "nonchar": b"\xef\xbf\xbf\xf0\x9f\xbf\xbe",
    "escape": b"\x1b[31m\x1b]0;title\x07",
}


class Page(html.parser.HTMLParser):
    """Checks nesting; gathers text, tags and attributes."""
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.bad, self.text, self.tags, self.ids = [], [], [], [], []
        self.attributes = set()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {a for a, _ in attrs}
        if tag == "h3":
            self.ids.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(tag)

    def handle_data(self, data):
        self.text.append(data)
        if "h3" in self.open:
            self.ids[-1] += data


def page_of(data):
    page = Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return page


TAGS = set("html head meta title style body main header section h1 h2 h3 p div "
           "span b bdi i ul ol li dl dt dd table caption colgroup col thead "
           "tbody tr th td".split())
ATTRIBUTES = set("lang charset name content http-equiv class style scope span "
                 "aria-hidden value".split())


def check_page(name, data, ids):
    page = page_of(data)
    equal(name + ": well-formed", (page.open, page.bad), ([], []))
    equal(name + ": tags", set(page.tags) - TAGS, set())
    equal(name + ": attributes", page.attributes - ATTRIBUTES, set())
    # 'none' of the policy apart, nothing is loaded
    for part in [b"url(", b"@import", b"src=", b"href="]:
        outside = data.replace(b"img src=http", b"")
        ok("%s: no %s" % (name, part.decode()), part not in outside)
    equal(name + ": ids", page.ids, ids)
    ok(name + ": a title and a language", b'<html lang="en">' in data and
       b"<title>" in data)
    ok(name + ": no control characters", not any(
        b < 32 and b != 10 and b != 9 for b in data))


def shown(text):
    """What put_html makes of an id, to the letter."""
    out = ""
    for c in text:
        n = ord(c)
        if n < 32 and c not in "\n\t":
            out += chr(0x2400 + n)
        elif (0x7f <= n <= 0x9f or n in (0x61c, 0xad, 0xfeff)
              or 0x200b <= n <= 0x200f or 0x2028 <= n <= 0x202e
              or 0x2060 <= n <= 0x206f or n & 0xfffe == 0xfffe):
            out += "[U+%04X]" % n
        else:
            out += c
    return out


def hostile_input():
    text = b"id,initial,description,controls,rationale,note\n"
    for value in HOSTILE.values():
        cell = b'"' + value.replace(b'"', b'""') + b'"'
        name = b'"hidden verified ""%s"""' % (
            b"x" if b'"' in value else value)
        text += b",".join([cell, b"Low", cell, name, cell, cell]) + b"\n"
    return text


def repaired(value):
    """Bytes as next_character reads them: U+FFFD for each that is wrong."""
    out = ""
    while value:
        for n in (1, 2, 3, 4):
            try:
                out += value[:n].decode()
                value = value[n:]
                break
            except UnicodeDecodeError:
                pass
        else:
            out += "\ufffd"
            value = value[1:]
    return out


def unguarded(text):
    guard = len(text) > 1 and text[0] == "'" and text[1] in "=+-@\t\r\n"
    return text[1:] if guard else text


def hostile():
    text = hostile_input()
    ids = [unguarded(repaired(v)) for v in HOSTILE.values()]
    status, out, err = run([REGISTER, "--json"], text)
    ok("hostile: noted that it is not UTF-8", b"not in UTF-8" in err, err)
    data = json.loads(out.decode("utf-8"))
    got = {t["id"]: t for t in data["threats"]}
    for value in ids:
        ok("hostile JSON", value in got, repr(value[:30]))
        equal("hostile JSON description", got[value]["description"], value)
    ok("hostile JSON is shown as it is", not any(
        c in out.decode() for c in "\u202e\u2066\u2028\x1b"))
    _, out, _ = run([REGISTER, "--html", "-"], text)
    order = [shown(t["id"]).replace("\u240d\n", "\n") for t in data["threats"]]
    check_page("hostile HTML", out, order)
    ok("no script", b"<script" not in out.lower())
    _, out, _ = run([REGISTER], text)
    ok("hostile table", b"\x1b" not in out and b"\xe2\x80\xae" not in out)
    out.decode("utf-8")
    _, out, _ = run([REGISTER, "--csv"], text)
    for cells in csv.reader(io.StringIO(out.decode("latin-1"), newline="")):
        for cell in cells:
            ok("no formula", cell[:1] not in tuple("=+-@\t\r\n"), cell[:20])
    equal("CSV read again", run([REGISTER, "--csv"], out)[1], out)
    _, again, _ = run([REGISTER, "--json"], out)
    for a, b in zip(json.loads(again)["threats"], data["threats"]):
        a.pop("line"), b.pop("line")
        equal("CSV keeps all", a, b)


def pump_page():
    data = run([REGISTER, "--html", "-", PUMP], cwd=INPUT)[1]
    threats = json.loads(run([REGISTER, "--json", PUMP],
                             cwd=INPUT)[1])["threats"]
    order = [t["id"] for t in threats if t["decision"] == "open"]
    order += [t["id"] for t in threats if t["decision"] != "open"]
    check_page("pump page", data, order)
    page = page_of(data)
    for tag, n in [("table", 2), ("caption", 2), ("h1", 1), ("main", 1)]:
        equal("pump page: " + tag, page.tags.count(tag), n)
    ok("pump page: no address", b"http:" not in data and b"//" not in data)


# --- Contrast ----------------------------------------------------------------

def luminance(colour):
    colour = colour.lstrip("#")
    if len(colour) == 3:
        colour = "".join(2 * c for c in colour)
    parts = [int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [c / 12.92 if c <= .04045 else ((c + .055) / 1.055) ** 2.4
             for c in parts]
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2]


def contrast(a, b):
    high, low = sorted([luminance(a), luminance(b)], reverse=True)
    return (high + .05) / (low + .05)


def colours():
    page = run([REGISTER, "--html", "-", PUMP], cwd=INPUT)[1].decode()
    for name, start in [("light", ":root{"), ("dark", "dark){:root{")]:
        block = page[page.index(start) + len(start):].split("}")[0]
        c = dict(p.split(":") for p in block.split(";") if p.startswith("--"))
        pairs = [("--text", "--page"), ("--text", "--card"),
                 ("--soft", "--page"), ("--soft", "--card"),
                 ("--soft", "--track"), ("--open", "--page"),
                 ("--open", "--card")]
        for i in range(1, 6):
            pairs += [("--l%d" % i, "--card"), ("--on", "--l%d" % i)]
        for a, b in pairs:
            ok("%s: %s on %s" % (name, a, b), contrast(c[a], c[b]) >= 4.5,
               contrast(c[a], c[b]))
        for i in range(1, 6):
            bar = contrast(c["--l%d" % i], c["--track"])
            ok("%s: bar %d" % (name, i), bar >= 3, bar)


# --- Options, files, size ----------------------------------------------------

def options():
    for args in [["--frob"], ["-x"], ["--policy", "lax"], ["--policy"],
                 ["--html"], ["--json", "--csv"], ["--json", "--html", "-"],
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
    for count in (25000, 100000):
        data = big(count)
        start = time.process_time(), resource.getrusage(
            resource.RUSAGE_CHILDREN).ru_utime
        status, out, _ = run([REGISTER, "--csv"], data)
        times.append(resource.getrusage(
            resource.RUSAGE_CHILDREN).ru_utime - start[1])
        equal("%d rows" % count, (status, out.count(b"\r\n")),
              (0, count + 1))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print("# 25,000 and 100,000 rows: %.2f and %.2f s, at most %d KiB" %
          (times[0], times[1], memory))
    ok("linear", times[1] < 8 * times[0] + 1, times)
    if "asan" not in os.environ.get("ASAN_OPTIONS", "") and memory:
        ok("memory", memory < 600 * 1024, memory)
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


golden_cases()
pump_covers()
wrong()
headers()
forms()
meanings()
hostile()
pump_page()
colours()
options()
with_terminals(colour)
sizes()
done()
