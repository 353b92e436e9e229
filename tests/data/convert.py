#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write the headers of this folder from the oracle's CSV files (README.md).

    python3 tests/data/convert.py ORACLE_FOLDER
"""

import csv
import itertools
import lzma
import os
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
FEW = 100  # samples kept under T_REDUCED


def rows(name):
    with open(os.path.join(sys.argv[1], name), newline="") as f:
        return list(csv.DictReader(f))


def write(name, what, guard, body):
    with open(os.path.join(HERE, name), "w") as f:
        f.write("/* SPDX-License-Identifier: MIT */\n"
                f"/* {what} */\n"
                "/* Written by convert.py; defined in README.md. */\n"
                f"#ifndef {guard}\n#define {guard}\n\n"
                f"/* clang-format off */\n{body}/* clang-format on */\n\n"
                "#endif\n")


def digest(row, prefix=""):
    get = lambda k: row[prefix + k]  # noqa: E731
    return (f'{{{get("states")}, {get("sum")}, {get("min")}, {get("max")}, '
            f'0x{get("crc32")}, 0x{get("fnv1a64")}}}')


def digests(name, items):
    lines = "".join(f"  {i},\n" for i in items)
    return f"static const struct digest {name}[] = {{\n{lines}}};\n"


def groups(version, parts):
    found = rows(f"{version}_groups.csv")
    out = "#ifndef T_REDUCED\n"
    for part in parts:
        name = f"{version}_{part or 'all'}_groups"
        out += digests(name, [digest(r, part and part + "_") for r in found])
    return out + "#endif\n"


# Few states, for slow machines: every MacroVector of v4.0, every kind of weight
# of v2.0's Environmental equation.  (values in the table, values kept)
FEW_V2 = [("AV", "NAL", "NL"), ("AC", "LMH", "LH"), ("Au", "NSM", "NM"),
          ("C", "CPN", "CPN"), ("I", "CPN", "PN"), ("A", "CPN", "CN"),
          ("E", ["H", "F", "POC", "U"], ["H", "POC"]),
          ("RL", ["U", "W", "TF", "OF"], ["U", "TF"]),
          ("RC", ["C", "UR", "UC"], ["C", "UC"]),
          ("CDP", ["H", "MH", "LM", "L", "N"], ["MH", "LM"]),
          ("TD", "HMLN", "HM"), ("CR", "HML", "HL"), ("IR", "HML", "M"),
          ("AR", "HML", "L")]
FEW_V4 = [("AV", "NALP", "NAP"), ("AC", "LH", "LH"), ("AT", "NP", "N"),
          ("PR", "NLH", "NH"), ("UI", "NPA", "N"), ("VC", "HLN", "HLN"),
          ("VI", "HLN", "HN"), ("VA", "HLN", "HL"), ("SC", "HLN", "HN"),
          ("SI", "SHLN", "SHN"), ("SA", "SHLN", "N"), ("E", "APU", "APU"),
          ("CR", "HML", "HL"), ("IR", "HML", "M"), ("AR", "HML", "H")]


def few(name, table, axes):
    """The digest of some states of a raw table, and their list."""
    with lzma.open(os.path.join(sys.argv[1], "tables", table)) as f:
        scores = f.read()
    found = bytearray()
    for state in itertools.product(*(kept for _, _, kept in axes)):
        at = 0
        for value, (_, values, _) in zip(state, axes):
            at = at * len(values) + list(values).index(value)
        found.append(scores[at])
    fnv = 0xcbf29ce484222325
    for byte in found:
        fnv = (fnv ^ byte) * 0x100000001b3 % 2**64
    lines = "".join(f'  "{" " if i else ""}{m}:{",".join(kept)}"\n'
                    for i, (m, _, kept) in enumerate(axes))
    return (f"static const char {name}_states[] =\n{lines};\n"
            f"static const struct digest {name} =\n  {{{len(found)}, "
            f"{sum(found)}, {min(found)}, {max(found)}, "
            f"0x{zlib.crc32(found):08x}, 0x{fnv:016x}}};\n").replace(
                '"\n;', '";')


def write_digests():
    world = {r["table"]: digest(r) for r in rows("digests_global.csv")}

    def whole(*names):
        return "".join(f"static const struct digest {n} =\n  {world[n]};\n"
                       for n in names)

    parts = ["base", "temporal", "env"]
    write("digests_v2.h", "Digests of every state of v2.0.", "DIGESTS_V2_H",
          whole("v2_base", "v2_temporal", "v2_env")
          + few("v2_few", "v2_env.bin.xz", FEW_V2) + groups("v2", parts))
    body = "".join(
        whole(*(f"{v}_{t}" for t in ("base", "temporal", "mbase", "env")))
        + groups(v, parts) for v in ("v30", "v31"))
    write("digests_v3.h", "Digests of every state of v3.0 and v3.1.",
          "DIGESTS_V3_H", body)
    macro = rows("v4_macrovector.csv")
    lines = "".join(f'  {{"{r["macrovector"]}", {digest(r)}}},\n'
                    for r in macro)
    body = (whole("v4", "v4_base_only", "v4_base_threat")
            + few("v4_few", "v4.bin.xz", FEW_V4) + groups("v4", ["", "base"]) + "#ifndef T_REDUCED\n"
            "static const struct {\n  char name[7];\n  struct digest digest;\n"
            f"}} v4_macrovectors[] = {{\n{lines}}};\n#endif\n")
    write("digests_v4.h", "Digests of every state of v4.0.", "DIGESTS_V4_H",
          body)


def tenths(text):
    whole, part = text.split(".")
    return int(whole) * 10 + int(part)


def sample_v3(r):
    return (f'  {{"{r["vector"]}", {tenths(r["base"])}, '
            f'{tenths(r["temporal"])}, {tenths(r["environmental"])}}},\n')


def sample_v4(r):
    return (f'  {{"{r["vector"]}", "{r["macrovector"]}", '
            f'{tenths(r["score"])}}},\n')


def write_samples(version, kind, row):
    lines = [row(r) for r in rows(f"samples_{version}.csv")]
    body = (f"static const struct {kind} {version}_samples[] = {{\n"
            + "".join(lines[:FEW]) + "#ifndef T_REDUCED\n"
            + "".join(lines[FEW:]) + "#endif\n};\n")
    write(f"samples_{version}.h", f"Sample vectors of {version} and scores.",
          f"SAMPLES_{version.upper()}_H", body)


def write_subscores():
    lines = "".join(
        f'  {{{r["version"]}, SECRISK_SCORE_{r["kind"].upper()}, '
        f'"{r["metrics"]}", {r["half_up_x10"]}}},\n'
        for r in rows("subscores.csv"))
    write("subscores.h", "Impact and Exploitability of v2.0 and v3.",
          "SUBSCORES_H", "static const struct subscore subscores[] = {\n"
          + lines + "};\n")


def write_changed_impacts():
    """Tenths of the Changed-scope Impact, for each product of three factors."""
    half_up = lambda e7: max((int(e7) + 500000) // 1000000, 0)  # noqa: E731
    lines = ""
    for r in rows("v3_changed_impact.csv"):
        factors = ", ".join(next(v for k, v in r.items()
                                 if k.startswith("levels")).split())
        v30, v31 = (half_up(r[f"impact{v}_x1e7_rounded"]) for v in (30, 31))
        lines += f"  {{{{{factors}}}, {v30}, {v31}}},\n"
    write("changed_impacts.h", "Modified Impact of v3 with Scope Changed.",
          "CHANGED_IMPACTS_H", "static const struct changed_impact "
          "changed_impacts[] = {\n" + lines + "};\n")


def write_ranges():
    """Each eighth of the partial vectors, with its lowest and highest score."""
    lines = "".join(
        f'  {{"{r["vector"]}", {tenths(r["low"])}, {tenths(r["high"])}}},\n'
        for r in rows("range.csv")[::8])
    write("ranges.h", "Partial vectors and the bounds of their scores.",
          "RANGES_H", "static const struct range ranges[] = {\n"
          + lines + "};\n")


if __name__ == "__main__":
    write_digests()
    for version in ("v2", "v30", "v31"):
        write_samples(version, "sample", sample_v3)
    write_samples("v4", "sample_v4", sample_v4)
    write_subscores()
    write_changed_impacts()
    write_ranges()
