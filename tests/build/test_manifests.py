# SPDX-License-Identifier: MIT
"""Every file that other tools read says what the header and Meson say.

    python3 test_manifests.py ROOT"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])
HEADER = (ROOT / "include/secrisk.h").read_text()
VERSION = ".".join(re.findall(r"#define SECRISK_VERSION_\w+ (\d+)", HEADER))
FEATURES = re.findall(r"option\('(\w+)', type: 'boolean', value: true",
                      (ROOT / "meson_options.txt").read_text())
WANTED = {name.upper() for name in FEATURES}


def text(path):
    return (ROOT / path).read_text()


def features(path, pattern):
    """The features that a file names."""
    return {w for m in re.findall(pattern, text(path)) for w in m.split()}


def sbom():
    bom = json.loads(text("secrisk.cdx.json"))
    component = bom["metadata"]["component"]
    return [("form", bom["bomFormat"], "CycloneDX"),
            ("version", component["version"], VERSION),
            ("purl", component["purl"], f"pkg:generic/secrisk@{VERSION}")]


def platformio():
    library = json.loads(text("library.json"))
    build = library["build"]
    return [("version", library["version"], VERSION),
            ("name", library["name"], "secrisk"),
            ("folders", [(ROOT / build[k]).is_dir()
                         for k in ("srcDir", "includeDir")], [True, True]),
            ("header", (ROOT / build["includeDir"]
                        / library["headers"]).is_file(), True)]


def esp_idf():
    found = re.search(r'^version: "(.*)"$', text("idf_component.yml"), re.M)
    return [("version", found and found[1], VERSION)]


def documents():
    page = text("docs/building-in.md")
    return [("find_package", re.findall(r"find_package\(secrisk (\S+)", page),
             [VERSION.rpartition(".")[0]])]


def meson():
    """The version, and the symbol node of the releases from 1.0 on."""
    found = re.search(r"^  version: '(.*)',$", text("meson.build"), re.M)
    nodes = re.findall(r"^(SECRISK_\S+) \{", text("lib/secrisk.map"), re.M)
    return [("version", found and found[1], VERSION),
            ("the first symbol node", nodes[0], "SECRISK_1.0")]


def headers():
    """What is installed is what secrisk.h includes, and what they include."""
    parts = {p.name for p in (ROOT / "include/secrisk").iterdir()}
    installed = set(re.findall(r"'include/secrisk/(\w+\.h)'",
                               text("meson.build")))
    included = set(re.findall(r'#include "(?:secrisk/)?(\w+\.h)"', HEADER
                              + text("include/secrisk/cvss.h")))
    return [("installed", installed, parts), ("included", included, parts)]


def cmake():
    return [("features", features("CMakeLists.txt",
                                  r"set\(features ([A-Z0-9 ]+)\)"), WANTED)]


def zephyr():
    module = text("zephyr/module.yml")
    paths = dict(re.findall(r"^  (cmake|kconfig): (\S+)$", module, re.M))
    return [("cmake", (ROOT / paths["cmake"] / "CMakeLists.txt").is_file(),
             True),
            ("kconfig", (ROOT / paths["kconfig"]).is_file(), True),
            ("features", features("zephyr/CMakeLists.txt",
                                  r"foreach\(feature ([A-Z0-9 ]+)\)"), WANTED),
            ("purl", re.findall(r"^    - (pkg:\S+)$", module, re.M),
             [f"pkg:generic/secrisk@{VERSION}"]),
            ("options", features("zephyr/Kconfig.features",
                                 r"config SECRISK_(\w+)"), WANTED)]


def debian():
    """The soname is Meson's: the major version.  Options are Meson's or ours."""
    where = "packaging/debian"
    soname = VERSION.split(".", maxsplit=1)[0]
    symbols = text(f"{where}/libsecrisk{soname}.symbols")
    options = set(re.findall(r"-D(\w+)=", text(f"{where}/rules")))
    ours = set(re.findall(r"^option\('(\w+)'", text("meson_options.txt"), re.M))
    return [("version", re.match(r"secrisk \((.*)-\d+\) ",
                                 text(f"{where}/changelog"))[1], VERSION),
            ("packages", re.findall(r"^Package: (.*)$",
                                    text(f"{where}/control"), re.M),
             [f"libsecrisk{soname}", "libsecrisk-dev", "secrisk-tools"]),
            ("soname", symbols.split("\n", maxsplit=1)[0],
             f"libsecrisk.so.{soname} libsecrisk{soname} #MINVER#"),
            ("symbols", re.findall(r"^ (secrisk\w+)@", symbols, re.M),
             re.findall(r"^secrisk\w+", text("abi/symbols.txt"), re.M)),
            ("options", options - ours - {"default_library"}, set())]


def conan():
    recipe = text("packaging/conan/conanfile.py")
    named = re.search(r"FEATURES = \((.*?)\)", recipe, re.S)[1]
    return [("version", re.search(r'version = "(.*)"', recipe)[1], VERSION),
            ("features", re.findall(r'"(\w+)"', named), FEATURES)]


def vcpkg():
    where = "packaging/vcpkg/secrisk"
    port = json.loads(text(f"{where}/vcpkg.json"))
    passed = re.findall(r"^ +(\w+) SECRISK_(\w+)",
                        text(f"{where}/portfile.cmake"), re.M)
    return [("version", port["version"], VERSION),
            ("features", list(port["features"]), FEATURES),
            ("default features", port["default-features"], FEATURES),
            ("options", passed, [(f, f.upper()) for f in FEATURES])]


def wrap():
    found = dict(re.findall(r"^(\w+) = (.*)$",
                            text("packaging/meson/secrisk.wrap"), re.M))
    return [("directory", found["directory"], f"secrisk-{VERSION}"),
            ("archive", found["source_filename"], f"secrisk-{VERSION}.tar.gz"),
            ("dependency", found["secrisk"] + " = " in text("meson.build"), True)]


def main():
    cases = [sbom, platformio, esp_idf, documents, meson, headers, cmake,
             zephyr, debian, conan, vcpkg, wrap]
    print(f"1..{len(cases)}")
    failed = False
    for number, case in enumerate(cases, 1):
        wrong = [row for row in case() if row[1] != row[2]]
        for what, got, want in wrong:
            print(f"# {case.__name__}: {what} is {got}, expected {want}")
        failed |= bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {case.__name__}")
    return 1 if failed else 0


sys.exit(main())
