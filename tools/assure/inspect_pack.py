# SPDX-License-Identifier: MIT
"""Reads a pack as it was made: do its links lead on, do the files it names
exist, and does it claim nothing that it must not?

    python3 inspect_pack.py ROOT PACK
"""
import hashlib
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

# A maker's assessor may use these words; this project does not.
CLAIM = re.compile(r"\b(certif(?:y|ies|ied|ication)|complian(?:t|ce)|compl(?:y|ies|ied)"
                   r"|conform(?:s|ed|ing|ity|ant)?|guarantee[sd]?)\b", re.I)
NAMED = re.compile(r"(?<![\w/.])((?:include|lib|tests|tools|docs|fuzz|examples|abi)"
                   r"/[\w./*-]*[\w*])")
PART = re.compile(r"`(?:tools/check |check\.)([a-z][a-z-]+)\b")
PLACE = re.compile(r"\{\{\w+\}\}|\bTODO\b|\bTBD\b")


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.to, self.ids, self.open = [], set(), []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if attrs.get("href"):
            self.to.append(attrs["href"])
        if attrs.get("id"):
            self.ids.add(attrs["id"])
        if tag in ("script", "img", "link", "iframe"):
            self.to.append(f"a {tag}, which a page must not have:")


def exists(root, name):
    name = name.rstrip(".").replace("NAME", "*")
    return bool(list(root.glob(name))) if "*" in name else (root / name).exists()


def page(root, folder, path, bad):
    text = path.read_text()
    reader = Links()
    reader.feed(text)
    for to in reader.to:
        name, _, anchor = to.partition("#")
        there = folder / name if name else path
        if re.match(r"https?:", to):
            continue
        if not there.is_file():
            bad.append(f"{path.name}: {to} leads nowhere")
        elif anchor and f'id="{anchor}"' not in there.read_text():
            bad.append(f"{path.name}: no {anchor} in {there.name}")


def words(root, path, bad):
    text = path.read_text()
    for pattern, what in ((CLAIM, "a claim"), (PLACE, "left to do")):
        for hit in pattern.finditer(text):
            bad.append(f"{path.name}: {what}: {hit[0]}")
    if path.suffix != ".md":
        return
    for hit in NAMED.finditer(text):
        if not exists(root, hit[1].split(":")[0]):
            bad.append(f"{path.name}: there is no {hit[1]}")
    for hit in PART.finditer(text):
        if not (root / f"tools/check.d/{hit[1]}.sh").is_file():
            bad.append(f"{path.name}: there is no part {hit[1]}")


def main():
    root, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    bad, listed = [], set()
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        listed.add(name)
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            bad.append(f"{name}: another hash")
    for line in (folder / "sources.sha256").read_text().splitlines():
        digest, name = line.split("  ")
        if hashlib.sha256((root / name).read_bytes()).hexdigest() != digest:
            bad.append(f"{name}: another hash than the source")
    paths = sorted(folder.iterdir())
    for path in paths:
        if path.name not in listed | {"SHA256SUMS"}:
            bad.append(f"{path.name}: not in SHA256SUMS")
        if path.suffix == ".html":
            page(root, folder, path, bad)
        if path.suffix == ".json":
            json.loads(path.read_text())
        if str(root) in path.read_text():
            bad.append(f"{path.name}: names a folder of this machine")
        # The register's own page says of itself that it is no such statement.
        if path.name != "threats.html":
            words(root, path, bad)
    print("\n".join(bad) or f"{len(paths)} files, no fault")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
