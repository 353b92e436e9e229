# SPDX-License-Identifier: MIT
"""Which names a function of a C file reaches, through what its file defines.

A plain reading of C as this project formats it: a definition starts in the
first column and ends with the line that closes it.
"""
import re
from functools import lru_cache
from pathlib import Path

WORD = re.compile(r"\b[A-Za-z_]\w*\b")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
LITERAL = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'')
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)
CASE = re.compile(r"\bX\((\w+)\)")


@lru_cache(maxsize=None)
def words(code):
    return frozenset(WORD.findall(code))


@lru_cache(maxsize=None)
def definitions(text):
    """{name: text} of the functions, tables, types and macros of a file."""
    found, chunk, level, round_ = {}, [], 0, 0
    for line in COMMENT.sub("", text).splitlines():
        if not chunk and (not line.strip() or line.startswith(" ")):
            continue
        if chunk and chunk[0][0] != "#" and re.match(r" *#", line):
            continue  # a condition within
        chunk.append(line)
        bare = LITERAL.sub("", line)
        level += bare.count("{") - bare.count("}")
        round_ += bare.count("(") - bare.count(")")
        if chunk[0][0] == "#":
            ends = not line.endswith("\\")
        elif re.match(r"[A-Z_]+\(", chunk[0]):  # a macro's call
            ends = level == 0 and round_ == 0
        else:
            ends = level == 0 and line.endswith((";", "}"))
        if ends:
            name_it("\n".join(chunk), found)
            chunk, level, round_ = [], 0, 0
    return found


def name_it(code, found):
    macro = re.match(r"# *define (\w+)", code)
    named = macro or re.search(r"(\w+)(?:\[[^=]*)? = |(\w+)\(", code)
    if named and (macro or "{" in code or "=" in code):
        names = [next(g for g in named.groups() if g)]
        for name in names + re.findall(r"^\} (\w+)", code, re.M):
            # Under another condition, the same name may be there once more.
            found[name] = found.get(name, "") + "\n" + code


@lru_cache(maxsize=None)
def read(path, roots):
    """The definitions of a file and of the headers of ours that it includes;
    what it includes within a table is part of the table."""
    text, known = Path(path).read_text(), {}
    for name in INCLUDE.findall(text):
        for root in (Path(path).parent, *roots):
            if (root / name).is_file():
                for word, code in read(str(root / name), roots).items():
                    known[word] = known.get(word, "") + code
                break

    def paste(match):
        for root in (Path(path).parent, *roots):
            if (root / match[1]).is_file():
                return (root / match[1]).read_text()
        return match[0]

    if re.search(r'\{\n(?:#.*\n)*#include "', text):
        text = re.sub(r'(?<=\n)#include "(\w+_data\.h)"', paste, text)
    for word, code in definitions(text).items():
        known[word] = known.get(word, "") + code
    return known


def reached(known, start):
    """Every word in `start` and in what it leads to."""
    seen, todo = set(), [start]
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        todo += words(known[name]) if name in known else ()
    return seen


def cases(text):
    """The test functions that a file defines, and those that it runs: what the
    macro CASES leads to, if a ..._MAIN is given it."""
    defined = set(re.findall(r"^static void (\w+)\(T_ARGS\)", text, re.M))
    macros = {}
    for name, body in re.findall(r"^#define (\w+)\(X\)((?:.*\\\n)*.*)", text,
                                 re.M):
        macros[name] = macros.get(name, "") + body
    if not re.search(r"^[A-Z_]*MAIN[A-Z_]*\([^;]*\bCASES\b", text, re.M):
        return defined, set()
    names = reached(macros, "CASES") & set(macros)
    return defined, {case for name in names for case in CASE.findall(macros[name])}
