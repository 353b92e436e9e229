# SPDX-License-Identifier: MIT
"""The CVSS standards' own numbers and words, from which tools/generate.py
makes every table of lib/ and the constants of include/secrisk.h.

Sources: CVSS v2.0 guide sections 2 and 3.2; v3.0 and v3.1 specifications
sections 2 to 7; v4.0 specification (document version 1.2) sections 2 to 8;
FIRST's JSON schemas for the JSON names.

Metrics stand in the standard's own order.  Values stand in the order of their
ordinals: 0 is Not Defined, 1 the value that raises the score most.  Exceptions:
Scope (U, C as in the standard), and S of MSI and MSA, appended as 4 so that a
Modified metric shares the ordinals of its base metric.
"""

from fractions import Fraction as F
from typing import NamedTuple

# --- values: (abbreviation, full name, JSON name, weight where a formula) -----

def w(text):
    return F(text)

V2_AV = [("N", "Network", "NETWORK", w("1.0")),
         ("A", "Adjacent Network", "ADJACENT_NETWORK", w("0.646")),
         ("L", "Local", "LOCAL", w("0.395"))]
V2_AC = [("L", "Low", "LOW", w("0.71")), ("M", "Medium", "MEDIUM", w("0.61")),
         ("H", "High", "HIGH", w("0.35"))]
V2_AU = [("N", "None", "NONE", w("0.704")),
         ("S", "Single", "SINGLE", w("0.56")),
         ("M", "Multiple", "MULTIPLE", w("0.45"))]
V2_CIA = [("C", "Complete", "COMPLETE", w("0.660")),
          ("P", "Partial", "PARTIAL", w("0.275")), ("N", "None", "NONE", w("0"))]
V2_E = [("H", "High", "HIGH", w("1.0")),
        ("F", "Functional", "FUNCTIONAL", w("0.95")),
        ("POC", "Proof-of-Concept", "PROOF_OF_CONCEPT", w("0.9")),
        ("U", "Unproven", "UNPROVEN", w("0.85"))]
V2_RL = [("U", "Unavailable", "UNAVAILABLE", w("1.0")),
         ("W", "Workaround", "WORKAROUND", w("0.95")),
         ("TF", "Temporary Fix", "TEMPORARY_FIX", w("0.90")),
         ("OF", "Official Fix", "OFFICIAL_FIX", w("0.87"))]
V2_RC = [("C", "Confirmed", "CONFIRMED", w("1.0")),
         ("UR", "Uncorroborated", "UNCORROBORATED", w("0.95")),
         ("UC", "Unconfirmed", "UNCONFIRMED", w("0.90"))]
V2_CDP = [("H", "High", "HIGH", w("0.5")),
          ("MH", "Medium-High", "MEDIUM_HIGH", w("0.4")),
          ("LM", "Low-Medium", "LOW_MEDIUM", w("0.3")),
          ("L", "Low", "LOW", w("0.1")), ("N", "None", "NONE", w("0"))]
V2_TD = [("H", "High", "HIGH", w("1.0")), ("M", "Medium", "MEDIUM", w("0.75")),
         ("L", "Low", "LOW", w("0.25")), ("N", "None", "NONE", w("0"))]
V2_REQ = [("H", "High", "HIGH", w("1.51")), ("M", "Medium", "MEDIUM", w("1.0")),
          ("L", "Low", "LOW", w("0.5"))]

V3_AV = [("N", "Network", "NETWORK", w("0.85")),
         ("A", "Adjacent", "ADJACENT_NETWORK", w("0.62")),
         ("L", "Local", "LOCAL", w("0.55")),
         ("P", "Physical", "PHYSICAL", w("0.2"))]
V3_AC = [("L", "Low", "LOW", w("0.77")), ("H", "High", "HIGH", w("0.44"))]
# Privileges Required weighs more under a changed Scope (specification 7.4).
V3_PR = [("N", "None", "NONE", (w("0.85"), w("0.85"))),
         ("L", "Low", "LOW", (w("0.62"), w("0.68"))),
         ("H", "High", "HIGH", (w("0.27"), w("0.5")))]
V3_UI = [("N", "None", "NONE", w("0.85")),
         ("R", "Required", "REQUIRED", w("0.62"))]
V3_S = [("U", "Unchanged", "UNCHANGED", None), ("C", "Changed", "CHANGED", None)]
V3_CIA = [("H", "High", "HIGH", w("0.56")), ("L", "Low", "LOW", w("0.22")),
          ("N", "None", "NONE", w("0"))]
V3_E = [("H", "High", "HIGH", w("1")),
        ("F", "Functional", "FUNCTIONAL", w("0.97")),
        ("P", "Proof-of-Concept", "PROOF_OF_CONCEPT", w("0.94")),
        ("U", "Unproven", "UNPROVEN", w("0.91"))]
V3_RL = [("U", "Unavailable", "UNAVAILABLE", w("1")),
         ("W", "Workaround", "WORKAROUND", w("0.97")),
         ("T", "Temporary Fix", "TEMPORARY_FIX", w("0.96")),
         ("O", "Official Fix", "OFFICIAL_FIX", w("0.95"))]
V3_RC = [("C", "Confirmed", "CONFIRMED", w("1")),
         ("R", "Reasonable", "REASONABLE", w("0.96")),
         ("U", "Unknown", "UNKNOWN", w("0.92"))]
V3_REQ = [("H", "High", "HIGH", w("1.5")), ("M", "Medium", "MEDIUM", w("1")),
          ("L", "Low", "LOW", w("0.5"))]

V4_AV = [("N", "Network", "NETWORK"), ("A", "Adjacent", "ADJACENT"),
         ("L", "Local", "LOCAL"), ("P", "Physical", "PHYSICAL")]
V4_AC = [("L", "Low", "LOW"), ("H", "High", "HIGH")]
V4_AT = [("N", "None", "NONE"), ("P", "Present", "PRESENT")]
V4_PR = [("N", "None", "NONE"), ("L", "Low", "LOW"), ("H", "High", "HIGH")]
V4_UI = [("N", "None", "NONE"), ("P", "Passive", "PASSIVE"),
         ("A", "Active", "ACTIVE")]
V4_CIA = [("H", "High", "HIGH"), ("L", "Low", "LOW"), ("N", "None", "NONE")]
V4_MSC = [("H", "High", "HIGH"), ("L", "Low", "LOW"),
          ("N", "Negligible", "NEGLIGIBLE")]
V4_MSIA = V4_MSC + [("S", "Safety", "SAFETY")]
V4_E = [("A", "Attacked", "ATTACKED"),
        ("P", "Proof-of-Concept", "PROOF_OF_CONCEPT"),
        ("U", "Unreported", "UNREPORTED")]
V4_REQ = [("H", "High", "HIGH"), ("M", "Medium", "MEDIUM"), ("L", "Low", "LOW")]
V4_S = [("N", "Negligible", "NEGLIGIBLE"), ("P", "Present", "PRESENT")]
V4_AU = [("N", "No", "NO"), ("Y", "Yes", "YES")]
V4_R = [("A", "Automatic", "AUTOMATIC"), ("U", "User", "USER"),
        ("I", "Irrecoverable", "IRRECOVERABLE")]
V4_V = [("D", "Diffuse", "DIFFUSE"), ("C", "Concentrated", "CONCENTRATED")]
V4_RE = [("L", "Low", "LOW"), ("M", "Moderate", "MODERATE"),
         ("H", "High", "HIGH")]
V4_U = [("Clear", "Clear", "CLEAR"), ("Green", "Green", "GREEN"),
        ("Amber", "Amber", "AMBER"), ("Red", "Red", "RED")]

# --- metrics: (abbreviation, full name, JSON name, group, values, default) ----
# default: the value that Not Defined counts as when scoring; None for a base
# metric (mandatory), "=" for a Modified metric (counts as its base metric) and
# "" for a supplemental one (never scored).

B, T, E, S = "BASE", "THREAT", "ENVIRONMENTAL", "SUPPLEMENTAL"

V2 = [
    ("AV", "Access Vector", "accessVector", B, V2_AV, None),
    ("AC", "Access Complexity", "accessComplexity", B, V2_AC, None),
    ("Au", "Authentication", "authentication", B, V2_AU, None),
    ("C", "Confidentiality Impact", "confidentialityImpact", B, V2_CIA, None),
    ("I", "Integrity Impact", "integrityImpact", B, V2_CIA, None),
    ("A", "Availability Impact", "availabilityImpact", B, V2_CIA, None),
    ("E", "Exploitability", "exploitability", T, V2_E, "H"),
    ("RL", "Remediation Level", "remediationLevel", T, V2_RL, "U"),
    ("RC", "Report Confidence", "reportConfidence", T, V2_RC, "C"),
    ("CDP", "Collateral Damage Potential", "collateralDamagePotential", E,
     V2_CDP, "N"),
    ("TD", "Target Distribution", "targetDistribution", E, V2_TD, "H"),
    ("CR", "Confidentiality Requirement", "confidentialityRequirement", E,
     V2_REQ, "M"),
    ("IR", "Integrity Requirement", "integrityRequirement", E, V2_REQ, "M"),
    ("AR", "Availability Requirement", "availabilityRequirement", E, V2_REQ,
     "M"),
]

V3 = [
    ("AV", "Attack Vector", "attackVector", B, V3_AV, None),
    ("AC", "Attack Complexity", "attackComplexity", B, V3_AC, None),
    ("PR", "Privileges Required", "privilegesRequired", B, V3_PR, None),
    ("UI", "User Interaction", "userInteraction", B, V3_UI, None),
    ("S", "Scope", "scope", B, V3_S, None),
    ("C", "Confidentiality", "confidentialityImpact", B, V3_CIA, None),
    ("I", "Integrity", "integrityImpact", B, V3_CIA, None),
    ("A", "Availability", "availabilityImpact", B, V3_CIA, None),
    ("E", "Exploit Code Maturity", "exploitCodeMaturity", T, V3_E, "H"),
    ("RL", "Remediation Level", "remediationLevel", T, V3_RL, "U"),
    ("RC", "Report Confidence", "reportConfidence", T, V3_RC, "C"),
    ("CR", "Confidentiality Requirement", "confidentialityRequirement", E,
     V3_REQ, "M"),
    ("IR", "Integrity Requirement", "integrityRequirement", E, V3_REQ, "M"),
    ("AR", "Availability Requirement", "availabilityRequirement", E, V3_REQ,
     "M"),
]

V4 = [
    ("AV", "Attack Vector", "attackVector", B, V4_AV, None),
    ("AC", "Attack Complexity", "attackComplexity", B, V4_AC, None),
    ("AT", "Attack Requirements", "attackRequirements", B, V4_AT, None),
    ("PR", "Privileges Required", "privilegesRequired", B, V4_PR, None),
    ("UI", "User Interaction", "userInteraction", B, V4_UI, None),
    ("VC", "Vulnerable System Confidentiality Impact",
     "vulnConfidentialityImpact", B, V4_CIA, None),
    ("VI", "Vulnerable System Integrity Impact", "vulnIntegrityImpact", B,
     V4_CIA, None),
    ("VA", "Vulnerable System Availability Impact", "vulnAvailabilityImpact",
     B, V4_CIA, None),
    ("SC", "Subsequent System Confidentiality Impact",
     "subConfidentialityImpact", B, V4_CIA, None),
    ("SI", "Subsequent System Integrity Impact", "subIntegrityImpact", B,
     V4_CIA, None),
    ("SA", "Subsequent System Availability Impact", "subAvailabilityImpact",
     B, V4_CIA, None),
    ("E", "Exploit Maturity", "exploitMaturity", T, V4_E, "A"),
    ("CR", "Confidentiality Requirement", "confidentialityRequirement", E,
     V4_REQ, "H"),
    ("IR", "Integrity Requirement", "integrityRequirement", E, V4_REQ, "H"),
    ("AR", "Availability Requirement", "availabilityRequirement", E, V4_REQ,
     "H"),
]


def modified(metrics, values=None):
    """The Modified form of each base metric, in the same order."""
    for abbr, name, json, group, vals, _ in metrics:
        if group == B:
            yield ("M" + abbr, "Modified " + name,
                   "modified" + json[0].upper() + json[1:], E,
                   (values or {}).get(abbr, vals), "=")


V3 += list(modified(V3))
V4 += list(modified(V4, {"SC": V4_MSC, "SI": V4_MSIA, "SA": V4_MSIA}))
V4 += [
    ("S", "Safety", "Safety", S, V4_S, ""),
    ("AU", "Automatable", "Automatable", S, V4_AU, ""),
    ("R", "Recovery", "Recovery", S, V4_R, ""),
    ("V", "Value Density", "valueDensity", S, V4_V, ""),
    ("RE", "Vulnerability Response Effort", "vulnerabilityResponseEffort", S,
     V4_RE, ""),
    ("U", "Provider Urgency", "providerUrgency", S, V4_U, ""),
]

# --- versions -----------------------------------------------------------------

class Version(NamedTuple):
    """Versions that share their metrics, and what tells them from others."""
    key: str            # of macros and files
    metrics: list
    undefined: str      # how Not Defined is written
    ids: tuple          # the first and the last number: 31 is v3.1
    constants: str      # SECRISK_x_AV
    prefix: bool        # does "CVSS:3.1/" go before the metrics?
    any_order: bool     # may metrics stand in any order?
    whole_groups: bool  # is an optional group written whole or not at all?
    one_score: bool     # has its JSON one score, not one for each group?
    severities: bool    # has its JSON severities?
    bands: list         # (first, last, level), in tenths
    source: str         # of the bands


# v3.1 section 5, v4.0 section 6; v3.0 is the same.
FIRST_BANDS = [(0, 0, "NONE"), (1, 39, "LOW"), (40, 69, "MEDIUM"),
               (70, 89, "HIGH"), (90, 100, "CRITICAL")]
NVD_BANDS = [(0, 39, "LOW"), (40, 69, "MEDIUM"), (70, 100, "HIGH")]

VERSIONS = [
    Version("V2", V2, "ND", (20, 20), "V20", prefix=False, any_order=False,
            whole_groups=True, one_score=False, severities=False,
            bands=NVD_BANDS, source="NVD's: v2.0 itself has none."),
    Version("V3", V3, "X", (30, 31), "V3", prefix=True, any_order=True,
            whole_groups=False, one_score=False, severities=True,
            bands=FIRST_BANDS, source="v3.1 section 5; v3.0 is the same."),
    Version("V4", V4, "X", (40, 40), "V40", prefix=True, any_order=False,
            whole_groups=False, one_score=True, severities=True,
            bands=FIRST_BANDS, source="v4.0 section 6."),
]

# --- DREAD --------------------------------------------------------------------

DREAD_RATINGS = [("D", "Damage"), ("R", "Reproducibility"),
                 ("E", "Exploitability"), ("A", "Affected users"),
                 ("DI", "Discoverability")]


class Scheme(NamedTuple):
    """A DREAD scheme; each also has a variant without Discoverability, its
    number 100 higher and its name followed by "-D"."""
    number: int       # SECRISK_DREAD_x, one after the other
    constant: str
    name: str         # in texts
    scale: tuple      # lowest and highest rating, and step
    method: str       # SUM, MEAN, or TWO_MEANS: ((D+A)/2 + (R+E+DI)/3)/2
    order: str = "D R E A DI"  # in texts
    fixed: str = ""   # the rating that is always the highest, if one is
    bands: tuple = ()  # (first, last, level), in tenths of a mean
    source: str = ""  # of the bands


HALF = F(1, 2)
DREAD = [
    Scheme(101, "HOWARD", "Howard", (1, 10, 1), "MEAN"),
    Scheme(102, "MICROSOFT", "Microsoft", (1, 3, 1), "SUM",
           bands=((10, 15, "LOW"), (16, 23, "MEDIUM"), (24, 30, "HIGH")),
           source="Sums 5-7, 8-11, 12-15: as tenths of the mean, twice as "
           "much."),
    Scheme(103, "OWASP", "OWASP", (0, 10, 1), "MEAN"),
    # Discoverability is taken as known to everyone.
    Scheme(104, "OPENSTACK", "OpenStack", (0, 10, 1), "MEAN", fixed="DI"),
    Scheme(105, "EC_COUNCIL", "EC-Council", (0, 10, HALF), "SUM",
           bands=((0, 0, "NONE"), (1, 20, "LOW"), (21, 48, "MEDIUM"),
                  (49, 78, "HIGH"), (79, 100, "CRITICAL")),
           source="Sums 1-10, 11-24, 25-39, 40-50.  A sum between two bands is "
           "in the upper\n * one, and the sum 0, which has none, is None: "
           "inferred."),
    Scheme(106, "OP_TEE", "OP-TEE", (0, 10, 1), "MEAN",
           bands=((0, 9, "NONE"), (10, 39, "LOW"), (40, 69, "MEDIUM"),
                  (70, 89, "HIGH"), (90, 100, "CRITICAL")),
           source="Means [0,1), [1,4), [4,7), [7,9), [9,10]."),
    Scheme(107, "DRADIS", "1.0", (0, 3, 1), "TWO_MEANS", order="D A R E DI"),
]

# --- v4.0: scoring by MacroVector (specification section 8) -------------------

# Score of each MacroVector, EQ1 EQ2 EQ3 EQ4 EQ5 EQ6 (specification 8.3).
V4_LOOKUP = {}

# Highest severity vectors of each equivalence class (specification 8.2, the
# tables of EQ1 to EQ6), from which depths and distances follow.
V4_HIGHEST = {
    1: [["AV:N/PR:N/UI:N"],
        ["AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"],
        ["AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"]],
    2: [["AC:L/AT:N"], ["AC:H/AT:N", "AC:L/AT:P"]],
    # EQ3 and EQ6 are taken together: keys are EQ3 followed by EQ6.
    36: {"00": ["VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"],
         "01": ["VC:H/VI:H/VA:L/CR:M/IR:M/AR:H",
                "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M"],
         "10": ["VC:L/VI:H/VA:H/CR:H/IR:H/AR:H",
                "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"],
         "11": ["VC:L/VI:H/VA:L/CR:H/IR:M/AR:H",
                "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M",
                "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
                "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H",
                "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M"],
         "21": ["VC:L/VI:L/VA:L/CR:H/IR:H/AR:H"]},
    4: [["SC:H/SI:S/SA:S"], ["SC:H/SI:H/SA:H"], ["SC:L/SI:L/SA:L"]],
}


def load_lookup(path):
    """Read the MacroVector scores, one `digits,score` a line."""
    with open(path, encoding="ascii") as f:
        for line in f:
            key, _, score = line.strip().partition(",")
            if key.isdigit():
                V4_LOOKUP[key] = F(score)
    assert len(V4_LOOKUP) == 270
