# SPDX-License-Identifier: MIT
"""The SBOM with a hash of each file, and the VEX: both CycloneDX 1.6.

    python3 vex.py ROOT SBOM.json VEX.json
"""
import hashlib
import json
import re
import sys
from pathlib import Path

ROW = re.compile(r"^\| (A\d+) \| (.+?) \| (.+) \| (.+) \| (.+) \|$", re.M)
FROM_TO = re.compile(r"(\d+\.\d+\.\d+)(?: to (\d+\.\d+\.\d+))?$")


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def sources(root):
    """What goes into the library or builds it, in the order of its paths."""
    found = [p for pattern in ("include/*.h", "include/*/*.h", "lib/*.map",
                               "lib/*/*.[ch]") for p in root.glob(pattern)]
    found += [root / name for name in ("CMakeLists.txt", "LICENSE",
                                       "meson.build", "meson_options.txt")]
    return sorted(str(p.relative_to(root)) for p in found)


def anomalies(root):
    """Rows of docs/anomalies.md: id, versions, effect, workaround, test."""
    return ROW.findall((root / "docs/anomalies.md").read_text())


def key(version):
    return tuple(int(n) for n in version.split("."))


def has(versions, version):
    """Is the version one of "0.3.0 to 0.4.0"?"""
    first, last = FROM_TO.match(versions).groups()
    return key(first) <= key(version) <= key(last or first)


def bom(root, archives=()):
    made = json.loads((root / "secrisk.cdx.json").read_text())
    component = made["metadata"]["component"]
    component["supplier"] = {"name": "The maintainers of secrisk"}
    component["components"] = [
        {"type": "file", "name": name, "bom-ref": f"secrisk/{name}",
         "hashes": [{"alg": "SHA-256", "content": sha256(root / name)}]}
        for name in sources(root)]
    if len(archives) == 1:
        component["hashes"] = [{"alg": "SHA-256",
                                "content": sha256(archives[0])}]
    return made


def vex(root, version):
    made = {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
            "metadata": {"component": {
                "type": "library", "bom-ref": "secrisk", "name": "secrisk",
                "version": version, "purl": f"pkg:generic/secrisk@{version}"}},
            "vulnerabilities": []}
    for name, versions, effect, workaround, _ in anomalies(root):
        here = has(versions, version)
        first, last = FROM_TO.match(versions).groups()
        made["vulnerabilities"].append({
            "bom-ref": f"secrisk-{name}", "id": f"secrisk-{name}",
            "source": {"name": "docs/anomalies.md of secrisk"},
            "description": effect.replace("`", ""),
            "workaround": workaround.replace("`", ""),
            "analysis": {
                "state": "in_triage" if here else "resolved",
                "detail": f"In {versions}. Whether it can be exploited depends "
                          "on the use; see the workaround."},
            "affects": [{"ref": "secrisk", "versions": [
                {"range": f"vers:generic/>={first}|<={last or first}",
                 "status": "affected"},
                {"version": version,
                 "status": "affected" if here else "unaffected"}]}]})
    return made


def text(made):
    return json.dumps(made, indent=2) + "\n"


def version_of(root):
    return ".".join(re.findall(r"^#define SECRISK_VERSION_\w+ (\d+)", (
        root / "include/secrisk.h").read_text(), re.M))


if __name__ == "__main__":
    ROOT = Path(sys.argv[1])
    Path(sys.argv[2]).write_text(text(bom(ROOT)))
    Path(sys.argv[3]).write_text(text(vex(ROOT, version_of(ROOT))))
