# SPDX-License-Identifier: MIT
# The register: ratings as people write them.
#   test_register_rating.py REGISTER INPUT
from register_case import V, V40, load, one, row, table, threats
from tap import done, equal, ok

V2 = "AV:N/AC:L/Au:N/C:C/I:C/A:C"
V30 = V.replace("3.1", "3.0")
BARE = V[9:]
OP_TEE = "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"
EC = "DREAD:EC-Council/D:4/R:5/E:3.5/A:2/DI:4"
FIRST = "https://www.first.org/cvss/calculator/"
NVD = "https://nvd.nist.gov/vuln-metrics/cvss/"

# the cell, the scheme, what it is read as
READ = [
    (V, "", V), (" " + V + "\n", "", V), ("(" + V + ")", "", V),
    ("[" + V + "]", "", V), ('"' + V + '"', "", V),
    ("9.8 (" + V + ")", "", V), ("9,8 (" + V + ")", "", V),
    (V + " (Critical)", "", V), (V + " 9.8 Critical", "", V),
    ("Critical 9.8 " + V, "", V), ("9.8/10 - " + V, "", V),
    ("CVSS v3.1 Base Score: 9.8 CRITICAL Vector: " + V, "", V),
    ("CVSS 3.1: 9.8 (" + V + ")", "", V), ("Score 9.8; " + V, "", V),
    (V + " very high", "", V), (V + "; 9.8", "", V),
    (FIRST + "3.1#" + V, "", V), (FIRST + "4.0#" + V40, "", V40),
    ("9.8 " + FIRST + "3.1#" + V, "", V),
    (NVD + "v3-calculator?vector=" + BARE + "&version=3.1", "", V),
    (NVD + "v3-calculator?name=CVE-2020-1&vector=" + BARE +
     "&version=3.0&source=NIST", "", V30),
    (NVD + "v2-calculator?vector=(" + V2 + ")", "", V2),
    ("(" + V2 + ")", "", V2), ("10.0 (HIGH) (" + V2 + ")", "", V2),
    (BARE, "CVSS 3.1", V), (BARE, "CVSS:3.0", V30), (BARE, "cvss v3.1", V),
    ("CVSS v3.1 " + BARE, "", V), ("9.8 (" + BARE + ")", "CVSS3.1", V),
    (V40[9:], "CVSS 4.0", V40), (V2, "CVSS 2.0", V2),
    (V30 + "/XAVN:Y/XACL:N", "", V30),
    (V30 + "/XCIL:HI/XIL:HI/XAL:HI", "", V30),
    ("9.8 / " + V, "", V), ("9.8 -> " + V, "", V), (V + ".", "", V),
    (V + "/", "", V), (V.lower(), "", V), ("\u200b" + V + "\ufeff", "", V),
    ("\u3000" + V + "\u2009(Critical)", "", V), ("CVSS3.1/" + BARE, "", V),
    ("CVSS:3.1 " + BARE, "", V), ("CVSS2#" + V2, "", V2),
    (BARE, "3.1", V), (BARE, "v3.1", V), (BARE, "cvss31", V),
    (V.replace("/", " / "), "", V), (V.replace("/", "/ "), "", V),
    (V.replace("/", " /"), "", V), (V.replace("/", "\u00a0/\u00a0"), "", V),
    (V.replace("/", "/\n"), "", V), ("9.8 / Critical / " + V.replace("/", " / "),
                                     "", V),
    (V.replace("/", " / ") + " / Critical", "", V), (V + " /", "", V),
    (V2.replace("/", " / ").replace(":", " : "), "", V2),
    ("*" + V + "*", "", V), ("**" + V + "** 9.8", "", V),
    ("| " + V + " | 9.8 |", "", V), ("|" + V + "|", "", V),
    (V2.replace(":", ": "), "", V2), (V2 + " : High", "", V2),
    ("CVSS:3.1 " + BARE.replace("/", " / "), "", V),
    ("CVSS-B 9.3 " + V40, "", V40), ("9.7 (" + V + ")", "", None),
    (V + " (vendor)", "", None), ("High (" + V + ")", "", None),
    (OP_TEE, "", OP_TEE), (OP_TEE + " (High)", "", OP_TEE),
    ("8.2 " + OP_TEE, "", OP_TEE),
    ("8 9 6 10 8", "DREAD OP-TEE", OP_TEE), ("8,9,6,10,8", "OP-TEE", OP_TEE),
    ("8;9;6;10;8", "dread: op-tee", OP_TEE), ("8/9/6/10/8", "OP-TEE", OP_TEE),
    ("D=8, R=9, E=6, A=10, D=8", "DREAD OP-TEE", OP_TEE),
    ("D:8 R:9 E:6 A:10 DI:8", "OP-TEE", OP_TEE),
    ("D = 8; R = 9; E = 6; A = 10; DI = 8", "OP-TEE", OP_TEE),
    ("DI=8, A=10, E=6, R=9, D=8", "OP-TEE", OP_TEE),
    ("Damage=8, Reproducibility=9, Exploitability=6, Affected=10, "
     "Discoverability=8", "OP-TEE", OP_TEE),
    ("8 9 6 10 8 High", "OP-TEE", OP_TEE),
    ("(8, 9, 6, 10, 8)", "OP-TEE", OP_TEE),
    ("4 5 3,5 2 4", "EC-Council", EC), ("4; 5; 3,5; 2; 4", "EC-Council", EC),
    ("4 5 3.5 2.0 4", "EC-Council", EC),
    ("D8 R9 E6 A10 D8", "OP-TEE", OP_TEE), ("8-9-6-10-8", "OP-TEE", OP_TEE),
    ("Damage: 8; Reproducibility: 9; Exploitability: 6; Affected users: 10; "
     "Discoverability: 8", "OP-TEE", OP_TEE),
    ("8.2 (8 9 6 10 8)", "OP-TEE", OP_TEE),
    ("8 9 6 10 8 = 8.2", "OP-TEE", OP_TEE),
    ("8+9+6+10+8=41", "OP-TEE", OP_TEE), ("8+9+6+10+8=42", "OP-TEE", None),
    ("D=8 R=9 E=6 A=10 D=8 -> 8.2 High", "OP-TEE", OP_TEE),
    ("18,5 (4 5 3,5 2 4)", "EC-Council", EC), ("8 9 6 10", "OP-TEE", None),
    ("D=4 R=5 E=3,5 A=2 D=4", "EC-Council", EC),
    ("High", "", "High"), ("  high ", "", "High"), ("(High)", "", "High"),
    ("High.", "", "High"), ("VeryHigh", "", "Critical"),
    ("*Low*", "", "Low"),
    ("Hi\"gh", "", None), ("High/Low", "", None), ("Moderate-High", "", None),
    ("H", "", "High"), ("VL", "", "Low"), ("negligible", "", "Low"),
    ("9.0 (Critical)", "", "Critical"),
    ("9,0 Critical", "", "Critical"), ("Critical (9.0)", "", "Critical"),
    ("Moderate", "", "Medium"), ("Informational", "", "None"),
    ("Elevated", "", "High"), ("Very High", "", "Critical"),
    ("very-low", "", "Low"), ("Severity: Important", "", "High"),
    ("INFO", "", "None"), ("9.0", "CVSS 3.1", "9.0"),
    ("9.0 (Critical)", "CVSS 3.1", "9.0 (Critical)"),
]

# the cell, the scheme, part of the message
REFUSED = [
    *[(text, "", "between two metrics there must be a slash")
      for text in (V2.replace("/", ", "), V2.replace("/", " "), V2.replace("/", ";"),
                   V.replace("/", "|"), "CVSS:3.1/" + BARE.replace("/", "\n"))],
    (V.replace("AC:L", "AC:Q").replace("/", " / "), "", "2:24: T, initial: AC must"),
    (V.replace("/", " / ")[:-9], "", "I is missing"),
    ("9.1 (" + V + ")", "", "says 9.1, and the rating beside it scores 9.8"),
    ("8,9 " + V, "", "scores 9.8"), (V + " Low", "", "contradicts"),
    ("Low (" + V + ")", "", "contradicts"),
    ("9.0", "", "a score alone"), ("High Low", "", "expected a CVSS vector"),
    ("9.8 " + V + " reviewed by Jo", "", "other words belong under note"),
    ("see sheet 2", "", "expected a CVSS vector"),
    ("11.0 Critical", "", "expected a CVSS vector"),
    ("9.0 (High)", "CVSS 3.1", "contradicts"),
    (V.replace("AV:N", "AV:Q") + " (High)", "", "AV must be"),
    ("9.8 (" + V.replace("/A:H", "") + ")", "", "A is missing"),
    (BARE, "", ""), (FIRST + "3.1#" + V[:-1], "", "A must"),
    ("D=8, R=9, E=6, A=10", "OP-TEE", "Discoverability is missing"),
    ("D=8, R=9, E=6, R=10, D=8", "OP-TEE", "each of D, R, E, A and DI once"),
    ("D=8, Q=9, E=6, A=10, D=8", "OP-TEE", "each of D, R, E, A and DI once"),
    ("8 9 6 11 8", "OP-TEE", "A must be"), ("7.5 " + OP_TEE, "", "scores 8.2"),
    ("8 9 6 10 8 Low", "OP-TEE", "contradicts"),
    ("3,7 9 6 10 8", "OP-TEE", ""),
]


def read():
    for cell, scheme, want in READ:
        status, t = one(row(cell, scheme=scheme))
        if want is None:
            equal("refused: " + cell, t["decision"], "not-read")
            continue
        got = t["initial"]["rating"] if t["initial"] else t["problems"]
        equal("%s under %s" % (cell, scheme or "none"), got, want)
        equal("no problem: " + cell, t["problems"], [])
    for cell, scheme, sentence in REFUSED:
        status, data, err = load(table("id,initial,scheme",
                                       ["T", cell, scheme]))
        equal("%s under %s" % (cell, scheme or "none"),
              data["threats"][0]["decision"], "not-read")
        ok("it is said why: " + cell, sentence in err, err)


def scales():
    """DREAD in its own scale."""
    for scheme, cell, score, of, level in [
            ("Microsoft", "3 3 2 2 2", 12, 15, "High"),
            ("EC-Council", "4 5 3.5 2 4", 18.5, 50, "Medium"),
            ("OP-TEE", "8 9 6 10 8", 8.2, None, "High"),
            ("Microsoft", "1 1 1 1 1", 5, 15, "Low")]:
        before = one(row(cell, scheme=scheme))[1]["before"]
        equal(scheme, (before["level"], before["score"], before.get("of")),
              (level, score, of))


def meanings():
    status, t = one(row("DREAD:OWASP/D:8/R:9/E:6/A:1/DI:8 high"))
    equal("level behind", t["before"], {"level": "High", "score": 6.4})
    caps = "external verified MAV:A 'a'; hidden verified MC:L MI:L MA:L MPR:H"
    for states, score in [("verified", 4.3), ("planned", 9.8)]:
        for word in ("limits", "caps", " LIMITS "):
            status, t = one(row(V, caps.replace("verified", states), word))
            equal("%s, %s" % (word, states), t["residual"]["score"], score)
    status, t = one(row(V40, "hidden verified MAV:P MVC:N", "LIMITS"))
    equal("limits of 4.0", t["residual"]["rating"], V40 + "/MAV:P/MVC:N")
    status, t = one(row(V, "crypto 'TLS; 1.3' verified hidden safety "
                        "security \u201cname\u201d; external planned ;"))
    equal("control", t["controls"][0],
          {"name": "name", "kind": "hidden", "state": "verified",
           "domains": ["security", "safety"], "cryptographic": True,
           "reference": "TLS; 1.3", "caps": []})
    equal("two controls", len(t["controls"]), 2)
    for word in ["yes", "TRUE", " Yes ", "y"]:
        status, t = one(row(V, "hidden verified 'x'", "Low", rerated=word))
        equal("rerated " + word, (status, t["decision"]), (0, "accepted"))
    equal("none", one("")[0], 1)
    equal("recorded only", one(row("None"))[0], 0)


def nomenclature():
    for more, want in [("", "CVSS-B"), ("/E:U", "CVSS-BT"),
                       ("/MAV:P", "CVSS-BE"), ("/E:U/MAV:P", "CVSS-BTE")]:
        t = threats(table("id,initial", ["T", V40 + more]))["T"]
        equal(want, t["initial"]["nomenclature"], want)


read()
scales()
meanings()
nomenclature()
done()
