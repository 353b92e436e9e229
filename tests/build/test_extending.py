# SPDX-License-Identifier: MIT
"""A metric, a DREAD scheme and a policy are added to a copy of the project, by
touching no file but those that docs/extending.md lists.

    python3 test_extending.py ROOT"""
import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "tests/examples"))
from tap import done, equal, ok, run  # noqa: E402

PAGE = (ROOT / "docs/extending.md").read_text()
CC = "cc -std=c99 -O0 -Wall -Wextra -Werror".split()
COPIED = ["include", "lib", "tools"]
STANDARD, HELP = "tools/standard.py", "tools/help_texts.py"
DREAD_H, RISK_H = "include/secrisk/dread.h", "include/secrisk/risk.h"
SHIPPED = "lib/risk/policy_shipped.c"


class Copy:
    """A copy of what a change may touch, and which files it did touch."""

    def __init__(self, place):
        self.at = Path(tempfile.mkdtemp(dir=place))
        self.touched = set()
        for name in COPIED:
            shutil.copytree(ROOT / name, self.at / name,
                            ignore=shutil.ignore_patterns("__pycache__"))

    def files(self):
        return {p.relative_to(self.at): p.read_bytes()
                for name in COPIED for p in (self.at / name).rglob("*")
                if p.is_file()}

    def change(self, path, old, new):
        """The text at its one place becomes another."""
        text = (self.at / path).read_text()
        assert text.count(old) == 1, (path, old, text.count(old))
        (self.at / path).write_text(text.replace(old, new))
        self.touched.add(path)

    def generate(self):
        status, out, err = run([sys.executable, "-B",
                                str(self.at / "tools/generate.py")])
        return status, (out + err).decode()

    def program(self, name, body, *flags):
        """What a program prints that is linked with the library in one file."""
        run([sys.executable, "-B", str(self.at / "tools/amalgamate.py"),
             str(self.at / "one")])
        (self.at / "one/main.c").write_text(
            '#include "secrisk.h"\n#include <stdio.h>\n#include <string.h>\n'
            "int main(void) {\n" + body + "return 0;\n}\n")
        status, _, err = run(
            [*CC, *flags, "-o", "program", "main.c", "secrisk.c"],
            cwd=self.at / "one")
        ok(name + ": compiles", status == 0, err.decode())
        if status == 0:
            return run([str(self.at / "one/program")])[1].decode()
        return None


def listed(heading):
    """The files of the first table under a heading of the page."""
    found = re.search(f"^## {heading}\n.*?((?:^\\|[^\n]*\n)+)", PAGE,
                      re.M | re.S)
    rows = found[1].splitlines()[2:] if found else []
    return {f for row in rows for f in re.findall("`([^`]+)`",
                                                  row.split("|")[1])}


def as_listed(copy, heading):
    """It touched what the page lists, no more and no less."""
    page = {f for f in listed(heading) if f.split("/")[0] in COPIED}
    equal(heading + ": touches what the page lists", sorted(copy.touched),
          sorted(page))


def the_page():
    for place in re.findall(r"`(\w+/[\w./]+|[A-Z]+\.md)`", PAGE):
        ok(f"the page: {place} is there", (ROOT / place).exists())


# --- changes -------------------------------------------------------------------

def metric(copy, version, row, before="\n# --- versions ---"):
    """A metric behind all others of a version, or before some text."""
    copy.change(STANDARD, before, f"\n{version} += [{row}]\n{before}")


ZEAL = '("ZZ", "Zeal", "zeal", %s, %s, %s)'
EXTRA = ZEAL % ("S", "V4_S", '""')
SECTION = '("MC", "MODIFIED_IMPACT", MODIFIED + "Impact")],\n    "V4"'


def supplemental(copy):
    metric(copy, "V3", EXTRA)
    status, said = copy.generate()
    equal("a metric: a sentence of help is asked for", (status, said),
          (1, "tools/help_texts.py: ZZ of V3, value N, has no help text\n"))
    copy.change(HELP, "\nHELP = {", '\nV3["ZZ"] = ("How zealous an attacker '
                'is.", {"N": "The attacker gives up at once.", "P": "The '
                'attacker tries for years."})\nHELP = {')
    copy.change(HELP, SECTION, SECTION.replace(
        ")],", '), ("ZZ", "SUPPLEMENTAL", "Supplemental Metrics")],'))


def scheme(copy, name="Tenfold", number=108, order="A E R D DI", ask=True):
    copy.change(STANDARD, "\n]\n\n# --- v4.0: scoring", f'''
    Scheme({number}, "TENFOLD", "{name}", (1, 4, 1), "SUM", order="{order}",
           bands=((10, 24, "LOW"), (25, 40, "HIGH")), source="Nobody's."),
]

# --- v4.0: scoring''')
    if ask:
        status, said = copy.generate()
        equal("a scheme: its constant is asked for", (status, said),
              (1, f"tools/standard.py: {name} needs SECRISK_DREAD_TENFOLD = "
               f"{number} in include/secrisk/dread.h\n"))
        copy.change(DREAD_H, "  SECRISK_DREAD_D = 100",
                    f"  SECRISK_DREAD_TENFOLD = {number},\n"
                    "  SECRISK_DREAD_D = 100")


def policy(copy):
    copy.change(SHIPPED, "SECRISK_RULE_MANDATORY},\n};",
                "SECRISK_RULE_MANDATORY},\n    {PRACTICABLE, MANDATORY, "
                "MANDATORY, MANDATORY, SECRISK_RULE_MANDATORY},\n};")
    copy.change(SHIPPED, '"default\\0strict\\0"', '"default\\0strict\\0stern\\0"')
    copy.change(RISK_H, "SECRISK_POLICY_STRICT = 2 }",
                "SECRISK_POLICY_STRICT = 2,\n       SECRISK_POLICY_STERN = 3 }")


# --- what the library then does ---------------------------------------------------

V3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V3_ALL = (V3 + "/E:P/RL:O/RC:C/CR:H/IR:H/AR:H/MAV:L/MAC:L/MPR:L/MUI:R/MS:C/MC:L"
          "/MI:L/MA:N/ZZ:")
V4 = ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P/MAV:L"
      "/S:P/U:Red")
V2 = "AV:N/AC:L/Au:N/C:P/I:P/A:P"
SCORE = """
  static const char *const text[] = {%s};
  for (unsigned i = 0; i < sizeof text / sizeof *text; i++) {
    secrisk_cvss v;
    char again[SECRISK_CVSS_TEXT_SIZE];
    secrisk_status status =
        secrisk_cvss_parse(text[i], strlen(text[i]), 0, &v, NULL);
    (void)secrisk_cvss_format(&v, again, sizeof again);
    printf("%%d %%d %%d\\n", status, strcmp(again, text[i]),
           secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL));
  }
"""
ZZ = """
  secrisk_cvss v;
  (void)secrisk_cvss_parse(text[2], strlen(text[2]), 0, &v, NULL);
  printf("%d %s %s %s %s\\n", v.value[SECRISK_V3_ZZ] == SECRISK_V3_ZZ_P,
         secrisk_cvss_metric_name(31, SECRISK_V3_ZZ),
         secrisk_cvss_value_name(31, SECRISK_V3_ZZ, SECRISK_V3_ZZ_P),
         secrisk_cvss_section_name(31,
             secrisk_cvss_section(31, SECRISK_V3_ZZ)),
         secrisk_cvss_metric_name(40, SECRISK_V40_U));
"""
TENFOLD = """
  const char *text = "DREAD:Tenfold/A:4/E:1/R:1/D:1/DI:1";
  secrisk_dread d;
  uint16_t n, m;
  secrisk_level level;
  secrisk_status status = secrisk_dread_parse(text, strlen(text), &d, NULL);
  (void)secrisk_dread_score(&d, &n, &m);
  printf("%d %d %d/%d", status, d.scheme == SECRISK_DREAD_TENFOLD, n, m);
  status = secrisk_dread_level(&d, &level);
  printf(" %d %d", status, level);
  d.scheme += SECRISK_DREAD_D;
  d.half[4] = 0;
  char again[SECRISK_DREAD_TEXT_SIZE];
  (void)secrisk_dread_format(&d, again, sizeof again);
  printf(" %d %s\\n", secrisk_dread_check(&d, NULL), again);
"""
STERN = """
  secrisk_policy p;
  printf("%d", secrisk_policy_shipped(SECRISK_POLICY_STERN, &p));
  printf(" %d %d %s", secrisk_policy_check(&p, NULL),
         p.rule[SECRISK_LEVEL_MEDIUM] & 3,
         secrisk_policy_name(SECRISK_POLICY_STERN));
  printf(" %d [%s]\\n", secrisk_policy_shipped(4, &p), secrisk_policy_name(4));
"""


def quoted(*texts):
    return ", ".join(f'"{t}"' for t in texts)


def a_metric(place):
    heading = "An optional metric that no score counts"
    old = Copy(place).program("as it is", SCORE % quoted(
        V2, V3, V3_ALL[:-len("/ZZ:")], V4))
    copy = Copy(place)
    supplemental(copy)
    equal("a metric: generated", copy.generate()[0], 0)
    as_listed(copy, heading)
    for flags in ([], ["-DSECRISK_SMALL=1"]):
        new = copy.program("a metric", SCORE % quoted(
            V2, V3, V3_ALL + "P", V4) + ZZ, *flags)
        equal("a metric: read, written, named, not counted", new,
              f"{old}1 Zeal Present Supplemental Metrics Provider Urgency\n")


def a_scheme(place):
    copy = Copy(place)
    scheme(copy)
    equal("a scheme: generated", copy.generate()[0], 0)
    as_listed(copy, "A DREAD scheme")
    equal("a scheme: read, scored, rated, named",
          copy.program("a scheme", TENFOLD),
          "0 1 8/1 0 2 0 DREAD:Tenfold-D/A:4/E:1/R:1/D:1\n")


def a_policy(place):
    copy = Copy(place)
    policy(copy)
    equal("a policy: nothing to generate", copy.generate(), (0, ""))
    as_listed(copy, "A shipped policy")
    equal("a policy: shipped, sound, named", copy.program("a policy", STERN),
          "0 0 3 stern 1 []\n")


# --- what there is no room for ------------------------------------------------------

def threat(copy, before, values="V4_S", default='"P"', name="ZZ"):
    """A metric of the group of the first that is named so."""
    row = f'("{name}", "Zeal", "zeal", T, {values}, {default}),'
    copy.change(STANDARD, before, f"    {row}\n{before}")


V4_CR = '    ("CR", "Confidentiality Requirement", ' \
    '"confidentialityRequirement", E,\n     V4_REQ, "H"),'
V3_CR = V4_CR.replace('V4_REQ, "H"', 'V3_REQ, "M"')
V2_CDP = '    ("CDP", "Collateral Damage'
REFUSED = [
    (lambda c: metric(c, "V4", EXTRA),
     "V4 has 33 metrics; the reader's set of those seen has 32 bits, and "
     "secrisk_cvss must not grow: give the version a type of its own"),
    (lambda c: threat(c, V2_CDP),
     "V2 has 9 metrics for which Not Defined counts as a value; a layout has "
     "room for 8"),
    (lambda c: metric(c, "V2", EXTRA),
     "V2 has the Supplemental metric ZZ but no Modified ones, whose places it "
     "would take"),
    (lambda c: (threat(c, V3_CR), threat(c, V3_CR, name="ZY")),
     "V3 has 16 scored metrics; the scorers resolve 15, two words less the "
     "version"),
    (lambda c: metric(c, "V3", EXTRA.replace("ZZ", "ZEAL")),
     "V3 has a metric 'ZEAL'; a name is 1 to 3 letters"),
    (lambda c: metric(c, "V3", EXTRA.replace("ZZ", "MA")),
     "V3 has two metrics of one name"),
    (lambda c: metric(c, "V3", ZEAL % ("T", "V4_S", '"N"')),
     "V3 has ZZ behind the metrics of a later group"),
    (lambda c: metric(c, "V3", ZEAL % ("E", "V4_S", '"="')),
     "V3 has not one Modified metric for each Base metric, in their order"),
    (lambda c: metric(c, "V3", ZEAL % ("S", "V4_S", '"P"')),
     "V3 lets Not Defined of ZZ count as 'P', which a Supplemental metric "
     "cannot"),
    (lambda c: metric(c, "V3", ZEAL % ("S", "V2_CDP + V3_AV", '""')),
     "V3 has two values of ZZ that are written alike"),
    (lambda c: metric(c, "V3", ZEAL % ("S", '[(x, x, x) for x in "ABCDEFGH"]',
                                       '""')),
     "V3 has 8 values of ZZ; 7 are counted on by the tables of builds for "
     "speed"),
    (lambda c: metric(c, "V3", ZEAL % ("S", '[(x * 30, x, x) for x in "ABCDEFG"]',
                                       '""')),
     "VERSIONS have 447 bytes of words, and the place of one is a byte"),
    (lambda c: metric(c, "V3", ZEAL % ("S", '[("1", "One", "ONE")]', '""')),
     "V3 has a value of ZZ that is one character, but no capital letter, which "
     "builds for speed look for"),
    (lambda c: c.change(STANDARD, "\n]\n\n# --- DREAD",
                        '\n]\nVERSIONS += [VERSIONS[2]._replace(key="V41", '
                        "ids=(41, 41))]\n\n# --- DREAD"),
     "VERSIONS has other rows than V2, V3 and V4; another one needs a feature, "
     "a reader and a scorer, which are written by hand"),
    (lambda c: scheme(c, number=109, ask=False),
     "DREAD numbers its schemes other than 101, 102, ..."),
    (lambda c: scheme(c, order="DI A E R D", ask=False),
     "Tenfold does not order each rating once, with Discoverability, which its "
     "variant leaves out, last"),
    (lambda c: scheme(c, name="OWASP", ask=False),
     "DREAD has two schemes of one name"),
    (lambda c: scheme(c, name="Ten fold", ask=False),
     "Ten fold is no name of a scheme: 1 to 26 letters, digits, dots and "
     "hyphens, which SECRISK_DREAD_TEXT_SIZE holds"),
    (lambda c: scheme(c, name="Ten-D", ask=False),
     "Ten-D ends as the name of a variant without Discoverability does"),
]


def refusals(place):
    copy = Copy(place)
    standard = (copy.at / STANDARD).read_text()
    before = copy.files()
    for change, sentence in REFUSED:
        change(copy)
        equal(sentence, copy.generate(), (1, f"tools/standard.py: {sentence}\n"))
        (copy.at / STANDARD).write_text(standard)
    ok("a refusal writes nothing", copy.files() == before)


def main():
    the_page()
    with tempfile.TemporaryDirectory() as place:
        for case in (a_metric, a_scheme, a_policy, refusals):
            case(place)
    done()


main()
