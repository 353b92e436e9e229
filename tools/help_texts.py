# SPDX-License-Identifier: MIT
"""A sentence of help for each metric and each value of CVSS, for forms and
reports; and the sections into which a form groups the metrics.

The sentences are our own.  They paraphrase CVSS v2.0 guide section 2, v3.1
specification sections 2 to 4 (v3.0's say the same) and v4.0 specification
(document version 1.2) sections 2 to 5.  What a value that is Not Defined
counts as, and what a Modified metric says, tools/tables_help.py derives.
"""

# --- values that mean the same in several metrics -----------------------------

ATTACK_VECTOR = {
    "N": "The attack works across networks and routers, up to the whole "
         "Internet.",
    "A": "The attack works only from an adjacent network, such as the same "
         "Wi-Fi, Bluetooth range or local subnet.",
    "L": "The attacker acts on the system itself, at the keyboard or through a "
         "login, or relies on a user who opens a file.",
    "P": "The attacker must touch or handle the device, for a moment or for "
         "longer.",
}
PRIVILEGES = {
    "N": "The attacker needs no rights before the attack.",
    "L": "The attacker needs the rights of an ordinary user, or rights over "
         "resources that are not sensitive.",
    "H": "The attacker needs significant control over the target, such as an "
         "administrator's.",
}
EXPLOIT_CODE = {
    "H": "Code that always works or spreads by itself exists, or no code is "
         "needed and the details are widely known.",
    "F": "Exploit code exists and works in most cases.",
    "P": "A demonstration or sample code exists, which a skilled attacker may "
         "have to change a lot before it works.",
    "U": "There is no exploit code yet, or the attack exists only in theory.",
}
REMEDIATION = {
    "U": "There is no remedy, or it cannot be applied.",
    "W": "Others than the vendor offer a patch or steps that avoid the "
         "problem.",
    "T": "The vendor offers a temporary remedy, such as a hotfix, a tool or a "
         "workaround.",
    "O": "The vendor offers a complete remedy, as a patch or an upgrade.",
}
REMEDY = "How complete a remedy is available today."
CONFIDENCE = ("How certain it is that the vulnerability exists and that its "
              "known details are right.")


def requirement(what):
    """One of CR, IR and AR, which every version words alike."""
    harm = f"Losing {what} is likely to do %s harm to the organization or to " \
           "people connected with it."
    return (f"How much the {what} of the affected asset matters to your "
            "organization.",
            {"H": harm % "catastrophic", "M": harm % "serious",
             "L": harm % "only limited"})


REQUIREMENTS = {"CR": requirement("confidentiality"),
                "IR": requirement("integrity"),
                "AR": requirement("availability")}


def collateral(what):
    return (f"A successful attack may cause {what} damage to people or "
            f"property, or {what} loss of revenue or productivity.")


def share(percent):
    return f"Of the systems in the environment, {percent} are vulnerable."


# --- {version: {metric: (its sentence, {value: its sentence})}} ---------------

V2 = {
    "AV": ("How close an attacker must be to the vulnerable system.", {
        "N": "The attack works from remote networks, without local access or "
             "access to the local network.",
        "A": "The attacker must be in the same broadcast or collision domain, "
             "such as the local subnet or Bluetooth.",
        "L": "The attacker must have the device at hand or a local account on "
             "it.",
    }),
    "AC": ("How complex the attack is for somebody who already has access to "
           "the target.", {
        "L": "No special conditions apply, as with a default configuration or "
             "an attack that needs little skill.",
        "M": "Somewhat special conditions apply, such as an uncommon setting "
             "or a small amount of social engineering.",
        "H": "Special conditions apply, such as a very rare configuration or "
             "a race with a very narrow window.",
    }),
    "Au": ("How many times the attacker must log in to the target, however "
           "strong the login is.", {
        "N": "The attacker need not log in.",
        "S": "The attacker must be logged in once, for example at a command "
             "line or on a web page.",
        "M": "The attacker must log in twice or more, even if always with the "
             "same credentials.",
    }),
    "C": ("How much information a successful attack discloses to people who "
          "may not see it.", {
        "C": "Everything is disclosed, so that the attacker can read all data "
             "of the system.",
        "P": "Considerable information is disclosed, but it is limited or not "
             "the attacker's choice.",
        "N": "No information is disclosed.",
    }),
    "I": ("How far a successful attack makes data false or untrustworthy.", {
        "C": "All protection is lost, so that the attacker can change any file "
             "of the system.",
        "P": "Some files or data can be changed, but they are limited or not "
             "the attacker's choice.",
        "N": "No data can be changed.",
    }),
    "A": ("How far a successful attack makes the system or its resources "
          "unavailable.", {
        "C": "The attacker can shut the affected resource down completely.",
        "P": "Performance drops or the resource is interrupted.",
        "N": "Availability is not affected.",
    }),
    "E": ("How far exploit techniques and code have developed today.",
          {"H": EXPLOIT_CODE["H"], "F": EXPLOIT_CODE["F"],
           "POC": EXPLOIT_CODE["P"], "U": EXPLOIT_CODE["U"]}),
    "RL": (REMEDY, {"U": REMEDIATION["U"], "W": REMEDIATION["W"],
                    "TF": REMEDIATION["T"], "OF": REMEDIATION["O"]}),
    "RC": (CONFIDENCE, {
        "C": "The vendor or author acknowledges it, or an event such as a "
             "published exploit confirms it.",
        "UR": "Several unofficial sources report it, though details may be "
              "unclear or contradictory.",
        "UC": "One unconfirmed source reports it, or several reports "
              "contradict each other.",
    }),
    "CDP": ("How much life, property, productivity or revenue could be lost.", {
        "H": collateral("catastrophic"),
        "MH": collateral("significant"),
        "LM": collateral("moderate"),
        "L": collateral("slight"),
        "N": "No life, property, productivity or revenue can be lost.",
    }),
    "TD": ("How large a share of the systems in your environment is "
           "vulnerable.", {
        "H": share("76 % to 100 %"),
        "M": share("26 % to 75 %"),
        "L": share("1 % to 25 %"),
        "N": "No system in the environment is vulnerable, or only one in a "
             "laboratory.",
    }),
    **REQUIREMENTS,
}

V3 = {
    "AV": ("How far away an attacker can be.", ATTACK_VECTOR),
    "AC": ("Whether the attack depends on conditions that the attacker does "
           "not control, apart from what users do.", {
        "L": "No special conditions apply, and the attacker can expect to "
             "succeed again and again.",
        "H": "The attacker must prepare for this very target, for example to "
             "win a race or to get between two parties.",
    }),
    "PR": ("What rights the attacker must hold before the attack.",
           PRIVILEGES),
    "UI": ("Whether somebody other than the attacker must take part.", {
        "N": "The attack needs no action by any user.",
        "R": "A user must do something first, such as opening a document or "
             "installing a program.",
    }),
    "S": ("Whether the attack affects resources outside the security authority "
          "of the vulnerable component.", {
        "U": "Only resources under the security authority of the vulnerable "
             "component are affected.",
        "C": "Resources under a different security authority can be affected.",
    }),
    "C": ("How much confidential information of the impacted component is "
          "disclosed.", {
        "H": "Everything is disclosed, or something that does direct, serious "
             "harm, such as an administrator's password.",
        "L": "Some information is disclosed, but it is limited or not the "
             "attacker's choice, and does no direct, serious harm.",
        "N": "No confidential information is disclosed.",
    }),
    "I": ("How far data of the impacted component can be changed without "
          "permission.", {
        "H": "Anything that is protected can be changed, or the possible "
             "changes do direct, serious harm.",
        "L": "Data can be changed, but only a little or without control of "
             "the result, and with no direct, serious harm.",
        "N": "No data can be changed without permission.",
    }),
    "A": ("How far the impacted component itself becomes unavailable.", {
        "H": "Access can be denied completely, or denying some of it does "
             "direct, serious harm.",
        "L": "Performance drops or service is interrupted, but never denied "
             "completely, and no direct, serious harm follows.",
        "N": "Availability is not affected.",
    }),
    "E": ("How likely attacks are, judged by today's exploit techniques, code "
          "and known attacks.", EXPLOIT_CODE),
    "RL": (REMEDY, REMEDIATION),
    "RC": (CONFIDENCE, {
        "C": "Detailed reports or a working reproduction exist, or the source "
             "code or the vendor confirms it.",
        "R": "Important details are public and an impact can be verified, but "
             "the root cause is not fully certain.",
        "U": "Reported effects point to a vulnerability, but its cause is "
             "unknown or the reports disagree.",
    }),
    **REQUIREMENTS,
}

V4 = {
    "AV": V3["AV"],
    "AC": ("Whether the attacker must actively get past security that is built "
           "into the target.", {
        "L": "There is nothing to get past, and the attacker can expect to "
             "succeed again and again.",
        "H": "The attacker must evade a protection such as ASLR, or first "
             "obtain a secret of this very target.",
    }),
    "AT": ("Whether the attack depends on how the vulnerable system is "
           "deployed or happens to run.", {
        "N": "The attack works against all or most instances of the "
             "vulnerability.",
        "P": "Certain conditions must hold, such as a race that is won or an "
             "attacker placed in the network path.",
    }),
    "PR": V3["PR"],
    "UI": ("How much somebody other than the attacker must take part.", {
        "N": V3["UI"][1]["N"],
        "P": "A user takes part without meaning to, for example by viewing a "
             "page, and overrides no protection.",
        "A": "A user must knowingly do something specific, such as importing a "
             "file, or override a protection.",
    }),
    "VC": ("How much confidential information of the vulnerable system is "
           "disclosed.", V3["C"][1]),
    "VI": ("How far data of the vulnerable system can be changed without "
           "permission.", V3["I"][1]),
    "VA": ("How far the vulnerable system itself becomes unavailable.",
           V3["A"][1]),
    "SC": ("How much confidential information of systems beyond the vulnerable "
           "one is disclosed.", {
        "H": "Another system discloses everything, or something that does "
             "direct, serious harm, such as a password.",
        "L": "Another system discloses some information, which does no direct, "
             "serious harm.",
        "N": "No other system discloses confidential information.",
    }),
    "SI": ("How far data of systems beyond the vulnerable one can be changed "
           "without permission.", {
        "H": "Anything protected on another system can be changed, or the "
             "possible changes do direct, serious harm.",
        "L": "Data of another system can be changed to some extent, with no "
             "direct, serious harm.",
        "N": "No data of another system can be changed without permission.",
    }),
    "SA": ("How far systems beyond the vulnerable one become unavailable.", {
        "H": "Access to another system can be denied completely, or denying "
             "some of it does direct, serious harm.",
        "L": "Another system slows down or is interrupted, but never fully "
             "unavailable, and no direct, serious harm follows.",
        "N": "The availability of other systems is not affected.",
    }),
    "E": ("How likely attacks are, judged by what is known of attacks, attack "
          "kits and public exploit code.", {
        "A": "Attacks have been reported, successful or not, or kits make "
             "them simple.",
        "P": "Proof-of-concept code is public, but neither attacks nor kits "
             "that make them simple are known.",
        "U": "Neither public proof-of-concept code nor attacks nor attack kits "
             "are known.",
    }),
    **REQUIREMENTS,
    "S": ("How badly people can foreseeably be injured if the vulnerability is "
          "exploited.", {
        "N": "Injuries are minor at worst, which is the category Negligible of "
             "IEC 61508.",
        "P": "Major injuries or deaths are possible, which are the categories "
             "Marginal to Catastrophic of IEC 61508.",
    }),
    "AU": ("Whether an attacker can automate the attack on many targets, from "
           "reconnaissance to exploitation.", {
        "N": "At least one step up to exploitation cannot be automated "
             "reliably.",
        "Y": "All four steps can be automated reliably: reconnaissance, "
             "weaponization, delivery and exploitation.",
    }),
    "R": ("How well the system recovers its services after an attack.", {
        "A": "The system recovers its services by itself.",
        "U": "A user must step in to recover the services.",
        "I": "The user cannot recover the services.",
    }),
    "V": ("How many resources an attacker gains control over with a single "
          "attack.", {
        "D": "The system holds few resources, as one person's mail "
             "program does.",
        "C": "The system holds many resources, as a central mail server does.",
    }),
    "RE": ("How much effort the quickest available response costs those who "
           "use the product.", {
        "L": "The response costs little, such as following advice or changing "
             "a setting.",
        "M": "The response costs some effort and perhaps a short interruption, "
             "as a simple remote update does.",
        "H": "The response is hard or interrupts service for long, as new "
             "firmware or replaced hardware may.",
    }),
    "U": ("How urgent the provider of the product considers the "
          "vulnerability.", {
        "Clear": "The provider sees no urgency and only informs.",
        "Green": "The provider sees reduced urgency.",
        "Amber": "The provider sees moderate urgency.",
        "Red": "The provider sees the highest urgency.",
    }),
    # Modified metrics whose values differ from those of their Base metric.
    "MSC": {"N": "What other systems disclose is negligible."},
    "MSI": {"N": "Changes to data of other systems are negligible.",
            "S": "Changed data can cause major injuries or deaths, which IEC "
                 "61508 rates Marginal or above."},
    "MSA": {"N": "The effect on the availability of other systems is "
                 "negligible.",
            "S": "The outage can cause major injuries or deaths, which IEC 61508 "
                 "rates Marginal or above."},
}

HELP = {"V2": V2, "V3": V3, "V4": V4}

# --- sections of a form -------------------------------------------------------
# {version: [(first metric, constant, name), ...]}, after the headings of the
# specifications.  The v2.0 guide has none within a group: there they follow its
# equations and NVD's calculator.

EXPLOITABILITY = ("EXPLOITABILITY", "Exploitability Metrics")
IMPACT = ("IMPACT", "Impact Metrics")
REQUIREMENT = ("REQUIREMENTS", "Security Requirements")
MODIFIED = "Modified Base Metrics: "

SECTIONS = {
    "V2": [("AV", *EXPLOITABILITY), ("C", *IMPACT),
           ("E", "THREAT", "Temporal Metrics"),
           ("CDP", "GENERAL", "General Modifiers"), ("CR", *REQUIREMENT)],
    "V3": [("AV", *EXPLOITABILITY), ("S", "SCOPE", "Scope"), ("C", *IMPACT),
           ("E", "THREAT", "Temporal Metrics"), ("CR", *REQUIREMENT),
           ("MAV", "MODIFIED_EXPLOITABILITY", MODIFIED + "Exploitability"),
           ("MS", "MODIFIED_SCOPE", MODIFIED + "Scope"),
           ("MC", "MODIFIED_IMPACT", MODIFIED + "Impact")],
    "V4": [("AV", *EXPLOITABILITY),
           ("VC", "VULNERABLE_IMPACT", "Vulnerable System Impact Metrics"),
           ("SC", "SUBSEQUENT_IMPACT", "Subsequent System Impact Metrics"),
           ("E", "THREAT", "Threat Metrics"), ("CR", *REQUIREMENT),
           ("MAV", "MODIFIED_EXPLOITABILITY", MODIFIED + "Exploitability"),
           ("MVC", "MODIFIED_VULNERABLE_IMPACT",
            MODIFIED + "Vulnerable System Impact"),
           ("MSC", "MODIFIED_SUBSEQUENT_IMPACT",
            MODIFIED + "Subsequent System Impact"),
           ("S", "SUPPLEMENTAL", "Supplemental Metrics")],
}
