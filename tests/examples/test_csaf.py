# SPDX-License-Identifier: MIT
# Scores that JSON files state are checked against their vectors.
#   test_csaf.py CSAF FILES
import json
import os
import sys
import tempfile

from tap import done, equal, ok, run

CSAF, FILES = sys.argv[1:3]
V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"


def check(members):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as f:
        json.dump({"a": [{"b": members}]}, f)
        f.flush()
        status, out, _ = run([CSAF, f.name])
        return status, [line.split(": ", 1)[1] for line in
                        out.decode().splitlines()[:-1]]


for name, vectors in [("csaf-2.0.json", 2), ("csaf-2.1.json", 1), ("cve.json", 2),
                      ("nvd.json", 2), ("nvd-php.json", 2), ("osv.json", 0)]:
    equal(name, run([CSAF, os.path.join(FILES, name)]),
          (0, b"%d vectors, 0 faults\n" % vectors, b""))

for members, faults in [
        ({"vectorString": V31, "baseScore": 9.8}, []),
        ({"vectorString": V31, "baseScore": 9.7},
         ["baseScore is 9.7, but the vector gives 9.8"]),
        ({"vectorString": V31, "baseSeverity": "HIGH", "version": "3.0"},
         ["baseSeverity is HIGH, but the vector gives Critical",
          "version is 3.0, but the vector gives 3.1"]),
        ({"vectorString": V31, "attackVector": "LOCAL"},
         ["attackVector is LOCAL, but the vector gives NETWORK"]),
        ({"vectorString": V31 + "/E:P", "baseScore": 9.8, "temporalScore": 9.3},
         []),
        ({"vectorString": V31 + "/E:P", "temporalScore": 9.8},
         ["temporalScore is 9.8, but the vector gives 9.3"]),
        ({"vectorString": V40, "baseScore": 9.3, "baseSeverity": "CRITICAL"}, []),
        ({"vectorString": "AV:N/AC:L/Au:N/C:P/I:P/A:P/E:F", "baseScore": 7.5}, []),
        ({"vectorString": "CVSS:3.1/AV:Q"},
         ["CVSS:3.1/AV:Q: byte 13: AV must be N, A, L or P"])]:
    equal("faults of %s" % members, check(members), (1 if faults else 0, faults))

with tempfile.NamedTemporaryFile("w") as f:
    f.write("{")
    f.flush()
    equal("no JSON", run([CSAF, f.name])[0], 2)
equal("no file", run([CSAF, "no-such-file"])[0], 2)
equal("nothing", run([CSAF])[0], 2)
ok("help", run([CSAF, "--help"])[1].startswith(b"Usage: csaf FILE"))
done()
