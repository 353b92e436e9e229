# SPDX-License-Identifier: MIT
# The register: what is wrong with a row, where, and how to mend it.
#   test_register_wrong.py REGISTER INPUT
import json

from register_case import GOOD, H, REGISTER, V, row
from tap import done, equal, ok, run

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
    ("near a level", row("Hihg"), 2, 3, "did you mean High?"),
    ("near another word", row("moderat"), 2, 3, "did you mean Moderate?"),
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
     "cannot be limited"),
    ("cap without vector", row("High", "hidden verified MAV:A"), 2, 24,
     "a limit needs"),
    ("caps without vector", row("High", "", "caps"), 2, 9, "limits (or caps) need"),
    ("residual", row(V, "", V[:-1] + "Q"), 2, C + len(V), "A must be"),
    ("residual above", row("Low", "hidden verified", "High"), 2, 23, "above"),
    ("system", row(V, "hidden verified", "Low"), 2, C + 16, "rerated"),
    ("guarded", row("'=five"), 2, 4, "expected a CVSS vector"),
    ("guarded score", row("'=5"), 2, 5, "a score alone"),
    ("yes", row(rerated="maybe"), 2, C + 3, "yes or no"),
    ("yes again", row(impairs=" z"), 2, C + 5, "yes or no"),
    ("cut off", "T\n", 2, 1, "TBD while there is none"),
    ("too many cells", "T,None,,,,,,,x\n", 2, 14, "has 9 cells"),
    ("nameless column", "T,None,,,,,,x\n", 2, 13, "has no name"),
    ("quote in a cell", 'T,No"ne,,,,,,\n', 2, 3, "expected a CVSS"),
    ("text after a quote", 'T,"None"x,,,,,,\n', 2, 4, "expected a CVSS"),
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
            ("empty", "", "1:1", "--template"),
            ("near miss", "id,intial\n", "1:4", 'did you mean "initial"'),
            ("a separator", "id,initial,benefitrisk\n", "1:12",
             '"benefit-risk"'),
            ("a letter more", "id,initial,notes\n", "1:12", '"note"'),
            ("a letter fewer", "id,initial,residal\n", "1:12", '"residual"'),
            ("two letters changed", "id,initial,ratoinale\n", "1:12",
             '"rationale"'),
            ("another letter", "id,initial,impeirs\n", "1:12", '"impairs"'),
            ("twice", "id,initial,ID\n", "1:12", "second column"),
            ("no id", "initial\n", "1:1", "id"),
            ("no initial", "id\n", "1:1", "initial"),
            ("open quote", 'id,"initial\n', "1:4", "never closed")]:
        status, out, err = run([REGISTER], text.encode())
        equal("header, %s: exit status" % name, (status, out), (2, b""))
        ok("header, %s: place" % name, (":%s: " % place).encode() in err, err)
        ok("header, %s: sentence" % name, sentence.encode() in err, err)
    for name in ["benefit-risk", "Benefit/Risk", "benefit_risk",
                 " BENEFIT RISK ", "benefit\u00a0risk"]:
        status, _, err = run([REGISTER],
                             ("%s,initial,id\nx,None,T\n" % name).encode())
        equal("column " + name, (status, err), (0, b""))
    for name in ["ip", "node", "date", "initials"]:  # near nothing, or beside
        status, _, err = run([REGISTER],
                             ("id,initial,%s\nT,None,x\n" % name).encode())
        equal("column " + name, (status, err), (0, b""))


wrong()
headers()
done()
