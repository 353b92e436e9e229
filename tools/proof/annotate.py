# SPDX-License-Identifier: MIT
"""Copies lib/ and adds the annotations of a list to the copy.

    python3 annotate.py ANNOTATIONS LIB COPY

ANNOTATIONS: "== FILE: LINE" names a line that stands in FILE exactly once, blanks
at its ends aside, and what follows, up to the next "==", is put after it.  "==<"
puts it before.  All of it must be comments for the prover, so that what is
proved is the code itself.
"""
import re
import shutil
import sys
from pathlib import Path


def entries(text):
    for part in re.split(r"^==", text, flags=re.M)[1:]:
        head, _, body = part.partition("\n")
        file, _, line = head.lstrip("<").strip().partition(": ")
        yield head.startswith("<"), file, line.strip(), body.rstrip()


def main():
    listed, lib, copy = (Path(a) for a in sys.argv[1:])
    shutil.copytree(lib, copy)
    for before, file, line, body in entries(listed.read_text()):
        rest = re.sub(r"//@.*|/\*@.*?\*/", "", body, flags=re.S)
        if not body or rest.strip():
            sys.exit(f"{listed}: {file}: more than annotations: {rest.strip()}")
        lines = (copy / file).read_text().splitlines()
        at = [i for i, text in enumerate(lines) if text.strip() == line]
        if len(at) != 1:
            sys.exit(f"{listed}: {file}: {len(at)} lines are: {line}")
        lines.insert(at[0] + (not before), body)
        (copy / file).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
