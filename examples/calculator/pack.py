#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Packs the calculator into one HTML file: no date, no path, nothing random.

    pack.py OUT WASM PAGE STYLE EXPORTS SCRIPT...

The first script is the binding: it must call what EXPORTS lists, and no more.
Inside the file the functions have names of a letter or two, which takes a
thousand bytes less.
"""
import base64
import hashlib
import pathlib
import re
import string
import sys


def digest(text):
    raw = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(raw).decode()


def check_exports(binding, exports):
    called = set(re.findall(r"\bx\.(secrisk_\w+)", binding))
    listed = set(exports.split())
    for name in sorted(called ^ listed):
        place = "the binding" if name in listed else "exports.txt"
        print(f"pack.py: {name} is not in {place}", file=sys.stderr)
    return called == listed


def number(data, at):
    """An unsigned LEB128 at a place, and the place behind it."""
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift, at = shift + 7, at + 1
        if data[at - 1] < 128:
            return value, at


def leb128(value):
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def renamed(section, short):
    """An export section under short names."""
    count, at = number(section, 0)
    out = section[:at]
    for _ in range(count):
        size, at = number(section, at)
        name = section[at:at + size].decode()
        _, end = number(section, at + size + 1)
        brief = short.get(name, name).encode()
        out += leb128(len(brief)) + brief + section[at + size:end]
        at = end
    return out


def sections(wasm):
    """(kind, content) of each section."""
    at = 8
    while at < len(wasm):
        kind = wasm[at]
        size, at = number(wasm, at + 1)
        yield kind, wasm[at:at + size]
        at += size


def smaller(wasm, short):
    """The module under short names, without sections that only tools read."""
    out = wasm[:8]
    for kind, section in sections(wasm):
        if kind == 7:
            section = renamed(section, short)
        if kind != 0:
            out += bytes([kind]) + leb128(len(section)) + section
    return out


def short_names(exports):
    letters = string.ascii_letters
    return dict(zip(exports.split(),
                    [*letters, *(first + "1" for first in letters)]))


def squeezed(text):
    """Without indentation, empty lines and comments on lines of their own."""
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*$", "", text, flags=re.M | re.S)
    return re.sub(r"\n\s*", "\n", text).lstrip()


def main(out, wasm, page, style, exports, *scripts):
    read = [pathlib.Path(s).read_text(encoding="utf-8") for s in scripts]
    exports = pathlib.Path(exports).read_text()
    if not check_exports(read[0], exports):
        return 1
    short = short_names(exports)
    read[0] = re.sub(r"\bx\.(secrisk_\w+)", lambda m: f"x.{short[m[1]]}", read[0])
    module = smaller(pathlib.Path(wasm).read_bytes(), short)
    code = base64.b64encode(module).decode()
    script = ('"use strict";\n' + f'const WASM="{code}";\n(async () => {{\n'
              + "".join(map(squeezed, read))
              + '})().catch((e) => {\n  console.error(e);\n'
              '  document.getElementById("broken").hidden = false;\n});\n')
    css = squeezed(pathlib.Path(style).read_text(encoding="utf-8"))
    if re.search("</(script|style)", script + css, re.I):
        print("pack.py: an end tag in a script or style", file=sys.stderr)
        return 1
    text = pathlib.Path(page).read_text(encoding="utf-8")
    for mark, value in (("@SCRIPTHASH@", digest(script)),
                        ("@STYLEHASH@", digest(css)), ("@STYLE@", css),
                        ("@SCRIPT@", script)):
        if text.count(mark) != 1:
            print(f"pack.py: {mark} must occur once", file=sys.stderr)
            return 1
        text = text.replace(mark, value)
    pathlib.Path(out).write_bytes(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
