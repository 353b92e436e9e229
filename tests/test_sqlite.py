# SPDX-License-Identifier: MIT
"""The SQLite extension: values, errors, and 300,000 rows in one query.

    python3 test_sqlite.py EXTENSION"""
import sqlite3
import sys
import time

V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
ROWS = [(V31, 9.8, "Critical", None),
        ("AV:N/AC:L/Au:N/C:P/I:P/A:P", 7.5, "High", None),
        ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N",
         0.0, "None", None),
        (None, None, None, None),
        (V31.replace("AV:N", "AV:Q"), None, None,
         "AV must be N, A, L or P")]
COUNT = 300_000

db = sqlite3.connect(":memory:")
db.enable_load_extension(True)
db.load_extension(sys.argv[1])
for text, *want in ROWS:
    got = db.execute("SELECT cvss_score(?1), cvss_severity(?1), cvss_error(?1)",
                     (text,)).fetchone()
    assert list(got) == want, (text, got, want)

letters = [(a, c, p, u, s, x, y, z) for a in "NALP" for c in "LH" for p in "NLH"
           for u in "NR" for s in "UC" for x in "HLN" for y in "HLN"
           for z in "HLN"]
names = ("AV", "AC", "PR", "UI", "S", "C", "I", "A")
vectors = ["CVSS:3.1/" + "/".join(f"{n}:{v}" for n, v in zip(names, row))
           for row in letters]
db.execute("CREATE TABLE findings (vector TEXT)")
db.executemany("INSERT INTO findings VALUES (?)",
               ((vectors[i % len(vectors)],) for i in range(COUNT)))
start = time.perf_counter()
count, = db.execute("SELECT count(*) FROM findings WHERE cvss_score(vector) "
                    ">= 9.0 AND cvss_severity(vector) = 'Critical'").fetchone()
seconds = time.perf_counter() - start
scores = [db.execute("SELECT cvss_score(?)", (v,)).fetchone()[0]
          for v in vectors]
want = sum(scores[i % len(vectors)] >= 9.0 for i in range(COUNT))
assert count == want and count > 0, (count, want)
print(f"{COUNT} rows in {seconds:.2f} s, {count} of them Critical")
