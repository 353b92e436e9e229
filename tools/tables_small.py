# SPDX-License-Identifier: MIT
"""Weights, MacroVector scores and distances."""

import itertools
import math
import os
from fractions import Fraction as F

import standard
from tables_common import HEAD, HERE, integer, table


def v2_data():
    s = standard
    out = HEAD % "Weights of CVSS v2.0 (guide 3.2)."
    weight = lambda vals, scale: [integer(v[3], scale) for v in vals]  # noqa
    out += table("av_e3", "uint16_t", weight(s.V2_AV, 1000), "Access Vector")
    out += table("ac_e2", "uint8_t", weight(s.V2_AC, 100), "Access Complexity")
    out += table("au_e3", "uint16_t", weight(s.V2_AU, 1000), "Authentication")
    rest = [integer((1 - c[3] * r[3]) * 40000, 1)
            for c in s.V2_CIA for r in s.V2_REQ]
    out += table("rest_40000", "uint16_t", rest,
                 "1 - impact * requirement: [C P N][H M L], times 40000")
    for name, vals in (("e", s.V2_E), ("rl", s.V2_RL), ("rc", s.V2_RC)):
        out += table(f"{name}_e2", "uint8_t", weight(vals, 100),
                     "Temporal: " + " ".join(v[0] for v in vals))
    out += table("cdp_e1", "uint8_t", weight(s.V2_CDP, 10),
                 "Collateral Damage Potential")
    out += table("td_4", "uint8_t", weight(s.V2_TD, 4),
                 "Target Distribution, times 4")
    return out


def v3_data():
    """One table of weights.  A metric's place is its ordinal; that of PR has 3
    * Scope added, that of C, I and A is 3 * impact + requirement."""
    s = standard
    out = HEAD % "Weights of CVSS v3.0 and v3.1 (specification 7.4)."
    weight = lambda vals: [integer(v[3], 100) for v in vals]  # noqa
    rows = {
        "AV": weight(s.V3_AV), "AC": weight(s.V3_AC),
        "PR": [integer(v[3][c], 100) for c in (0, 1) for v in s.V3_PR],
        "UI": weight(s.V3_UI),
        "CIA": [integer(max(1 - c[3] * r[3], F(0)), 100)
                for c in s.V3_CIA for r in s.V3_REQ],
        "E": weight(s.V3_E), "RL": weight(s.V3_RL), "RC": weight(s.V3_RC)}
    place = {}
    weights = []
    for name, row in rows.items():
        place[name] = len(weights) - (3 if name in ("PR", "CIA") else 0)
        weights += row
    place |= {"S": 0, **{name: place["CIA"] for name in "CIA"}}
    # Ordinals begin with 1: so do the weights.
    out += table("weights_e2", "uint8_t", [0] + weights,
                 "From 1: AV; AC; PR [Scope U C]; UI; 1 - impact * requirement"
                 " [H L N][H M L]; E; RL; RC")
    out += table("row", "uint8_t", [place[m[0]] for m in s.V3[:11]],
                 "Of each metric up to RC: where in weights_e2 place 0 is")
    return out


# --- v4.0 -----------------------------------------------------------------------

V4_VALUES = {m[0]: [v[0] for v in m[4]] for m in standard.V4}
EQ36 = ["00", "01", "10", "11", "21"]


def v4_level(metric, value):
    """Steps below the most severe value; Safety is above High."""
    if metric in ("SC", "SI", "SA"):
        return {"S": 0, "H": 1, "L": 2, "N": 3}[value]
    return V4_VALUES[metric].index(value)


def v4_eq(eq, s):
    """The level of equivalence class eq for a state (specification 8.2)."""
    if eq == 1:
        n = [s["AV"] == "N", s["PR"] == "N", s["UI"] == "N"]
        if all(n):
            return 0
        return 1 if any(n) and s["AV"] != "P" else 2
    if eq == 2:
        return 0 if s["AC"] == "L" and s["AT"] == "N" else 1
    if eq == 4:
        if "S" in (s["SI"], s["SA"]):
            return 0
        return 1 if "H" in (s["SC"], s["SI"], s["SA"]) else 2
    eq3 = (0 if s["VC"] == s["VI"] == "H" else
           1 if "H" in (s["VC"], s["VI"], s["VA"]) else 2)
    eq6 = 0 if any(s[r] == "H" and s[v] == "H" for r, v in (
        ("CR", "VC"), ("IR", "VI"), ("AR", "VA"))) else 1
    return EQ36.index(f"{eq3}{eq6}")


EQ_METRICS = {1: ["AV", "PR", "UI"], 2: ["AC", "AT"],
              36: ["VC", "VI", "VA", "CR", "IR", "AR"],
              4: ["SC", "SI", "SA"]}


def v4_class(eq):
    """For each level of eq: (sum of levels of its highest vectors, depth)."""
    highest = standard.V4_HIGHEST[eq]
    highest = [highest[k] for k in EQ36] if eq == 36 else highest
    tops = [[dict(p.split(":") for p in text.split("/")) for text in level]
            for level in highest]
    names = EQ_METRICS[eq]
    values = [V4_VALUES[n] + (["S"] if n in ("SI", "SA") else [])
              for n in names]
    depth = [0] * len(tops)
    total = []
    for level in tops:
        sums = {sum(v4_level(n, t[n]) for n in names) for t in level}
        assert len(sums) == 1, "highest vectors differ in their sum of levels"
        total.append(sums.pop())
    for combo in itertools.product(*values):
        state = dict(zip(names, combo))
        level = v4_eq(eq, state)
        own = sum(v4_level(n, state[n]) for n in names)
        near = [t for t in tops[level] if all(
            v4_level(n, state[n]) >= v4_level(n, t[n]) for n in names)]
        assert near, "no highest vector above a state"
        depth[level] = max(depth[level], own - total[level] + 1)
    return total, depth


def v4_data():
    standard.load_lookup(os.path.join(HERE, "v4_macrovector_scores.csv"))
    out = HEAD % "MacroVector scores and distances of CVSS v4.0 (section 8)."
    cells = [integer(standard.V4_LOOKUP[f"{a}{b}{c[0]}{d}{e}{c[1]}"], 10)
             for a in range(3) for b in range(2) for c in EQ36
             for d in range(3) for e in range(3)]
    out += table("scores", "uint8_t", cells,
                 "[EQ1][EQ2][EQ3 and EQ6][EQ4][EQ5], in tenths")
    classes = {eq: v4_class(eq) for eq in EQ_METRICS}
    # How far the scores of the next lower levels are; 0: there is none.
    nexts = {1: [90, 90, 0], 36: [9, 18, 9, 9, 0], 4: [3, 3, 0]}
    others = {36: [18, 18, 9, 9, 0]}
    depths = [d for eq, row in nexts.items()
              for d, n in zip(classes[eq][1], row) if n and d > 1]
    steps = math.lcm(*depths)
    out += f"#define STEPS {steps} /* common multiple of the depths */\n"
    rows = []
    for eq, row in nexts.items():
        if rows:
            out += f"#define CLASS_{eq} {len(rows)} /* its first place below */\n"
        rows += [
            f"{{{near}, {far}, {top}, "
            f"{steps // depth if near and depth > 1 else 0}}}"
            for near, far, top, depth in zip(
                row, others.get(eq, row), *classes[eq])]
    out += ("/* Towards the lower level: places on in scores (36's 00 has two "
            "to choose\n * from, 0: none); sum of levels of the highest "
            "vectors; STEPS / depth, what\n * a level is worth (0 where "
            "nothing is lower or the depth is 1). */\n"
            "static const struct step {\n"
            "  uint8_t next, other, top, worth;\n} downward[] = {\n"
            + "".join(f"  {row},\n" for row in rows) + "};\n")
    return out
