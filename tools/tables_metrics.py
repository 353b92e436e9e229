# SPDX-License-Identifier: MIT
"""Metrics, values, layouts, names, and the constants of the header."""

import standard
from tables_common import HEAD, Pool, guard, ordinal, without_any, wrap


def runs():
    """Lists of abbreviations, one after the other, by the versions that need
    them: {versions: [abbreviation, ...]}; and where each list is in them."""
    users = {}
    for version, metrics, _ in standard.VERSIONS:
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
    assert used <= 256
    out += ("\n/* Abbreviations of values from ordinal 1 on, by the versions "
            "that have them. */\n"
            f"static const struct values {{\n{sizes}"
            "#if !SECRISK__CVSS\n  char none;\n#endif\n"
            f"}} values = {{\n{texts}" + without_any("0") + "};\n"
            "#define AT(versions, n) (uint8_t)(offsetof(struct values, "
            "versions) + (n))\n"
            "\n/* { abbreviation, place in values, ordinals with 0 } */\n"
            "const struct secrisk__metric secrisk__metrics[] = {\n")
    for version, metrics, _ in standard.VERSIONS:
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


def layout(number, version, metrics):
    """struct secrisk__layout of a version."""
    groups = [m[3] for m in metrics]
    ends = [sum(g in upto for g in groups) for upto in (
        ("BASE",), ("BASE", "THREAT"), ("BASE", "THREAT", "ENVIRONMENTAL"))]
    mod = [m[5] for m in metrics]
    first_mod = mod.index("=") if "=" in mod else len(metrics)
    fallback = [ordinal(m[4], m[5]) for m in metrics
                if m[5] not in (None, "=", "")]
    assert len(fallback) == first_mod - ends[0]
    return (f"{{{number}, SECRISK__FIRST_{version}, {ends[0]}, {ends[1]}, {ends[2]}, "
            f"{len(metrics)}, {first_mod}, "
            "{" + ", ".join(map(str, fallback)) + "}}")


def layouts_data():
    out = HEAD % "The layout of each version."
    out += ("\n/* { index, first in secrisk__metrics, end of Base, of Threat, "
            "of\n     Environmental, count, first Modified, what Not Defined "
            "counts as } */\n")
    for number, (version, metrics, _) in enumerate(standard.VERSIONS):
        out += (f"#define SECRISK__LAYOUT_{version} \\\n"
                f"  {layout(number, version, metrics)}\n")
    return out


def constants():
    """The constants of the public header."""
    out = ""
    for version, prefix, title in (("V2", "V20", "v2.0"),
                                   ("V3", "V3", "v3.0 and v3.1"),
                                   ("V4", "V40", "v4.0")):
        metrics = next(m for v, m, _ in standard.VERSIONS if v == version)
        out += f"enum {{ /* metrics of {title} */\n"
        out += wrap([f"SECRISK_{prefix}_{m[0].upper()} = {i}" + (
            "," if i + 1 < len(metrics) else "")
            for i, m in enumerate(metrics)])
        out += f"}};\nenum {{ /* values of {title} */\n"
        items = []
        for m in metrics:
            for i, v in enumerate(m[4], 1):
                if m[5] != "=" or v[0] == "S" and m[0] in ("MSI", "MSA"):
                    items.append(f"SECRISK_{prefix}_{m[0].upper()}_"
                                 f"{v[0].upper()} = {i}")
        out += wrap([s + "," for s in items[:-1]] + items[-1:])
        out += "};\n"
    return out


# --- names ----------------------------------------------------------------------

def names_data(which, undefined, title):
    """Metric names and value names; which = 1 full names, 2 JSON names."""
    out = HEAD % title
    names = Pool([[m[which]] for _, ms, _ in standard.VERSIONS for m in ms])
    values = Pool([[undefined] + [v[which] for v in m[4]]
                   for _, ms, _ in standard.VERSIONS for m in ms])
    out += "\n" + names.c("metric_names") + "\n" + values.c("value_names")
    out += "\n/* For each metric: places in metric_names and value_names. */\n"
    out += "static const uint16_t places[][2] = {\n"
    for version, metrics, _ in standard.VERSIONS:
        out += guard(version)
        out += wrap([f"{{{names.offset([m[which]])}, "
                     f"{values.offset([undefined] + [v[which] for v in m[4]])}"
                     "}," for m in metrics])
        out += "#endif\n"
    return out + without_any("{0, 0}") + "};\n"
