# SPDX-License-Identifier: MIT
"""The extension of PostgreSQL: answers, errors, the type, parallel workers.

    python3 test_postgresql.py answers
    python3 test_postgresql.py workers ROWS

Asks the server that psql finds; the database has the extension."""
import os
import re
import subprocess
import sys
import time

from sql_answers import (ANSWERS, ANY_ORDER, BAD, BODY, REFUSED, V20, V31,
                         V40)
import tap

# What PostgreSQL has beside it.
OWN = [
    (f"pg_typeof(cvss_score('{V31}'))", "numeric"),
    (f"cvss_score('{V31}'::varchar)", "9.8"),
    ("cvss_score(repeat('CVSS:3.1/', 1000000))", "-"),
    (f"(SELECT count(*) FROM cvss_find(repeat('{V31} ', 100000)))", "100000"),
    (f"(SELECT bool_and(substr(convert_to('{BODY}', 'UTF8'), byte, "
     f"octet_length(found)) = convert_to(found, 'UTF8')) "
     f"FROM cvss_find('{BODY}'))", "t"),
    # The type
    (f"'{ANY_ORDER}'::cvss", V31),
    (f"'{V31}'::cvss::text", V31),
    (f"cvss_score('{V31}'::cvss)", "9.8"),
    (f"cvss_severity('{V40}'::cvss)", "High"),
    (f"'{V31}'::cvss = '{ANY_ORDER}'", "t"),
    (f"'{V31}'::cvss <> '{ANY_ORDER}'", "f"),
    (f"'{V31}'::cvss > '{V40}'", "t"),
    (f"'{V31}'::cvss >= '{V31}'", "t"),
    (f"'{V20}'::cvss < '{V40}'", "t"),
    (f"'{V20}'::cvss <= '{V20}'", "t"),
    (f"'{V31}'::cvss = '{V31.replace('3.1', '3.0')}'", "f"),
    (f"cvss_hash('{V31}') = cvss_hash('{ANY_ORDER}')", "t"),
    (f"convert_from(cvss_send('{V31}'), 'UTF8')", V31),
    (f"pg_column_size('{V40}'::cvss)", "40"),
    ("(SELECT count(*) FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid "
     "JOIN pg_extension e ON e.oid = d.refobjid AND extname = 'secrisk' "
     "WHERE provolatile <> 'i' OR NOT proisstrict OR proparallel <> 's')",
     "0"),
    ("(SELECT count(*) > 20 FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid "
     "JOIN pg_extension e ON e.oid = d.refobjid AND extname = 'secrisk')", "t"),
]
INVALID = f'ERROR:  invalid input syntax for type cvss: "{BAD}"'
ERRORS = [
    (f"'{BAD}'::text::cvss",
     [INVALID, "DETAIL:  byte 13: AV must be N, A, L or P."]),
    (f"cvss_profile('{V31}', 'CVSS:3.1/MAV:Q')",
     ['ERROR:  invalid profile: "CVSS:3.1/MAV:Q"',
      "DETAIL:  byte 14: MAV must be N, A, L or P, or X (not defined).",
      "HINT:  A profile gives Threat and Environmental metrics, such as "
      "CVSS:3.1/CR:H/MAV:A."]),
    (f"risk_action('{V31}', 'lax')",
     ['ERROR:  there is no policy "lax"',
      "DETAIL:  it must be default or strict."]),
]
# A table, its index, and what a reader does with them.
TABLE = f"""
CREATE TABLE t (id int, v cvss);
INSERT INTO t VALUES (1, '{V31}'), (2, '{V20}'), (3, '{V40}'), (4, NULL),
  (5, '{ANY_ORDER}');
CREATE INDEX ON t (v);
CREATE INDEX ON t USING hash (v);
CREATE INDEX ON t (cvss_score(v));
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SELECT string_agg(id::text, ' ' ORDER BY v DESC NULLS LAST, id) FROM t;
SELECT count(DISTINCT v) FROM t;
SELECT max(id) FROM t WHERE v = '{V31}';
SELECT count(*) FROM t WHERE cvss_score(v) >= 8.6;
SELECT count(*) FROM t a JOIN t b ON a.v = b.v;
"""
TABLE_GIVES = ["1 5 3 2 4", "3", "5", "3", "6"]
PLAN = f"""
EXPLAIN (COSTS off) SELECT id FROM t ORDER BY v DESC;
EXPLAIN (COSTS off) SELECT id FROM t WHERE v > '{V20}';
EXPLAIN (COSTS off) SELECT id FROM t WHERE cvss_score(v) >= 8.6;
"""


def psql(text, *more):
    """(status, lines of output, lines of errors)"""
    done = subprocess.run(
        ["psql", "-XAtq", "-P", "null=-", "-v", "ON_ERROR_STOP=1", *more],
        input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        check=False)
    errors = re.sub(r"(?m)^psql:<stdin>:\d+: ", "", done.stderr.decode())
    return done.returncode, done.stdout.decode().splitlines(), errors.splitlines()


def check_answers():
    answers = ANSWERS + OWN
    status, got, errors = psql("".join(f"SELECT {a};\n" for a, _ in answers))
    tap.equal("every answer is one line", (status, len(got), errors),
              (0, len(answers), []))
    for (asked, want), has in zip(answers, got):
        tap.equal(asked[:60], has, want)
    refused = [(asked, [f"DETAIL:  {why}."]) for asked, why in REFUSED]
    for asked, want in refused + ERRORS:
        status, got, errors = psql(f"SELECT {asked};\n")
        tap.ok(asked[:60], status != 0 and got == []
               and set(want) <= set(errors), status, got, errors)
    check_table()
    check_copies()


def check_table():
    settings = "SET enable_seqscan = off;\nSET enable_bitmapscan = off;\n"
    tap.equal("a table", psql("BEGIN;" + TABLE), (0, TABLE_GIVES, []))
    tap.equal("kept", psql(TABLE[:TABLE.index("SELECT")])[0], 0)
    plan = "\n".join(psql(settings + PLAN)[1])
    tap.ok("its indexes serve", plan.count("Index") >= 3
           and "Index Scan Backward using t_v_idx" in plan
           and "t_cvss_score_idx" in plan and "Sort" not in plan, plan)


def check_copies():
    """Out and in again, as text and as the binary protocol has it."""
    for form in "text", "binary":
        name, how = f"copied_{form}", f"FORMAT {form}"
        status, got, errors = psql(
            f"CREATE TABLE {name} (LIKE t);\n"
            f"\\copy (SELECT * FROM t) TO '{name}' ({how})\n"
            f"\\copy {name} FROM '{name}' ({how})\n"
            f"SELECT count(*) FROM t JOIN {name} USING (id) "
            f"WHERE t.v IS NOT DISTINCT FROM {name}.v;\n")
        tap.equal(f"COPY, {form}", (status, got, errors), (0, ["5"], []))


# ---- Workers -------------------------------------------------------------

# Every Base vector of v3.1, again and again.
FILL = """CREATE UNLOGGED TABLE findings AS
  SELECT 'CVSS:3.1/AV:' || substr('NALP', i % 4 + 1, 1)
      || '/AC:' || substr('LH', i / 4 % 2 + 1, 1)
      || '/PR:' || substr('NLH', i / 8 % 3 + 1, 1)
      || '/UI:' || substr('NR', i / 24 % 2 + 1, 1)
      || '/S:' || substr('UC', i / 48 % 2 + 1, 1)
      || '/C:' || substr('HLN', i / 96 % 3 + 1, 1)
      || '/I:' || substr('HLN', i / 288 % 3 + 1, 1)
      || '/A:' || substr('HLN', i / 864 % 3 + 1, 1) AS vector
  FROM generate_series(0, ROWS - 1) AS i;
ANALYZE findings;
"""
ASK = ("SELECT count(*), count(cvss_score(vector)), sum(cvss_score(vector)),"
       " count(*) FILTER (WHERE cvss_severity(vector) = 'Critical')"
       " FROM findings")
READ = "SELECT count(*), sum(length(vector)) FROM findings"


# What the server's process has used: times of load do not count.
USED = "SELECT rtrim(pg_read_file('/proc/self/stat', 0, 4096), chr(10));\n"


def used(stat):
    """Milliseconds on a processor, of a line of /proc."""
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def timed(workers, question):
    """(what it gives, milliseconds on the clock, those of the process that was
    asked, workers that ran)"""
    settings = f"SET max_parallel_workers_per_gather = {workers};\n"
    _, plan, _ = psql(settings + f"EXPLAIN (ANALYZE, TIMING off) {question};\n")
    status, got, errors = psql(f"{settings}{USED}\\timing on\n{question};\n"
                               f"\\timing off\n{USED}")
    if status:
        sys.exit("\n".join(errors))
    gather = "\n".join(plan)
    launched = re.search(r"Workers Launched: (\d+)", gather)
    ran = int(launched[1]) if launched and "Gather" in gather else 0
    clock = re.match(r"Time: ([\d.]+) ms", got[2])
    return got[1], float(clock[1]), used(got[3]) - used(got[0]), ran


def check_workers(rows):
    start = time.perf_counter()
    status, _, errors = psql(FILL.replace("ROWS", str(rows)))
    tap.equal(f"{rows} rows are filled in", (status, errors), (0, []))
    print(f"# filled in {time.perf_counter() - start:.1f} s")
    one, one_ms, one_used, none = timed(0, ASK)
    many, many_ms, _, ran = timed(2, ASK)
    _, read_ms, read_used, _ = timed(0, READ)
    _, read_many_ms, _, _ = timed(2, READ)
    counted, scored, *_ = one.split("|")
    tap.equal("every row is scored", (counted, scored), (str(rows), str(rows)))
    tap.equal("without workers, none run", none, 0)
    tap.ok("two workers run", ran == 2, ran)
    tap.equal("workers give the same sums", many, one)
    print(f"# {rows} rows, three calls each: {one_ms:.0f} ms in one process, "
          f"{many_ms:.0f} ms with {ran} workers beside it, "
          f"{one_ms / many_ms:.2f} times as fast")
    print(f"# the length of each text: {read_ms:.0f} ms and "
          f"{read_many_ms:.0f} ms, {read_ms / read_many_ms:.2f} times")
    print(f"# of a processor, one process: {one_used:.0f} ms, and for the "
          f"lengths {read_used:.0f} ms: "
          f"{(one_used - read_used) * 1e6 / rows / 3:.0f} ns a call")


if sys.argv[1] == "answers":
    check_answers()
else:
    check_workers(int(sys.argv[2]))
tap.done()
