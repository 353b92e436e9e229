# SPDX-License-Identifier: MIT
# The register: CSV as spreadsheets and people really write it.
#   test_register_csv.py REGISTER INPUT
from register_case import (PUMP, INPUT, REGISTER, V, load, rows_of, table,
                           threats)
from tap import done, equal, ok, run


def forms():
    """Ways of writing the same register."""
    want = run([REGISTER, "--csv"], b"id,initial\nA,High\nB,None\n")
    for name, text in [
            ("CRLF", b"id,initial\r\nA,High\r\nB,None\r\n"),
            ("CR", b"id,initial\rA,High\rB,None\r"),
            ("no end of line", b"id,initial\nA,High\nB,None"),
            ("quoted", b'"id","initial"\n"A","High"\n"B","None"\n'),
            ("blank lines", b"id,initial\n\nA,High\n,\n \nB,None\n\n"),
            ("blank line of NBSP", b"id,initial\n\xc2\xa0,\nA,High\nB,None\n"),
            ("sep=", b"sep=,\nid,initial\nA,High\nB,None\n"),
            ("sep= CRLF", b"sep=,\r\nid,initial\r\nA,High\r\nB,None\r\n"),
            ("sep= quoted", b'"sep=,"\nid,initial\nA,High\nB,None\n'),
            ("SEP= padded", b"SEP=,,\nid,initial\nA,High\nB,None\n"),
            ("blank lines above", b"\n,\n\nid,initial\nA,High\nB,None\n"),
            ("the end of a file on DOS",
             b"id,initial\r\nA,High\r\nB,None\r\n\x1a"),
            ("nameless", b"id,initial,,\nA,High,,\nB,None,,\n"),
            ("long by blanks", b"id,initial\nA,High,, \nB,None,\xc2\xa0\n")]:
        equal("form " + name, run([REGISTER, "--csv"], text), want)
    for separator in b";\t":
        text = b"id,initial\nA,High\nB,None\n".replace(b",", bytes([separator]))
        out = run([REGISTER, "--csv"], text)[1]
        equal("separator", out, want[1].replace(b",", bytes([separator])))
        hint = b"sep=" + bytes([separator]) + b"\n"
        equal("sep=", run([REGISTER, "--csv"], hint + text)[1], out)
    text = b"sep=|\nid|initial\nA|High\n"
    equal("sep=|", threats(text)["A"]["decision"], "open")
    out = run([REGISTER, "--csv"], b"\xef\xbb\xbfid,initial\nA,High\nB,None\n")
    equal("byte order mark", out[1], b"\xef\xbb\xbf" + want[1])
    for code in ("utf-16", "utf-16-le", "utf-16-be"):
        text = "id,initial,note\nA,High,\u20ac\U0001f600\n".encode(code)
        equal(code, threats(text)["A"]["note"], "\u20ac\U0001f600")
    text = b"\xfe\xff" + "id,initial\nA,High\n".encode("utf-16-be")
    equal("big-endian, marked", threats(text)["A"]["decision"], "open")


def titles():
    """What stands above the names of the columns."""
    for above in ("# a register\n", "Pump: all threats,,\n,,\n",
                  "\"a title, and\nmore\"\n", "Title\n\nRev. C\n\n"):
        status, data, err = load(above + "id,initial,note\nA,High,x\n")
        equal("title %r" % above, ([t["id"] for t in data["threats"]],
              err.count("note:"), "passed over" in err), (["A"], 1, True))
    status, data, err = load("A; b\nid;initial\nA;9,8 (" + V + ")\n")
    equal("a title without a separator of its own",
          data and data["threats"][0]["before"]["score"], 9.8)
    for title in ("Pump; rev; C", "Pump | rev | C", "Pump\trev\tC", "a, b, c",
                  "\u00dc;"):
        for sign in ",;\t|":
            text = title + "\nid,initial,note\nA,High,x\n".replace(",", sign)
            _, data, err = load(text)
            equal("a title %r above %r" % (title, sign),
                  (data and [t["note"] for t in data["threats"]],
                   err.count("note:")), (["x"], 1))
    _, _, err = load("id|initial\nA|High|x\n")
    ok("a bar has a name", "a cell with a vertical bar in it" in err, err)
    for text, place in [("Title\nNr,Severity\n1,High\n", "1:1"),
                        ("\nid,inital\n1,High\n", "2:4")]:
        status, _, err = load(text)
        ok("no header: %r" % text, status == 2 and ":%s: " % place in err, err)


def other_files():
    for name, data, word in [
            ("xlsx", b"PK\x03\x04\x14\0\6\0[Content_Types].xml xl/", "xlsx"),
            ("ods", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument"
             b".spreadsheet", "ods"),
            ("docx", b"PK\x03\x04..word/document.xml", "docx"),
            ("zip", b"PK\x03\x04other", "ZIP"),
            ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
            ("pdf", b"%PDF-1.7\n", "PDF"), ("json", b'{"threats":[]}', "JSON"),
            ("html", b"<!DOCTYPE html><table>", "HTML"),
            ("xml", b"<?xml version='1.0'?>", "XML"),
            ("html", b"<table><tr><td>id</td></tr></table>", "HTML"),
            ("png", b"\x89PNG\r\n\x1a\n\0\0", "picture"),
            ("sqlite", b"SQLite format 3\0" + bytes(90), "database"),
            ("rtf", b"{\\rtf1 x}", "RTF"), ("json", b' [\n {"id": 1}]', "JSON"),
            ("gzip", b"\x1f\x8b\x08\0" + bytes(9), "gzip")]:
        status, out, err = run([REGISTER], data)
        equal(name + ": status", (status, out), (2, b""))
        ok(name + ": what it is", word.encode() in err, err)
        ok(name + ": how to mend it", b"CSV UTF-8" in err, err)


def short_rows():
    text = "id,description,initial,note\nT1,Anyone can dose the patient,High\n"
    status, data, err = load(text)
    t = data["threats"][0]
    equal("cut behind initial", (t["id"], t["decision"], t["description"]),
          ("T1", "open", "Anyone can dose the patient"))
    equal("one note", err.count("note:"), 1)
    head = ",".join("id initial a b c d e f g h i".split())
    text = head + "\n" + "".join(
        "T%d,Low%s\n" % (i, "" if 16 <= i <= 31 else "," * 9)
        for i in range(1, 41))
    status, data, err = load(text)
    equal("40 rows are read", {t["decision"] for t in data["threats"]},
          {"open"})
    equal("one note for 16", (err.count("note:"), "16 rows" in err), (1, True))
    equal("cut behind the id", threats("id,initial\nT1\n")["T1"]["decision"],
          "not-read")


def bad_rows():
    """What a bad row said is in every output."""
    text = ("id,description,initial,Owner\n"
            "T1,Anyone, even a visitor, can dose,High,Jo\n"
            "T2,fine,Low,Al\n")
    status, data, err = load(text)
    t = data["threats"][0]
    equal("long: id", (t["id"], t["decision"], t["description"]),
          ("T1", "not-read", "Anyone"))
    ok("long: how to mend it", "must stand in quotes" in err, err)
    cells = [c["text"] for c in t["other"]]
    equal("long: the rest of it", cells, ["High", "Jo"][1:] and cells)
    for word in ("Anyone", "even a visitor", "can dose", "High", "Jo"):
        for args in (["--json"], ["--csv"], ["--html", "-"]):
            out = run([REGISTER] + args, text.encode())[1].decode()
            ok("long: %s in %s" % (word, args[0]), word in out)
    out = run([REGISTER, "--csv"], text.encode())[1]
    equal("long: read again", run([REGISTER, "--csv"], out)[1], out)
    for name, line in [("NUL", "T1,a\0b,High,Jo\n"),
                       ("rating", "T1,text,Hihg,Jo\n"),
                       ("no rating", "T1,text,,Jo\n")]:
        text = "id,description,initial,Owner\n" + line
        t = threats(text)["T1"]
        equal(name + ": kept", (t["decision"], t["other"][0]["text"]),
              ("not-read", "Jo"))
    for line in [",text,High,Jo\n", "T1,text,High,Jo\nT1,again,Low,Al\n"]:
        out = run([REGISTER, "--html", "-"],
                  ("id,description,initial,Owner\n" + line).encode())[1]
        ok("on the page", b"text" in out and b"Jo" in out)


def open_quotes():
    head = "id,description,initial,note\n"
    good = "".join("T%d,plain,Low,n\n" % i for i in range(2, 9))
    for name, bad, last in [
            ("to the end", 'T1,"open,High,x\n', ""),
            ("to the next quote", 'T1,"open,High,x\n', 'T9,"a, b",Low,n\n'),
            ("a quoted id", 'T1,"open,High,x\n', '"T9",b,Low,n\n'),
            ("doubled later", 'T1,"open,High,x\n', 'T9,"a ""b"" c",Low,n\n'),
            ("an empty one later", 'T1,"open,High,x\n', 'T9,"",Low,n\n'),
            ("two lines inside", 'T1,"open\nmore text,High,x\n', ""),
            ("CRLF", 'T1,"open,High,x\r\n', 'T9,"a",Low,n\r\n'),
            ("in the last cell", 'T1,a,High,"open\n', 'T9,"a",Low,n\n')]:
        status, data, err = load(head + bad + good + last)
        t = {x["id"]: x for x in data["threats"]}
        want = 8 + (last != "")
        equal("open quote, %s: all rows" % name, len(t), want)
        equal("open quote, %s: only one is bad" % name,
              [k for k in t if t[k]["decision"] == "not-read"], ["T1"])
        ok("open quote, %s: where" % name, ":2:" in err and
           "never closed" in err, err)
    text = head + 'T1,"a,Low,n\nT2,"b,Low,n\nT3,"c,Low,n\nT4,d,Low,n\n'
    t = threats(text)
    equal("one open quote after the other",
          [(k, t[k]["decision"]) for k in sorted(t)],
          [("T1", "not-read"), ("T2", "not-read"), ("T3", "not-read"),
           ("T4", "open")])
    _, _, err = load(head + 'T1,"open\nmore\nstill,High,x\n' + good)
    ok("the lines inside are named", "lines 2 to 4" in err, err)
    out = run([REGISTER, "--csv"], (head + 'T1,"open,High,x\n' + good)
              .encode())[1]
    ok("its text is kept", b"open,High,x" in out, out)
    # Not open: a cell of several lines that look like rows.
    t = threats(head + 'T1,"a,b\nT2,plain,Low,n\nc",High,x\nT3,p,Low,n\n')
    equal("a quoted list", (sorted(t), t["T1"]["description"]),
          (["T1", "T3"], "a,b\nT2,plain,Low,n\nc"))
    # Two of them; and a quote in the middle of a cell is text.
    t = threats(head + 'T1,"x,High,\n' + good + 'T9,"y,Low,\nT10,z,Low,\n')
    equal("two open quotes", (len(t), t["T10"]["decision"]), (10, "open"))
    t = threats(head + 'T1,a 5" tube and a 6" one,High,x\nT2,"a" b,Low,n\n')
    equal("inches", t["T1"]["description"], 'a 5" tube and a 6" one')
    equal("behind a closing quote", t["T2"]["description"], "a b")


def identity():
    status, data, err = load("id,initial\nT1,Low\n T1 ,Low\n")
    equal("T1 and ' T1 '", [t["decision"] for t in data["threats"]],
          ["not-read", "open"])
    ok("duplicate", "line 2 has this id too" in err, err)
    for other in ("T1\t", "\u00a0T1", "T1\u202f", "\n T1"):
        status, data, err = load(table("id,initial", ["T1", "Low"],
                                       [other, "Low"]))
        ok("duplicate %r" % other, "has this id too" in err, err)
    status, data, err = load("id,initial\nt1,Low\nT1,Low\nT10,Low\n")
    equal("in another case", err.count("differ in case alone"), 1)
    equal("both are read", [t["decision"] for t in data["threats"]],
          ["open"] * 3)


def round_trip():
    cells = ["P0", 'say "hi", Jo', "two\nlines", "=1+1", " padded ", "x;y",
             "\u00e9\u20ac", "'=1"]
    names = "Priority,id,Remarks,initial,Problems,A column,description,Decision"
    text = table(names, *[[cells[0], "T1", cells[1], "High", cells[2],
                           cells[3], cells[4], cells[5]],
                          [cells[6], "T2", "", "Low", "", cells[7], "", ""]])
    out = run([REGISTER, "--csv"], text.encode())[1]
    got = rows_of(out)
    equal("names in place", got[0][-8:], names.split(","))
    first = [r for r in got if r[-7] == "T1"][0]
    equal("cells", first[-8:], [cells[0], "T1", cells[1], "High", cells[2],
                                "'" + cells[3], cells[4], cells[5]])
    equal("again", run([REGISTER, "--csv"], out)[1], out)
    equal("and again in JSON", {t["id"]: t["other"] for t in
                                load(out)[1]["threats"]},
          {t["id"]: t["other"] for t in load(text)[1]["threats"]})
    other = threats(text)["T1"]["other"]
    equal("in JSON", [c["name"] for c in other],
          ["Priority", "Remarks", "Problems", "A column", "Decision"])
    page = run([REGISTER, "--html", "-"], text.encode())[1]
    ok("on the page", b"<bdi>Priority</bdi></b> <bdi>P0</bdi>" in page)
    out = run([REGISTER, "--csv", PUMP], cwd=INPUT)[1]
    equal("the pump again", run([REGISTER, "--csv"], out)[1], out)


def encodings():
    status, data, err = load(b"id,initial,note\nT,Low,caf\xe9\n")
    ok("Windows-1252", "not in UTF-8" in err and "CSV UTF-8" in err, err)
    equal("V with NBSP around it", threats(
        table("id,initial", ["T", "\u00a0" + V + "\u00a0"]))["T"]["problems"],
        [])


forms()
other_files()
titles()
short_rows()
bad_rows()
open_quotes()
identity()
round_trip()
encodings()
done()
