# SPDX-License-Identifier: MIT
"""The SQLite extension: values, errors, and 300,000 rows in one query.

    python3 test_sqlite.py EXTENSION

Drives the sqlite3 shell, for not every Python can load an extension."""
import subprocess
import sys
import time

V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
ROWS = [(f"'{V31}'", "9.8|Critical|-"),
        ("'AV:N/AC:L/Au:N/C:P/I:P/A:P'", "7.5|High|-"),
        ("'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N'",
         "0.0|None|-"),
        ("NULL", "-|-|-"),
        ("'" + V31.replace("AV:N", "AV:Q") + "'",
         "-|-|AV must be N, A, L or P")]
COUNT = 300_000
# Every Base vector of v3.1, again and again.
FILL = f"""CREATE TABLE findings AS
  WITH RECURSIVE row(i) AS (SELECT 0 UNION ALL
                            SELECT i + 1 FROM row WHERE i < {COUNT} - 1)
  SELECT 'CVSS:3.1/AV:' || substr('NALP', i % 4 + 1, 1)
      || '/AC:' || substr('LH', i / 4 % 2 + 1, 1)
      || '/PR:' || substr('NLH', i / 8 % 3 + 1, 1)
      || '/UI:' || substr('NR', i / 24 % 2 + 1, 1)
      || '/S:' || substr('UC', i / 48 % 2 + 1, 1)
      || '/C:' || substr('HLN', i / 96 % 3 + 1, 1)
      || '/I:' || substr('HLN', i / 288 % 3 + 1, 1)
      || '/A:' || substr('HLN', i / 864 % 3 + 1, 1) AS vector FROM row;
"""
# How many rows of each severity; none may be without a score.
COUNTS = """SELECT count(*), count(cvss_score(vector)),
  sum(cvss_severity(vector) = 'Critical'), max(cvss_score(vector))
  FROM findings;
"""


def sql(text):
    """What the shell prints, and the seconds it took."""
    start = time.perf_counter()
    done = subprocess.run(
        ["sqlite3", "-batch", "-nullvalue", "-", ":memory:"],
        input=f".load {sys.argv[1]}\n{text}", text=True, check=True,
        stdout=subprocess.PIPE)
    return done.stdout.splitlines(), time.perf_counter() - start


got, _ = sql("".join(f"SELECT cvss_score({t}), cvss_severity({t}), "
                     f"cvss_error({t});\n" for t, _ in ROWS))
assert got == [want for _, want in ROWS], got

_, filling = sql(FILL)
got, seconds = sql(FILL + COUNTS)
rows, scored, critical, most = got[0].split("|")
assert (int(rows), int(scored), most) == (COUNT, COUNT, "10.0"), got
assert int(critical) > 0, got
print(f"{rows} rows scored in one query in {seconds - filling:.2f} s, "
      f"{critical} of them Critical")
