# SPDX-License-Identifier: MIT
# The register: columns of other tools, policies, matrices, changes, template.
#   test_register_rules.py REGISTER INPUT
import json
import os
import tempfile
import time

from register_case import (INPUT, PUMP, REGISTER, V, load, rows_of, table,
                           threats)
from tap import done, equal, ok, run

SHIPPED = ["default", "strict"]


class Files:
    """Texts as files, in a folder of their own."""
    def __init__(self, folder):
        self.folder, self.count = folder, 0

    def __call__(self, text):
        self.count += 1
        path = os.path.join(self.folder, "f%d" % self.count)
        with open(path, "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())
        return path


def shipped(kind, name):
    return os.path.join(kind, name)


# --- Columns -----------------------------------------------------------------

def foreign_headers():
    for header in ["id,asset,stride,cwe,description,initial",
                   "id,component,cve,initial", "Owner,ID,Initial,Due date",
                   "id,initial,Status,Priority,Decision,Missing,Remarks"]:
        cells = ["x%d" % i for i in range(header.count(",") + 1)]
        names = header.lower().split(",")
        cells[names.index("id")] = "T"
        cells[names.index("initial")] = "Low"
        out = run([REGISTER, "--csv"], table(header, cells).encode())[1]
        got = rows_of(out)
        equal("carried through: " + header,
              (got[0][12:], got[1][12:]), (header.split(","), cells))


EXPORTS = [
    ("threat-dragon", "Number,Title,Type,Severity,Status,Score,Description,"
     "Mitigations",
     [["1", "Spoofing", "Spoofing", "High", "Open", "7", "text", "none yet"],
      ["2", "Tampering", "Tampering", "TBD", "Open", "", "", ""],
      ["3", "Leak", "Information disclosure", "", "Mitigated", "", "", "x"]],
     {"1": "High", "2": None, "3": None}),
    ("threat-composer", "Threat Number,Threat,Mitigations,Assumptions,"
     "Priority,STRIDE,Comments",
     [["T-1", "A threat actor can", "M-1 x", "A-1 y", "High", "S, T", "c"],
      ["T-2", "Another", "", "", "", "", ""]], {"T-1": "High", "T-2": None}),
    ("ciso-assistant", "ref_id,name,description,inherent_level,"
     "existing_controls,current_impact,current_proba,current_level,"
     "additional_controls,residual_impact,residual_proba,residual_level,"
     "treatment",
     [["R.1", "Leak", "text", "High", "backup\nlogs", "High", "Low", "Medium",
       "", "Low", "Low", "Low", "mitigate"],
      ["R.2", "Loss", "text", "--", "", "--", "--", "--", "", "", "", "",
       "open"]], {"R.1": "Medium", "R.2": None}),
    ("ciso-assistant", "ref_id;assets;threats;name;description;"
     "existing_controls;current_impact;current_proba;current_risk;"
     "additional_controls;residual_impact;residual_proba;residual_risk;"
     "treatment".replace(";", ","),
     [["R.1", "Server", "Malware", "Leak", "text", "Antivirus", "Significant",
       "Likely", "Very High", "EDR", "Minor", "Unlikely", "Low", "mitigate"]],
     {"R.1": "Critical"}),
    ("threagile", "Severity,Likelihood,Impact,STRIDE,Function,CWE,"
     "Risk Category,Technical Asset,Communication Link,RAA %,Identified Risk,"
     "Action,Mitigation,Check,ID,Status,Justification,Date,Checked by,Ticket",
     [["Elevated", "Likely", "High", "Tampering", "Development", "CWE-79",
       "XSS", "Web", "", "55", "XSS at Web", "Encode", "Encode output", "?",
       "xss@web", "Accepted", "Internal only", "2026-01-01", "Jo", "T-1"]],
     {"xss@web": "High"})]


# Models as the tools save them, cut down to what matters here.
DRAGON = {
    "version": "2.4.0", "summary": {"title": "Pump", "owner": "Jo", "id": 0},
    "detail": {"contributors": [], "threatTop": 2, "diagrams": [
        {"id": 0, "title": "Main", "diagramType": "STRIDE", "cells": [
            {"shape": "flow", "data": {"name": "Wire", "threats": [
                {"id": "6b0b-1", "title": "Read on the \"wire\"",
                 "status": "Open", "severity": "High",
                 "type": "Information disclosure", "description": "a\nb, c",
                 "mitigation": "TLS \u00e9\U0001f600", "modelType": "STRIDE",
                 "new": False, "number": 1, "score": "8.1"}]}},
            {"shape": "actor", "data": {"threats": []}},
            {"shape": "trust-boundary-box", "data": {"name": "B"}},
            {"shape": "store", "data": {"threats": [
                {"id": "6b0b-2", "title": "Lost", "severity": "TBD",
                 "status": "Mitigated", "number": 2, "score": None}]}}]}]}}
DRAGON_1 = {"summary": {"title": "Old"}, "detail": {"diagrams": [
    {"title": "D", "diagramJson": {"cells": [
        {"type": "tm.Flow", "threats": [
            {"ruleId": "r", "title": "A", "type": "Tampering",
             "status": "Open", "severity": "Medium", "description": "d"},
            {"title": "B", "severity": "Low"}]}]}}]}}
COMPOSER = {"schema": 1, "applicationInfo": {"name": "Pump"}, "threats": [
    {"id": "uuid-1", "numericId": 7, "statement": "An actor can", "tags":
     ["a", "b"], "displayOrder": 1, "metadata": [
         {"key": "Priority", "value": "High"},
         {"key": "STRIDE", "value": ["S", "T"]},
         {"key": "Comments", "value": "see M-1"}],
     "displayedStatement": ["An ", {"type": "b", "content": "actor"}, " can"]},
    {"id": "uuid-2", "numericId": 8, "statement": "Another"}],
    "mitigations": [{"id": "uuid-3", "numericId": 1, "content": "x"}]}
THREAGILE = [
    {"category": "missing-authentication", "risk_status": "unchecked",
     "severity": "elevated", "exploitation_likelihood": "likely",
     "exploitation_impact": "medium", "title": "<b>Missing</b> at Web",
     "synthetic_id": "missing-authentication@web",
     "data_breach_technical_assets": ["web", "db"]},
    {"category": "xss", "severity": "low", "title": "XSS",
     "synthetic_id": "xss@web"}]


def models(write):
    for name, model, want in [
            ("threat-dragon", DRAGON, {"1": "High", "2": None}),
            ("threat-dragon", DRAGON_1, {"1": "Medium", "2": "Low"}),
            ("threat-composer", COMPOSER, {"7": "High", "8": None}),
            ("threagile", THREAGILE, {"missing-authentication@web": "High",
                                      "xss@web": "Low"})]:
        mapping = shipped("columns", name + ".columns")
        for text in (json.dumps(model), json.dumps(model, indent=2),
                     json.dumps(model, ensure_ascii=False, indent="\t")):
            for mark in ("", "\ufeff"):
                status, data, err = load(mark + text, "--columns", mapping)
                equal(name + " as JSON", ({
                    t["id"]: t["before"]["level"] if "before" in t else None
                    for t in data["threats"]}, err), (want, ""))
        _, _, err = load(text)
        ok(name + ": how", "for --columns" in err, err)
        out = run([REGISTER, "--csv", "--columns", mapping], text.encode(),
                  cwd=INPUT)[1]
        equal(name + ": its CSV read again", run(
            [REGISTER, "--csv", "--columns", mapping], out, cwd=INPUT)[1], out)
    t = threats(json.dumps(DRAGON), "--columns",
                shipped("columns", "threat-dragon.columns"))["1"]
    other = {c["name"]: c["text"] for c in t["other"]}
    equal("texts", (t["description"], t["note"], other["mitigation"],
                    other["id"], other["new"]),
          ('Read on the "wire"', "a\nb, c", "TLS \u00e9\U0001f600", "6b0b-1",
           "false"))
    t = threats(json.dumps(COMPOSER), "--columns",
                shipped("columns", "threat-composer.columns"))["7"]
    other = {c["name"]: c["text"] for c in t["other"]}
    equal("pairs and lists", (t["note"], other["STRIDE"], other["tags"]),
          ("see M-1", "S; T", "a; b"))
    own = write("[json]\nrows = a.b[]\n")
    for text, place, sentence in [
            ('{"a": {"b": [{"id": 1, "initial": "Hihg"}]}}', "1:36",
             "did you mean High?"),
            ('{"a": {"b": [\n {"id": "A", "initial": "x\\ny"}]}}', "2:26",
             "expected a CVSS"),
            ('{"a": [\n 1,, 2]}', "2:4", "expected a value"),
            ('{"a": "b', "1:9", "never closed"),
            ('{"a" 1}', "1:6", "expected a colon"),
            ('{"a": 1 "b"}', "1:9", "expected a comma"),
            ('{a: 1}', "1:2", "expected a name"),
            ('{"a": "\\x"}', "1:9", "no such escape"),
            ('{"a": "\\u12g4"}', "1:12", "four hexadecimal"),
            ('{"a": 1} x', "1:10", "behind its end"),
            ('{"a": ' + "[" * 300, "1:207", "too deep"),
            ('{"a": {"c": [{"id": 1}]}}', "", "no threat where")]:
        status, _, err = load(text, "--columns", own)
        ok("JSON: " + sentence, sentence in err and place in err, err)
    status, data, err = load('{"a":{"b":[{"id":"\\u0000\\ud800","initial":'
                             '"Low","x":{"y":{"z":true}},"n":null,"k":[[1]]}]}}',
                             "--columns", own)
    t = data["threats"][0]
    equal("odd values", (t["id"], t["other"][0]),
          ("\ufffd\ufffd", {"name": "x.y.z", "text": "true"}))
    big = json.dumps([{"id": i, "initial": "Low", "x": "\u00e9" * 50}
                      for i in range(20000)])
    start = time.time()
    status, data, err = load(big, "--columns", write("[json]\nrows = []\n"))
    equal("20,000 threats on one line", (err, data["count"]), ("", 20000))
    ok("in time", time.time() - start < 20, time.time() - start)
    _, _, err = load(json.dumps([{"id": 1, "k%d" % i: 1} for i in range(2000)]),
                     "--columns", write("[json]\nrows = []\n"))
    ok("too many names", "more than 1000" in err, err)
    _, _, err = load("{}", "--columns", write("[json]\nrow = []\n"))
    ok("a wrong name", "expected rows, columns or number" in err, err)


def exports():
    for name, header, rows, want in EXPORTS:
        text = table(header, *rows)
        mapping = shipped("columns", name + ".columns")
        status, data, err = load(text, "--columns", mapping)
        got = {t["id"]: t["before"]["level"] if "before" in t else None
               for t in data["threats"]}
        equal(name, (got, err), (want, ""))
        out = run([REGISTER, "--csv", "--columns", mapping], text.encode(),
                  cwd=INPUT)[1]
        equal(name + ": its columns", rows_of(out)[0][12:], header.split(","))
        equal(name + ": nothing is lost",
              sorted([c[1:] if c == "'--" else c for c in r[12:]]
                     for r in rows_of(out)[1:]), sorted(rows))
        again = run([REGISTER, "--csv", "--columns", mapping], out,
                    cwd=INPUT)[1]
        equal(name + ": read again", again, out)
        status, _, err = load(text)
        ok(name + ": without the file", status == 2 and "--columns" in err, err)


def mappings(write):
    text = "Nr,Severity,Notes\n1,Grave,x\n"
    path = write("# a comment\n Nr = id\nSEVERITY=initial\nNotes = -\n"
                 "[ratings]\ngrave = Critical\n")
    t = threats(text, "--columns", path)["1"]
    equal("mapped", (t["before"]["level"], t["other"]),
          ("Critical", [{"name": "Notes", "text": "x"}]))
    for lines, place, sentence in [
            ("Nr = idd\n", "1:6", "idd is no column of a register"),
            ("Nr = id\nSeverity\n", "2:1", "expected name = value"),
            ("[ratings\n", "1:9", "ends with ]"),
            ("[ratings]\nGrave = Awful\n", "2:9", "expected None, Low")]:
        status, _, err = load(text, "--columns", write(lines))
        ok("columns: " + sentence, status == 2 and ":%s: " % place in err and
           sentence in err, err)


# --- Policies ----------------------------------------------------------------

def policies(write):
    for name in SHIPPED:
        printed = run([REGISTER, "--policy", name, "--policy-print"])[1]
        path = os.path.join(INPUT, "policies", name + ".policy")
        with open(path, "rb") as f:
            equal(name + ".policy is what is printed", f.read(), printed)
        again = run([REGISTER, "--policy", path, "--policy-print"])[1]
        equal(name + " read and printed", again, printed)
        a = load(b"", "--policy", name, PUMP)[1]["threats"]
        b = load(b"", "--policy", path, PUMP)[1]["threats"]
        equal(name + " decides the same", a, b)
    with open(os.path.join(INPUT, "policies/default.policy")) as f:
        default = f.read()
    own = default.replace("High     = High", "High     = Unacceptable")
    own = own.replace("evidence = remark", "evidence = required")
    own += "\n[bands score 2]\n0.0 - 4.9 = Low\n5.0 - 10.0 = High\n"
    own += "[ratings]\nGrave = Critical\n"
    path = write(own)
    text = table("id,initial,scheme,rationale", ["A", "7,5", "score 2", ""],
                 ["B", "Grave", "", ""], ["C", "Low", "", "TBD"],
                 ["D", "4.9 Low", "score 2", "r"])
    t = threats(text, "--policy", path)
    equal("a maker's own score", (t["A"]["before"], t["A"]["initial"]["system"]),
          ({"level": "High", "score": 7.5}, "score 2"))
    equal("a maker's own word", t["B"]["before"]["level"], "Critical")
    equal("evidence required", t["C"]["missing"], ["rationale"])
    equal("accepted", t["D"]["decision"], "accepted-with-rationale")
    out = run([REGISTER, "--policy", path], text.encode())[1]
    ok("a maker's own name", b"Unacceptable" in out, out)
    for change, place, sentence in [
            (("Critical = mandatory, benefit, rationale",
              "Critical = practicable"), 12, "asks less than"),
            (("None     = record", ""), 15, "no rule for the level None"),
            (("None     = record", "Nun = record"), 16, "expected None, Low"),
            (("None     = record", "Low = record"), 16, "a second rule"),
            (("benefit, rationale", "benefits"), 12, "expected record"),
            (("4.0 - 6.9 = Medium", "4.1 - 6.9 = Medium"), 30, "gap"),
            (("4.0 - 6.9 = Medium", "3.9 - 6.9 = Medium"), 30, "overlap"),
            (("4.0 - 6.9 = Medium", "4.0 - 6.9 = Medum"), 30, "Medum"),
            (("4.0 - 6.9 = Medium", "4 to 6 = Medium"), 30, "a band"),
            (("[bands CVSS 2.0]", "[bands CVSS 5.0]"), 29, "names no system"),
            (("[levels]", "[labels]"), 20, "no section [labels]"),
            (("evidence = remark", "evidence = maybe"), 5, "evidence is"),
            (("High     = High", "High     ="), 21, "needs a name"),
            (("High     = High", "High     = medium"), 21, "two levels have"),
            (("name     = default", "title = x"), 2, "expected name")]:
        status, _, err = load(b"", "--policy",
                              write(default.replace(change[0], change[1], 1)))
        line = int(err.split(":")[2]) if status == 2 else 0
        ok("policy: " + sentence, status == 2 and sentence in err, err)
        equal("policy, its line: " + sentence, line, place)
    status, _, err = load(b"", "--policy", "lax")
    ok("no such policy", status == 2 and "there is no file" in err, err)


# --- Matrices ----------------------------------------------------------------

def matrices(write):
    owasp = shipped("matrices", "owasp-risk-rating.matrix")
    names = ["Low", "Medium", "High"]
    levels = [["None", "Low", "Medium"], ["Low", "Medium", "High"],
              ["Medium", "High", "Critical"]]
    text = table("id,likelihood,impact", *[
        ["%d%d" % (i, k), names[i], names[k].lower()]
        for i in range(3) for k in range(3)])
    t = threats(text, "--matrix", owasp)
    for i in range(3):
        for k in range(3):
            equal("OWASP %s x %s" % (names[i], names[k]),
                  t["%d%d" % (i, k)]["before"]["level"], levels[i][k])
    text = table("id,likelihood,impact,controls,residual-likelihood,"
                 "residual-impact,initial",
                 ["A", "High", "High", "external verified 'x'", "Low", "Medium",
                  ""], ["B", "", "", "", "", "", "High"],
                 ["C", "High", "", "", "", "", ""],
                 ["D", "High", "High", "", "", "", "Low"],
                 ["E", "High", "High", "", "", "", "Critical"],
                 ["F", "Often", "High", "", "", "", ""],
                 ["G", "TBD", "High", "", "", "", ""])
    status, data, err = load(text, "--matrix", owasp)
    t = {x["id"]: x for x in data["threats"]}
    equal("before and after", (t["A"]["before"]["level"],
                               t["A"]["after"]["level"], t["A"]["decision"]),
          ("Critical", "Low", "accepted"))
    equal("not by the matrix", t["B"]["before"]["level"], "High")
    equal("the same level", t["E"]["before"]["level"], "Critical")
    for id, sentence in [("C", "needs both of its axes"),
                         ("D", "not by both"), ("F", "expected Low, Medium")]:
        equal("matrix " + id, t[id]["decision"], "not-read")
        ok("matrix: " + sentence, sentence in err, err)
    equal("an axis that is not known yet", (t["G"]["decision"],
          t["G"]["missing"]), ("open", ["rating"]))
    iso = shipped("matrices", "iso-sae-21434-example.matrix")
    t = threats(table("id,impact,feasibility", ["A", "Severe", "High"],
                      ["B", "Negligible", "High"], ["C", "Major", "very low"]),
                "--matrix", iso)
    equal("ISO/SAE 21434", [t[i]["before"]["level"] for i in "ABC"],
          ["Critical", "None", "None"])
    status, _, err = load("id,exploitability,harm\n", "--matrix",
                          shipped("matrices", "fda-axes.matrix"))
    ok("FDA: the cells are the maker's", status == 2 and
       "still to be filled in" in err, err)
    with open(os.path.join(INPUT, "matrices/fda-axes.matrix")) as f:
        filled = f.read().replace("= ?, ?, ?, ?, ?",
                                  "= Low, Low, Medium, High, Critical")
    t = threats(table("id,exploitability,harm", ["A", "Low", "Serious"]),
                "--matrix", write(filled))
    equal("FDA, filled in", t["A"]["before"]["level"], "Medium")
    good = "rows = a: L, H\ncolumns = b: L, H\n[cells]\nH = Low, High\nL = None, Low\n"
    for change, sentence in [
            (("L, H", "L, H, X"), "no cells for the row X"),
            (("Low, High", "Low"), "a level for each of the 2"),
            (("Low, High", "Low, High, Low"), "a level for each of the 2"),
            (("Low, High", "Low, Hihg"), "a cell is None, Low"),
            (("\nL =", "\nH ="), "a second row H"),
            (("\nL =", "\nM ="), "M is no value"),
            (("rows = a: L, H\n", ""), "is no value"),
            (("a: L, H", "a"), "name of an axis"), (("[cells]", "[c]"), "[c]"),
            (("rows", "rose"), "expected name, source")]:
        status, _, err = load("id,a,b\n", "--matrix",
                              write(good.replace(change[0], change[1], 1)))
        ok("matrix file: " + sentence, status == 2 and sentence in err, err)


# --- Changes, template, open -------------------------------------------------

def since(write):
    head = "id,initial,controls,residual,Owner\n"
    old = write(head + "A,High,external planned 'x',Low,Jo\nB,Low,,,\n"
                "C,Low,,,\nD,DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8,,,\n")
    new = head + ("A,High,external verified 'x',Low,Al\nB,Low,,,\n"
                  "E,TBD,,,\nD,Medium,,,\n")
    data = load(new, "--since", old)[1]
    equal("changes", [(c["id"], c["kind"]) for c in data["changes"]],
          [("A", "changed"), ("C", "gone"), ("D", "changed"), ("E", "new")])
    text = {c["id"]: c["text"] for c in data["changes"]}
    equal("what changed", text["A"], "open -> accepted; after controls: High "
          "-> Low; changed: controls, Owner")
    equal("levels and scores", text["D"], "before controls: High 8.2 -> "
          "Medium; after controls: High 8.2 -> Medium; changed: initial")
    equal("new", text["E"], "new: open, not rated")
    equal("nothing", load(new, "--since", write(new))[1]["changes"], [])
    equal("blanks, and a row twice", load(
        head + " A ,Low ,,,x\n", "--since",
        write(head + "A,Low,,,x\nA,High,,,\n"))[1]["changes"], [])
    out = run([REGISTER, "--since", old], new.encode())[1]
    ok("in the table", b"A: open -> accepted" in out, out)
    out = run([REGISTER, "--html", "-", "--since", old], new.encode())[1]
    ok("on the page", b'id="changes"' in out and b"open -&gt; accepted" in out)


def template():
    out = run([REGISTER, "--template"])[1]
    status, data, err = load(out)
    t = data["threats"][0]
    equal("the template is a register", (err, t["problems"], t["decision"]),
          ("", [], "open"))
    equal("again", run([REGISTER, "--csv"], run(
        [REGISTER, "--csv"], out)[1])[1], run([REGISTER, "--csv"], out)[1])


def open_first():
    lines = run([REGISTER, PUMP], cwd=INPUT)[1].decode().split("\n")[1:17]
    order = ["OPEN" in line for line in lines]
    equal("open threats first", order, sorted(order, reverse=True))
    lines = run([REGISTER, "--open", PUMP], cwd=INPUT)[1].decode()
    table_lines = lines.split("\n\n")[0].split("\n")[1:]
    ok("--open", table_lines and all("OPEN" in x for x in table_lines), lines)
    _, out, err = run([REGISTER], b"id,initial\nT,Hihg\n")
    ok("a problem once", b"expected" in err and b"expected" not in out, out)


with tempfile.TemporaryDirectory() as scratch:
    files = Files(scratch)
    foreign_headers()
    exports()
    models(files)
    mappings(files)
    policies(files)
    matrices(files)
    since(files)
    template()
    open_first()
done()
