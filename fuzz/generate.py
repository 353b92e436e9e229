#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes what the fuzzers start from out of the tables of tools/standard.py.

fuzz/generate.py          writes the dictionaries, fuzz/*.dict
fuzz/generate.py --check  are they current?
fuzz/generate.py DIR      writes raw seeds, a directory a target, into DIR
"""

import itertools
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "tools"))
import standard  # noqa: E402

PREFIX = {20: "", 30: "CVSS:3.0/", 31: "CVSS:3.1/", 40: "CVSS:4.0/"}
METRICS = {20: standard.V2, 30: standard.V3, 31: standard.V3, 40: standard.V4}
BASE = {20: 6, 30: 8, 31: 8, 40: 11}
NOWHERE = {20: "ND", 30: "X", 31: "X", 40: "X"}


def values(version, i):
    """The abbreviations of a metric, in the order of their ordinals."""
    first = [] if i < BASE[version] else [NOWHERE[version]]
    return first + [v[0] for v in METRICS[version][i][4]]


def text(version, chosen):
    """A vector; chosen holds a value, or None to leave it out, a metric."""
    return PREFIX[version] + "/".join(
        f"{m[0]}:{v}" for m, v in zip(METRICS[version], chosen) if v)


def spread(version, count, optional=True):
    """Vectors that between them hold every value of every metric."""
    for k in range(count):
        chosen = [values(version, i)[k % len(values(version, i))]
                  if i < BASE[version] or optional else None
                  for i in range(len(METRICS[version]))]
        yield text(version, chosen)


def levels(s):
    """EQ1 to EQ6 of a v4.0 state (specification, Tables 24 to 29)."""
    first = [s["AV"] == "N", s["PR"] == "N", s["UI"] == "N"]
    c, i, a = (s[m] == "H" for m in ("VC", "VI", "VA"))
    later = (s["SC"], s["SI"], s["SA"])
    wanted = [s[r] == "H" and s[v] == "H"
              for r, v in (("CR", "VC"), ("IR", "VI"), ("AR", "VA"))]
    return (0 if all(first) else 1 if any(first) and s["AV"] != "P" else 2,
            0 if s["AC"] == "L" and s["AT"] == "N" else 1,
            0 if c and i else 1 if c or i or a else 2,
            0 if "S" in later else 1 if "H" in later else 2,
            "APU".index(s["E"]),
            0 if any(wanted) else 1)


def macrovectors():
    """Two v4.0 vectors of each MacroVector."""
    rng = random.Random(4)
    wanted = {}
    names = [m[0] for m in standard.V4[:15]]
    while len(wanted) < 270 or min(map(len, wanted.values())) < 2:
        state = {n: rng.choice([v[0] for v in m[4]])
                 for n, m in zip(names, standard.V4)}
        for n in ("SI", "SA"):
            if rng.random() < 0.2:
                state[n] = "S"
        key = levels(state)
        if len(wanted.setdefault(key, [])) < 2:
            safe = {n: v if v != "S" else "N" for n, v in state.items()}
            line = text(40, [safe[n] for n in names])
            line += "".join(f"/M{n}:S" for n in ("SI", "SA")
                            if state[n] == "S")
            wanted[key].append(line)
    return sorted(itertools.chain(*wanted.values()))


def wholes(rng, version):
    """A vector with every metric, chosen at random."""
    return text(version, [rng.choice(values(version, i))
                          for i in range(len(METRICS[version]))])


def texts():
    """Texts for the parser: right, lenient and wrong."""
    for version, prefix in PREFIX.items():
        good = list(spread(version, 6)) + list(spread(version, 2, False))
        yield from good
        base = good[-1]
        body = base[len(prefix):]
        yield base.lower()
        yield f" {base}\r\n"
        yield base + "/"
        yield f"({base})"
        yield body
        yield "/".join(base.split("/")[:-1])
        yield prefix + "/".join(reversed(body.split("/")))
        yield base + "/" + body.split("/")[0]
        yield base + "/ZZ:N"
        yield base + "/E:Z"
        yield base + "/E:"
        yield base + "/E"
        yield base + "//"
        yield base + "/E:P"
        yield base + "/CR:M/E:U"
    base = next(spread(20, 1, False))
    yield "CVSS2#" + base
    yield "CVSS:2.0/" + base
    yield from ("CVSS", "CVSS:", "CVSS:3.2/AV:N", "CVSS:3.1", "CVSS:3.1/",
                "()", "(", "/", " ", "A" * 1025, "AV:N/" * 205)


def part_groups():
    """v2.0 vectors with a part of the optional metrics: most are refused."""
    rng = random.Random(2)
    for _ in range(22):
        chosen = [rng.choice(values(20, i)) for i in range(14)]
        for i in range(6, 14):
            chosen[i] = chosen[i] if rng.random() < 0.6 else None
        if rng.random() < 0.7:  # one group alone
            keep = rng.choice((range(6, 9), range(9, 14)))
            chosen[6:] = [c if i + 6 in keep else None
                          for i, c in enumerate(chosen[6:])]
        yield text(20, chosen)


def advisories():
    """Texts for find: vectors in the places where they are met."""
    v2, v30, v31, v40 = (next(spread(v, 1, False)) for v in PREFIX)
    yield f"CVSS v3.1 base score 8.2 ({v31}). See {v40}, {v2}"
    yield f"9.8/{v31}"
    yield f"https://example.org/calculator#{v40}?vector={v2}&x=1"
    yield f'"vectorString":"{v30}","score":7'
    yield f"({v2}) [{v31}] `{v40}`\nid,{v2},7.5,CVSS2#{v2}"
    yield f"{v31}/{v31}/{v2}"
    yield f"xCVSS:3.1/AV:N CVSS:9.9/{v2} CVSS:3.1/AV:N/AC:L/{v2}"
    yield f"{v31}:{v31}/E:P/{v2}/E:U {v31[9:]}".lower()
    yield f"{v31}/E:Z {v40}/AV:N {v2}/ZZZ:N {v30}."


def ordinals(version, k):
    """The bytes of a struct, metric values counted round."""
    counts = [len(values(version, i)) for i in range(len(METRICS[version]))]
    return bytes(k % n + (i < BASE[version]) for i, n in enumerate(counts))


def structs():
    for version in PREFIX:
        for k in range(6):
            body = ordinals(version, k)
            yield bytes([version]) + body + bytes(39 - len(body))
        yield bytes([version]) + b"\xff" * 39
        yield bytes([version]) + bytes(39)
    yield bytes(40)


def choices():
    """What take_vector reads, and more behind it."""
    for n, version in enumerate(PREFIX):
        for k in range(4):
            yield bytes([n]) + bytes([k]) * len(METRICS[version])


def diff_lines():
    rng = random.Random(1)
    for version in PREFIX:
        yield from spread(version, 6)
        yield from (wholes(rng, version) for _ in range(40))


DREAD = {"Howard": "5", "Microsoft": "2", "OWASP": "0", "OpenStack": "10",
         "EC-Council": "7.5", "OP-TEE": "9", "1.0": "3"}


def dread_texts():
    """Every scheme, right and wrong."""
    for name, n in DREAD.items():
        order = "D A R E DI" if name == "1.0" else "D R E A DI"
        pairs = "".join(f"/{m}:{n}" for m in order.split())
        yield f"DREAD:{name}{pairs}"
        yield f"DREAD:{name}-D" + pairs[:pairs.rindex("/")]
        yield f"DREAD:{name}{pairs}/D:{n}"
        yield f"DREAD:{name}/D:11/R:{n}"
        yield f"DREAD:{name}/R:{n}/D:{n}"
    yield from ("DREAD", "DREAD:", "DREAD:X/D:1", "DREAD:OWASP", "DREAD:OWASP/",
                "DREAD:EC-Council/D:0.5/R:10.5", "DREAD:OWASP/D:01/R:", "/")


def risk_records():
    """Bytes for the targets that make records of them."""
    rng = random.Random(62304)
    for k in range(24):
        yield bytes([k]) + rng.randbytes(8 + 24 * (k % 4))
    for k in range(24):
        yield bytes([k]) + bytes(rng.choice((0, 1, 2, 3, 5, 16, 64))
                                 for _ in range(20 + 30 * (k % 5)))


def hostile_records():
    """Bytes that most often lead past the first fault of a call."""
    rng = random.Random(14971)
    for k in range(40):
        yield bytes(rng.choice((0, 1, 2, 3, 4, 5, 10, 40, 100, rng.randrange(224)))
                    for _ in range(120 + 20 * (k % 8)))


def seeds():
    """(target, name, bytes); names in all- are never minimised away."""
    for t in texts():
        yield "parse", "", t.encode()
        yield "diff", "", t.encode()
    for t in itertools.chain(advisories(), texts()):
        yield "find", "", t.encode()
    for s in structs():
        for k in range(13):
            diag = bytes([1, 0, 0, 0] * 3 + [k, s[0], k, 0])
            yield "check", "", s + diag
            yield "json", "", bytes([7, 0]) + s
    for t in dread_texts():
        yield "dread", "", t.encode()
    yield "dread", "all-empty", b""
    yield "dread", "all-too-long", b"D" * 1025
    yield "dread", "all-order", b"DREAD:OP-TEE/D:8/E:6/R:9/A:10/DI:8"
    # Bands 3 to 12, of v3.0 and v3.1, and one of v4.0 that says v3.0 again.
    yield "policy", "all-overlap", bytes([189, 11, *[0] * 10, 4 * (40 ^ 30)])
    for scheme in list(range(100, 109)) + list(range(200, 209)):
        for half in (0, 1, 2, 6, 15, 20):
            last = 0 if scheme > 200 else 20 if scheme == 104 else half
            yield "dread", "", bytes([scheme] + [half] * 4 + [last])
    for r in risk_records():
        for target in ("policy", "threat", "register", "class", "hostile"):
            yield target, "", r
        yield "matrix", "", bytes([4, 3]) + bytes(1 + b % 5 for b in r)
        yield "matrix", "", r[1:3] + r
    for r in hostile_records():
        yield "hostile", "", r
    for c, r in itertools.product(choices(), risk_records()):
        yield "residual", "", c + r
    for c in choices():
        yield "set", "", c + b"\x01" + bytes(range(64)) * 2
        yield "set", "", c + b"\x00" + c * 2
        for parts in range(8):
            yield "json", "", bytes([parts, 1]) + c
        yield "diff", "", c
    for name, lines in (("macrovectors", macrovectors()),
                        ("values", diff_lines()), ("parts", part_groups())):
        lines = list(lines)
        step = 20 if name == "macrovectors" else 11
        for n in range(0, len(lines), step):  # shorter than max_len
            yield "diff", f"all-{name}-{n:03}", "\n".join(
                lines[n:n + step]).encode()


def quoted(word):
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cvss_dictionary():
    words = set()
    for version, prefix in PREFIX.items():
        words.add(prefix)
        for i, m in enumerate(METRICS[version]):
            words.update(f"{m[0]}:{v}" for v in values(version, i))
            words.add(m[0] + ":")
        words.add(next(spread(version, 1, False)))
    words.update(("CVSS2#", "CVSS:2.0/", "CVSS:", "/", "(", ")", " "))
    return sorted(words - {""})


def dread_dictionary():
    words = {f"DREAD:{n}{d}/" for n in DREAD for d in ("", "-D")}
    words.update(f"{m}:{n}" for m in "D R E A DI".split()
                 for n in ("0", "1", "2.5", "3", "10"))
    return sorted(words | {"DREAD:", "/", "-D", ".5"})


DICTIONARIES = {"cvss": cvss_dictionary, "dread": dread_dictionary}


def write_dictionaries(check):
    bad = 0
    for name, make in DICTIONARIES.items():
        path = os.path.join(HERE, name + ".dict")
        new = "# Generated by fuzz/generate.py: do not edit.\n" + "".join(
            quoted(w) + "\n" for w in make())
        old = open(path, encoding="ascii").read() if os.path.exists(path) \
            else ""
        if check and old != new:
            print(f"fuzz/{name}.dict is not what fuzz/generate.py makes")
            bad = 1
        elif not check:
            with open(path, "w", encoding="ascii") as f:
                f.write(new)
    return bad


def write_seeds(out):
    for n, (target, name, data) in enumerate(seeds()):
        where = os.path.join(out, target)
        os.makedirs(where, exist_ok=True)
        with open(os.path.join(where, name or f"seed-{n:04}"), "wb") as f:
            f.write(data)
    return 0


def main():
    if sys.argv[1:] in ([], ["--check"]):
        return write_dictionaries(check=len(sys.argv) > 1)
    return write_seeds(sys.argv[1])


if __name__ == "__main__":
    sys.exit(main())
