# SPDX-License-Identifier: MIT
"""Prints a block of a document as it stands there.

    python3 block.py FILE HEADING LANGUAGE [NUMBER]

The NUMBERth (or first) fenced block of that language below the heading; it is
an error if there is none."""
import re
import sys
from pathlib import Path

file, heading, language, *number = sys.argv[1:]
sections = re.split(r"^#+ (.*)\n", Path(file).read_text(), flags=re.M)[1:]
text = dict(zip(sections[::2], sections[1::2])).get(heading, "")
found = re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
which = int(number[0]) if number else 1
if len(found) < which:
    sys.exit(f"{file}: below '{heading}' there is no {language} block {which}")
sys.stdout.write(found[which - 1])
