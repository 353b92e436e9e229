# SPDX-License-Identifier: MIT
"""DREAD's schemes and ratings, and the bands of every system."""

import standard
from tables_common import HEAD

ABBRS = [abbr for abbr, _ in standard.DREAD_RATINGS]


def schemes_data():
    out = (HEAD % "The schemes of DREAD."
           + f"#define FIRST_SCHEME {standard.DREAD[0].number}\n"
           "/* { lowest and highest rating and step, in halves, method, fixed "
           "rating or 255,\n * the ratings as texts have them } */\n"
           "static const struct secrisk__scheme schemes[] = {\n")
    for s in standard.DREAD:
        low, high, step = (int(2 * n) for n in s.scale)
        fixed = ABBRS.index(s.fixed) if s.fixed else 255
        order = ", ".join(str(ABBRS.index(r)) for r in s.order.split())
        out += (f"  {{{low}, {high}, {step}, SECRISK__{s.method}, {fixed}, "
                f"{{{order}}}}}, /* {s.name} */\n")
    return out + "};\n"


def strings(name, words):
    rows = "".join(f'    "{w}\\0"\n' for w in words)
    return f"static const char {name}[] =\n{rows.rstrip()};\n"


def names_data():
    return (HEAD % "The names of DREAD's schemes and ratings."
            + "/* A scheme, then its variant without Discoverability. */\n"
            + strings("names", [n for s in standard.DREAD
                                for n in (s.name, s.name + "-D")])
            + strings("abbrs", ABBRS)
            + strings("ratings", [name for _, name in standard.DREAD_RATINGS]))


def bands(system, rows, source):
    return (f"/* {source} */\n"
            + "".join(f"    {{{system}, {first}, {last}, SECRISK_LEVEL_{level}}},\n"
                      for first, last, level in rows))


def bands_data():
    cvss = [(f"SECRISK_CVSS{n}", v.bands, v.source)
            for v in standard.VERSIONS for n in sorted(set(v.ids))]
    return (HEAD % "The published bands: those of CVSS, then those of DREAD."
            + "const secrisk_band secrisk__bands[] = {\n"
            + "".join(bands(*row) for row in cvss)
            + "#if SECRISK__DREAD\n"
            + "".join(bands(f"SECRISK_DREAD_{s.constant}", s.bands, s.source)
                      for s in standard.DREAD if s.bands)
            + "#endif\n};\n"
            + "const uint8_t secrisk__first_dread_band = "
            + f"{sum(len(rows) for _, rows, _ in cvss)};\n")
