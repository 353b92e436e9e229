# SPDX-License-Identifier: MIT
"""What the public headers declare and what they say, sentence by sentence."""
import re
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/", re.S)
FUNCTION = re.compile(r"\b(secrisk_[a-z0-9_]+)\(")
CONSTANT = re.compile(r"\b(SECRISK_[A-Z0-9_]+) = ")
MACRO = re.compile(r"^#define (SECRISK_[A-Z0-9_]+) \S", re.M)
TYPE = re.compile(r"^typedef uint8_t (secrisk_\w+);|^\} (secrisk_\w+);", re.M)
OPENED = re.compile(r"^typedef struct (secrisk_\w+) \{", re.M)
# A sentence ends at a full stop, if what follows looks like the start of one.
STOP = re.compile(r"(?<=[.?!])\s+(?=[A-Z0-9\"(`]|secrisk_|diag|buf |v\d\.\d|"
                  r"[a-z]+\[)")


def paths(root):
    return [Path("include/secrisk.h")] + [
        p.relative_to(root)
        for p in sorted((root / "include/secrisk").glob("*.h"))]


def symbols(root):
    """{name: (kind, header)} of every public function, constant and type."""
    found = {}
    for path in paths(root):
        code = COMMENT.sub("", (root / path).read_text())
        for kind, pattern in (("function", FUNCTION), ("constant", CONSTANT),
                              ("constant", MACRO), ("type", TYPE)):
            for match in pattern.finditer(code):
                name = next(g for g in match.groups() if g)
                found[name] = (kind, str(path))
    return found


def units(lines):
    """Yields (text, whole) for the paragraphs, bullets and rows of tables of a
    comment.  A row is one unit, whole; the others are cut into sentences."""
    unit, whole, left, row = [], False, 0, None
    for line in lines + [""]:
        text, deep = line.strip(), len(line) - len(line.lstrip())
        item = re.match(r"(?:- |\d\. )", text)
        within = left if not item else deep
        if not text or item or deep < within or (
                row is not None and deep <= row) or (
                row is None and deep >= within + 2 and (deep >= 2 or unit)):
            if unit:
                yield " ".join(unit), whole
            unit, whole = [], False
        if not text:
            left, row = 0, None
            continue
        if item:
            left, row = deep + len(item[0]), None
            text = text[len(item[0]):]
        elif not unit:
            whole = deep >= left + 2
            row = deep if whole else None
            left = left if whole else min(left, deep)
        unit.append(text)


def owner(code, end):
    """The symbols that a comment which stands alone speaks of: those declared
    after it, up to the next comment of that kind."""
    rest = COMMENT.sub("", re.split(r"^ *(?=/\*)", code[end:], maxsplit=1,
                                    flags=re.M)[0])
    found = [(m.start(), next(g for g in m.groups() if g))
             for pattern in (TYPE, OPENED, FUNCTION, CONSTANT)
             for m in pattern.finditer(rest)]
    # What stands before a function is spoken of with it.
    functions = set(FUNCTION.findall(rest))
    found.sort(key=lambda pair: (pair[1] not in functions, pair[0]))
    return [name for _, name in found]


def clean(comment):
    body = comment[2:-2]
    lines = [re.sub(r"^ ?\* ?|^ {0,3}", "", line) if i else line.strip()
             for i, line in enumerate(body.split("\n"))]
    return [re.sub(r"\s*@since [0-9.]+", "", line).rstrip() for line in lines]


def sentences(root):
    """Yields (header, line, symbol, sentence) in the order of the text."""
    for path in paths(root):
        code = (root / path).read_text()
        last = None  # of a comment beside code, whose text may go on
        for match in COMMENT.finditer(code):
            text = match[0]
            line = code.count("\n", 0, match.start()) + 1
            start = code.rfind("\n", 0, match.start()) + 1
            before = code[start:match.start()].strip()
            if re.match(r"/\* (SPDX|Generated|clang-format|----)", text):
                continue
            alone = not before and "\n" not in text and last and (
                match.start() - start > 4)
            if before or alone:
                name = before and beside(before, code[:start])
                words = " ".join(clean(text))
                if alone or not name:
                    last[3] += " " + words
                else:
                    if last:
                        yield tuple(last)
                    if name == "next":
                        name = owner(code, match.end())[0]
                    last = [str(path), line, name, words]
                continue
            if last:
                yield tuple(last)
                last = None
            names = owner(code, match.end())
            first = names[0] if names else ""
            lines = clean(text)
            if any(line.strip().startswith("#include") for line in lines):
                # The program, which tools/docs.py compiles and runs.
                ends = [n for n, line in enumerate(lines) if "}" in line]
                lines = lines[ends[-1] + 1:]
            for unit, table in units(lines):
                unit = " ".join(unit.split())
                if re.match(r"(status when|a metric a value|Critical, High)", unit):
                    continue  # the heads of a table's columns
                parts = [unit] if table else STOP.split(unit)
                for part in parts:
                    yield str(path), line, first, " ".join(part.split())
        if last:
            yield tuple(last)


def beside(line, above):
    """What a comment at the end of a line of code speaks of."""
    for pattern in (r"(SECRISK_\w+) =", r"\} (secrisk_\w+);",
                    r"\b(secrisk_\w+)\(", r"typedef uint8_t (secrisk_\w+)"):
        found = re.search(pattern, line)
        if found:
            return found[1]
    found = re.search(r"(\w+)(?:\[\d+\])?;", line)
    if found:
        return re.findall(r"^typedef struct (secrisk_\w+)", above, re.M)[-1]
    if line.startswith(("enum", "typedef struct")):
        return "next"
    return None
