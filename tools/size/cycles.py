# SPDX-License-Identifier: MIT
"""Instructions per call, counted by QEMU's -icount on two boards."""
import subprocess
from targets import FLAGS, ROOT, SOURCES, run

# name: flags, board, flash, RAM
BOARDS = {
    "Cortex-M0": (["-mcpu=cortex-m0", "-DT_REDUCED"], "microbit",
                  0x40000, 0x4000),
    "Cortex-M3": (["-mcpu=cortex-m3"], "mps2-an385", 0x400000, 0x400000),
}
QEMU = ["-nographic", "-monitor", "none", "-serial", "none", "-chardev",
        "stdio,id=con", "-semihosting-config",
        "enable=on,target=native,chardev=con", "-icount", "shift=8"]


def count(board, scratch):
    """[(version, call, vectors, plainest, dearest)] on a board"""
    flags, machine, flash, ram = BOARDS[board]
    program = scratch / f"{machine}.elf"
    memory = {"__flash": 0, "__flash_size": flash, "__ram": 0x20000000,
              "__ram_size": ram, "__stack_size": 0x800}
    run("arm-none-eabi-gcc", *FLAGS, *flags, "-mthumb",
        "--specs=picolibc.specs", f"-I{ROOT / 'tests'}",
        ROOT / "tools/size/cycles.c", *SOURCES, "--oslib=semihost",
        "--crt0=hosted", "-Wl,--gc-sections",
        *[f"-Wl,--defsym={k}={v:#x}" for k, v in memory.items()],
        "-o", program)
    text = subprocess.run(
        ["qemu-system-arm", "-M", machine, *QEMU, "-kernel", str(program)],
        check=True, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, timeout=100).stdout
    return [(v, c, int(n), int(a), int(b)) for v, c, n, a, b in
            (line.split(",") for line in text.splitlines())]


def measure(scratch):
    """{(version, call): {board: (vectors, plainest, dearest)}}"""
    out = {}
    for board in BOARDS:
        for version, call, *numbers in count(board, scratch):
            out.setdefault((version, call), {})[board] = tuple(numbers)
    return out
