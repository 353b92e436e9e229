# SPDX-License-Identifier: MIT
"""The generator refuses help texts that are missing, too many or no sentence.

    python3 test_help_texts.py ROOT"""
import copy
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(sys.argv[1]) / "tools"))

import tables_help  # noqa: E402


def metric(version, abbr, text):
    """Another sentence for a metric; none for None."""
    def change(texts, _):
        values = texts[version].pop(abbr)[1]
        if text is not None:
            texts[version][abbr] = (text, values)
    return change


def value(version, abbr, key, text):
    """Another sentence for a value; none for None."""
    def change(texts, _):
        own, values = texts[version][abbr]
        values = {k: v for k, v in values.items() if k != key}
        if text is not None:
            values[key] = text
        texts[version][abbr] = (own, values)
    return change


def unknown_metric(texts, _):
    texts["V3"]["AT"] = texts["V4"]["AT"]


def unsaid_safety(texts, _):
    del texts["V4"]["MSI"]["S"]


def late_section(_, sections):
    sections["V3"][0] = ("AC", *sections["V3"][0][1:])


def unknown_section(_, sections):
    sections["V2"][1] = ("VC", *sections["V2"][1][1:])


NOT_ONE = "has a help text that is not one sentence with a full stop"
ROWS = [
    (metric("V2", "Au", None), "Au of V2, value N, has no help text"),
    (metric("V4", "AT", ""), "AT of V4 has no help text"),
    (metric("V3", "S", "What it is"), f"S of V3 {NOT_ONE}"),
    (metric("V3", "S", "One. Two."), f"S of V3 {NOT_ONE}"),
    (metric("V3", "S", "what it is."), "S of V3 has a help text without a "
     "capital"),
    (metric("V3", "S", "Caf\xe9."), "S of V3 has a help text that is not "
     "ASCII"),
    (metric("V3", "S", "A" * 140 + "."), "S of V3 has a help text above 140 "
     "bytes"),
    (value("V2", "TD", "M", None), "TD of V2, value M, has no help text"),
    (value("V3", "AV", "X", "Any."), "AV of V3 has no value X"),
    (value("V4", "R", "U", "The system recovers its services by itself."),
     "R of V4 has two values with the same help text"),
    (value("V4", "E", "U", "The metric is not rated and counts as Attacked."),
     "E of V4 has two values with the same help text"),
    (unknown_metric, "V3 has no metric AT"),
    (unsaid_safety, "MSI of V4, value S, has no help text"),
    (late_section, "no section for AV of V3"),
    (unknown_section, "a section of V2 begins with VC, out of order or "
     "unknown"),
]


def said(change):
    """What the generator ends with after a change; None if it does not."""
    kept = copy.deepcopy((tables_help.HELP, tables_help.SECTIONS))
    change(tables_help.HELP, tables_help.SECTIONS)
    try:
        tables_help.help_data()
        tables_help.sections_data()
        return None
    except SystemExit as end:
        return end.code
    finally:
        tables_help.HELP, tables_help.SECTIONS = kept


def main():
    print(f"1..{len(ROWS) + 1}")
    failed = said(lambda *_: None) is not None
    print(f"{'not ok' if failed else 'ok'} 1 - the texts as they are")
    for number, (change, why) in enumerate(ROWS, 2):
        got, want = said(change), f"tools/help_texts.py: {why}"
        if got != want:
            print(f"# {got}, expected {want}")
            failed = True
        print(f"{'ok' if got == want else 'not ok'} {number} - {why}")
    return 1 if failed else 0


sys.exit(main())
