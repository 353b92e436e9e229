# SPDX-License-Identifier: MIT
"""addresses.py ROOT: every address and revision that a reader may follow.

In the documents, recipes and examples, an address must begin as a line of
tools/addresses.txt does, and each line there must serve one.  No network is
asked: a person reviewed the list.  A revision of this project must be one that
its repository has, so that no recipe names a tag which does not exist."""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
PLACES = ("*.md", "*.json", "*.yml", "CMakeLists.txt", "docs/**/*", "cmake/*",
          "packaging/**/*", "examples/**/*", "zephyr/*", ".github/**/*",
          ".clusterfuzzlite/*", "fuzz/oss-fuzz/*")
ADDRESS = re.compile(r"\b(?:https?|git|ftp|ssh)://[^\s<>\"'`)\]}]*[\w/#=]")
# What Meson, CMake, vcpkg, git and a reader take a revision from.
REVISION = re.compile(r"(?:\brevision = |\bGIT_TAG |\bREF |\bgit checkout )"
                      r"([\w./-]+)|\b(v\d+\.\d+\.\d+)\b|\b([0-9a-f]{40})\b")
faults = []


def files():
    found = {p for place in PLACES for p in ROOT.glob(place) if p.is_file()}
    return sorted(p for p in found if "__pycache__" not in p.parts)


def git(*args):
    return subprocess.run(["git", "-C", str(ROOT), *args], text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def exists(revision):
    """A tag or a branch, of this repository or where it was cloned from; or a
    commit."""
    refs = [f"refs/tags/{revision}", f"refs/heads/{revision}",
            f"refs/remotes/origin/{revision}"]
    if re.fullmatch(r"[0-9a-f]{7,40}", revision):
        refs.append(f"{revision}^{{commit}}")
    return any(git("rev-parse", "-q", "--verify", ref).returncode == 0
               for ref in refs)


def main():
    reviewed = [line.split()[0] for line in
                (ROOT / "tools/addresses.txt").read_text().splitlines()
                if line and not line.startswith("#")]
    used, addresses, revisions = set(), 0, 0
    repository = git("rev-parse", "--git-dir").returncode == 0
    for path in files():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue  # a picture
        for number, line in enumerate(text.splitlines(), 1):
            where = f"{path.relative_to(ROOT)}:{number}"
            for address in ADDRESS.findall(line):
                addresses += 1
                known = [known for known in reviewed if address.startswith(known)]
                used.update(known)
                if not known:
                    faults.append(f"{where}: {address} is not reviewed")
            # An action of the public CI has revisions of its own.
            named = [] if "uses:" in line else REVISION.findall(line)
            for revision in (a or b or c for a, b, c in named):
                revisions += 1
                if repository and not exists(revision):
                    faults.append(f"{where}: the repository has no {revision}")
    for line in reviewed:
        if line not in used:
            faults.append(f"tools/addresses.txt: nothing needs {line}")
    print("\n".join(faults) or
          f"{addresses} addresses, {revisions} revisions"
          + ("" if repository else " (not looked up: this is no repository)"))
    return 1 if faults or not addresses or not revisions else 0


if __name__ == "__main__":
    sys.exit(main())
