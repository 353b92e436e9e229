# SPDX-License-Identifier: MIT
"""workflows.py ROOT: the workflow files are YAML, and each command of theirs
is one that the project has.

GitHub alone can run them.  What can be known without it is checked: the shape
that its documentation asks for, actions pinned to a commit, no more rights than
to read, and that .ci/run and OSS-Fuzz's build are called."""
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(sys.argv[1])
ACTIONS = {"actions/checkout"}
faults, ran = [], []


def expect(where, what, ok):
    if not ok:
        faults.append(f"{where}: {what}")


def command(where, line):
    """A command of ours exists and can be run; a part of tools/check is one."""
    words = line.split()
    ran.append(" ".join(words[:2]))
    if words[0] in ("git", "apt-get"):
        return
    file = ROOT / words[0]
    expect(where, f"{words[0]}: no such program",
           file.is_file() and file.stat().st_mode & 0o100)
    if words[0] == "tools/check":
        expect(where, f"no part {words[1]}",
               (ROOT / f"tools/check.d/{words[1]}.sh").is_file())


def step(where, entry):
    expect(where, "a step is either uses or run",
           ("uses" in entry) != ("run" in entry))
    if "uses" in entry:
        action, _, commit = entry["uses"].partition("@")
        expect(where, f"{action}: not reviewed", action in ACTIONS)
        expect(where, f"{action}: not pinned to a commit",
               re.fullmatch(r"[0-9a-f]{40}", commit))
    for line in re.split(r"\n|&&", entry.get("run", "")):
        if line.strip():
            command(where, line.strip())
    expect(where, "unknown keys",
           set(entry) <= {"name", "uses", "with", "run"})


def workflow(path):
    where = path.relative_to(ROOT)
    data = yaml.safe_load(path.read_text())
    # YAML 1.1 reads the key "on" as true.
    expect(where, "its keys", set(data) == {"name", True, "permissions", "jobs"})
    expect(where, "its rights", data["permissions"] == {"contents": "read"})
    for name, job in data["jobs"].items():
        place = f"{where}, {name}"
        expect(place, "its keys", set(job) == {
            "runs-on", "container", "timeout-minutes", "steps"})
        expect(place, "its system", job["container"] == "debian:12")
        for entry in job["steps"]:
            step(place, entry)


files = sorted((ROOT / ".github/workflows").glob("*"))
for file in files:
    workflow(file)
for wanted in (".ci/run", "tools/check oss-fuzz"):
    expect(".github/workflows", f"nothing runs {wanted}", wanted in ran)
print("\n".join(faults) or f"ok: {len(files)} workflow, {len(ran)} commands")
sys.exit(bool(faults))
