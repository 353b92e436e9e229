# SPDX-License-Identifier: MIT
"""The house rules that clang-format does not know; run in the project.

Every text file: no trailing blank, no tab (but in a Makefile), a final newline,
no CR.  Sources: the licence in the first line, 80 columns (Python and
JavaScript 88), 350
lines a C file (a test 500), 40 lines a function; generated tables only the
licence.  Public headers: their own lengths, and whole sentences.
"""
import re
import subprocess
import sys
from pathlib import Path

SOURCES = {".c", ".h", ".py", ".sh", ".map", ".js", ".mjs", ".build", ".txt"}
DATA = {".csv", ".json", ".lock", ".xml", ".svg", ".png", ".ico", ".dict"}
MAKEFILES = {"Makefile", "rules"}
DATA_DIRS = {"data", "corpus", "seeds", "regress"}
FILE_LINES, FUNCTION_LINES = 350, 40
# A reader of the public headers meets no more than this.
HEADER_LINES = {"secrisk.h": 130, "base.h": 150, "cvss.h": 380,
                "cvss_metrics.h": 170, "dread.h": 130, "risk.h": 380,
                "safety_class.h": 100}


def files():
    """What git would keep, or everything where there is no git."""
    git = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],
        capture_output=True, check=False)
    if git.returncode == 0 and git.stdout:
        found = [Path(f) for f in git.stdout.decode().split("\0") if f]
    else:
        found = [p for p in Path(".").rglob("*") if ".git" not in p.parts]
    return sorted(p for p in found if p.is_file())


def is_source(path, lines):
    return path.suffix in SOURCES or bool(lines and lines[0].startswith("#!"))


def check_source(path, lines):
    first = lines[1] if lines[0].startswith("#!") else lines[0]
    if "SPDX-License-Identifier: MIT" not in first:
        yield 1, "the first line is not the licence"
    if path.name.endswith("_data.h") or "tables" in path.parts:
        return
    columns = 88 if path.suffix in (".py", ".js", ".mjs") else 80
    for n, line in enumerate(lines, 1):
        if len(line) > columns:
            yield n, f"{len(line)} columns"
    most = FILE_LINES
    if path.parts[0] == "include":
        most = HEADER_LINES[path.name]
        yield from check_words(lines)
    elif path.parts[0] == "tests":
        most = 500
    if len(lines) > most and path.suffix in (".c", ".h"):
        yield len(lines), f"more than {most} lines"
    if path.suffix == ".c":
        yield from check_functions(lines)


def check_words(lines):
    """A header's comments are whole sentences, not telegrams."""
    comments = " ".join(re.findall(r"/\*.*?\*/", "\n".join(lines), re.S))
    prose = re.sub(r"`[^`]*`|^ \*   .*$", "", comments, flags=re.M)
    words = len(re.findall(r"[A-Za-z']+", prose))
    if prose.count(";") * 100 > words:
        yield 1, f"{prose.count(';')} semicolons in {words} words of comments"


def check_functions(lines):
    start = None
    for n, line in enumerate(lines, 1):
        if re.match(r"[A-Za-z_].*[({,]$|[A-Za-z_].*\) \{$", line):
            start = start or n
        elif re.match(r"\}", line):
            body = start and "(" in lines[start - 1]
            if body and line == "}" and n - start + 1 > FUNCTION_LINES:
                yield start, f"a function of {n - start + 1} lines"
            start = None
        elif line.endswith(";") and not line.startswith(" "):
            start = None


def check(path):
    data = path.read_bytes()
    if path.suffix in DATA or b"\0" in data or DATA_DIRS & set(path.parts):
        return
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield 1, "not UTF-8"
        return
    lines = text.splitlines()
    for n, line in enumerate(lines, 1):
        if line != line.rstrip():
            yield n, "trailing blank"
        if "\t" in line and path.name not in MAKEFILES:
            yield n, "tab"
    if data and not data.endswith(b"\n"):
        yield len(lines), "no final newline"
    if b"\r" in data:
        yield 1, "CR"
    if lines and is_source(path, lines) and path.name != "exports.txt":
        yield from check_source(path, lines)


def main():
    bad = 0
    for path in files():
        for n, what in check(path):
            print(f"{path}:{n}: {what}")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
