# SPDX-License-Identifier: MIT
"""Types lines at the firmware example in QEMU and reads its answers.

    python3 test_firmware.py FIRMWARE.elf STACK-LIMIT"""
import re
import signal
import subprocess
import sys

V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
OPEN = "; open: something is missing, "
WHY = "a rationale for what is not reduced"
MUST = (OPEN + "a control that reduces the risk, or, where the policy lets "
        "benefit outweigh risk, the statement that controls would impair "
        f"critical performance; {WHY}; an argument that the benefit outweighs "
        "the risk")
LINES = [
    (V31, "9.8 Critical" + MUST),
    (V40, "9.3 Critical" + MUST),
    ("AV:N/AC:L/Au:N/C:P/I:P/A:P", "7.5 High" + MUST),
    ("AV:N/AC:L/Au:N/C:P/I:N/A:N",
     "5.0 Medium" + OPEN + WHY),
    ("CVSS:3.0/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N",
     "0.0 None; recorded; nothing more is asked for"),
    (V40 + "/E:U/CR:L/IR:L/AR:L/MAV:P", None),
    (V31.replace("AV:N", "AV:Q"), "error at 12: AV must be N, A, L or P"),
    (V31 + "/A:H", None),
    ("hello world", None),
    ("stac", None),
    ("A" * 256, None),
    ("A" * 257, "error: line too long"),
    ("\xff\x01", None),
    (V31, "9.8 Critical" + MUST),  # still there
]
QEMU = ["qemu-system-arm", "-M", "mps2-an385", "-display", "none", "-monitor",
        "none", "-serial", "stdio", "-kernel"]


def main():
    program, limit = sys.argv[1], int(sys.argv[2])
    signal.alarm(60)
    board = subprocess.Popen([*QEMU, program], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE)
    try:
        assert board.stdout.readline() == b"ready\r\n"
        for line, want in [*LINES, ("stack", None)]:
            board.stdin.write(line.encode("latin-1") + b"\r")
            board.stdin.flush()
            got = board.stdout.readline().decode().strip()
            print(f"{line[:40]:40} -> {got}")
            assert got == want if want else re.match(
                r"error at \d+: |\d+\.\d [A-Z]|stack \d+ of \d+$", got), want
        used = int(got.split()[1])
        assert 100 < used <= limit, f"{used} bytes of stack, allowed {limit}"
    finally:
        board.kill()


main()
