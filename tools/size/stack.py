# SPDX-License-Identifier: MIT
"""Worst-case bytes of stack of each public function.

A function's frame is what the compiler reports (-fstack-usage), a helper's
what its code pushes; who calls whom is read from the linked program, so that
nothing the compiler or the linker did is missed."""
import re
from targets import TARGETS, public, run

FUNCTION = re.compile(r"^[0-9a-f]+ <(\S+)>:$")
TARGET = re.compile(r"<([^+>]+)(\+0x[0-9a-f]+)?>")
# A call through a register.  A jump through one is a switch.
INDIRECT = re.compile(r"\bblx\s+r\d|\be?icall\b|\bjalr\s+[ast]\d|\bcall\s+\*")


def frames(directory):
    """{function: bytes} from the compiler's .su files."""
    out = {}
    for file in directory.glob("*.su"):
        for line in file.read_text().splitlines():
            where, size, kind = line.split("\t")
            if kind not in ("static", "dynamic,bounded"):
                raise SystemExit(f"{where}: stack is {kind}")
            name = where.split(":")[-1]
            out[name] = max(int(size), out.get(name, 0))
    return out


def pushed(line):
    """Bytes that an instruction of a helper puts on the stack."""
    many = re.search(r"\b(?:push|stmdb\s+sp!,)\s*\{([^}]*)\}", line)
    if many:
        return 4 * sum(int(r.split("-")[1][1:]) - int(r.split("-")[0][1:]) + 1
                       if "-" in r else 1
                       for r in many[1].replace(" ", "").split(","))
    down = re.search(r"\b(?:sub\s+sp,(?: sp,)? ?#|addi\s+sp,sp,-)(\d+)", line)
    if down:
        return int(down[1])
    return 1 if re.search(r"\bpush\s+r\d", line) else 0


def graph(program, prefix):
    """({function: callees}, {function: bytes its code pushes})"""
    calls, pushes, name = {}, {}, None
    for line in run(prefix + "objdump", "-d", "--no-show-raw-insn",
                    program).splitlines():
        head = FUNCTION.match(line)
        if head:
            name = head[1]
            calls[name], pushes[name] = set(), 0
        elif name and "\t" in line:
            code = line.split("\t", 1)[1]
            if INDIRECT.search(code) and name.startswith("secrisk"):
                raise SystemExit(f"{name}: a call through a pointer: {code}")
            pushes[name] += pushed(code)
            to = TARGET.search(code)
            if to and to[1] != name and not code.startswith("ldr"):
                calls[name].add(to[1])
    return calls, pushes


def deepest(name, calls, frame, path=(), known=None):
    """Bytes of a function and the deepest of what it calls."""
    known = {} if known is None else known
    if name in path:
        if name.startswith("secrisk"):
            raise SystemExit("recursion: " + " -> ".join((*path, name)))
        return 0  # a loop between the labels of a helper
    if name not in known:
        below = [deepest(c, calls, frame, (*path, name), known)
                 for c in calls.get(name, ())]
        known[name] = frame(name) + max(below, default=0)
    return known[name]


def measure(whole):
    """{function: {target: bytes}}; `whole` as from flash.measure"""
    out = {name: {} for name in public()}
    for target, (prefix, _) in TARGETS.items():
        program, directory = whole[target]
        known = frames(directory)
        calls, pushes = graph(program, prefix)

        def frame(name):
            plain = re.sub(r"\.(part|constprop|isra|cold)\.?\d*.*", "", name)
            if name in known or plain in known:
                return known.get(name, known.get(plain))
            # A helper: its pushes, and a return address on the stack.
            return pushes.get(name, 0) + {"AVR": 2, "x86-64": 8}.get(target, 0)

        for function in out:
            out[function][target] = deepest(function, calls, frame)
    return out
