# SPDX-License-Identifier: MIT
"""What each database answers: the same functions, the same results."""

V20 = "AV:N/AC:L/Au:N/C:P/I:P/A:P"
V30 = "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/RC:U"
V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H"
BAD = V31.replace("AV:N", "AV:Q")
ANY_ORDER = "CVSS:3.1/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N/E:X"
OP_TEE = "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"
NO_BANDS = "DREAD:OWASP/D:8/R:9/E:6/A:10/DI:8"
# Places are in bytes: each of the two letters above ASCII has two.
BODY = f"Gr\u00f6\u00dfe: {V31} (critical), {BAD} and {V40}."
ACTION = ("reduce the risk to a level for which reduction is not mandatory; a "
          "rationale is required for what is accepted without a control, or "
          "although reduction is mandatory; where controls would impair "
          "critical performance, or a high risk remains, it may be accepted if "
          "the benefit outweighs it")
NTH = "(SELECT {} FROM cvss_find('{}') ORDER BY byte LIMIT 1 OFFSET {})"
PLACE = "byte || ' ' || score || ' ' || severity"

# What a SELECT of each gives; NULL is shown as "-".
ANSWERS = [
    (f"cvss_score('{V31}')", "9.8"),
    (f"cvss_score('{V20}')", "7.5"),
    (f"cvss_score('{V30}')", "9.2"),
    (f"cvss_score('{V40}')", "8.6"),
    ("cvss_score('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N')", "0.0"),
    ("cvss_score('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H')", "10.0"),
    # A text that is no vector has no score, and an error that says why.
    (f"cvss_score('{BAD}')", "-"),
    ("cvss_score('')", "-"),
    ("cvss_score(NULL)", "-"),
    (f"cvss_score('{V31} ')", "-"),
    (f"cvss_score('{V31}/E:\u00c4')", "-"),
    (f"cvss_error('{BAD}')", "byte 13: AV must be N, A, L or P"),
    (f"cvss_error('{V31}')", "-"),
    ("cvss_error('')", "byte 1: there is nothing to read"),
    (f"substr(cvss_error('{V31}\u00e4'), 1, 8)", "byte 45:"),
    ("cvss_error(NULL)", "-"),
    (f"cvss_severity('{V31}')", "Critical"),
    (f"cvss_severity('{V20}')", "High"),
    (f"cvss_severity('{BAD}')", "-"),
    ("cvss_severity('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N"
     "/SA:N')", "None"),
    (f"cvss_vector('{ANY_ORDER}')", V31),
    (f"cvss_vector('{BAD}')", "-"),
    # A device: what its profile says is laid over the vector.
    (f"cvss_profile('{V31}', 'CVSS:3.1/MAV:L/CR:L')", V31 + "/CR:L/MAV:L"),
    (f"cvss_score(cvss_profile('{V31}', 'CVSS:3.1/MAV:P'))", "6.8"),
    (f"cvss_profile('{V30}', 'CVSS:3.1/MAV:P')", V30 + "/MAV:P"),
    (f"cvss_profile('{V40}', 'CVSS:3.1/MAV:P')", V40),
    (f"cvss_profile(cvss_profile('{V40}', 'CVSS:3.1/MAV:P'), "
     "'CVSS:4.0/E:U')", V40 + "/E:U"),
    (f"cvss_profile('{BAD}', 'CVSS:3.1/MAV:P')", "-"),
    (f"cvss_profile('{V31}', NULL)", "-"),
    ("cvss_profile(NULL, 'CVSS:3.1/MAV:P')", "-"),
    # Vectors in other text
    (f"(SELECT count(*) FROM cvss_find('{BODY}'))", "2"),
    (NTH.format(PLACE, BODY, 0), "10 9.8 Critical"),
    (NTH.format(PLACE, BODY, 1), "116 8.6 High"),
    (NTH.format("vector || ' ' || found", f"({ANY_ORDER})", 0),
     V31 + " " + ANY_ORDER),
    ("(SELECT count(*) FROM cvss_find(''))", "0"),
    ("(SELECT count(*) FROM cvss_find(NULL))", "0"),
    (f"(SELECT count(*) FROM (SELECT '{V31}' AS b UNION ALL SELECT '{BAD}' "
     f"UNION ALL SELECT '{BODY}') AS d, cvss_find(d.b))", "3"),
    # DREAD
    (f"dread_score('{OP_TEE}')", "8.2"),
    ("dread_score('DREAD:EC-Council/D:8/R:9/E:6.5/A:10/DI:8')", "41.5"),
    ("dread_score('DREAD:1.0/D:1/A:1/R:1/E:2/DI:1')", "1.2"),
    (f"dread_level('{OP_TEE}')", "High"),
    (f"dread_level('{NO_BANDS}')", "-"),
    ("dread_score('DREAD:OP-TEE/D:8')", "-"),
    (f"dread_score('{V31}')", "-"),
    (f"dread_error('{OP_TEE}')", "-"),
    ("dread_error('DREAD:OP-TEE/D:11/R:9/E:6/A:10/DI:8')",
     "byte 16: D must be a whole number from 0 to 10"),
    ("dread_error(NULL)", "-"),
    # What a policy demands
    (f"risk_action('{V31}', 'default')", "Critical: " + ACTION),
    (f"substr(risk_action('{OP_TEE}', 'strict'), 1, 16)", "High: reduce the"),
    (f"risk_action('{NO_BANDS}', 'default')", "-"),
    (f"risk_action('{BAD}', 'default')", "-"),
    (f"risk_action('{V31}', NULL)", "-"),
]

# An argument of the query's author that is wrong, and what says so; even if
# the vector is none.
REFUSED = [
    (f"cvss_profile('{V31}', 'CVSS:3.1/MAV:Q')",
     "byte 14: MAV must be N, A, L or P, or X (not defined)"),
    (f"cvss_profile('{BAD}', '{V31}')",
     "a Base metric belongs to the weakness, not to the device"),
    (f"cvss_profile('{V31}', 'CVSS:3.1/MAV:X')", "it gives no metric"),
    (f"cvss_profile('{V31}', '')", "byte 1: there is nothing to read"),
    (f"risk_action('{BAD}', 'lax')", "it must be default or strict"),
    (f"risk_action('{V31}', '')", "it must be default or strict"),
]

