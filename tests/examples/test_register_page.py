# SPDX-License-Identifier: MIT
# The register's page: hostile text, what it must show, contrast.
#   test_register_page.py REGISTER INPUT
import csv
import html.parser
import io
import json

from register_case import INPUT, PUMP, REGISTER, V, table
from tap import done, equal, ok, run

VOID = "area base br col embed hr img input link meta source wbr".split()

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
    "tab": b"\t=2", "long": b"L" * 100000, "comment": b"--><!--",
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
        self.threat = False
        self.attributes, self.anchors, self.links = set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {a for a, _ in attrs}
        self.anchors += [v for a, v in attrs if a == "id"]
        self.links += [v for a, v in attrs if a == "href"]
        if tag == "li":
            self.threat = ("class", "threat l") in [
                (a, v[:8]) for a, v in attrs]
        if tag == "h3" and self.threat:
            self.ids.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(tag)
        if tag == "ol":
            self.threat = False

    def handle_data(self, data):
        self.text.append(data)
        if "h3" in self.open and self.threat:
            self.ids[-1] += data


def page_of(data):
    page = Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return page


TAGS = set("html head meta title style body main header section h1 h2 h3 p div "
           "span b bdi i ul ol li dl dt dd table caption colgroup col thead "
           "tbody tr th td a nav code".split())
ATTRIBUTES = set("lang charset name content http-equiv class style scope span "
                 "aria-hidden aria-label value id href tabindex role".split())


def check_page(name, data, ids):
    page = page_of(data)
    equal(name + ": well-formed", (page.open, page.bad), ([], []))
    equal(name + ": tags", set(page.tags) - TAGS, set())
    equal(name + ": attributes", page.attributes - ATTRIBUTES, set())
    # 'none' of the policy apart, nothing is loaded
    for part in [b"url(", b"@import", b"src=", b'href="h', b'href="/']:
        outside = data.replace(b"img src=http", b"")
        ok("%s: no %s" % (name, part.decode()), part not in outside)
    equal(name + ": ids", page.ids, ids)
    equal(name + ": no anchor twice", len(page.anchors),
          len(set(page.anchors)))
    equal(name + ": each link leads somewhere",
          {x for x in page.links if x[1:] not in page.anchors}, set())
    equal(name + ": links within the page", {x[0] for x in page.links}, {"#"})
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
    for tag, n in [("h1", 1), ("main", 1), ("nav", 1)]:
        equal("pump page: " + tag, page.tags.count(tag), n)
    ok("pump page: no address", b"http:" not in data and b"//" not in data)


def text_of(data):
    return " ".join(" ".join(page_of(data).text).split())


DOCUMENT = [("--title", "Risks of <b>X</b>"), ("--device", "Perfus 3"),
            ("--device-version", "4.2"), ("--author", "J. K."),
            ("--approver", "Dr. S."), ("--date", "2 May"),
            ("--revision", "C"), ("--document", 'RMF-"14"')]


def evidence():
    """What an assessor looks for."""
    args = [x for pair in DOCUMENT for x in pair]
    data = run([REGISTER, "--html", "-"] + args + [PUMP], cwd=INPUT)[1]
    text = text_of(data)
    for _, value in DOCUMENT:
        ok("the document: " + value, value in text)
    ok("the running title", b"counter(page)" in data and
       b"RMF\\2D \\22 14" in data and b"<b>X" not in data)
    for part in ["What each level demands", "reduce the risk as far as",
                 "From score to level", "7.0 to 8.9", "Scales in use",
                 "Overall residual risk", "Legend", "Assumptions",
                 "What this is not", "Sign-off", "SHA-256", "CVSS-B 4.0",
                 "would impair the device's critical performance",
                 "Nearest mitigation", "once all is verified: accepted",
                 "18.5 of 50", "Controls and the threats they serve",
                 "Residual risks that stay high"]:
        ok("the page says: " + part, part in text)
    data = json.loads(run([REGISTER, "--json"] + args + [PUMP],
                          cwd=INPUT)[1])
    for name, value in DOCUMENT:
        key = name[2:].replace("-", "_")
        equal("JSON: " + key, data[key], value)
    page = text_of(run([REGISTER, "--html", "-"], table(
        "id,initial,class-parent,class-contributes,class-segregated,class-has",
        ["T", "Low", "B", "no", "no", "A"]).encode())[1])
    ok("a library below its place", "needed here: B" in page and
       "rarely available" in page and "segregate" in page, page)
    page = text_of(run([REGISTER, "--html", "-"], table(
        "id,initial,description", ["T", "Hihg", "keep me"]).encode())[1])
    ok("a row that was not read", "keep me" in page and "Hihg" in page)
    for args in ([], ["--json"], ["--csv"], ["--html", "-"]):
        equal("the same bytes %s" % args, run([REGISTER] + args + [PUMP],
              cwd=INPUT), run([REGISTER] + args + [PUMP], cwd=INPUT))


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
                 ("--open", "--card"), ("--link", "--card"),
                 ("--link", "--page")]
        for i in range(1, 6):
            pairs += [("--l%d" % i, "--card"), ("--on", "--l%d" % i)]
        for a, b in pairs:
            ok("%s: %s on %s" % (name, a, b), contrast(c[a], c[b]) >= 4.5,
               contrast(c[a], c[b]))
        for i in range(1, 6):
            bar = contrast(c["--l%d" % i], c["--track"])
            ok("%s: bar %d" % (name, i), bar >= 3, bar)



hostile()
pump_page()
evidence()
colours()
done()
