# SPDX-License-Identifier: MIT
# The small examples do what README says of them.
#   test_examples.py MINIMAL FORM JSON
import json
import sys

from tap import done, equal, ok, run

MINIMAL, FORM, JSON = sys.argv[1:4]
V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"

equal("minimal", run([MINIMAL]), (0, b"9.8 Critical\n", b""))
equal("minimal, v4.0", run([MINIMAL, V40]), (0, b"9.3 Critical\n", b""))
equal("minimal, bad", run([MINIMAL, "CVSS:3.1/AV:Q"]),
      (1, b"", b"byte 13: AV must be N, A, L or P\n"))

status, out, err = run([JSON, V31, V40])
rows = [json.loads(line) for line in out.splitlines()]
equal("json", (status, err, [r["vectorString"] for r in rows],
               [r["baseScore"] for r in rows]), (0, b"", [V31, V40], [9.8, 9.3]))
status, out, err = run([JSON, "x"])
ok("json, bad", status == 1 and out == b"" and
   err.startswith(b"json: x: byte 1: expected CVSS:3.0/"), err)
equal("json, nothing", run([JSON])[:2], (1, b""))
ok("json, help", run([JSON, "--help"])[:2][1].startswith(b"Usage: json"))


def form(args, answers):
    status, out, err = run([FORM] + args, "".join(a + "\n" for a in answers).encode())
    return status, out.decode().rstrip("\n").split("\n")[-2:], out


base = "N L N N U H H H".split()
status, tail, out = form([], base + [""] * 14)
equal("form, v3.1", (status, tail), (0, [V31, "9.8 Critical"]))
ok("form asks in words", b"\nAttack Vector (AV)\n  N      Network\n" in out, out)
status, tail, _ = form(["3.1"], base + ["P", "", ""] + [""] * 11)
equal("form, v3.1 with E", (status, tail), (0, [V31 + "/E:P", "9.3 Critical"]))
status, tail, _ = form([], ["Z", "", "n"] + base + [""] * 14)
equal("form asks again", (status, tail), (0, [V31, "9.8 Critical"]))
status, tail, _ = form(["4.0"], "N L N N N H H H N N N".split() + [""] * 21)
equal("form, v4.0", (status, tail), (0, [V40, "9.3 Critical"]))
status, tail, _ = form(["2.0"], "N L N P P P".split() + [""] * 8)
equal("form, v2.0", (status, tail), (0, ["AV:N/AC:L/Au:N/C:P/I:P/A:P",
                                         "7.5 High"]))
equal("form, base alone", form(["--base"], base)[:2], (0, [V31, "9.8 Critical"]))
equal("form, stopped", form([], base + ["."])[:2], (0, [V31, "9.8 Critical"]))
equal("form, stopped too early", form([], base[:3] + ["."])[0], 1)
ok("form says what is wrong",
   b"  AV must be N, A, L or P\n" in form([], ["Z"] + base + ["."])[2])
equal("form, a long answer", form(["--base"], ["N" * 500] + base)[:2],
      (0, [V31, "9.8 Critical"]))
ok("form, help", run([FORM, "--help"])[1].startswith(b"Usage: form"))
equal("form, DREAD", form(["OP-TEE"], ["8", "9", "11", "6", "10", "8"])[:2],
      (0, ["DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8", "8.2 High"]))
equal("form, DREAD without Discoverability", form(["OP-TEE-D"], list("8768"))[:2],
      (0, ["DREAD:OP-TEE-D/D:8/R:7/E:6/A:8", "7.3 "]))
equal("form, DREAD, end of input", form(["OP-TEE"], ["8"])[0], 1)
equal("form, no such version", form(["5.0"], [])[0], 1)
equal("form, not a version", form(["4"], [])[0], 1)
equal("form, end of input", form([], base[:3])[0], 1)
done()
