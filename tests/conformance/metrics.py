# SPDX-License-Identifier: MIT
"""The metrics of each version, and the equations of 2.0 and 3.x in fractions,
with the mistakes that calculators make in them.  Written from the standards,
and apart from the library's tables."""

import math
from fractions import Fraction as F

IMPACT = "C:H,L,N I:H,L,N A:H,L,N"
REQUIREMENTS = "CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L"
V3 = ("AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C " + IMPACT +
      " E:X,H,F,P,U RL:X,U,W,T,O RC:X,C,R,U " + REQUIREMENTS +
      " MAV:X,N,A,L,P MAC:X,L,H MPR:X,N,L,H MUI:X,N,R MS:X,U,C MC:X,H,L,N"
      " MI:X,H,L,N MA:X,H,L,N")
METRICS = {
    "2.0": "AV:N,A,L AC:L,M,H Au:N,S,M C:C,P,N I:C,P,N A:C,P,N"
           " E:ND,H,F,POC,U RL:ND,U,W,TF,OF RC:ND,C,UR,UC"
           " CDP:ND,H,MH,LM,L,N TD:ND,H,M,L,N"
           " CR:ND,H,M,L IR:ND,H,M,L AR:ND,H,M,L",
    "3.0": V3,
    "3.1": V3,
    "4.0": "AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N"
           " VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N E:X,A,P,U " + REQUIREMENTS +
           " MAV:X,N,A,L,P MAC:X,L,H MAT:X,N,P MPR:X,N,L,H MUI:X,N,P,A"
           " MVC:X,H,L,N MVI:X,H,L,N MVA:X,H,L,N MSC:X,H,L,N MSI:X,S,H,L,N"
           " MSA:X,S,H,L,N S:X,N,P AU:X,N,Y R:X,A,U,I V:X,D,C RE:X,L,M,H"
           " U:X,Clear,Green,Amber,Red",
}
METRICS = {version: {m.split(":")[0]: m.split(":")[1].split(",")
                     for m in text.split()}
           for version, text in METRICS.items()}
BASE = {"2.0": 6, "3.0": 8, "3.1": 8, "4.0": 11}
PREFIX = {"2.0": "", "3.0": "CVSS:3.0/", "3.1": "CVSS:3.1/",
          "4.0": "CVSS:4.0/"}


def table(text):
    return {m.split(":")[0]: {v.split("=")[0]: F(v.split("=")[1])
                              for v in m.split(":")[1].split(",")}
            for m in text.split()}


W2 = table("AV:N=1,A=0.646,L=0.395 AC:L=0.71,M=0.61,H=0.35"
           " Au:N=0.704,S=0.56,M=0.45 CIA:C=0.66,P=0.275,N=0"
           " E:ND=1,H=1,F=0.95,POC=0.9,U=0.85"
           " RL:ND=1,U=1,W=0.95,TF=0.9,OF=0.87 RC:ND=1,C=1,UR=0.95,UC=0.9"
           " CDP:ND=0,N=0,L=0.1,LM=0.3,MH=0.4,H=0.5"
           " TD:ND=1,N=0,L=0.25,M=0.75,H=1 R:ND=1,M=1,L=0.5,H=1.51")
W3 = table("AV:N=0.85,A=0.62,L=0.55,P=0.2 AC:L=0.77,H=0.44 UI:N=0.85,R=0.62"
           " PRU:N=0.85,L=0.62,H=0.27 PRC:N=0.85,L=0.68,H=0.5"
           " CIA:H=0.56,L=0.22,N=0 E:X=1,H=1,F=0.97,P=0.94,U=0.91"
           " RL:X=1,U=1,W=0.97,T=0.96,O=0.95 RC:X=1,C=1,R=0.96,U=0.92"
           " R:X=1,M=1,H=1.5,L=0.5")


def half_up(x):
    return F(math.floor(x * 10 + F(1, 2)), 10)


def half_even(x):
    return F(round(x * 10), 10)


def binary(x):  # of a double
    return math.floor(x * 10 + 0.5) / 10


def v2(m, step=half_up, last=half_up, seen=None, num=F):
    """The Base, Temporal and Environmental score; `seen` gathers what is
    rounded, and `num` may be float."""
    def rounded(x, by, what):
        if seen is not None:
            seen.append((what, x))
        return by(x)

    def base(weights, what, by, most):
        c, i, a = (1 - num(w) for w in weights)
        impact = min(most, num("10.41") * (1 - c * i * a))
        easy = 20 * math.prod(num(W2[k][m[k]]) for k in ("AV", "AC", "Au"))
        score = (num("0.6") * impact + num("0.4") * easy - num("1.5")) * (
            num("1.176") if impact else 0)
        return rounded(score, by, what)

    time = math.prod(num(W2[k][m[k]]) for k in ("E", "RL", "RC"))
    plain = [W2["CIA"][m[k]] for k in "CIA"]
    needed = [w * W2["R"][m[k + "R"]] for w, k in zip(plain, "CIA")]
    b = base(plain, "base", last, num(11))  # only the adjusted one has a limit
    t = rounded(b * time, last, "temporal")
    again = rounded(base(needed, "adjusted base", step, num(10)) * time, step,
                    "adjusted temporal")
    e = rounded((again + (10 - again) * num(W2["CDP"][m["CDP"]])) *
                num(W2["TD"][m["TD"]]), last, "environmental")
    return b, t, e


def ceiling(x):
    return F(math.ceil(x * 10), 10)


def binary_ceiling(x):  # of a double
    return math.ceil(x * 10) / 10


def v3(version, m, up=ceiling, num=F):
    """The Base, Temporal and Environmental score by each one's formula."""
    def parts(modified):
        def at(k):
            other = m["M" + k] if modified else "X"
            return m[k] if other == "X" else other
        changed = at("S") == "C"
        rest = num(1)
        for k in "CIA":
            rest *= 1 - num(W3["CIA"][at(k)]) * (
                num(W3["R"][m[k + "R"]]) if modified else 1)
        iss = min(1 - rest, num("0.915")) if modified else 1 - rest
        impact = num("6.42") * iss
        if changed:
            low = (iss - num("0.02")) ** 15
            if modified and version == "3.1":
                low = (iss * num("0.9731") - num("0.02")) ** 13
            impact = num("7.52") * (iss - num("0.029")) - num("3.25") * low
        easy = num("8.22") * math.prod(
            num(W3[k][at(k)]) for k in ("AV", "AC", "UI")) * (
            num(W3["PRC" if changed else "PRU"][at("PR")]))
        if impact <= 0:
            return num(0)
        return min(num(10), (num("1.08") if changed else 1) * (impact + easy))

    time = math.prod(num(W3[k][m[k]]) for k in ("E", "RL", "RC"))
    b = up(parts(False))
    return b, up(b * time), up(up(parts(True)) * time)
