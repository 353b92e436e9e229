# SPDX-License-Identifier: MIT
# The register: one kind of score, evidence, controls, mitigation, class.
#   test_register_decide.py REGISTER INPUT
from register_case import V, load, one, row, table, threats
from tap import done, equal, ok

COLUMNS = "id,initial,controls,residual,rerated,rationale,benefit-risk,impairs"
STICKER = 'external verified "sticker"'
HIGH40 = "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"


def case(initial, residual, controls=STICKER, rerated="", *more):
    status, data, err = load(table(
        COLUMNS, ["T", initial, controls, residual, rerated] + list(more) +
        [""] * (3 - len(more))))
    return data["threats"][0], err


# What no control changes, and so lowers nothing: initial, what is added.
BASIS = [
    (HIGH40, "/E:U", "E"), (HIGH40, "/E:P", "E"), (HIGH40, "/CR:L", "CR"),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:L/A:H", "/E:U/RL:O/RC:U", "E"),
    ("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:L/A:H", "/RC:U", "RC"),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "/CR:L", "CR"),
    ("AV:N/AC:L/Au:N/C:C/I:C/A:C", "/E:U/RL:OF/RC:UC", "E"),
    ("AV:N/AC:L/Au:N/C:C/I:C/A:C", "/CDP:N/TD:N/CR:L/IR:L/AR:L", "TD")]


def kinds():
    for initial, more, metric in BASIS:
        t, err = case(initial, initial + more)
        equal("%s and %s" % (initial, more), t["decision"], "not-read")
        ok("it is said which metric", "differ in %s " % metric in err, err)
        ok("it is marked", "^" in err, err)
        t, _ = case(initial, initial + more, rerated="yes")
        ok("rerated is another thing", t["decision"] != "not-read")
    # Equal in these is fine.
    t, _ = case(HIGH40 + "/E:U", HIGH40 + "/E:U/MAV:P")
    equal("both have E", t["problems"], [])
    t, err = case("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N/E:U",
                  "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    ok("one has a Temporal metric", "differ in E " in err, err)


# Vectors whose Environmental score is not their Base score.
STATES = ["CVSS:3.1/AV:P/AC:H/PR:L/UI:N/S:C/C:H/I:H/A:L",
          "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H",
          "CVSS:3.1/AV:P/AC:H/PR:N/UI:R/S:C/C:H/I:H/A:H"]


def one_answer():
    for v in STATES:
        av = v.split("/")[1]
        for residual in [v, v + "/M" + av, v + "/M" + av + "/MAC:X"]:
            t, err = case(v, residual)
            ok("the same state: " + residual,
               "not-reduced" in t["remarks"] and not t["problems"], err)
            ok("its own score beside it", "two-scores" in t["remarks"])
            ok("own_score", "own_score" in t["initial"], t["initial"])
    v = STATES[2]
    by_limit, _ = case(v, "limits", 'external verified MPR:L "x"')
    by_hand, _ = case(v, v.replace("PR:N", "PR:L"), 'external verified "x"')
    by_metric, _ = case(v, v + "/MPR:L", 'external verified "x"')
    old, _ = case(v, "caps", 'external verified MPR:L "x"')
    for other in (by_hand, by_metric, old):
        for key in ("decision", "missing", "remarks", "before", "after"):
            equal("limits or by hand: " + key, by_limit[key], other[key])


def evidence():
    words = ["TBD", "tbd.", "n/a", "-", ".", "...", "N/A", " TBC ", "TODO",
             "to be defined", "TBD (ask Jo)", "\u2014", "xxx", "?", "none",
             "\u00a0TBD\u00a0", "[TBD]", "not applicable"]
    for word in words:
        text = table("id,initial,rationale", ["T", "Medium", word])
        t = threats(text)["T"]
        equal("rationale %r" % word, (t["decision"], t["remarks"]),
              ("accepted-with-rationale", ["placeholder"]))
        t = threats(text, "--policy", "strict")["T"]
        ok("strict, %r" % word, "rationale" in t["missing"] and
           t["decision"] == "open", t)
    for word in ["No network is there.", "None of the ports is open",
                 "TBDs are elsewhere", "See chapter 7"]:
        t = threats(table("id,initial,rationale", ["T", "Medium", word]))["T"]
        equal("a rationale: " + word, t["remarks"], [])
    for controls in ["external verified", "external verified; hidden verified "
                     "'x'", "external verified ' '"]:
        t, _ = case("Critical", "Low", controls)
        equal("nameless: " + controls, (t["decision"], t["missing"]),
              ("open", ["control-name"]))
    t, _ = case("Critical", "Low", "external verified 'TBD'")
    equal("named TBD", (t["decision"], t["remarks"]),
          ("accepted", ["placeholder"]))
    t, _ = case("Critical", "Critical", "external verified", "", "why", "worth")
    ok("nameless, and nothing lowered", "control-name" not in t["missing"])
    t, _ = case("High", "Low", "hidden verified 'x' crypto 'n/a'")
    ok("a reference", "placeholder" in t["remarks"], t)
    t = threats(table(COLUMNS, ["T", "High", "hidden verified 'x' crypto 'n/a'",
                                "Low", "", "", "", ""]),
                "--policy", "strict")["T"]
    ok("a reference, strict", "crypto-reference" in t["missing"], t)


def impairs():
    t, _ = case("High", "", "", "", "why", "worth it", "yes")
    equal("impairs is in the record", (t["decision"], t["impairs"]),
          ("accepted-on-benefit-risk", True))


def unrated():
    for word in ["TBD", "?", "n/a", "-", "not rated yet", "Unknown", "tbd!"]:
        status, t = one(row(word))
        equal("unrated " + word, (status, t["decision"], t["missing"],
                                  t["problems"]), (1, "open", ["rating"], []))
    status, t = one(row(V, "hidden verified 'x'", "TBD"))
    equal("residual TBD", (t["decision"], t["missing"]), ("open", ["residual"]))


def shared():
    text = table("id,initial,controls,residual",
                 ["A", V, "@C1 MAC:H", "limits"],
                 ["B", V, "@C1 hidden verified 'TLS' crypto 'TLS 1.3' library "
                  "'mbedTLS 3.6' MPR:H; @C2 external planned 'zone' MAV:A",
                  "limits"],
                 ["C", "High", "@C1; @C2", "Medium"],
                 ["D", V, "@C9", "limits"])
    status, data, err = load(text)
    t = {x["id"]: x for x in data["threats"]}
    equal("a control defined later", t["A"]["controls"][0],
          {"name": "TLS", "kind": "hidden", "state": "verified",
           "domains": ["security"], "cryptographic": True,
           "reference": "TLS 1.3", "caps": ["MAC:H"], "id": "C1",
           "library": "mbedTLS 3.6"})
    equal("limits are each threat's own", t["C"]["controls"][0]["caps"], [])
    equal("which threats it serves",
          {c["id"]: c["threats"] for c in data["controls"]},
          {"C1": ["A", "B", "C"], "C2": ["B", "C"]})
    equal("an id that nobody has", t["D"]["decision"], "not-read")
    ok("and how to mend it", "no control has this id" in err, err)
    equal("now and once all is verified",
          (t["C"]["decision"], t["C"]["once_verified"]), ("open", "accepted"))
    _, _, err = load(table("id,initial,controls", ["A", "Low",
                           "@C hidden verified 'x'"], ["B", "Low",
                           "@C hidden planned 'x'"]))
    ok("two of one id", "not the same as in line 2" in err, err)


def control_forms():
    """As people write lists of controls."""
    two = [("a", "hidden", "verified", ["MAV:A", "MPR:H"]),
           ("b", "external", "planned", [])]
    for text in ["hidden verified 'a' MAV:A MPR:H; external planned 'b'",
                 "Hidden, Verified, 'a', MAV:A, MPR:H; external, planned, 'b';",
                 "hidden/verified 'a' MAV:A/MPR:H;; external/planned 'b'; ;",
                 "'a' (hidden, verified) [mav:a mpr:h]; 'b' (external, planned)",
                 "hidden verified 'a' MAV:A MPR:H\nexternal planned 'b'",
                 "hidden verified\n'a' MAV:A MPR:H\r\n\r\nexternal\nplanned 'b'",
                 "- hidden verified 'a' MAV:A MPR:H\n- external planned 'b'",
                 "1. hidden verified 'a' MAV:A MPR:H\n2. external planned 'b'",
                 "\u2022 hidden verified \u2018a\u2019 MAV:A MPR:H; external "
                 "planned \u201eb\u201c",
                 "hidden verified \u00aba\u00bb MAV:A MPR:H; external planned "
                 "\u201cb\u201d"]:
        t, _ = case(V, "limits", text)
        equal("controls " + ascii(text), ([
            (c["name"], c["kind"], c["state"], c["caps"])
            for c in t["controls"]], t["problems"]), (two, []))
    t, _ = case("Low", "Low", "hidden verified 'the nurse's key'")
    equal("an apostrophe", t["controls"][0]["name"], "the nurse's key")
    t, _ = case("Low", "", "TBD", "", "why")
    equal("TBD as controls", (t["controls"], t["remarks"]),
          ([], ["placeholder"]))
    t, _ = case("Low", "", "none", "", "why")
    equal("there are none", (t["controls"], t["remarks"]), ([], []))


def partly():
    t, _ = case(V, "limits", "external verified 'a' MAV:A; "
                "external planned 'b' MPR:H; hidden implemented 'c' MC:L MI:L")
    equal("with what is verified", t["residual"]["score"], 8.8)
    equal("the decision counts all", t["after"]["score"], 9.8)
    ok("once all is verified", t["after_once_verified"]["score"] < 7,
       t["after_once_verified"])


def nearest():
    t, _ = case(V, "limits", "external planned 'a' MAV:A; "
                "hidden planned 'b' MC:L MI:L MA:L; hidden planned 'c' MUI:R")
    near = t["nearest_mitigation"]
    equal("one planned control is enough",
          (near["of"], near["items"], near["level"]),
          ("controls", ["b"], "High"))
    t, _ = case(V, "", "")
    near = t["nearest_mitigation"]
    equal("of the suggestions", near["of"], "suggestions")
    ok("few", len(near["items"]) == 1, near)
    ok("metrics that decide", {"metric": "MAV:A", "level": "High"} in
       t["metrics_that_decide"], t["metrics_that_decide"])


CLASS = ("id,initial,class-contributes,class-unacceptable,class-harm,"
         "class-parent,class-segregated,class-rationale,class-has")


def classes():
    for cells, want in [
            (["yes", "yes", "serious", "A", "yes", "r", "A"], ("C", False)),
            (["yes", "yes", "non-serious", "A", "yes", "r", "B"], ("B", True)),
            (["no", "", "", "A", "", "", "A"], ("A", True)),
            (["no", "", "", "C", "", "", "A"], ("C", False)),
            (["no", "", "", "C", "yes", "own process", "A"], ("A", True)),
            (["no", "", "", "C", "yes", "TBD", "A"], ("C", False)),
            (["TBD", "", "", "A", "", "", "B"], ("C", False)),
            (["yes", "yes", "14971", "class B", "", "", "Class C"],
             ("C", True))]:
        c = threats(table(CLASS, ["T", "Low"] + cells))["T"]["class"]
        equal("class of %s" % cells, (c["needed"], c["enough"]), want)
        ok("its reason", len(c["reason"]) > 10, c)
    ok("no class asked for", "class" not in threats(
        table(CLASS, ["T", "Low"] + [""] * 7))["T"])
    _, _, err = load(table(CLASS, ["T", "Low", "", "", "bad", "", "", "", ""]))
    ok("no harm", "non-serious" in err, err)


kinds()
one_answer()
evidence()
impairs()
unrated()
shared()
control_forms()
partly()
nearest()
classes()
done()
