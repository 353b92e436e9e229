# SPDX-License-Identifier: MIT
"""Holds README.md and docs/*.md to what they say; run in a scratch copy of the
project.

Every C block compiles and runs; a `text` block right after a `c` or an `sh`
block is what that prints; links lead to files; the version is the same in the
header, the newest heading of CHANGELOG.md and the SBOM; README's program is
the header's, and tests/consumer/main.c; each known anomaly has its test and its
line in the changelog.
"""
import re
import subprocess
import sys
import tempfile
from glob import glob
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
STRICT = "-std=c99 -Wall -Wextra -Wpedantic -Werror -Wno-unused -Iinclude".split()
failures = []


def fail(where, what):
    failures.append(where)
    print(f"{where}: {what}")


def blocks(path):
    """Yields place, language, text and the output promised (or None)."""
    text = path.read_text()
    found = list(FENCE.finditer(text))
    for i, block in enumerate(found):
        want = None
        if i + 1 < len(found) and found[i + 1][1] == "text":
            between = text[block.end():found[i + 1].start()]
            want = found[i + 1][2] if not between.strip() else None
        line = text.count("\n", 0, block.start()) + 1
        yield f"{path}:{line}", block[1], block[2], want


def whole_program(code):
    if re.search(r"\bmain\(", code):
        return code
    lines = code.splitlines(True)
    includes = [line for line in lines if line.startswith("#include")]
    body = [line for line in lines if not line.startswith("#include")]
    return ("#include <secrisk.h>\n#include <stdio.h>\n#include <string.h>\n"
            + "".join(includes) + "int main(void) {\n" + "".join(body)
            + "return 0;\n}\n")


def run_c(where, code, want, scratch):
    source, program = scratch / "snippet.c", scratch / "snippet"
    source.write_text(whole_program(code))
    cc = subprocess.run(
        ["cc", *STRICT, str(source), str(scratch / "all.o"), "-o", str(program)],
        capture_output=True, text=True, check=False)
    if cc.returncode:
        return fail(where, "does not compile\n" + cc.stderr)
    # README's program takes a vector, and has nothing to print without one.
    run = subprocess.run([str(program)], capture_output=True, text=True,
                         stdin=subprocess.DEVNULL, timeout=10, check=False)
    if run.returncode < 0:
        return fail(where, f"dies of signal {-run.returncode}")
    if want is not None and run.stdout != want:
        return fail(where, f"prints\n{run.stdout}not\n{want}")
    return None


def run_sh(where, code, want):
    run = subprocess.run(["sh", "-c", code], stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, timeout=60,
                         stdin=subprocess.DEVNULL, check=False)
    if run.stdout != want:
        fail(where, f"prints\n{run.stdout}not\n{want}")


def check_page(path, scratch):
    for where, language, code, want in blocks(path):
        if language == "c":
            run_c(where, code, want, scratch)
        elif language == "sh" and want is not None:
            run_sh(where, code, want)
    for target in LINK.findall(FENCE.sub("", path.read_text())):
        there = path.parent / target
        if not re.match(r"[a-z]+:", target) and not there.exists():
            fail(str(path), f"a link to {target}, which is not there")


def check_consumer():
    programs = [code for _, language, code, _ in blocks(Path("README.md"))
                if language == "c"]
    lines = Path("tests/consumer/main.c").read_text().splitlines(True)
    if programs[:1] != ["".join(lines[2:])]:
        fail("README.md", "its program is not tests/consumer/main.c")
    header = Path("include/secrisk.h").read_text()
    shown = header[header.index(" *   #include"):header.index(" * Where to")]
    shown = re.sub(r"^ \*(?:   )?", "", shown, flags=re.M).rstrip() + "\n"
    if programs[:1] != [shown]:
        fail("include/secrisk.h", "its program is not README's")


def check_version():
    header = Path("include/secrisk.h").read_text()
    version = ".".join(
        re.findall(r"^#define SECRISK_VERSION_\w+ (\d+)", header, re.M))
    log = Path("CHANGELOG.md").read_text()
    releases = re.split(r"^## ", log, flags=re.M)[1:]
    if not releases[0].startswith("[Unreleased]"):
        fail("CHANGELOG.md", "[Unreleased] is not on top")
    if not releases[1].startswith(f"[{version}] - "):
        fail("CHANGELOG.md", f"the newest release is not {version}")
    for release in releases:
        for line in ("**ABI:** ", "**Scores:** "):
            if line not in release:
                fail("CHANGELOG.md", f"{release.split()[0]} lacks {line}")
    for sbom in glob("*.cdx.json") + glob("*.spdx.json"):
        if f'"{version}"' not in Path(sbom).read_text():
            fail(sbom, f"does not name version {version}")


def check_anomalies():
    """Each has a test that exists, and a line under a "Fixed" of the changelog."""
    rows = re.findall(r"^\| (A\d+) \|.* \| (\S+)(?:: (\w+))? \|$",
                      Path("docs/anomalies.md").read_text(), re.M)
    for number, (name, file, test) in enumerate(rows, 1):
        text = Path(file).read_text() if Path(file).is_file() else ""
        if name != f"A{number}" or not text or (
                test and not re.search(rf"^static void {test}\(", text, re.M)):
            fail("docs/anomalies.md", f"{name}: no test {file} {test}")
    fixed = re.findall(r"^### Fixed\n(.*?)(?=^##)",
                       Path("CHANGELOG.md").read_text(), re.M | re.S)
    named = []
    for bullet in re.findall(r"^- (.*)", "\n".join(fixed), re.M):
        ids = re.match(r"(?:A\d+(?:, )?)+(?=: )", bullet)
        if not ids:
            fail("CHANGELOG.md", f"a fault without an id: {bullet}")
        else:
            named += ids[0].split(", ")
    if named != [row[0] for row in rows] or not rows:
        fail("docs/anomalies.md", f"the changelog names {named}")


def main():
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        subprocess.run(["cc", "-Iinclude", "-r", "-o", str(scratch / "all.o"),
                        *sorted(glob("lib/*/*.c"))], check=True)
        pages = [Path(p) for p in sorted(glob("*.md") + glob("docs/**/*.md",
                                                             recursive=True))]
        for page in pages:
            check_page(page, scratch)
    check_consumer()
    check_version()
    check_anomalies()
    print(f"{len(pages)} pages, {len(failures)} faults")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
