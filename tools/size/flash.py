# SPDX-License-Identifier: MIT
"""Bytes of flash and RAM that a use of the library costs on each target."""
import subprocess
from targets import TARGETS, compile_library, link, public, run

CORE = ["secrisk_cvss_parse", "secrisk_cvss_score", "secrisk_cvss_format"]
CVSS = {"CVSS2", "CVSS3", "CVSS4"}
STRICT = ["LENIENT"]

# What is used together: its name, the features left out, the functions (or how
# their names begin), and the row it is given on top of, if any.  Names, JSON,
# DREAD and risk need not be left out: the linker drops them.
USES = [
    ("v2.0: parse, score, format", [*(CVSS - {"CVSS2"}), *STRICT], CORE, None),
    ("v3.0 and v3.1: parse, score, format", [*(CVSS - {"CVSS3"}), *STRICT],
     CORE, None),
    ("v4.0: parse, score, format", [*(CVSS - {"CVSS4"}), *STRICT], CORE, None),
    ("all versions: parse, score, format", STRICT, CORE, None),
    ("the same with -flto", STRICT, CORE, None),
    ("all versions: parse and score", STRICT, CORE[:2], None),
    ("score alone, from stored vectors", STRICT, CORE[1:2], None),
    ("leniency", [], CORE, "all versions: parse, score, format"),
    ("find vectors in text", STRICT, [*CORE, "secrisk_cvss_find"],
     "all versions: parse, score, format"),
    ("explain errors", STRICT, [*CORE, "secrisk_cvss_explain"],
     "all versions: parse, score, format"),
    ("range of a vector that lacks Base metrics", STRICT,
     [*CORE, "secrisk_cvss_range"], "all versions: parse, score, format"),
    ("limits", STRICT, [*CORE, "secrisk_cvss_limit"],
     "all versions: parse, score, format"),
    ("full names", STRICT, [*CORE, "secrisk_cvss_metric_name",
                            "secrisk_cvss_value_name"],
     "all versions: parse, score, format"),
    ("help texts", STRICT, [*CORE, "secrisk_cvss_metric_help",
                            "secrisk_cvss_value_help"],
     "all versions: parse, score, format"),
    ("JSON", STRICT, [*CORE, "secrisk_cvss_json"],
     "all versions: parse, score, format"),
    ("DREAD", [], "secrisk_dread_", None),
    ("policy and threat", [],
     ("secrisk_policy_", "secrisk_threat_"), None),
    ("safety class", [], "secrisk_class_", None),
    ("everything", [], "secrisk_", None),
]


def uses():
    """USES whose functions there are, prefixes spelt out."""
    known = public()
    for name, without, functions, base in USES:
        if not isinstance(functions, list):
            functions = [f for f in known if f.startswith(functions)]
        if functions and all(f in known for f in functions):
            yield name, sorted(without), functions, base


def sizes(program, prefix):
    """Bytes in flash of a linked program, and how many of them its start-up
    code must copy to RAM."""
    total = copied = 0
    for line in run(prefix + "size", "-A", program).splitlines():
        if line.startswith((".text", ".rodata", ".data", ".sdata", ".ARM.")):
            name, size = line.split()[:2]
            total += 0 if name == ".ARM.attributes" else int(size)
            copied += int(size) if name.startswith((".data", ".sdata")) else 0
    return total, copied


def variables(objects, prefix):
    """Bytes of .data and .bss of the library itself."""
    return sum(int(n) for line in run(prefix + "size", *objects).splitlines()[1:]
               for n in line.split()[1:3])


def helpers(target, program):
    """The compiler's own functions in a linked program."""
    prefix, flags = TARGETS[target]

    def functions(file):
        lines = run(prefix + "nm", "-g", "--defined-only", file,
                    stderr=subprocess.DEVNULL).splitlines()
        return {line.split()[2] for line in lines
                if len(line.split()) == 3 and line.split()[1] in "TtWw"}

    archive = run(prefix + "gcc", *flags, "-print-libgcc-file-name").strip()
    return sorted(functions(program) & functions(archive))


def parts(program, prefix, objects):
    """[(file, bytes of code, bytes of tables)] of a linked program"""
    def symbols(file, *options):
        for line in run(prefix + "nm", *options, file).splitlines():
            *_, kind, name = line.split()
            yield name, kind.lower(), int(line.split()[1], 16)

    at = {name: o.stem for o in objects
          for name, kind, _ in symbols(o, "-S", "--defined-only")
          if kind in "trs"}
    found = {}
    for name, kind, size in symbols(program, "-S", "--size-sort"):
        if kind in "tr" and name in at:
            found.setdefault(at[name], [0, 0])[kind == "r"] += size
    return sorted(([file, *n] for file, n in found.items()),
                  key=lambda row: -sum(row[1:]))


def measure(scratch):
    """({use: {target: flash}}, {target: RAM}, {target: helpers}, {target:
    the program with every function in it}, what the
    first target links to parse, score and format, by file)"""
    flash, ram, extra, whole, made = {}, {}, {}, {}, []
    for target, (prefix, _) in TARGETS.items():
        built = {}
        for number, (name, without, functions, _) in enumerate(uses()):
            options = [word for word in name.split() if word.startswith("-f")]
            key = (*without, *options)
            if key not in built:
                place = scratch / target / str(len(built))
                built[key] = compile_library(target, without, options, place)
            program = link(target, built[key], functions, options,
                           scratch / target / f"{number}.elf")
            used, ram[target] = sizes(program, prefix)
            if not made and name == "all versions: parse, score, format":
                made = parts(program, prefix, built[key])
            ram[target] = (variables(built[key], prefix), ram[target])
            flash.setdefault(name, {})[target] = used
            whole[target] = (program, built[key][0].parent)
        extra[target] = helpers(target, program)
    for name, _, _, base in uses():
        if base:
            for target in TARGETS:
                flash[name][target] -= flash[base][target]
    return flash, ram, extra, whole, made
