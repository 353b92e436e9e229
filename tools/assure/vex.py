# SPDX-License-Identifier: MIT
"""The SBOM with a hash of each file, and the VEX: both CycloneDX 1.6.

    python3 vex.py ROOT SBOM.json VEX.json
"""
import csv
import hashlib
import json
import re
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path

ROW = re.compile(r"^\| (A\d+) \| (.+?) \| (.+) \| (.+) \| (.+) \|$", re.M)
FROM_TO = re.compile(r"(\d+\.\d+\.\d+)(?: to (\d+\.\d+\.\d+))?$")


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def sources(root):
    """What goes into the library or builds it, in the order of its paths."""
    found = [p for pattern in ("include/*.h", "include/*/*.h", "lib/*.map",
                               "lib/*/*.[ch]", "cmake/*.in", "zephyr/*")
             for p in root.glob(pattern)]
    found += [root / name for name in (
        "CMakeLists.txt", "Kconfig", "LICENSE", "idf_component.yml",
        "library.json", "meson.build", "meson_options.txt")]
    return sorted(str(p.relative_to(root)) for p in found)


def anomalies(root):
    """Rows of docs/anomalies.md: id, versions, effect, workaround, test."""
    return ROW.findall((root / "docs/anomalies.md").read_text())


def key(version):
    return tuple(int(n) for n in version.split("."))


def last(versions):
    """The newer end of "0.3.0 to 0.4.0"."""
    return FROM_TO.match(versions)[2] or FROM_TO.match(versions)[1]


def ratings(root):
    """{id: row} of what is a security defect by SECURITY.md."""
    with open(root / "docs/assurance/ratings.csv", encoding="utf-8",
              newline="") as f:
        return {row["id"]: row for row in csv.DictReader(f)}


def severity(score):
    return next(word for least, word in (
        (9, "critical"), (7, "high"), (4, "medium"), (0.1, "low"), (0, "none"))
        if float(score) >= least)


def named(made):
    """With a serial number that is the same for the same content."""
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"pkg:generic/secrisk#{digest}")
    head = ("$schema", "bomFormat", "specVersion")
    return {**{k: made[k] for k in head}, "serialNumber": f"urn:uuid:{name}",
            **made}


def bom(root, archives=(), seconds=""):
    """`seconds` is the time of the commit, since 1970."""
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
    if seconds:
        made["metadata"]["timestamp"] = datetime.fromtimestamp(
            int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    made["metadata"]["authors"] = [{"name": "The maintainers of secrisk"}]
    return named(made)


def vex(root, version, sbom):
    """Versions before 0.9.0 were never released: a range has no lower end."""
    of = f"urn:cdx:{sbom['serialNumber'][9:]}/{sbom['version']}#secrisk"
    rated = ratings(root)
    made = {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
            "metadata": {**{k: sbom["metadata"][k] for k in (
                "timestamp", "authors") if k in sbom["metadata"]}, "component": {
                    "type": "library", "bom-ref": "secrisk", "name": "secrisk",
                    "version": version,
                    "purl": f"pkg:generic/secrisk@{version}"}},
            "vulnerabilities": []}
    for name, versions, effect, workaround, _ in anomalies(root):
        here = key(version) <= key(last(versions))
        row = rated.pop(name, None)
        made["vulnerabilities"].append({
            "bom-ref": f"secrisk-{name}", "id": f"secrisk-{name}",
            "source": {"name": "docs/anomalies.md of secrisk"},
            **({"ratings": [{"source": {"name": "secrisk"},
                             "score": float(row["score"]),
                             "severity": severity(row["score"]),
                             "method": "CVSSv31", "vector": row["vector"],
                             "justification": row["why"]}],
                "cwes": [int(row["cwe"])]} if row else {}),
            "description": effect.replace("`", ""),
            "workaround": workaround.replace("`", ""),
            "analysis": {
                "state": "in_triage" if here else "resolved",
                "detail": f"In what is called {versions}: parts of the history, "
                          "none of them a release, so that the range is all up "
                          "to there. Whether it can be exploited depends on the "
                          "use; see the workaround."},
            "affects": [{"ref": of, "versions": [
                {"range": f"vers:generic/<={last(versions)}",
                 "status": "affected"},
                {"version": version,
                 "status": "affected" if here else "unaffected"}]}],
            "properties": [{"name": "secrisk:security-defect-by-SECURITY.md",
                            "value": "yes" if row else "not found to be one"}]})
    if rated:
        raise KeyError(f"ratings.csv: there is no {' '.join(rated)}")
    return named(made)


def text(made):
    return json.dumps(made, indent=2) + "\n"


def version_of(root):
    return ".".join(re.findall(r"^#define SECRISK_VERSION_\w+ (\d+)", (
        root / "include/secrisk.h").read_text(), re.M))


if __name__ == "__main__":
    ROOT = Path(sys.argv[1])
    SBOM = bom(ROOT)
    Path(sys.argv[2]).write_text(text(SBOM))
    Path(sys.argv[3]).write_text(text(vex(ROOT, version_of(ROOT), SBOM)))
