# SPDX-License-Identifier: MIT
"""Metrics, values, layouts, names, and the constants of the header."""

import limits
import standard
from tables_common import (HEAD, Pool, guard, ordinal, without_any,
                           wrap)


def runs():
    """Lists of abbreviations, one after the other, by the versions that need
    them: {versions: [abbreviation, ...]}; and where each list is in them."""
    users = {}
    for version, metrics, *_ in standard.VERSIONS:
        for metric in metrics:
            abbrs = tuple(v[0] for v in metric[4])
            users.setdefault(abbrs, set()).add(version)
    found, place = {}, {}
    for abbrs in sorted(users, key=lambda k: (-len(users[k]), -len(k), k)):
        home = tuple(sorted(users[abbrs]))
        for versions, run in found.items():
            at = [i for i in range(len(run))
                  if tuple(run[i:i + len(abbrs)]) == abbrs]
            if at and users[abbrs] <= set(versions):
                place[abbrs] = versions, at[0]
                break
        else:
            run = found.setdefault(home, [])
            shared = next(n for n in range(len(abbrs), -1, -1)
                          if n <= len(run) and
                          tuple(run[len(run) - n:]) == abbrs[:n])
            place[abbrs] = home, len(run) - shared
            run += abbrs[shared:]
    return found, place


def metrics_data():
    found, place = runs()
    out = HEAD % "Metrics, their values and the layout of each version."
    sizes, texts, used = "", "", 0
    for versions, run in found.items():
        begin = "#if " + " || ".join(f"SECRISK__{v}" for v in versions) + "\n"
        name = "_".join(versions).lower()
        size = sum(len(v) + 1 for v in run)
        used += size
        sizes += f"{begin}  char {name}[{size}];\n#endif\n"
        texts += begin + wrap(
            [f'"{v}\\0"' for v in run[:-1]] + [f'"{run[-1]}",']) + "#endif\n"
    if used > 256:
        limits.refuse("VERSIONS", f"have {used} bytes of values, and the place "
                      "of one is a byte")
    out += ("\n/* Abbreviations of values from ordinal 1 on, by the versions "
            "that have them. */\n"
            f"static const struct values {{\n{sizes}"
            "#if !SECRISK__CVSS\n  char none;\n#endif\n"
            f"}} values = {{\n{texts}" + without_any("0") + "};\n"
            "#define AT(versions, n) (uint8_t)(offsetof(struct values, "
            "versions) + (n))\n"
            "\n/* { abbreviation, place in values, ordinals with 0 } */\n"
            "const struct secrisk__metric secrisk__metrics[] = {\n")
    for version, metrics, *_ in standard.VERSIONS:
        out += guard(version)
        for metric in metrics:
            abbrs = tuple(v[0] for v in metric[4])
            versions, n = place[abbrs]
            n = sum(len(v) + 1 for v in found[versions][:n])
            out += (f'  {{"{metric[0]}", AT({"_".join(versions).lower()}, {n}),'
                    f" {len(abbrs) + 1}}}, /* {' '.join(abbrs)} */\n")
        out += "#endif\n"
    out += without_any('{"", 0, 0}') + "};\n\n"
    return out


RULES = ("prefix", "any_order", "whole_groups", "one_score", "severities")


def layout(number, row):
    """struct secrisk__layout of a row of standard.VERSIONS."""
    version, metrics = row.key, row.metrics
    groups = [m[3] for m in metrics]
    ends = [sum(g in upto for g in groups) for upto in (
        ("BASE",), ("BASE", "THREAT"), ("BASE", "THREAT", "ENVIRONMENTAL"))]
    mod = [m[5] for m in metrics]
    first_mod = mod.index("=") if "=" in mod else len(metrics)
    fallback = [ordinal(m[4], m[5]) for m in metrics
                if m[5] not in (None, "=", "")]
    assert len(fallback) == first_mod - ends[0]
    rules = [f"SECRISK__{r.upper()}" for r in RULES if getattr(row, r)]
    return wrap([
        f"{{{row.ids[0]}, {row.ids[1]}, SECRISK__{version}, {number},",
        f"SECRISK__FIRST_{version}, {ends[0]}, {ends[1]}, {ends[2]},",
        f"{len(metrics)}, {first_mod},",
        " | ".join(rules) + ",",
        "{" + ", ".join(map(str, fallback)) + "}},"])


def first_data():
    """Where a version's metrics begin: behind those of the versions before."""
    out = HEAD % "Where each version's metrics begin in secrisk__metrics."
    first = "0"
    for row in standard.VERSIONS:
        out += f"#define SECRISK__FIRST_{row.key} {first}\n"
        first = (f"(SECRISK__FIRST_{row.key} + {len(row.metrics)} * "
                 f"SECRISK__{row.key})")
    return out


def longest_word():
    return max(len(word) for row in standard.VERSIONS for m in row.metrics
               for word in [row.undefined, m[0]] + [v[0] for v in m[4]])


def layouts_data():
    """The rows of lib/cvss/cvss_metrics.c, left-out versions too."""
    return (HEAD % "What each version is: a row for those that share metrics."
            + "/* { first and last version, in this build?, index, first in "
            "secrisk__metrics,\n * end of Base, of Threat, of Environmental, "
            "count, first Modified, rules,\n * what Not Defined counts as } */\n"
            "static const struct secrisk__layout layouts[] = {\n"
            + "".join(layout(n, row) for n, row in enumerate(standard.VERSIONS))
            + "};\n")


def words_data():
    return (HEAD % "How long a name or a value can be."
            + f"#define LONGEST {longest_word()}\n")


HEADER = '''/* SPDX-License-Identifier: MIT */
/* The numbers of CVSS metrics and of their values. */
/* Generated by tools/generate.py: do not edit. */
#ifndef SECRISK_CVSS_METRICS_PART_H
#define SECRISK_CVSS_METRICS_PART_H

/*
 * A metric's number is its place in its standard.  One version's numbers mean
 * other metrics in another.  Value 0 is Not Defined.  Of values that can be
 * ranked, 1 is the most severe.  Exceptions are v3's Scope and v4.0's
 * Supplemental metrics, in the standard's order, and Safety, 4, which is worse
 * than 1.  A Modified metric takes its Base metric's values: SECRISK_V3_AV_L.
 */
/* clang-format off */
'''


def constants():
    """include/secrisk/cvss_metrics.h: a metric a row."""
    out = HEADER
    for version in standard.VERSIONS:
        prefix, metrics = version.constants, version.metrics
        title = " and ".join(f"{n // 10}.{n % 10}"
                             for n in sorted(set(version.ids)))
        out += f"\nenum {{ /* metrics of CVSS {title} */\n"
        for i, m in enumerate(metrics):
            row = f"  SECRISK_{prefix}_{m[0].upper()} = {i}" + (
                "," if i + 1 < len(metrics) else "")
            out += f"{row:<25}/* {m[1]} */\n"
        out += f"}};\nenum {{ /* values of CVSS {title} */\n"
        rows = []
        for m in metrics:
            items = [f"SECRISK_{prefix}_{m[0].upper()}_{v[0].upper()} = {i}"
                     for i, v in enumerate(m[4], 1)
                     if m[5] != "=" or v[0] == "S" and m[0] in ("MSI", "MSA")]
            if items:
                rows.append(items)
        out += "".join(wrap([s + "," for s in row[:-1]]
                            + [row[-1] + ("," if row is not rows[-1] else "")])
                       for row in rows)
        out += "};\n"
    return out + "/* clang-format on */\n\n#endif\n"


# --- names ----------------------------------------------------------------------

def names_data(which, undefined, title):
    """Metric names and value names; which = 1 full names, 2 JSON names."""
    out = HEAD % title
    names = Pool([[m[which]] for _, ms, *_ in standard.VERSIONS for m in ms])
    values = Pool([[undefined] + [v[which] for v in m[4]]
                   for _, ms, *_ in standard.VERSIONS for m in ms])
    out += "\n" + names.c("metric_names") + "\n" + values.c("value_names")
    out += "\n/* For each metric: places in metric_names and value_names. */\n"
    out += "static const uint16_t places[][2] = {\n"
    for version, metrics, *_ in standard.VERSIONS:
        out += guard(version)
        out += wrap([f"{{{names.offset([m[which]])}, "
                     f"{values.offset([undefined] + [v[which] for v in m[4]])}"
                     "}," for m in metrics])
        out += "#endif\n"
    return out + without_any("{0, 0}") + "};\n"
