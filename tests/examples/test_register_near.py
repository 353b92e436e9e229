# SPDX-License-Identifier: MIT
# The register: the nearest mitigation, and the metrics that decide a level.
#   test_register_near.py REGISTER INPUT
from register_case import V, V40, one, row
from tap import done, equal, ok


def case(initial, controls="", residual="", scheme=""):
    return one(row(initial, controls, residual, scheme))[1]


def near(*args):
    n = case(*args)["nearest_mitigation"]
    return n and (n["of"], n["items"], n["level"], n["score"])


def steps(*args):
    return {s["metric"]: s["level"] for s in case(*args)["metrics_that_decide"]}


def planned():
    equal("one of three is enough", near(
        V, "external planned 'a' MAV:A; hidden planned 'b' MC:L MI:L MA:L; "
        "hidden planned 'c' MUI:R", "limits"), ("controls", ["b"], "High", 7.3))
    parts = ["hidden planned '%s' M%s" % (m, m)
             for m in ("C:L", "I:L", "A:L", "UI:R", "AC:H")]
    weak = ["hidden planned 'weak %d' MAV:N" % i for i in range(40)]
    touch = V.replace("AV:N", "AV:P")
    for more in ([], weak):
        equal("four are needed", near(touch, "; ".join(more + parts), "limits"),
              ("controls", ["C:L", "I:L", "A:L", "AC:H"], "Low", 3.9))
    for part in ("C:L", "I:L", "A:L", "AC:H"):
        got = near(touch, "; ".join(p for p in parts if part not in p),
                   "limits")
        equal("and not without " + part, got[0], "suggestions")
    equal("what another does better is left out", near(
        V, "hidden planned 'x' MAC:H; external planned 'y' MAC:H MAV:P",
        "limits"), ("controls", ["y"], "Medium", 6.4))
    equal("what lacks its reference is to come, too", near(
        V, "hidden verified 'x' crypto MAV:P; external planned 'y' MAV:A",
        "limits"), ("controls", ["x"], "Medium", 6.8))
    equal("beside what is verified", near(
        V, "hidden verified 'x' MAV:A; external planned 'y' MPR:H", "limits"),
        ("controls", ["y"], "Medium", 6.8))
    equal("from the residual that counts", near(
        V, "hidden verified 'x'", V.replace("AV:N", "AV:P"))[2:], ("Low", 3.7))
    for version in ("3.0", "3.1"):
        got = near(V.replace("3.1", version).replace("S:U", "S:C"),
                   "hidden planned 'x' MC:L; hidden planned 'y' MI:L; "
                   "hidden planned 'z' MA:L", "limits")
        equal("changed scope, " + version, got[:3],
              ("controls", ["x", "y", "z"], "High"))


def stated():
    """Without limits, the residual that is stated is what all of them reach."""
    controls = ("hidden verified 'a'; visible planned 'b'; "
                "hardware implemented 'c'")
    for before, scheme, after, level, score in [
            ("AV:N/AC:L/Au:N/C:C/I:C/A:C", "", "AV:L/AC:L/Au:N/C:P/I:P/A:P",
             "Medium", 4.6),
            ("8 9 6 10 8", "DREAD OP-TEE", "3 3 6 4 4", "Medium", 4),
            ("3 3 2 2 2", "DREAD Microsoft", "1 1 1 1 1", "Low", 5),
            (V, "", V.replace("AV:N", "AV:P"), "Medium", 6.8),
            ("High", "", "Low", "Low", None)]:
        equal("all of them: " + before, near(before, controls, after, scheme),
              ("controls", ["b", "c"], level, score))
    equal("for a reference", near("High", "hidden verified 'a' crypto", "Low"),
          ("controls", ["a"], "Low", None))
    equal("no lower", near("High", "hidden planned 'a'", "High"), None)
    equal("not rated", "nearest_mitigation" in case("TBD"), False)


def suggestions():
    equal("the first that is enough", near(V),
          ("suggestions", ["locked room, where touch is needed and no remote "
                           "path is left"], "Medium", 6.8))
    low = V.replace("AV:N/AC:L/PR:N/UI:N", "AV:P/AC:H/PR:H/UI:R")
    equal("what does nothing here is left out", near(low),
          ("suggestions", ["least privilege or a sandbox"], "Low", 3.5))
    for initial, scheme in [("High", ""), ("AV:N/AC:L/Au:N/C:C/I:C/A:C", ""),
                            ("8 9 6 10 8", "OP-TEE")]:
        equal("none for " + initial, near(initial, "", "", scheme), None)


def metric_steps():
    equal("CVSS 2.0, 7.5", steps("AV:N/AC:L/Au:N/C:P/I:P/A:P"),
          {"AV:A": "Medium", "AC:M": "Medium", "Au:S": "Medium",
           "C:N": "Medium", "I:N": "Medium", "A:N": "Medium"})
    equal("DREAD OP-TEE, 7.0", steps("7 7 7 7 7", "", "", "DREAD OP-TEE"),
          {"D:6": "Medium", "R:6": "Medium", "E:6": "Medium", "A:6": "Medium",
           "DI:6": "Medium"})
    equal("Microsoft, 11 of 15", steps("3 3 2 2 1", "", "", "DREAD Microsoft"),
          {"E:3": "High", "A:3": "High", "DI:2": "High"})
    equal("EC-Council, 39.5 of 50", steps("10 10 10 5 4.5", "", "", "EC-Council"),
          {"D:9.5": "High", "R:9.5": "High", "E:9.5": "High", "A:4.5": "High",
           "DI:4": "High"})
    for initial, scheme in [("8 8 8 8 8 High", "DREAD OWASP"), ("High", "")]:
        equal("no bands: " + initial, steps(initial, "", "", scheme), {})
    got = steps(V)
    equal("down", (got["MAV:A"], got.get("MAC:H")), ("High", "High"))
    got = steps(V.replace("AV:N", "AV:P").replace("I:H/A:H", "I:H/A:L"))
    ok("both ways", {"MAV:L", "MS:C"} <= set(got) and
       all(level == "High" for level in got.values()), got)
    base = "CVSS:4.0/AV:L/AC:L/AT:N/PR:L/UI:N/VC:N/VI:N/VA:N/SC:N/SI:H/SA:N"
    equal("Safety is above High", steps(base).get("MSI:S"), "High")
    equal("and High below it", steps(base + "/MSI:S").get("MSI:H"), "Medium")


planned()
stated()
suggestions()
metric_steps()
done()
