#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""generate.py SAY OUT: writes the conformance suite into OUT.

SAY is the program of say.c: it scores with the library, and stops unless the
reference of fuzz/ gives the same.  This script chooses the vectors, compares
2.0 and 3.x with equations in fractions, and makes what is not valid itself, so
that it knows each reason and offset from how it made the text."""

import json
import random
import subprocess
import sys
from pathlib import Path

from metrics import (BASE, METRICS, PREFIX, F, binary, binary_ceiling,
                     half_even, half_up, v2, v3)
from texts import finds, invalid_dread, invalids, ratings

SAY, OUT = sys.argv[1], Path(sys.argv[2])
WANTED = 2000
rng = random.Random(18)


def say(mode, texts):
    out = subprocess.run([SAY, mode], input="\n".join(texts) + "\n", text=True,
                         capture_output=True)
    if out.returncode != 0:
        sys.exit(out.stderr.strip())
    return [line.split("\t") for line in out.stdout.splitlines()]


def write(name, lines):
    (OUT / name).write_text("".join(
        json.dumps(line, separators=(",", ":")) + "\n" for line in lines))


# --- Vectors ------------------------------------------------------------------

def text_of(version, m, explicit=False):
    """The text; a Not Defined metric is left out unless `explicit`.  In 2.0 a
    group is whole or not there."""
    names = list(METRICS[version])
    base = names[:BASE[version]]
    if version == "2.0":
        groups = [names[6:9], names[9:14]]
        kept = base + [k for g in groups for k in g
                       if explicit or any(m[k] != "ND" for k in g)]
    else:
        kept = base + [k for k in names[len(base):]
                       if explicit or m[k] != "X"]
    return PREFIX[version] + "/".join(f"{k}:{m[k]}" for k in kept)


def draw(version):
    """A random vector: whole groups and single metrics are left out often."""
    names = list(METRICS[version])
    share = rng.choice((0, 0.15, 0.5, 0.9))
    return {k: METRICS[version][k][0]
            if i >= BASE[version] and rng.random() >= share
            else rng.choice(METRICS[version][k]) for i, k in enumerate(names)}


def plain(version, digits):
    names = list(METRICS[version])
    m = {k: METRICS[version][k][0] for k in names}
    m.update(zip(names, digits))
    return m


def every_base(version):
    names = list(METRICS[version])[:BASE[version]]
    states = [()]
    for k in names:
        states = [s + (v,) for s in states for v in METRICS[version][k]]
    return [plain(version, s) for s in states]


def tenths(scores):
    return [max(round(s * 10), 0) for s in scores]


def classes_v2(m):
    seen, found = [], []
    exact = v2(m, seen=seen)
    for what, x in seen:
        if (x * 10) % 1 == F(1, 2):
            found.append("tie: " + what)
    if exact[2] < 0:
        found.append("negative environmental score")
    others = {
        "rounds half to even": v2(m, half_even, half_even),
        "rounds nothing before the last step": v2(m, F, half_up),
        "reckons in doubles": v2(m, binary, binary, num=float),
        "sees an adjusted base below 0 as 0":
            v2(m, lambda x: half_up(max(x, F(0))))}
    for name, scores in others.items():
        if tenths(scores) != tenths(exact):
            found.append("differs if one " + name)
    return [max(s, F(0)) for s in exact], found


def classes_v3(version, m):
    exact, found = v3(version, m), []
    other = v3("3.1" if version == "3.0" else "3.0", m)
    if tenths(v3(version, m, binary_ceiling, float)) != tenths(exact):
        found.append("differs if one takes the ceiling of a double")
    if other != exact:
        found.append("differs between 3.0 and 3.1")
    if m["MS"] not in ("X", m["S"]):
        found.append("modified scope")
        if v3(version, dict(m, MS="X")) != exact:
            found.append("differs if one leaves out MS")
    optional = list(METRICS[version])[11:]
    if all(m[k] == "X" for k in optional) and exact[2] != exact[1]:
        found.append("differs if one takes the environmental formula")
    return exact, found


def classes_v4(m, raw):
    found = []
    if abs(raw * 10 % 1 - 0.5) < 1e-7:
        found.append("tie")
    if "S" in (m["MSI"], m["MSA"]):
        found.append("safety")
        if m["VC"] == m["VI"] == m["VA"] == m["SC"] == m["SI"] == m["SA"] == "N":
            found.append("safety over no impact")
    if any(m[k] != "X" for k in list(METRICS["4.0"])[26:]):
        found.append("supplemental")
    return found


def candidates(version):
    """Vectors to choose from, each with its classes."""
    pool = every_base(version)
    if version == "2.0":
        pool += [draw(version) for _ in range(6000)]
        for _ in range(1500):  # an adjusted base below 0
            pool.append(dict(draw(version), AV="L", AC="H", Au="M", C="P",
                             I="N", A="N", CR="L", CDP="N",
                             TD=rng.choice("HM")))
        return [(m,) + classes_v2(m) for m in pool]
    if version != "4.0":
        for m in rng.sample(pool, 400):  # what 3.0's ceilings stumble over
            pool.append(dict(m, RC="U"))
        pool += [draw(version) for _ in range(6000)]
        return [(m,) + classes_v3(version, m) for m in pool]
    pool += [draw(version) for _ in range(8000)]
    for _ in range(12000):  # the rarest MacroVectors too
        m = draw(version)
        for names, worst in (("AV PR UI", "NNN"), ("AC AT", "LN"),
                             ("VC VI", "HH"), ("E", rng.choice("APU")),
                             ("VC VI VA SC", rng.choice(("NNNN", "LLNL"))),
                             ("CR IR AR", rng.choice("ML") * 3)):
            if rng.random() < 0.4:
                m.update(zip(names.split(), worst))
        m.update({k: "X" for k in m if k[0] == "M"})
        m["MSI"] = rng.choice("SXX")
        pool.append(m)
    for _ in range(1000):
        m = draw(version)
        m.update(VC="N", VI="N", VA="N", SC="N", SI="N", SA="N",
                 MSI=rng.choice("SX"), MSA="S")
        pool.append(m)
    said = say("valid", [text_of(version, m) for m in pool])
    chosen = []
    for m, line in zip(pool, said):
        found = classes_v4(m, float(line[12]))
        if "tie" in found and "CVSS-B" == line[10]:
            found = ["tie: Base metrics alone"] + found
        chosen.append((m, None, found, line[11]))
    return chosen


def choose(version):
    """At least WANTED vectors: of every class many, every MacroVector, every
    value, every 2.0 Base vector, and others at random."""
    pool = candidates(version)
    counts, chosen, texts = {}, [], set()
    caps = {"tie: Base metrics alone": 1200}

    def take(entry):
        text = text_of(version, entry[0])
        if text not in texts:
            texts.add(text)
            chosen.append(entry)

    rng.shuffle(pool)
    for entry in pool:
        keys = [(c, caps.get(c, 110)) for c in entry[2]]
        keys += [(f"{k}:{v}", 6) for k, v in entry[0].items()]
        keys += [(mv, 3) for mv in entry[3:]]
        if version == "2.0" and all(
                entry[0][k] == "ND" for k in list(entry[0])[6:]):
            keys.append(("base", 729))
        if any(counts.get(k, 0) < cap for k, cap in keys):
            for k, _ in keys:
                counts[k] = counts.get(k, 0) + 1
            take(entry)
    for entry in pool:
        if len(chosen) >= WANTED:
            break
        take(entry)
    for k, values in METRICS[version].items():
        for v in values:
            assert counts[f"{k}:{v}"] >= 3, f"{version}: too few of {k}:{v}"
    if version == "4.0":
        found = {entry[3] for entry in chosen}
        assert len(found) == 270, f"{len(found)} MacroVectors of 270"
    return chosen


def line_of(version, text, said, found):
    def number(x):
        return int(x) / 10
    line = {"version": version, "vector": text, "canonical": said[0],
            "overall": number(said[1]), "B": number(said[2]),
            "BT": number(said[3]), "BE": number(said[4]),
            "BTE": number(said[5])}
    if version != "4.0":
        line.update(impact=number(said[6]), exploitability=number(said[7]),
                    modifiedImpact=number(said[8]))
    line.update(severity=said[9], nomenclature=said[10])
    if version == "4.0":
        line["macrovector"] = said[11]
    line["class"] = found
    return line


def valid(version):
    chosen = choose(version)
    chosen.sort(key=lambda entry: text_of(version, entry[0]))
    texts = []
    for i, entry in enumerate(chosen):
        text, found = text_of(version, entry[0], i % 9 == 0), list(entry[2])
        if i % 9 == 0:
            found.append("Not Defined is written")
        if i % 7 == 0 and version in ("3.0", "3.1"):
            parts = text.split("/")[1:]
            rng.shuffle(parts)
            text = PREFIX[version] + "/".join(parts)
            found.append("any order")
        texts.append((text, found))
    said = say("valid", [t for t, _ in texts])
    lines = []
    for entry, (text, found), out in zip(chosen, texts, said):
        if entry[1] is not None:  # the third opinion
            assert [F(int(out[i]), 10) for i in (2, 3, 5)] == list(entry[1]), \
                f"{text}: library {out[2:6]}, fractions {entry[1]}"
        lines.append(line_of(version, text, out, found))
    return lines


# --- The files ------------------------------------------------------------------

everything = {version: valid(version) for version in METRICS}
for version, lines in everything.items():
    write(f"valid-{version}.jsonl", lines)
write("invalid.jsonl", invalids(rng, {v: [line["canonical"] for line in lines]
                                      for v, lines in everything.items()}))
objects = []
for version, lines in everything.items():
    texts = [line["vector"] for line in rng.sample(lines, 75)]
    objects += [{"version": version, "vector": t, "object": json.loads(o[13])}
                for t, o in zip(texts, say("json", texts))]
write("json.jsonl", objects)
write("find.jsonl", finds(rng, [line for lines in everything.values()
                                for line in rng.sample(lines, 40)]))
texts = ratings(rng)
dread = []
for text, (scheme, n, of, tenths, level) in zip(texts, say("dread", texts)):
    line = {"text": text, "scheme": scheme, "numerator": int(n),
            "denominator": int(of), "mean": int(tenths) / 10}
    if level:
        line["level"] = level
    dread.append(line)
write("dread.jsonl", dread + invalid_dread())
