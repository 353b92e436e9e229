# SPDX-License-Identifier: MIT
"""Instructions per call, counted by QEMU's -icount on two boards."""
import csv
import re
import subprocess
from targets import FLAGS, ROOT, SOURCES, run

# name: flags, board, flash, RAM
BOARDS = {
    "Cortex-M0": (["-mcpu=cortex-m0"], "microbit",
                  0x40000, 0x4000),
    "Cortex-M3": (["-mcpu=cortex-m3"], "mps2-an385", 0x400000, 0x400000),
}
QEMU = ["-nographic", "-monitor", "none", "-serial", "none", "-chardev",
        "stdio,id=con", "-semihosting-config",
        "enable=on,target=native,chardev=con", "-icount", "shift=8"]


CORPUS = ROOT / "../shared/corpus"


def samples():
    """The vectors of tests/data, and those known to take most."""
    found = (ROOT / "tools/size/dearest.csv").read_text().split()
    del found[0]  # the head
    for file in sorted(ROOT.glob("tests/data/samples_*.h")):
        found += re.findall(r'^ *\{"([^"]+)"', file.read_text(), re.M)
    return found


def published():
    """Every published vector, well-formed or not, where the corpus is."""
    return sorted({row["vector"] for file in sorted(CORPUS.glob("open*.csv"))
                   for row in csv.DictReader(file.open())} - {""})


def build(board, scratch):
    """The program for a board."""
    flags, machine, flash, ram = BOARDS[board]
    program = scratch / f"{machine}.elf"
    memory = {"__flash": 0, "__flash_size": flash, "__ram": 0x20000000,
              "__ram_size": ram, "__stack_size": 0x800}
    run("arm-none-eabi-gcc", *FLAGS, *flags, "-mthumb",
        "--specs=picolibc.specs", ROOT / "tools/size/cycles.c", *SOURCES,
        "--oslib=semihost", "--crt0=hosted", "-Wl,--gc-sections",
        *[f"-Wl,--defsym={k}={v:#x}" for k, v in memory.items()],
        "-o", program)
    return program


def count(board, program, vectors):
    """{(version, call): (vectors, plainest, dearest)} on a board"""
    where = program.parent
    (where / "vectors.txt").write_text("".join(v + "\n" for v in vectors))
    text = subprocess.run(
        ["qemu-system-arm", "-M", BOARDS[board][1], *QEMU, "-kernel",
         str(program)], check=True, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, cwd=where, timeout=300).stdout
    return {(v, c): (int(n), int(a), int(b)) for v, c, n, a, b in
            (line.split(",") for line in text.splitlines())}


def measure(scratch):
    """{(version, call): {board: (vectors, plainest, dearest)}}; stops where a
    published vector takes more than the dearest"""
    out = {}
    for board in BOARDS:
        program = build(board, scratch)
        for key, numbers in count(board, program, samples()).items():
            out.setdefault(key, {})[board] = numbers
        for key, (_, _, most) in count(board, program, published()).items():
            if most > out[key][board][2]:
                raise SystemExit(
                    f"{board}: {' '.join(key)}: a published vector takes {most} "
                    f"instructions, the dearest of ours {out[key][board][2]}: "
                    "it belongs in tools/size/dearest.csv")
    return out
