# SPDX-License-Identifier: MIT
"""Texts that are not valid, with what is wrong and where, known from how each
was made; texts with vectors among other words; ratings of DREAD."""

from metrics import BASE, METRICS, PREFIX


def at(text):
    """How many bytes a text has in UTF-8."""
    return len(text.encode())


class Maker:
    """Takes valid vectors and breaks them."""

    def __init__(self, version, vector):
        self.version, self.prefix = version, PREFIX[version]
        self.vector = vector
        self.parts = vector[len(self.prefix):].split("/")
        self.names = [p.split(":")[0] for p in self.parts]

    def line(self, text, reason, offset, kind):
        return {"version": self.version, "text": text, "reason": reason,
                "offset": offset, "class": kind}

    def place(self, i):
        return len(self.prefix) + sum(len(p) + 1 for p in self.parts[:i])

    def joined(self, parts):
        return self.prefix + "/".join(parts)

    def put(self, i, part):
        return self.joined(self.parts[:i] + [part] + self.parts[i + 1:])

    def values(self, rng):
        i = rng.randrange(len(self.parts))
        name, value = self.parts[i].split(":")
        after = self.place(i) + len(name) + 1
        known = METRICS[self.version][name]
        for other, kind in (("Q", "no such value"),
                            (value.lower(), "value in lower case"),
                            (value + value, "value twice"),
                            (rng.choice("NALPHMRUCXYGZ"),
                             "value of another metric")):
            if other not in known:
                yield self.line(self.put(i, f"{name}:{other}"), "value", after,
                                kind)
        first = self.parts[0].split(":")[0]
        undefined = "ND" if self.version == "2.0" else "X"
        yield self.line(self.put(0, f"{first}:{undefined}"), "value",
                        len(self.prefix) + len(first) + 1,
                        "Base metric as Not Defined")
        yield self.line(self.put(i, name + ":"), "value", after, "no value")

    def metrics(self, rng):
        i = rng.randrange(1, len(self.parts))
        name, value = self.parts[i].split(":")
        yield self.line(self.put(i, f"{name.swapcase()}:{value}"), "metric",
                        self.place(i), "metric in another letter case")
        yield self.line(self.put(i, f"ZQ:{value}"), "metric", self.place(i),
                        "no such metric")
        yield self.line(self.put(i, f":{value}"), "syntax", self.place(i),
                        "no name")
        yield self.line(self.put(i, name), "syntax",
                        self.place(i) + len(name), "no colon")
        yield self.line(self.put(i, f"{name}={value}"), "syntax",
                        self.place(i) + len(name), "equals sign for colon")
        twice = self.parts[:i + 1] + self.parts[i:]
        yield self.line(self.joined(twice), "duplicate", self.place(i + 1),
                        "the same metric twice")
        if self.version in ("2.0", "4.0"):
            swapped = list(self.parts)
            swapped[i - 1], swapped[i] = swapped[i], swapped[i - 1]
            late = self.place(i - 1) + len(self.parts[i]) + 1
            yield self.line(self.joined(swapped), "order", late,
                            "two metrics in the wrong order")

    def missing(self, rng):
        i = rng.randrange(BASE[self.version])
        name = rng.choice(list(METRICS[self.version])[:BASE[self.version]])
        parts = [p for p in self.parts if not p.startswith(name + ":")]
        text = self.joined(parts)
        yield self.line(text, "missing", at(text), "a Base metric is missing")
        text = self.joined(self.parts[:max(i, 1)])
        yield self.line(text, "missing", at(text), "cut off after a metric")

    def around(self, rng):
        end, i = at(self.vector), rng.randrange(1, len(self.parts))
        for text, kind in ((self.vector + " ", "blank after"),
                           (self.vector + "\n", "line feed after"),
                           (self.vector + "\0", "zero byte after"),
                           (self.vector + ".", "full stop after"),
                           (self.vector + "\u00e9", "letter of UTF-8 after")):
            yield self.line(text, "syntax", end, kind)
        yield self.line(self.vector + "/", "syntax", end, "slash after")
        for lead, kind in ((" ", "blank before"), ("\ufeff", "mark of UTF-8"),
                           ("/", "slash before")):
            yield self.line(lead + self.vector, "syntax", 0, kind)
        yield self.line("(" + self.vector + ")", "syntax", 0, "in parentheses")
        for mark, kind in (("//", "two slashes"), ("/ ", "blank inside"),
                           (",", "comma for slash"), ("|", "bar for slash")):
            text = self.prefix + "/".join(self.parts[:i]) + mark + "/".join(
                self.parts[i:])
            yield self.line(text, "syntax",
                            self.place(i) - (mark[0] != "/"), kind)
        wide = self.parts[i].replace(":", "\uff1a")
        yield self.line(self.put(i, wide), "syntax",
                        self.place(i) + len(self.names[i]), "wide colon")

    def versions(self):
        if not self.prefix:
            return
        rest = self.vector[len(self.prefix):]
        for number in ("1.0", "2.1", "3.2", "4.1", "5.0", "3", "03.1", "3.10"):
            yield self.line(f"CVSS:{number}/{rest}", "version", 5,
                            "no such version")
        yield self.line(f"CVSS:{self.version}{rest}", "version", 5,
                        "no slash after the version")
        yield self.line(f"CVSS:{self.version}/", "missing",
                        at(self.prefix), "a prefix alone")


def groups_of_20(vectors):
    """2.0 takes its optional groups whole or not at all."""
    for vector in vectors[:12]:
        base = "/".join(vector.split("/")[:6])
        for part in ("E:H", "E:F/RL:OF", "RL:W/RC:C", "CDP:N", "TD:H/CR:M",
                     "CDP:L/TD:M/CR:H/IR:H", "E:U/RL:U/RC:C/TD:L"):
            text = f"{base}/{part}"
            yield {"version": "2.0", "text": text, "reason": "missing",
                   "offset": at(text), "class": "part of an optional group"}


def invalids(rng, canonical):
    lines = []
    for version, vectors in canonical.items():
        for n, vector in enumerate(rng.sample(vectors, 60)):
            maker = Maker(version, vector)
            lines += list(maker.values(rng)) + list(maker.metrics(rng))
            lines += list(maker.missing(rng))
            lines += list(maker.around(rng)) if n % 3 == 0 else []
            lines += list(maker.versions()) if n % 12 == 0 else []
        lines.append({"version": version, "text": "", "reason": "empty",
                      "offset": 0, "class": "nothing"})
        long = vectors[0] + "/" + "A" * 1100
        lines.append({"version": version, "text": long, "reason": "too long",
                      "offset": 1024, "class": "longer than any vector"})
    lines += groups_of_20(canonical["2.0"])
    seen = set()
    return [line for line in lines
            if (line["version"], line["text"]) not in seen
            and not seen.add((line["version"], line["text"]))]


# --- Among other words ----------------------------------------------------------

AROUND = [
    ("The vendor gives ", " as its rating."), ("", ""), ("(", ")"),
    ('{"vectorString": "', '", "baseScore": 1.0}'), ("<td>", "</td>"),
    ("see https://example.org/calculator#", " for it"),
    ("\u00c9valuation\u00a0: ", "\nA second line."), ("id;", ";rest;"),
    ("\ufeff", "\r\n"), ("[", "](https://example.org/)"),
]
NEAR = [
    ("CVSS:3.1/AV:N/AC:Q/PR:N/UI:N/S:U/C:H/I:H/A:H", "value", 17),
    ("CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "version", 5),
    ("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", "missing", 40),
    ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/AV:N",
     "duplicate", 64),
    ("AV:N/AC:L/Au:N/C:C/I:C/A:C/E:H", "missing", 30),
    ("AV:N/AC:L/Au:Z/C:C/I:C/A:C", "value", 13),
]


def finds(rng, lines):
    """Each text with what a reader should take out of it: places in bytes, the
    canonical text, the overall score; and what comes near to a vector."""
    out = []
    for line in lines:
        text, found, near = "", [], []
        for part in range(rng.choice((1, 1, 2, 3))):
            before, after = rng.choice(AROUND)
            other = line if part == 0 else rng.choice(lines)
            text += before
            if rng.random() < 0.2:
                vector, reason, offset = rng.choice(NEAR)
                near.append({"offset": at(text), "length": at(vector),
                             "reason": reason, "at": at(text) + offset})
            else:
                vector = other["vector"]
                found.append({"offset": at(text), "length": at(vector),
                              "canonical": other["canonical"],
                              "overall": other["overall"]})
            text += vector + after + rng.choice((" ", "\n", "\t-- "))
        out.append({"text": text, "found": found, "near": near})
    for text in ("", "no vector at all", "CVSS", "CVSS:3.1", "CVSS 9.8",
                 "AV:N", "CVE-2021-44228 has 10.0", "https://example.org/AV",
                 "an AV: N of C:\\ and D:/"):
        out.append({"text": text, "found": [], "near": []})
    return out


# --- DREAD ------------------------------------------------------------------------

NAMES = ("D", "R", "E", "A", "DI")
SCALES = {"Howard": (2, 20, 2), "Microsoft": (2, 6, 2), "OWASP": (0, 20, 2),
          "OpenStack": (0, 20, 2), "EC-Council": (0, 20, 1),
          "OP-TEE": (0, 20, 2), "1.0": (0, 6, 2)}


def rating_text(scheme, halves):
    numbers = [f"{h // 2}.5" if h % 2 else f"{h // 2}" for h in halves]
    rated = [f"{k}:{n}" for k, n in zip(NAMES, numbers)]
    if scheme == "1.0":  # Dradis' own order
        rated.insert(1, rated.pop(3))
    return f"DREAD:{scheme}/" + "/".join(rated)


def ratings(rng):
    texts = set()
    for scheme, (low, high, step) in SCALES.items():
        scale = list(range(low, high + 1, step))
        for n in range(40):
            halves = [rng.choice(scale) for _ in NAMES]
            if n < len(scale):  # every number, and both ends of the score
                halves = [scale[n]] * 5
            if scheme == "OpenStack":
                halves[4] = 20
            texts.add(rating_text(scheme, halves))
            if n % 5 == 0 and scheme != "1.0":
                texts.add(rating_text(scheme + "-D", halves[:4]))
    return sorted(texts)


def invalid_dread():
    good = "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"

    def line(text, reason, offset):
        return {"text": text, "reason": reason, "offset": offset}
    return [
        line("", "empty", 0),
        line("DREAD:Nobody/D:8/R:9/E:6/A:10/DI:8", "version", 6),
        line("DREAM:OP-TEE/D:8/R:9/E:6/A:10/DI:8", "version", 0),
        line("DREAD:op-tee/D:8/R:9/E:6/A:10/DI:8", "version", 6),
        line("DREAD:OP-TEE/D:11/R:9/E:6/A:10/DI:8", "range", 15),
        line("DREAD:Howard/D:0/R:9/E:6/A:10/DI:8", "range", 15),
        line("DREAD:OP-TEE/D:8/R:9/E:6/A:10", "missing", 29),
        line("DREAD:OP-TEE/D:8/R:9/E:6/A:10/D:8", "duplicate", 30),
        line("DREAD:OP-TEE/D:8/R:9/Q:6/A:10/DI:8", "metric", 21),
        line("DREAD:OP-TEE/D:8/E:6/R:9/A:10/DI:8", "order", 21),
        line(good + " ", "syntax", len(good)),
        line(good + "/", "syntax", len(good)),
    ]
