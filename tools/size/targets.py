# SPDX-License-Identifier: MIT
"""What is measured on which processor, and the compiling both need."""
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(ROOT.glob("lib/*/*.c"))

# name: tool prefix, flags, the smallest cores of their kind
TARGETS = {
    "Cortex-M0+": ("arm-none-eabi-", ["-mcpu=cortex-m0plus", "-mthumb"]),
    "Cortex-M4": ("arm-none-eabi-", ["-mcpu=cortex-m4", "-mthumb"]),
    "RV32IMAC": ("riscv64-unknown-elf-", ["-march=rv32imac", "-mabi=ilp32"]),
    "AVR": ("avr-", ["-mmcu=atmega1284p"]),
    "x86-64": ("x86_64-linux-gnu-", ["-fno-asynchronous-unwind-tables",
                                     "-fcf-protection=none"]),
}
FLAGS = ["-std=c99", "-Os", "-ffreestanding", "-ffunction-sections",
         "-fdata-sections", "-fno-common", "-fstack-usage",
         f"-I{ROOT / 'include'}"]


def run(*command, stderr=None):
    return subprocess.run([str(c) for c in command], check=True, text=True,
                          stdout=subprocess.PIPE, stderr=stderr).stdout


def public():
    """Every public function, in the headers' order."""
    front = (ROOT / "include/secrisk.h").read_text()
    parts = [ROOT / "include/secrisk" / (name + ".h") for name in
             ("base", "cvss", "dread", "risk", "safety_class")]
    header = re.sub(r"/\*.*?\*/", "", front + "".join(
        part.read_text() for part in parts), flags=re.S)
    names = re.findall(r"\b(secrisk_\w+)\(", header)
    exported = re.findall(r"secrisk_\w+(?=;)",
                          (ROOT / "lib/secrisk.map").read_text())
    return sorted(exported, key=names.index)


def compiler(target):
    prefix = TARGETS[target][0]
    return run(prefix + "gcc", "--version").splitlines()[0]


def compile_library(target, without, options, where):
    """Objects of the library without some features, in a directory."""
    prefix, flags = TARGETS[target]
    where.mkdir(parents=True)
    omit = [f"-DSECRISK_WITHOUT_{name}" for name in without]

    def one(source):
        out = where / (source.stem + ".o")
        run(prefix + "gcc", *FLAGS, *flags, *options, *omit, "-c", source, "-o", out)
        return out

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, SOURCES))


def link(target, objects, functions, options, out):
    """What a device that calls these functions carries: nothing else is
    kept, and nothing is added but the compiler's own helpers."""
    prefix, flags = TARGETS[target]
    keep = [f"-Wl,-u,{name}" for name in functions]
    run(prefix + "gcc", *flags, *options, "-nostdlib", "-static", "-no-pie"
        if target == "x86-64" else "-nostartfiles", "-Wl,--gc-sections",
        "-Wl,--build-id=none", f"-Wl,-e,{functions[0]}", *keep, *objects,
        "-lgcc", "-o", out)
    return out
