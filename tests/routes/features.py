# SPDX-License-Identifier: MIT
"""Are the features that Kconfig chose those that the library has?

    python3 features.py CONFIG BUILD FEATURES.C [PROGRAM]

CONFIG is what kconfig.py printed, BUILD a configured build with its
compile_commands.json.  No file of the library may be told to leave out
anything else.  Then PROGRAM, linked with the whole library, has to name the
same; without PROGRAM, FEATURES.C is linked with the one file of the library
that it needs, compiled as BUILD does it."""
import json
import shlex
import subprocess
import sys
from pathlib import Path

NAMES = "CVSS2 CVSS3 CVSS4 DREAD HELP JSON LENIENT NAMES RISK".split()
config, build, source = map(Path, sys.argv[1:4])

lines = config.read_text().splitlines()
chosen = {n for n in NAMES if f"CONFIG_SECRISK_{n}=y" in lines}
commands = [c for c in json.loads(
    (build / "compile_commands.json").read_text()) if "/lib/" in c["file"]]
if len(commands) != len(list(Path(commands[0]["file"]).parents[2]
                             .glob("lib/*/*.c"))):
    sys.exit("not every file of the library is compiled")
for command in commands:
    words = shlex.split(command["command"])
    told = {n for n in NAMES if f"-DSECRISK_WITHOUT_{n}" not in words}
    if told != chosen:
        sys.exit(f"{command['file']}: has {told ^ chosen} otherwise")

program = sys.argv[4:]
if not program:
    command, = [c for c in commands if c["file"].endswith("/version.c")]
    words = shlex.split(command["command"])
    words[words.index("-o") + 1] = str(build.resolve() / "version.o")
    subprocess.run(words, cwd=command["directory"], check=True)
    include = Path(command["file"]).parents[2] / "include"
    program = [str(build.resolve() / "one")]
    subprocess.run(["cc", f"-I{include}", source, build / "version.o", "-o",
                    program[0]], check=True)
have = subprocess.run(program, stdout=subprocess.PIPE, text=True, check=True)
if set(have.stdout.split()) != chosen:
    sys.exit(f"the library has {have.stdout.split()}, not {sorted(chosen)}")
