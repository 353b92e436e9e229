#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write every table of lib/ and include/secrisk/cvss_metrics.h from the
standards' own numbers (tools/standard.py), in exact arithmetic.

    tools/generate.py           write the files
    tools/generate.py --check   compare only; exit 1 if one differs
"""

import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, HERE)

import limits  # noqa: E402
import standard  # noqa: E402
from tables_fast_text import (base_data, groups_data, json_data,  # noqa: E402
                              predict_data, resolve_data, search_data,
                              valid_data, written_data)
from tables_help import help_data, sections_data  # noqa: E402
from tables_cvss import (constants, first_data, layouts_data,  # noqa: E402
                         metrics_data, names_data, words_data)
from tables_dread import bands_data, schemes_data  # noqa: E402
from tables_dread import names_data as dread_names_data  # noqa: E402
from tables_small import v2_data, v3_data, v4_data  # noqa: E402
from tables_fast_score import v2_words, v3_words, v4_words

def longest():
    """The longest canonical text, for SECRISK_CVSS_TEXT_SIZE."""
    best = 0
    for version, metrics, undefined, *_ in standard.VERSIONS:
        n = 0 if version == "V2" else len("CVSS:3.1/")
        n += sum(len(m[0]) + 2 + max(len(v[0]) for v in m[4])
                 for m in metrics) - 1
        best = max(best, n)
    return best


def check_limits():
    limits.check_rows(standard.VERSIONS)
    for row in standard.VERSIONS:
        limits.check_version(row)
    if longest() > 256 - 8:  # lib/cvss_fast/format.h stores eight bytes
        limits.refuse("a version", "has a text that leaves less than eight "
                      "bytes of SECRISK_CVSS_TEXT_SIZE")
    limits.check_schemes(standard.DREAD)
    with open(os.path.join(ROOT, "include/secrisk/dread.h"),
              encoding="ascii") as f:
        limits.check_header(standard.DREAD, f.read())


def main():
    check_limits()
    files = {
        "include/secrisk/cvss_metrics.h": constants(),
        "lib/tables/metrics.h": metrics_data(),
        "lib/tables/first.h": first_data(),
        "lib/tables/layouts.h": layouts_data(),
        "lib/tables/longest.h": words_data(),
        "lib/tables/bands.h": bands_data(),
        "lib/tables/dread_schemes.h": schemes_data(),
        "lib/tables/dread_names.h": dread_names_data(),
        "lib/tables/predict.h": predict_data(),
        "lib/tables/search.h": search_data(),
        "lib/tables/valid.h": valid_data(),
        "lib/tables/groups.h": groups_data(),
        "lib/tables/resolve.h": resolve_data(),
        "lib/tables/written.h": written_data(),
        "lib/tables/json_written.h": json_data(),
        "lib/tables/v2_base.h": base_data("V2"),
        "lib/tables/v3_base.h": base_data("V3"),
        "lib/tables/names.h": names_data(
            1, "Not Defined", "Full names of metrics and values."),
        "lib/tables/json_names.h": names_data(
            2, "NOT_DEFINED", "Names of metrics and values in FIRST's JSON."),
        "lib/tables/help.h": help_data(),
        "lib/tables/sections.h": sections_data(),
        "lib/tables/v2.h": v2_data(),
        "lib/tables/v3.h": v3_data(),
        "lib/tables/v4.h": v4_data(),
        "lib/tables/v2_words.h": v2_words(),
        "lib/tables/v3_words.h": v3_words(),
        "lib/tables/v4_words.h": v4_words(),
    }
    bad = 0
    for name, text in files.items():
        path = os.path.join(ROOT, name)
        try:
            with open(path, encoding="ascii") as f:
                old = f.read()
        except FileNotFoundError:
            old = None
        if old == text:
            continue
        if "--check" in sys.argv[1:]:
            print(f"{name} differs from what tools/generate.py makes")
            bad = 1
        else:
            with open(path, "w", encoding="ascii") as f:
                f.write(text)
            print(f"wrote {name}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
