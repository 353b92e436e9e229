# SPDX-License-Identifier: MIT
# What the tests of the register share: a header, rows, and a run in JSON.
#   TEST REGISTER INPUT [GOLDEN] [--update]
import csv
import io
import json
import os
import sys

from tap import run

REGISTER, INPUT = (os.path.abspath(name) for name in sys.argv[1:3])
PUMP = "infusion-pump.csv"
V = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
H = "id,initial,controls,residual,scheme,rerated,impairs,\n"
GOOD = "Z,None,,,,,,\n"


def row(initial=V, controls="", residual="", scheme="", rerated="", impairs="",
        id="T"):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(
        [id, initial, controls, residual, scheme, rerated, impairs, ""])
    return out.getvalue()


def load(text, *args):
    """Runs --json; returns (exit status, the object, standard error)."""
    data = text if isinstance(text, bytes) else text.encode()
    status, out, err = run([REGISTER, "--json"] + list(args), data, cwd=INPUT)
    return status, json.loads(out) if out else None, err.decode()


def threats(text, *args):
    return {t["id"]: t for t in load(text, *args)[1]["threats"]}


def one(text, *args):
    """A single threat under the header H."""
    status, data, _ = load(H + text, *args)
    return status, data["threats"][0] if data["threats"] else None


def table(columns, *rows):
    """CSV of rows; a cell may hold anything."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns.split(","))
    writer.writerows(rows)
    return out.getvalue()


def rows_of(out, separator=","):
    """CSV as Python reads it."""
    text = out.decode("utf-8").lstrip("\ufeff")
    return list(csv.reader(io.StringIO(text, newline=""),
                           delimiter=separator))
