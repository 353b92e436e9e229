#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Packs the calculator into one HTML file: no date, no path, nothing random.

    pack.py OUT WASM PAGE STYLE EXPORTS SCRIPT...

The first script is the binding: it must call what EXPORTS lists, and no more.
"""
import base64
import hashlib
import pathlib
import re
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


def squeezed(text):
    """Without indentation, empty lines and comments on lines of their own."""
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*$", "", text, flags=re.M | re.S)
    return re.sub(r"\n\s*", "\n", text).lstrip()


def main(out, wasm, page, style, exports, *scripts):
    read = [pathlib.Path(s).read_text(encoding="utf-8") for s in scripts]
    if not check_exports(read[0], pathlib.Path(exports).read_text()):
        return 1
    code = base64.b64encode(pathlib.Path(wasm).read_bytes()).decode()
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
