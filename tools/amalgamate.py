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


def path(file, name):
    """The file that an #include in file names."""
    return (file.parent / name).resolve()


WINGS = {"cvss_small": "SECRISK_SMALL", "cvss_fast": "!SECRISK_SMALL"}


def inlined(file, seen, wing=None):
    """A header's text after what it includes, nothing twice; only for builds
    that have its wing, if it or what includes a table is of one."""
    if file in seen:
        return ""
    seen.add(file)
    if file.parent.name != "tables":
        wing = WINGS.get(file.parent.name)
    text = file.read_text()
    before = "".join(public(name) or inlined(path(file, name), seen, wing)
                     for name in INCLUDE.findall(text))
    text = INCLUDE.sub("", text)
    return before + (f"#if {wing}\n{text}#endif\n" if wing else text)


def public(name):
    return '#include "secrisk.h"\n' if name == "secrisk.h" else ""


def headers():
    """The public header and its parts as one, the parts where the first is."""
    main = ROOT / "include/secrisk.h"
    seen = {main}

    def part(m):
        found = ROOT / "include" / m[1]
        if not found.is_file():
            found = ROOT / "include/secrisk" / m[1]
        if found in seen:
            return ""
        seen.add(found)
        return "\n" + INCLUDE.sub(part, found.read_text())

    text = INCLUDE.sub(part, main.read_text())
    left = {p.name for p in ROOT.glob("include/secrisk/*.h") if p not in seen}
    assert not left, f"secrisk.h includes no {left}"
    return text


def renamed(text, names, stem):
    def one(m):
        return f"{stem}_{m[0]}" if m[0] in names else m[0]
    return TOKEN.sub(one, text)


def includes(file):
    """The headers that a file of lib/ needs, those of headers too."""
    found = set()
    for name in INCLUDE.findall(file.read_text()):
        if not public(name):
            other = path(file, name)
            found |= {other} | includes(other)
    return found


def bodies(files):
    """{file: its text, with the headers that it alone includes, and with the
    paths of the others made absolute}."""
    users = Counter(h for f in files for h in includes(f))
    common = {h for h, n in users.items() if n > 1}

    def body(file):
        def one(m):
            if public(m[1]):
                return m[0]
            other = path(file, m[1])
            return f'#include "{other}"\n' if other in common else body(other)
        return INCLUDE.sub(one, file.read_text())

    return {f: body(f) for f in files}


def source(file, text, seen, shared):
    heads = "".join(public(n) or inlined(path(file, n), seen)
                    for n in INCLUDE.findall(text))
    own = INCLUDE.sub("", text)
    ends = "".join(f"#undef {name}\n"
                   for name in dict.fromkeys(MACRO.findall(own))
                   if not name.startswith("SECRISK__"))
    mine = set(STATIC.findall(own)) & shared
    return (f"\n/* ---- {file.relative_to(ROOT)} ---- */\n" + heads
            + renamed(own, mine, file.stem) + ends)


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    texts = bodies(sorted(ROOT.glob("lib/*/*.c")))
    # A static name that any other file uses too, for whatever.  Those with the
    # library's mark are one thing, which each wing may have in its own way.
    words = {f: set(TOKEN.findall(t)) for f, t in texts.items()}
    words |= {h: set(TOKEN.findall(h.read_text()))
              for h in ROOT.glob("lib/*/*.h")}
    used = Counter(w for found in words.values() for w in found)
    shared = {name for t in texts.values() for name in STATIC.findall(t)
              if used[name] > 1 and not name.startswith("secrisk__")}
    seen = set()
    text = ("/* SPDX-License-Identifier: MIT */\n"
            "/* secrisk in one file, made from lib/ by tools/amalgamate.py;"
            " see LICENSE. */\n")
    text += "".join(source(f, t, seen, shared) for f, t in texts.items())
    (out / "secrisk.c").write_text(text)
    (out / "secrisk.h").write_text(headers())


if __name__ == "__main__":
    main()
