# SPDX-License-Identifier: MIT
"""Scores from whole words of a vector: index weights and what they lead to."""

import itertools
import math
from fractions import Fraction as F

import standard
from tables_common import HEAD, integer, table
from tables_small import (EQ36, EQ_METRICS, V4_VALUES, v4_class, v4_eq,
                           v4_level)


def names_of(version):
    return [m[0] for m in dict((v, m) for v, m, *_ in standard.VERSIONS)[version]]


LARGEST = 7  # what a metric's byte holds at most


def check_lanes(weights, first):
    """No 16-bit lane of the products in secrisk__lanes carries into the next,
    the first byte of the word being at most first."""
    most = [first] + [LARGEST] * 7
    for lane in range(4):
        # Byte 2i or 2i+1 meets the weight of byte 2j or 2j+1 in lane i + 3 - j.
        total = sum(most[2 * i + odd] * weights[2 * (i + 3 - lane) + odd]
                    for odd in (0, 1) for i in range(lane + 1))
        assert total < 2**16, (weights, lane, total)


def index(version, name, sizes):
    """The weights that make an index of metrics: {metric: its values}, the
    first most significant.  secrisk__lanes in lib/cvss_fast/resolve.h draws
    how a word's even and odd bytes meet these weights."""
    weights, place, least = {}, 1, 0
    for metric in reversed(sizes):
        weights[metric] = place
        least += place
        place *= sizes[metric]
    row = [0] + [weights.pop(m, 0) for m in names_of(version)[:15]]
    row += [0] * (16 - len(row))
    assert not weights, weights
    out = f"#define {name}_LEAST {least}u /* of {place} */\n"
    for i in range(2):
        check_lanes(row[8 * i:8 * i + 8], 40 if i == 0 else LARGEST)
        for j, parity in enumerate(("EVEN", "ODD")):
            lanes = row[8 * i + j:8 * i + 8:2]
            value = sum(w << (48 - 16 * n) for n, w in enumerate(lanes))
            if value:
                out += f"#define {name}_{parity}{i} 0x{value:016x}u\n"
    return out


def sizes(version, names):
    metrics = dict((v, m) for v, m, *_ in standard.VERSIONS)[version]
    count = {m[0]: len(m[4]) for m in metrics}
    return {n: count[n] for n in names}


def v2_words():
    return (HEAD % "Where a Base score stands, by whole words."
            + index("V2", "BASE", sizes("V2", names_of("V2")[:6])))


# --- v3 -------------------------------------------------------------------------

def v3_impact(iss, formula):
    """Impact and Modified Impact; formula: Scope U, then C of v3.0 and v3.1."""
    if formula == 0:
        return F("6.42") * iss
    power = ((iss - F("0.02")) ** 15 if formula == 1
             else (iss * F("0.9731") - F("0.02")) ** 13)
    return max(F(0), F("7.52") * (iss - F("0.029")) - F("3.25") * power)


def v3_sum(impact, exploitability, changed):
    """In tenths, rounded up."""
    if impact == 0:
        return 0
    total = (impact + exploitability) * (F("1.08") if changed else 1)
    return math.ceil(min(total, F(10)) * 10)


def v3_check(iss, impacts, exploits, exact):
    """What lib/cvss_fast/v3_fast.c makes of the tables is what the equations
    say."""
    for f in range(3):
        for n, x in enumerate(iss):
            for (scope, e), e7 in zip(exact, exploits):
                if scope != (f > 0):
                    continue
                total = impacts[f * len(iss) + n] + e7
                total += total * 2 // 25 if scope else 0
                total = min(total, 10**8)
                got = (total + 999999) // 10**6 if x else 0
                assert got == v3_sum(v3_impact(x, f), e, scope), (f, x, e)


def v3_words():
    s = standard
    out = HEAD % "Scores of CVSS v3.0 and v3.1 by whole words, for speed."
    parts = [max(1 - c[3] * r[3], F(0)) for c in s.V3_CIA for r in s.V3_REQ]
    all_iss = [min(1 - a * b * c, F("0.915"))
               for a, b, c in itertools.product(parts, repeat=3)]
    iss = sorted(set(all_iss))
    impacts = [math.floor(v3_impact(x, f) * 10**7) for f in range(3)
               for x in iss]
    exact = [(sc[0] == "C", F("8.22") * av[3] * ac[3] * pr[3][sc[0] == "C"]
              * ui[3])
             for av, ac, pr, ui, sc in itertools.product(
                 s.V3_AV, s.V3_AC, s.V3_PR, s.V3_UI, s.V3_S)]
    exploits = [math.ceil(e * 10**7) for _, e in exact]
    v3_check(iss, impacts, exploits, exact)
    out += index("V3", "BASE", sizes("V3", names_of("V3")[:8]))
    out += index("V3", "ISS", sizes("V3", ["C", "CR", "I", "IR", "A", "AR"]))
    out += index("V3", "EXPLOIT", sizes("V3", ["AV", "AC", "PR", "UI", "S"]))
    out += index("V3", "TEMPORAL", sizes("V3", ["E", "RL", "RC"]))
    out += table("iss_number", "uint8_t", [iss.index(x) for x in all_iss],
                 "Which ISS: [C][CR][I][IR][A][AR]")
    out += f"#define ISS_COUNT {len(iss)}\n"
    out += table("impacts_e7", "uint32_t", impacts, "Impact: [Scope U, Scope C,"
                 " Modified Scope C of v3.1][ISS]")
    out += table("exploits_e7", "uint32_t", exploits,
                 "Exploitability: [AV][AC][PR][UI][S]")
    out += table("temporal_e6", "uint32_t", [
        integer(e[3] * rl[3] * rc[3], 10**6) for e, rl, rc in
        itertools.product(s.V3_E, s.V3_RL, s.V3_RC)], "[E][RL][RC]")
    return out


# --- v4 -------------------------------------------------------------------------

BITS = 20  # of a tenth's fraction
STEP1, STEP36, STEP4, NONE = 9, 13, 17, 22  # bits of a class's table entries


def v4_states(names):
    values = [V4_VALUES[n] + (["S"] if n in ("SI", "SA") else [])
              for n in names]
    return (dict(zip(names, c)) for c in itertools.product(*values))


def v4_distance(classes, eq, state):
    own = sum(v4_level(n, state[n]) for n in EQ_METRICS[eq])
    return own - classes[eq][0][v4_eq(eq, state)]


def v4_drops(scores, cell):
    """By class with distances: tenths down to the next lower level."""
    e1, e2, e36, e4, e5 = cell
    down = {
        1: [(e1 + 1, e2, e36, e4, e5)] if e1 < 2 else [],
        2: [(e1, 1, e36, e4, e5)] if e2 < 1 else [],
        36: [(e1, e2, to, e4, e5) for to in {0: [1, 2], 1: [3], 2: [3], 3: [4],
                                             4: []}[e36]],
        4: [(e1, e2, e36, e4 + 1, e5)] if e4 < 2 else [],
        5: [(e1, e2, e36, e4, e5 + 1)] if e5 < 2 else [],
    }
    return {eq: min(scores[cell] - scores[t] for t in to)
            for eq, to in down.items() if to}


def v4_cell(scores, classes, cell):
    """{its score, what a step of EQ1, of EQ3 and EQ6, of EQ4 takes}, checked
    for every distance that there is."""
    drops = v4_drops(scores, cell)
    level = {1: cell[0], 36: cell[2], 4: cell[3]}
    depth = {eq: classes[eq][1][level[eq]] for eq in level}
    worth = {eq: F(drops[eq], depth[eq] * len(drops)) if eq in drops else F(0)
             for eq in level}
    step = {eq: round(w * 2**BITS) for eq, w in worth.items()}
    top = (scores[cell] << BITS) + 2**(BITS - 1) + 50
    for d in itertools.product(*(range(depth[eq]) for eq in level)):
        exact = scores[cell] - sum(n * worth[eq] for n, eq in zip(d, level))
        got = top - sum(n * step[eq] for n, eq in zip(d, level))
        assert got >> BITS == math.floor(exact + F(1, 2)), (cell, d)
    return [top, step[1], step[36], step[4]]


def v4_words():
    out = HEAD % "Scores of CVSS v4.0 by whole words, for speed."
    classes = {eq: v4_class(eq) for eq in EQ_METRICS}
    scores = {(a, b, c, d, e): integer(standard.V4_LOOKUP[
        f"{a}{b}{EQ36[c][0]}{d}{e}{EQ36[c][1]}"], 10)
        for a in range(3) for b in range(2) for c in range(5)
        for d in range(3) for e in range(3)}
    most = max(depth - 1 for eq in (1, 36, 4) for depth in classes[eq][1])
    assert len(scores) <= 2**STEP1 and most < 2**4
    first = ["AV", "AC", "AT", "PR", "UI"]
    last = ["SC", "SI", "SA", "E"]
    out += index("V4", "EQ12", sizes("V4", first))
    out += index("V4", "EQ36", sizes("V4", EQ_METRICS[36]))
    out += index("V4", "EQ45", {"SC": 3, "SI": 4, "SA": 4, "E": 3})
    out += ("/* An entry of part12, one of part36 and one of part45 are added:"
            "\n *\n"
            f" *     bits from {STEP1 - 9}    the cell's place\n"
            f" *               {STEP1}    steps of EQ1\n"
            f" *               {STEP36}   steps of EQ3 and EQ6\n"
            f" *               {STEP4}   steps of EQ4\n"
            f" *               {NONE}   how many of two halves have no impact\n"
            " *\n"
            f" * An entry of part36 and one of part45 have bit {NONE} if their "
            "three impacts are\n"
            f" * None.  Where both have it, the sum has bit {NONE + 1}, which is "
            "NO_IMPACT.  No other\n"
            " * field carries: a cell's place is at most 269, a distance at "
            f"most {most}. */\n"
            f"#define STEP1 {STEP1}\n#define STEP36 {STEP36}\n"
            f"#define STEP4 {STEP4}\n#define NO_IMPACT 0x{2 << NONE:x}u\n"
            f"#define FRACTION {BITS}\n")
    out += table("part12", "uint32_t", [
        v4_eq(1, s) * 90 + v4_eq(2, s) * 45
        + (v4_distance(classes, 1, s) << STEP1)
        for s in v4_states(first)], "[AV][AC][AT][PR][UI]")
    out += table("part36", "uint32_t", [
        v4_eq(36, s) * 9 + (v4_distance(classes, 36, s) << STEP36)
        + ((s["VC"] == s["VI"] == s["VA"] == "N") << NONE)
        for s in v4_states(EQ_METRICS[36])], "[VC][VI][VA][CR][IR][AR]")
    out += table("part45", "uint32_t", [
        v4_eq(4, s) * 3 + "APU".index(s["E"])
        + (v4_distance(classes, 4, s) << STEP4)
        + ((s["SC"] == s["SI"] == s["SA"] == "N") << NONE)
        for s in v4_states(last)], "[SC][SI][SA][E]")
    cells = [n for cell in scores for n in v4_cell(scores, classes, cell)]
    return out + table("cells", "uint32_t", cells,
                       "[EQ1][EQ2][EQ3 and EQ6][EQ4][EQ5]: the score and half a"
                       " tenth; a step of\n   EQ1, of EQ3 and EQ6, of EQ4")
