# SPDX-License-Identifier: MIT
"""Stands in for PlatformIO: packs a library, or builds a project that has it.

    python3 platformio.py pack LIBRARY DIRECTORY
    python3 platformio.py build PROJECT LIBRARY

pack copies what a package would hold.  build compiles PROJECT/main.c with what
LIBRARY/library.json and PROJECT/platformio.ini say, into PROJECT/program."""
import configparser
import json
import shutil
import subprocess
import sys
from pathlib import Path

MANIFESTS = ["library.json", "library.properties", "platform.json",
             "package.json", "module.json"]
NEVER = [".git", ".hg", ".svn", ".pio", ".DS_Store"]


def pack(library, out):
    """Everything, or what export.include names, but never a tool's own files;
    then without export.exclude; with every manifest at the top."""
    export = json.loads((library / "library.json").read_text()).get("export", {})
    for name in export.get("include") or sorted(p.name
                                                for p in library.iterdir()):
        if name in NEVER + export.get("exclude", []):
            continue
        if (library / name).is_dir():
            shutil.copytree(library / name, out / name)
        else:
            out.mkdir(exist_ok=True)
            shutil.copy(library / name, out / name)
    for name in MANIFESTS:
        if (library / name).is_file():
            shutil.copy(library / name, out / name)


def build(project, library):
    rules = json.loads((library / "library.json").read_text())["build"]
    ini = configparser.ConfigParser()
    ini.read_string((project / "platformio.ini").read_text())
    flags = ini[ini.sections()[0]].get("build_flags", "").split()
    include = f"-I{library / rules['includeDir']}"
    sources = sorted((library / rules["srcDir"]).rglob("*.c"))
    for file in sources:
        subprocess.run(["cc", *flags, *rules["flags"], include, "-c", file],
                       cwd=project, check=True)
    subprocess.run(["cc", *flags, include, "main.c",
                    *(f.with_suffix(".o").name for f in sources),
                    "-o", "program"], cwd=project, check=True)


if __name__ == "__main__":
    {"pack": pack, "build": build}[sys.argv[1]](*map(Path, sys.argv[2:]))
