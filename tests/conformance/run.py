#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run.py FILE...: Red Hat's Python library `cvss` on the conformance suite."""

import collections
import json
import sys

try:
    import cvss
except ImportError:
    sys.exit("run.py: there is no module cvss (pip install cvss)")

READERS = {"2.0": cvss.CVSS2, "3.0": cvss.CVSS3, "3.1": cvss.CVSS3,
           "4.0": cvss.CVSS4}
counts = collections.defaultdict(collections.Counter)

for name in sys.argv[1:]:
    for text in open(name, encoding="utf-8"):
        line = json.loads(text)
        count = counts[line["version"]]
        count["lines"] += 1
        valid = "vector" in line
        try:
            read = READERS[line["version"]](
                line["vector"] if valid else line["text"])
            scores = [None if s is None else float(s) for s in read.scores()]
        except cvss.exceptions.CVSSError:
            scores = None
        if (scores is not None) != valid:
            count["verdicts wrong"] += 1
            count["  verdict: " + (line["reason"] + ", " + line["class"]
                                   if not valid else "refused")] += 1
        elif valid:
            # Base, Temporal, Environmental, as far as they are given; 4.0 has
            # one score.
            keys = ["overall"] if line["version"] == "4.0" else (
                ["B", "BT", "BTE"])
            if any(s is not None and abs(s - line[k]) > 1e-9
                   for s, k in zip(scores, keys)):
                count["scores wrong"] += 1
                for k in line["class"] or ["no class"]:
                    count["  score: " + k] += 1

for version, count in sorted(counts.items()):
    print(f"{version}: {count['lines']} lines, {count['verdicts wrong']} "
          f"verdicts wrong, {count['scores wrong']} scores wrong")
    for k in sorted(count):
        if k.startswith("  "):
            print(f"{k}: {count[k]}")
