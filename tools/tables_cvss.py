# SPDX-License-Identifier: MIT
"""Metrics, values, layouts, names, and the constants of the header."""

import limits
import standard
from tables_common import HEAD, Pool, kept, ordinal, without_any, wrap


class Run:
    """A text that holds words of some versions, each with its NUL."""

    def __init__(self, text, versions):
        self.text, self.versions = text, frozenset(versions)

    def cost(self):
        """Bytes in a build of all versions, which counts most, and of one."""
        return len(self.text) * (4 + len(self.versions))

    def joined(self, other):
        """Both in one text, other's beginning in this one's end."""
        if other.text in self.text:
            text = self.text
        else:
            shared = next(n for n in range(len(other.text), -1, -1)
                          if self.text.endswith(other.text[:n]))
            text = self.text + other.text[shared:]
        return Run(text, self.versions | other.versions)


def runs():
    """Every name, and every list of values, as few texts: what saves most is
    joined first, until nothing saves."""
    users = {}
    for row in standard.VERSIONS:
        for metric in row.metrics:
            for words in [metric[0]], [v[0] for v in metric[4]]:
                text = "".join(word + "\0" for word in words)
                users.setdefault(text, set()).add(row.key)
    found = [Run(text, users[text]) for text in sorted(users)]
    while True:
        gain, one, other = max(
            ((a.cost() + b.cost() - a.joined(b).cost(), a, b)
             for a in found for b in found if a is not b),
            key=lambda choice: choice[0])
        if gain <= 0:
            return found
        found = [run for run in found if run not in (one, other)]
        found.append(one.joined(other))


def pool():
    """The runs by the versions that need them: {versions: text}.  That of all
    versions is the last."""
    texts = {}
    for run in sorted(runs(), key=lambda run: len(run.text)):
        versions = tuple(sorted(run.versions))
        texts[versions] = texts.get(versions, "") + run.text
    every = tuple(row.key for row in standard.VERSIONS)
    texts[every] = texts.pop(every)
    return texts


def name(versions):
    return "WORDS_" + "_".join(versions)


def placed(texts, version, words):
    """Where words are in a text that the version has, as C."""
    words = "".join(word + "\0" for word in words)
    return next(f"{name(versions)} + {text.index(words)}"
                for versions, text in texts.items()
                if version in versions and words in text)


def words_of(texts):
    """The pool, and where each of its texts is."""
    places, chars, place = "", "", "0"
    for versions, text in texts.items():
        places += f"#define {name(versions)} {place}\n"
        flags = " | ".join(f"SECRISK__{v}" for v in versions)
        place = f"({name(versions)} + {len(text)} * ({flags}))"
        words = text[:-1].split("\0")
        if len(versions) == len(standard.VERSIONS):  # the last NUL is C's
            last = f'"{words[-1]}"'
            chars += wrap([f'"{word}\\0"' for word in words[:-1]] + [last])
        else:
            chars += f"  SECRISK__IF_{'_'.join(versions)}(\n" + wrap(
                [f'"{word}\\0"' for word in words], "    ")[:-1] + ")\n"
    return (f"{places}const char secrisk__words[] =\n{chars[:-1]};\n")


def metrics_data():
    texts = pool()
    used = sum(map(len, texts.values()))
    if used > 256:
        limits.refuse("VERSIONS", f"have {used} bytes of words, and the place "
                      "of one is a byte")
    last = list(texts.values())[-1]
    for row in standard.VERSIONS:
        for metric in row.metrics:
            at = last.find(metric[0] + "\0")
            # lib/cvss_fast/search.h looks at three bytes.
            assert at < 0 or at + 3 <= len(last), metric[0]
    out = (HEAD % "The words of metrics and values, and which belong together."
           + "\n/* Names of metrics and, from ordinal 1 on, of their values, by "
           "the versions\n * that have them.  One may begin within another: "
           "AV in MAV. */\n" + words_of(texts)
           + "\n/* { place of the name, of the values, ordinals with 0 } */\n"
           "const struct secrisk__metric secrisk__metrics[] = {\n")
    for row in standard.VERSIONS:
        lines = []
        for metric in row.metrics:
            values = [v[0] for v in metric[4]]
            lines.append(
                f"    {{{placed(texts, row.key, metric[:1])}, "
                f"{placed(texts, row.key, values)}, {len(values) + 1}}}, "
                f"/* {metric[0]}: {' '.join(values)} */\n")
        out += kept([row.key], lines)
    return out + without_any("{0, 0, 0}") + "};\n\n"


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
    return f"  SECRISK__IF_{version}(\n" + wrap([
        f"{{{row.ids[0]}, {row.ids[1]}, {number},",
        f"SECRISK__FIRST_{version}, {ends[0]}, {ends[1]}, {ends[2]},",
        f"{len(metrics)}, {first_mod},",
        " | ".join(rules) + ",",
        "{" + ", ".join(map(str, fallback)) + "}},"], "    ") + "  )\n"


def first_data():
    """Where a version's metrics begin: behind those of the versions before."""
    out = HEAD % "Where each version's metrics begin in secrisk__metrics."
    first = "0"
    for row in standard.VERSIONS:
        out += f"#define SECRISK__FIRST_{row.key} {first}\n"
        first = (f"(SECRISK__FIRST_{row.key} + {len(row.metrics)} * "
                 f"SECRISK__{row.key})")
    out += ("/* Is it a version that this build leaves out? */\n"
            "#define SECRISK__LEFT_OUT(version) (")
    out += " || ".join(
        f"\\\n  (!SECRISK__{row.key} && (version) >= {row.ids[0]} && "
        f"(version) <= {row.ids[1]})" for row in standard.VERSIONS)
    return out + ")\n"


def longest_word():
    return max(len(word) for row in standard.VERSIONS for m in row.metrics
               for word in [row.undefined, m[0]] + [v[0] for v in m[4]])


def layouts_data():
    """The rows of lib/cvss/cvss_metrics.c, left-out versions too."""
    return (HEAD % "What each version is: a row for those that share metrics."
            + "/* { first and last version, index, first in "
            "secrisk__metrics,\n * end of Base, of Threat, of Environmental, "
            "count, first Modified, rules,\n * what Not Defined counts as } */\n"
            "static const struct secrisk__layout layouts[] = {\n"
            + "".join(layout(n, row) for n, row in enumerate(standard.VERSIONS))
            # From 1 to 0: of no version.
            + without_any("{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, {0}}") + "};\n")


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
    out = HEAD % title + f'\nstatic const char not_defined[] = "{undefined}";\n'
    names = Pool([[m[which]] for _, ms, *_ in standard.VERSIONS for m in ms])
    values = Pool([[v[which] for v in m[4]]
                   for _, ms, *_ in standard.VERSIONS for m in ms])
    out += "\n" + names.c("metric_names") + "\n" + values.c("value_names")
    out += "\n/* For each metric: its name, and the names of its values from 1 on. */\n"
    out += "static const uint16_t places[][2] = {\n"
    for version, metrics, *_ in standard.VERSIONS:
        rows = [f"{{{names.offset([m[which]])}, "
                f"{values.offset([v[which] for v in m[4]])}}},"
                for m in metrics]
        out += kept([version], wrap(rows, "    ").splitlines(True))
    return out + without_any("{0, 0}") + "};\n"
