# SPDX-License-Identifier: MIT
"""What the data model has no room for, refused with a sentence."""

import re

import standard


class Refused(SystemExit):
    """Ends the generator, with the sentence as its message."""


def refuse(row, sentence):
    raise Refused(f"tools/standard.py: {row} {sentence}")


def check_rows(rows):
    if [row.key for row in rows] != ["V2", "V3", "V4"]:
        refuse("VERSIONS", "has other rows than V2, V3 and V4; another one needs "
               "a feature, a reader and a scorer, which are written by hand")


def check_order(row):
    """Groups stand one after the other, and so do the Modified metrics, which
    are found by the places of their Base metrics."""
    metrics = row.metrics
    order = [("BASE", "THREAT", "ENVIRONMENTAL", "SUPPLEMENTAL").index(m[3])
             + (m[5] == "=") / 2 for m in metrics]
    for m, before, here in zip(metrics[1:], order, order[1:]):
        if here < before:
            refuse(row.key, f"has {m[0]} behind the metrics of a later group")
    base = ["M" + m[0] for m in metrics if m[3] == "BASE"]
    modified = [m[0] for m in metrics if m[5] == "="]
    if modified not in ([], base):
        refuse(row.key, "has not one Modified metric for each Base metric, in "
               "their order")
    if not modified and metrics[-1][3] == "SUPPLEMENTAL":
        refuse(row.key, f"has the Supplemental metric {metrics[-1][0]} but no "
               "Modified ones, whose places it would take")


def check_version(row):
    name, metrics = row.key, row.metrics
    scored = [m for m in metrics if m[5] not in ("=", "")]
    if len(metrics) > 32:
        refuse(name, f"has {len(metrics)} metrics; the reader's set of those "
               "seen has 32 bits, and secrisk_cvss must not grow: give the "
               "version a type of its own")
    check_order(row)
    if len(scored) > 15:
        refuse(name, f"has {len(scored)} scored metrics; the scorers resolve "
               "15, two words less the version")
    optional = [m for m in scored if m[5] is not None]
    if len(optional) > 8:
        refuse(name, f"has {len(optional)} metrics for which Not Defined counts "
               "as a value; a layout has room for 8")
    if len({m[0] for m in metrics}) < len(metrics):
        refuse(name, "has two metrics of one name")
    for m in metrics:
        if not 1 <= len(m[0]) <= 3:
            refuse(name, f"has a metric {m[0]!r}; a name is 1 to 3 letters")
        values = [row.undefined] + [v[0] for v in m[4]]
        if len(set(values)) < len(values):
            refuse(name, f"has two values of {m[0]} that are written alike")
        if any(len(v) == 1 and not "A" <= v <= "Z" for v in values):
            refuse(name, f"has a value of {m[0]} that is one character, but no "
                   "capital letter, which builds for speed look for")
        defaults = {"BASE": [None], "THREAT": values[1:], "SUPPLEMENTAL": [""],
                    "ENVIRONMENTAL": ["="] + values[1:]}[m[3]]
        if m[5] not in defaults:
            refuse(name, f"lets Not Defined of {m[0]} count as {m[5]!r}, which "
                   f"a {m[3].capitalize()} metric cannot")
        if len(m[4]) > 7:
            refuse(name, f"has {len(m[4])} values of {m[0]}; 7 are counted on "
                   "by the tables of builds for speed")


def check_schemes(rows):
    numbers = [s.number for s in rows]
    if numbers != list(range(101, 101 + len(rows))):
        refuse("DREAD", "numbers its schemes other than 101, 102, ...")
    if len(rows) > 54:
        refuse("DREAD", "has more than 54 schemes; their numbers end at 155")
    if len({s.name for s in rows}) < len(rows):
        refuse("DREAD", "has two schemes of one name")
    for s in rows:
        if len(s.name) > 26 or not re.fullmatch("[A-Za-z0-9.-]+", s.name):
            refuse(s.name, "is no name of a scheme: 1 to 26 letters, digits, "
                   "dots and hyphens, which SECRISK_DREAD_TEXT_SIZE holds")
        if s.name.endswith("-D"):
            refuse(s.name, "ends as the name of a variant without "
                   "Discoverability does")
        low, high, step = s.scale
        if step not in (1, standard.HALF) or not 0 <= low < high <= 10:
            refuse(s.name, "has a scale other than whole or half points of 0 "
                   "to 10")
        order, last = s.order.split(), standard.DREAD_RATINGS[-1][0]
        if order[-1:] != [last] or sorted(order) != sorted(
                abbr for abbr, _ in standard.DREAD_RATINGS):
            refuse(s.name, "does not order each rating once, with "
                   "Discoverability, which its variant leaves out, last")
        if s.method not in ("SUM", "MEAN", "TWO_MEANS"):
            refuse(s.name, f"has the method {s.method}, which lib/dread/dread.c "
                   "does not know")


def check_header(rows, text):
    """The public constants of the schemes, which are written by hand."""
    for s in rows:
        wanted = f"SECRISK_DREAD_{s.constant} = {s.number}"
        if wanted not in text:
            refuse(s.name, f"needs {wanted} in include/secrisk/dread.h")
