# SPDX-License-Identifier: MIT
"""Writes the library as two files, secrisk.h and secrisk.c.

    python3 amalgamate.py DIRECTORY

Every file of lib/ follows the other in one source; a static name that two
files use gets its file's name before it, and a macro ends with its file."""
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INCLUDE = re.compile(r'^#include "([^"]+)"\n', re.M)
STATIC = re.compile(r"^static (?:inline )?[^=;({]*?\b(\w+)(?=[\[(;]| =)", re.M)
MACRO = re.compile(r"^#define (\w+)", re.M)
# Comments and strings are left alone; so is a member, after "." or "->".
TOKEN = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
                   r"""|(?:->|\.)?\b[A-Za-z_]\w*""", re.S)


def inlined(name, seen):
    """A header's text with what it includes, nothing twice."""
    if name in seen:
        return ""
    seen.add(name)
    if name == "secrisk.h":
        return '#include "secrisk.h"\n'
    text = (ROOT / "lib" / name).read_text()
    return INCLUDE.sub(lambda m: inlined(m[1], seen), text)


def renamed(text, names, stem):
    def one(m):
        return f"{stem}_{m[0]}" if m[0] in names else m[0]
    return TOKEN.sub(one, text)


def includes(name):
    """The headers that a file of lib/ needs, those of headers too."""
    found = set()
    for other in INCLUDE.findall((ROOT / "lib" / name).read_text()):
        if other != "secrisk.h":
            found |= {other} | includes(other)
    return found


def bodies(files):
    """{file: its text, with the headers that it alone includes}, and the
    headers that several include."""
    users = Counter(h for f in files for h in includes(f.name))
    common = {h for h, n in users.items() if n > 1}

    def body(name):
        text = (ROOT / "lib" / name).read_text()
        return INCLUDE.sub(
            lambda m: m[0] if m[1] in common | {"secrisk.h"} else body(m[1]),
            text)

    return {f: body(f.name) for f in files}


def source(file, text, seen, shared):
    heads = "".join(inlined(n, seen) for n in INCLUDE.findall(text))
    own = INCLUDE.sub("", text)
    ends = "".join(f"#undef {name}\n"
                   for name in dict.fromkeys(MACRO.findall(own)))
    mine = set(STATIC.findall(own)) & shared
    return (f"\n/* ---- lib/{file.name} ---- */\n" + heads
            + renamed(own, mine, file.stem) + ends)


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    texts = bodies(sorted(ROOT.glob("lib/*/*.c")))
    # A static name that any other file uses too, for whatever.
    words = {f: set(TOKEN.findall(t)) for f, t in texts.items()}
    words |= {h: set(TOKEN.findall(h.read_text()))
              for h in ROOT.glob("lib/*.h")}
    used = Counter(w for found in words.values() for w in found)
    shared = {name for t in texts.values() for name in STATIC.findall(t)
              if used[name] > 1}
    seen = set()
    text = ("/* SPDX-License-Identifier: MIT */\n"
            "/* secrisk in one file, made from lib/ by tools/amalgamate.py;"
            " see LICENSE. */\n")
    text += "".join(source(f, t, seen, shared) for f, t in texts.items())
    (out / "secrisk.c").write_text(text)
    (out / "secrisk.h").write_text((ROOT / "include/secrisk.h").read_text())


if __name__ == "__main__":
    main()
