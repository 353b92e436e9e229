# SPDX-License-Identifier: MIT
# Vectors in a column of a table: rows go through whole, claims are compared.
#   test_score_table.py SCORE
import csv
import io
import os
import sys

from tap import done, equal, ok, run

SCORE = sys.argv[1]
V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V30 = V31.replace("3.1", "3.0")
V20 = "AV:N/AC:L/Au:N/C:P/I:P/A:P"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
NAMES = ("cvss_score,cvss_severity,cvss_type,cvss_version,cvss_base,cvss_threat,"
         "cvss_environmental,cvss_error").split(",")
GOOD = ["9.8", "Critical", "CVSS-B", "3.1", "9.8", "-", "-", ""]
BUFFER = 1 << 16  # of score_field.c


def table(text, *options, column="v"):
    text = text if isinstance(text, bytes) else text.encode()
    return run([SCORE, "--field", column, *options], text)


def rows(out, separator=","):
    return list(csv.reader(io.StringIO(out.decode(), newline=""),
                           delimiter=separator))


def passes_through():
    for name, text, good in [
            ("plain", "id,v\n1,%s\n2,%s\n", 2), ("CRLF", "id,v\r\n1,%s\r\n", 1),
            ("no final newline", "id,v\n1,%s", 1),
            ("quoted", 'id,v\n"a,b","%s"\n', 1),
            ("quotes in quotes", 'id,v\n"a ""b"" c",%s\n', 1),
            ("newline in quotes", 'id,v\n"a\nb\r\nc",%s\n', 1),
            ("separator in quotes before", '"i,d","v"\n"x,y,z",%s\n', 1),
            ("a quote within a field", 'id,v\n5" pipe,%s\n', 1),
            ("more behind", "id,v,w\n1,%s,z\n", 1),
            ("mark", "\ufeffv,id\n%s,1\n", 1), ("mark, quoted",
                                                 '\ufeff"v",id\n%s,1\n', 1),
            ("letter case", "id,V\n1,%s\n", 1), ("one column", "v\n%s\n", 1),
            ("semicolons", "id;v\n1,5;%s\n", 1), ("tabs", "id\tv\na,b\t%s\n", 1),
            ("NUL", "id,v\n\0,%s\n", 1), ("UTF-8", "id,v\n\u3042,%s\n", 1),
            ("blank line", "id,v\n\n1,%s\n\n", 1)]:
        text = text.replace("%s", V31)
        status, out, err = table(text)
        equal(name + ": status", (status, err), (0, b""))
        separator = {"semicolons": ";", "tabs": "\t"}.get(name, ",")
        ends = [line.rstrip("\r") for line in out.decode().split("\n")]
        results = separator.join(GOOD)
        equal(name + ": results", sum(end.endswith(results) for end in ends),
              good)
        plain = out.decode().replace(separator + results, "").replace(
            separator + separator.join(NAMES), "")
        equal(name + ": the row as it was", plain, text)


def bad_rows():
    text = ("id,v,w\n1," + V31 + ",a\n2,CVSS:3.1/AV:Q,b\n3,,c\n4\n5," + V20 +
            ",d\n6,\"" + "A" * 3000 + "\",e\n")
    status, out, err = table(text)
    got = rows(out)
    equal("bad rows: status", (status, b"4 of 6 vectors are bad" in err), (1, True))
    equal("bad rows: ids", [r[0] for r in got], ["id", *"123456"])
    equal("bad rows: widths", {len(r) for r in got}, {3 + len(NAMES)})
    equal("bad rows: scores", [r[3] for r in got[1:]],
          ["9.8", "-", "-", "-", "7.5", "-"])
    equal("bad rows: errors", [r[-1].split(":")[0] for r in got[1:]],
          ["", "VALUE at byte 13", "EMPTY at byte 1",
           "there is no column 2 in this row", "", "TOO_LONG at byte 1025"])


def columns():
    text = "id,v\n1," + V31 + "\n"
    equal("by number", table(text, column="2"), table(text))
    for column in "nothing", "9999x", "0":
        status, _, err = table(text, column=column)
        equal("no column " + column, (status, err.split(b"\n")[0]),
              (2, b"score: standard input: line 1: there is no column " +
               column.encode() + b"; expected one of: id, v"))
        equal("nothing is shown then, " + column,
              table(text, column=column)[1], b"")
    for header, error in [("id,v,v", b"columns 2 and 3 are both named v"),
                          ("V,v,v", b"columns 2 and 3 are both named v"),
                          ("V,V", b"columns 1 and 2 are both named v"),
                          ("x\x1b[1m,y", b"expected one of: x\\x1b[1m, y"),
                          ("x" * 300, b"x ...")]:
        status, out, err = table(header + "\n")
        ok("header " + ascii(header)[:20], status == 2 and out == b"" and
           error in err and err.count(b"\n") == 1, err)
    equal("blanks around a name", rows(table("id, v \n1," + V31 + "\n")[1])[1][2],
          "9.8")
    equal("two of a name, by number", table("v,v\n" + V31 + ",x\n", column="1")[0], 0)
    equal("a twin in another case", table("V,v\nx," + V31 + "\n")[0], 0)
    for codec in "utf-16", "utf-16-le":
        status, out, err = table(text.encode(codec))
        equal("in " + codec, (status, out, err),
              (2, b"", b"score: standard input: this is UTF-16; expected CSV or "
               b"TSV in UTF-8\n"))
    status, out, _ = table("1," + V31 + ",9.8\n2," + V20 + ",7.4\n", "--claims",
                           "3", column="2")
    equal("without names", [r[3:4] + r[-2:] for r in rows(out)],
          [["9.8", "same", ""], ["7.5", "rounding: 0.1 off, as some calculators "
                                 "are", ""]])
    equal("exact name first", rows(table("V,v\nx," + V31 + "\n")[1])[1][2], "9.8")
    equal("nothing", table("")[0], 2)
    equal("names alone", table("id,v\n")[0], 0)
    for options in ["--find"], ["-t"], ["-j"], ["-e"], ["--what-if"]:
        equal("not with %s" % options, table(text, *options)[0], 2)
    equal("claims alone", run([SCORE, "--claims", "x", V31])[0], 2)
    status, _, err = table('id,v\n1,"' + V31 + "\n")
    equal("open quote", (status, b": line 2: a quote opens here" in err),
          (2, True))
    for sign in ",;\t|":
        for end in "\n", "\r\n":
            text = "sep=" + sign + end + "i" + sign + "v" + end + "1" + sign + V31 + end
            status, out, err = table(text)
            equal("sep=%r %r" % (sign, end), (status, err), (0, b""))
            equal("its lines", [line.decode() for line in out.splitlines()],
                  ["sep=" + sign, sign.join(["i", "v", *NAMES]),
                   sign.join(["1", V31, *GOOD])])
    equal("sep= and a fault", table("sep=;\nid;x\n")[2].split(b": there")[0],
          b"score: standard input: line 2")
    _, _, err = table('id,v\n"1\n\n2",' + V31 + '\n3,"' + V31 + "\n\n")
    ok("open quote, by lines", b": line 5: a quote" in err, err)
    out = table("v\n\"" + V31 + " \"\n")[1]
    equal("a way out in the error cell", rows(out)[1][-1].split("; ")[-1],
          "--lenient would accept it")
    equal("a directory", run([SCORE, "--field", "v", "/"])[2].count(b"\n"), 1)


def long_rows():
    """Rows of any length, cut by reads at any place."""
    for length in (BUFFER - 60, BUFFER - 1, BUFFER, BUFFER + 1, 1 << 20):
        for quote in "", '"':
            cell = quote + "x" * length + quote
            text = "id,v\n" + cell + "," + V31 + "\n" + cell + "," + V20 + "\n"
            out = table(text)[1].decode()
            ok("a cell of %d, quote %r" % (length, quote),
               out.replace("," + ",".join(GOOD), "", 1).startswith(
                   "id,v," + ",".join(NAMES) + "\n" + cell + "," + V31 + "\n"))
    good = []
    for at in range(BUFFER - 100, BUFFER + 10):
        text = "id,v\n" + "y" * at + ',"' + V31 + '"\r\nz,' + V31 + "\r\n"
        out = table(text)[1].decode()
        good.append(out.count("," + ",".join(GOOD) + "\r\n") == 2)
    ok("a vector across an edge", all(good))
    many = ("id,v\n" + ("1," + V31 + "\n") * 100000)
    out = table(many)[1]
    equal("many rows", out.count(b",9.8,Critical,CVSS-B,3.1,9.8,-,-,\n"), 100000)


def claims():
    tie = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H"
    differ = "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:C/C:N/I:N/A:L/MS:C/MC:H/MI:H/MA:H"
    for vector, claim, want in [
            (V31, "9.8", "same"), (V31, "CRITICAL", "same"), (V31, " 9.8 ", "same"),
            (V31, "critical", "same"), (V31, "", "no claim"), (V31, "-", "not a score"),
            (V31, "9.80", "not a score"),
            (V31, '"9,8"', "same"), (V31, '"9,7"', "wrong"), (V31, "High", "wrong"),
            (V31, "9.7", "wrong"), (V31, "5.9", "other kind: Impact"),
            (V31, "3.9", "other kind: Exploitability"),
            (V31 + "/E:P", "9.8", "other kind: Base"),
            (V31 + "/E:P/CR:L", "9.3", "other kind: Base and Threat"),
            (V31 + "/MAV:P", "CRITICAL", "other kind: Base"),
            (tie, "8.5", "rounding: 0.1 off, as some calculators are"),
            (tie, "8.7", "wrong"), (V20, "HIGH", "same"), (V20, "Moderate", "wrong"),
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N", "MODERATE", "same"),
            ("CVSS:3.1/AV:Q", "9.8", "no vector")]:
        status, out, err = table("v,c\n" + vector + "," + claim + "\n",
                                 "--claims", "c")
        row = rows(out)[1]
        equal("claim %s of %s" % (claim, vector), row[-2], want)
        equal("status of that", status,
              0 if want in ("same", "no claim") else 1)
        ok("told: " + want, ("1 " + want.split(":")[0]).encode() in err, err)
    scores = {}
    for version in "3.0", "3.1":
        text = "v\n" + differ.replace("3.0", version) + "\n"
        scores[version] = rows(table(text)[1])[1][1]
    ok("3.0 and 3.1 differ", scores["3.0"] != scores["3.1"])
    out = table("v,c\n" + differ + "," + scores["3.1"] + "\n", "--claims=c")[1]
    equal("other version", rows(out)[1][-2], "other version: 3.1")


def more():
    text = "id,v\n1," + V31 + "\n2," + V40 + "\n"
    out = rows(table(text, "--profile", "CVSS:3.1/MAV:P", "--policy",
                     "default")[1])
    equal("profile and policy: names", out[0][9:12],
          ["cvss_device_score", "cvss_device_severity", "cvss_policy"])
    equal("profile: scores", [r[9:11] for r in out[1:]],
          [["6.8", "Medium"], ["-", "-"]])
    ok("policy: words", out[1][11].startswith("Medium: reduce the risk as far as"),
       out[1][11])
    equal("fail at", table(text, "--fail-at", "critical")[0], 1)
    equal("range", rows(table("v\nCVSS:3.1/AV:N\n", "--range")[1])[1][1],
          "0.0-10.0")
    equal("DREAD", rows(table("v\nDREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8\n")[1])[1][1:5],
          ["8.2", "High", "DREAD", "OP-TEE"])
    with open(os.devnull, "rb"):
        equal("no such file", run([SCORE, "--field", "v", "no-such-file"])[0], 2)


def clashes():
    """A result named as a column of the input is told."""
    text = "id,v\n1," + V31 + "\n"
    once = table(text)[1].decode()
    status, out, err = table(once)
    equal("its own output", (status, err), (
        0, b"score: standard input: line 1: columns of the input have names of "
        b"results, which come last: " + ", ".join(NAMES).encode() + b"\n"))
    equal("its own output is all there", rows(out)[0],
          ["id", "v", *NAMES, *NAMES])
    for header, told in [("v,cvss_score", b"cvss_score\n"),
                         ("v, CVSS_Error ", b"CVSS_Error\n"), ("v,score", b""),
                         ("v,cvss_", b""), ("v,cvss_policy", b"")]:
        err = table(header + "\n" + V31 + ",x\n")[2]
        ok("a header of " + header, err.endswith(told) and
           (told == b"") == (err == b""), err)
    err = table("v,cvss_claim\n" + V31 + ",9.8\n", "--claims", "cvss_claim")[2]
    ok("the claim's name", b"come last: cvss_claim\n" in err, err)
    err = table("v," + "cvss_score," * 200 + "\n" + V31 + "\n")[2]
    ok("many", err.count(b"\n") == 1 and err.endswith(b" ...\n"), err)


passes_through()
clashes()
bad_rows()
columns()
long_rows()
claims()
more()
done()
