# SPDX-License-Identifier: MIT
"""What the data model has no room for, refused with a sentence."""

import standard


class Refused(SystemExit):
    """Ends the generator, with the sentence as its message."""


def refuse(row, sentence):
    raise Refused(f"tools/standard.py: {row} {sentence}")


def check_version(row):
    name, metrics = row.key, row.metrics
    scored = [m for m in metrics if m[5] not in ("=", "")]
    if len(metrics) > 32:
        refuse(name, f"has {len(metrics)} metrics; the reader's set of those "
               "seen has 32 bits, and secrisk_cvss must not grow: give the "
               "version a type of its own")
    if len(scored) > 15:
        refuse(name, f"has {len(scored)} scored metrics; the scorers resolve "
               "15, two words less the version")
    base = [m[3] for m in metrics].index("THREAT")
    if any(m[3] == "BASE" for m in metrics[base:]):
        refuse(name, "has a Base metric after another group's")
    if len({m[0] for m in metrics}) < len(metrics):
        refuse(name, "has two metrics of one name")
    for m in metrics:
        if not 1 <= len(m[0]) <= 3:
            refuse(name, f"has a metric {m[0]!r}; a name is 1 to 3 letters")
        if len(m[4]) > 7:
            refuse(name, f"has {len(m[4])} values of {m[0]}; 7 are counted on "
                   "by the tables of builds for speed")


def check_schemes(rows):
    numbers = [s.number for s in rows]
    if numbers != list(range(101, 101 + len(rows))):
        refuse("DREAD", "numbers its schemes other than 101, 102, ...")
    if len(rows) > 54:
        refuse("DREAD", "has more than 54 schemes; their numbers end at 155")
    for s in rows:
        low, high, step = s.scale
        if step not in (1, standard.HALF) or not 0 <= low < high <= 10:
            refuse(s.name, "has a scale other than whole or half points of 0 "
                   "to 10")
        if sorted(s.order.split()) != sorted(a for a, _ in
                                             standard.DREAD_RATINGS):
            refuse(s.name, "does not order each rating once")
        if s.method not in ("SUM", "MEAN", "TWO_MEANS"):
            refuse(s.name, f"has the method {s.method}, which lib/dread/dread.c "
                   "does not know")


def check_header(rows, text):
    """The public constants of the schemes, which are written by hand."""
    for s in rows:
        wanted = f"SECRISK_DREAD_{s.constant} = {s.number}"
        if wanted not in text:
            refuse(s.name, f"needs {wanted} in include/secrisk/dread.h")
