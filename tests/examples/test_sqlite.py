# SPDX-License-Identifier: MIT
"""The SQLite extension: values, errors, and 300,000 rows in one query.

    python3 test_sqlite.py EXTENSION

Drives the sqlite3 shell, for not every Python can load an extension."""
import subprocess
import sys
import time

from sql_answers import ANSWERS, BODY, REFUSED, V31

# What SQLite has beside what every database answers.
OWN = [
    (f"typeof(cvss_score('{V31}'))", "real"),
    # A place in bytes: of the text's bytes, not of its characters.
    (f"(SELECT sum(substr(CAST('{BODY}' AS BLOB), byte, length(found)) = "
     f"CAST(found AS BLOB)) FROM cvss_find('{BODY}'))", "2"),
    # A text may hold any byte, and a number or a blob is a text, too.
    (f"substr(cvss_error('{V31}' || char(0)), 1, 18)", "byte 45: expected "),
    ("substr(cvss_error(7), 1, 17)", "byte 1: expected "),
    (f"cvss_score(CAST('{V31}' AS BLOB))", "9.8"),
    (f"(SELECT count(*) FROM cvss_find('{V31}' || char(0) || '{V31}'))", "2"),
    # Inside of a join, a cursor is used again.
    ("(WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE "
     f"n < 1000) SELECT count(*) FROM i, cvss_find('{BODY}' || n))", "2000"),
    (f"(SELECT body FROM cvss_find('{V31}'))", V31),
]
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


def refusal(text):
    """What the shell says of a statement that fails."""
    done = subprocess.run(["sqlite3", "-batch", ":memory:"], check=False,
                          input=f".load {sys.argv[1]}\n{text}", text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode != 0 and done.stdout == "", (text, done)
    return done.stderr


ASKED = ANSWERS + OWN
got, _ = sql("".join(f"SELECT {asked};\n" for asked, _ in ASKED))
for (asked, want), has in zip(ASKED, got):
    assert has == want, (asked, has, want)
assert len(got) == len(ASKED), got
NO_TEXT = ("* FROM cvss_find", "cvss_find needs a text: cvss_find(text)")
for asked, why in REFUSED + [NO_TEXT]:
    said = refusal(f"SELECT {asked};\n")
    assert why in said, (asked, said)
# A view, a trigger and a check may use them, for they do no harm.
got, _ = sql("CREATE TABLE t (v CHECK (cvss_error(v) IS NULL));\n"
             "CREATE INDEX i ON t (cvss_score(v));\n"
             "CREATE VIEW w AS SELECT found FROM t, cvss_find(t.v);\n"
             "PRAGMA trusted_schema = off;\n"
             f"INSERT INTO t VALUES ('{V31}');\n"
             f"INSERT OR IGNORE INTO t VALUES ('{BODY}');\n"
             "SELECT * FROM w;\n"
             "EXPLAIN QUERY PLAN SELECT v FROM t WHERE cvss_score(v) > 9;\n")
assert got[0] == V31 and "USING INDEX i" in "".join(got[1:]), got
print(f"{len(ASKED)} answers, {len(REFUSED) + 1} refusals")

_, filling = sql(FILL)
got, seconds = sql(FILL + COUNTS)
rows, scored, critical, most = got[0].split("|")
assert (int(rows), int(scored), most) == (COUNT, COUNT, "10.0"), got
assert int(critical) > 0, got
print(f"{rows} rows scored in one query in {seconds - filling:.2f} s, "
      f"{critical} of them Critical")
