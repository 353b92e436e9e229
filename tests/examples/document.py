# SPDX-License-Identifier: MIT
"""Runs the lines of docs/databases.md as they are written.

    python3 document.py SECTION sh
    python3 document.py SECTION sql COMMAND...

Run in the project.  Of a section, the `sh` blocks go to the shell in turn; an
`sql` block is the last argument of COMMAND, and the `text` block right after it
is what that prints, blanks at the ends of lines aside."""
import re
import subprocess
import sys
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


def trimmed(text):
    return [line.rstrip() for line in text.rstrip().split("\n")]


def run(command, want):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                          check=False)
    if want is None and done.returncode:
        sys.exit(f"{command[-1]}\nfails:\n{done.stdout}")
    if want is not None and trimmed(done.stdout) != trimmed(want):
        sys.exit(f"{command[-1]}\nprints\n{done.stdout}\nnot\n{want}")


def main():
    section, language, *command = sys.argv[1:]
    text = Path("docs/databases.md").read_text()
    begin = text.index(f"\n## {section}\n") + 1
    text = text[begin:(text + "\n## ").index("\n## ", begin)]
    found = list(FENCE.finditer(text))
    count = 0
    for block, after in zip(found, [*found[1:], None]):
        if block[1] != language:
            continue
        want = None
        if after and after[1] == "text" and not text[block.end():
                                                     after.start()].strip():
            want = after[2]
        run([*(command or ["sh", "-euc"]), block[2]], want)
        count += 1
    if count == 0:
        sys.exit(f"docs/databases.md has no {language} for {section}")
    print(f"ok: {count} blocks of {language} for {section}, as written")


main()
